"""Rules as data: patterns over masked sentences, compiled once.

A pattern is a regular expression with slots in braces:
    {s:actor} {o:event}   a token of these kinds, bound to subject or object (also t: time, v: figure)
    {s:actor.last}        only the last member of an enumeration ("A, B (Presidency of ...)"); .first likewise
    {gap}                 up to 60 characters without a token or the end of a clause
    {gap+}                up to 140 characters of the sentence, tokens too
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
    "body": "UORWPF",
    "person": "H",
    "event": "EPRT",
    "meeting": "E",
    "series": "RPUWO",
    "process": "P",
    "region": "R",
    "group": "W",
    "fund": "F",
    "platform": "L",
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
_SLOT = re.compile(r"\{(?P<role>[sotv]):(?P<kind>\w+)(?:\.(?P<only>first|last))?\}|\{(?P<name>gap\+?|[a-z-]+)\}")
_GAPS = {"gap": r"[^⟦⟧.;:]{0,60}?", "gap+": r"(?:[^.;]|\.(?=\S)){0,140}?"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject`/`object` name what stands in when the pattern has no such slot (see claims.FILLERS)."""

    id: str
    relation: str
    patterns: tuple[re.Pattern[str], ...]
    kinds: Mapping[str, str]
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
        name: alternatives([entry for entries in by_language.values() for entry in entries])
        for name, by_language in load("lexicon").items()
    }


def _rule(row: Mapping[str, Any]) -> Rule:
    kinds: dict[str, str] = {}
    try:
        patterns = tuple(_compile(pattern, kinds) for pattern in row["patterns"])
    except (re.error, KeyError) as error:
        raise RuleError(f"rule {row.get('id', '?')}: {error}") from error
    return Rule(
        id=row["id"],
        relation=row["relation"],
        patterns=patterns,
        kinds=kinds,
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


def _compile(pattern: str, kinds: dict[str, str]) -> re.Pattern[str]:
    def slot(found: re.Match[str]) -> str:
        if found["role"]:
            codes = KINDS[found["kind"]]
            kinds[found["role"]] = kinds.get(found["role"], "") + codes
            name = found["role"] + (found["only"] or "")
            return rf"⟦[A-Z]*[{codes}][A-Z]*#(?P<{name}>\d+)⟧"
        name = found["name"]
        return _GAPS.get(name) or rf"\b{lists()[name]}\b"

    return re.compile(_SLOT.sub(slot, pattern), re.IGNORECASE)
