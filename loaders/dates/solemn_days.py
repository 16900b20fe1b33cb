"""Days as declarations write them: "a los treinta días del mes de octubre del año dos mil veinticinco"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.dates.calendar import MONTHS
from loaders.dates.edtf import is_day
from loaders.rules.sought import Sought

# the numbers from one to thirty-one, in order
_SPELLED = {
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve treinta treinta_y_uno",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit"
    " vingt-neuf trente trente-et-un",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven"
    " twenty-eight twenty-nine thirty thirty-one",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
}
_FIRSTS = {"es": {"primer": 1, "primero": 1}, "fr": {"premier": 1}, "en": {}}
_MILLENNIUM = {"es": r"dos mil ", "fr": r"deux mille ", "en": r"two thousand and |twenty[ -]"}
_FORMS = {
    "es": r"(?P<day>{n}|\d{{1,2}})(?P<solemn>\sdías?(?:\sdel\smes)?|\sdel\smes)?\sde\s(?P<month>{m})"
    r"\sdel?\s(?:año\s)?(?P<year>{y})",
    "fr": r"(?P<day>{n}|\d{{1,2}})(?P<solemn>\sjours?(?:\sdu\smois)?|\sdu\smois)?\s(?:de\s|d['’])?(?P<month>{m})"
    r"\s(?:de\sl['’]an(?:née)?\s)?(?P<year>{y})",
    "en": r"(?P<day>{n}|\d{{1,2}}(?:st|nd|rd|th))(?P<solemn>\sday)?\sof\s(?P<month>{m}),?"
    r"\s(?:in\sthe\syear\s)?(?P<year>{y})",
}


@lru_cache(maxsize=3)
def _numbers(language: str) -> dict[str, int]:
    spelled = (_SPELLED[language].split(), _ORDINALS.get(language, "").split())
    words = {word.replace("_", " "): n for row in spelled for n, word in enumerate(row, 1)}
    return words | _FIRSTS[language]


@lru_cache(maxsize=3)
def _months(language: str) -> dict[str, int]:
    return {name.casefold(): n for n, names in enumerate(MONTHS[language], 1) for name in names}


@lru_cache(maxsize=3)
def _pattern(language: str) -> Sought:
    numbers = "|".join(sorted(map(re.escape, _numbers(language)), key=len, reverse=True))
    months = "|".join(sorted(_months(language), key=len, reverse=True))
    year = rf"20\d\d|(?:{_MILLENNIUM[language]})(?:{numbers})"
    form = _FORMS[language].format(n=numbers, m=months, y=year)
    return Sought(rf"(?<!\w){form}\b", re.IGNORECASE)


def solemn_days(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Where days stand that are spelled out, and what they are in ISO 8601; those in figures alone are left.

    language: of the text; in another than English, Spanish and French no day is read.
    """
    if language not in _FORMS:
        return
    numbers = _numbers(language)
    for found in _pattern(language).finditer(text):
        day, year = found["day"].casefold(), found["year"].casefold()
        if day.isdigit() and year.isdigit() and not found["solemn"]:
            continue
        digits = re.match(r"\d+", day)
        last = re.split(r"\smil\s|\smille\s|\sand\s|^twenty[ -]", year)[-1]
        number = int(digits[0]) if digits else numbers[day]
        when = int(year) if year.isdigit() else 2000 + numbers[last]
        month = _months(language)[found["month"].casefold()]
        if is_day(when, month, number):
            yield *found.span(), f"{when}-{month:02}-{number:02}"
