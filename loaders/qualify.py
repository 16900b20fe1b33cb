"""How firmly a sentence states what a rule found: polarity, modality, who says it, whether it is over.

Cues count inside the clause of the trigger. The strongest doubt wins: what is only possible is not a plan.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.records import Modality, Polarity
from loaders.lexicons import alternatives, load

_ORDER = (Modality.POSSIBLE, Modality.RECOMMENDED, Modality.REQUESTED, Modality.PROPOSED, Modality.REPORTED, Modality.PLANNED)
_SAYER = re.compile(
    r"(?P<who>(?:some|several|other|many|a few|algun[oa]s|vari[oa]s|otr[oa]s|certaine?s|plusieurs)?\s?"
    r"(?:participants|member states|states|delegations|delegates|speakers|countries|participantes|estados|delegaciones|países|états|délégations|pays))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Qualification:
    """What the clause says about the claim."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _Cues:
    modality: tuple[tuple[Modality, re.Pattern[str]], ...]
    negation: re.Pattern[str]
    ended: re.Pattern[str]
    clause: tuple[str, ...]
    voices: re.Pattern[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    words = load("qualifiers")

    def any_of(by_language: dict[str, list[str]]) -> re.Pattern[str]:
        entries = [entry for entries in by_language.values() for entry in entries]
        return re.compile(rf"(?<![\w⟦#]){alternatives(entries)}(?![\w#])", re.IGNORECASE)

    return _Cues(
        modality=tuple((m, any_of(words["modality"][m.value])) for m in _ORDER),
        negation=any_of(words["negation"]),
        ended=any_of(words["ended"]),
        clause=tuple(words["clause"]),
        voices=re.compile(alternatives(words["voices"]), re.IGNORECASE),
    )


def qualify(text: str, at: int, to: int) -> Qualification:
    """What the clause around a match at [at, to) of a masked sentence says of it."""
    cues = _cues()
    begin = max((text.rfind(stop, 0, at + 1) + len(stop) for stop in cues.clause if stop in text[:at]), default=0)
    scope = text[min(begin, at) : to]
    modality = next((m for m, pattern in cues.modality if pattern.search(scope)), Modality.ASSERTED)
    polarity = Polarity.NEGATIVE if cues.negation.search(scope) else Polarity.POSITIVE
    sayer = _SAYER.search(scope) if modality is Modality.REPORTED else None
    ended = bool(cues.ended.search(text, max(0, at - 12), to))
    return Qualification(polarity, modality, sayer["who"].strip() if sayer else None, ended)


def gives_voice(text: str) -> bool:
    """Whether a heading or lead-in announces what others said."""
    return bool(_cues().voices.search(text))
