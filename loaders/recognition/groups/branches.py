"""Branches of bodies: their secretariats, commissions and offices ("ECOWAS Commission", "IOM Mission in Chad")."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.records import LinkStatus
from loaders.recognition.names.bodies import Found
from loaders.recognition.names.gazetteer import ancestors
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_CAPITAL = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇÜ][\w’'-]+"
_ARTICLE = r"(?:the\s|la\s|las\s|los\s|el\s|les?\s|l['’])?"
_OF = rf"(?:\s(?:of|at|del?|du|des|au)\s{_ARTICLE}|\sd['’]|\sà\sl['’])"
_IN = rf"\s(?:in|for|to|en|para|à|au|aux|pour|dans)\s{_ARTICLE}"
_SHORT = r"(?:\s?\([A-Z-]{2,12}\))?"
_LONGEST = 140
_BODIES = "ORP"
_NETWORK = "un-entity/un-network"
_NO_OWNERS = frozenset({"un-entity/united-nations", "process/gcm-champion-countries", "process/gcm-regional-reviews"})
# "held at the IOM Regional Office in Cairo" tells where
_OF_COUNTRIES = frozenset({"Office", "Mission", "Country Office", "Country Mission"})
_THE = re.compile(r"\b(?:[Tt]he|[Ll]a|[Ll]e|[Dd]u|[Aa]u)\s$")
_AN_OFFICER = re.compile(r"\b(?:[Cc]hief|[Hh]ead|[Jj]ef[ea]|[Cc]heff?e?)\s(?:of|de)\s(?:la\s)?$")
_PLACED = re.compile(r"\b(?:at|in|en|dans|desde|from)\s(?:the\s|la\s|el\s|l['’]|le\s|its\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Branch:
    """A name and the path of the body that it is a branch of."""

    found: Found
    whole: str


@lru_cache(maxsize=1)
def _english_organs() -> dict[str, str]:
    """What the nouns of organs are in English."""
    before = load("departments")["organs"]["before"]
    return {noun: english for english, nouns in before.items() for noun in nouns}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("departments")
    nouns = alternatives([noun for of_kind in words["offices"]["nouns"].values() for noun in of_kind])
    which = alternatives([noun for of_kind in words["offices"]["which"].values() for noun in of_kind])
    kinds = rf"(?i:(?:{which}\s)?{nouns}(?:\s{which})?)"
    before, behind = alternatives([*_english_organs()]), alternatives(words["organs"]["behind"])
    looked_after = rf"(?!The\s){_CAPITAL}(?:\s(?:and\s|of\s)?{_CAPITAL}){{0,5}}\s(?:Department|Sector|Division)"
    small = r"(?:(?:and|y|et|of|de|del|du|the|la|el)\s|l['’]){0,3}"
    area = rf"{_CAPITAL}(?:\s(?:{small}{_CAPITAL}|{alternatives(words['offices']['areas'])}\b)){{0,7}}"
    return {
        "before": re.compile(rf"(?<![\w-])(?:(?P<organ>{before})|{looked_after}){_SHORT}{_OF}$"),
        "behind": re.compile(rf"\)?\s(?P<organ>{behind})\b(?!\s(?:of|for|on)\b)"),
        "office behind": re.compile(rf"\)?(?:['’]s?)?\s(?P<kind>{kinds})(?={_IN}(?P<area>{area}))"),
        "office before": re.compile(rf"(?<![\w-])(?P<kind>{kinds})(?:{_IN}(?P<area>{area}))?{_SHORT}{_OF}$"),
        "in": re.compile(rf"\)?{_IN}(?P<area>{area})"),
    }


def branches(text: str, row: Row, name_of: Callable[[str], str]) -> Iterator[Branch]:
    """Branches that a text names. row: the names that are known already. name_of: the name of an entity, by path."""
    spans = row.starting(0, len(text))
    for number, span in enumerate(spans):
        if span.entity in _NO_OWNERS or span.entity.startswith(_NETWORK) or span.method == "context":
            continue
        begin = _in_full(text, spans, number)
        found = _organ(text, span, begin, name_of) if span.code in _BODIES else None
        found = _office(text, span, begin, row, name_of) if found is None and span.code in "UO" else found
        if found:
            yield Branch(found, span.entity)


def nested(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Departments, by path, with the body or ministry they are of: "direction générale (..) du ministère (..)"."""
    within = re.compile(rf"\s{alternatives(load('departments')['within'])}\s?{_ARTICLE}")
    for part, whole in pairwise(spans):
        new = part.code == whole.code == "O" and part.status is LinkStatus.PROVISIONAL and part.entity != whole.entity
        is_head = re.match(r"minist", text[part.at : part.to], re.IGNORECASE)
        if new and not is_head and within.fullmatch(text, part.to, whole.at):
            yield part.entity, whole.entity


def _in_full(text: str, spans: list[Span], number: int) -> int:
    """Where a name begins that its own acronym follows: "Caribbean Community (CARICOM)"."""
    span = spans[number]
    long = spans[number - 1] if number else None
    return long.at if long and long.entity == span.entity and text[long.to : span.at] == " (" else span.at


def _organ(text: str, span: Span, begin: int, name_of: Callable[[str], str]) -> Found | None:
    window = max(0, begin - _LONGEST)
    before = _patterns()["before"].search(text[window:begin])
    of_process = span.code in "RP"
    if before is None:
        behind = _patterns()["behind"].match(text, span.to)
        if behind is None or (of_process and behind["organ"] not in load("departments")["of_processes"]):
            return None
        return Found(begin, behind.end(), "Organization", f"{name_of(span.entity)} {behind['organ']}")
    organ = next(
        (english for noun, english in _english_organs().items() if re.fullmatch(noun, before["organ"] or "")), ""
    )
    at, to = window + before.start(), _closed(text, span, begin)
    if of_process and not _is_body_of_process(organ, text[:at]):
        return None
    return Found(at, to, "Organization", f"{name_of(span.entity)} {organ}" if organ else text[at:to])


def _is_body_of_process(organ: str, before: str) -> bool:
    """Who "acts as Technical Secretariat" of a process is no new body, "the" Technical Secretariat is one."""
    if organ.endswith("Secretariat"):
        return _THE.search(before) is not None
    return organ in load("departments")["of_processes"]


def _office(text: str, span: Span, begin: int, row: Row, name_of: Callable[[str], str]) -> Found | None:
    found = _patterns()["office behind"].match(text, span.to)
    at, to, first = begin, 0, span.to
    if found is None:
        first = max(0, begin - _LONGEST)
        found = _patterns()["office before"].search(text[first:begin])
        at, to, first = (first + found.start() if found else at), _closed(text, span, begin), first
    placed = found if found is None or found["area"] else _patterns()["in"].match(text, span.to)
    if found is None or placed is None or _is_no_office(text, at, found["kind"]):
        return None
    offset = first if placed is found and to else 0
    area_at, area_to = placed.start("area") + offset, placed.end("area") + offset
    known = row.at(area_at)
    if known and known.code in "SC":
        area_to = known.to
    elif any(one.code not in "SC" for one in row.touching(area_at, area_to)):
        return None
    kind = _kind(found["kind"])
    the = "the " if text[area_at - 4 : area_at] == "the " else ""
    area = name_of(_seat(known.entity, kind)) if known else the + text[area_at:area_to]
    name = f"{name_of(span.entity)} {kind} {'in' if known else 'for'} {area}"
    return Found(at, max(to, area_to), "UNEntity", name)


def _seat(place: str, kind: str) -> str:
    """Where an office is: one that is of a country has its city's state, be it named by city or by state."""
    state = next((one for one in ancestors(place) if one.startswith("state/")), place)
    return state if kind in _OF_COUNTRIES else place


def _is_no_office(text: str, at: int, kind: str) -> bool:
    """Whether the words tell where a meeting is, or an officer: "Chief of Mission of IOM"."""
    before = text[max(0, at - 30) : at]
    return bool(_PLACED.search(before)) or (" " not in kind and bool(_AN_OFFICER.search(before)))


def _kind(words: str) -> str:
    """The English name of a kind of office: "Oficina Regional" is a Regional Office."""
    offices = load("departments")["offices"]
    told = [
        next(
            (english for english, nouns in offices[key].items() if re.search(rf"(?i)\b{alternatives(nouns)}\b", words)),
            "",
        )
        for key in ("which", "nouns")
    ]
    return " ".join(filter(None, told))


def _closed(text: str, span: Span, begin: int) -> int:
    """Where a name ends, with the bracket around its acronym."""
    return span.to + (begin != span.at and text[span.to : span.to + 1] == ")")
