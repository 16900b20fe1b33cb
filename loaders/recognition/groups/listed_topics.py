"""Groups that a sentence lists by what they are on: "three groups: data (led by IOM), visas", "las redes sobre A y B".

Each entry opens with its topic; what follows it, up to the next, tells of that group alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.recognition.names.spans import Row

_OPENS = re.compile(
    r"(?P<colon>[^.:;⟦⟧]{0,70}:\s)|\s(?:on|sobre|sur)\s(?:(?:the|la|las|el|los|les?)\s|l['’])?", re.IGNORECASE
)
_HARD = re.compile(r"\s?;\s(?:(?:and|y|e|et)\b,?\s)?")
_LAST = re.compile(r",\s(?:and|y|e|et)\s")
_SOFT = re.compile(r",\s(?:(?:and|y|e|et)\s)?|\s(?:and|y|e|et)\s")
_TOPIC = re.compile(r"(?:(?:the|la|las|el|los|les?)\s|l['’])?(?P<topic>[^\W\d_][^,:;().–—]*)", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:de|del|la|du|des|of|y|e|et|and)\s){0,2}[A-ZÀ-Þ][\w’'-]+){0,5}")
_BRACKETS = re.compile(r"\([^()]*\)")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|met|those|who|which|that|es|son|fue|ha|han|se|est|sont|a|ont|été|qui|que|quienes|ceux"
    r"|reported|led|lead|with|con|avec|by|por|par)\b"
    r"|^(?:one|another|first|second|third|other|last|un[oae]?|otr[oa]|autre|primer\w*|segund\w+|tercer\w*|premi\w+|deuxi\w+)\b",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _FEWEST = 60, 7, 2
_ACTORS = "SUOHERP"


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the groups of a list: its topic at [at, to), and what is told of it up to `end`."""

    at: int
    to: int
    end: int


def entries(text: str, begin: int, end: int, row: Row) -> Sequence[Entry]:
    """The entries of the list that opens at `begin`; none where it lists something else.

    end: of the sentence. row: the names that are known already.
    """
    opened = _OPENS.match(text, begin, end)
    if opened is None:
        return ()
    runs = opened["colon"] is None
    found: list[Entry] = []
    for at, to in _stretches(text, opened.end(), end, runs=runs):
        one = _entry(text, at, to, row, runs=runs)
        if one is None and not found:
            return ()
        if one:
            found.append(one)
        elif runs:
            break
        else:
            found[-1] = Entry(found[-1].at, found[-1].to, to)
    told = runs or any(row.inside(one.to, one.end) for one in found)
    return found if told and len(found) >= _FEWEST else ()


def _stretches(text: str, begin: int, end: int, *, runs: bool) -> Iterator[tuple[int, int]]:
    """The stretches between what parts the entries; brackets are not looked into."""
    plain = text[:begin] + _BRACKETS.sub(lambda one: "\x00" * len(one[0]), text[begin:end])
    hard = list(_HARD.finditer(plain, begin))
    cuts = hard or list(_SOFT.finditer(plain, begin))
    last = _LAST.search(plain, hard[-1].end()) if hard and not runs else None
    at = begin
    for cut in (*cuts, *([last] if last else ())):
        yield at, cut.start()
        at = cut.end()
    yield at, end


def _entry(text: str, at: int, to: int, row: Row, *, runs: bool) -> Entry | None:
    found = (_CAPITALS if runs and text[at : at + 1].isupper() else _TOPIC).match(text, at, to)
    if found is None:
        return None
    begin, stop = found.span("topic" if "topic" in found.re.groupindex else 0)
    known = row.touching(begin, stop)
    if any(span.code in _ACTORS for span in known):
        return None
    told = _PROSE.search(text, begin + 1, stop) if runs else None
    stop = begin + len(text[begin : told.start() if told else stop].rstrip())
    topic = text[begin:stop]
    fits = 3 < len(topic) <= _LONGEST and len(topic.split()) <= _MOST_WORDS and not _PROSE.search(topic)
    return Entry(begin, stop, to) if fits else None
