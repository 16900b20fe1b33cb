"""Names of months and days of the week in English, Spanish and French.

The names are those of the Unicode CLDR (release 46, licence Unicode-3.0, taken from Babel's copy); a test compares them
where Babel is installed. To them come the abbreviations that papers use ("Sept.", "set.").
English months count only with a capital: "may" and "march" are verbs.
"""

import re

MONTHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
        ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"),
        ("December", "Dec"),
    ),
    "es": (
        ("enero", "ene"), ("febrero", "feb"), ("marzo", "mar"), ("abril", "abr"), ("mayo", "may"), ("junio", "jun"),
        ("julio", "jul"), ("agosto", "ago"), ("septiembre", "setiembre", "sept", "set"), ("octubre", "oct"),
        ("noviembre", "nov"), ("diciembre", "dic"),
    ),
    "fr": (
        ("janvier", "janv"), ("février", "fevrier", "févr"), ("mars",), ("avril", "avr"), ("mai",), ("juin",),
        ("juillet", "juil"), ("août", "aout"), ("septembre", "sept"), ("octobre", "oct"), ("novembre", "nov"),
        ("décembre", "decembre", "déc"),
    ),
}  # fmt: skip
"""Of each language, the names of the twelve months, the full name first."""

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
"""Days of the week, Monday first, as `datetime.date.weekday` counts."""

LANGUAGES = tuple(MONTHS)


def _spellings(language: str, name: str) -> tuple[str, ...]:
    if language == "en":
        return name, name.upper()
    return name, name.capitalize(), name.upper()


MONTH_NUMBERS: dict[str, dict[str, int]] = {
    language: {
        spelling: number
        for number, names in enumerate(months, start=1)
        for name in names
        for spelling in _spellings(language, name)
    }
    for language, months in MONTHS.items()
}
"""Every accepted spelling of a month, without a full stop, and its number."""

WEEKDAY_NUMBERS: dict[str, dict[str, int]] = {
    language: {spelling: number for number, name in enumerate(names) for spelling in _spellings(language, name)}
    for language, names in WEEKDAYS.items()
}


def alternatives(words: "dict[str, int]") -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_ANY_MONTH = alternatives({word: 0 for language in LANGUAGES for word in MONTH_NUMBERS[language]})

DAY_AND_MONTH = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|er|º|°)?(?:\s*(?:,|to|and|al?|y|au|et|[-–/])\s*\d{{1,2}}(?:st|nd|rd|th)?)*\s+(?:of\s+|de\s+)?"
    rf"(?:{_ANY_MONTH})|(?:{_ANY_MONTH})\s+\d{{1,4}})\b(?:,?\s+(?:de\s+)?\d{{4}})?"
    r"(?:[\s,–-]{0,4}\d{1,2}[:.h]\d{2}(?:\s*[-–]\s*\d{1,2}[:.h]\d{2})?)?"
)
"""A day and a month, or a month and a number, with year and time where they follow: what a line of date looks like."""
