"""Bodies of states by what they look after or where they are: "Ministry of Labour", "Kenya Red Cross"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row, Span
from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

English: TypeAlias = Callable[[str, str], str]
"""The English name of words that name a body of a state, given the path of the state."""

_CAPITAL = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇÜ][\w’'-]*"
_ARTICLE = r"(?:the\s|la\s|las\s|los\s|el\s|les?\s|l['’])?"
_REPUBLIC = r"(?:(?:Republic|República|République)\s(?:of|del?|du|des)\s(?:the\s|la\s)?)?"
_OF = rf"\s(?:of|del?|du|des)\s{_ARTICLE}{_REPUBLIC}|\sd['’]"
_LONGEST = 140
_OF_BEHIND = re.compile(rf"(?:{_OF})$")
_STATE_BEFORE = re.compile(r"(?:['’]s)?\s")
_STATE_BEHIND = re.compile(r",\s|\s?\(")
_LISTED = re.compile(r",?\s(?:and|y|e|et)\s|,\s[A-ZÀ-Þ][\w-]+(?:,|\s(?:and|y|e|et)\s)")
_PLACED = re.compile(r"\b(?:in|at|en|à|from|dans|desde)\s(?:the\s|la\s|el\s|l['’])?$", re.IGNORECASE)
_OF_A_TOWN = re.compile(r"city|ville|munic|alcald|ayunta|mairie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: Sought
    tail: re.Pattern[str]
    of_place: Sought
    after_state: Sought
    before_state: Sought
    with_state: Sought
    of_people: Sought
    mission: Sought
    definite: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = load("departments")
    stop, small = alternatives(words["stops"]), alternatives(words["small"])
    joins = rf"\s(?:{alternatives(words['joins'])})(?:\s|(?<=['’])){_ARTICLE}"
    # a comma goes on with the name only where "and" comes at last: "Labour, Social Security and Migration"
    other = r"(?!(?:and|y|e|et)\s(?:the|la|el|los|las|les?|l['’]))"
    comma = r",(?!\s(?:the|la|las|los|el|les?)\s|\sl['’])(?=[^.;:()]{1,70}\s(?:and|y|e|et|&)\s)"
    glue = rf"(?:(?:{comma})?\s{other}(?:{small}\s){{0,3}}(?:[ld]['’])?)"
    capital = rf"(?!{stop}\b|[A-Z]{{3,}}\b){_CAPITAL}"
    any_case = rf"(?!(?i:{stop})\b)(?:{capital}|(?i:{alternatives(words['portfolios'])})\b)"
    named = "|".join(
        rf"{head}(?i:{joins}){word}(?:{glue}{word}){{0,12}}"
        for head, word in (
            (rf"(?i:{factored(words['heads'])})", any_case),
            (rf"(?:(?!(?:The|El|La|Le|Les|Los)\b){_CAPITAL}\s)?{alternatives(words['capital_heads'])}", capital),
        )
    )
    places = words["of_place"]
    return _Patterns(
        named=Sought(rf"(?<![\w-])(?:{named})"),
        tail=re.compile(rf"(?:[\s,]|\s(?:{small})(?=\s|$)|\s[ld]['’]$)+$"),
        of_place=Sought(
            rf"(?<![\w-])(?:(?i:{alternatives(places['any_case'])})|{alternatives(places['capital'])})(?:{_OF})$"
        ),
        after_state=Sought(rf"\s{alternatives(words['after_state'])}\b"),
        with_state=Sought(
            rf"\s(?:(?!(?:Presidency|Government|Chair|Delegation|Ministry|Minister|Embassy)\b){_CAPITAL}\s){{1,4}}"
            rf"(?:{'|'.join(load('bodies')['organizations']['last'])})(?!\w)"
        ),
        before_state=Sought(rf"(?<![\w-]){alternatives(words['before_state'])}\s$"),
        definite=re.compile(rf"\b(?i:{alternatives(words['definite'])})\s$|\b[Ll]['’]$"),
        of_people=Sought(alternatives(words["of_people"])),
        mission=Sought(
            rf"(?<![\w-])(?i:{alternatives(words['missions'])})(?:{_OF})[\w -]{{3,40}}\s(?:in|to|à|au|en)\s{_ARTICLE}$"
        ),
    )


def departments(text: str, row: Row, english: English) -> Iterator[Found]:
    """Bodies of states that a text names. row: the names that are known already."""
    patterns = _patterns()
    for found in patterns.named.finditer(text):
        yield from _looking_after(text, found, row, english)
    for span in row.starting(0, len(text)):
        if span.code in "SC":
            yield from _of_a_place(text, span, row)
    for found in patterns.of_people.finditer(text):
        yield Found(*found.span(), "Organization", found[0])


def _looking_after(text: str, found: re.Match[str], row: Row, english: English) -> Iterator[Found]:
    at, to = found.start(), found.end()
    inside = row.touching(at, to)
    if inside and inside[0].at <= at:
        return
    if inside:
        of_state = inside[0].code == "S" and _OF_BEHIND.search(text, at, inside[0].at)
        if of_state and _says_enough(text[at : of_state.start()]):
            name = english(text[at : of_state.start()], inside[0].entity)
            yield Found(at, inside[0].to, "Organization", name)
            return
        to = at + len(_patterns().tail.sub("", text[at : inside[0].at]))
    words = text[at:to]
    if not _says_enough(words):
        return
    state, to = _state_beside(text, at, to, row)
    if state or words[0].isupper() or _patterns().definite.search(text[max(0, at - 6) : at]):
        yield Found(at, to, "Organization", english(words, state) if state else words)


def _says_enough(words: str) -> bool:
    """Whether a name has been cut no shorter than "Ministry of Labour"."""
    return _patterns().named.fullmatch(words) is not None


def _state_beside(text: str, at: int, to: int, row: Row) -> tuple[str, int]:
    """The state that a possessive before or a bracket or comma behind tells ("India's", ", Oman"), where names end."""
    before = row.last_before(at)
    if before and before.code == "S" and _STATE_BEFORE.fullmatch(text, before.to, at):
        return before.entity, to
    joined = _STATE_BEHIND.match(text, to)
    behind = row.at(joined.end()) if joined else None
    alone = behind is not None and behind.code == "S" and not _LISTED.match(text, behind.to)
    if behind is None or not alone:
        return "", to
    return behind.entity, behind.to + (text[behind.to : behind.to + 1] == ")" and "(" in text[to : behind.at])


def _of_a_place(text: str, span: Span, row: Row) -> Iterator[Found]:
    patterns = _patterns()
    window = max(0, span.at - _LONGEST)
    for pattern in (patterns.of_place, patterns.mission, patterns.before_state if span.code == "S" else None):
        found = pattern.search(text, window, span.at) if pattern else None
        if found and not (_OF_A_TOWN.match(found[0]) and _PLACED.search(text, window, found.start())):
            yield Found(found.start(), span.to, "Organization", text[found.start() : span.to])
    behind = patterns.after_state.match(text, span.to)
    if behind and (span.code == "S" or behind[0] == " University"):
        yield Found(span.at, behind.end(), "Organization", text[span.at : behind.end()])
        return
    named = patterns.with_state.match(text, span.to) if span.code == "S" else None
    if named and text[span.at].isupper() and not row.touching(span.to + 1, named.end()):
        at = span.at + (4 if text.startswith("The ", span.at) else 0)
        yield Found(at, named.end(), "Organization", text[at : named.end()])
