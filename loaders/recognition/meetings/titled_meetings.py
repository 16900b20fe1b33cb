"""Meetings that only a title names, over the fields that tell when, where and by whom they are.

A calendar or a list of side events gives each its title ("Cities and the climate") and a few fields under it, whatever
the layout: "Date: ...", a heading "When" over a line, rows of label and value. The title is the name.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.iris import slug
from graph.periods_text import display
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.grid import Labelled
from loaders.recognition.meetings.sessions import SIDE_EVENT, SIDE_EVENTS, TITLED
from loaders.recognition.names.spans import DATE_CODE, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import meanings_of

_OF_MEETINGS = frozenset(
    {"venue", "organisers", "hosts", "speakers", "presidency", "co-presidency", "participants", "objectives"}
)
_NAMED_OTHERWISE = frozenset("ETWPR")
_LONGEST_TITLE = 160


@dataclass(slots=True)
class _Fields:
    """The fields under one title: their kinds, the day they tell, and the blocks that they stand in."""

    kinds: set[str] = field(default_factory=set)
    days: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)


def name_titled_meetings(found: Recognition) -> None:
    """Notes each such meeting at its title and its fields; fields under one title alone are of the paper's own."""
    told = {title: fields for title, fields in _by_title(found).items() if _names_one(found, title, fields)}
    for title, fields in told.items() if len(told) > 1 else ():
        block = found.reading.blocks[title]
        words = block.text.strip(' "“”«»')
        side = _is_side_event(found, block)
        shown = f"{words}, {display(fields.days[0]).replace('–', '-')}"
        path = f"{SIDE_EVENT if side else TITLED}{slug(words, 60)}"
        found.names.bring(path, "Event", f"Side event: {shown}" if side else shown, words)
        span = Span(0, len(block.text), "E", path, "pattern", LinkStatus.PROVISIONAL)
        found.inside.setdefault(title, []).append(span)
        for order in (title, *fields.blocks):
            found.sessions[order] = path


def _names_one(found: Recognition, title: int, fields: _Fields) -> bool:
    one_day = len(set(fields.days)) == 1
    return one_day and bool(fields.kinds & _OF_MEETINGS) and _may_name(found, found.reading.blocks[title])


def _by_title(found: Recognition) -> dict[int, _Fields]:
    titles: dict[int, _Fields] = defaultdict(_Fields)
    for one in found.labelled:
        if one.key is not None or not (one.meaning.id in _OF_MEETINGS or one.meaning.id == "time"):
            continue
        title = _title_over(found, one)
        if title is None:
            continue
        fields = titles[title]
        fields.kinds.add(one.meaning.id)
        fields.blocks += (one.label.block, one.value.block)
        if one.meaning.id == "time":
            fields.days += _days(found, one)
    return titles


def _title_over(found: Recognition, one: Labelled) -> int | None:
    """The heading over a label; where the label is itself a heading, the one over that."""
    return found.reading.blocks[one.label.block].section


def _days(found: Recognition, one: Labelled) -> Iterator[str]:
    for span in found.spans[one.value.block]:
        if span.code == DATE_CODE and one.value.at <= span.at < one.value.to:
            yield span.value


def _may_name(found: Recognition, title: Block) -> bool:
    """Whether a heading can be the name of a meeting: not that of the paper, no label, and nothing that has a name."""
    named = any(span.code in _NAMED_OTHERWISE for span in found.spans[title.order])
    over = title.section is None or title.text in found.frame.title
    return not (named or over or meanings_of(title.text) or len(title.text) > _LONGEST_TITLE)


def _is_side_event(found: Recognition, title: Block) -> bool:
    """Whether a heading over it, or the title of the paper, says that what follows are side events."""
    over: list[str] = [found.frame.title]
    section = title.section
    while section is not None:
        over.append(found.reading.blocks[section].text)
        section = found.reading.blocks[section].section
    return any(SIDE_EVENTS.search(text) for text in over)
