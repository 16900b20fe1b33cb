"""The date and place of a meeting that the next sentence tells: "IOM prepares a workshop. It will be held in Accra"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.setting_words import held
from loaders.recognition.meetings.settings import setting_behind
from loaders.recognition.names.spans import Row
from loaders.rules.uncased import Uncased

_SENTENCE_ENDS = re.compile(r"[.!?:;]\s")
_LONGEST_VERB = 60
# what stands for a meeting, or nothing: "Se celebrará en Acra"
_STANDS_FOR_IT = Uncased(
    r"(?:(?:it|this|they|these|elle|il|elles|ils|celle-ci|celui-ci|celles-ci|cette dernière|ce dernier|ésta|éste"
    r"|esta|este|esta última|este último|la misma|el mismo|which)\s|(?=(?:se|tendrá|tuvo|fue|será|está)\s))"
)


def told_again(text: str, settled: Sequence[Candidate], places: Row, dates: Row) -> list[Candidate]:
    """The candidates of one passage, in order; one without a date has that of a next sentence that is about it."""
    return [_with_next(text, one, settled, places, dates) for one in settled]


def _with_next(text: str, one: Candidate, settled: Sequence[Candidate], places: Row, dates: Row) -> Candidate:
    end = _SENTENCE_ENDS.search(text, one.to)
    if one.dates or end is None or one.points_back or one.at == one.to:
        return one
    begun = max((m.end() for m in _SENTENCE_ENDS.finditer(text, 0, one.at)), default=0)
    if sum(1 for other in settled if begun <= other.at < end.end()) > 1:
        return one
    pronoun = _STANDS_FOR_IT.match(text, end.end())
    verb = held().search(text, pronoun.end(), pronoun.end() + _LONGEST_VERB) if pronoun else None
    told = setting_behind(text, pronoun.end(), len(text), places, dates) if pronoun and verb else None
    if told is None or not told.dates:
        return one
    return replace(one, dates=told.dates, places=one.places or told.places)
