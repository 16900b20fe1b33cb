"""Sentences of a passage of clean text, in English, Spanish and French.

A passage is already a heading, paragraph, item, cell or note, so only marks inside it matter. A stop
ends a sentence when white space and a capital or digit follow, unless it closes an abbreviation or an
initial, or stands inside brackets or a short quotation.
"""

import re
from collections.abc import Iterator

from loaders.places import Places

_STOP = re.compile(
    r"[.!?…。！？؟۔]+[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[¿¡–—-]*\s?[^\W_a-zà-öø-ÿ])|(?<=[。！？؟۔])\s*(?=\S))"
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"«]+$")
_ELISION = re.compile(r"^[^\W\d_]{1,2}['’](?=\w)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_BRACKET = re.compile(r"[()\[\]“”«»]")
_LONGEST_QUOTATION = 240
_LONGEST_BRACKET = 2000
_LONGEST_WORD = 30
_LONGEST_SENTENCE = 5_000

ABBREVIATIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "mr mrs ms dr prof rev hon h.e amb gen gov sen rep st messrs vs v e.g i.e cf viz approx esp incl resp ed"
        " eds capt col lt maj brig cmdr insp eng engr atty rtd retd mgr".split()
    ),
    "es": frozenset(
        "sr sra srta sres dr dra prof profa excmo excma excmos excmas ilmo ilma lic ing arq d dña s.e ee ee.uu"
        " p.ej ej gral emb mtro mtra licda lcda lcdo mons sto sta vs cf cnel crnl mag"
        " mgtr mgter abg abog econ psic pbro hna hno cmdte".split()
    ),
    "fr": frozenset("m mm mme mmes mlle dr pr s.e s.e.m mgr st ste vs cf p.ex ex c.-à-d col cdt lt".split()),
}
"""Abbreviations that never end a sentence, in lower case, without their last stop."""

BEFORE_NUMBERS = frozenset(
    "no nos para paras art arts p pp vol vols ch chap sect sec fig add corr rev ref res op núm nums núms nro"
    " pág págs párr párrs cap n par al jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic janv"
    " févr avr juil déc ca c approx".split()
)
"""Abbreviations when a number follows, plain words or ends otherwise."""

_STARTERS = frozenset(
    "the this these those that it its he she they we i in on at for as if when while after before with"
    " however moreover since a an el la los las este esta estos estas en il elle ils elles le les ce cette ces"
    " on nous dans".split()
)


def split(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """(at, to) of each sentence, in order; together they hold all of the text but the white space between them."""
    size = len(text)
    if size == 0:
        return ()
    spans: list[tuple[int, int]] = []
    at = 0
    closed: Places | None = None
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _is_abbreviation(text, stop, language):
            continue
        if closed is None:
            closed = Places(_enclosed(text))
        if closed.hold(stop.start() + len(stop[0].rstrip()) - 1):
            continue
        spans.extend(pieces(text, at, stop.start() + len(stop[0].rstrip())))
        at = stop.end()
    if at < size:
        spans.extend(pieces(text, at, size))
    return tuple(spans)


def pieces(text: str, at: int, to: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the parts of one that is longer than any that somebody wrote: a list whose stops were lost.

    What a sentence tells is found in a time that grows with the square of its length.
    """
    while to - at > _LONGEST_SENTENCE:
        half, end = at + _LONGEST_SENTENCE // 2, at + _LONGEST_SENTENCE
        found = (text.rfind(sign, half, end) + len(sign) - 1 for sign in ("; ", ", ", " "))
        cut = next((place for place in found if place > half), end)
        yield at, cut
        at = cut + (text[cut] == " ")
    yield at, to


def _is_abbreviation(text: str, stop: re.Match[str], language: str) -> bool:
    if stop[0][1:2] == ".":
        return False
    found = _WORD_BEFORE.search(text, max(0, stop.start() - _LONGEST_WORD), stop.start())
    if not found:
        return False
    word = _ELISION.sub("", found[0])
    low = word.casefold()
    following = text[stop.end() : stop.end() + 1]
    if low in ABBREVIATIONS.get(language, ABBREVIATIONS["en"]):
        return True
    if low in BEFORE_NUMBERS:
        return following.isdigit()
    if word.isdigit():
        return len(word) <= 2 and _opens_item(text, found.start())
    if _INITIALS.fullmatch(word) and (word[-1].isupper() or "." in word):
        return len(word) < 3 or _next_word(text, stop.end()) not in _STARTERS
    return False


def _opens_item(text: str, at: int) -> bool:
    """A number at the start, or behind a mark that opens a list: "1. ... 2. ..." in running text."""
    return at == 0 or text[max(0, at - 2) : at].strip()[-1:] in (":", ";")


def _next_word(text: str, at: int) -> str:
    found = re.compile(r"\w+").search(text, at, at + _LONGEST_WORD)
    return found[0].casefold() if found else ""


def _enclosed(text: str) -> list[tuple[int, int]]:
    """Spans of outermost brackets and of short quotations; what is never closed encloses nothing."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        char, at = found[0], found.start()
        if char in _PAIRS:
            opened.append((char, at))
        elif opened and _PAIRS[opened[-1][0]] == char:
            start = opened.pop()[1]
            longest = _LONGEST_BRACKET if char in ")]" else _LONGEST_QUOTATION
            if at - start <= longest:
                while spans and spans[-1][0] > start:
                    spans.pop()
                spans.append((start, at))
    return spans
