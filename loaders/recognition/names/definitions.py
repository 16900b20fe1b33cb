"""Short forms a document defines for itself: "Long Form (SF)".

The pairing follows Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions
in biomedical text" (PSB 2003): the letters of the short form are found in the long form from right
to left, and the first one starts a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKET = re.compile(
    r"[(\[]\s*(?:hereinafter|hereafter|henceforth|or|en adelante|ci-après)?,?\s*(?:the|el|la|le)?\s*[\"“«']?\s*"
    r"(?P<short>[A-ZÁÉÍÓÚÑ][\w&./'’-]*(?: [A-Z][\w&.-]*){0,3})\s*[\"”»']?\s*"
    r"(?:,? (?:in|por sus siglas en|d'après) [\w ]{0,20}(?:English|French|Spanish|inglés|francés|anglais"
    r"|espagnol)\w*)?[)\]]"
)
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9&./-]{1,11}$")
_MOST_WORDS_BACK = 14


@dataclass(frozen=True, slots=True)
class Definition:
    """A long form at [at, to) and the short form that stands for it from there on."""

    long: str
    short: str
    at: int
    to: int


def brackets(text: str) -> Iterator[re.Match[str]]:
    """Each bracket that holds nothing but a name."""
    return _BRACKET.finditer(text)


def is_acronym(short: str) -> bool:
    """Two to twelve characters without a space, two capitals at least: "RCM", "GCM", "UNHCHR", not "Network"."""
    return bool(_ACRONYM.match(short)) and sum(c.isupper() for c in short) >= 2 and not short.endswith("s")


def end_before(text: str, bracket: int) -> int:
    """Where the words before a bracket end, quotation marks and white space aside."""
    while bracket and text[bracket - 1] in " \"”»'":
        bracket -= 1
    return bracket


def definitions(text: str) -> Iterator[Definition]:
    """Acronyms in brackets whose letters are found in the words before them."""
    for found in brackets(text):
        short = found["short"]
        if not is_acronym(short):
            continue
        start = _long_form_start(text, found.start(), short)
        if start is not None:
            to = end_before(text, found.start())
            yield Definition(text[start:to], short, start, to)


def _long_form_start(text: str, bracket: int, short: str) -> int | None:
    window_start = max(0, bracket - 160)
    before = text[window_start:bracket]
    # the long form lies in the same clause
    for stop in (". ", "; ", ": ", ") ", "] "):
        cut = before.rfind(stop)
        if cut >= 0:
            window_start += cut + len(stop)
            before = before[cut + len(stop) :]
    letters = [c for c in short.casefold() if c.isalnum()]
    position = len(before) - 1
    for index in range(len(letters) - 1, -1, -1):
        while position >= 0 and not (
            before[position].casefold() == letters[index]
            and (index > 0 or position == 0 or not before[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
        position -= 1
    start = position + 1
    words = before[start:].split()
    if not 1 < len(words) <= min(_MOST_WORDS_BACK, len(letters) + 8) or not before[start].isupper():
        return None
    return window_start + start
