"""Decisions as a view: the one place where they change what is computed from claims. Claims stay as they are.

`same` lets what is said of one entity count for another, `wrongClaim` and a link that is `notSame` set claims aside,
`new` confirms an entity. What holds follows from the decisions that were not taken back, and not from their order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import NamedNode, Quad

from graph.columns import node
from graph.decisions import Decision, Verdict, folded, meaning_of
from graph.derived.statements import Statement
from graph.iris import ENTITIES_GRAPH, FACTS_GRAPH, document_iri, entity_iri
from graph.quads_decisions import decision_node
from graph.records import Claim, DocumentRecords
from graph.terms import CONFIRMED, MERGED, PROVISIONAL, REPLACED_BY, SET_ASIDE_BY

Aside = dict[str, str]
"""IRIs of claims that are set aside, with the decision that does so."""


@dataclass(frozen=True)
class Judged:
    """What the decisions that hold say."""

    decisions: tuple[Decision, ...] = ()

    def canonical(self, entity: str) -> str:
        """The entity that one counts for: itself, unless it was judged to be another."""
        return _end(self._step, entity)

    def standing_for(self, entity: str) -> list[str]:
        """The entities that count for this one, itself first; none when it counts for another."""
        if self.canonical(entity) != entity:
            return []
        return [entity, *self._members.get(entity, ())]

    @cached_property
    def replaced(self) -> dict[str, str]:
        """Entities that count for another, with that other."""
        return {entity: self.canonical(entity) for entity in self._step if self.canonical(entity) != entity}

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """Entities that were judged to be new."""
        return frozenset(one.about for one in self._holding(Verdict.NEW))

    @cached_property
    def _step(self) -> dict[str, str]:
        """Entity -> the one it was judged to be. A step that would close a circle is none."""
        step: dict[str, str] = {}
        for one in self._holding(Verdict.SAME):
            if not one.of_link and one.other is not None and _end(step, one.other) != one.about:
                step.setdefault(one.about, one.other)
        return step

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entity, other in sorted(self.replaced.items()):
            found.setdefault(other, []).append(entity)
        return found

    @cached_property
    def _wrong(self) -> dict[str, dict[str, str]]:
        """Document -> meaning of a claim -> decision."""
        found: dict[str, dict[str, str]] = {}
        for one in self._holding(Verdict.WRONG):
            found.setdefault(one.document or "", {}).setdefault(one.meaning or "", decision_node(one).value)
        return found

    @cached_property
    def _cut(self) -> dict[str, dict[tuple[str, str], str]]:
        """Document -> words and the entity they do not name -> decision."""
        found: dict[str, dict[tuple[str, str], str]] = {}
        for one in self._holding(Verdict.NOT_SAME):
            if one.words is not None and one.other is not None:
                found.setdefault(one.about, {}).setdefault((folded(one.words), one.other), decision_node(one).value)
        return found

    def _holding(self, verdict: Verdict) -> list[Decision]:
        return sorted((one for one in self.decisions if one.active and one.verdict is verdict), key=lambda one: one.id)

    def status(self, entity: str) -> NamedNode:
        """How well an entity that only documents brought is known."""
        if entity in self.replaced:
            return MERGED
        return CONFIRMED if entity in self.confirmed else PROVISIONAL

    def replaced_quads(self) -> set[Quad]:
        """Quads of graph/entities that lead from an entity to the one it counts for."""
        graph = NamedNode(ENTITIES_GRAPH)
        return {
            Quad(NamedNode(entity), REPLACED_BY, NamedNode(other), graph) for entity, other in self.replaced.items()
        }

    def speaks_of(self) -> set[str]:
        """IRIs of the documents in which it sets claims aside, if they are there."""
        return {*self._wrong, *self._cut}

    def aside_in(self, records: DocumentRecords) -> Aside:
        """The claims of a document that are set aside."""
        document = document_iri(records.document.slug)
        wrong, cut = self._wrong.get(document, {}), self._cut.get(document, {})
        found: Aside = {}
        if wrong or cut:
            texts = {item.id: item.text for item in records.evidence}
            for claim in records.claims:
                decision = wrong.get(meaning_of(claim, [texts[name] for name in claim.evidence if name in texts]))
                decision = decision or next(filter(None, (cut_off(claim, records, cut))), None)
                if decision:
                    found[node("claim", claim.id).value] = decision
        return found

    def applied(self, statements: Iterable[Statement], aside: Iterable[str] = ()) -> list[Statement]:
        """Statements as they count: without those set aside, of the entities that stand for others.

        What is then said of a thing and itself is left out.
        """
        left_out = frozenset(aside)
        kept = (statement for statement in statements if statement.iri not in left_out)
        if not self._step:
            return list(kept)
        moved = map(self._moved, kept)
        return [one for one in moved if not (isinstance(one.object, NamedNode) and one.object.value == one.subject)]

    def _moved(self, statement: Statement) -> Statement:
        subject, object = self.canonical(statement.subject), statement.object
        if isinstance(object, NamedNode) and object.value in self._step:
            object = NamedNode(self.canonical(object.value))
        if subject == statement.subject and object is statement.object:
            return statement
        return replace(statement, subject=subject, object=object)


def _end(step: Mapping[str, str], entity: str) -> str:
    while (following := step.get(entity)) is not None:
        entity = following
    return entity


def cut_off(claim: Claim, records: DocumentRecords, cut: Mapping[tuple[str, str], str]) -> Iterable[str]:
    """Decisions by which an end of a claim rests, in its sentences, on nothing but words that do not name it."""
    sentences = [item for item in records.evidence if item.id in claim.evidence]
    for end in filter(None, (claim.subject, claim.object)):
        iri = entity_iri(end)
        named = [
            cut.get((folded(mention.exact), iri))
            for mention in records.mentions
            if mention.entity == end
            and any(item.start <= mention.start and mention.end <= item.end for item in sentences)
        ]
        if named and all(named):
            yield named[0] or ""


def aside_quads(aside: Mapping[str, str]) -> set[Quad]:
    """Quads of graph/facts that say which claims are set aside, and by which decision."""
    graph = NamedNode(FACTS_GRAPH)
    return {Quad(NamedNode(claim), SET_ASIDE_BY, NamedNode(decision), graph) for claim, decision in aside.items()}
