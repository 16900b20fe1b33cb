"""Nouns of meetings that name no meeting: in the name of a venue, of an office, of a paper or of a body."""

import re
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought, SoughtUncased

_LONGEST_OFFICE = 60
_NEAR = 20
# "meets in closed session"
_HOW_IT_MEETS = Sought(
    r"\b(?:in|en)\s(?:\w+\s)?(?:sessions?|sesión|plenary|plenaria|séance|session)(?:\splénière|\splenaria)?$"
)
# "at the closing session on 15 October": a part of the meeting, of its day
_OPENS_OR_CLOSES = SoughtUncased(
    r"\b(?:closing|opening|concluding|inaugural)\s(?:plenary\s)?session\b"
    r"|\bsesión\s(?:plenaria\s)?(?:de\s(?:clausura|apertura|cierre)|inaugural)"
    r"|\b(?:séance|session)\s(?:plénière\s)?(?:de\sclôture|d['’]ouverture|inaugurale)",
)
# "assumes the presidency of the Conference on 1 January 2026"
_OFFICE_OF = SoughtUncased(
    r"\b(?:presidency|chairmanship|presidencia|présidence|secretaría|vicepresidencia)(?:\spro[- ]t[eé]mpore)?"
    r"\s(?:of|de|d[eu])\s?(?:the\s|la\s|el\s|l['’])?$|\bpresidencia(?:\spro[- ]t[eé]mpore)?\sdel\s$",
)


# "Meeting in Marrakech, Morocco, an intergovernmental conference has approved"
_GERUND = Sought(
    r"Meeting\s(?:in|on|at|today|yesterday|online|virtually|under)\b[^.;:]{2,80}?,\s(?!\w+ed\s)(?:the|an?|its|[a-z]{4,})\s"
)
# the first and the last hour of a meeting are no meetings
_SOLEMN = Sought(
    r"\b(?:opening|closing|inaugural|inauguration) ceremony"
    r"|ceremonia (?:de (?:clausura|apertura|inauguración)|inaugural)"
    r"|cérémonie (?:d['’]ouverture|de clôture|d['’]inauguration|inaugurale)",
    re.IGNORECASE,
)
# "Centro de Conferencias Arthur Chung", "palais des congrès"
_VENUE_OF = Sought(
    r"\b(?:cent(?:ro|re)|complejo|palacio|palais|salón|salas?|salles?|auditorio|maison|casa|pabellón)\s(?:de|des|d['’])\s?"
    r"(?:las\s|los\s|la\s)?$",
    re.IGNORECASE,
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.:–—-]\s?)$")


@lru_cache(maxsize=1)
def _behind() -> Sought:
    return Sought(rf"[\s-]{alternatives([re.escape(noun) for noun in load('events')['no_meetings']])}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _building() -> Sought:
    """As in "Centro de Conferencias", "Palais des congrès": a house that is named by what it is for."""
    nouns = alternatives(load("events")["venue_nouns"])
    return Sought(rf"\b{nouns}\s(?:[A-ZÀ-Þ][\w-]+\s)?(?:de|des|of|d['’])\s?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> Sought:
    return Sought(rf"\b{alternatives(load('events')['presided'])}\s(?:the|la|el|le|l['’])?\s?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _standing() -> Sought:
    return Sought(rf"\s{alternatives(load('events')['sessions_of_bodies'])}", re.IGNORECASE)


def is_no_meeting(text: str, noun_at: int, noun_to: int) -> bool:
    """Whether a noun only belongs to another name ("International Conference Centre"), or says how a body meets."""
    if _GERUND.match(text, noun_at) and _OPENS_SENTENCE.search(text, 0, noun_at):
        return True
    if _building().search(text, max(0, noun_at - _LONGEST_OFFICE), noun_at):
        return True
    if _SOLEMN.search(text, max(0, noun_at - _NEAR), noun_to + _NEAR):
        return True
    if _HOW_IT_MEETS.search(text, max(0, noun_at - _LONGEST_OFFICE), noun_to):
        return True
    if any(
        one.start() <= noun_at < one.end()
        for one in _OPENS_OR_CLOSES.finditer(text, max(0, noun_at - _NEAR), noun_to + 2 * _NEAR)
    ):
        return True
    return (
        _behind().match(text, noun_to) is not None
        or _VENUE_OF.search(text, max(0, noun_at - _NEAR), noun_at) is not None
    )


def is_term_of_office(text: str, at: int, noun_to: int) -> bool:
    """As in "President of the 76th session of the General Assembly": the time for which somebody presides."""
    if at + len(text[at:noun_to].split()[0]) == noun_to and _OFFICE_OF.search(text, max(0, at - _LONGEST_OFFICE), at):
        return True
    presided = _before().search(text, max(0, at - _LONGEST_OFFICE), at)
    return presided is not None and _standing().match(text, noun_to) is not None
