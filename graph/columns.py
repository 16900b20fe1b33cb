"""How one field of a record is written as quads and read back: tables of columns instead of code by hand.

A column names a field, the property that carries it, and the pair of functions between value and
term. A field that holds its default is not written.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from graph.contract import Term
from graph.errors import RecordError
from graph.iris import entity_iri
from graph.periods import is_edtf, time_literal
from graph.records import Basis, When
from graph.terms import DECIMAL, gcm
from ontology.namespaces import ID, ONTOLOGY

_ALWAYS = object()


@dataclass(frozen=True, slots=True)
class Column:
    """One field. `many`: a tuple, one quad for each item, read back sorted."""

    name: str
    predicate: NamedNode
    write: Callable[[Any], Term]
    read: Callable[[Term], Any]
    default: object = _ALWAYS
    many: bool = False


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A field that holds a When or None: the time and where it comes from."""

    name: str
    predicate: NamedNode
    basis: NamedNode


class Sheet:
    """Quads of one graph, as they are collected."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self.quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: NamedNode, object: Term) -> None:
        """One more quad."""
        self.quads.append(Quad(subject, predicate, object, self.graph))

    def add_record(self, node: NamedNode, record: object, columns: Sequence[Column]) -> None:
        """The fields of a record that differ from their defaults."""
        graph, append = self.graph, self.quads.append
        for column in columns:
            value = getattr(record, column.name)
            if column.many:
                for item in value:
                    append(Quad(node, column.predicate, column.write(item), graph))
            elif value != column.default:
                append(Quad(node, column.predicate, column.write(value), graph))

    def add_time(self, node: NamedNode, when: When | None, column: TimeColumn) -> None:
        """A time and its basis, when there is one."""
        if when is not None:
            self.add(node, column.predicate, time_literal(when.edtf))
            self.add(node, column.basis, write_basis(when.basis))


Resource = dict[str, list[Term]]


def resources(quads: Iterable[Quad]) -> dict[str, Resource]:
    """Subject -> property -> objects, by IRI."""
    found: dict[str, Resource] = {}
    for quad in quads:
        object = quad.object
        if isinstance(object, NamedNode | Literal) and isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(object)
    return found


def read_record(resource: Resource, columns: Sequence[Column]) -> dict[str, Any]:
    """Field values by name; fields that were not written are left to their defaults.

    Raises RecordError when a field without a default is missing.
    """
    values: dict[str, Any] = {}
    for column in columns:
        terms = resource.get(column.predicate.value)
        if column.many:
            values[column.name] = tuple(sorted(map(column.read, terms or ())))
        elif terms:
            values[column.name] = column.read(terms[0])
        elif column.default is _ALWAYS:
            raise RecordError(f"a record lacks {column.predicate.value}")
    return values


def read_time(resource: Resource, column: TimeColumn) -> When | None:
    """The When that `add_time` wrote."""
    terms = resource.get(column.predicate.value)
    if not terms:
        return None
    basis = resource.get(column.basis.value)
    return When(terms[0].value, read_basis(basis[0]) if basis else Basis.UNKNOWN)


_BASES = {Basis.ORDER: "orderOfEvents"} | {basis: str(basis) for basis in Basis if basis is not Basis.ORDER}
_BASIS_OF = {ONTOLOGY + name: basis for basis, name in _BASES.items()}


def write_basis(basis: Basis) -> NamedNode:
    """Basis -> concept."""
    return gcm(_BASES[basis])


def read_basis(term: Term) -> Basis:
    """Concept -> Basis."""
    return _BASIS_OF.get(term.value, Basis.UNKNOWN)


def read_text(term: Term) -> str:
    """Text of a literal, or IRI of a node."""
    return term.value


def read_integer(term: Term) -> int:
    """Value of an xsd:integer."""
    return int(term.value)


def read_boolean(term: Term) -> bool:
    """Value of an xsd:boolean."""
    return term.value in ("true", "1")


@lru_cache(maxsize=10_000)
def write_entity(path: str) -> NamedNode:
    """Path -> entity."""
    return NamedNode(entity_iri(path))


def read_entity(term: Term) -> str:
    """Entity -> path."""
    return term.value.removeprefix(ID)


@cache
def write_concept(value: StrEnum) -> NamedNode:
    """A polarity or modality -> concept."""
    return gcm(str(value))


def read_local(term: Term) -> str:
    """Local name of a term of our own vocabulary."""
    return term.value.removeprefix(ONTOLOGY)


def write_value(value: str | Decimal) -> Literal:
    """A figure is xsd:decimal in the spelling that stores keep, a time as times are, anything else plain text."""
    if isinstance(value, Decimal):
        return Literal(format((value + 0).normalize(), "f"), datatype=DECIMAL)
    return time_literal(value) if is_edtf(value) else Literal(value)


def read_value(term: Term) -> str | Decimal:
    """The value that `write_value` wrote."""
    if isinstance(term, Literal) and term.datatype == DECIMAL:
        return Decimal(term.value)
    return term.value


def node(kind: str, name: str) -> NamedNode:
    """The node of a content-addressed record: `node("claim", claim.id)`."""
    return NamedNode(f"{ID}{kind}/{name}")


def name_of(term: Term) -> str:
    """The content-addressed name of such a node."""
    return term.value.rpartition("/")[2]
