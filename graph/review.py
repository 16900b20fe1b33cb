"""What people are asked to look at: entities that only documents know, links and claims that rest on little.

Each list has the most used first. Sentences are read for the items that are shown, and only for those.
"""

from collections import Counter
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from graph.contract import Row, View
from graph.decisions import Decision, folded
from graph.derived.gather import decisions_in
from graph.errors import GraphError
from graph.iris import document_graph, document_iri, slug_of_document_graph
from ontology.namespaces import DOCUMENT, ONTOLOGY

LISTS = ("entities", "links", "claims")
WEAK_METHODS = ("context", "coreference", "fuzzy", "words")
"""Ways of linking that rest on less than a name of the entity."""

MOST_SENTENCES = 3
_AROUND = 160  # characters shown on each side of a name


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with what is around them. document; place: the passage or the evidence to go to; both IRIs."""

    document: str
    place: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to judge. about, other, document: IRIs.

    An entity (`about`) with its class; a link (`words` of a document, linked to `other` by a method); a claim (`about`,
    with its subject, predicate and object as it is read) with what was inferred. why: class, method or inference.
    """

    about: str
    why: str
    other: str | None = None
    words: str | None = None
    document: str | None = None
    said: tuple[str, str, str] | None = None
    name: str = ""
    uses: int = 1
    documents: int = 1
    sentences: tuple[Sentence, ...] = ()
    decisions: tuple[Decision, ...] = ()


def to_review(view: View, kind: str) -> list[Item]:
    """One of the LISTS, without what was decided. Raises GraphError for another name."""
    if kind not in LISTS:
        raise GraphError(f"a list to review is one of {', '.join(LISTS)}, not {kind[:40]!r}")
    found = {"entities": _entities, "links": _links, "claims": _claims}[kind](view)
    return sorted(found, key=lambda one: (-one.uses, one.name, one.about, one.other or "", one.words or ""))


def _entities(view: View) -> list[Item]:
    judged: dict[str, list[Decision]] = {}
    for one in decisions_in(view):
        if one.active:
            judged.setdefault(one.about, []).append(one)
    rows = [_texts(row) for row in view.rows("review_entities")]
    return [
        Item(
            about=row["entity"],
            why=row["class"].removeprefix(ONTOLOGY),
            name=row["name"],
            uses=int(row["mentions"]),
            documents=int(row["documents"]),
            decisions=tuple(judged.get(row["entity"], ())),
        )
        for row in rows
    ]


def _links(view: View) -> list[Item]:
    decided = {(one.about, one.words, one.other) for one in decisions_in(view) if one.active and one.words}
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for method in WEAK_METHODS:
        for row in map(_texts, view.rows("review_links", method=Literal(method))):
            counts[
                method, document_iri(slug_of_document_graph(row["graph"]) or ""), folded(row["words"]), row["entity"]
            ] += int(row["mentions"])
    return [
        Item(about=document, why=method, words=words, other=entity, document=document, name=words, uses=uses)
        for (method, document, words, entity), uses in counts.items()
        if (document, words, entity) not in decided
    ]


def _claims(view: View) -> list[Item]:
    found: dict[str, dict[str, str]] = {}
    inferences: dict[str, set[str]] = {}
    sentences: dict[str, dict[str, Sentence]] = {}
    for row in map(_texts, view.rows("review_claims")):
        claim = row["claim"]
        found[claim] = row
        inferences.setdefault(claim, set()).add(row["inference"])
        sentences.setdefault(claim, {})[row["evidence"]] = Sentence(
            row["document"], row["evidence"], "", row["text"], ""
        )
    return [
        Item(
            about=claim,
            why=", ".join(sorted(inferences[claim])),
            said=(row["subject"], row["predicate"].removeprefix(ONTOLOGY), row["object"]),
            document=row["document"],
            name=row["document"],
            sentences=tuple(place for _, place in sorted(sentences[claim].items())),
        )
        for claim, row in found.items()
    ]


def placed(view: View, item: Item) -> Item:
    """The same item with the first sentences that it stands in."""
    if item.sentences:
        return item
    if item.words is None:
        rows = view.rows("review_mentions", entity=NamedNode(item.about))
    else:
        rows = view.rows(
            "review_mentions",
            entity=NamedNode(item.other or ""),
            graph=NamedNode(document_graph(item.about.removeprefix(DOCUMENT))),
        )
    found: dict[tuple[str, str], Sentence] = {}
    for row in map(_texts, rows):
        if item.words is None or folded(row["words"]) == item.words:
            found.setdefault((row["passage"], row["at"]), _around(row))
        if len(found) == MOST_SENTENCES:
            break
    return replace(item, sentences=tuple(found.values()))


def _around(row: dict[str, str]) -> Sentence:
    """A name with what stands around it, cut between words."""
    text, at, to = row["text"], int(row["at"]), int(row["to"])
    before, after = text[:at], text[to:]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Sentence(row["document"], row["passage"], before, text[at:to], after)


def _texts(row: Row) -> dict[str, str]:
    return {name: term.value for name, term in row.items() if term is not None}
