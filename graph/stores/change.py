"""One change of the graph, as it is collected: what leaves, what arrives, and what has to be computed anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Quad

from graph.contract import View
from graph.derived.derivation import by_topic, derived, derived_of_document
from graph.derived.entities import by_entity, entity_quads
from graph.derived.gather import descriptions_of, document_quads_in, reference_entities, roundtables, statements_about
from graph.derived.predicates import Topic
from graph.derived.statements import Statement, statements_of
from graph.errors import RecordError
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, document_iri, entity_iri
from graph.quads import records_of
from graph.records import Description, Document, DocumentRecords
from graph.void import counts_in

Patch = tuple[set[Quad], set[Quad]]


@dataclass(frozen=True, slots=True)
class _Said:
    """What derived views need of a document."""

    document: Document
    statements: list[Statement]
    descriptions: tuple[Description, ...]


class Change:
    """Collects documents, each once, against a view that stays as it was; then derives."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._arrived: dict[str, _Said] = {}
        self._left: dict[str, _Said | None] = {}
        self.counts = counts_in(view)

    def load(self, item: DocumentRecords, quads: Iterable[Quad]) -> None:
        """A document arrives; what was there of it leaves. Raises RecordError when it comes twice."""
        self.withdraw(item.document.slug)
        self._arrived[item.document.slug] = _said(item)
        self.counts.add(quads)

    def withdraw(self, slug: str) -> None:
        """A document leaves, if it is there."""
        if slug in self._left:
            raise RecordError(f"{slug} comes twice in one load")
        quads = document_quads_in(self._view, slug)
        self._left[slug] = _said(records_of(quads)) if quads else None
        self.counts.add(quads, -1)

    def derive(self) -> dict[str, Patch]:
        """What to take out of and put into graph/facts and graph/entities; counts follow."""
        facts = self._facts()
        for said, place in ((self._left, 0), (self._arrived, 1)):
            for one in said.values():
                if one is not None:
                    facts[place].update(derived_of_document(one.document))
        patches = {FACTS_GRAPH: _difference(facts), ENTITIES_GRAPH: _difference(self._entities())}
        for remove, add in patches.values():
            self.counts.add(remove, -1)
            self.counts.add(add)
        return patches

    def _facts(self) -> Patch:
        before: set[Quad] = set()
        after: set[Quad] = set()
        arrived = by_topic(statement for said in self._arrived.values() for statement in said.statements)
        left = by_topic(statement for said in self._left.values() if said for statement in said.statements)
        gone = {document_iri(slug) for slug in self._left}
        tables = self._roundtables({*arrived, *left})
        for topic in {*arrived, *left}:
            stored = statements_about(self._view, topic, tables)
            before |= derived(stored)
            after |= derived([s for s in stored if s.document not in gone] + arrived.get(topic, []))
        return before, after

    def _roundtables(self, topics: set[Topic]) -> set[str]:
        return roundtables(self._view) if any(topic.is_series for topic in topics) else set()

    def _entities(self) -> Patch:
        before: set[Quad] = set()
        after: set[Quad] = set()
        arrived = by_entity(row for said in self._arrived.values() for row in said.descriptions)
        left = by_entity(row for said in self._left.values() if said for row in said.descriptions)
        named = reference_entities(self._view) if arrived or left else set()
        for entity in {*arrived, *left}:
            if entity_iri(entity) in named:
                continue
            stored = descriptions_of(self._view, entity)
            before |= entity_quads(stored)
            after |= entity_quads([row for row in stored if row.document not in self._left] + arrived.get(entity, []))
        return before, after


def _said(item: DocumentRecords) -> _Said:
    return _Said(item.document, statements_of(item), item.descriptions)


def _difference(patch: Patch) -> Patch:
    before, after = patch
    return before - after, after - before
