"""Who else a verb is said of: the persons that a list goes on with behind the offices of those before.

"opened by ⟦H#0⟧, director of ⟦U#1⟧, the mayor of ⟦C#2⟧, ⟦H#3⟧, and ⟦H#4⟧": of all three it is said that they opened.
"""

import re
from collections.abc import Iterator
from functools import partial

from loaders.rules.cues import cue

_PERSON = re.compile(r"⟦[A-Z]*H[A-Z]*#(\d+)⟧")
_LONGEST = 220
_cue = partial(cue, "lists")


def behind(text: str, to: int) -> Iterator[int]:
    """The numbers of the persons of a list that goes on behind a person's token that ends at `to`."""
    while found := _PERSON.search(text, to, to + _LONGEST):
        if not _joins(text[to : found.start()]):
            return
        yield int(found[1])
        to = found.end()


def _joins(between: str) -> bool:
    """Whether what stands between two persons makes them members of one list."""
    for aside in reversed(list(_cue("asides").finditer(between))):
        between = between[: aside.start()] + between[aside.end() :]
    return _cue("joins").search(between) is not None and _cue("ends").search(between) is None
