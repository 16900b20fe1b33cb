"""The meeting that a cell of a table names under "Event" or "Activity": its words, its kind, and the day of its row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.reading.blocks import Block
from loaders.recognition.meetings.cell_meetings import tells_setting
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.recognition import Recognition

_BEHIND = re.compile(r"\s(?:on|of|for|to|with|between|about|in|at)\s", re.IGNORECASE)


def row_meeting(found: Recognition, row: Mapping[int, Sequence[Block]], cell: Block) -> Event | None:
    """The meeting with the day that its row tells; None where no word of the cell is one for a meeting."""
    kind = _kind(cell.text)
    if kind is None:
        return None
    days = {s.value for cells in row.values() for c in cells for s in found.spans[c.order] if s.code == DATE_CODE}
    event = Event(kind, cell.text, tuple(days) if len(days) == 1 else ())
    event.english = in_english(cell.text, found.reading.language) or ""
    return event


def _kind(text: str) -> str | None:
    """By the last noun before what it is about: "Preparatory day of civil society", "Data workshop on remittances"."""
    about = _BEHIND.search(text)
    heads = [text[at:to] for at, to in grammar().heads.find(text) if not about or to <= about.start() or at == 0]
    return grammar().kinds.get(heads[-1].casefold()) if heads else None


def row_meetings(found: Recognition) -> Iterator[Event]:
    """The meetings that the first cells of the tables name, with the day and place of their rows."""
    for table in found.grids:
        number = min(table.columns, default=0)
        if number in table.columns and table.columns[number].key == "Event":
            yield from filter(None, (_placed(found, cell, table.row_of(cell)) for cell in table.body_column(number)))


def _placed(found: Recognition, cell: Block, row: Mapping[int, Sequence[Block]]) -> Event | None:
    named = next((s for s in found.spans[cell.order] if s.code == "E" and s.at == 0 and s.method == "pattern"), None)
    event = row_meeting(found, row, cell) if named else None
    beside = [c for cells in row.values() for c in cells if c is not cell and tells_setting(found, c)]
    places = (s.entity for c in beside for s in found.spans[c.order] if s.code in "CS")
    return replace(event, known=named.entity, places=tuple(dict.fromkeys(places))) if event and named else None
