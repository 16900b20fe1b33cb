"""Cutting the text of a passage where marks begin and end: pure, so that no HTML is ever put together by hand.

Sentences that carry claims (evidence) and names of entities (mentions) overlap freely; a page shows
runs of text, each under the evidence and inside the mention it belongs to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of a text: `kind` is evidence, mention or found; `name` says which one."""

    at: int
    to: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks. `begins`: evidence whose first character stands here."""

    text: str
    evidence: tuple[str, ...] = ()
    mention: str = ""
    found: bool = False
    begins: tuple[str, ...] = ()


def _inside(marks: Sequence[Mark], length: int) -> list[Mark]:
    """Marks that lie in the text and are not empty; what reaches beyond is clipped."""
    clipped = (Mark(max(one.at, 0), min(one.to, length), one.kind, one.name) for one in marks)
    return sorted((one for one in clipped if one.at < one.to), key=lambda one: (one.at, -one.to, one.name))


def _outermost(mentions: Sequence[Mark]) -> list[Mark]:
    """Links cannot stand in links: of overlapping mentions the first and longest is kept."""
    kept: list[Mark] = []
    for one in mentions:
        if not kept or one.at >= kept[-1].to:
            kept.append(one)
    return kept


def runs(text: str, marks: Sequence[Mark]) -> list[Run]:
    """The text as runs; their texts joined give the text back."""
    ordered = _inside(marks, len(text))
    mentions = _outermost([one for one in ordered if one.kind == "mention"])
    others = [one for one in ordered if one.kind != "mention"]
    edges = sorted({0, len(text), *(edge for one in (*mentions, *others) for edge in (one.at, one.to))})
    return [_run(text, start, end, mentions, others) for start, end in pairwise(edges)]


def _run(text: str, start: int, end: int, mentions: Sequence[Mark], others: Sequence[Mark]) -> Run:
    over = [one for one in others if one.at <= start and end <= one.to]
    evidence = [one for one in over if one.kind == "evidence"]
    return Run(
        text=text[start:end],
        evidence=tuple(dict.fromkeys(one.name for one in evidence)),
        mention=next((one.name for one in mentions if one.at <= start and end <= one.to), ""),
        found=any(one.kind == "found" for one in over),
        begins=tuple(dict.fromkeys(one.name for one in evidence if one.at == start)),
    )


def occurrences(text: str, words: str) -> list[Mark]:
    """Where the words of a search stand in a text, whatever their case."""
    folded = text.casefold()
    if len(folded) != len(text):
        return []
    marks = []
    for word in {one for one in words.casefold().split() if one}:
        at = folded.find(word)
        while at >= 0:
            marks.append(Mark(at, at + len(word), "found", word))
            at = folded.find(word, at + len(word))
    return marks
