"""Meetings that a list or table gives by their titles: "6 May: Cities that receive" under "Side events".

What stands over the list names several meetings; each entry has one day and, where a label or a separator puts it, a
title. Entries are rows of a table, items and lines, and pairs of lines of a table that lost its cells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from graph.records import PassageKind
from loaders.dates.edtf import has_year, with_year
from loaders.reading.blocks import Block
from loaders.recognition.grid import Grid
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.cell_meetings import tells_setting
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import meanings_of
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_LONGEST_LABEL, _LONGEST_TITLE, _FEWEST_LETTERS = 90, 150, 8
_MOST_OF_IT, _MOST_OVER = 0.6, 16
_YEAR = re.compile(r"\b20\d\d\b")
_OPENS = re.compile(r"[^\w\"“«]*(?:[A-Za-zà-ÿ]{2,10}\s)?")  # a weekday, "on", "le"
_BEHIND_DAY = re.compile(r"[^:–—|\"“«]{0,50}?(?:\s?:\s|\s[–—|]\s|,\s(?=[\"“«]))")
_BEFORE_DAY = re.compile(r"\s?[,(–—|-]\s?(?:[^\W\d]\w+,?\s)?$")
_TITLE = re.compile(r"(?P<open>[\"“«]\s?)?(?P<title>[A-ZÀ-ÝŒÑ¿¡].+)")
_CLOSES = re.compile(r"\s?[\"”»]")
_NAMES = frozenset("SUORPWEC")


@lru_cache(maxsize=1)
def _several() -> Uncased:
    """What stands over such a list: "Side events", "Calendar of webinars on the Compact"."""
    words = load("events")
    nouns = alternatives([re.escape(one) for one in (*words["plurals"], *words["listed_by_title"])])
    return Uncased(
        rf"\W*(?:\d+\.?\s)?(?:{alternatives(words['lists_of'])})?(?:[\w’'-]+\s){{0,2}}?(?P<noun>{nouns})(?!\w)"
    )


@lru_cache(maxsize=1)
def _title_column() -> Uncased:
    return Uncased(rf"(?:{alternatives(load('events')['title_columns'])})(?!\w)")


@lru_cache(maxsize=1)
def _ends() -> Uncased:
    return Uncased(rf"\s\(|\s[–—]\s|[.;|](?=\s|$)|,\s(?=(?:{alternatives(load('events')['behind_titles'])})(?!\w))")


def titled_meeting(result: Recognition, block: Block) -> Candidate | None:
    """The meeting whose title a cell, an item or a line is or holds; None where none is listed by its title."""
    if not _is_day_near(result, block):
        return None
    opens = block.kind is PassageKind.HEADING or block in result.header
    kind = "" if opens else _kind_over(result, block)
    if block.row is not None:
        return _in_row(result, block, kind) if kind else None
    return (_in_line(result, block, kind) if kind else None) or _below_day(result, block, kind)


def _is_day_near(result: Recognition, block: Block) -> bool:
    near = block.row is not None or _days(result, block)
    return bool(near or (block.order and _days(result, result.reading.blocks[block.order - 1])))


def _days(result: Recognition, block: Block) -> list[str]:
    return [s.value for s in result.spans[block.order] if s.code == DATE_CODE]


def _kind_over(result: Recognition, block: Block) -> str:
    """The kind of the meetings that stand below a heading, a line that opens a list, or the one over a table."""
    blocks, first = result.reading.blocks, result.reading.table_start(block)
    over = [blocks[one] for one in (block.lead, first.section) if one is not None and one != block.order]
    if block.row is not None and first.order:
        over.append(blocks[first.order - 1])
    return next(filter(None, (_kind_of(line.text) for line in over)), "")


def _kind_of(line: str) -> str:
    named = _several().match(line) if len(line) <= _LONGEST_LABEL else None
    if named is None:
        return ""
    noun = named["noun"].casefold()
    noun = load("events")["plurals"].get(noun) or load("events")["listed_by_title"][noun]
    return grammar().kinds.get(noun, "meeting")


def title_column(found: Recognition, table: Grid) -> int | None:
    """The column whose cells are the titles of the meetings of a table; None where it lists no meetings."""
    if len(table.rows) < 2:
        return None
    headed = (n for n, cells in table.rows[0].items() if cells and _title_column().match(cells[0].text))
    number = next(headed, None)
    return number if number is not None and _kind_over(found, table.first) else None


def _in_row(result: Recognition, block: Block, kind: str) -> Candidate | None:
    """A cell under "Title", in a row where one cell tells the day."""
    table = result.grid_of(block)
    if table is None or title_column(result, table) != block.column:
        return None
    beside = [c for cells in table.row_of(block).values() for c in cells if c is not block and _days(result, c)]
    return _named(result, block, kind, 0, len(block.text), beside) if len(beside) == 1 else None


def _in_line(result: Recognition, block: Block, kind: str) -> Candidate | None:
    """Behind the day that opens an entry, or before the day that closes it."""
    days = [s for s in result.spans[block.order] if s.code == DATE_CODE]
    if not days:
        return None
    opens = _OPENS.match(block.text)
    if opens and days[0].at in (0, opens.end()):
        behind = _BEHIND_DAY.match(block.text, days[0].to)
        return _named(result, block, kind, behind.end(), len(block.text), [block]) if behind else None
    before = _BEFORE_DAY.search(block.text, 0, days[0].at)
    return _named(result, block, kind, 0, before.start(), [block], whole=True) if before else None


def _below_day(result: Recognition, block: Block, kind: str) -> Candidate | None:
    """Right below a line that is a day, where a table lost its cells: two of its days stand so at least."""
    blocks = result.reading.blocks
    above = blocks[block.order - 1] if block.order else block
    if not _is_day(result, above) or _days(result, block):
        return None
    if len(result.lone_days) < 2:
        return None
    over = [b.text for b in blocks[max(0, result.lone_days[0] - _MOST_OVER) : result.lone_days[0]]]
    kind = kind or next(filter(None, (_kind_of(line) for line in over)), "")
    if not kind or result.days:
        return None
    found = _named(result, block, kind, 0, len(block.text), [above])
    years = {int(year) for line in over for year in _YEAR.findall(line)}
    if found is None or len(years) != 1 or has_year(found.dates[0]):
        return found
    return replace(found, dates=tuple(with_year(day, min(years)) or day for day in found.dates))


def lone_days(result: Recognition) -> list[int]:
    """The first two lines that are a day and nothing else; asked for once, since a list may have thousands."""
    return list(islice((block.order for block in result.reading.blocks if _is_day(result, block)), 2))


def _is_day(result: Recognition, block: Block) -> bool:
    return block.row is None and bool(_days(result, block)) and tells_setting(result, block)


def _named(
    result: Recognition, block: Block, kind: str, at: int, to: int, told: Sequence[Block], *, whole: bool = False
) -> Candidate | None:
    """The meeting whose title opens at `at`. whole: all up to `to` is the title."""
    begun = _TITLE.match(block.text, at, to)
    days = [day for one in told for day in _days(result, one)]
    if begun is None or not days or to - at > 2 * _LONGEST_TITLE:
        return None
    at = begun.start("title")
    end = (_CLOSES if begun["open"] else _ends()).search(block.text, at, to)
    if end and whole and not begun["open"]:
        return None
    to = end.start() if end else to
    words = block.text[at:to].rstrip(" ,.")
    if not _is_title(result, block, at, at + len(words)):
        return None
    here = [s.entity for s in result.spans[block.order] if s.code == "C" and not at <= s.at < to]
    there = [s.entity for one in told if one is not block for s in result.spans[one.order] if s.code in "CS"]
    places = tuple(dict.fromkeys(there)) or tuple(here if len(here) == 1 else ())
    return Candidate(at, at + len(words), kind, words, definite=False, named=True, dates=tuple(days[:1]),
                     places=places, told=len(block.text), titled=True)  # fmt: skip


def _is_title(result: Recognition, block: Block, at: int, to: int) -> bool:
    """Whether words can be a title: more than one, and not the name of something else."""
    words = block.text[at:to]
    spans = [s for s in result.spans[block.order] if at <= s.at < to]
    named = sum(s.to - s.at for s in spans if s.code in _NAMES or s.code in (DATE_CODE, "H"))
    letters = sum(map(str.isalpha, words))
    return (
        _FEWEST_LETTERS <= letters <= _LONGEST_TITLE
        and " " in words
        and words.count(". ") == 0
        and not meanings_of(words.partition(":")[0])
        and named < _MOST_OF_IT * len(words)
    )
