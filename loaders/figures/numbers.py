"""Numbers as texts write them: digits with the marks of their language, and number words below a thousand."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from loaders.rules.sought import Sought


class Number(NamedTuple):
    """A number at [at, to); in_words: spelled out; about: a word that only says about how many ("une dizaine de")."""

    at: int
    to: int
    value: Decimal
    in_words: bool = False
    about: bool = False


_UNITS: dict[str, dict[str, int]] = {
    "en": {
        word: number
        for number, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen".split(),
            start=1,
        )
    },
    "es": {
        word: number
        for number, words in enumerate(
            "uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
            " diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna veintidós veintitrés"
            " veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(),
            start=1,
        )
        for word in words.split("|")
    },
    "fr": {
        word: number
        for number, words in enumerate(
            "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
            " dix-sept dix-huit dix-neuf".split(),
            start=1,
        )
        for word in words.split("|")
    },
}
_TENS: dict[str, dict[str, int]] = {
    "en": dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    "es": dict(
        zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True)
    ),
    "fr": {
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "quatre-vingts": 80,
        "quatre-vingt": 80,
    },
}
_HUNDREDS: dict[str, dict[str, int]] = {
    "en": {"hundred": 100},
    "es": {"cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
           "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600,
           "setecientos": 700, "ochocientos": 800, "novecientos": 900},
    "fr": {"cent": 100, "cents": 100},
}  # fmt: skip
_ROUND: dict[str, tuple[str, dict[str, int]]] = {
    "en": (
        r"\b(?:(?P<half>half\s(?:a\s)?)|(?P<two>two\s)|(?P<three>three\s)|a(?:\scouple\sof)?\s)(?P<word>{words})(?=\s[a-z])",
        {"dozen": 12, "score": 20},
    ),
    "es": (
        r"\b(?:(?P<half>medi[oa]\s)|(?P<two>dos\s)|(?P<three>tres\s)|un[ao]?s?\s)(?P<word>{words})s?\sde(?=\s)",
        {"decena": 10, "docena": 12, "veintena": 20, "treintena": 30, "cincuentena": 50, "centena": 100,
         "centenar": 100},
    ),
    "fr": (
        r"\b(?:(?P<half>une?\sdemi-)|(?P<two>deux\s)|(?P<three>trois\s)|une?\s)"
        r"(?P<word>{words})s?\s(?:de(?=\s)|d['’])",
        {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
         "cinquantaine": 50, "soixantaine": 60, "centaine": 100},
    ),
}  # fmt: skip
_TIMES = {"half": Decimal("0.5"), "two": Decimal(2), "three": Decimal(3)}
ARTICLES = frozenset({"one", "un", "una", "uno", "une"})
"""Words for one that mostly are articles or pronouns."""

_DIGITS = re.compile(
    r"\d(?:\d{0,2}(?:[ \u00a0\u202f]\d{3})+|\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?"
    r"|\d*(?:[.,]\d+)?)"
    r"(?![\w/]|[:.,]\d|[-–]\w|\))"
)
_NOT_BEFORE = frozenset("/.:,'’#^-_")
_DIGITS_AFTER_CURRENCY = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?")


LANGUAGES = tuple(_UNITS)


def written(text: str, language: str) -> Decimal:
    """The value of digits with their marks: "1,200" is 1200 in English, "12,5" is 12.5 everywhere."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    thousands = "," if language == "en" else "."
    groups = re.split(r"[.,]", plain)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return Decimal(plain)
    if len(set(marks)) == 2:
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    grouped = all(len(group) == 3 for group in groups[1:]) and groups[0] != "0"
    if grouped and (len(marks) > 1 or marks[0] == thousands):
        return Decimal("".join(groups))
    return Decimal(f"{groups[0]}.{''.join(groups[1:])}")


@cache
def _words(language: str) -> tuple[re.Pattern[str], frozenset[str], dict[str, int]]:
    code = language if language in _UNITS else "en"
    table = _UNITS[code] | _TENS[code] | _HUNDREDS[code]
    word = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    joint = {"en": r"(?:\sand\s|[\s-])", "es": r"(?:\sy\s|\s)", "fr": r"(?:\set\s|-et-|[\s-])"}[code]
    pattern = re.compile(rf"(?<![\w-])(?:{word})(?:{joint}(?:{word}))*(?![\w-]|['’]\w)", re.IGNORECASE)
    return pattern, frozenset(table), table


@cache
def _rounds(language: str) -> Sought:
    source, words = _ROUND[language if language in _UNITS else "en"]
    return Sought(source.replace("{words}", "|".join(words)), re.IGNORECASE)


def _round_numbers(text: str, language: str) -> list[Number]:
    """Numbers that only say about how many: "a dozen", "una veintena de", "une soixantaine de"."""
    values = _ROUND[language if language in _UNITS else "en"][1]
    found = []
    for one in _rounds(language).finditer(text):
        times = next((factor for name, factor in _TIMES.items() if one[name]), Decimal(1))
        found.append(Number(*one.span(), values[one["word"].lower()] * times, in_words=True, about=True))
    return found


def find_numbers(text: str, language: str = "en") -> list[Number]:
    """Numbers that stand by themselves, in order; not those inside symbols, times, ranges, fractions or names."""
    found = [
        Number(*one.span(), written(one[0], language))
        for one in _DIGITS.finditer(text)
        if _stands_alone(text, one.start())
    ]
    pattern, vocabulary, table = _words(language)
    if not vocabulary.isdisjoint(text.lower().replace("-", " ").split()):
        for one in pattern.finditer(text):
            value = _spelled(one[0].lower(), table)
            if value is not None:
                found.append(Number(*one.span(), Decimal(value), in_words=True))
    rounds = _round_numbers(text, language)
    return sorted([*rounds, *(n for n in found if not any(r.at <= n.at < r.to for r in rounds))])


def _stands_alone(text: str, at: int) -> bool:
    """No letter, digit or joining mark stands right before, nor another group of digits."""
    before = text[at - 1 : at]
    if before.isalnum() or before in _NOT_BEFORE:
        return False
    return not (before.isspace() and text[max(0, at - 2) : at - 1].isdigit())


def digits_at(text: str, at: int, language: str) -> Number | None:
    """A number in digits that starts exactly there, as behind a currency."""
    one = _DIGITS_AFTER_CURRENCY.match(text, at)
    return Number(*one.span(), written(one[0], language)) if one else None


def _spelled(phrase: str, table: dict[str, int]) -> int | None:
    """The value of number words; None where they do not make one number ("two three")."""
    if phrase in table:
        return table[phrase]
    total, last = 0, 0
    for word in re.findall(r"quatre-vingts?|dix-(?:sept|huit|neuf)|[^\W\d_]+", phrase):
        value = table.get(word)
        if value is None:
            continue
        if value == 100 and 0 < last < 10:
            total += last * 99
        elif last and (last < 20 or (value >= max(last, 10) and not (last in (60, 80) and 10 <= value < 20))):
            return None
        else:
            total += value
        last = value
    return total or None
