"""Meetings: their names, kinds and dates, and which words point back to which.

An event is known by its series or words, its kind and its date; the same one named twice is one.
`find_events` gives candidates in one block, `EventBook` joins them over the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from loaders.recognition.spans import Row, Span
from loaders.rules.lexicons import Words, alternatives, load

_COMMON_NAMES = frozenset(("process/gcm-regional-reviews",))
_ARTICLES = frozenset(("the", "la", "el", "le", "les", "los", "las"))
_DAYS = re.compile(r"\w+-day")
_TOKEN = re.compile(r"[\w'’./-]{1,200}|[^\w\s]")
_WORD_BEFORE = re.compile(r"([\w'’./-]+)\s$")
_LONGEST_WORD = 40
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|ª|º|e|ème|er|re)|[IVXL]{1,7}")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_WORD_AHEAD = re.compile(r"\s*([\w-]+)")
_LISTED = re.compile(r"[\s,;]*(?:and|y|et|&)?\s*(?:on\s+|el\s+|le\s+)?")
_LONGEST_NAME = 14
_FARTHEST_DATE = 110


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words at [at, to) that may name an event.

    kind: a key of events.yaml. words: the name without its article. definite: "the meeting".
    dates: EDTF values that belong to it, with the span of the first. named: capitalised or with a known name in it.
    """

    at: int
    to: int
    kind: str
    words: str
    definite: bool
    named: bool
    dates: tuple[str, ...] = ()
    series: tuple[str, ...] = ()

    @property
    def points_back(self) -> bool:
        """As in "The meeting", "the four-day event": nothing of its own but the kind."""
        own = [w for w in self.words.casefold().split()[:-1] if not _DAYS.fullmatch(w)]
        return self.definite and not self.dates and not self.series and not own


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled lists of events.yaml."""

    heads: Words
    kinds: dict[str, str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    stops: frozenset[str]
    pointers: frozenset[str]
    pointing: frozenset[str]
    to_date: re.Pattern[str]
    title_words: re.Pattern[str]
    of_region: re.Pattern[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of event names, compiled once a process."""
    words = load("events")
    kinds = {noun: kind for kind, nouns in words["heads"].items() for noun in nouns}
    kinds |= {noun: "event" for noun in words["pointing"] if noun not in kinds}
    held = alternatives([re.escape(w) for w in words["before_date"]])
    place = r"(?:(?:in|at|en|à|au|aux)\s+(?:the\s+|la\s+|le\s+)?[^.;:()]{1,70}?)"
    link = r"(?:on|from|in|during|for|between|of|el|los|del|de|en|le|les|du|entre|a partir del|on the)"
    return Grammar(
        heads=Words(kinds),
        kinds=kinds,
        modifiers=frozenset(words["modifiers"]),
        connectors=frozenset(words["connectors"]),
        stops=frozenset(words["stops"]),
        pointers=frozenset(words["pointers"]),
        pointing=frozenset(words["pointing"]),
        to_date=re.compile(
            rf"^(?:\s*,\s*[a-z-]+)?(?:\s+(?:and|y|et)\s+[a-z-]+)?\s*(?:[(\[][^()\[\]]{{1,40}}[)\]])?\s*,?\s*{place}?"
            rf",?\s*(?:{held})?\s*(?:virtually|online|{place})?,?\s*{link}?\s*[(:,–-]?\s*(?:{link})?\s*$",
            re.IGNORECASE,
        ),
        title_words=re.compile(
            rf"\s*[:–—-]?\s*\b{alternatives([re.escape(w) for w in words['title_words']])}\b(?:\s+(?:of|on|for|de"
            rf"|del|du|sur)\s+(?:the|la|el|le|l['’])?\s*)?\s*[:–—-]?\s*",
            re.IGNORECASE,
        ),
        of_region=re.compile(rf"\s(?:in|en)\s(?:the\s|la\s|l['’])?{alternatives(words['regions'])}\b"),
    )


def find_events(text: str, spans: Sequence[Span], dates: Sequence[Span]) -> list[Candidate]:
    """Candidates of one block, in order. `spans`: linked names; `dates`: date spans of the block; none overlapping."""
    names, dated = Row(spans), Row(dates)
    found: list[Candidate] = []
    end = 0
    for at, to in grammar().heads.find(text):
        if at >= end and not _is_in_name(at, to, names):
            found.append(_around(text, at, to, names, dated))
            end = found[-1].to
    starts = sorted(candidate.at for candidate in found)
    with_dates = [_dated(text, candidate, starts, dated) for candidate in found]
    return [c for c in with_dates if c.dates or c.definite or c.named or " " in c.words]


def _is_in_name(at: int, to: int, names: Row) -> bool:
    """Whether a noun stands inside a known name; the name of all regional reviews may be the noun of one of them."""
    span = names.holding(at)
    return span is not None and to <= span.to and span.entity not in _COMMON_NAMES


def _around(text: str, noun_at: int, noun_to: int, spans: Row, dates: Row) -> Candidate:
    """The candidate whose noun stands at [noun_at, noun_to)."""
    rules = grammar()
    at = _leftwards(text, noun_at, spans, dates)
    to = end_of_name(text, noun_to, spans, dates)
    region = rules.of_region.match(text, to)
    to = region.end() if region else to
    before = text[max(0, at - 2 * _LONGEST_WORD) : at].split()
    definite = bool(before) and before[-1].casefold() in rules.pointers
    words = text[at:to]
    series = tuple(s.entity for s in spans.inside(at, to) if s.code in "RPWUFT")
    capitals = sum(1 for word in _WORD.findall(words) if word[0].isupper())
    kind = rules.kinds.get(text[noun_at:noun_to].casefold(), "event")
    return Candidate(at, to, kind, words, definite, named=capitals >= 2 or bool(series), series=series)


def _leftwards(text: str, at: int, spans: Row, dates: Row) -> int:
    """Where a name begins whose noun stands at `at`: before its adjectives and the names it opens with."""
    rules = grammar()
    while True:
        date = dates.last_before(at)
        if date and at - date.to <= 2:
            return at
        known = spans.last_before(at - 1)
        if known and at - known.to <= 3 and known.code in "RPWUFITG" and not text[known.to : at].strip(" '’s"):
            at = known.at
            continue
        word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
        if not word or not _fits(word[1], rules):
            return at
        at = at - 1 - len(word[1])


def _fits(word: str, rules: Grammar) -> bool:
    """Whether a word before the noun of a meeting belongs to its name."""
    plain = word.casefold().strip("'’")
    if plain in rules.pointers:
        return False
    if _ORDINAL.fullmatch(word):
        return True
    capital = word[0].isupper() and not word.endswith(".")
    return plain not in rules.stops and (plain in rules.modifiers or bool(_DAYS.fullmatch(plain)) or capital)


def end_of_name(text: str, to: int, spans: Row, dates: Row, *, connected: bool = False) -> int:
    """Where a name that goes on at `to` ends: before a verb, a bracket or dash, a date.

    connected: the text before `to` already calls for a noun ("working group on").
    """
    rules = grammar()
    end = to
    pending = connected  # a connector was just read
    for _ in range(_LONGEST_NAME):
        rest = _TOKEN.match(text, end + (1 if end < len(text) and text[end] == " " else 0))
        if not rest or dates.holding(rest.start()):
            break
        known = spans.at(rest.start())
        if known and pending and known.code not in "CDN":
            end = to = known.to
            pending = False
            continue
        token, plain = rest[0], rest[0].casefold()
        if token == "," and connected and _continues(text, rest.end()):
            end, pending = rest.end(), True
        elif plain in _ARTICLES and not pending:
            break
        elif plain in rules.connectors or plain.rstrip("'’") + "'" in rules.connectors:
            if plain in rules.stops and not pending and plain not in ("de", "y"):
                break
            end, pending, connected = rest.end(), True, True
        elif not token[0].isalnum() or plain in rules.stops or (token[0].islower() and plain.endswith("ed")):
            break
        elif connected or token[0].isupper() or plain in rules.modifiers:
            end = to = rest.end()
            pending = False
        else:
            break
    return to


def _continues(text: str, at: int) -> bool:
    """Whether a comma goes on with a list of adjectives ("sub-regional, regional and inter-regional processes")."""
    word = _WORD_AHEAD.match(text, at)
    return word is not None and word[1].casefold() in grammar().modifiers


def _dated(text: str, event: Candidate, starts: Sequence[int], dates: Row) -> Candidate:
    """A candidate with its dates: the one before its name, or those behind it, before the next candidate starts."""
    before = dates.last_before(event.at)
    if before and event.at - before.to <= _FARTHEST_DATE and not text[before.to : event.at].strip(" '’s,"):
        return replace(event, dates=(before.value,))
    following = bisect_right(starts, event.at)
    nearest = starts[following] if following < len(starts) else len(text)
    after = dates.starting(event.to, min(nearest, event.to + _FARTHEST_DATE))
    if after and grammar().to_date.match(text[event.to : after[0].at]):
        return replace(event, dates=tuple(_run_of_dates(text, after)))
    return event


def _run_of_dates(text: str, dates: Sequence[Span]) -> Iterator[str]:
    """The first date and those listed with it ("19 and 26 January, and 2 and 9 February")."""
    yield dates[0].value
    for earlier, later in pairwise(dates):
        if not _LISTED.fullmatch(text, earlier.to, later.at):
            return
        yield later.value


def event_name_from_title(title: str) -> str:
    """A title without the words that only tell the genre ("Summary of Discussions")."""
    rules = grammar()
    name = rules.title_words.sub(" ", title)
    return re.sub(r"\s+", " ", name).strip(" :–—-,.") or title


def fronted_date(sentence: tuple[int, int], dates: Row) -> Span | None:
    """The date with which a sentence opens ("On 3 November 2021, ...")."""
    return next(iter(dates.starting(sentence[0], sentence[0] + 13)), None)
