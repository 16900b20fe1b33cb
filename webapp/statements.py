"""Facts and claims as pages show them: what is stated, how firmly, when, and the sentences that say so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.contract import Row, Term, View
from graph.periods import order_key
from graph.terms import gcm
from ontology.namespaces import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, or an entry of the reference data, that a statement rests on."""

    claim: str
    text: str = ""
    evidence: str = ""
    document: str = ""
    attested: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact, or a claim that is not one. Terms are kept as they are; pages give them labels and words."""

    iri: str
    subject: Term
    predicate: str
    object: Term
    unit: str = ""
    measure: str = ""
    role: str = ""
    period: str = ""
    status: str = ""
    documents: int = 0
    first: str = ""
    last: str = ""
    modality: str = ""
    polarity: str = ""
    attributed_to: str = ""
    ended: bool = False
    sentences: tuple[Sentence, ...] = ()

    @property
    def denied(self) -> bool:
        """Whether it says that something is not so."""
        return self.status == "denied" or self.polarity == "negative"

    @property
    def when(self) -> str:
        """The time it is sorted by: the period stated, else the moment it is first attested."""
        return self.period or self.first


def text(row: Row, name: str) -> str:
    """Value of a variable as plain text; empty when unbound. Concepts of ours are called by their local name."""
    term = row.get(name)
    return "" if term is None else term.value.removeprefix(ONTOLOGY)


def _number(row: Row, name: str) -> int:
    value = text(row, name)
    return int(value) if value.isdigit() else 0


def _attested(row: Row) -> str:
    """The moment for which the text says it, else the date of its document."""
    return text(row, "attested") or text(row, "dated")


def _statement(row: Row, key: str, known: dict[str, Term], sentences: tuple[Sentence, ...]) -> Statement:
    terms = {name: row.get(name) or known.get(name) for name in ("subject", "predicate", "object")}
    subject, predicate, obj = terms["subject"], terms["predicate"], terms["object"]
    if subject is None or predicate is None or obj is None:
        raise ValueError(f"a statement without its parts: {text(row, key)}")
    return Statement(
        iri=text(row, key), subject=subject, predicate=predicate.value.removeprefix(ONTOLOGY), object=obj,
        unit=text(row, "unit"), measure=text(row, "measure"), role=text(row, "role"), period=text(row, "period"),
        status=text(row, "status"), documents=_number(row, "documents"),
        first=text(row, "first") or _attested(row), last=text(row, "last"),
        modality=text(row, "modality"), polarity=text(row, "polarity"), attributed_to=text(row, "attributedTo"),
        ended=text(row, "ended") == "true",
        sentences=sentences,
    )  # fmt: skip


def _sentence(row: Row) -> Sentence:
    return Sentence(
        claim=text(row, "claim"), text=text(row, "text"), evidence=text(row, "evidence"),
        document=text(row, "document"), attested=_attested(row), source=text(row, "source"),
    )  # fmt: skip


def _grouped(rows: Iterable[Row], key: str) -> dict[str, tuple[Sentence, ...]]:
    """Sentences by the statement they carry: each once, those of documents first."""
    found: dict[str, dict[Sentence, None]] = defaultdict(dict)
    for row in rows:
        found[text(row, key)][_sentence(row)] = None
    return {
        name: tuple(sorted(sentences, key=lambda one: (not one.document, one.document, one.evidence, one.claim)))
        for name, sentences in found.items()
    }


def numbered(term: Term) -> tuple[str, int, str]:
    """A key that puts objective 3 before objective 17, and round table 2 before 10."""
    stem = term.value.rstrip("0123456789")
    number = term.value[len(stem) :]
    return (stem, int(number) if number.isascii() and len(number) < 10 and number else 0, term.value)


def _order(statement: Statement) -> tuple[object, ...]:
    return (
        statement.predicate,
        not statement.when,
        order_key(statement.when),
        numbered(statement.object),
        numbered(statement.subject),
        statement.iri,
    )


def _facts(rows: Sequence[Row], sentence_rows: Iterable[Row], known: dict[str, Term]) -> list[Statement]:
    sentences = _grouped(sentence_rows, "fact")
    found = {text(row, "fact"): _statement(row, "fact", known, sentences.get(text(row, "fact"), ())) for row in rows}
    return sorted(found.values(), key=_order)


def facts_of(view: View, entity: NamedNode) -> list[Statement]:
    """Facts that say something of an entity."""
    return _facts(
        view.rows("page_facts_of", subject=entity), view.rows("page_sentences_of", subject=entity), {"subject": entity}
    )


def facts_to(view: View, entity: NamedNode) -> list[Statement]:
    """Facts that lead to an entity."""
    return _facts(
        view.rows("page_facts_to", object=entity), view.rows("page_sentences_to", object=entity), {"object": entity}
    )


def facts_by_property(view: View, name: str) -> list[Statement]:
    """All facts of one property, given by its local name."""
    bound = {"predicate": gcm(name)}
    return _facts(
        view.rows("page_facts_by_property", **bound), view.rows("page_sentences_by_property", **bound), dict(bound)
    )


def _claims(rows: Sequence[Row], known: dict[str, Term]) -> list[Statement]:
    sentences = _grouped(rows, "claim")
    found = {text(row, "claim"): _statement(row, "claim", known, sentences[text(row, "claim")]) for row in rows}
    return sorted(found.values(), key=_order)


def unasserted_of(view: View, entity: NamedNode) -> list[Statement]:
    """What documents say of an entity, or of others with it, without asserting it."""
    of = _claims(view.rows("page_unasserted_of", subject=entity), {"subject": entity})
    to = _claims(view.rows("page_unasserted_to", object=entity), {"object": entity})
    return sorted({one.iri: one for one in (*of, *to)}.values(), key=_order)


def unasserted(view: View) -> list[Statement]:
    """Everything that documents say without asserting it."""
    return _claims(view.rows("page_unasserted"), {})
