"""What there is to review, and what was decided, as text for people and as JSON for programs."""

import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from graph.contract import View
from graph.decisions import Decision
from graph.derived.gather import decisions_in
from graph.errors import GraphError
from graph.iris import entity_path
from graph.review import Item, Sentence, placed, to_review
from ontology.namespaces import BASE, DOCUMENT

DECISIONS = "decisions"
PAGE = 25


def review_lines(view: View, kind: str, page: int, format: str) -> Iterator[str]:
    """A list for people ("text", one page of it) or for programs ("jsonl", all of it).

    kind: one of graph.review.LISTS, or `decisions`. Raises GraphError for a page that is not there.
    """
    items = listed(view, kind)
    if format == "jsonl":
        yield from (json.dumps(_data(one), ensure_ascii=False) for one in _full(view, items))
        return
    pages = max(1, -(-len(items) // PAGE))
    if not 1 <= page <= pages:
        raise GraphError(f"there is no page {page}: the list has {pages}")
    yield f"{len(items)} {kind}, page {page} of {pages}"
    for one in _full(view, items[(page - 1) * PAGE : page * PAGE]):
        yield ""
        yield from _decision(one) if isinstance(one, Decision) else _item(one)


def item_data(item: Item) -> dict[str, Any]:
    """An item as JSON: what is not known of it is left out. `judge` is what `gcm decide` takes."""
    found = {"judge": name_of(item.about)} | asdict(item) | {"decisions": [decision_data(d) for d in item.decisions]}
    return {key: value for key, value in found.items() if value not in (None, "", [], ())}


def decision_data(decision: Decision) -> dict[str, Any]:
    """A decision as JSON, with its name."""
    found = {"decision": decision.id, "judge": name_of(decision.about)} | asdict(decision)
    return {key: value for key, value in found.items() if value not in (None, "")}


def name_of(iri: str) -> str:
    """What people type for a thing: path of an entity or claim, slug of a document."""
    return iri.removeprefix(DOCUMENT) if iri.startswith(DOCUMENT) else entity_path(iri) or iri.removeprefix(BASE)


def listed(view: View, kind: str) -> Sequence[Item | Decision]:
    """One of the lists to review without sentences, or the decisions, the last one first."""
    return decisions_in(view)[::-1] if kind == DECISIONS else to_review(view, kind)


def _full(view: View, items: Sequence[Item | Decision]) -> Iterator[Item | Decision]:
    return (placed(view, one) if isinstance(one, Item) else one for one in items)


def _data(one: Item | Decision) -> dict[str, Any]:
    return decision_data(one) if isinstance(one, Decision) else item_data(one)


def _item(item: Item) -> Iterator[str]:
    judged = name_of(item.about)
    if item.said:
        subject, predicate, object = item.said
        yield f"{judged}  {name_of(subject)} {predicate} {name_of(object)}  ({item.why})"
    elif item.words is not None:
        words = shlex.quote(item.words)
        yield f"{judged} {name_of(item.other or '')} --words {words}  ({item.why}, {_times(item.uses)})"
    else:
        where = f"{_times(item.uses)} in {item.documents} document{'s' if item.documents != 1 else ''}"
        yield f"{judged}  {item.why}: {item.name}  ({where})"
    for decision in item.decisions:
        yield f"    judged {decision.verdict} {name_of(decision.other or '')} by {decision.by}"
    for sentence in item.sentences:
        yield f"    {_marked(sentence)}  [{name_of(sentence.document)}]"


def _decision(one: Decision) -> Iterator[str]:
    words = f" {one.words!r}" if one.words else ""
    other = f" {name_of(one.other)}" if one.other else ""
    yield f"{one.id[:8]}  {name_of(one.about)}{words} {one.verdict}{other}  by {one.by}, {one.at[:10]}"
    if one.note:
        yield f"    {' '.join(one.note.split())}"
    if one.withdrawn_at:
        yield f"    taken back by {one.withdrawn_by}, {one.withdrawn_at[:10]}"


def _marked(sentence: Sentence) -> str:
    words = f"[{sentence.words}]" if sentence.before or sentence.after else sentence.words
    return " ".join(f"{sentence.before}{words}{sentence.after}".split())


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
