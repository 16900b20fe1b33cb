"""A time in words, in English, Spanish and French (month names and patterns as in CLDR 47).

`2022-05-17/2022-05-20` -> "17–20 May 2022", "17–20 de mayo de 2022", "17–20 mai 2022".
"""

import re
from dataclasses import dataclass

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_PART = re.compile(r"(\d{4})-(2[1-4]|3[3-9]|4[01])")


@dataclass(frozen=True, slots=True)
class _Words:
    months: tuple[str, ...]
    of: str
    first: str
    parts: dict[str, str]
    since: str
    until: str
    about: str
    between: str


def _ordinal_parts(ordinals: str, names: tuple[str, str, str]) -> dict[str, str]:
    """Codes of quarters, thirds and halves of a year with their names."""
    one, two, three, four = ordinals.split()
    quarter, third, half = names
    return {
        "33": f"{one} {quarter}", "34": f"{two} {quarter}", "35": f"{three} {quarter}", "36": f"{four} {quarter}",
        "37": f"{one} {third}", "38": f"{two} {third}", "39": f"{three} {third}",
        "40": f"{one} {half}", "41": f"{two} {half}",
    }  # fmt: skip


_LANGUAGES = {
    "en": _Words(
        tuple("January February March April May June July August September October November December".split()),
        " ", "{}",
        {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
        | _ordinal_parts("first second third fourth", ("quarter of", "third of", "half of")),
        "since {}", "until {}", "about {}", "{} to {}",
    ),
    "es": _Words(
        tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
        " de ", "{}",
        {"21": "primavera de", "22": "verano de", "23": "otoño de", "24": "invierno de"}
        | _ordinal_parts("primer segundo tercer cuarto", ("trimestre de", "cuatrimestre de", "semestre de")),
        "desde {}", "hasta {}", "hacia {}", "{} a {}",
    ),
    "fr": _Words(
        tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
        " ", "{}er",
        {"21": "printemps", "22": "été", "23": "automne", "24": "hiver"}
        | _ordinal_parts("premier deuxième troisième quatrième", ("trimestre", "quadrimestre", "semestre")),
        "depuis {}", "jusqu'à {}", "vers {}", "{} à {}",
    ),
}  # fmt: skip


def display(edtf: str, language: str = "en") -> str:
    """The time in words of the language (English for one not known here); as written when not understood."""
    words = _LANGUAGES.get(language, _LANGUAGES["en"])
    if "/" not in edtf:
        return _point(edtf, words)
    first, _, last = edtf.partition("/")
    if last in ("", ".."):
        return words.since.format(_point(first, words))
    if first in ("", ".."):
        return words.until.format(_point(last, words))
    return _interval(first, last, words)


def _interval(first: str, last: str, words: _Words) -> str:
    if first == last:
        return _point(first, words)
    one, other = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if one and other and one[1] == other[1] and _known_month(one[2]) and _known_month(other[2]):
        if one[2] == other[2]:
            return f"{_day(one[3], words)}–{_point(last, words)}"
        return f"{_day_and_month(one, words)} – {_point(last, words)}"
    return words.between.format(_point(first, words), _point(last, words))


def _point(text: str, words: _Words) -> str:
    if text[-1:] in ("~", "%", "?"):
        return words.about.format(_point(text[:-1], words))
    if (day := _DAY.fullmatch(text)) and _known_month(day[2]):
        named = _day_and_month(day, words)
        return named if day[1] == "XXXX" else f"{named}{words.of}{day[1]}"
    if month := _MONTH.fullmatch(text):
        return f"{words.months[int(month[2]) - 1]}{words.of}{month[1]}"
    if part := _PART.fullmatch(text):
        return f"{words.parts[part[2]]} {part[1]}"
    return text


def _known_month(number: str) -> bool:
    return 1 <= int(number) <= 12


def _day_and_month(day: re.Match[str], words: _Words) -> str:
    return f"{_day(day[3], words)}{words.of}{words.months[int(day[2]) - 1]}"


def _day(number: str, words: _Words) -> str:
    return words.first.format(int(number)) if int(number) == 1 else str(int(number))
