"""Groups by number or letter, with what they are on: "Working Group 3.1: Fair recruitment", "Group A, data"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.names.ordinals import ordinal
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

NUMBER = r"\s+(?:\d{1,2}(?:\.\d{1,2})?|[A-H](?=[:,.]|\s[–—-]\s|\s(?:on|sobre|sur)\s))"
NUMBERED = re.compile(r"[^\d,:;.]{4,40}?\s(?:\d{1,2}(?:\.\d{1,2})?|[A-H])(?![\w.])")
LETTERED = re.compile(r"Group [A-H]\b")
_ON = re.compile(r"\s(?:on|sobre|sur)\s(?:the\s|la\s|el\s|los\s|las\s|les?\s|l['’])?")
_TITLED = re.compile(r"(?::|,|\s[–—-])\s(?=[^\W\d_])([^.;:()\n–—]{3,90}?)(?=\s*(?:$|\n|\(|:\s|\*))")
_LETTERED = Sought(r"(?:^|(?<=\n))[\W_]*(?P<name>(?:Group|Grupo|Groupe)\s[A-H])(?=[:,]\s|\s[–—-]\s|\s?\()")
_OPENS = re.compile(r"(?:^|\n)[\W_]*$")


def end_of_topic(text: str, at: int, to: int, reach: Callable[[int], int], free: Callable[[int, int], bool]) -> int:
    """Where the name of a numbered group at [at, to) ends, with what it is on.

    reach: where a name that goes on ends. free: whether no other name stands between two places.
    """
    on = _ON.match(text, to)
    if on:
        end = reach(on.end())
        return end if end > on.end() else to
    titled = _TITLED.match(text, to) if _OPENS.search(text[:at]) else None
    return titled.end(1) if titled and free(*titled.span(1)) else to


def lettered_groups(text: str, free: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Places of the groups that open a line by a letter alone, with what they are on."""
    for found in _LETTERED.finditer(text):
        at, to = found.span("name")
        yield at, end_of_topic(text, at, to, lambda end: end, free)


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    nouns = alternatives([re.escape(noun) for forms in load("events")["heads"].values() for noun in forms])
    return re.compile(rf"\s(?=(?P<number>[\w.ªº°]+)\s(?:[\w-]+\s){{0,2}}?{nouns}\b)", re.IGNORECASE)


def before_its_meeting(text: str, at: int, to: int) -> int:
    """Where the name of a group ends that the number of its meeting follows: "Working Group on Data, 20th meeting"."""
    numbered = (one for one in _meeting().finditer(text, at) if one.start() < to and ordinal(one["number"]))
    first = next(numbered, None)
    return first.start() if first else to
