"""Meetings: their names, kinds and dates, and which words point back to which.

An event is known by its series or words, its kind and its date; the same one named twice is one.
`find_events` gives candidates in one block, `EventBook` joins them over the document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.lexicons import alternatives, load
from loaders.spans import Span

_COMMON_NAMES = frozenset(("process/gcm-regional-reviews",))
_ARTICLES = frozenset(("the", "la", "el", "le", "les", "los", "las"))
_DAYS = re.compile(r"\w+-day")
_TOKEN = re.compile(r"[\w'’./-]+|[^\w\s]")
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
        """"The meeting", "the four-day event": nothing of its own but the kind."""
        own = [w for w in self.words.casefold().split()[:-1] if not _DAYS.fullmatch(w)]
        return self.definite and not self.dates and not self.series and not own


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled lists of events.yaml."""

    head: re.Pattern[str]
    kinds: dict[str, str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    stops: frozenset[str]
    pointers: frozenset[str]
    pointing: frozenset[str]
    to_date: re.Pattern[str]
    title_words: re.Pattern[str]


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
        head=re.compile(rf"\b{alternatives([re.escape(k) for k in kinds])}\b", re.IGNORECASE),
        kinds=kinds,
        modifiers=frozenset(words["modifiers"]),
        connectors=frozenset(words["connectors"]),
        stops=frozenset(words["stops"]),
        pointers=frozenset(words["pointers"]),
        pointing=frozenset(words["pointing"]),
        to_date=re.compile(
            rf"^(?:\s*,\s*[a-z-]+)?(?:\s+(?:and|y|et)\s+[a-z-]+)?\s*(?:[(\[][^()\[\]]{{1,40}}[)\]])?\s*,?\s*{place}?,?\s*(?:{held})?\s*(?:virtually|online|{place})?,?\s*{link}?\s*[(:,–-]?\s*(?:{link})?\s*$",
            re.IGNORECASE,
        ),
        title_words=re.compile(
            rf"\s*[:–—-]?\s*\b{alternatives([re.escape(w) for w in words['title_words']])}\b(?:\s+(?:of|on|for|de|del|du|sur)\s+(?:the|la|el|le|l['’])?\s*)?\s*[:–—-]?\s*",
            re.IGNORECASE,
        ),
    )


def find_events(text: str, spans: Sequence[Span], dates: Sequence[Span]) -> list[Candidate]:
    """Candidates of one block, in order. `spans`: linked names; `dates`: date spans of the block."""
    rules = grammar()
    found: list[Candidate] = []
    end = 0
    for head in rules.head.finditer(text):
        if head.start() < end or any(_holds(s, head) for s in spans):
            continue
        candidate = _around(text, head, spans, dates)
        found.append(candidate)
        end = candidate.to
    dated = [_dated(text, candidate, found, dates) for candidate in found]
    return [c for c in dated if c.dates or c.definite or c.named or " " in c.words]


def _holds(span: Span, head: re.Match[str]) -> bool:
    """Whether a noun stands inside a known name; the name of all regional reviews may be the noun of one of them."""
    return span.at <= head.start() and head.end() <= span.to and span.entity not in _COMMON_NAMES


def _around(text: str, head: re.Match[str], spans: Sequence[Span], dates: Sequence[Span]) -> Candidate:
    rules = grammar()
    at = _leftwards(text, head.start(), spans, dates)
    to = end_of_name(text, head.end(), spans, dates)
    before = text[:at].rstrip().rsplit(None, 1)
    article = before[-1].casefold() if before else ""
    definite = article in rules.pointers
    words = text[at:to]
    series = tuple(s.entity for s in spans if at <= s.at and s.to <= to and s.code in "RPWUFT")
    capitals = sum(1 for w in re.findall(r"[^\W\d_][\w'-]*", words) if w[0].isupper())
    kind = rules.kinds.get(head[0].casefold(), "event")
    return Candidate(at, to, kind, words, definite, named=capitals >= 2 or bool(series), series=series)


def _leftwards(text: str, at: int, spans: Sequence[Span], dates: Sequence[Span]) -> int:
    rules = grammar()
    fences = {d.to for d in dates}
    while True:
        if any(0 <= at - fence <= 2 for fence in fences):
            return at
        known = next((s for s in spans if s.to < at and not text[s.to : at].strip(" '’s") and at - s.to <= 3), None)
        if known and known.code in "RPWUFITG":
            at = known.at
            continue
        word = re.search(r"([\w'’./-]+)\s$", text[max(0, at - 40) : at])
        if not word:
            return at
        token = word[1]
        plain = token.casefold().strip("'’")
        fits = plain in rules.modifiers or _DAYS.fullmatch(plain) or (token[0].isupper() and not token.endswith(".") and plain not in rules.pointers)
        ordinal = re.fullmatch(r"\d{1,2}(?:st|nd|rd|th|ª|º|e|ème|er|re)|[IVXL]{1,7}", token)
        if not (fits or ordinal) or (plain in rules.stops and not ordinal) or plain in rules.pointers:
            return at
        at = at - 1 - len(token)


def end_of_name(
    text: str, to: int, spans: Sequence[Span], dates: Sequence[Span], *, connected: bool = False
) -> int:
    """Where a name that goes on at `to` ends: before a verb, a bracket or dash, a date.

    connected: the text before `to` already calls for a noun ("working group on").
    """
    rules = grammar()
    end = to
    pending = connected  # a connector was just read
    for _ in range(_LONGEST_NAME):
        rest = _TOKEN.match(text, end + (1 if end < len(text) and text[end] == " " else 0))
        if not rest or any(d.at <= rest.start() < d.to for d in dates):
            break
        known = next((s for s in spans if s.at == rest.start()), None)
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
    word = re.match(r"\s*([\w-]+)", text[at:])
    return bool(word) and word[1].casefold() in grammar().modifiers  # type: ignore[index]


def _dated(text: str, event: Candidate, others: Sequence[Candidate], dates: Sequence[Span]) -> Candidate:
    rules = grammar()
    before = [d for d in dates if d.to <= event.at and not text[d.to : event.at].strip(" '’s,")]
    if before:
        return replace(event, dates=(before[-1].value,))
    nearest = min((o.at for o in others if o.at > event.at), default=len(text))
    after = [d for d in dates if event.to <= d.at < min(nearest, event.to + _FARTHEST_DATE)]
    if after and rules.to_date.match(text[event.to : after[0].at]):
        return replace(event, dates=tuple(_run_of_dates(text, after)))
    return event


def _run_of_dates(text: str, dates: Sequence[Span]) -> Iterator[str]:
    """The first date and those listed with it ("19 and 26 January, and 2 and 9 February")."""
    yield dates[0].value
    for earlier, later in zip(dates, dates[1:], strict=False):
        if not re.fullmatch(r"[\s,;]*(?:and|y|et|&)?\s*(?:on\s+|el\s+|le\s+)?", text[earlier.to : later.at]):
            return
        yield later.value


def event_name_from_title(title: str) -> str:
    """A title without the words that only tell the genre ("Summary of Discussions")."""
    rules = grammar()
    name = rules.title_words.sub(" ", title)
    return re.sub(r"\s+", " ", name).strip(" :–—-,.") or title


def fronted_date(sentence: tuple[int, int], dates: Iterable[Span]) -> Span | None:
    """The date with which a sentence opens ("On 3 November 2021, ...")."""
    return next((d for d in dates if sentence[0] <= d.at <= sentence[0] + 12), None)
