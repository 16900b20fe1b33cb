"""Bodies, groups and documents that no list has, by the nouns their names are made with."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.iris import slug
from loaders.recognition.names.numbered_groups import NUMBER, before_its_meeting, end_of_topic, lettered_groups
from loaders.recognition.names.spans import CODES, Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

PREFIXES = {
    "WorkingGroup": "working-group",
    "Fund": "fund",
    "Platform": "platform",
    "RegionalProcess": "regional-process",
    "Instrument": "instrument",
    "Process": "process",
    "Organization": "organization",
    "Place": "place",
    "UNEntity": "un-entity",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A name at [at, to) of an entity of class `cls`; quoted: a title, which stays in its language."""

    at: int
    to: int
    cls: str
    name: str
    quoted: bool = False

    @property
    def path(self) -> str:
        """Entity path minted from the name."""
        return f"{PREFIXES[self.cls]}/{slug(self.name)}"

    @property
    def code(self) -> str:
        """Code for spans."""
        return CODES[self.cls]


_WORD = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w'’-]{1,60}"
_YEARS = r"20\d\d(?:[-–]|\s[-–]\s)20\d\d"


@dataclass(frozen=True, slots=True)
class _Patterns:
    heads: tuple[tuple[str, re.Pattern[str]], ...]
    national: Sought
    sought: dict[str, Sought]
    years: re.Pattern[str]
    plain: re.Pattern[str]
    next_title: re.Pattern[str]
    of_meeting: re.Pattern[str]
    notions: frozenset[str]


def _group_source(words: dict[str, list[str]]) -> str:
    """A pattern for the noun of a group and what joins it to its topic or number."""
    before, noun, behind, on = (alternatives(words[key]) for key in ("before", "nouns", "behind", "on"))
    whose = r"(?:(?:[a-z]+\s)?[a-z]+s?['’]s?\s)"
    return (
        rf"(?i:\b(?:(?:{before}\s+)+|{whose})?{noun}(?:\s+{behind})*"
        rf"(?:(?P<n>{NUMBER})\b|(?=['’]s\b)|\s+{on}\s+(?:the\s+|la\s+|las\s+|el\s+|los\s+|les?\s+|l['’]|supporting\s+)?))"
    )


def _sought(words: dict[str, Any]) -> dict[str, Sought]:
    """The patterns of names that may stand anywhere, by what they find."""
    yearly, reports = alternatives(words["documents"]["yearly"]), alternatives(words["documents"]["reports"])
    return {
        "group": Sought(_group_source(words["groups"]), re.IGNORECASE),
        "network": Sought(
            rf"\b(?:(?:Regional|Thematic)\s)?(?:Network|Red|Réseau)\s(?:(?:of|on|for|de|sobre|des|pour|contra)\s|d['’])"
            rf"(?:la\s|las\s|los\s|les\s|the\s)?(?!Migration|Naciones|Nations|las Naciones"
            rf"|(?:\w+ )?(?:Committee|Comité|Secretariat))(?={_WORD})"
        ),
        "titled": Sought(_document_source(words["documents"])),
        "dated": Sought(
            rf"\b(?i:{yearly})\s(?:(?i:for|para|pour|de|du)\s(?:{_YEARS}|20\d\d)|{_YEARS})\b|\b{_YEARS}\s(?i:{yearly})\b"
            rf"|\b20\d\d\s(?:{_WORD}\s){{1,4}}{reports}\b|\b(?!The\s)(?:{_WORD}\s){{1,4}}{reports}\s20\d\d\b"
            r"|\b[XVI]{2,6}\s(?:Declaración|Declaration|Déclaration)\b"
        ),
    }


def _a_meeting() -> str:
    """A pattern for what opens the name of a meeting behind "of", as far as its noun."""
    nouns = alternatives([re.escape(noun) for nouns in load("events")["heads"].values() for noun in nouns])
    before = r"(?:(?!(?:on|of|and|de|y|et|sobre|sur|for|para|pour)\s)[\w.ªº°-]+\s){0,3}?"
    # the conclusions "of the meeting" are named by their meeting, those "of the XXV Conference" too
    return rf"(?:(?i:(?:(?:the|la|el|le)\s|l['’]|(?<=\bdel\s)|(?<=\bdu\s)){before}{nouns}\b)|{before}{nouns}\b)"


def before_meeting(text: str, at: int, to: int) -> int:
    """Where the name of a paper ends that is told of its meeting: "Lima Declaration of the XII Conference"."""
    of_meeting = _patterns().of_meeting.search(text, at, to)
    return of_meeting.start() if of_meeting else to


def _document_source(words: dict[str, list[str]]) -> str:
    """A pattern for the name of a paper, as far as what joins it to what it is on."""
    english = alternatives([re.escape(noun) for noun in (*words["last"], *map(str.upper, words["last"]))])
    opening = "|".join(re.escape(noun) for noun in (*words["first"], *map(str.upper, words["first"])))
    houses = alternatives(words["no_papers"])
    on = r"(?:(?:on|for|of|de|del|des|du|sobre|sur|para|pour|DE|DEL|SOBRE|SUR)\s|d['’])"
    # the conclusions "of the meeting" are named by their meeting
    on += rf"(?!{_a_meeting()})"
    return (
        rf"(?:\b(?P<whose>(?:{_WORD}\s+){{1,4}}){english}|(?<!\w)(?:{opening}))(?!\w|\s{houses}\b)"
        rf"(?P<which>\s(?:regional|nacional|conjunt|conjoint|ministerial|ministériel|polític|politique|técnic|práctic|pratique|régiona|nationa)\w*)?"
        rf"(?:\s+(?:{_YEARS}|\({_YEARS}\)))?(?P<on>\s+{on}(?:the\s|la\s|las\s|los\s|les?\s|l['’])?)?"
    )


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = load("bodies")
    heads = tuple(
        (cls, re.compile(rf"\b{alternatives([re.escape(noun) for noun in nouns])}\b"))
        for cls, nouns in words["heads"].items()
    )
    return _Patterns(
        heads=heads,
        national=Sought(
            rf"\b{alternatives([re.escape(n) for n in words['national']])}\s+(?:of|for|de|del|du|des)\b(?:\s+(?:the"
            rf"|la|las|los|l['’])?\s*"
            rf"(?:{_WORD}|and|of|y|de|et|e|for|the|la|las|los|,(?=\s[A-Z]))){{1,12}}?\s+(?:of|de|del|du|d['’])\s*(?:the\s+|la\s+)?$"
        ),
        sought=_sought(words),
        plain=re.compile(
            rf"{alternatives(words['documents']['plain'])} {alternatives(words['documents']['not_alone'])}"
        ),
        # "the Declaration of Lima and the Plan of Action" are two
        next_title=re.compile(
            r"\s(?:and|y|e|et)\s(?:(?:of|de|del|du|des|the|la|el|les?|los|las)\s|de\sla\s|d['’]|l['’])+"
            rf"(?={'|'.join(map(re.escape, words['documents']['first']))})"
        ),
        of_meeting=re.compile(rf"\s(?:of|from|del?|du|des|DE|DEL)\s(?={_a_meeting()})"),
        years=re.compile(rf"\s+(?:{_YEARS}|\({_YEARS}\))"),
        notions=frozenset(n.casefold() for n in words["notions"]),
    )


def class_of_name(long_form: str) -> str | None:
    """The class a long form tells by its noun: the one that ends or opens it counts most; None for a notion."""
    patterns = _patterns()
    if long_form.casefold() in patterns.notions:
        return None
    if _COALITION.match(long_form):
        return "Organization"
    significant = [w for w in long_form.split() if len(w) > 3]
    if not significant or sum(w[0].isupper() for w in significant) * 3 < len(significant) * 2:
        return None
    best: tuple[int, str] | None = None
    for cls, pattern in patterns.heads:
        for found in pattern.finditer(long_form):
            rank = 0 if found.end() == len(long_form) or found.start() == 0 else 1
            if best is None or rank < best[0]:
                best = (rank, cls)
    return best[1] if best else None


def national_bodies(text: str, states: Sequence[Span], english: Callable[[str, str], str | None]) -> Iterator[Found]:
    """As in "Ministry of the Interior of Mexico": reaches up to the state it is of.

    english: an English name for what stands before a state, given the state's path; None where it has that name here.
    """
    patterns = _patterns()
    for state in states:
        window = max(0, state.at - 140)
        found = patterns.national.search(text, window, state.at)
        if found:
            name = english(found[0], state.entity) or text[found.start() : state.to]
            yield Found(found.start(), state.to, "Organization", name)


_OFFICES = re.compile(
    r"(?:['’]s)?\s*(?:\([^)]*\)\s*)?(?:['’]s\s+)?"
    r"(?P<kind>(?:[Rr]egional|[Cc]ountry|[Ss]ub-[Rr]egional)\s+[Oo]ffices?)\s+(?:in|for)\s+"
)
_LISTED = re.compile(r"(?:[\s,]|\b(?:and|the)\b)*")


def offices(text: str, spans: Sequence[Span], name_of: Callable[[str], str]) -> Iterator[Found]:
    """As in "IOM's Regional Offices in Buenos Aires and San José": an office for each place.

    name_of: the name of the entity of a path.
    """
    places = Row(s for s in spans if s.code == "C")
    for owner in (s for s in spans if s.code == "U"):
        found = _OFFICES.match(text, owner.to)
        end = found.end() if found else len(text)
        for place in places.starting(end, len(text)) if found else ():
            if not _LISTED.fullmatch(text, end, place.at):
                break
            end = place.to
            if found and place.entity.startswith("place/"):
                kind = found["kind"].title().removesuffix("s")
                name = f"{name_of(owner.entity)} {kind} in {name_of(place.entity)}"
                yield Found(place.at, place.to, "UNEntity", name)


def working_groups(text: str, reach: Callable[[int], int], free: Callable[[int, int], bool]) -> Iterator[Found]:
    """As in "Working group on <what>", "Workstream 3", "Network of <whom>"; `reach` tells where what it is on ends.

    free: whether no other name stands between two places.
    """
    patterns = _patterns()
    for at, to in lettered_groups(text, free):
        yield Found(at, to, "WorkingGroup", re.sub(r"^\w+", "Group", text[at:to]))
    for pattern in ("group", "network"):
        for found in patterns.sought[pattern].finditer(text):
            numbered = found.groupdict().get("n")
            at, to = found.span()
            to = end_of_topic(text, at, to, reach, free) if numbered else before_its_meeting(text, to, reach(to))
            at += owner.end() if (owner := _OWNER.match(found[0])) else 0
            name = text[at:to].rstrip(".")
            # "a group of 12 persons", "five groups of the Process"
            several = "s of " in name and _COUNTED.search(text, 0, at)
            counted = several or text[found.end() : found.end() + 1].isdigit()
            if numbered or (to > found.end() and not counted and not _OF_WHOM.match(name)):
                yield Found(at, at + len(name), "WorkingGroup", name)


def documents(text: str, reach: Callable[[int], int]) -> Iterator[Found]:
    """Papers by name: "Cadiz Action Plan 2023-2027", "Guidance Note on Firewalls", "Feuille de route d'Abuja"."""
    patterns = _patterns()
    for found in patterns.sought["titled"].finditer(text):
        to = reach(found.end()) if found["on"] else found.end()
        if found["on"] and to <= found.end():  # nothing is said of what it is on
            to = found.start("on")
        after = patterns.years.match(text, to)
        to = after.end() if after else to
        name = _OPENING.sub("", re.sub(r"^.*['’]s\s+", "", text[found.start() : to]).strip())
        name = patterns.next_title.split(name)[0]
        # "the guidance note" and "la Déclaration politique" name none
        titled = found["on"] or (name[0].isupper() and not found["which"])
        if " " in name and titled and not (patterns.plain.fullmatch(name) or _NO_TITLE.match(name)):
            at = text.index(name, found.start())
            yield Found(at, at + len(name), "Instrument", name)
    for found in patterns.sought["dated"].finditer(text):
        yield Found(found.start(), found.end(), "Instrument", found[0])


_NO_TITLE = re.compile(r"(?:From|Towards?|Beyond|Turning)\s")  # a theme: "From Commitments to Action"
_OWNER = re.compile(r"(?:\w+\s)?[A-ZÀ-Þ][\w-]*['’]s?\s")  # "the Network's workstream": a body of its own
# "a thematic working group of the Network" has no name of its own
_OF_WHOM = re.compile(
    r"(?:thematic |technical |core )?(?:(?:working|expert|technical) groups?|work ?streams?|task (?:forces?|teams?))"
    r" (?:of|for) (?:the )?(?:UN|United Nations|Network)\b"
    r"|(?:grupos? de trabajo|groupes? de travail|volets?)(?: temáticos?| thématiques?)? (?:del?|d[ue]) (?:la )?"
    r"(?:Red|Réseau)\b"
    r"|(?:sub-?group|sub-?committee|subgrupo|sous-groupe) (?:of|del?|du) (?:the |la |le )?(?:\w+ )?"
    r"(?:group|grupo|groupe)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(  # those of a body, several of them: "the five working groups of the Process"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|dos|tres|cuatro|cinco|seis|siete|ocho|deux|trois|quatre|cinq|sept|huit)"
    r"\s(?:[\w-]+\s)?$"
)
_COALITION = re.compile(r"(?:Platform|Plataforma|Plateforme) (?:for|on|para|sobre|pour|sur) [A-ZÀ-Þ]")
_OPENING = re.compile(r"^(?:The|This|In|On|A|An|Its|Our|Their|Under|With|By|La|El|Le|Les|Los|Las)\s+")
