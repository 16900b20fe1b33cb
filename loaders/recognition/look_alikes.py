"""Nouns of meetings that name no meeting: in the name of a venue, of an office, of a paper or of a body."""

import re
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load

_LONGEST_OFFICE = 60
# "meets in closed session"
_HOW_IT_MEETS = re.compile(
    r"\b(?:in|en)\s(?:\w+\s)?(?:sessions?|sesión|plenary|plenaria|séance|session)(?:\splénière|\splenaria)?$"
)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"[\s-]{alternatives([re.escape(noun) for noun in load('events')['no_meetings']])}\b", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('events')['presided'])}\s(?:the|la|el|le|l['’])?\s?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _standing() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(load('events')['sessions_of_bodies'])}", re.IGNORECASE)


def is_no_meeting(text: str, noun_at: int, noun_to: int) -> bool:
    """Whether a noun only belongs to another name ("International Conference Centre"), or says how a body meets."""
    if _HOW_IT_MEETS.search(text, max(0, noun_at - _LONGEST_OFFICE), noun_to):
        return True
    return _behind().match(text, noun_to) is not None


def is_term_of_office(text: str, at: int, noun_to: int) -> bool:
    """As in "President of the 76th session of the General Assembly": the time for which somebody presides."""
    presided = _before().search(text, max(0, at - _LONGEST_OFFICE), at)
    return presided is not None and _standing().match(text, noun_to) is not None
