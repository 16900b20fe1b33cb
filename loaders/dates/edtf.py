"""EDTF values (ISO 8601-2:2019, levels 0 to 2 as far as documents need them), as they are written.

`XXXX` stands for a year that the text does not give. Sub-year codes: seasons 21-24, quarters 33-36, thirds 37-39,
half-years 40-41. A trailing `~` is "early", "late", "about". What a value spans is told by `graph.periods`.
"""

from calendar import monthrange

NO_YEAR = "XXXX"


def year_text(year: int | None) -> str:
    """Four digits, or XXXX."""
    return NO_YEAR if year is None else f"{year:04d}"


def day_text(year: int | None, month: int, day: int) -> str:
    """A day, or one without its year."""
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def month_text(year: int | None, month: int) -> str:
    """A month, or a part of the year by its code."""
    return f"{year_text(year)}-{month:02d}"


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; without a year, 29 February counts."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def has_year(edtf: str) -> bool:
    """Whether every part of the value has its year."""
    return bool(edtf) and NO_YEAR not in edtf


def with_year(edtf: str, year: int) -> str:
    """The value with a year put in; an interval that turns the year ends in the next one."""
    parts = edtf.split("/")
    filled = [part.replace(NO_YEAR, f"{year:04d}") for part in parts]
    if len(parts) == 2 and parts[1].startswith(NO_YEAR) and filled[1] < filled[0]:
        filled[1] = parts[1].replace(NO_YEAR, f"{year + 1:04d}")
    return "/".join(filled)
