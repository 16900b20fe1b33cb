"""Who else a verb is said of: the persons that a list goes on with behind the offices of those before.

"opened by ⟦H#0⟧, director of ⟦U#1⟧, the mayor of ⟦C#2⟧, ⟦H#3⟧, and ⟦H#4⟧": of all three it is said that they opened.
"""

import re
from collections.abc import Iterator
from functools import partial

from loaders.rules.cues import cue

_PERSON = re.compile(r"⟦[A-Z]*H[A-Z]*#(\d+)⟧")
_FOR = re.compile(r"\b(?:for|on behalf of|por|en nombre de|pour|au nom d[eu]s?)\s[^⟦⟧,.;:]{2,40},")
_NAMES = re.compile(r"⟦[A-Z]+#(\d+)⟧")
_BY = re.compile(r"\b(?:by|por|par)\s(?:[^⟦⟧.;:,]{0,60}\s|l['’])?⟦[A-Z]+#\d+⟧$")
_LONGEST = 220
_cue = partial(cue, "lists")


def behind(text: str, to: int) -> Iterator[int]:
    """The numbers of the persons of a list that goes on behind a person's token that ends at `to`."""
    while found := _PERSON.search(text, to, to + _LONGEST):
        if not _joins(text[to : found.start()]):
            return
        yield int(found[1])
        to = found.end()


def agents(text: str, to: int) -> Iterator[int]:
    """The numbers of the tokens with which the agent of a passive goes on, the first of which ends at `to`.

    "by ⟦S#0⟧ on fees, by ⟦S#1⟧ and, for employers, by ⟦H#2⟧": whoever follows "by" without a verb of their own.
    """
    if not _BY.search(text[:to]):
        return
    while found := _cue("agents").match(text, to):
        named = _NAMES.match(text, found.end())
        if named is None or _cue("ends").search(_FOR.sub("", _without_asides(found[0]))):
            return
        yield int(named[1])
        to = named.end()


def _without_asides(between: str) -> str:
    for aside in reversed(list(_cue("asides").finditer(between))):
        between = between[: aside.start()] + between[aside.end() :]
    return between


def _joins(between: str) -> bool:
    """Whether what stands between two persons makes them members of one list."""
    between = _without_asides(between)
    return _cue("joins").search(between) is not None and _cue("ends").search(between) is None
