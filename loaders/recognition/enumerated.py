"""Meetings that one word names and that are told one by one.

"the dialogues held in Accra in May 2023, in San Salvador in June 2024 and in Bangkok in March 2025"; "the first was
held in Lima on 3 May 2021, and the second in Quito on 4 June 2022".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.recognition.candidate import Candidate
from loaders.recognition.ordinals import ordinal
from loaders.recognition.settings import setting_behind
from loaders.recognition.spans import Row
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_BARE_ORDINAL = re.compile(
    r"\b(?:the|la|el|le|the\sother|l['’])\s?(?P<n>[\w-]{4,16})\b(?!\s(?:of|de|half|part)\b)", re.IGNORECASE
)
_FARTHEST = 220
# "and another in Quito on 5 June", "the next is set for 3 September", "la edición anterior tuvo lugar en"
_EDITION = r"(?:\s(?:one|edition|edición|édition))?"
_ELLIPSIS = Uncased(
    rf"\b(?:another{_EDITION}|(?:the|its|a)\s(?P<en>next|previous|second|third|last|following){_EDITION}"
    r"|otr[oa]|(?:el|la|su|un|una)\s(?P<es>siguiente|anterior|próxim[oa]|segund[oa]|tercer[oa]?|últim[oa])(?:\sedición)?"
    r"|(?:la|su)\sedición\s(?:anterior|siguiente|próxima)|l['’]édition\s(?:précédente|suivante)"
    r"|une?\sautre|(?:le|la|un|une|sa|son)\s(?P<fr>précédente?|suivante?|prochaine?|seconde?|deuxième|troisième)(?:\sédition)?)"
    r"(?=\s|,)"
)
_BEFORE_PLURAL = re.compile(r"(?:[A-ZÀ-Ý]?[a-zà-ÿ-]+\s)?$")
_BEHIND_PLURAL = re.compile(r"(?:\s[a-zà-ÿ-]{5,}){0,2}(?=\s*[:.(]|\s*$)")


@lru_cache(maxsize=1)
def _plurals() -> tuple[re.Pattern[str], Mapping[str, str]]:
    plurals: Mapping[str, str] = load("events")["plurals"]
    return re.compile(rf"(?<!\w){alternatives([re.escape(word) for word in plurals])}(?!\w)", re.IGNORECASE), plurals


def singular(words: str) -> str | None:
    """The words of one of several meetings ("regional workshops"); None if they are no plural."""
    pattern, plurals = _plurals()
    found = pattern.search(words)
    return words[: found.start()] + plurals[found[0].casefold()] + words[found.end() :] if found else None


def lists_several(candidate: Candidate) -> bool:
    """Whether words name a list of meetings and none of them: "Side events of the Forum"."""
    return candidate.kind == "side event" and not candidate.dates and singular(candidate.words) is not None


def plural_in(line: str, most: int) -> str | None:
    """The words of one of the meetings that a line names together, up to `most` words with its noun."""
    found = _plurals()[0].search(line)
    if found is None:
        return None
    before = _BEFORE_PLURAL.search(line, 0, found.start())
    behind = _BEHIND_PLURAL.match(line, found.end())
    name = f"{before[0] if before else ''}{found[0]}{behind[0] if behind else ''}".strip()
    return singular(name) if len(name.split()) <= most else None


def is_proper(words: str) -> bool:
    """Whether several meetings have a name of their own ("Dialogues on Migration")."""
    found = _plurals()[0].search(words)
    return found is not None and found[0][0].isupper()


def elliptic(text: str, settled: Sequence[Candidate], places: Row, dates: Row) -> Iterator[Candidate]:
    """Those that no noun names, with a date behind, after one of their kind: "a workshop in Lima, another in Quito"."""
    for found in _ELLIPSIS.finditer(text) if settled else ():
        if any(one.at <= found.end() + 1 and found.start() < max(one.to, one.told) for one in settled):
            continue
        whole = next((one for one in reversed(settled) if one.to <= found.start() <= one.to + _FARTHEST), None)
        told = setting_behind(text, found.end(), len(text), places, dates) if whole else None
        if whole and told and told.dates and all(one.dates != told.dates for one in settled):
            number = next((n for word in filter(None, found.groups()) if (n := ordinal(word))), None)
            words = " ".join(word for word in (singular(whole.words) or whole.words).split() if not ordinal(word))
            yield replace(whole, at=found.start(), to=found.end(), words=words, number=number, dates=told.dates,
                          places=told.places, told=told.to, definite=False, named=True, other=True)  # fmt: skip


def one_by_one(text: str, settled: Sequence[Candidate], places: Row, dates: Row) -> Iterator[Candidate]:
    """Those that only their ordinal names, with a date behind it, after one or several of their kind."""
    for found in _BARE_ORDINAL.finditer(text) if settled else ():
        number = ordinal(found["n"])
        if not number or any(one.at <= found.start("n") < one.to for one in settled):
            continue
        before = [one for one in settled if one.to <= found.start() and found.start() - one.to < _FARTHEST]
        whole = next((one for one in reversed(before) if one.number or singular(one.words)), None)
        if whole is None or whole.number == number:
            continue
        told = setting_behind(text, found.end(), len(text), places, dates)
        if told.dates:
            words = singular(whole.words) or whole.words
            rest = " ".join(word for word in words.split() if not ordinal(word))
            yield replace(whole, at=found.start("n"), to=found.end("n"), words=f"{found['n']} {rest}", number=number,
                          dates=told.dates, places=told.places, told=told.to, definite=False, named=True)  # fmt: skip
