"""Places already taken in a text: whether a span touches one of them, in logarithmic time."""

from bisect import bisect_left
from collections.abc import Iterable


class Places:
    """Half-open spans [at, to) of one text; those that overlap count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for at, to in sorted(spans):
            if self._ends and at < self._ends[-1]:
                self._ends[-1] = max(to, self._ends[-1])
            else:
                self._starts.append(at)
                self._ends.append(to)

    def touch(self, at: int, to: int) -> bool:
        """Whether any of them shares a character with [at, to)."""
        index = bisect_left(self._starts, to) - 1
        return index >= 0 and self._ends[index] > at

    def hold(self, position: int) -> bool:
        """Whether a character stands inside one of them."""
        return self.touch(position, position + 1)
