"""Meetings that table cells name: "XX, Lima, 13 y 14 de octubre" under "Conferencia anual", in the row of 2022."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.iris import slug
from graph.periods_text import display
from graph.records import LinkStatus
from loaders.dates.edtf import has_year, with_year
from loaders.reading.blocks import Block
from loaders.recognition.grid import Column
from loaders.recognition.meetings.settings import Setting
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.names.spans import DATE_CODE, Span, longest_first
from loaders.recognition.recognition import Recognition

_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*")
_ORDINAL = re.compile(r"(?:[IVXL]{1,7}|\d{1,2}(?:st|nd|rd|th|[ªºa°o]|e|ème|er|ère)?|[^\W\d_]{4,14})\.?", re.IGNORECASE)
_COUNTER = re.compile(r"[\W\d_]*")
_MOST_OF_IT = 0.6
_PLACE = re.compile(r",\s(?P<place>[A-ZÀ-Ý][\w'’.-]+(?:\s(?:de\s|del\s|la\s|le\s)?[A-ZÀ-Ý][\w'’.-]+){0,3})(?=,|\s\(|$)")


def name_meetings(found: Recognition) -> None:
    """Puts in the meetings that table cells name together with their place or day, in the cell or beside it."""
    for table in found.grids:
        for number, column in table.columns.items():
            for cell in table.body_column(number) if column.key == "Event" else ():
                row = [c for cells in table.row_of(cell).values() for c in cells]
                year = next((m[1] for c in row if (m := _YEAR.fullmatch(c.text))), "")
                _name(found, cell, column, year, row)


def row_setting(found: Recognition, block: Block) -> Setting:
    """The date and place that stand in the other cells of a row, of the meeting that its first cell of words names."""
    table = found.grid_of(block)
    if table is None or (table.columns and block.row == table.numbers[0]):
        return Setting()
    row = table.row_of(block)
    cells = [cell for number in sorted(row) for cell in row[number]]
    words = next((c for c in cells if not tells_setting(found, c) and not _COUNTER.fullmatch(c.text)), None)
    if words is not block:
        return Setting()
    spans = [s for c in cells if c is not block and tells_setting(found, c) for s in found.spans[c.order]]
    days = tuple(s.value for s in spans if s.code == DATE_CODE)
    return Setting(days, tuple(dict.fromkeys(s.entity for s in spans if s.code in "CS")), len(block.text))


def tells_setting(found: Recognition, cell: Block) -> bool:
    """Whether a cell holds little else than dates and places."""
    told = [s for s in found.spans[cell.order] if s.code in ("C", DATE_CODE) or (s.code == "S" and s.at)]
    letters = sum(map(str.isalnum, cell.text))
    return bool(told) and sum(s.to - s.at for s in told) >= _MOST_OF_IT * letters


def _name(found: Recognition, cell: Block, column: Column, year: str, row: Sequence[Block]) -> None:
    spans = [_with_year(s, year) for s in found.spans[cell.order]]
    place = _PLACE.search(cell.text)
    if place and not any(s.at < place.end("place") and place.start("place") < s.to for s in spans):
        path = found.names.bring(f"place/{slug(place['place'])}", "Place", place["place"])
        spans.append(Span(*place.span("place"), "C", path, "pattern", LinkStatus.PROVISIONAL))
    told = sorted((s for s in spans if s.code in ("C", DATE_CODE)), key=lambda s: s.at)
    beside = [] if told or not ordinal(cell.text) else [c for c in row if c is not cell and tells_setting(found, c)]
    end = min((s.at for s in told), default=len(cell.text) if beside else 0)
    words = cell.text[:end].rstrip(" ,(:–—-")
    if not words or any(s.entity and s.at < len(words) and s.code != "R" for s in spans):
        return
    day = next((s.value for s in told if s.code == DATE_CODE), year)
    day = next((s.value for c in beside for s in found.spans[c.order] if s.code == DATE_CODE), day)
    name = _full_name(found, cell, words, column)
    if name == words and len(words.split()) < 2:
        return
    path = f"event/{slug(name, 60)}-{slug(day.split('/')[0])}" if day else f"event/{slug(name, 60)}"
    found.names.bring(path, "Event", f"{name}, {display(day).replace('–', '-').strip()}" if day else name, name, words)
    event = Span(0, len(words), "E", path, "pattern", LinkStatus.PROVISIONAL)
    found.spans[cell.order] = longest_first([event, *(s for s in spans if s.at >= len(words))])
    found.in_cells[cell.order] = (path, year)
    found.in_cells.update((c.order, (path, "")) for c in beside)


def _full_name(found: Recognition, cell: Block, words: str, column: Column) -> str:
    """A meeting that only its number names, with what it is the meeting of, or what its column says it is."""
    series = _series(found, cell)
    if not _ORDINAL.fullmatch(words):
        return words
    if series:
        return f"{words} {reference_names().get(series, '')}".strip()
    noun = re.sub(r"s$", "", column.header.strip()).lower()
    return (
        f"{words} {in_english(noun, found.reading.language) or noun}".lower().capitalize() if ordinal(words) else words
    )


def _with_year(span: Span, year: str) -> Span:
    if span.code == DATE_CODE and year and not has_year(span.value):
        return replace(span, value=with_year(span.value, int(year)))
    return span


def _series(found: Recognition, cell: Block) -> str | None:
    """The process that the meetings of a table are of: what the heading above it names, else the title."""
    order = cell.section
    while order is not None:
        named = next((s.entity for s in found.spans[order] if s.code in "RP"), None)
        if named:
            return named
        order = found.reading.blocks[order].section
    return next((s.entity for b in found.header for s in found.spans[b.order] if s.code in "RP"), None)
