"""What meets again, named for one of its meetings: "XX CSM", "the 2026 Ministerial MIDSA", "PAFOM 9 took place".

The name of a process or forum stands for its meeting where a number or who meets is said with it, or where it is said
to take place; before a noun it only tells whose that is ("the 2026 MIDSA declaration").
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.ordinals import lone_numeral, ordinal
from loaders.recognition.names.spans import Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought
from loaders.rules.uncased import Uncased

COMMON_NAMES = frozenset(("process/gcm-regional-reviews",))
_NOT_HELD = COMMON_NAMES | {"process/gcm-champion-countries"}  # "one of the first Champion countries"
_LONGEST_BEFORE, _LONGEST_WORD = 60, 40
_WORD_BEFORE = re.compile(r"([\w°'’./-]+)\s$")
_SHORT_FORM = r"(?:\s\([A-Z][\w-]{1,11}\))?"
# "PAFOM 9", "PAFOM-9"; "CRM 11 países" counts something else
_NUMBER_BEHIND = re.compile(r"(?:\s|-)(?P<n>\d{1,2})(?![\w°%–-]|[.,]\d|\s[a-zà-ÿ%])")
_YEAR_BEHIND = re.compile(rf"{_SHORT_FORM}\s(?:(?:of|de|del|du)\s)?(?P<year>20\d\d)(?!\s?[-–/]\s?\d|\d)")
# what takes place is told first; in "the hearing before the Conference was held" it is another
_SUBJECT = re.compile(
    r"(?:\A|[.;:,(–—]\s?|\b(?:that|which|when|as|where|que|cuando|mientras|lorsque|quand|and|y|et)\s)(?:(?:the|la|el|le)\s|l['’])?$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(rf"{_SHORT_FORM}\s([a-zà-ÿ'’-]+)")
_NOUNS = ("conference", "forum", "dialogue")


@lru_cache(maxsize=1)
def _level() -> str:
    return alternatives(load("events")["who_meets"])


@lru_cache(maxsize=1)
def _before() -> Sought:
    """The year and who meets, right before a name: "the 2026 Ministerial "."""
    return Sought(rf"(?<![\w-])(?:(?P<year>20\d\d)\s)?(?P<level>(?:{_level()}\s)*)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _behind() -> Uncased:
    """Who meets, right behind a name: "la CRM ministerial"."""
    return Uncased(rf"{_SHORT_FORM}(?:\s{_level()})+(?![\w-])")


@lru_cache(maxsize=1)
def _takes_place() -> Uncased:
    """That a meeting takes place, behind its name: ", chaired by Malawi, was held"."""
    verbs = alternatives(load("events")["takes_place"])
    return Uncased(rf"{_SHORT_FORM}(?:,\s[^.;:,]{{3,60}},)?,?\s{verbs}(?!\w)")


def series_meetings(text: str, spans: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for each such name that stands in no other."""
    for span in spans:
        if span.code in "RP" and span.entity not in _NOT_HELD:
            one = _numbered(text, span) or (_told(text, span) if _is_series(span) else None)
            if one and not any(other.at < one.to and one.at < other.to for other in found):
                yield one


def _is_series(span: Span) -> bool:
    """Whether it meets by its own name: a regional process, a forum whose editions are counted."""
    return span.code == "R" or span.entity in load("events")["editions"]


def _numbered(text: str, span: Span) -> Candidate | None:
    word = _WORD_BEFORE.search(text, max(0, span.at - _LONGEST_WORD), span.at)
    number = (ordinal(word[1]) or lone_numeral(word[1], text[span.at : span.to])) if word else None
    if word and number:
        return _candidate(text, (word.start(1), span.to), span, _kind(span, "conference"), number)
    behind = _NUMBER_BEHIND.match(text, span.to) if text[span.at : span.to].isupper() else None
    if behind and int(behind["n"]):
        return _candidate(text, (span.at, behind.end()), span, _kind(span, "conference"), int(behind["n"]))
    return None


def _told(text: str, span: Span) -> Candidate | None:
    """A meeting of a year, of those who meet, or one that is said to take place."""
    begin = max(0, span.at - _LONGEST_BEFORE)
    before, year = _before().search(text, begin, span.at), _YEAR_BEHIND.match(text, span.to)
    level = _behind().match(text, span.to)
    at = before.start() if before else span.at
    to = max(span.to, *(m.end() for m in (year, level) if m), span.to)
    leveled = bool(level or (before and before["level"]))
    told = (before and before["year"]) or (year and year["year"]) or ""
    held = _takes_place().match(text, to)
    subject = held is not None and _SUBJECT.search(text, max(0, at - _LONGEST_WORD), at) is not None
    if not (subject or (leveled and _ends(text, to))):
        return None
    return _candidate(text, (at, to), span, _kind(span, "meeting"), None, told, open_day=not leveled)


def _ends(text: str, to: int) -> bool:
    """Whether a name ends here: behind it no noun goes on that it is told of."""
    word = _NEXT_WORD.match(text, to)
    return word is None or word[1] in grammar().stops


def _kind(span: Span, otherwise: str) -> str:
    kind = load("events")["editions"].get(span.entity)
    if kind:
        return str(kind)
    named = reference_names().get(span.entity, "").casefold()
    return next((noun for noun in _NOUNS if noun in named), otherwise)


def _candidate(
    text: str, named: tuple[int, int], span: Span, kind: str, number: int | None, year: str = "", *,
    open_day: bool = False,
) -> Candidate:  # fmt: skip
    at, to = named
    return Candidate(at, to, kind, text[at:to], definite=False, named=True, dates=(year,) if year else (),
                     series=(span.entity,), number=number, of_its_day=open_day)  # fmt: skip
