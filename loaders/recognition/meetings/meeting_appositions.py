"""What a sentence adds on a meeting that it has just named: "the third consultation, a two-day gathering in Tunis"."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.recognition.meetings.candidate import Candidate
from loaders.rules.uncased import Uncased

_ADDED = Uncased(r"\s?[,(–—]\s?(?:(?:an?|una?|une?)\s)?")
_PLAIN = frozenset(("meeting", "event"))


def without_appositions(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in order, without those that only say again what the one right before them is.

    What they tell of day and place is told of that one, where it was open.
    """
    out: list[Candidate] = []
    for one in found:
        if out and _is_added(text, out[-1], one):
            last = out[-1]
            days, where = last.dates or one.dates, last.places or one.places
            out[-1] = replace(last, dates=days, places=where, told=max(last.told, one.told))
        else:
            out.append(one)
    return out


def _is_added(text: str, named: Candidate, one: Candidate) -> bool:
    plain = one.kind in _PLAIN and not (one.definite or one.series or one.number or one.other)
    known = named.definite or named.number is not None or named.named
    return plain and known and named.at < named.to <= one.at < one.to and bool(_ADDED.fullmatch(text, named.to, one.at))
