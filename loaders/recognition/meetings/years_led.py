"""The year that stands before the name of a meeting: "its 2025 annual meeting", "last year's conference"."""

import re

from loaders.recognition.names.spans import Row
from loaders.rules.sought import Sought

_LONGEST = 40
_YEAR = Sought(r"(?<=\b(?i:the|its|our) )(?P<year>20\d\d)\s$")
_OF_YEAR = Sought(r"\b(?:last|next|the previous) year['’]s\s$", re.IGNORECASE)


def year_leading(text: str, at: int, dates: Row) -> tuple[int, str] | None:
    """Where the words begin that give a meeting at `at` its year, and the year; None where none do."""
    begin = max(0, at - _LONGEST)
    year = _YEAR.search(text, begin, at)
    if year:
        return year.start(), year["year"]
    told = _OF_YEAR.search(text, begin, at)
    date = dates.last_before(at) if told else None
    return (told.start(), date.value) if told and date and date.to > told.start() else None
