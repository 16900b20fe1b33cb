"""Bodies that no list has, by the noun of their name: "Kampala City Council", "Institut supérieur des arts"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row, Span
from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought
from ontology.reference import labels

_WORD = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w'’-]{1,60}"
_CAPITAL = re.compile(r"\b[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w'’-]+")
_LEAST_OWN = 2  # words with a capital, the noun among them
_OPENING = re.compile(r"^(?:The|This|In|On|A|An|Its|Our|Their|Under|With|By|La|El|Le|Les|Los|Las)\s+")
_OF = re.compile(r"\s(?:of|within|under|del?|du|des)(?:\s(?:the|la|el|les))?(?:\s(?:l['’])?)?$|\sd['’]$")
_BASED = re.compile(r"[\w ]+-(?:based|born)\s")
_WHOSE = re.compile(r"^.*['’]s\s(?=[A-Z])")
_SMALL_WORD = re.compile(r"\s([a-zà-ÿ-]{3,})\b")
_OF_WHAT = re.compile(
    r"(?:\s(?:de\s(?:la\s|l['’]|los\s|las\s)?|del\s|des\s|du\s|aux\s|pour\s(?:la\s|le\s|les\s|l['’])?"
    r"|para\s(?:la\s|el\s|los\s|las\s)?)|\sd['’])(?=[a-zà-ÿ])"
)
_LEFT_OVER = re.compile(
    r"(?:[\s,]|\s(?:of|on|for|in|the|and|de|del|con|para|por|la|las|los|y|e|et|des?|du|pour|les|[ld]['’]))+$"
)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Sought]:
    words = load("bodies")["organizations"]
    last, first = alternatives(words["last"]), alternatives(words["first"])
    small = r"(?:of|on|for|in|the|de|del|con|para|por|la|las|los|des|du|pour|les|[ld]['’])"
    person = rf"(?!{factored(map(re.escape, load('people')['honorifics']))}\b)"  # "of Fiji and Ms. Lina Haddad"
    topic = rf"(?:\s(?:of|on|for|against|in)\s(?:the\s)?{_WORD}(?:\s(?:and\s)?{person}{_WORD}){{0,3}})"
    return {
        "last": Sought(
            rf"(?<![\w/])(?:{_WORD}\s){{1,5}}{last}(?!\w)(?!\s{alternatives(words['no_bodies'])}\b){topic}?"
        ),
        "first": Sought(
            rf"(?<![\w/])(?=[A-ZÉ]){first}(?:\s{small}){{0,3}}\s?{_WORD}(?:(?:\s{small}){{0,3}}\s{_WORD}){{0,5}}"
        ),
        "small": Sought(rf"(?<![\w/])(?=[A-ZÉ]){first}(?=\s[a-zà-ÿ])"),
    }


@lru_cache(maxsize=1)
def _demonyms() -> frozenset[str]:
    """What people and things of states are called, in small letters: "tunisien", "noruego"."""
    return frozenset(label.text for label in labels() if label.kind == "demonym" and label.text.islower())


@lru_cache(maxsize=1)
def _adjective() -> re.Pattern[str]:
    return re.compile(alternatives(load("bodies")["organizations"]["adjectives"]))


@lru_cache(maxsize=1)
def _anybodys() -> re.Pattern[str]:
    return re.compile(alternatives(load("bodies")["organizations"]["plural"]))


def organizations(text: str, row: Row, reach: Callable[[int], int]) -> Iterator[Found]:
    """Bodies by name. row: the names that are known already. reach: where words that go on with a name end."""
    general = frozenset(load("bodies")["organizations"]["general"])
    for pattern in ("last", "first"):
        for found in _patterns()[pattern].finditer(text):
            at, to = _own_part(text, *found.span(), row)
            name = text[at:to]
            own = [word for word in _CAPITAL.findall(name) if word not in general]
            told = len(own) >= _LEAST_OWN or len(_CAPITAL.findall(name)) > _LEAST_OWN
            if told and own and " " in name and not name.isupper():
                yield Found(at, to, "Organization", name)
    for found in _patterns()["small"].finditer(text):
        if _anybodys().match(text, found.start()):
            continue
        end = _end_in_small_letters(text, found.end(), reach)
        if end and not any(s.code not in "SC" for s in row.touching(found.start(), end)):
            yield Found(found.start(), end, "Organization", text[found.start() : end])


def _end_in_small_letters(text: str, at: int, reach: Callable[[int], int]) -> int | None:
    """Where a name ends whose noun alone has a capital: "Conseil national du patronat", "Croissant-Rouge tunisien"."""
    of_people = False
    while (word := _SMALL_WORD.match(text, at)) and (word[1] in _demonyms() or _adjective().fullmatch(word[1])):
        of_people |= word[1] in _demonyms()
        at = word.end()
    joined = _OF_WHAT.match(text, at)
    to = reach(joined.end()) if joined else at
    return to if (to > joined.end() if joined else of_people) else None


def _own_part(text: str, at: int, to: int, row: Row) -> tuple[int, int]:
    """What is left of a name without article, owner and other names; a place may open it, or be what it is of."""
    opening = _OPENING.match(text[at:to])
    at += opening.end() if opening else 0
    whose = _WHOSE.match(text[at:to])
    at += whose.end() if whose else 0
    based = _BASED.match(text, at, to)
    at = based.end() if based else at
    for known in row.touching(at, to):
        if not _belongs(text, at, to, known):
            to = known.at if known.at > at else at
            left = _LEFT_OVER.search(text[at:to])
            to -= len(left[0]) if left else 0
            break
    return at, to


def _belongs(text: str, at: int, to: int, known: Span) -> bool:
    """Whether a place stands in a name: in front ("Kampala City Council"), or as what the body is of."""
    if known.code not in "SC" or known.to > to or known.at < at:
        return False
    return known.at == at or _OF.search(text, at, known.at) is not None
