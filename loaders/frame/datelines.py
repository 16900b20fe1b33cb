"""The words with which news opens, in front of its first sentence: a place, often its day, at times who sends it.

"Lilongwe, Malawi – ", "Quito, viernes 18 de mayo de 2025 (Servicio Andino). ", "ACCRA, June 5 (Wire) -- ".
"""

import re

_WORD = r"[A-ZÀ-Þ][\w'’.-]+"
_PLACE = rf"{_WORD}(?:\s{_WORD}){{0,2}}(?:\s?[,/(-]\s?[A-ZÀ-Þ][\w'’.) ]+?){{0,2}}"
# a place that a day follows may be told with more: "Port of Spain, Trinidad and Tobago", "Bogotá D. C."
_FULL_PLACE = (
    rf"{_WORD}(?:\s(?:{_WORD}|[A-Z]\.|de|del|la|of|and|y|et)){{0,4}}(?:\s?[,/(|–-]\s?[A-ZÀ-Þ][\w'’.) ]+?){{0,2}}"
)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_MONTH = r"[^\W\d]{3,10}\.?"
_DAY = (
    rf"(?:(?:the|el|le|on|a)\s)?(?:(?i:{_WEEKDAY}),?\s)?(?:the\s)?"
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th|º)?\s(?:de\s|of\s)?{_MONTH}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,?\s(?:de(?:l)?\s)?20\d\d)?"
)
_SENDER = r"(?:\s?\([^()]{2,40}\))"
_DASH = r"\s?[.,]?\W?(?:[–—]|--|-)\s?"
_DATELINE = re.compile(
    rf"\W?(?:{_PLACE}{_SENDER}?{_DASH}"
    rf"|{_FULL_PLACE}(?:\s?[,|/–-]|(?=\s\())?\s?\(?{_DAY}\)?"
    rf"(?:{_SENDER}?{_DASH}|{_SENDER}\s?[.:|]\s|(?<=20\d\d)\s?[.:|/]\s))"
    r"(?=[A-ZÀ-Þ“«\"])"
)


def dateline_of(text: str) -> str:
    """The words with which news opens, up to its first sentence; empty for any other text."""
    opening = _DATELINE.match(text)
    return opening[0] if opening else ""
