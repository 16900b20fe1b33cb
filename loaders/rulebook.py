"""Rules as data: patterns over masked sentences, compiled once.

A pattern is a regular expression with slots in braces:
    {s:actor} {o:event}   a token of these kinds, bound to subject or object (also t: time, v: figure)
    {s:actor.last}        only the last member of an enumeration ("A, B (Presidency of ...)"); .first likewise
    {gap}                 up to 60 characters without a token or the end of a clause
    {gap+}                up to 140 characters of the sentence, tokens too
    {art} {of} {adv}      an article or none, a preposition of belonging, up to three words before a verb
    {took-floor}          any entry of that list of lexicon.yaml
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from loaders.lexicons import RuleError, alternatives, load

FILES = ("participation", "leadership", "membership", "commitments", "structure")
KINDS: Mapping[str, str] = {
    "state": "S",
    "actor": "SUORWH",
    "party": "SUORWHP",
    "member": "SUORW",
    "body": "UORWPF",
    "person": "H",
    "event": "EPRT",
    "meeting": "E",
    "series": "RPUWO",
    "process": "P",
    "champions": "P",
    "region": "R",
    "group": "W",
    "fund": "F",
    "platform": "L",
    "devoted": "IWE",
    "instrument": "I",
    "roundtable": "T",
    "objective": "J",
    "place": "CS",
    "city": "C",
    "organ": "UOWFL",
    "date": "D",
    "figure": "N",
    "any": "SUORPWHFLEIT",
}
# slots for one entity alone
ONLY: Mapping[str, str] = {"champions": "process/gcm-champion-countries"}
_SLOT = re.compile(r"\{(?P<role>[sotv]):(?P<kind>\w+)(?:\.(?P<only>first|last))?\}|\{(?P<name>gap\+?|[a-z-]+)\}")
_MACROS = {
    "gap": r"[^⟦⟧.;:]{0,60}?",
    "gap+": r"(?:[^.;]|\.(?=\S)){0,140}?",
    "adv": r"(?: [\w'’-]+){0,3}?\s",
    "art": r"(?:(?:the|las?|los|el|les?|this|esta|este|cette|ce) |l['’])?",
    "of": r"(?:of|for|de|del|des|du|d['’])",
}
# a preposition that ends a trigger is met in all its contracted forms ("miembro de", "del", "du")
_CONTRACTED = ((re.compile(r" d(?:e|\[eu\]|\[eu'’\])$"), " (?:de|del|des|du|d['’])"), (re.compile(r" (?:a|à)$"), " (?:à|al|aux?|a)"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject`/`object` name what stands in when the pattern has no such slot (see claims.FILLERS)."""

    id: str
    relation: str
    patterns: tuple[re.Pattern[str], ...]
    kinds: Mapping[str, str]
    only: Mapping[str, str]
    subject: str = ""
    object: str = ""
    role: str = ""
    ended: bool = False
    negative: bool = False
    exhaustive: bool = False
    genres: frozenset[str] = frozenset()
    forbid: re.Pattern[str] | None = None
    modality: str = ""
    examples: tuple[Mapping[str, Any], ...] = field(default=())


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules in file order. Raises RuleError naming the rule that cannot be compiled."""
    return tuple(_rule(row) for name in FILES for row in load(name))


@lru_cache(maxsize=1)
def lists() -> Mapping[str, str]:
    """Each list of the lexicon as one regular expression over all languages."""
    return {
        name: alternatives([_contracted(entry) for entries in by_language.values() for entry in entries])
        for name, by_language in load("lexicon").items()
    }


def _contracted(entry: str) -> str:
    for pattern, forms in _CONTRACTED:
        entry = pattern.sub(lambda _, forms=forms: forms, entry)  # type: ignore[misc]
    return entry


def _rule(row: Mapping[str, Any]) -> Rule:
    kinds: dict[str, str] = {}
    only: dict[str, str] = {}
    try:
        patterns = tuple(_compile(pattern, kinds, only) for pattern in row["patterns"])
    except (re.error, KeyError) as error:
        raise RuleError(f"rule {row.get('id', '?')}: {error}") from error
    return Rule(
        id=row["id"],
        relation=row["relation"],
        patterns=patterns,
        kinds=kinds,
        only=only,
        subject=row.get("subject", ""),
        object=row.get("object", ""),
        role=row.get("role", ""),
        ended=row.get("ended", False),
        negative=row.get("negative", False),
        exhaustive=row.get("exhaustive", False),
        genres=frozenset(row.get("genres", ())),
        forbid=re.compile(row["forbid"], re.IGNORECASE) if "forbid" in row else None,
        modality=row.get("modality", ""),
        examples=tuple(row.get("examples", ())),
    )


def _compile(pattern: str, kinds: dict[str, str], only: dict[str, str]) -> re.Pattern[str]:
    def slot(found: re.Match[str]) -> str:
        if found["role"]:
            codes = KINDS[found["kind"]]
            kinds[found["role"]] = kinds.get(found["role"], "") + codes
            if found["kind"] in ONLY:
                only[found["role"]] = ONLY[found["kind"]]
            name = found["role"] + (found["only"] or "")
            return rf"⟦[A-Z]*[{codes}][A-Z]*#(?P<{name}>\d+)⟧"
        name = found["name"]
        return _MACROS.get(name) or rf"\b{lists()[name]}(?!\w)"

    return re.compile(_SLOT.sub(slot, pattern), re.IGNORECASE)
