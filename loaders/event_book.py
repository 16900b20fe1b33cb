"""Which mentions of a meeting are one and the same, and what it is called.

Same kind and a day in common, or the same words: one event. "The meeting" is the last of its kind in
the passage or before it, else the document's own event (marked `coreference`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graph.iris import slug
from graph.periods import bounds, overlaps
from graph.periods_text import display
from graph.records import LinkStatus
from loaders.events import Candidate
from loaders.spans import Span

_GENERIC = {"event", "meeting"}


@dataclass(slots=True)
class Event:
    """One meeting of a document: its path grows from the words and date it was first seen with."""

    kind: str
    words: str
    dates: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    labels: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Entity path: the series (or the words) and kind, and the first date."""
        # the series and the kind say the same in every document; the words do not
        stem = slug(f"{self.series[-1].split('/')[1]} {self.kind}", 60) if self.series else slug(self.words, 60)
        date = slug(self.dates[0].split("/")[0]) if self.dates else ""
        return f"event/{stem}-{date}" if date else f"event/{stem}"

    @property
    def name(self) -> str:
        """"Meeting of the Consultation Group, 29-30 July 2021"."""
        words = self.words[0].upper() + self.words[1:]
        return f"{words}, {self.when}" if self.dates else words

    @property
    def when(self) -> str:
        """The dates in words."""
        shown = display(self.dates[0]) if len(self.dates) == 1 else display(f"{self.dates[0]}/{self.dates[-1]}")
        return shown.replace("–", "-").strip()

    @property
    def names(self) -> list[str]:
        """All it may be called by: its words, its kind and date, the words it was met with."""
        kind_and_date = [f"{self.kind.capitalize()}, {self.when}"] if self.dates else []
        dated = [f"{label}, {self.when}" for label in self.labels] if self.dates else []
        return list(dict.fromkeys([self.name, *self.labels, *dated, *kind_and_date]))


@dataclass(slots=True)
class EventBook:
    """The events of one document in the order they were met; `main` is the one it is about."""

    main: Event | None = None
    events: list[Event] = field(default_factory=list)

    def open_with(self, event: Event) -> None:
        """Set the document's own event."""
        self.main = event
        self.events.insert(0, event)

    def place(self, candidate: Candidate, before: list[Event]) -> Event | None:
        """The event that a candidate names, new or known; None when it names none.

        before: events already met in the same passage, nearest last.
        """
        if candidate.points_back:
            return self._pointed_at(candidate, before)
        known = next((event for event in self.events if _same(event, candidate)), None) or self._undated_main(candidate)
        if known:
            _learn(known, candidate)
            return known
        if not (candidate.dates or candidate.named):
            return self._undated(candidate, before)
        event = Event(candidate.kind, candidate.words, candidate.dates, candidate.series, [candidate.words])
        self.events.append(event)
        return event

    def _undated_main(self, candidate: Candidate) -> Event | None:
        """The document's own event, still without a date, when a meeting of its kind and of no other name has one."""
        main = self.main
        if main is None or main.dates or not candidate.dates or candidate.kind != main.kind:
            return None
        return main if not candidate.series or set(candidate.series) & set(main.series) else None

    def _undated(self, candidate: Candidate, before: list[Event]) -> Event | None:
        """"This virtual workshop", "the regional consultation": a known event of that kind, else none."""
        if not candidate.definite:
            return None
        alike = [e for e in [*self.events, *before] if e.kind == candidate.kind and _shares_words(e, candidate)]
        return alike[-1] if alike else None

    def _pointed_at(self, candidate: Candidate, before: list[Event]) -> Event | None:
        fits = [e for e in before if candidate.kind in (e.kind, "event") or candidate.kind in _GENERIC]
        if fits:
            return fits[-1]
        if self.main and (candidate.kind in (self.main.kind, "event", "meeting")):
            return self.main
        same = [e for e in self.events if e.kind == candidate.kind]
        return same[-1] if len(same) == 1 else None

    def spans(self, found: list[tuple[Candidate, Event]]) -> Iterator[Span]:
        """The spans of candidates that were placed."""
        for candidate, event in found:
            method = "coreference" if candidate.points_back else "event"
            yield Span(candidate.at, candidate.to, "E", event.path, method, LinkStatus.PROVISIONAL)


def _same(event: Event, candidate: Candidate) -> bool:
    if event.words.casefold() == candidate.words.casefold() and (not event.dates or not candidate.dates):
        return True
    if not event.dates or not candidate.dates:
        plain = not candidate.dates and candidate.named and candidate.kind == event.kind
        return plain and _shares_words(event, candidate, 0.8)
    if not any(_day_in_common(a, b) for a in event.dates for b in candidate.dates):
        return False
    alike = event.kind == candidate.kind or bool({event.kind, candidate.kind} & _GENERIC)
    if alike and (not event.series or not candidate.series or set(event.series) & set(candidate.series)):
        return True
    return _shares_words(event, candidate)


def _day_in_common(one: str, other: str) -> bool:
    if bounds(one) is None or bounds(other) is None:
        return one[-5:] == other[-5:]
    return one == other or (len(one) >= 10 and len(other) >= 10 and overlaps(one, other))


def _shares_words(event: Event, candidate: Candidate, part: float = 0.6) -> bool:
    its = _long_words(candidate.words)
    mine = frozenset[str]().union(*map(_long_words, (event.words, *event.labels)))
    return bool(its) and len(mine & its) >= part * len(its)


@lru_cache(maxsize=4096)
def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in slug(text).split("-") if len(word) > 3)


def _learn(event: Event, candidate: Candidate) -> None:
    if candidate.words not in event.labels:
        event.labels.append(candidate.words)
    if not event.dates and candidate.dates:
        event.dates = candidate.dates
    if not event.series:
        event.series = candidate.series
