"""Who met, who observed and who was heard, as the preamble of a declaration tells of the declaration's own meeting.

"Los representantes de A y B, reunidos en ...; Con la asistencia, como observadores, de C y D; Habiendo escuchado ..."
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from graph.records import PassageKind
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_OPENS_WITHIN, _MOST_RECITALS = 14, 20
_LEAST = 60  # letters of a paragraph that tells who met
_ACTORS, _BODIES = "SUO", "RP"
_PROCESSES = ("regional-process/", "process/")
_TO_ITS_NAMES = 40
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Patterns:
    opens: re.Pattern[str]
    met: re.Pattern[str]
    presence: re.Pattern[str]
    status: re.Pattern[str]
    of_a_meeting: re.Pattern[str]
    of_a_body: re.Pattern[str]
    heard: re.Pattern[str]
    co_chaired: re.Pattern[str]
    too: re.Pattern[str]
    operative: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = load("preambles")
    any_of = {name: alternatives(entries) for name, entries in words.items()}
    compiled = partial(re.compile, flags=re.IGNORECASE)
    return _Patterns(
        opens=compiled(any_of["opens"]),
        met=compiled(rf"\b{any_of['met']}\b"),
        presence=compiled(any_of["presence"]),
        status=compiled(rf"\b(?:(?P<observed>{any_of['observed']})|{any_of['guests']})\b"),
        of_a_meeting=compiled(rf"\s?{any_of['of_a_meeting']}\b"),
        of_a_body=compiled(rf"\s?{any_of['of_a_body']}\b"),
        heard=compiled(any_of["heard"]),
        co_chaired=compiled(rf"\b{any_of['co_chaired']}\s(?:de|of|du|d)\b"),
        too=compiled(rf"\b{any_of['welcomed_too']}"),
        operative=compiled(any_of["operative"]),
    )


def with_preamble(found: Recognition, meeting: str | None, stated: Sequence[Stated]) -> list[Stated]:
    """What is stated, with participatesIn, observerOf, spokeAt and coChairs of the meeting that adopts a declaration.

    Who observes the body that met is no observer of the meeting, whatever else was read.
    """
    told = list(_told(found, meeting)) if meeting and meeting.startswith("event/") else []
    observed = {(one.subject, one.spots[0].block): one.object for one in told if one.relation == "observerOf"}
    kept = (one for one in stated if one.relation != "observerOf" or _is_told(one, observed))
    return [*kept, *told]


def _is_told(one: Stated, observed: Mapping[tuple[str, int], str | None]) -> bool:
    return observed.get((one.subject, one.spots[0].block), one.object) == one.object


def _told(found: Recognition, meeting: str) -> Iterator[Stated]:
    opening = next((b for b in found.reading.blocks[:_OPENS_WITHIN] if _is_opening(found, b)), None)
    if opening is None:
        return
    yield from _met(found, opening, meeting)
    yield from _co_chaired(found, opening, meeting)
    for block in found.reading.blocks[opening.order + 1 : opening.order + 1 + _MOST_RECITALS]:
        if block.kind is PassageKind.HEADING or _patterns().operative.match(block.text):
            return
        present = _patterns().presence.match(block.text)
        if present:
            yield from _present(found, block, present.end(), meeting)
        elif _patterns().heard.match(block.text):
            for person in found.people[block.order]:
                yield _stated(person.path, "spokeAt", meeting, block)
        yield from _co_chaired(found, block, meeting)


def _stated(subject: str, relation: str, target: str, block: Block) -> Stated:
    return Stated(subject=subject, relation=relation, object=target, spots=(Spot(block.order, 0, len(block.text)),),
                  rule="preamble", inferences=("context",))  # fmt: skip


def _is_opening(found: Recognition, block: Block) -> bool:
    """Whether a paragraph is the subject of a declaration: who met, and no verb of their own."""
    plain = block.kind is PassageKind.PARAGRAPH and len(block.text) >= _LEAST and block.text[-1] in ",;:"
    if not plain or not _patterns().opens.match(block.text):
        return False
    return _patterns().met.search(block.text) is not None or _names(found, block, 0, len(block.text)) != []


def _names(found: Recognition, block: Block, at: int, to: int) -> list[Span]:
    return [span for span in found.spans[block.order] if span.code in _ACTORS and at <= span.at < to]


def _met(found: Recognition, block: Block, meeting: str) -> Iterator[Stated]:
    """Those named before "meeting in ..."; all, where the paragraph does not say so."""
    met = _patterns().met.search(block.text)
    names = _names(found, block, 0, met.start() if met else len(block.text))
    if len(names) >= _FEWEST:
        for span in names:
            yield _stated(span.entity, "participatesIn", meeting, block)


def _present(found: Recognition, block: Block, at: int, meeting: str) -> Iterator[Stated]:
    """Who else was there: as an observer of the meeting, of the body that met, or as a guest."""
    too = _patterns().too.search(block.text, at)
    end = too.start() if too else len(block.text)
    names = _names(found, block, at, end)
    marks = list(_patterns().status.finditer(block.text, at, end))
    before = bool(names and marks) and marks[0].start() < names[0].at
    bodies = [_body_behind(found, block, mark.end()) for mark in marks if mark["observed"]]
    for span in names:
        if before:
            mark = next((one for one in reversed(marks) if one.end() <= span.at), None)
        else:
            mark = next((one for one in marks if one.start() >= span.to), None)
        observes = mark if mark and mark["observed"] else None
        of_meeting = observes is not None and _patterns().of_a_meeting.match(block.text, observes.end())
        body = next(filter(None, bodies), None) if observes and not of_meeting else None
        if observes is None or body:
            yield _stated(span.entity, "participatesIn", meeting, block)
        if observes:
            yield _stated(span.entity, "observerOf", body or meeting, block)


def _body_behind(found: Recognition, block: Block, at: int) -> str | None:
    """The body that "observers of the Conference" observe; None where it is the meeting, or is not told."""
    behind = (s for s in found.spans[block.order] if at <= s.at <= at + len(" de la ") + 1)
    named = next((s.entity for s in behind if s.code in _BODIES), None)
    own = found.book.main
    whose = own.series[-1] if own and own.series and own.series[-1].startswith(_PROCESSES) else None
    return named or (whose if _patterns().of_a_body.match(block.text, at) else None)


def _co_chaired(found: Recognition, block: Block, meeting: str) -> Iterator[Stated]:
    """As in "bajo la copresidencia de A y B", where no other meeting is named."""
    chaired = _patterns().co_chaired.search(block.text)
    others = any(s.code in "ET" and s.entity != meeting for s in found.spans[block.order])
    if chaired is None or others:
        return
    names = _names(found, block, chaired.end(), len(block.text))
    if names and names[0].at <= chaired.end() + _TO_ITS_NAMES:
        end = re.search(r"[,;.]\s(?!\w+[ ]y\b)|$", block.text[names[0].to :])
        for span in names:
            if end is None or span.at < names[0].to + end.start():
                yield _stated(span.entity, "coChairs", meeting, block)
