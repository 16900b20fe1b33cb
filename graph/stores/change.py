"""One change of the graph, as it is collected: what leaves, what arrives, and what has to be computed anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Quad

from graph.contract import View
from graph.decisions import Decision
from graph.derived.derivation import by_topic, derived, derived_of_document
from graph.derived.entities import by_entity, entity_quads
from graph.derived.gather import (
    aside_in,
    decisions_in,
    descriptions_of,
    document_quads_in,
    reference_entities,
    roundtables,
    statements_about,
    topics_naming,
)
from graph.derived.judged import Aside, Judged, aside_quads
from graph.derived.predicates import Topic
from graph.derived.statements import Statement, statements_of
from graph.errors import RecordError
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, document_iri, entity_iri, entity_path
from graph.quads import records_of
from graph.records import Description, Document, DocumentRecords
from graph.void import counts_in
from ontology.namespaces import DOCUMENT

Patch = tuple[set[Quad], set[Quad]]


@dataclass(frozen=True, slots=True)
class _Said:
    """What derived views need of a document: all its statements, and which are set aside."""

    document: Document
    statements: list[Statement]
    descriptions: tuple[Description, ...]
    aside: Aside


class Change:
    """Collects documents, each once, against a view that stays as it was; then derives."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.decisions = decisions_in(view)
        self._before = self._after = Judged(tuple(self.decisions))
        self._arrived: dict[str, _Said] = {}
        self._left: dict[str, _Said | None] = {}
        self.counts = counts_in(view)

    def load(self, item: DocumentRecords, quads: Iterable[Quad]) -> None:
        """A document arrives; what was there of it leaves. Raises RecordError when it comes twice."""
        self.withdraw(item.document.slug)
        self._arrived[item.document.slug] = _said(item, self._after)
        self.counts.add(quads)

    def withdraw(self, slug: str) -> None:
        """A document leaves, if it is there."""
        if slug in self._left:
            raise RecordError(f"{slug} comes twice in one load")
        quads = document_quads_in(self._view, slug)
        self._left[slug] = _said(records_of(quads), self._before) if quads else None
        self.counts.add(quads, -1)

    def judge(self, decisions: Iterable[Decision]) -> None:
        """From now on these decisions hold. What they say of claims concerns whole documents: those come anew."""
        self._after = Judged(tuple(decisions))
        changed = Judged(tuple(set(self._before.decisions) ^ set(self._after.decisions)))
        for document in changed.speaks_of():
            quads = document_quads_in(self._view, document.removeprefix(DOCUMENT))
            if quads:
                self.load(records_of(quads), quads)

    def derive(self) -> dict[str, Patch]:
        """What to take out of and put into graph/facts and graph/entities; counts follow."""
        facts = self._facts()
        for said, place in ((self._left, 0), (self._arrived, 1)):
            for one in said.values():
                if one is not None:
                    facts[place].update(derived_of_document(one.document) | aside_quads(one.aside))
        patches = {FACTS_GRAPH: _difference(facts), ENTITIES_GRAPH: _difference(self._entities())}
        for remove, add in patches.values():
            self.counts.add(remove, -1)
            self.counts.add(add)
        return patches

    def _facts(self) -> Patch:
        before: set[Quad] = set()
        after: set[Quad] = set()
        gone = {document_iri(slug) for slug in self._left}
        aside, still_aside = aside_in(self._view), aside_in(self._view, gone)
        arrived = by_topic(s for one in self._arrived.values() for s in self._after.applied(one.statements, one.aside))
        left = by_topic(s for one in self._left.values() if one for s in self._before.applied(one.statements))
        topics = {*arrived, *left, *self._topics_judged()}
        tables = self._roundtables(topics)
        for topic in topics:
            stored = statements_about(self._view, topic, tables, self._before)
            before |= derived(self._before.applied(stored, aside))
            if self._after is not self._before:
                stored = statements_about(self._view, topic, tables, self._after)
            staying = [s for s in stored if s.document not in gone]
            after |= derived(self._after.applied(staying, still_aside) + arrived.get(topic, []))
        return before, after

    def _topics_judged(self) -> set[Topic]:
        """Topics of the entities that do not count for the same one any more."""
        sides = (self._before, self._after)
        found = (topics_naming(self._view, entity, *sides) for entity in self._moved())
        return {topic for topics in found for topic in topics}

    def _moved(self) -> set[str]:
        before, after = self._before.replaced, self._after.replaced
        return {entity for entity in {*before, *after} if before.get(entity) != after.get(entity)}

    def _roundtables(self, topics: set[Topic]) -> set[str]:
        return roundtables(self._view) if any(topic.is_series for topic in topics) else set()

    def _entities(self) -> Patch:
        before, after = self._before.replaced_quads(), self._after.replaced_quads()
        arrived = by_entity(row for said in self._arrived.values() for row in said.descriptions)
        left = by_entity(row for said in self._left.values() if said for row in said.descriptions)
        judged = {*self._moved(), *(self._before.confirmed ^ self._after.confirmed)}
        touched = {*arrived, *left, *filter(None, map(entity_path, judged))}
        named = reference_entities(self._view) if touched else set()
        for entity in touched:
            iri = entity_iri(entity)
            if iri in named:
                continue
            stored = descriptions_of(self._view, entity)
            before |= entity_quads(stored, self._before.status(iri))
            staying = [row for row in stored if row.document not in self._left]
            after |= entity_quads(staying + arrived.get(entity, []), self._after.status(iri))
        return before, after


def _said(item: DocumentRecords, judged: Judged) -> _Said:
    return _Said(item.document, statements_of(item), item.descriptions, judged.aside_in(item))


def _difference(patch: Patch) -> Patch:
    before, after = patch
    return before - after, after - before
