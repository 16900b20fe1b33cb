"""Figures in running text: sums of money, counts of things, shares.

A number counts only with a currency, a per cent sign, a noun that it counts, or a word like "around". Numbers
that name something (objective 7, paragraph 47, room 12), dates, times, durations and fractions are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from loaders.dates.dates import DateSpan, find_dates
from loaders.figures.figure_words import (
    ABOUT,
    BOUNDS,
    COMPOUND,
    CURRENCIES,
    DURATIONS,
    FILE_NAME,
    FRACTION,
    LABELS,
    LIST_OF_NUMBERS,
    NO_PLURALS,
    OF_ALL,
    OF_THOSE,
    PERCENT,
    PLURALS,
    SCALES,
    SOME_OF,
    SORT,
    STATE,
    STOPS,
    TAIL,
)
from loaders.figures.growth import grown
from loaders.figures.numbers import ARTICLES, Number, digits_at, find_numbers
from loaders.figures.votes import vote
from loaders.places import Places

_CODES = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True) if not sign[-2:].islower())
_NAMES = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_SCALES = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True))
_CURRENCY_BEFORE = re.compile(rf"(?<![\w])(?P<currency>{_CODES})\s?(?=\d)")
_CURRENCY_AFTER = re.compile(rf"\s?(?:of\s|de\s|d['’])?(?P<currency>{_NAMES})(?!\w)")
_SCALE = re.compile(rf"\s?(?P<scale>{_SCALES})(?!\w)")
_WORD = re.compile(r"(?P<gap>,?\s(?:and|y|et)\s|,?\s)?(?P<word>[^\W\d_][\w'’-]*)")
_LAST_WORD = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]+\.?|n\.?[°º]"
    r"|[#§])[\s:(-]{0,3}(?:\d{1,3}\s?[-–]\s?\d{1,3}[\s,;]{1,3})?$"
)
_ABOUT_ENDINGS = tuple(f" {cue}" for cue in ABOUT)
_BOUND_ENDINGS = tuple((name, tuple(f" {cue}" for cue in cues)) for name, cues in BOUNDS)
_LONGEST_GROWTH = 90
_ELIDED = re.compile(r"(?:s|n|c|l|d|j|m|qu)['’]")
_LONGEST_CUE = 24
_LONGEST_LABEL = 30
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure whose numeral (with currency and scale) stands at [at, to).

    value: the number as written, 12.5 in "USD 12.5 million"; `amount` is it times `scale`. currency: ISO 4217 code.
    unit: what is counted, in lower case ("joint programmes in the pipeline", "million USD", "per cent").
    approximate: "around", "some". bound: at least, more than, up to, less than, or nothing. unit_to: end of the noun
    phrase.
    """

    at: int
    to: int
    value: Decimal
    currency: str | None = None
    scale: int = 1
    unit: str = ""
    approximate: bool = False
    bound: str = ""
    ordinal: bool = False
    unit_to: int = 0

    @property
    def amount(self) -> Decimal:
        """The whole value, 12500000 in "USD 12.5 million"."""
        return self.value * self.scale


def find_figures(text: str, language: str = "en", dates: Sequence[DateSpan] | None = None) -> tuple[Figure, ...]:
    """All figures of a text, in order. dates: those of the text, where the caller has found them already."""
    numbers = find_numbers(text, language)
    money = list(_money(text, numbers, language)) if any(name in text for name in CURRENCIES) else []
    counts: list[Figure] = []
    taken: Places | None = None
    sums = Places((figure.at, figure.to) for figure in money)
    named = _names(text, numbers)
    for number in numbers:
        if number in named or sums.touch(number.at, number.to):
            continue
        last = counts[-1] if counts else None
        figure = _vote(text, number, last) or _count(text, number, last) or _of_those(text, number, last)
        if figure is None:
            continue
        if taken is None:
            taken = Places((date.at, date.to) for date in dates or find_dates(text, language))
        if not taken.touch(number.at, number.to):
            counts.append(figure)
    return tuple(sorted([*money, *counts], key=lambda figure: figure.at))


def _money(text: str, numbers: Sequence[Number], language: str) -> Iterator[Figure]:
    for found in _CURRENCY_BEFORE.finditer(text):
        number = digits_at(text, found.end(), language)
        if number is not None:
            yield _sum(text, found.start(), number, CURRENCIES[found["currency"]])
    for number in numbers:
        scale = _SCALE.match(text, number.to)
        currency = _CURRENCY_AFTER.match(text, scale.end() if scale else number.to)
        if currency and not _CURRENCY_BEFORE.search(text, max(0, number.at - 8), number.to):
            yield _sum(text, number.at, number, CURRENCIES[currency["currency"]], currency.end())


def _sum(text: str, at: int, number: Number, currency: str, end: int = 0) -> Figure:
    scale = _SCALE.match(text, number.to)
    factor, name = SCALES[scale["scale"]] if scale else (1, "")
    approximate, bound = _cues(text, at)
    to = max(end, scale.end() if scale else number.to)
    unit = f"{name} {currency}".strip()
    return Figure(at, to, number.value, currency, factor, unit, approximate, bound, unit_to=to)


def _vote(text: str, number: Number, before: Figure | None) -> Figure | None:
    told = vote(text, number, before.unit if before else "")
    return told and Figure(
        number.at, number.to, number.value, None, 1, told[0], *_cues(text, number.at), unit_to=told[1]
    )


def _count(text: str, number: Number, before: Figure | None) -> Figure | None:
    approximate, bound = _cues(text, number.at)
    approximate = approximate or number.about
    if _is_name(text, number, bool(approximate or bound)):
        return None
    share = PERCENT.match(text, number.to)
    if share:
        return Figure(
            number.at, share.end(), number.value, None, 1, "per cent", approximate, bound, unit_to=share.end()
        )
    scale = _SCALE.match(text, number.to) if not number.in_words or number.value >= 1 else None
    factor, name = SCALES[scale["scale"]] if scale and len(scale["scale"]) > 2 else (1, "")
    to = scale.end() if scale and name else number.to
    unit, unit_to = counted(text, to, number.value)
    if unit.split(" ")[-1] in DURATIONS or unit.split(" ")[0] in DURATIONS:
        return None
    if not unit:
        unit, unit_to = grown(text, number.at, before.unit if before else ""), to
    if not unit and not (approximate or (bound and name)):
        return None
    return Figure(
        number.at, to, number.value, None, factor, f"{name} {unit}".strip(), approximate, bound, unit_to=unit_to
    )


def _of_those(text: str, number: Number, before: Figure | None) -> Figure | None:
    """A bare number of what was counted right before: "38 programmes, of which 19 are closed", "compared with nine"."""
    if before is None or before.currency or not before.unit or number.at - before.to > _LONGEST_GROWTH:
        return None
    state = STATE.match(text, number.to)
    if not state and not _is_of_those(text, number, before):
        return None
    sort = SORT.match(text, number.to)
    unit = f"{before.unit} {state['state'].lower()}" if state else sort["sort"].lower() if sort else before.unit
    to = state.end() if state else number.to
    return Figure(number.at, number.to, number.value, None, 1, unit, unit_to=to)


def _is_of_those(text: str, number: Number, before: Figure) -> bool:
    """Whether the words around a bare number say that it is of those counted before."""
    if OF_THOSE.search(text, max(0, number.at - _LONGEST_CUE), number.at) or SOME_OF.match(text, number.to):
        return True
    parted = OF_ALL.search(text, max(0, before.at - _LONGEST_CUE), before.at)
    return bool(parted) and number.value < before.value and not re.search(r"[.;:]\s", text[before.to : number.at])


def _cues(text: str, at: int) -> tuple[bool, str]:
    """Whether a number is approximate, and the bound it sets, by the words before it."""
    before = " " + text[max(0, at - _LONGEST_CUE) : at].lower().rstrip().removesuffix(" the")
    if before.endswith(_ABOUT_ENDINGS):
        return True, ""
    return False, next((name for name, endings in _BOUND_ENDINGS if before.endswith(endings)), "")


def _is_name(text: str, number: Number, cued: bool) -> bool:
    """The number is a year, a fraction, an article, of the name of a file, or opens an item."""
    word = text[number.at : number.to].lower()
    if number.in_words and word in ARTICLES and not cued:
        return True
    if not number.in_words and number.to - number.at == 4 and 1900 <= number.value < 2100 and not cued:
        return True
    if FILE_NAME.match(text, number.to):
        return True
    return bool(FRACTION.match(text, number.to)) or text[number.to : number.to + 2] == ". "


def _names(text: str, numbers: Sequence[Number]) -> set[Number]:
    """Numbers behind a word that makes them names ("objectives 2, 5 and 9"), with the others of their list."""
    named: set[Number] = set()
    before: Number | None = None
    for number in numbers:
        follows = before in named and LIST_OF_NUMBERS.fullmatch(text, before.to, number.at) if before else None
        label = _LAST_WORD.search(text, max(0, number.at - _LONGEST_LABEL), number.at)
        if follows or (label and label["word"].lower() in LABELS):
            named.add(number)
        before = number
    return named


def counted(text: str, at: int, value: Decimal) -> tuple[str, int]:
    """(noun phrase that stands behind a number, in lower case, and where it ends); ("", at) where none does.

    The phrase ends with the last plural before a function word, or, behind "one", with the third word at most. Commas
    belong to it only between the adjectives before the first plural.
    """
    words: list[tuple[str, int]] = []
    last = 0
    position = at
    for _ in range(_MOST_WORDS):
        found = _WORD.match(text, position)
        elided = position == at and text[at - 1 : at] in ("'", "’")
        if not found or not (found["gap"] or elided) or (found["gap"] not in (" ", None) and last):
            break
        low = found["word"].lower()
        if low in STOPS or _ELIDED.match(low):
            break
        words.append((found["word"], found.end()))
        if _is_plural(low):
            last = len(words)
        elif last and len(words) > last + 1:
            break
        position = found.end()
    if value == 1 and not last:
        last = min(len(words), 3)
    if not last:
        return "", at
    end = words[last - 1][1]
    made_of = COMPOUND.match(text, end)
    end = made_of.end() if made_of else end
    phrase = text[at:end].strip().lower()
    tail = TAIL.match(text, end)
    return (f"{phrase} {tail['state'].lower()}", tail.end()) if tail else (phrase, end)


def _is_plural(word: str) -> bool:
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in NO_PLURALS
    )
