"""Years in running text, only where their company says that they are years.

A four-digit number is a year behind a preposition of time, in brackets, behind the short name of a forum, or before a
word for an office or a meeting. "the 2030 Agenda", "A/RES/73/2019", "USD 2000" and "2000 participants" are none.
"""

import re
from functools import cache

from loaders.dates.dates import DateSpan

_YEAR = r"(?:19[4-9]\d|20[0-5]\d)"
_OFFICES = (
    r"presiden\w+|pro[ -]?t[eé]mpore|chair\w*|co-chair\w*|présiden\w+|troika|edition|edición|édition|summit|cumbre"
    r"|sommet|forum"
    r"|foro|conference|conferencia|conférence|meeting|reunión|réunion|review|examen|session|sesión|workplan|budget"
    r"|report"
    r"|informe|rapport|pledge|pledging|consultation|consulta|declaration|declaración|déclaration"
)
_PREPOSITIONS = {
    "en": r"in|since|from|until|till|during|before|after|through|by|of|for|between|year|years|early|late",
    "es": r"en|desde|hasta|durante|antes de|después de|entre|año|años|para|de|del|a partir de",
    "fr": r"en|depuis|dès|jusqu['’]en|avant|après|entre|année|années|pour|de|courant|à partir de",
}
_LOOSE = frozenset("of for de del by pour para".split())
_COUNTED = re.compile(r"\s[a-zà-ÿ]{3,}s\b")
_FOUND = re.compile(
    rf"(?<![\w/.-])(?P<year>{_YEAR})(?:\s?[-–/]\s?(?P<last>{_YEAR}|\d\d))?(?![\w/]|[.,]\d|-\d)(?!\s?(?:Agenda|%))"
    rf"(?P<after>\s(?:[A-Z]{{3,}}\b|(?i:{_OFFICES})\b)|\)|:)?"
)
_WINDOW = 24
_MOST_YEARS = 15


@cache
def _before(language: str) -> re.Pattern[str]:
    words = _PREPOSITIONS.get(language, _PREPOSITIONS["en"])
    return re.compile(
        rf"(?:\b(?P<preposition>(?i:{words}))\s(?:the\s|l['’])?"
        rf"|\b(?P<year>{_YEAR})\s?(?:,\s|(?:,\s)?(?:and|y|et|or|o|ou|to|a|à)\s)"
        r"|(?P<name>\b(?!USD|EUR|CHF|GBP|Agenda|Resolution)(?:[A-Z]{3,}|[A-Z][a-zá-ÿ]{3,}))\s|(?P<bracket>\())$"
    )


def find_years(text: str, language: str = "en") -> tuple[DateSpan, ...]:
    """Years and spans of years, in order, as DateSpan with precision `year` or `years`."""
    found: list[DateSpan] = []
    for one in _FOUND.finditer(text):
        if not _is_year(text, one, language):
            continue
        first, last = one["year"], _last(one)
        edtf = f"{first}/{last}" if last else first
        end = one.end("last") if last else one.end("year")
        found.append(DateSpan(one.start("year"), end, edtf, "years" if last else "year"))
    return tuple(found)


def _last(found: re.Match[str]) -> str | None:
    """The closing year of a span, in full, where it is one."""
    first, last = found["year"], found["last"]
    if not last:
        return None
    full = last if len(last) == 4 else first[:2] + last
    return full if 0 < int(full) - int(first) <= _MOST_YEARS else None


def _is_year(text: str, found: re.Match[str], language: str) -> bool:
    after = (found["after"] or "").strip()
    start = found.start("year")
    before = _before(language).search(text, max(0, start - _WINDOW), start)
    if (after and after not in (")", ":")) or (found["last"] and len(found["last"]) == 4):
        return True
    if before is None:
        return start == 0 and after == ":"
    if before["bracket"]:
        return after == ")"
    if before["name"]:
        return before["name"].isupper() or before["name"] in _EVENTS
    loose = (before["preposition"] or "").lower() in _LOOSE
    return not (loose and _COUNTED.match(text, found.end("year")))


_EVENTS = frozenset(
    "Forum Foro Summit Cumbre Sommet Conference Conferencia Conférence Review Examen Dialogue Diálogo Fórum".split()
)
