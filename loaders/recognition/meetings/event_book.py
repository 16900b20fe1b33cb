"""Which mentions of a meeting are one and the same, and what it is called.

Same kind and a day in common, or the same words: one event. "The meeting" is the last of its kind in
the passage or before it, else the document's own event (marked `coreference`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.periods import bounds, overlaps
from graph.records import LinkStatus
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.enumerated import singular
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_index import EventIndex, long_words
from loaders.recognition.meetings.same_edition import is_same_edition
from loaders.recognition.names.gazetteer import ancestors
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import Span

_GENERIC = {"event", "meeting"}
_ROUNDS = {"review"}  # what goes on over years as often as it is a meeting: a date makes it one
_EVERYDAY = {"meeting", "plenary", "dialogue", "consultation", "session", "event"}
_PARTS = {"session", "plenary"}  # of a day of it, where no date is told
_IN_NAMES_OF_BODIES = {"event", "conference", "plenary", "forum"}  # "Pacific Conference of Churches", "Migrant Forum"
_YEAR = len("2025")
_STEM = 5  # letters that "Africa" and "African" share
_MANY_WORDS, _MOST_WORDS = 0.6, 0.8  # of the words of a candidate, those that an event must share to be the same


@dataclass(slots=True)
class EventBook:
    """The events of one document in the order they were met; `main` is the one it is about."""

    main: Event | None = None
    language: str = "en"
    events: list[Event] = field(default_factory=list)
    _index: EventIndex = field(default_factory=EventIndex)

    def open_with(self, event: Event) -> None:
        """Set the document's own event, before any other is met."""
        self.main = event
        self.enter(event)

    def place(self, candidate: Candidate, before: list[Event], around: Sequence[Event] = ()) -> Event | None:
        """The event that a candidate names, new or known; None when it names none.

        before: events already met in the same passage, nearest last. around: those met in the section.
        """
        if candidate.titled:
            return self._titled(candidate)
        if candidate.points_back and singular(candidate.words):
            return self.main if self.main and candidate.words.casefold() in self.main.words.casefold() else None
        if candidate.points_back:
            return self._pointed_at(candidate, before, around)
        known = next((event for event in self._like(candidate) if _same(event, candidate)), None)
        known = known or self._by_place(candidate) or self._by_number(candidate)
        if self.main and candidate.unnamed and _on_day_of(self.main, candidate):
            known = self.main
        if self.main and not candidate.other and not _contradicts(self.main, candidate):
            known = known or self._undated_main(candidate) or self._main_in_short(candidate)
        if known:
            learn(known, candidate)
            self._note(known)
            return known
        numbered = candidate.number and candidate.series and candidate.kind not in _PARTS
        told = candidate.dates or candidate.places or candidate.region or numbered or _is_apart(candidate)
        if not told and not names_itself(candidate):
            return self._undated(candidate, before)
        event = event_of(candidate)
        self.enter(event)
        return event

    def _titled(self, candidate: Candidate) -> Event:
        """The event of that title, new or known; others of its day and kind are not meant."""
        for number in sorted(self._index.called(candidate.words)):
            if self.events[number].kind == candidate.kind:
                return self.events[number]
        event = event_of(candidate)
        self.enter(event)
        return event

    def enter(self, event: Event) -> None:
        """Add an event that is met for the first time."""
        event.number, event.english = len(self.events), in_english(event.words, self.language) or ""
        self.events.append(event)
        self._note(event)

    def _note(self, event: Event) -> None:
        self._index.add(event.number, event.kind, (event.words, *event.labels), event.dates, event.ordinal)

    def _like(self, candidate: Candidate) -> Iterator[Event]:
        """The events that may be the one of a candidate, in the order they were met."""
        numbers = self._index.called(candidate.words) | self._index.counted(candidate.kind, candidate.number)
        if candidate.dates:
            numbers.update(self._index.on(candidate.dates))
            numbers |= self._index.of_kind(candidate.kind) if len(candidate.dates[0]) == _YEAR else set()
        else:
            numbers.update(self._index.sharing(candidate.kind, candidate.words, _MOST_WORDS))
        for number in sorted(numbers):
            yield self.events[number]

    def _undated_main(self, candidate: Candidate) -> Event | None:
        """The document's own event, still without a date, when a meeting of its kind and of no other name has one."""
        main = self.main
        if main is None or main.dates or not candidate.dates:
            return None
        if candidate.kind != main.kind and not _tells_all(candidate.words, main.words):
            return None
        return main if not candidate.series or set(candidate.series) & set(main.series) else None

    def _main_in_short(self, candidate: Candidate) -> Event | None:
        """The document's own event, when a part of its name is said without a date ("the regional review")."""
        main = self.main
        short = main and candidate.definite and not candidate.dates and candidate.kind in long_words(main.words)
        return main if main and short and _tells_all(main.words, candidate.words) else None

    def _undated(self, candidate: Candidate, before: list[Event]) -> Event | None:
        """As in "This virtual workshop", "the regional consultation": a known event of that kind, else none."""
        if not candidate.definite:
            return None
        numbers = sorted(set(self._index.sharing(candidate.kind, candidate.words, _MANY_WORDS)), reverse=True)
        known = (event for event in (*reversed(before), *(self.events[number] for number in numbers)))
        alike = (e for e in known if e.kind == candidate.kind and not _contradicts(e, candidate))
        return next((event for event in alike if _shares_words(event, candidate)), None)

    def _by_place(self, candidate: Candidate) -> Event | None:
        """As in "the Tegucigalpa workshop": the only one of its kind there."""
        if not candidate.definite or candidate.dates or not candidate.places:
            return None
        alike = [self.events[number] for number in self._index.of_kind(candidate.kind)]
        there = [e for e in alike if set(e.places) & set(candidate.places) and not _contradicts(e, candidate)]
        if not there and alike == [self.main] and not alike[0].places and not candidate.series:
            return self.main
        return there[0] if len(there) == 1 else None

    def _by_number(self, candidate: Candidate) -> Event | None:
        """As in "the XXXI Reunión Viceministerial", in a paper on "XXXI CRM": the edition of that number."""
        of_one_day = (e for e in self.events if not (e.dates and candidate.dates) or _on_one_day(e, candidate))
        return (
            next((event for event in of_one_day if is_same_edition(event, candidate)), None)
            if candidate.number
            else None
        )

    def _pointed_at(self, candidate: Candidate, before: list[Event], around: Sequence[Event]) -> Event | None:
        generic = candidate.kind in _GENERIC
        nearest = next((e for e in reversed(before) if generic or candidate.kind == e.kind), None)
        if nearest:
            return nearest
        if self.main and (candidate.kind in (self.main.kind, "event", "meeting")):
            return self.main
        same = self._index.of_kind(candidate.kind)
        near = {event.number for event in around if event.kind == candidate.kind}
        only = next((numbers for numbers in (same, near) if len(numbers) == 1), None)
        return self.events[next(iter(only))] if only else None

    def spans(self, found: list[tuple[Candidate, Event]]) -> Iterator[Span]:
        """The spans of candidates that were placed."""
        for candidate, event in found:
            if candidate.at == candidate.to:
                continue
            method = "coreference" if candidate.points_back else "event"
            yield Span(candidate.at, candidate.to, "E", event.path, method, LinkStatus.PROVISIONAL)


def names_itself(candidate: Candidate) -> bool:
    """Whether a name without date and place is one: "Champions' dialogue", not "meetings of the group"."""
    if not candidate.named or candidate.kind in _ROUNDS:
        return False
    if candidate.words[0].islower():
        return candidate.kind not in _EVERYDAY
    return bool(candidate.series) or candidate.kind not in _IN_NAMES_OF_BODIES


def _is_apart(candidate: Candidate) -> bool:
    """Whether a meeting is told by what it is on, and needs no day: "will hold a side event on data at the Forum"."""
    on = len(candidate.words.split()) > len(candidate.noun.split())
    return candidate.kind == "side event" and on and not candidate.definite and singular(candidate.words) is None


def event_of(candidate: Candidate) -> Event:
    """A new event, as a candidate names it."""
    return Event(candidate.kind, candidate.words, candidate.dates, candidate.series, [candidate.words],
                 candidate.number, candidate.places, candidate.region)  # fmt: skip


def _contradicts(event: Event, candidate: Candidate) -> bool:
    """Whether a candidate is another of the kind: the eighth, not the seventh; of another region or body."""
    if not _related(event, candidate):
        return True
    numbers = event.ordinal and candidate.number and event.kind == candidate.kind
    regions = event.region and candidate.region
    return bool((numbers and event.ordinal != candidate.number) or (regions and event.region != candidate.region))


def _same(event: Event, candidate: Candidate) -> bool:
    if candidate.words in event.labels and candidate.dates == event.dates and _related(event, candidate):
        return True
    if _contradicts(event, candidate) or (candidate.other and candidate.dates and not event.dates):
        return False  # "another", of one whose day is not told
    if event.ordinal and event.ordinal == candidate.number and event.kind == candidate.kind:
        return _related(event, candidate)
    if event.region and event.region == candidate.region and not (event.dates and candidate.dates):
        return True
    if event.places and candidate.places and not set(event.places) & set(candidate.places) and _of_no_day(candidate):
        return False  # "in Kathmandu and Accra, in 2024"
    if event.words.casefold() == candidate.words.casefold() and (not event.dates or not candidate.dates):
        return True
    if not event.dates or not candidate.dates:
        plain = not candidate.dates and candidate.named and candidate.kind == event.kind
        return plain and _shares_words(event, candidate, _MOST_WORDS)
    days = [(a, b) for a in event.dates for b in candidate.dates]
    if not any(_day_in_common(a, b) or (candidate.definite and _in_month(a, b)) for a, b in days):
        return False
    alike = event.kind == candidate.kind or bool({event.kind, candidate.kind} & _GENERIC)
    if alike and _related(event, candidate):
        return True
    return _shares_words(event, candidate)


def _of_no_day(candidate: Candidate) -> bool:
    return all(len(day) <= len("2024-06") for day in candidate.dates)


def _related(event: Event, candidate: Candidate) -> bool:
    """Whether two may be of one series: each tells the same or an organ of it, or one tells none."""
    if not event.series or not candidate.series:
        return True
    mine, its = set(event.series), set(candidate.series)
    return bool(mine & _with_wholes(candidate.series) or its & _with_wholes(event.series))


def _with_wholes(series: tuple[str, ...]) -> set[str]:
    """Bodies with all that they are organs of."""
    return {*series, *(whole for path in series for whole in ancestors(path))}


def _day_in_common(one: str, other: str) -> bool:
    if bounds(one) is None or bounds(other) is None:
        return one[-5:] == other[-5:]
    return one == other or (len(one) >= 10 and len(other) >= 10 and overlaps(one, other))


def _in_month(day: str, month: str) -> bool:
    """Whether a month or year is that of a day: "the December meeting", of a meeting on 4 December."""
    of_no_year = month.startswith("XXXX-") and len(month) == len("XXXX-12")
    return (of_no_year and day[4:7] == month[4:]) or (
        len(month) in (_YEAR, len("2025-12")) and day.startswith(f"{month}-")
    )


def _shares_words(event: Event, candidate: Candidate, part: float = _MANY_WORDS) -> bool:
    its = long_words(candidate.words)
    mine = frozenset[str]().union(*map(long_words, (event.words, *event.labels)))
    return bool(its) and len(mine & its) >= part * len(its)


def _tells_all(long: str, short: str) -> bool:
    """Whether a name has all words of another: "Meeting on the African regional review", "Africa regional review"."""
    told = {word[:_STEM] for word in long_words(long)}
    return all(word[:_STEM] in told for word in long_words(short))


def joins(event: Event, candidate: Candidate) -> bool:
    """Whether the meeting that a first paragraph tells of is the one that the title names."""
    alike = event.kind == candidate.kind or bool({event.kind, candidate.kind} & _GENERIC)
    days = not event.dates or not candidate.dates or _on_one_day(event, candidate)
    other = (event.ordinal and candidate.number and event.ordinal != candidate.number) or (
        event.region and candidate.region and event.region != candidate.region
    )
    return alike and days and not other


def _on_day_of(main: Event, candidate: Candidate) -> bool:
    """Whether a body met on a day of the paper's own meeting, of which the month may be all that is told."""
    in_month = any(_in_month(day, month) for month in main.dates for day in candidate.dates)
    return not _contradicts(main, candidate) and (in_month or _on_one_day(main, candidate))


def _on_one_day(event: Event, candidate: Candidate) -> bool:
    return any(_day_in_common(a, b) for a in event.dates for b in candidate.dates)


def _is_more_exact(days: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether days are of the month or year that alone was known."""
    return len(known) == 1 and len(known[0]) < len(days[0]) and _in_month(days[0], known[0])


def learn(event: Event, candidate: Candidate) -> None:
    """Add to an event what a candidate tells of it."""
    if candidate.words not in event.labels:
        event.labels.append(candidate.words)
    if candidate.dates and (not event.dates or _is_more_exact(candidate.dates, event.dates)):
        event.dates = candidate.dates
    event.series = event.series or candidate.series
    event.ordinal = event.ordinal or candidate.number
    event.places = event.places or candidate.places
    event.region = event.region or candidate.region
