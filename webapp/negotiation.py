"""Which representation a request gets: pure functions over an Accept header and a table of choices.

RFC 9110, 12.5.1: every range has a weight (`q`, 1 when absent); of the ranges that match a media
type the most specific one decides its weight; weight 0 refuses. Among equal weights the type that
was named more exactly wins (`text/turtle, */*` means Turtle), then the order of the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.errors import NotAcceptable


@dataclass(frozen=True, slots=True)
class Choice:
    """A representation on offer. `name` is what `?format=` and suffixes call it.

    explicit: only given when its own media type is asked for, never through a wildcard.
    """

    name: str
    media_type: str
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One element of an Accept header: `text/*;q=0.5`."""

    type: str
    subtype: str
    weight: float

    def specificity(self, media_type: str) -> int:
        """2 for an exact match, 1 for `type/*`, 0 for `*/*`, -1 for no match."""
        kind, _, rest = media_type.partition("/")
        if (self.type, self.subtype) == (kind, rest):
            return 2
        if self.type == kind and self.subtype == "*":
            return 1
        return 0 if self.type == self.subtype == "*" else -1


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value.strip()), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def parse_accept(header: str | None) -> tuple[MediaRange, ...]:
    """The ranges of an Accept header; none or an empty one accepts everything. Broken elements are dropped."""
    if header is None or not header.strip():
        return (MediaRange("*", "*", 1.0),)
    ranges = []
    for element in header.split(","):
        media, *parameters = element.split(";")
        kind, slash, rest = media.strip().lower().partition("/")
        if media.strip() == "*":
            kind, slash, rest = "*", "/", "*"
        if slash and kind and rest:
            ranges.append(MediaRange(kind, rest, _weight(parameters)))
    return tuple(ranges)


def weigh(media_type: str, ranges: Sequence[MediaRange]) -> tuple[float, int]:
    """Weight of a media type, and how exactly it was named (2, 1, 0; -1 when not at all)."""
    best = max(ranges, key=lambda one: one.specificity(media_type), default=None)
    if best is None or best.specificity(media_type) < 0:
        return 0.0, -1
    return best.weight, best.specificity(media_type)


def choose(header: str | None, choices: Sequence[Choice], wanted: str | None = None) -> Choice:
    """The choice a request gets.

    wanted: the value of `?format=` or a suffix (a name of the table, or a media type); it overrules the header.
    Raises NotAcceptable, listing the choices, when nothing fits.
    """
    if wanted:
        named = [choice for choice in choices if wanted.lower() in (choice.name, choice.media_type)]
        if named:
            return named[0]
        raise NotAcceptable(tuple(choice.media_type for choice in choices))
    found = acceptable(header, choices)
    if found is None:
        raise NotAcceptable(tuple(choice.media_type for choice in choices))
    return found


def acceptable(header: str | None, choices: Sequence[Choice]) -> Choice | None:
    """The best choice for an Accept header, or None."""
    ranges = parse_accept(header)
    best: tuple[float, int] = (0.0, -1)
    found: Choice | None = None
    for choice in choices:
        rank = weigh(choice.media_type, ranges)
        if choice.explicit and rank[1] < 2:
            continue
        if rank[0] > 0 and rank > best:
            best, found = rank, choice
    return found


def prefers_html(header: str | None) -> bool:
    """Whether a person with a browser is asking: HTML is named, and no less wanted than any data type named."""
    ranges = parse_accept(header)
    weight, specificity = weigh("text/html", ranges)
    return specificity == 2 and weight > 0 and all(one.weight <= weight for one in ranges)
