"""A masked sentence with its lists of names closed up: "officials of A, delegates of B, researchers and C".

It reads "officials of A, B and C", so that the list is told of as a whole.
"""

import re
from functools import lru_cache

from loaders.rules.cues import cue
from loaders.rules.lexicons import load

_TOKEN = r"⟦[SUORW]#\d+⟧"
_ART = r"(?:the |la |las |el |los |le |les |l['’]|d['’])?"
_AND = r"(?:and|y|e|et|as well as|along with|together with|así como|junto con|además de|ainsi que|de même que)"
_JOINT = rf"(?:,?\s{_AND},?|[,;])\s"
_REMARK = r"(?:\s\([^()⟦⟧]{0,40}\))?"
_FOLLOWED_BY_VERB = re.compile(
    r"\s(?!(?:at|in|on|during|to|from|for|en|a|al|durante|para|à|au|lors|pour|dans)\b)[^\W\d_]"
)
# a body that has no token: "officials of ⟦O⟧ and of the Office of the Ombudsman, as well as ..."
_UNKNOWN = r"(?:of |from |de |du |d['’])?(?:the |la |el |le |l['’]|del )?(?-i:[A-ZÁÉÍÓÚÀÂÇÈÊÎÔ])[^⟦⟧,;.:()]{2,60}?"


def closed_up(text: str) -> str:
    """The sentence without the people that part its lists of names."""
    if "⟧, ⟦" in text:
        text = _without_company(text)
    return _list().sub(lambda found: _names(text, found), text) if text.count("⟧") > 1 else text


def _without_company(text: str) -> str:
    """As in "Alongside ⟦H⟧, ⟦H⟧ spoke": without who stands beside the one that the sentence is about."""
    first = text.find("⟧, ⟦")
    opens = text.rfind("⟦", 0, first)
    beside = cue("mixed_lists", "beside").search(text, 0, opens) if opens >= 0 else None
    return text[first + 3 :] if beside and beside.start() == 0 else text


def _names(text: str, found: re.Match[str]) -> str:
    """The list by its names alone; as it stands where its last name may open a clause of its own."""
    words = found[0]
    tail = words[words.rfind("⟧", 0, -1) + 1 :]
    opens = _opening().search(text, 0, found.start()) is not None
    if not _ands().search(tail) or (not opens and _FOLLOWED_BY_VERB.match(text, found.end())):
        return words
    return _people_of().sub(" ", _people().sub("", words))


@lru_cache(maxsize=1)
def _list() -> re.Pattern[str]:
    between = rf"{_JOINT}(?:(?:{_strangers()})(?=,|;|\s){_JOINT})*"
    part = rf"{between}(?:{_words('people-of')}|(?:of|from|de|du)\s)?{_ART}{_TOKEN}"
    return re.compile(rf"{_TOKEN}{_REMARK}(?:{part}{_REMARK})+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    return re.compile(rf"{_JOINT}(?:{_strangers()})(?=(?:,|;|,?\s{_AND})\s)", re.IGNORECASE)


def _strangers() -> str:
    """What may stand between two names of a list and is none of it."""
    return rf"{_words('people')}|{_UNKNOWN}|{_words('told-of-one')}"


@lru_cache(maxsize=1)
def _people_of() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_words('people-of')})(?=⟦|{_ART}⟦)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.;:]\s)(?:{_words('people-of')})?{_ART}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ands() -> re.Pattern[str]:
    return re.compile(rf"\s{_AND},?\s", re.IGNORECASE)


def _words(name: str) -> str:
    return "".join(load("mixed_lists")[name]["pattern"])
