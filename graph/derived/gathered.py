"""What facts, disagreements, entities and counts are computed from, gathered document by document.

It is kept in files (graph.derived.groups), for a graph may say more than memory holds.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, Quad

from graph.counts import Counts
from graph.derived.derivation import derived_in_parts, derived_of_document
from graph.derived.entities import by_entity, entity_quads
from graph.derived.groups import Groups
from graph.derived.judged import Judged, aside_quads
from graph.derived.predicates import topic_of
from graph.derived.statements import Statement, authority_statements, statements_of
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, entity_iri
from graph.records import Description, DocumentRecords
from graph.terms import PREF_LABEL

_TOGETHER = 5_000  # quads handed on at a time


class Gathered:
    """Statements, descriptions and counts of documents; `documents` are the slugs of those that are in it."""

    def __init__(self, judged: Judged | None = None) -> None:
        """judged: the decisions under which all is gathered."""
        self.judged = judged or Judged()
        self.documents: set[str] = set()
        self.counts = Counts()
        self._statements: Groups[Statement] = Groups()
        self._descriptions: Groups[Description] = Groups()
        self._of_documents: Groups[Quad] = Groups()
        self._named: set[object] = set()

    def add(self, item: DocumentRecords, quads: Iterable[Quad]) -> None:
        """A document, and the quads of its graph.

        Its mentions and evidence are looked at only where a decision speaks of it, and passages never.
        """
        slug = item.document.slug
        self.documents.add(slug)
        self.counts.add(quads)
        aside = self.judged.aside_in(item)
        self._state(self.judged.applied(statements_of(item), aside))
        for description in item.descriptions:
            self._descriptions.add(description.entity, description)
        for quad in derived_of_document(item.document) | aside_quads(aside):
            self._of_documents.add(slug, quad)

    def refer(self, reference: Collection[Quad]) -> None:
        """The reference data: what it states and which entities it names."""
        self._state(self.judged.applied(authority_statements(reference)))
        self._named = {quad.subject for quad in reference if quad.predicate == PREF_LABEL}

    def derived(self) -> Iterator[tuple[str, list[Quad]]]:
        """Quads of graph/facts and graph/entities, in portions with the graph each is of; each quad comes once."""
        yield from _portions(FACTS_GRAPH, chain.from_iterable(map(derived_in_parts, self._statements.parts())))
        yield from _portions(FACTS_GRAPH, self._of_documents.parts())
        brought = chain.from_iterable(map(self._brought, self._descriptions.parts()))
        yield from _portions(ENTITIES_GRAPH, chain(brought, [self.judged.replaced_quads()]))

    def _brought(self, descriptions: Iterable[Description]) -> Iterator[set[Quad]]:
        """Quads of each entity that the reference data does not name."""
        others = (row for row in descriptions if NamedNode(entity_iri(row.entity)) not in self._named)
        yield from map(self._entity, by_entity(others).values())

    def _entity(self, descriptions: list[Description]) -> set[Quad]:
        return entity_quads(descriptions, self.judged.status(entity_iri(descriptions[0].entity)))

    def _state(self, statements: Iterable[Statement]) -> None:
        for statement in statements:
            topic = topic_of(statement)
            self._statements.add(f"{topic.predicate} {topic.about}", statement)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for groups in (self._statements, self._descriptions, self._of_documents):
            groups.close()


def _portions(graph: str, groups: Iterable[Iterable[Quad]]) -> Iterator[tuple[str, list[Quad]]]:
    held: list[Quad] = []
    for quads in groups:
        held.extend(quads)
        while len(held) >= _TOGETHER:
            yield graph, held[:_TOGETHER]
            del held[:_TOGETHER]
    if held:
        yield graph, held
