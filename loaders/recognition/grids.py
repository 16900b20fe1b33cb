"""Tables as grids: which row heads the columns, what a row is about, and the names that only its place gives a cell.

"RT | Objectives | Co-chairs" over "1 | 2, 5 and 6 | Portugal / Malawi": under such a header a bare number names a
roundtable or an objective, and the words of a first cell name a working group.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.iris import slug
from graph.periods_text import display
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.reading.table_rows import Cells, table_rows
from loaders.recognition.grid import Column, Grid
from loaders.recognition.meetings.round_tables import round_tables
from loaders.recognition.meetings.row_meetings import row_meeting
from loaders.recognition.names.bodies import PREFIXES
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.names.spans import CODES, DATE_CODE, FIGURE_CODE, Span, longest_first
from loaders.recognition.names.typed import objectives, roundtables
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import key_class, meanings_of

_KINDS = "kinds-of-those-who-came"  # over a column, "Countries" says nothing of them
_LONGEST_KEY = 90
_CHAMPIONS = "process/gcm-champion-countries"
_REVIEW = re.compile(
    r"regional reviews?|(?:examen|exámenes|revisi(?:ón|ones)) regional|examens? régiona", re.IGNORECASE
)


def grids(found: Recognition) -> list[Grid]:
    """The tables of a document, in order."""
    tables = [Grid(list(rows.values()), list(rows)) for rows in table_rows(found.reading.blocks)]
    for table in tables:
        table.columns = _columns(found, table)
    return tables


_BARE = re.compile(r"(?:the |la |le )?(?:Network|Red|Réseau)")


def masked_label(found: Recognition, block: Block, at: int, to: int) -> str:
    """A stretch of a block as labels are read: each name and date as its kind."""
    text, end = "", at
    for span in found.spans[block.order]:
        bare = span.method == "context" and _BARE.fullmatch(block.text, span.at, span.to)
        own = span.entity == _CHAMPIONS or span.code == FIGURE_CODE  # labels of their own, and what counts their values
        if at <= span.at and span.to <= to and not own and not bare:
            text += f"{block.text[end : span.at]}⟦{span.code}⟧"
            end = span.to
    return text + block.text[end:to]


def _columns(found: Recognition, table: Grid) -> dict[int, Column]:
    """What the first row says of the columns, where it heads them: a label over any column but the first.

    Where it spans columns, it says it of them all.
    """
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return {}
    columns: dict[int, Column] = {}
    for number, (cell, *_) in table.rows[0].items():
        header = masked_label(found, cell, 0, len(cell.text))
        told = tuple(one for one in meanings_of(header) if one.id != _KINDS)
        columns.update(dict.fromkeys(range(number, number + cell.width), Column(cell, told, key_class(header))))
    first = columns[min(columns)]
    heads = any(column.meanings or column.key for column in columns.values() if column is not first)
    return columns if heads else {}


def name_cells(found: Recognition, tables: Sequence[Grid]) -> None:
    """Spans for what only the header of its column makes a name of: roundtables, objectives, groups, side events."""
    for table in tables:
        for number, column in table.columns.items():
            for cell in table.body_column(number):
                named = list(_named(found, column, cell, first=number == min(table.columns)))
                if named:
                    found.spans[cell.order] = longest_first([*named, *found.spans[cell.order]])


def _named(found: Recognition, column: Column, cell: Block, *, first: bool) -> Iterator[Span]:
    if any(meaning.value == "J" for meaning in column.meanings):
        yield from _behind("objectives ", objectives, cell)
    elif first and cell.text[:1].isalnum() and len(cell.text) <= 3:
        yield from _behind(f"{column.header} ", lambda text: roundtables(text, found.edition), cell)
    elif first and column.key and cell.kind is PassageKind.CELL and len(cell.text) <= _LONGEST_KEY:
        yield from _key(found, column, cell)


def _of_reviews(found: Recognition, cell: Block) -> bool:
    """Whether a table of regions is one of their reviews, by its heading or the line above it."""
    blocks = found.reading.blocks
    above = [
        blocks[order].text
        for order in (cell.section, found.reading.table_start(cell).order - 1)
        if order is not None and order >= 0
    ]
    return any(_REVIEW.search(text) for text in above)


def _review(found: Recognition, cell: Block) -> Iterator[Span]:
    """As in "Africa" in a table of the regional reviews: the review of that region, with the day of its row."""
    days = [
        s.value
        for cells in _row_of(found, cell).values()
        for c in cells
        for s in found.spans[c.order]
        if s.code == DATE_CODE
    ]
    name = f"{cell.text} regional review"
    shown = f"{name}, {display(days[0]).replace('–', '-').strip()}" if days else name
    path = f"event/{slug(name)}-{slug(days[0].split('/')[0])}" if days else f"event/{slug(name)}"
    found.names.bring(path, "Event", shown, name, cell.text)
    yield Span(0, len(cell.text), "E", path, "pattern", LinkStatus.PROVISIONAL)


def _row_of(found: Recognition, cell: Block) -> Cells:
    table = found.grid_of(cell)
    return table.row_of(cell) if table else {}


def _behind(noun: str, find: Callable[[str], Iterator[Span]], cell: Block) -> Iterator[Span]:
    """What a cell names when the noun of its column stands before it."""
    for span in find(noun + cell.text):
        at = max(span.at - len(noun), 0)
        if span.to > len(noun):
            yield replace(span, at=at, to=span.to - len(noun))


def _key(found: Recognition, column: Column, cell: Block) -> Iterator[Span]:
    """The words of a first cell, as the name of a group, meeting or paper of this document."""
    if any(s.at == 0 and s.code in "WETRPI" for s in found.spans[cell.order]) or column.key is None:
        return
    numbered = column.key == "Event" and (ordinal(cell.text) or any(one.at == 0 for one in round_tables(cell.text)))
    if sum(char.isalpha() for char in cell.text) < 4 or numbered:
        return
    if column.key == "Region":
        if _of_reviews(found, cell):
            yield from _review(found, cell)
        return
    meeting = row_meeting(found, _row_of(found, cell), cell) if column.key == "Event" else None
    if meeting:
        path = found.names.bring(meeting.path, "Event", *meeting.names)
        yield Span(0, len(cell.text), "E", path, "pattern", LinkStatus.PROVISIONAL)
        return
    noun = column.header.rstrip("s").lower()
    titled = noun in cell.text.lower() or column.key == "Instrument"
    name = cell.text if titled else f"{column.header}: {cell.text}"
    prefix = "event" if column.key == "Event" else PREFIXES[column.key]
    path = found.names.bring(f"{prefix}/{slug(name)}", column.key, name, cell.text)
    yield Span(0, len(cell.text), CODES[column.key], path, "pattern", LinkStatus.PROVISIONAL)
