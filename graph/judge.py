"""Take a decision, and take one back: checked against the graph, written with all that follows in one commit."""

from collections.abc import Callable

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.conflicts import conflict
from graph.contract import Store, View
from graph.decisions import Decision, Verdict, folded, meaning_of, now
from graph.derived.gather import document_quads_in, reference_entities
from graph.errors import DecisionRefused, RecordError
from graph.iris import DECISIONS_GRAPH, VOID_GRAPH, document_iri, entity_iri
from graph.quads import records_of
from graph.quads_decisions import decision_quads, read_decisions
from graph.records import DocumentRecords
from graph.stores.change import Change
from graph.terms import QUOTED_FROM, TYPE, gcm
from graph.void import void_quads
from ontology.namespaces import DOCUMENT
from ontology.vocabulary import entity_classes

_GRAPH = NamedNode(DECISIONS_GRAPH)
_SHORTEST = 8  # digits of the name of a decision that people may give instead of all 32


def decide(
    store: Store, verdict: str, about: str, by: str, *, other: str | None = None, words: str = "", note: str = ""
) -> Decision:
    """Judge an entity (`about` is its path), a claim (`claim/...`), or words of a document (its slug, and `words`).

    verdict: a Verdict or its name. other: path of the entity that it is, or is not, the same as. Raises
    DecisionRefused when there is nothing of that name, or another decision that holds says otherwise; and what the
    store's writer raises. Then nothing has changed.
    """
    if verdict not in [*Verdict]:
        raise DecisionRefused(f"a verdict is one of {', '.join(Verdict)}, not {verdict[:40]!r}")
    judged, at = Verdict(verdict), now()

    def changed(view: View, decisions: list[Decision]) -> list[Decision]:
        decision = _decision(view, judged, about.strip(), other and other.strip(), words, by.strip(), at, note.strip())
        against = conflict(decision, decisions)
        if against:
            raise DecisionRefused(against)
        return [*decisions, decision]

    return _change(store, changed)[-1]


def withdraw(store: Store, name: str, by: str) -> Decision:
    """Take a decision back, named by at least the first eight digits. Raises DecisionRefused as `decide` does."""
    at = now()
    found: list[Decision] = []

    def changed(view: View, decisions: list[Decision]) -> list[Decision]:
        one = _named(decisions, name.strip().removeprefix("decision/"))
        if not one.active:
            raise DecisionRefused(f"decision {one.id} was taken back by {one.withdrawn_by} on {one.withdrawn_at}")
        found.append(one.withdrawn(by.strip(), at))
        return [found[0] if other is one else other for other in decisions]

    _change(store, changed)
    return found[0]


def restore(store: Store, dump: bytes) -> list[Decision]:
    """Bring the decisions of a dump in N-Quads into a store, those taken back too; what it has already stays.

    Gives those that are new, or taken back since. Raises DecisionRefused when one cannot stand beside those there,
    and for what is no dump; then nothing has changed.
    """
    try:
        brought = read_decisions(quad for quad in parse(dump, format=RdfFormat.N_QUADS) if quad.graph_name == _GRAPH)
    except (SyntaxError, RecordError, ValueError) as error:
        raise DecisionRefused(f"this is no dump with decisions: {error}") from error
    new: list[Decision] = []

    def changed(_view: View, decisions: list[Decision]) -> list[Decision]:
        there = {one.id: one for one in decisions}
        for one in brought:
            known = there.get(one.id)
            if known is None and one.active and (against := conflict(one, there.values())):
                raise DecisionRefused(f"decision {one.id}: {against}")
            if known is None or (known.active and not one.active):
                there[one.id] = one
                new.append(one)
        return list(there.values())

    _change(store, changed)
    return new


def _change(store: Store, changed: Callable[[View, list[Decision]], list[Decision]]) -> list[Decision]:
    with store.writer() as writer, store.view() as view:
        change = Change(view)
        before = change.decisions
        after = changed(view, before)
        change.judge(after)
        added = _quads(after) - _quads(before)
        change.counts.add(added)
        writer.patch(DECISIONS_GRAPH, (), added)
        for graph, (remove, add) in change.derive().items():
            writer.patch(graph, remove, add)
        writer.replace(VOID_GRAPH, void_quads(change.counts))
    return after


def _quads(decisions: list[Decision]) -> set[Quad]:
    return {quad for one in decisions for quad in decision_quads(one)}


def _named(decisions: list[Decision], name: str) -> Decision:
    found = [one for one in decisions if one.id.startswith(name)] if len(name) >= _SHORTEST else []
    if len(found) != 1:
        raise DecisionRefused(f"{name[:40]!r} is the name of no decision, or not of one alone")
    return found[0]


def _decision(
    view: View, verdict: Verdict, about: str, other: str | None, words: str, by: str, at: str, note: str
) -> Decision:
    compared = None if other is None else _entity(view, other)
    if words:
        source = _link(view, about, words, other)
        return Decision(verdict=verdict, about=source, other=compared, words=folded(words), by=by, at=at, note=note)
    if about.startswith("claim/") or verdict is Verdict.WRONG:
        if verdict is not Verdict.WRONG:
            raise DecisionRefused(f"a claim can only be judged wrong, not {verdict}")
        claim, document, meaning = _claim(view, about)
        return Decision(
            verdict=verdict, about=claim, other=compared, document=document, meaning=meaning, by=by, at=at, note=note
        )
    entity = _entity(view, about)
    if entity in reference_entities(view):
        raise DecisionRefused(f"{about} is in the reference data; what is wrong there is put right there")
    return Decision(verdict=verdict, about=entity, other=compared, by=by, at=at, note=note)


def _entity(view: View, path: str) -> str:
    types = {quad.object for quad in view.quads(_node(entity_iri(path)), TYPE)}
    if types.isdisjoint(map(gcm, entity_classes())):
        raise DecisionRefused(f"no entity is known as {path[:200]!r}")
    return entity_iri(path)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise DecisionRefused(f"not a name that anything could have: {iri[:200]!r}") from error


def _records(view: View, slug: str) -> DocumentRecords:
    _node(document_iri(slug))
    quads = document_quads_in(view, slug)
    if not quads:
        raise DecisionRefused(f"no document is known as {slug[:200]!r}")
    return records_of(quads)


def _claim(view: View, path: str) -> tuple[str, str, str]:
    """IRI of a claim, IRI of its document, and its meaning."""
    iri = _node(entity_iri(path))
    source = next((quad.object for quad in view.quads(iri, QUOTED_FROM)), None)
    if not isinstance(source, NamedNode):
        raise DecisionRefused(f"no claim is known as {path[:200]!r}")
    records = _records(view, source.value.removeprefix(DOCUMENT))
    claim = next(one for one in records.claims if path == f"claim/{one.id}")
    texts = [item.text for item in records.evidence if item.id in claim.evidence]
    return iri.value, source.value, meaning_of(claim, texts)


def _link(view: View, slug: str, words: str, other: str | None) -> str:
    """IRI of the document in which the words are linked to the entity."""
    mentions = _records(view, slug).mentions
    if not any(one.entity == other and folded(one.exact) == folded(words) for one in mentions):
        raise DecisionRefused(f"{slug} has no words {words[:200]!r} that are linked to {other}")
    return document_iri(slug)
