"""Sentences as rules see them: each name and date is one token, each enumeration is one token.

"Ghana, Iraq and Mexico took the floor on 3 May 2021" reads `⟦S#0⟧ took the floor on ⟦D#3⟧`, where token 0 holds
the three states. A footnote that is a list stands as a bracket where its mark stood, because a list in a
footnote belongs to the noun phrase that carries its number. A sentence has up to five readings (each once more without
what stands before it and names no one, see `loaders.claims.sentence.left_out`): as it stands;
without the brackets that only say something about a member of an enumeration ("Argentina (2021 Presidency ...),
Peru"); with what a list spells out taken for the list ("IOM, as Coordinator of the Network, and the agencies of
the region (ILO, WHO) held ..." reads "IOM, ILO, WHO held ..."); with persons by their names alone;
and with its lists of names closed up ("delegates of A, officials of B").
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from loaders.claims.sentence.appositions import persons_alone
from loaders.claims.sentence.flattened import flattened
from loaders.claims.sentence.left_out import in_short, without_front, without_seat
from loaders.claims.sentence.list_ends import CONJUNCTION, ONE_TOKEN, SEPARATOR_WORDS, end_of_list
from loaders.claims.sentence.mixed_lists import closed_up
from loaders.claims.sentence.observers import parted_from_observers
from loaders.reading.blocks import Block
from loaders.recognition.names.spans import FIGURE_CODE, Span
from loaders.rules.factored import factored
from loaders.rules.lexicons import load

# "la República Federativa del Brasil, la República de Chile", "the observer for France"
_STANDS_BEFORE = (
    r"(?:(?:federal|federative|islamic|plurinational|socialist|people['’]s|united)\s)?(?:republic|kingdom|state|government)\sof"
    r"|(?:república|reino|estado|federación|gobierno)(?:\s\w+){0,2}\sdel?"
    r"|(?:république|royaume|état|gouvernement)(?:\s\w+){0,2}\s(?:de|du|des)"
    r"|(?:representatives?|delegates?|delegation|observer|panellist|office|embassy|commission|permanent mission)"
    r"\s(?:of|from|for)"
    r"|(?:that|those|celle|celui|ceux)\s(?:of|de|du|des)|(?:oficina|embajada|comisión|misión permanente)\sdel?"
    r"|(?:representantes?|delegad[oa]s?|delegación|observador(?:a)?)\sdel?"
    r"|(?:représentante?s?|déléguée?s?|délégation|commission|observat(?:eur|rice))\s(?:de|du|des|pour)"
)
_ARTICLES = (
    rf"(?:\b(?:(?i:{_STANDS_BEFORE})|an?(?=\s(?:repr|deleg|obs))|the|la|el|los|las|le|les|of|from|de|del|des|du|by|por|par|à|au|aux|al)\b\s*"
    r"|\b(?:Office of|Oficina de|Bureau d[eu])(?:l? la)?\b\s*|\b[ld]['’]\s*)"
)
_TOKEN = r"⟦[A-Z]+#\d+⟧"
_SEPARATOR = rf"(?:\s*(?:[,;&]|\s/\s?|/|\b(?:{SEPARATOR_WORDS})\b)\s*)+{_ARTICLES}{{0,4}}"
# "held on 3 May by IOM": a day and who held it are no list
_MEMBER = r"⟦(?![CD]#\d+⟧\s(?:by|por|par)\s)[A-Z]+#\d+⟧"
_ENUMERATION = re.compile(rf"{_MEMBER}(?:{_SEPARATOR}{_MEMBER})+")
_INNERMOST = re.compile(r"\s?[(\[]([^()\[\]]*)[)\]]")
_NOTHING_ELSE = re.compile(rf"^(?:\s|[,;:&/–—-]|{_TOKEN}|\b(?:{SEPARATOR_WORDS}|the|la|el|los|las|le|les)\b)*$")
_TOLD_OF_PERSON = re.compile(
    r"(⟦H#\d+⟧)(,\s(?:(?!,\s(?!and\b|y\b|et\b|of\b|de\b)[a-zà-ÿ])[^;.⟦()]){2,80}⟦[UORWSPF]#\d+⟧)(?=,(?!\s(?:pa[iy]s|country|which|que|qui)\b)|\s(?:and|y|et)\s)"
)
_TOKEN_LAST = re.compile(rf"{_TOKEN}\s*$")
_LONGEST_TOKEN = 40
_DEEPEST_BRACKETS = 12
_TITLES = factored((*map(re.escape, load("people")["honorifics"]), "[Aa]mb[a-z]+", "[Ee]mb[a-z]+"))
_TITLE = re.compile(rf"(?:\b{_TITLES}\.?\s(?:\((?i:re?td?|r)\.?\)\s)?)+['’]?(?=⟦H)")
_BEHIND_NAME = re.compile(r"(?<=⟧),?\s(?:MP|MEP|PhD|OBE|CBE|KC|QC|Esq)\b\.?")
_BY = r"(?:by|por|par|with|con|avec)"
_JOINTLY = r"(?:together|along|jointly|junto|conjuntamente|conjointement)"
# kinds that may stand in one enumeration
_ACTORS = frozenset("SUORWH")
_PRONOUN = 2  # letters of "we", "I": it opens a clause and closes no enumeration


@dataclass(frozen=True, slots=True)
class Located:
    """A span and the block it stands in."""

    block: int
    span: Span


@dataclass(frozen=True, slots=True)
class Masked:
    """One reading of a sentence; `groups[n]` are the members of token n, `notes` the footnotes that were put in.

    plain: whether it has no brackets, and persons by their names alone, and yet all else.
    """

    text: str
    groups: tuple[tuple[Located, ...], ...]
    block: int
    at: int
    to: int
    notes: tuple[int, ...] = ()
    plain: bool = False

    def members(self, number: int) -> tuple[Located, ...]:
        """Members of a token."""
        return self.groups[number]


def mask(
    block: Block, at: int, to: int, spans: Mapping[int, Sequence[Span]], notes: Mapping[str, Block] | None = None
) -> list[Masked]:
    """The readings of a sentence (one, or two where brackets matter); none where it names nothing.

    spans: all spans of each block by its order. notes: footnotes that are lists, by number.
    """
    located: list[Located] = []
    text, used = _with_tokens(block, at, to, spans, notes or {}, located)
    if not located:
        return []
    text = _BEHIND_NAME.sub("", _TITLE.sub("", text)) if "⟦H" in text else text
    text = without_seat(text)
    flat = in_short(_without_brackets(text))
    told = flattened(_after_persons(flat) if "⟦H#" in flat else flat)
    persons = persons_alone(flat) if "⟦H#" in flat else flat
    read = dict.fromkeys((text, flat, told, persons, closed_up(flat)))
    readings = dict.fromkeys((*read, *map(without_front, read)))
    return [Masked(*_grouped(one, located), block.order, at, to, used, plain=one == persons) for one in readings]


def unmasked(block: Block, at: int, to: int) -> Masked:
    """A sentence read without its names."""
    return Masked(_without_marks(block.text[at:to]), (), block.order, at, to)


def _after_persons(text: str) -> str:
    """Without what stands between a person and the next comma to tell who that is."""
    return _TOLD_OF_PERSON.sub(r"\1", text)


def _with_tokens(
    block: Block, at: int, to: int,
    spans: Mapping[int, Sequence[Span]], notes: Mapping[str, Block], located: list[Located],
) -> tuple[str, tuple[int, ...]]:  # fmt: skip
    pieces: list[tuple[int, int, str]] = []
    here = spans.get(block.order, ())
    for span in here[bisect_left(here, at, key=attrgetter("at")) : bisect_left(here, to, key=attrgetter("at"))]:
        if span.code != FIGURE_CODE and span.to <= to:
            left_out = " " if span.at == span.to and span.code == "S" else ""
            pieces.append((span.at, span.to, f"⟦{span.code}#{len(located)}⟧{left_out}"))
            located.append(Located(block.order, span))
    used = []
    for position, number in block.marks[bisect_left(block.marks, (at, "")) :] if notes else ():
        if position > to:
            break
        note = notes.get(number)
        if note is not None:
            pieces.append((position, position, f" ({_note_tokens(note, spans, located)})"))
            used.append(note.order)
    out: list[str] = []
    end = at
    for start, stop, token in sorted(pieces, key=lambda p: (p[0], p[1])):
        if start >= end:
            out += (_without_marks(block.text[end:start]), token)
            end = stop
    return "".join((*out, _without_marks(block.text[end:to]))), tuple(used)


def _without_marks(text: str) -> str:
    """A document that has our own marks does not mean tokens by them."""
    return text.replace("⟦", "[").replace("⟧", "]").replace("\x00", " ")


def _note_tokens(note: Block, spans: Mapping[int, Sequence[Span]], located: list[Located]) -> str:
    parts = []
    for span in _list_members(note, spans.get(note.order, ())):
        parts.append(f"⟦{span.code}#{len(located)}⟧")
        located.append(Located(note.order, span))
    return ", ".join(parts)


def _list_members(note: Block, spans: Sequence[Span]) -> list[Span]:
    """The actors a list names; what stands in brackets inside it only says something about them."""
    inside = [(m.start(), m.end()) for m in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", note.text)]
    return [s for s in spans if s.code in _ACTORS and not any(a < s.at < b for a, b in inside)]


def list_note(note: Block, spans: Sequence[Span]) -> bool:
    """Whether a footnote is a list of actors: two at least, and little else but their names."""
    members = _list_members(note, spans)
    if len(members) < 2:
        return False
    rest = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", note.text)
    tail = rest[max(rest.find(":"), 0) :]
    words = re.findall(r"[^\W\d_]{4,}", tail)
    named = sum(len(re.findall(r"[^\W\d_]{4,}", note.text[s.at : s.to])) for s in members)
    return named * 2 >= len(words)


def _grouped(text: str, located: Sequence[Located]) -> tuple[str, tuple[tuple[Located, ...], ...]]:
    groups: list[tuple[Located, ...]] = []

    def one(found: re.Match[str]) -> str:
        closed = min(end_of_list(text, found), parted_from_observers(found[0], text, found.end()))
        behind = _ENUMERATION.sub(lambda rest: enumeration(rest[0]), found[0][closed:])
        return enumeration(found[0][:closed]) + behind

    def enumeration(words: str) -> str:
        numbers = [int(n) for _, n in ONE_TOKEN.findall(words)]
        codes = {located[n].span.code for n in numbers}
        if len(numbers) == len(codes) == 2 and not CONJUNCTION.search(ONE_TOKEN.sub("", words)):
            return words  # "held by Mexico, IOM has provided": a comma between two sorts of things joins nothing
        runs: list[list[int]] = [[numbers[0]]]
        for number in numbers[1:]:
            behind = located[number].span
            one, other = located[runs[-1][-1]].span.code, behind.code
            # "by Peru; the Network by Chile", "one on visas led by Peru and one on data"
            done_by = re.search(
                rf"⟦W#{runs[-1][-1]}⟧(?:\s(?:{_JOINTLY}\s)?{_BY}|,\s(?:{_BY}|d[eu]))\s", words
            )  # "assisted in ⟦W⟧ by ⟦S⟧"
            parted = ";" in words or located[number].span.elliptic or done_by
            apart = "W" in (one, other) and one != other and parted
            # "co-chaired with Portugal, and we have heard"
            apart = apart or (behind.method == "coreference" and behind.to - behind.at <= _PRONOUN)
            alike = not apart and _alike(one, other, "/" in words)
            (runs[-1].append(number) if alike else runs.append([number]))
        if len(runs) > 1:
            return _regroup(words, runs, located, groups)
        return _token(numbers, located, groups)

    collapsed = _ENUMERATION.sub(one, text)
    # tokens outside any enumeration get their group last; numbers of groups start with "g" until then
    final = re.sub(r"⟦([A-Z])#(\d+)⟧", lambda m: _token([int(m[2])], located, groups), collapsed)
    return final.replace("#g", "#"), tuple(groups)


def _token(numbers: list[int], located: Sequence[Located], groups: list[tuple[Located, ...]]) -> str:
    members = tuple(located[n] for n in numbers)
    codes = "".join(sorted({m.span.code for m in members}))
    groups.append(members)
    return f"⟦{codes}#g{len(groups) - 1}⟧"


def _regroup(text: str, runs: list[list[int]], located: Sequence[Located], groups: list[tuple[Located, ...]]) -> str:
    """An enumeration whose members are not of one sort: each run is a token, the words between stay."""
    for run in runs:
        first = re.search(rf"⟦[A-Z]#{run[0]}⟧", text)
        last = re.search(rf"⟦[A-Z]#{run[-1]}⟧", text)
        if first and last:
            text = text[: first.start()] + _token(run, located, groups) + text[last.end() :]
    return text


def _alike(one: str, other: str, named_with_body: bool) -> bool:
    """Whether two may follow each other in a list. A person follows a body only in a list of "Name/Body"."""
    if other == "H" != one and not named_with_body:
        return False
    return one == other or (one in _ACTORS and other in _ACTORS)


def _without_brackets(text: str) -> str:
    """The sentence without brackets, but for those that hold nothing but an enumeration."""
    kept: list[str] = []

    def drop(found: re.Match[str]) -> str:
        inside = found[1]
        if ONE_TOKEN.search(inside) and _NOTHING_ELSE.match(inside) and not _follows_member(text, found):
            kept.append(found[0])
            return f"\x00{len(kept) - 1}\x01"
        return ""

    for _ in range(_DEEPEST_BRACKETS):
        previous, text = text, _INNERMOST.sub(drop, text)
        if previous == text:
            break
    return re.sub(r"\x00(\d+)\x01", lambda m: kept[int(m[1])], text)


def _follows_member(text: str, found: re.Match[str]) -> bool:
    """An acronym behind its long form ("Organization of American States (OAS)") is one name, said twice."""
    one = ONE_TOKEN.fullmatch(found[1].strip())
    window = max(0, found.start() - _LONGEST_TOKEN)
    return one is not None and _TOKEN_LAST.search(text, window, found.start()) is not None
