"""A list in running words: "Bangladesh, Chad (absent), Paraguay; the Mayors Mechanism and ILO", member by member."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.recognition.names.spans import Row, Span
from loaders.rules.labels import out_of_list

_PARTS = re.compile(
    r"[,;•·|/\n]|\s[–—-]\s|\s&\s|\.(?=\s+[A-ZÀ-Ý])"
    r"|(?<=\s)(?:and|y|e|et|as well as|así como|ainsi que|along with|together with|junto con|with|con|avec)(?=\s)"
)
_OPENING = re.compile(
    r"^(?:\s|[\"“«*]|\b(?:the|la|el|los|las|le|les|and|y|et|also|H\.E\.|Mr|Mrs|Ms|Mme|M|Dr|Sr|Sra|Amb|Ambassador)\b\.?|l['’]"
    r"|(?:[Pp]ermanent [Mm]issions?|[Gg]overnments?|[Rr]epresentatives?|[Dd]elegations?|[Mm]inistr(?:y|ies)"
    r"|[Mm]isi(?:ón|ones) [Pp]ermanentes?|[Gg]obiernos?|[Rr]epresentantes?|[Dd]elegaci(?:ón|ones)"
    r"|[Mm]ission [Pp]ermanente|[Gg]ouvernements?|[Rr]eprésentant(?:e)?s?|[Dd]élégations?)\s"
    r"(?:of|from|del?|des?|du|d['’])(?:\s(?:the|la|las|los))?)*"
)
_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]*)[)\]]")
_NEXT = re.compile(r"[;\n]|$")
_ACTORS = frozenset("SUORWP")
_CONJUNCTIONS = ("and", " y", " e", "et", "&")
_LONGEST_REMARK = 3  # words behind a name that may still be an entry of a list


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, at [at, to) of its block: the name it opens with, if it is known. out: it says so itself."""

    at: int
    to: int
    span: Span | None = None
    out: bool = False


def entries(text: str, at: int, to: int, row: Row, apart: list[tuple[int, int]]) -> Iterator[Entry]:
    """The entries of text[at:to]. row: spans of the block; apart: stretches that only tell of the name before."""
    begin = at
    cuts = [*_cuts(text, at, to, row, apart), *_side_by_side(text, at, to, row)]
    stranger = False
    for cut in [*sorted(cuts), (to, to)]:
        opened = _OPENING.match(text[begin : cut[0]])
        start = begin + (opened.end() if opened else 0)
        if text[start : cut[0]].strip():
            entry = _entry(text, start, cut[0], row)
            # "Senegal, assisted by IOM and ILO": neither chairs
            governed = stranger and text[:begin].endswith(_CONJUNCTIONS)
            entry = replace(entry, span=None) if governed else entry
            stranger = (entry.span is None and bool(row.inside(start, cut[0]))) or governed
            yield entry
        begin = cut[1]


def _cuts(text: str, at: int, to: int, row: Row, apart: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a separator parts two entries: not inside a name, a bracket, or what tells of a name."""
    closed = [*((m.start(), m.end()) for m in _BRACKET.finditer(text, at, to)), *apart]
    for found in _PARTS.finditer(text, at, to):
        inside = row.holding(found.start()) or any(a <= found.start() < b for a, b in closed)
        if not inside:
            yield found.span()


def _side_by_side(text: str, at: int, to: int, row: Row) -> Iterator[tuple[int, int]]:
    """Between two names that stand on lines of their own, which reading has joined."""
    for one, other in pairwise(row.inside(at, to)):
        of_a_country = one.code != "S" and other.code == "S"  # "OIM Ecuador"
        if text[one.to : other.at] == " " and {one.code, other.code} <= _ACTORS and not of_a_country:
            yield one.to, other.at


def _entry(text: str, at: int, to: int, row: Row) -> Entry:
    span = row.at(at)
    if span is None or span.to > to:
        return Entry(at, to)
    bracket = _BRACKET.match(text, span.to, to)
    rest = text[bracket.end() if bracket else span.to : to]
    sentence = len(re.findall(r"\w+", _BRACKET.sub("", rest))) > _LONGEST_REMARK and span.code != "H"
    out = is_out(text, span.to) if span.code == "H" else bool(bracket and out_of_list(bracket[1]))
    return Entry(at, to, None if sentence else span, out)


def is_out(text: str, at: int) -> bool:
    """Whether a bracket behind a person's name and office says that they may not come: "Ms. A, of B (invited)"."""
    end = _NEXT.search(text, at)
    return any(out_of_list(one[1]) for one in _BRACKET.finditer(text, at, end.start() if end else len(text)))
