"""How firmly a sentence states what a rule found: polarity, modality, who says it, whether it is over.

Cues count inside the clause of the trigger. The strongest doubt wins: what is only possible is not a plan.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from graph.records import Modality, Polarity
from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought, SoughtUncased

_ORDER = (
    Modality.POSSIBLE, Modality.RECOMMENDED, Modality.REQUESTED, Modality.PROPOSED, Modality.REPORTED, Modality.PLANNED,
)  # fmt: skip
_ASIDE = Sought(r",\s(?:which|who|qui|que|quien(?:es)?|dont)\b[^,;.:]{1,160},")
_SAYER = re.compile(
    r"(?P<who>(?:some|several|other|many|a few|algun[oa]s|vari[oa]s|otr[oa]s|certaine?s|plusieurs)?\s?"
    r"(?:participants|member states|states|delegations|delegates|speakers|countries"
    r"|participantes|estados|delegaciones|países|états|délégations|pays))\b",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 2000


@dataclass(frozen=True, slots=True)
class Qualification:
    """What the clause says about the claim."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _Cues:
    modality: tuple[tuple[Modality, SoughtUncased], ...]
    negation: SoughtUncased
    ended: SoughtUncased
    clause: AhoCorasick
    voices: re.Pattern[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    words = load("qualifiers")

    def any_of(by_language: dict[str, list[str]]) -> SoughtUncased:
        return SoughtUncased(rf"(?<![\w⟦#]){factored(_entries(by_language))}(?![\w#])")

    modality = tuple((m, any_of(words["modality"][m.value])) for m in _ORDER)
    negation = any_of(words["negation"])
    return _Cues(
        modality=modality,
        negation=negation,
        ended=any_of(words["ended"]),
        clause=AhoCorasick(words["clause"], store_patterns=False),
        voices=re.compile(alternatives(words["voices"]), re.IGNORECASE),
    )


def _entries(by_language: dict[str, list[str]]) -> list[str]:
    return [entry for entries in by_language.values() for entry in entries]


class _Marked:
    """Where the cues and the clause ends of a text stand: sought once, however many claims it holds."""

    def __init__(self, text: str) -> None:
        cues = _cues()
        patterns = (*(pattern for _, pattern in cues.modality), cues.negation)
        self._cues = [[found.span() for found in pattern.finditer(text)] for pattern in patterns]
        self._asides = [found.span() for found in _ASIDE.finditer(text)]
        self._ends = sorted(end for _, _, end in cues.clause.find_matches_as_indexes(text, overlapping=True))

    def clause_start(self, at: int) -> int:
        """Where the clause begins that holds a position."""
        index = bisect_right(self._ends, at + 1)
        return min(self._ends[index - 1], at) if index else 0

    def modality(self, at: int, to: int) -> Modality:
        """The strongest doubt of which a cue stands within [at, to)."""
        return next((m for n, (m, _) in enumerate(_cues().modality) if self._within(n, at, to)), Modality.ASSERTED)

    def polarity(self, at: int, to: int) -> Polarity:
        """Negative where a negation stands within [at, to), and not in an aside: "Togo, which is no member, said"."""
        asides = [span for span in self._asides if at <= span[0] and span[1] <= to]
        told = [span for span in self._cues[-1] if at <= span[0] and span[1] <= to]
        denied = [span for span in told if not any(a <= span[0] and span[1] <= b for a, b in asides)]
        return Polarity.NEGATIVE if denied else Polarity.POSITIVE

    def _within(self, number: int, at: int, to: int) -> bool:
        spans = self._cues[number]
        index = bisect_left(spans, (at, at))
        return index < len(spans) and spans[index][1] <= to


_marked = lru_cache(maxsize=4)(_Marked)


def qualify(text: str, at: int, to: int) -> Qualification:
    """What the clause around a match at [at, to) of a masked sentence says of it."""
    marked = _marked(text)
    begin = marked.clause_start(at)
    modality = marked.modality(begin, to)
    sayer = _SAYER.search(text, max(begin, to - _LONGEST_CLAUSE), to) if modality is Modality.REPORTED else None
    ended = bool(_cues().ended.search(text, max(0, at - 12), to))
    # a denial stands in the same breath: "our purse is not deep, but ..., we gave"
    breath = max(begin, text.rfind(", ", 0, at) + 1)
    return Qualification(modality=modality, polarity=marked.polarity(breath, to),
                         attributed_to=sayer["who"].strip() if sayer else None, ended=ended)  # fmt: skip


def gives_voice(text: str) -> bool:
    """Whether a heading or lead-in announces what others said."""
    return bool(_cues().voices.search(text))
