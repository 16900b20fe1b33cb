"""Meetings that a verb names and no noun: "The Steering Committee met on 19 March in Geneva"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_STATES = r"(?:\s(?:[Mm]ember|[Pp]articipating)\s(?:[Ss]tates|[Cc]ountries))?"
_ASIDE = (
    rf"{_STATES}(?:\s20\d\d(?![-–]))?(?:\s?\([^)]{{2,30}}\))?(?:,\s[^.;:,]{{3,60}},)?(?:,?\s(?:which|that|que|qui))?"
)
_FARTHEST_VERB = 130
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_NO_BODIES = frozenset(("process/imrf", "process/gcm-regional-reviews"))
_BRIEFED = Sought(
    r"\bbrief(?:s|ed)?\s(?P<whom>(?:the\s|its\s)?(?:[\w’'-]+\s){0,6}?[\w’'-]+)"
    r"(?=,?\s(?:in|on|at)\s(?:[A-Z]|\d|the margins))"
)
_AND = re.compile(r",?\s(?:and|y|e|et)\s(?:the\s|el\s|la\s|le\s|l['’])?(?:its\s|su\s|son\s|sa\s)?")
_OF = re.compile(r"(?:\s\([A-Z]{2,10}\))?\s(?:of|within|under|d[eu]l?|en|dans)\s(?:the\s|el\s|la\s|le\s|l['’])?")
_IS_OF = re.compile(r"\w\s(?:of|d[eu]l?)\s(?:the\s|el\s|la\s|l['’])?$")
_LONGEST_OWNER, _LONGEST_LINK = 90, 20
_LONGEST_LINE = 120
_THE = re.compile(r"(?:the\s|el\s|la\s|le\s|l['’])?", re.IGNORECASE)
_LEADS_TO_DAY = re.compile(r"\s?(?:\([A-Z]{2,10}\)\s?)?\((?:(?:on|el|le|del?|du)\s)?")
_LINE_ENDS = re.compile(r"\)?(?:,\s[^.;:]{2,40})?\s?[:.]?")
_VERB_BEFORE = re.compile(r"\s?[^\W\d_]+\s(?:el|la)\s")  # "Integran la Troika ... Se reunió dos veces"


@lru_cache(maxsize=1)
def _met() -> Sought:
    words = load("events")
    meets, besides = alternatives(words["meets"]), alternatives(words["meets_besides"])
    return Sought(
        rf"{_ASIDE},?\s(?:{besides}\s)*(?P<verb>{meets})(?:\s{besides})*(?!\s(?:with|con|avec)\b)\s?:?(?=\W|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _pointed() -> Sought:
    words = load("events")
    nouns = alternatives([f"(?i:{noun})" for noun in words["meeting_bodies"]])
    return Sought(
        rf"\b(?:[Tt]he|[Ee]l|[Ll]a|[Ll]e|[Ii]ts|[Ss]u|[Ss]on)\s(?P<noun>{nouns})\b|(?P<it>\b(?:It|Elle|Il)\b)"
        r"|(?<=[.!?])(?P<unsaid>(?=\sSe\s(?:reun|ha\sreun)|\sSesion))"
    )


@lru_cache(maxsize=1)
def _of_a_body() -> Sought:
    """The noun of one body before the name of another that it belongs to: "The Working Group on data of the"."""
    nouns = alternatives([*load("events")["meeting_bodies"], *load("events")["bodies_within"]])
    return Sought(
        rf"\b(?P<name>{nouns}s?\b[^.;,]{{0,60}}?)\s(?:of|within|under|d[eu]l?|en|dans)\s(?:the\s|el\s|la\s|le\s|l['’])?$",
        re.IGNORECASE,
    )


def gatherings(text: str, spans: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for each body that is said to meet; those without a date are left out when dates are known."""
    if not _met().may_match(text):
        return
    named = Row(spans)
    for body in (
        span for span in spans if _gathers(span) and not (span.code == "F" and _IS_OF.search(text, 0, span.at))
    ):
        organ = _of_a_body().search(text, max(0, body.at - _LONGEST_OWNER), body.at)
        if not (organ and named.touching(*organ.span("name"))):
            yield from _behind(text, _with_others(text, body, named), body, found, organ["name"] if organ else "")
    for pointer in _pointed().finditer(text):
        if not named.touching(*pointer.span()):
            meant = _meant(text, pointer, named)
            yield from _behind(text, pointer.end(), meant, found) if meant else ()


def briefings(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "The co-chairs will brief the Group of Friends in New York on 2 July"; one without a day is none."""
    for told in _BRIEFED.finditer(text):
        if not any(one.at < told.end() and told.start() < one.to for one in found):
            words = f"briefing to {told['whom']}"
            yield Candidate(told.end(), told.end(), "briefing", words, definite=False, named=False, told=told.end())


def dated_bodies(text: str, spans: Sequence[Span], dates: Row, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for a line that is nothing but a body and the day on which it meets: "Steering Group (9 June)"."""
    body = next((span for span in spans if span.code in "WRF" and _THE.fullmatch(text, 0, span.at)), None)
    day = dates.starting(body.to, len(text))[:1] if body and not found and len(text) <= _LONGEST_LINE else []
    if body and day and _LEADS_TO_DAY.fullmatch(text, body.to, day[0].at) and _LINE_ENDS.fullmatch(text, day[0].to):
        words = f"{text[body.at : body.to]} meeting"
        yield Candidate(body.at, body.to, "meeting", words, definite=False, named=True, dates=(day[0].value,),
                        series=(body.entity,), told=day[0].to, titled=True)  # fmt: skip


def _with_others(text: str, body: Span, named: Row) -> int:
    """Where the names end of its whole and of those that meet too: "The Troika of the RCM and the Group met"."""
    to = body.to
    while other := next((s for s in named.starting(to, to + _LONGEST_LINK) if _joins(text, to, s)), None):
        to = other.to
    return to


def _joins(text: str, to: int, other: Span) -> bool:
    return other.code in "WRPF" and bool(_AND.fullmatch(text, to, other.at) or _OF.fullmatch(text, to, other.at))


def _gathers(span: Span) -> bool:
    return (span.code in "WRPF" and span.entity not in _NO_BODIES) or span.entity == "un-entity/un-network-on-migration"


def _behind(text: str, at: int, body: Span, found: Sequence[Candidate], organ: str = "") -> Iterator[Candidate]:
    met = _met().match(text, at, at + _FARTHEST_VERB)
    if met and not any(one.at < met.end() and met.start("verb") < one.to for one in found):
        words = (
            f"{organ} meeting" if organ else meeting_of(text[max(0, body.at - _LONGEST_OWNER) : body.at], met["verb"])
        )
        yield Candidate(met.end(), met.end(), "meeting", words, definite=False, named=False,
                        series=(body.entity,), told=met.end(), several=True)  # fmt: skip


def meeting_of(*said: str) -> str:
    """What a meeting is called by those who meet, as words right before their body or in the verb name them."""
    who = [end.rpartition(". ")[2] for end in said]
    named = (
        name
        for those, name in load("events")["meeting_of"].items()
        for told in who
        if re.search(rf"\b(?i:{those})", told)
    )
    return next(named, "meeting")


def _meant(text: str, pointer: re.Match[str], named: Row) -> Span | None:
    """The body that "the Committee", "It" or nothing stands for: of that noun, or what the sentence before is about."""
    last = named.last_before(pointer.start())
    if not pointer["noun"]:
        before = [m.end() for m in _SENTENCE_ENDS.finditer(text, 0, pointer.end() + (0 if pointer["it"] else 1))]
        opened = before[-2] if len(before) > 1 else 0
        first = next(iter(named.starting(opened, pointer.start())), None)
        opens = first is not None and _opens(text, opened, first.at)
        return first if first and opens and _gathers(first) else None
    while last is not None:
        if pointer["noun"].casefold() in text[last.at : last.to].casefold():
            return last if _gathers(last) else None
        last = named.last_before(last.at)
    return None


def _opens(text: str, begun: int, at: int) -> bool:
    """Whether a sentence opens with what stands at `at`: behind no long word, or behind its verb."""
    return not re.search(r"\w{4}", text[begun:at]) or _VERB_BEFORE.fullmatch(text, begun, at) is not None
