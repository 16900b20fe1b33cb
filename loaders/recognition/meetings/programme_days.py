"""The days of a programme: lines that open one ("DAY ONE – Tuesday, 4 November 2025"), and all days of the meeting."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.recognition import Recognition

_LONGEST = 90
_MOST_DAYS = 10
_LINES = (PassageKind.HEADING, PassageKind.PARAGRAPH)
_NUMBER = (
    r"(?:\d{1,2}|I{1,3}|IV|V|one|two|three|four|five|uno|dos|tres|cuatro|cinco|un|une|deux|trois|quatre|cinq|first|second"
    r"|third|fourth|fifth|primer|segundo|tercer|cuarto|quinto|1er|1re|premier|première|deuxième|troisième|quatrième)"
)
# "Day 1", "Segundo día", "Jour 2"
_DAY = rf"(?:(?:day|día|jour|journée|jornada)\s{_NUMBER}|{_NUMBER}\s(?:day|día|jour|journée|jornada))"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
)
_LEADS = re.compile(rf"(?P<day>{_DAY})?\W{{0,4}}(?:{_WEEKDAY})?\W{{0,3}}(?:the|el|le)?\s?", re.IGNORECASE)
_ENDS = re.compile(r"[\s.,:;)*]*(?:[(|–—-].{0,40})?")


def days_by_block(found: Recognition) -> Mapping[int, str]:
    """The day that each line of a programme opens, by the order of its block; empty for what is no programme.

    Two of them follow each other, or they say that they are days ("Day 2").
    """
    opened = [(block.order, *one) for block in found.reading.blocks if (one := _opened(found, block))]
    said = [(order, day) for order, day, numbered in opened if numbered]
    lines = said or [(order, day) for order, day, _ in opened]
    days = [date.fromisoformat(day) for _, day in lines]
    follow = len(days) > 1 and all(timedelta() < b - a <= timedelta(1) for a, b in pairwise(days))
    if not (follow or (said and len(days) == 1)) or len(days) > _MOST_DAYS:
        return {}
    return dict(lines)


def all_days(found: Recognition) -> str | None:
    """The days of the meeting that a programme is of, from its first to its last; None for what is no programme."""
    days = sorted(set(found.days.values()))
    if not days:
        return None
    return days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}"


def day_over(days: Mapping[int, str], order: int) -> tuple[int, str] | None:
    """The line that opens the day under which a block stands, and the day."""
    line = max((one for one in days if one <= order), default=None)
    return None if line is None else (line, days[line])


def opens_a_day(text: str) -> bool:
    """Whether a short cell tells a day of a programme: "Day 1, morning", "Jour 2"."""
    return len(text) <= _LONGEST and re.match(rf"{_DAY}\b", text, re.IGNORECASE) is not None


def _fills_row(found: Recognition, block: Block) -> bool:
    """Whether a cell has its row to itself in a table of several columns, as the day over its sessions has."""
    table = found.grid_of(block)
    return table is not None and len(table.row_of(block)) == 1 and any(len(row) > 1 for row in table.rows)


def _opened(found: Recognition, block: Block) -> tuple[str, bool] | None:
    """The day that a line opens, and whether it says that it is one ("Day 2")."""
    if len(block.text) > _LONGEST or not (block.kind in _LINES or _fills_row(found, block)):
        return None
    dates = found.timeline.spans(block)
    if len(dates) != 1 or not re.fullmatch(r"\d{4}-\d\d-\d\d", dates[0].value):
        return None
    leads = _LEADS.fullmatch(block.text, 0, dates[0].at)
    return (dates[0].value, bool(leads["day"])) if leads and _ENDS.fullmatch(block.text, dates[0].to) else None
