"""Meetings that no noun names, after one of their kind: "a workshop in Lima, another in Quito", "La última,".

What stands alone is read as one more of the meeting that is in focus: that named last in the passage, or with which the
passage before ends. It needs a day or a city of its own; where the text has since counted something else ("two
projects"), or a noun follows ("the second report"), it names no meeting.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.recognition.meetings.brought_in import Rows, clause_setting
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.enumerated import singular
from loaders.recognition.meetings.settings import Setting, setting_behind
from loaders.recognition.names.ordinals import known_ordinals, ordinal
from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_FARTHEST, _OPENING, _BEHIND = 420, 20, 30
_NEXT_WORD = re.compile(r"\s?([,:(;–—])|\s([\w'’-]+)")
_VERB = re.compile(r"\w+(?:ed|ó|ió|aron|ieron|ará|erá|irá)")
_IS_ONE = Uncased(r"^(?:an?|una?|une)\s|\s(?:one|edition|edición|édition)$")  # "a second", "the second edition"
_NUMBER = (
    r"\b(?:two|three|four|five|six|several|dos|tres|cuatro|cinco|seis|varios|varias|deux"
    r"|trois|quatre|cinq|plusieurs)"
)


@lru_cache(maxsize=1)
def _counted() -> Uncased:
    """What a text may go on to tell one by one: "two projects"; those who came to a meeting are none."""
    words = load("events")
    own = alternatives([*words["those_who_meet"], *words["no_things"], *map(re.escape, words["plurals"])])
    return Uncased(rf"{_NUMBER}\s(?!(?:[\w-]+\s){{0,2}}?{own}\b)(?:[\w-]+\s){{0,2}}?[\w-]{{3,}}s\b")


@lru_cache(maxsize=1)
def _alone() -> Uncased:
    ordinals = factored([re.escape(word) for word in known_ordinals()])
    patterns = [one.replace("{ordinal}", ordinals) for one in load("events")["stands_alone"]]
    return Uncased(rf"(?<![\w’'-])(?:{'|'.join(patterns)})(?![\w-])")


@lru_cache(maxsize=1)
def _no_nouns() -> frozenset[str]:
    words = load("events")
    return frozenset((*words["stops"], *words["leads_to_day"], *words["leads_to_city"]))


def elided(text: str, settled: Sequence[Candidate], before: Candidate | None, rows: Rows) -> list[Candidate]:
    """The candidates of one passage, in order, with those that stand alone.

    before: the meeting that is in focus where the passage begins.
    """
    found = list(settled)
    if not settled and before is None:
        return found
    for alone in _alone().finditer(text):
        if any(one.at == one.to and alone.start() <= one.at <= alone.end() + _BEHIND for one in found):
            continue  # told one by one already: "two meetings, one on 4 March and the other on 6 May"
        at = next((alone.start(name) for name, word in alone.groupdict().items() if word), alone.start())
        if any(one.at <= alone.end() + 1 and alone.start() < max(one.to, one.told) for one in found if one.at < one.to):
            continue
        whole = _in_focus(text, alone.start(), found, before) if _no_noun_behind(text, alone.end()) else None
        one = _one_more(text, at, alone, whole, (found, rows)) if whole else None
        if one:
            found = sorted((*found, one), key=lambda each: each.at)
    return found


def _in_focus(text: str, at: int, found: Sequence[Candidate], before: Candidate | None) -> Candidate | None:
    """The meeting of which there is one more at `at`."""
    last = next((one for one in reversed(found) if one.to <= at), None)
    begun = last.to if last else 0
    if at - begun > _FARTHEST or _counted().search(text, begun, at):
        return None
    return last or (before if at <= _OPENING else None)


def _no_noun_behind(text: str, to: int) -> bool:
    word = _NEXT_WORD.match(text, to)
    if word is None:
        return False
    return bool(word[1]) or word[2].casefold() in _no_nouns() or _VERB.fullmatch(word[2].casefold()) is not None


def _one_more(
    text: str, at: int, alone: re.Match[str], whole: Candidate, row: tuple[Sequence[Candidate], Rows]
) -> Candidate | None:
    found, rows = row
    number = next((n for word in alone.groups() if word and (n := ordinal(text[at : at + len(word)]))), None)
    of_several = bool(whole.number or singular(whole.words) or whole.several or not whole.definite)
    of_several = of_several or _IS_ONE.search(alone[0]) is not None
    if (number and not of_several) or (number and number == whole.number):
        return None
    following = next((one.at for one in found if one.at > at), len(text))
    told = setting_behind(text, alone.end(), following, rows.places, rows.dates)
    clause = clause_setting(text, alone.end(), following, rows) if not (told.dates and told.places) else told
    if told.dates and clause.dates and told.dates != clause.dates:
        clause = Setting()
    told = Setting(told.dates or clause.dates, told.places or clause.places, max(told.to, clause.to), told.at)
    if not told or any(one.dates and one.dates == told.dates for one in found):
        return None
    rest = " ".join(word for word in (singular(whole.words) or whole.words).split() if not ordinal(word))
    words = f"{text[at : alone.end()]} {rest}" if number else rest
    return replace(whole, at=at, to=alone.end(), words=words, number=number, dates=told.dates, places=told.places,
                   told=told.to, definite=False, named=True, several=False, other=not number)  # fmt: skip
