"""Passages that are longer than any that somebody wrote, as when a file has lost its line ends: cut between sentences.

What a passage tells is found in a time that grows with the square of its sentences.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.records import PassageKind
from loaders.reading.clean import CleanText
from loaders.reading.drafts import Draft
from loaders.reading.sentences import split

LONGEST = 20_000


def parted(cleaned: Iterable[tuple[Draft, CleanText]], language: str) -> Iterator[tuple[Draft, CleanText]]:
    """Each draft with its text; of one that is too long, its parts one after the other. No heading is as long."""
    for draft, clean in cleaned:
        if len(clean.text) <= LONGEST:
            yield draft, clean
            continue
        kind = PassageKind.PARAGRAPH if draft.kind is PassageKind.HEADING else draft.kind
        for at, to in _stretches(clean.text, language):
            marks = tuple((place - at, number) for place, number in clean.marks if at <= place <= to)
            yield replace(draft, kind=kind), CleanText(clean.text[at:to], clean.offsets[at:to], marks)


def _stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    """(at, to) of as many sentences as fit, from the first to the last."""
    begin = end = 0
    for at, to in split(text, language):
        if to - begin > LONGEST and end > begin:
            yield begin, end
            begin = at
        end = to
    yield begin, end
