"""The words of one of several meetings that one word names: "regional workshops"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.rules.factored import factored
from loaders.rules.lexicons import load
from loaders.rules.uncased import Uncased

_MONTHS = len("2025-09/2026-04")
_BEFORE_PLURAL = re.compile(r"(?:[A-ZÀ-Ý]?[a-zà-ÿ-]+\s)?$")
_BEHIND_PLURAL = re.compile(r"(?:\s[a-zà-ÿ-]{5,}){0,2}(?=\s*[:.(]|\s*$)")


@lru_cache(maxsize=1)
def _plurals() -> tuple[Uncased, Mapping[str, str]]:
    plurals: Mapping[str, str] = load("events")["plurals"]
    return Uncased(rf"(?<!\w){factored(map(re.escape, plurals))}(?!\w)"), plurals


def singular(words: str) -> str | None:
    """The words of one of several meetings ("regional workshops"); None if they are no plural."""
    pattern, plurals = _plurals()
    found = pattern.search(words)
    return words[: found.start()] + plurals[found[0]] + words[found.end() :] if found else None


def lists_several(candidate: Candidate) -> bool:
    """Whether words name several meetings and none of them: "Side events of the Forum", "webinars in May to July"."""
    if singular(candidate.words) is None:
        return False
    over_months = [len(day) for day in candidate.dates] == [_MONTHS]
    return over_months or (candidate.kind == "side event" and not candidate.dates)


def plural_in(line: str, most: int) -> str | None:
    """The words of one of the meetings that a line names together, up to `most` words with its noun."""
    found = _plurals()[0].search(line)
    if found is None:
        return None
    before = _BEFORE_PLURAL.search(line, 0, found.start())
    behind = _BEHIND_PLURAL.match(line, found.end())
    counted = before is not None and before[0].strip().casefold() in load("events")["counts"]  # "Three workshops"
    led = before[0] if before and not counted else ""
    name = f"{led}{line[slice(*found.span())]}{behind[0] if behind else ''}".strip()
    return singular(name) if len(name.split()) <= most else None


def is_proper(words: str) -> bool:
    """Whether several meetings have a name of their own ("Dialogues on Migration")."""
    found = _plurals()[0].search(words)
    return found is not None and words[found.start()].isupper()
