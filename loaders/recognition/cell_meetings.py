"""Meetings that table cells name: "XX, Lima, 13 y 14 de octubre" under "Conferencia anual", in the row of 2022."""

import re
from dataclasses import replace

from graph.iris import slug
from graph.periods_text import display
from graph.records import LinkStatus
from loaders.dates.edtf import has_year, with_year
from loaders.reading.blocks import Block
from loaders.recognition.gazetteer import reference_names
from loaders.recognition.grid import Column, Grid
from loaders.recognition.recognition import Recognition
from loaders.recognition.spans import DATE_CODE, Span, longest_first

_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*")
_ORDINAL = re.compile(r"(?:[IVXL]{1,7}|\d{1,2}(?:st|nd|rd|th|[ªºa°o]|e|ème|er|ère)?|[^\W\d_]{4,14})\.?", re.IGNORECASE)
_PLACE = re.compile(r",\s(?P<place>[A-ZÀ-Ý][\w'’.-]+(?:\s(?:de\s|del\s|la\s|le\s)?[A-ZÀ-Ý][\w'’.-]+){0,3})(?=,|\s\(|$)")


def name_meetings(found: Recognition) -> None:
    """Puts in the meetings that table cells name together with their place or day, and gives those days their year."""
    for table in found.grids:
        for row in table.body:
            year = next((m[1] for cells in row.values() for c in cells if (m := _YEAR.fullmatch(c.text))), "")
            for number, column in table.columns.items():
                if column.key == "Event":
                    for cell in row.get(number, ()):
                        _name(found, table, column, cell, year)


def _name(found: Recognition, table: Grid, column: Column, cell: Block, year: str) -> None:
    spans = [_with_year(s, year) for s in found.spans[cell.order]]
    place = _PLACE.search(cell.text)
    if place and not any(s.at < place.end("place") and place.start("place") < s.to for s in spans):
        path = found.names.bring(f"place/{slug(place['place'])}", "Place", place["place"])
        spans.append(Span(*place.span("place"), "C", path, "pattern", LinkStatus.PROVISIONAL))
    told = sorted((s for s in spans if s.code in ("C", DATE_CODE)), key=lambda s: s.at)
    end = min((s.at for s in told), default=0)
    words = cell.text[:end].rstrip(" ,(:–—-")
    if not words or any(s.entity and s.at < len(words) and s.code != "R" for s in spans):
        return
    series = _series(found, cell)
    name = f"{words} {reference_names().get(series, '')}".strip() if series and _ORDINAL.fullmatch(words) else words
    if name == words and len(words.split()) < 2:
        return
    day = next((s.value for s in told if s.code == DATE_CODE), year)
    path = f"event/{slug(name, 60)}-{slug(day.split('/')[0])}" if day else f"event/{slug(name, 60)}"
    found.names.bring(path, "Event", f"{name}, {display(day).replace('–', '-').strip()}" if day else name, name, words)
    event = Span(0, len(words), "E", path, "pattern", LinkStatus.PROVISIONAL)
    found.spans[cell.order] = longest_first([event, *(s for s in spans if s.at >= len(words))])
    found.in_cells[cell.order] = (path, year)


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
