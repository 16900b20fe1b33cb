"""Round tables that go by their objectives: "co-chaired the round table on objectives 4, 8 and 21" of a review."""

import re
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.meetings.event import Event
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_LISTED = re.compile(r"[\s,]*(?:(?:and|y|e|et|&)\s)?(?:the\s|l[oe]s\s)?")
_UNDATED = re.compile(r",? (?:\d[^,]*)?\d{4}$")
_FORUM = "event/imrf-"
_ANDS = re.compile(r",?\s(?:and|y|e|et|&)\s(?:the\s)?(?:\D+\s)?")
_NEAR = 14


@lru_cache(maxsize=1)
def _table() -> Sought:
    nouns = alternatives([re.escape(noun) for noun in load("events")["round_tables"]["round table"]])
    return Sought(
        rf"\b(?P<noun>{nouns})\s(?:on|about|covering|devoted to|sobre|dedicada a|sur|consacrée à|consacrée aux)\s"
        r"(?:the\s|l[oe]s\s|el\s|l['’])?",
        re.IGNORECASE,
    )


def name_objective_tables(found: Recognition) -> None:
    """Puts in each such round table as a part of the meeting that the passage names before it, else the paper's own."""
    for block in found.reading.blocks:
        spans = found.spans[block.order]
        objectives = Row(span for span in spans if span.code == "J")
        for told in _table().finditer(block.text):
            listed = _listed(block.text, told.end(), objectives)
            whole = _whole(found, block, told.start())
            free = not Row(s for s in spans if s.code in "TE").touching(*told.span("noun"))
            if listed and whole and free and not whole.path.startswith(_FORUM):
                table = _bring(found, block, told, whole, listed)
                found.spans[block.order] = longest_first([*found.spans[block.order], table])
                found.round_tables.setdefault(block.order, []).append(table)


def _listed(text: str, at: int, objectives: Row) -> list[Span]:
    """The objectives that are listed from `at` on."""
    listed: list[Span] = []
    for span in objectives.starting(at, len(text)):
        near = _LISTED.fullmatch(text, listed[-1].to, span.at) if listed else span.at - at <= _NEAR
        if not near:
            break
        listed.append(span)
    return listed


def _whole(found: Recognition, block: Block, at: int) -> Event | None:
    before = [event for candidate, event in found.meetings.get(block.order, ()) if candidate.at < at]
    return before[-1] if before else found.book.main


def _bring(found: Recognition, block: Block, told: re.Match[str], whole: Event, listed: list[Span]) -> Span:
    words = block.text[told.start() : listed[-1].to]
    numbers = _ANDS.sub(" and ", re.sub(r"^\D+", "", block.text[listed[0].at : listed[-1].to]))
    brought = found.names.brought.get(whole.path)
    name = f"Round table on objectives {numbers} of the {_UNDATED.sub('', brought.name if brought else whole.name)}"
    path = f"roundtable/{slug(whole.path.partition('/')[2], 50)}-on-{slug(numbers, 30)}"
    found.names.bring(path, "Roundtable", name, words, block.text[told.start("noun") : listed[-1].to])
    found.parts[path] = whole.path
    return Span(*told.span("noun"), "T", path, "pattern", LinkStatus.PROVISIONAL)
