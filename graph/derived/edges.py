"""Facts between two entities, as the edges of networks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.contract import Row, View
from ontology.namespaces import ONTOLOGY


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact: subject, property (local name), object; status uncontested, disputed or denied."""

    fact: str
    subject: str
    property: str
    object: str
    status: str
    documents: int
    period: str | None = None
    role: str | None = None

    def weight(self) -> int:
        """How much it counts: one, and one for each document that says so."""
        return 1 + self.documents

    def other(self, end: str) -> str:
        """The end that is not `end`."""
        return self.object if self.subject == end else self.subject


def all_edges(view: View) -> list[Edge]:
    """Every fact between two entities."""
    return list(_edges(view.rows("network_edges")))


class Neighbours:
    """Edges around entities, asked for once each."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._found: dict[str, list[Edge]] = {}

    def of(self, entity: str) -> list[Edge]:
        """Facts between an entity and others, in both directions."""
        if entity not in self._found:
            node = NamedNode(entity)
            rows = [*self._view.rows("network_edges_from", subject=node)]
            rows += self._view.rows("network_edges_to", object=node)
            self._found[entity] = list({edge.fact: edge for edge in _edges(rows)}.values())
        return self._found[entity]


def names_and_types(
    view: View, entities: Iterable[str] | None = None, language: str = "en"
) -> dict[str, tuple[str, str]]:
    """Entity -> its label in the language (else English, else any) and the local name of its class."""
    if entities is None:
        return _named(view.rows("entity_labels"), language)
    found: dict[str, tuple[str, str]] = {}
    for entity in entities:
        found |= _named(view.rows("entity_labels", entity=NamedNode(entity)), language)
    return found


def _named(rows: Iterable[Row], language: str) -> dict[str, tuple[str, str]]:
    ranks = {language: 0, "en": 1, "": 2}
    best: dict[str, tuple[int, str, str]] = {}
    for row in rows:
        entity, label, cls = row["entity"], row["label"], row["class"]
        if entity is None or cls is None or not isinstance(label, Literal):
            continue
        candidate = (ranks.get(label.language or "", 3), label.value, cls.value.removeprefix(ONTOLOGY))
        if entity.value not in best or candidate < best[entity.value]:
            best[entity.value] = candidate
    return {entity: (label, cls) for entity, (_, label, cls) in best.items()}


def _edges(rows: Iterable[Row]) -> Iterator[Edge]:
    for row in rows:
        text = {name: term.value for name, term in row.items() if term is not None}
        yield Edge(
            text["fact"],
            text["subject"],
            text["property"].removeprefix(ONTOLOGY),
            text["object"],
            text["status"].removeprefix(ONTOLOGY),
            int(text["documents"]),
            text.get("period"),
            text.get("role"),
        )
