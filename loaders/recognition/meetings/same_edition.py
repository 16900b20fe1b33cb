"""One edition of what meets again, called by two nouns: "the XXXI RCM" is the "XXXI Reunión Viceministerial" of it."""

from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event import Event
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_WHOLE = {"meeting", "conference", "summit", "session", "assembly"}
_FEW = 2  # the second meeting of a body may be any of its kinds


@lru_cache(maxsize=1)
def _level() -> Uncased:
    return Uncased(rf"\b{alternatives(load('events')['levels'])}")


def is_same_edition(event: Event, candidate: Candidate) -> bool:
    """Whether both have one number in one series, and not both say who meets: "ministerial", "of senior officials"."""
    if not candidate.number or event.ordinal != candidate.number or candidate.number <= _FEW:
        return False
    if not event.series or not candidate.series or event.series[-1] != candidate.series[-1]:
        return False
    leveled = [words for words in (event.words, candidate.words) if _level().search(words)]
    return {event.kind, candidate.kind} <= _WHOLE and len(leveled) < 2
