"""What names of persons are made of, and where their roles stand beside them: patterns from `rules/people.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load, lower_in_place

# no name of a person: "Minister of the [Interior Affairs]"
_NOT_GOVERNED = "".join(
    rf"(?<!\b{word}[ ])"
    for word in (
        "of for in on at by from with under and the de del des du d y et la las los el les le en para pour par por "
        "con avec que "
        "Asuntos asuntos Affaires affaires Affairs Relaciones relaciones"
    ).split()
)
_TERM = r"(?:[ ](?i:interin[oa]|adjunt[oa]|adjointe?|encargad[oa]|suplente|designate)\b)?"  # no name either
# "Consulares y Vinculación": what an office is for
OF_A_FIELD = re.compile(
    r"\b(?!Concepción|Asunción|Encarnación|Purificación|Ascensión)\w+(?:ción|ciones|sión|tions?|sions?)\b"
)
OF_A_CITY = re.compile(r"(?:deputy |vice-?)?(?:mayor|alcalde|maire\b|intendent|prefect|préfet)", re.IGNORECASE)
# letters of the names that Latin script is used for, from Dakar to Chișinău and Hà Nội
_LETTERS = [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]
_UPPER = "".join(c for c in map(chr, _LETTERS) if c.isupper())
_LOWER = "".join(c for c in map(chr, _LETTERS) if c.islower())


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns and word sets.

    name: source of a name of two words or more; part: of one of them. lead: what may stand before the words of a role.
    """

    name: str
    part: str
    title: str
    lead: re.Pattern[str]
    former: re.Pattern[str]
    honorific: re.Pattern[str]
    role_first: re.Pattern[str]
    role_comma: re.Pattern[str]
    role_field: re.Pattern[str]
    name_first: re.Pattern[str]
    whole: re.Pattern[str]
    slash: re.Pattern[str]
    role: re.Pattern[str]
    beside: re.Pattern[str]
    role_words: AhoCorasick
    ranks: re.Pattern[str]
    never: frozenset[str]
    never_first: frozenset[str]
    titled: re.Pattern[str]
    openers: frozenset[str]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of names, compiled once a process."""
    words = load("people")
    part, name = _name(alternatives(words["particles"]), factored(_openers(words)))
    honorifics = factored(re.escape(h) for h in words["honorifics"])
    listed = [role for by_language in words["roles"].values() for role in by_language]
    roles = rf"(?:{alternatives(words['ranks'])}[ -]){{0,2}}{factored(re.escape(role) for role in listed)}"
    title = rf"(?:(?:{honorifics})\.?[ ](?:\((?i:re?td?|r)\.?\)[ ])?)"  # "Col. (Rtd.)"
    lead = rf"(?:(?:{alternatives(words['leads'])}[ ]|[ld]['’]){{0,4}})"
    return Grammar(
        name=name,
        part=part,
        title=title,
        lead=re.compile(lead),
        former=re.compile(rf"(?<![\w-]){alternatives(words['former'])}[ -]"),
        honorific=re.compile(rf"\b(?<!\w\.){title}+(?P<name>{name}|{part}|[{_UPPER}]{{3,}}(?=[,.;)]|[ ][a-z]))"),
        role_first=re.compile(
            rf"\b(?P<role>(?i:{roles})\b{_TERM}[^.;:()\[\]\n•·|/]{{0,110}}?),?[ ](?:{title}){{0,2}}{_NOT_GOVERNED}"
            rf"(?!(?i:{roles})\b)(?!\w+[ ](?:y|e|et|and)[ ]\w+(?:ción|sión|tion|sion)\b)(?P<name>{name})"
            r"(?=[,.;:)]|[ ][a-zà;:»]|$)"
        ),
        name_first=re.compile(
            rf"(?:^|(?<=[\s(•·–’'“«\"-]))(?:{title}){{0,3}}(?P<name>{name})(?:\s\((?:{honorifics})\.?\))?\s*(?:,|\(|–|\s-)\s*"
            rf"(?P<role>{lead}(?:[A-Z][\w ]{{2,40}}['’]s?[ ])?"
            rf"(?:[A-Z][\w-]+[ ]){{0,3}}?(?i:{roles})\b(?!\s?:)"  # "Senior Social Protection Specialist"
            # up to a slash or the next sentence; a bracket may hold an acronym
            r"(?:(?![ ]/[ ]|\.\s+[A-ZÀ-Ý])(?:\s\([A-Z][\w.-]{1,14}\)|[^;()\n•|]))*)"
        ),
        # "the regional director for Latin America and the Caribbean, Luis Pérez": no name before the comma
        role_comma=re.compile(
            rf"\b(?P<role>(?i:{roles})\b[^.;:\[\]\n•·|/]{{0,140}}?),[ ](?P<titled>{title}){{0,2}}"
            rf"(?P<name>{name}|(?(titled){part}|(?!)))"
            r"(?=[,.;:)]|[ ][a-zà;:»]|$)"
        ),
        role_field=re.compile(
            rf"\b(?P<role>(?i:{roles})\b(?:\s(?:for|of|on|in))[^.;:,()\[\]\n•·|/]{{4,60}}?)[ ]"
            rf"(?!{alternatives(words['never'])}\b|\w+(?:tions?|sions?)\b)(?P<name>{name})"
            rf"(?=[.;:”\"]|[ ](?:{'|'.join(words['told']['does'])})\b|$)"
        ),
        # "..., Luis Pérez, ...", "and by Luis Pérez, ...": a name and nothing else
        whole=re.compile(rf"(?P<name>{name})(?=[,.;]|[ ](?:and|y|e|et)[ ]|$)"),
        slash=re.compile(rf"(?P<name>{name})\s?/\s?(?=[A-Z])"),
        role=re.compile(rf"\b(?i:{roles})\b"),
        titled=re.compile(rf".*\s(?:{title}){{1,3}}(?=[{_UPPER}])"),
        beside=_beside(title, rf"(?P<name>{name})(?:\s\((?:{honorifics})\.?\))?", alternatives(words["missions"])),
        role_words=AhoCorasick(sorted({lower_in_place(role) for role in listed}), store_patterns=False),
        ranks=re.compile(rf"\b(?:{alternatives(words['ranks'])}[ -]){{1,2}}$", re.IGNORECASE),
        **{key: frozenset(words[key]) for key in ("never", "never_first", "openers", "particles")},
    )


def _beside(title: str, name: str, missions: str) -> re.Pattern[str]:
    """As in "Name, Body", "Name (Body)", "Name (Ms.), Body", "Name of Body", up to the body."""
    return re.compile(
        rf"(?:^|(?<=[\s(:'’]))(?:{title}){{0,3}}{name}"
        r"(?:,\s|\s\(|(?P<of>,?\s(?:of|from)\s|,?\s(?:representing|for)\s(?:the\s)?"
        r"|,\s(?:de|del|du)\s(?:la\s)?|,\s(?:de l|d)['’]|,?\s(?:of|from|with)\sthe\s))"
        rf"(?P<mission>{missions}\s(?:of|de|del|du|de la|d['’])\s?(?:the\s|la\s)?)?"
        r"(?=[A-ZÀ-Ý])"
    )


def _openers(words: Mapping[str, Any]) -> list[str]:
    """Words with a capital letter that are none of a name: what opens a sentence, verbs of saying among them."""
    verbs = {verb.partition(" ")[0].capitalize() for verb in words["told"]["said"] if len(verb) > 2}
    return [*words["openers"], *map(re.escape, words["honorifics"]), *sorted(verbs)]


def _name(particle: str, opener: str) -> tuple[str, str]:
    """Sources of one part of a name, and of a name of two parts or more: "Neveen E Husseiny", "Sory CAMARA"."""
    part = rf"[{_UPPER}][\w'’-]{{0,60}}[{_LOWER}]"
    initial = rf"(?:[{_UPPER}]\.|[A-Z](?=[ ][{_UPPER}]\w)|(?:Md|Mohd|Jr|Sr)\.)"
    capitals = rf"[{_UPPER}]{{3,}}(?:['’-][{_UPPER}]{{2,}})*\b"
    joined = rf"[ ](?:(?:{particle}[ -]){{1,2}})?"
    parts = rf"(?:Md\. )?(?!{opener}\b|[Ll]['’]){part}(?:{joined}(?:{part}|{initial})|[ ]{capitals}){{1,4}}"
    # "V Muraleedharan"; not "M. Camara", who is a Monsieur, nor "A Regional Director"
    initials = rf"(?:\b[B-DF-HJ-LP-XZ]\.?[ ]){{1,3}}{part}(?:{joined}{part}){{0,3}}"
    return part, rf"(?:{parts}|{initials})"
