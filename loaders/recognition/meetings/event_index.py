"""Which events of a document may be the one that a candidate names: those that share a word or a day with it.

The index only leaves out what cannot be the same; `event_book` compares what it lets through.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from graph.iris import slug
from graph.periods import bounds

_EXACT = 10  # characters of a day
_MONTH = 7  # and of a month; what is neither is compared as a whole
_MOST_MONTHS = 120
_ANY_MONTH = "any month"


@lru_cache(maxsize=4096)
def long_words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others: those of more than three letters."""
    return frozenset(word for word in slug(text).split("-") if len(word) > 3)


class EventIndex:
    """Numbers of events by their words, kinds and dates."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[int]] = defaultdict(set)
        self._by_word: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._by_date: dict[str, set[int]] = defaultdict(set)
        self._by_kind: dict[str, set[int]] = defaultdict(set)
        self._by_ordinal: dict[tuple[str, int], set[int]] = defaultdict(set)

    def add(self, number: int, kind: str, names: Iterable[str], dates: Iterable[str], ordinal: int | None) -> None:
        """Note what an event is called and when it is (again, when more is known of it); its own words come first."""
        self._by_kind[kind].add(number)
        if ordinal:
            self._by_ordinal[kind, ordinal].add(number)
        for place, name in enumerate(names):
            if place == 0:
                self._by_name[name.casefold()].add(number)
            for word in long_words(name):
                self._by_word[kind, word].add(number)
        for value in dates:
            for key in _date_keys(value):
                self._by_date[key].add(number)

    def of_kind(self, kind: str) -> set[int]:
        """The events of a kind."""
        return self._by_kind.get(kind, set())

    def counted(self, kind: str, ordinal: int | None) -> set[int]:
        """The events of a kind that have this ordinal."""
        return self._by_ordinal.get((kind, ordinal), set()) if ordinal else set()

    def called(self, words: str) -> set[int]:
        """The events of just these words."""
        return self._by_name.get(words.casefold(), set())

    def on(self, dates: Iterable[str]) -> Iterator[int]:
        """The events that may have a day in common with these dates."""
        for value in dates:
            keys = _date_keys(value)
            for key in self._by_date if _ANY_MONTH in keys else (*keys, _ANY_MONTH):
                yield from self._by_date.get(key, ())

    def sharing(self, kind: str, words: str, part: float) -> Iterator[int]:
        """The events of a kind that may share this part of the words: they share one of the few that are rarest."""
        lists = sorted((self._by_word.get((kind, word), set()) for word in long_words(words)), key=len)
        for rare in lists[: int(len(lists) * (1 - part) + 1e-9) + 1]:
            yield from rare


@lru_cache(maxsize=4096)
def _date_keys(value: str) -> frozenset[str]:
    """What two dates with a day in common have in common: a value, a day of the year, or a month."""
    keys = {value, value[-5:]}
    span = bounds(value)
    if span is not None and (len(value) >= _EXACT or len(value) == _MONTH):
        keys |= _months(span.first, span.last)
    return frozenset(keys)


def _months(first: date | None, last: date | None) -> set[str]:
    if first is None or last is None:
        return {_ANY_MONTH}
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return {f"month {month}" for month in months} if len(months) <= _MOST_MONTHS else {_ANY_MONTH}
