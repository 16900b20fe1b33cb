"""Editions of a forum that is held again and again: `process/imrf` in 2022 is `event/imrf-2022`."""

import re
from functools import lru_cache

from loaders.recognition.names.gazetteer import reference_classes

# forums whose editions are events of their own
EDITIONS = ("process/imrf",)
_ORDINALS = {
    "first": "2022", "1st": "2022", "inaugural": "2022", "primer": "2022", "premier": "2022", "première": "2022",
    "primera": "2022", "1er": "2022", "second": "2026", "2nd": "2026", "segundo": "2026", "segunda": "2026",
    "deuxième": "2026", "seconde": "2026", "2e": "2026",
    "third": "2030", "3rd": "2030", "tercer": "2030", "troisième": "2030",
}  # fmt: skip
# "(IMRF), in New York, in May 2026"
_BESIDE = re.compile(
    r"\)?\s*(?:\([A-Z]+\)\s*)?(?:,?\s*(?:in|en|à|a) [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ]\w+)?(?=,|\s(?:in|en)\b))?,?\s*"
    r"(?:(?:of|in|de|en|del)\s(?:[^\W\d_]{3,10}\s(?:de\s)?)?|[Mm]a(?:yo(?: de)?|y|i)\s)?(20\d\d)\b(?!\d|[-–])"
)
_BEFORE = re.compile(
    rf"\b(?:(20\d\d)|({'|'.join(_ORDINALS)}))\s+(?:(?:edition of (?:the )?|edición del?|édition du) ?)?"
    r"(?:(?:global |UN |U\.N\. |United Nations )\s?)?$",
    re.IGNORECASE,
)
# "the Forum, held for the first time"
_TIMES = re.compile(
    r"(?:\s?\([A-Z]+\))?,?\s(?:[\w'’]+\s){1,3}?(?:for the|por|pour la) "
    r"(first|second|primera|segunda|première|deuxième) (?:time|vez|fois)\b",
    re.IGNORECASE,
)
_FIRST, _EVERY, _LAST = 2022, 4, 2050


def edition_beside(text: str, at: int, to: int, path: str) -> str | None:
    """The edition that the words around a forum's name give: "IMRF 2026", "the second International Migration ..."."""
    behind, before = _BESIDE.match(text, to), _BEFORE.search(text, max(0, at - 40), at)
    year = behind[1] if behind else before and (before[1] or _ORDINALS[before[2].casefold()])
    times = _TIMES.match(text, to) if not year else None
    year = _ORDINALS[times[1].casefold()] if times else year
    if not year:
        return None
    edition = edition_of(path, year, "")
    return edition if edition != path else _to_come(path, int(year))


def _to_come(path: str, year: int) -> str | None:
    """An edition that the reference data has not yet: the forum meets every four years."""
    meets = _FIRST <= year <= _LAST and (year - _FIRST) % _EVERY == 0
    return f"event/{path.split('/')[1]}-{year}" if meets else None


def name_begins(text: str, at: int) -> int:
    """Where the name of a forum at `at` begins with its number or year: "the second Review Forum"."""
    before = _BEFORE.search(text, max(0, at - 40), at)
    return before.start() if before else at


def year_of_edition(word: str) -> str | None:
    """The year of a forum's edition from its ordinal or its year: "second" and "2026" are "2026"."""
    return word if re.fullmatch(r"20\d\d", word) else _ORDINALS.get(word.casefold())


def edition_of(path: str, edtf: str, default: str) -> str:
    """The edition of a forum in the year of a time; the path itself where there is no such edition.

    default: the year meant where the time has none.
    """
    if path not in EDITIONS:
        return path
    year = re.search(r"\d{4}", edtf or "")
    edition = f"event/{path.split('/')[1]}-{year[0] if year else default}"
    return edition if edition in reference_classes() else path


@lru_cache(maxsize=4096)  # asked of both sides of each claim
def series_of(edition: str) -> str | None:
    """`event/imrf-2022` -> `process/imrf`; None for an event that is no edition."""
    stem = re.fullmatch(r"event/(\w+)-\d{4}", edition)
    series = f"process/{stem[1]}" if stem else None
    return series if series in EDITIONS else None
