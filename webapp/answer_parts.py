"""An answer arranged for people: by relation and kind within a section, and by the document that says it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from graph.contract import Term
from graph.iris import entity_path
from graph.periods import order_key
from ontology.namespaces import ID
from webapp.statements import Statement
from webapp.vocabulary import CLASSES, class_of_slug


@dataclass(frozen=True, slots=True)
class Part:
    """Statements of one relation. kinds: the classes of their subjects, and how many there are of each."""

    predicate: str
    statements: tuple[Statement, ...]
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Attesting:
    """What one document attests as of one moment: whom, and the sentence about each."""

    document: str
    attested: str
    evidence: tuple[tuple[Term, str], ...]


def parts(statements: Iterable[Statement]) -> tuple[Part, ...]:
    """Statements by relation, in the order they come in."""
    by_relation = groupby(sorted(statements, key=lambda one: one.predicate), key=lambda one: one.predicate)
    return tuple(_part(predicate, tuple(members)) for predicate, members in by_relation)


def kind(term: Term) -> str:
    """Class of an entity, as its address tells; empty for anything else."""
    if not term.value.startswith(ID):
        return ""
    return class_of_slug((entity_path(term.value) or "").partition("/")[0]) or ""


def by_document(statements: Iterable[Statement]) -> tuple[Attesting, ...]:
    """Who is attested by which document, the earliest first; each once, with the first sentence that says so."""
    found: dict[tuple[str, str], dict[Term, str]] = defaultdict(dict)
    for statement in statements:
        for sentence in statement.sentences:
            if sentence.document:
                found[sentence.document, sentence.attested].setdefault(statement.subject, sentence.evidence)
    ordered = sorted(found.items(), key=lambda one: (order_key(one[0][1]), one[0]))
    return tuple(Attesting(document, attested, tuple(said.items())) for (document, attested), said in ordered)


def _part(predicate: str, statements: tuple[Statement, ...]) -> Part:
    subjects = {one.subject for one in statements}
    counted = Counter(kind(subject) for subject in subjects)
    return Part(predicate, statements, tuple((cls, counted[cls]) for cls in CLASSES if counted[cls]))
