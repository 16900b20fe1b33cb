"""Ordinal numbers before the noun of a meeting, in three languages: "fifteenth", "XX", "15.ª", "quinzième", "6th"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.rules.lexicons import load

_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.?[ªºa°]|e|ème|ère|er|re)", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVXL])(X{0,3}|XL)(IX|IV|V?I{0,3})(?:e|ème|ª|º)?")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}


@lru_cache(maxsize=1)
def known_ordinals() -> Mapping[str, int]:
    """Each ordinal word of the three languages with its number."""
    return {
        word: number
        for by_number in load("ordinals").values()
        for number, words in enumerate(by_number, start=1)
        for word in words.split("|")
    }


def ordinal(word: str) -> int | None:
    """The number of an ordinal word or numeral; None for any other word, a lone "I" or "L" included."""
    known = known_ordinals().get(word.casefold())
    if known:
        return known
    digits = _DIGITS.fullmatch(word)
    if digits:
        return int(digits[1])
    return _roman(word) if len(word) > 1 and _ROMAN.fullmatch(word) else None


def lone_numeral(word: str, noun: str) -> int | None:
    """The number of "V" or "X" before a capitalised noun ("la X Conferencia"), of "I" before one in capitals."""
    if word in ("V", "X") and noun[:1].isupper():
        return _LETTERS[word]
    return 1 if word == "I" and noun.isupper() else None


def in_words(number: int) -> str:
    """As in "Fifteenth"; from forty on in digits ("41st")."""
    english = load("ordinals")["en"]
    if number <= len(english):
        return str(english[number - 1]).split("|")[0].capitalize()
    return in_digits(number)


def in_digits(number: int) -> str:
    """As in "15th"."""
    irregular = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(irregular, 'th')}"


def in_roman(number: int) -> str:
    """As in "XIV"; for numbers below fifty."""
    tens, units = divmod(number, 10)
    return ("XL" if tens == 4 else "X" * tens) + _UNITS[units]


def _roman(word: str) -> int:
    values = [_LETTERS[letter] for letter in word if letter in _LETTERS]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
