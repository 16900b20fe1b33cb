"""What is known of one entity, arranged for its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from graph.contract import Row, Term, View
from graph.iris import entity_iri
from graph.periods import bounds, order_key
from ontology.namespaces import ONTOLOGY
from webapp.errors import UnknownThing
from webapp.nodes import Node, read_node
from webapp.statements import Statement, facts_of, facts_to, text, unasserted_of
from webapp.vocabulary import CLASSES

IDENTIFIERS = {"iso2": "ISO 3166 alpha-2", "iso3": "ISO 3166 alpha-3", "m49": "UN M49", "symbol": "UN document symbol"}
"""Properties that identify, with the name of their scheme."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one property. `inverse` when they lead to the entity of the page."""

    predicate: str
    inverse: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """Documents that name the entity, and how often."""

    document: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision: what was judged, by whom and when (ISO 8601)."""

    about: str
    decision: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Everything its page shows."""

    iri: str
    path: str
    node: Node
    classes: tuple[str, ...]
    names: tuple[Literal, ...]
    other_names: tuple[Literal, ...]
    identifiers: tuple[tuple[str, str], ...]
    same_as: tuple[str, ...]
    facts: tuple[Group, ...]
    denied: tuple[Statement, ...]
    apart: tuple[Statement, ...]
    timeline: tuple[Statement, ...]
    documents: tuple[Naming, ...]
    merged: tuple[Judgement, ...]

    @property
    def provisional(self) -> bool:
        """Whether only documents know it, and nobody has reviewed it."""
        return self.node.text("status") == "provisional"

    @property
    def confirmed(self) -> bool:
        """Whether only documents know it, and somebody judged it to be a thing of its own."""
        return self.node.text("status") == "confirmed"


def group(statements: Iterable[Statement], inverse: bool) -> list[Group]:
    """Statements by property, in alphabetical order of the property."""
    ordered = sorted(statements, key=lambda one: one.predicate)
    return [
        Group(predicate, inverse, tuple(members))
        for predicate, members in groupby(ordered, key=lambda one: one.predicate)
    ]


def timeline(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements that have a time which can be placed, in order of it."""
    dated = {one.iri: one for one in statements if bounds(_time(one)) is not None}
    return tuple(sorted(dated.values(), key=lambda one: (order_key(_time(one)), one.iri)))


def _time(statement: Statement) -> str:
    return statement.object.value if statement.predicate == "takesPlaceOn" else statement.when


def _literals(node: Node, *names: str) -> tuple[Literal, ...]:
    found = {term for name in names for term in node.all(name) if isinstance(term, Literal)}
    return tuple(sorted(found, key=lambda one: (one.language or "", one.value)))


def _classes(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term.value.removeprefix(ONTOLOGY) for term in terms if term.value.startswith(ONTOLOGY))


def _namings(view: View, entity: NamedNode) -> tuple[Naming, ...]:
    rows = view.rows("page_mentioned_in", entity=entity)
    found = (Naming(text(row, "document"), int(text(row, "mentions"))) for row in rows if row.get("document"))
    return tuple(sorted(found, key=lambda one: (-one.mentions, one.document)))


def read_entity(view: View, path: str) -> Entity | None:
    """The entity of that path; None for a thing of no class of ours. Raises UnknownThing when nothing is known."""
    iri = entity_iri(path)
    subject = node_of(iri)
    node = read_node(view, iri)
    if node is None:
        raise UnknownThing(f"No entity is known as {path!r}.")
    if not set(_classes(node.all("type"))) & set(CLASSES):
        return None
    of, to = facts_of(view, subject), facts_to(view, subject)
    standing = [one for one in of if not one.denied]
    leading = [one for one in to if not one.denied]
    same_as = tuple(term.value for name in ("sameAs", "exactMatch", "closeMatch") for term in node.all(name))
    return Entity(
        iri=iri, path=path, node=node,
        classes=_classes(node.all("type")),
        names=_literals(node, "prefLabel"),
        other_names=_literals(node, "altLabel"),
        identifiers=tuple((IDENTIFIERS[name], node.text(name)) for name in IDENTIFIERS if node.text(name)),
        same_as=tuple(sorted(set(same_as))),
        facts=(*group(standing, False), *group(leading, True)),
        denied=tuple(one for one in (*of, *to) if one.denied),
        apart=tuple(unasserted_of(view, subject)),
        timeline=timeline((*standing, *leading)),
        documents=_namings(view, subject),
        merged=tuple(judgements(view.rows("page_merged", entity=subject), "other")),
    )  # fmt: skip


def judgements(rows: Iterable[Row], about: str) -> list[Judgement]:
    """Decisions in rows; `about` names the variable of what they judge."""
    return [Judgement(text(row, about), text(row, "decision"), text(row, "by"), text(row, "at")) for row in rows]


def node_of(iri: str) -> NamedNode:
    """The node of an IRI that came from an address. Raises UnknownThing when it is no IRI."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise UnknownThing(f"Not a name that anything could have: {iri[:200]!r}") from error
