"""Whose a meeting is that a plain or numbered name leaves open: the body's that the document opens with."""

import re
from dataclasses import replace
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.meetings.event_index import long_words
from loaders.recognition.names.editions import EDITIONS, series_of
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_OF_BODIES = {"meeting", "round", "conference", "summit", "session", "retreat", "senior officials' meeting"}


def of_the_body(result: Recognition, candidate: Candidate) -> Candidate:
    """A meeting that a numbered or plain name leaves open ("Seventh ministerial conference"), as one of the body that
    the document opens with.
    """
    if _among_themselves().search(candidate.words):
        return candidate
    main = result.book.main
    if candidate.kind == "review" and main and not candidate.region:
        return replace(candidate, region=main.region)
    its = main.series if main and not any(map(_goes_by_years, main.series)) else ()
    if main and its and not candidate.series and is_another(main, candidate):
        return replace(candidate, series=its)
    if candidate.series or candidate.kind not in _OF_BODIES:
        return candidate
    if its and not candidate.number:
        return replace(candidate, series=its)
    codes = "RWPF" if candidate.number else "R"
    bodies = [
        s.entity
        for b in result.header
        for s in result.spans[b.order]
        if s.code in codes and not _goes_by_years(s.entity)
    ]
    return replace(candidate, series=tuple(bodies[:1]))


@lru_cache(maxsize=1)
def _among_themselves() -> re.Pattern[str]:
    """Behind the noun of a meeting: some of a body, "second meeting of the team"."""
    return re.compile(
        rf"\s(?:of|d[eu]l?|des|de l['’]|d['’])\s?.*\b{alternatives(load('events')['among_themselves'])}\b"
    )


def is_open_review(candidate: Candidate) -> bool:
    """Whether nothing tells what a numbered review is a review of: "the second review", in a paper on none."""
    words = [word for word in candidate.words.casefold().split() if not ordinal(word)]
    return candidate.kind == "review" and not candidate.region and set(words) <= grammar().bare_reviews


def _goes_by_years(path: str) -> bool:
    """Whether a name is that of a forum, whose editions go by years: "its twenty-fourth meeting" is none of it."""
    return path in EDITIONS or series_of(path) in EDITIONS


def is_another(main: Event, candidate: Candidate) -> bool:
    """Whether a name is that of one more of the meetings that the document's own is one of: "the fifth dialogue"."""
    told = [word for word in long_words(candidate.words) if not ordinal(word)]
    return candidate.kind == main.kind and set(told) <= long_words(main.words)
