"""Meetings whose day and place their sentence tells before it names them, behind them, or by the day of the paper.

As in "On 3 November 2021, in Quito, the Network convened a workshop"; the sentence tells it of the one meeting in it.
"""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from loaders.reading.blocks import Block
from loaders.recognition.meetings.at_occasions import told_at
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.cell_meetings import row_setting
from loaders.recognition.meetings.clause_settings import setting_in_clause
from loaders.recognition.meetings.event_settings import fronted, in_its_year, met_at
from loaders.recognition.meetings.setting_words import HELD_FIRST
from loaders.recognition.meetings.settings import setting_leading
from loaders.recognition.meetings.today import told_today
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

# "the consultation that X organised": which one is told here, and not before
_DEFINED = re.compile(
    r"\s(?:(?:that|which|que)\s(?!(?:was|were|is|are|has|have|had|will|fue|fueron|se|ha|han|s['’])\b)[^.;:()\n]{2,80}?"
    r"\b(?:organi[sz]\w+|convene[ds]?|hosted|held|ran|organizó|organizaron|celebró|acogió|convocó"
    r"|(?:a|ont) (?:organisée?|tenue?|accueillie?))\b|(?:organi[sz]ed|convened|hosted|held|run) by\b)"
)
_BESIDES = 60
_LONGEST_IN_CELL = 14
_CLAUSE = re.compile(r"[.;:]\s")
_OF_SOMETHING = ("ceremony", "event")  # what tells nothing of itself is called by whose it is
_NETWORK = "un-entity/un-network"


@lru_cache(maxsize=1)
def prepared() -> Sought:
    """Words up to a meeting that somebody only prepares: "draft agenda of the"."""
    return Sought(rf"\b{alternatives(load('events')['prepared'])}\s[^.,;]{{0,30}}$", re.IGNORECASE)


def with_fronted(result: Recognition, block: Block, found: list[Candidate]) -> list[Candidate]:
    """As in "On 3 November 2021, in Quito, the Network convened a workshop": the one meeting of the sentence."""
    if not found:
        return found
    spans, dates = [s for s in result.spans[block.order] if s.entity], Row(result.timeline.spans(block))
    sentences = [block.sentence_at(candidate.at) for candidate in found]
    in_sentence = Counter(
        s for s, one in zip(sentences, found, strict=True) if one.dates or not (one.unnamed or one.bare)
    )
    out = []
    for candidate, sentence in zip(found, sentences, strict=True):
        is_open = (candidate.unnamed or candidate.bare) and not candidate.dates
        own = not candidate.definite or candidate.series or candidate.number or candidate.named
        defined = _DEFINED.match(block.text, candidate.to)
        named, language, day = (candidate.at, candidate.to), result.reading.language, result.timeline.paper_day
        opens_so = HELD_FIRST.match(block.text, sentence[0]) and in_sentence[sentence] == 1
        if candidate.points_back and opens_so and not candidate.dates:
            told = fronted(block.text, sentence, named, spans, dates, None, language)
            candidate = replace(candidate, dates=told.dates, places=candidate.places or told.places)
        elif candidate.points_back and day and not defined:  # "Wednesday's conference"
            near = told_today(block.text, sentence, named, Row(()), dates, day, language, beside=True)
            candidate = replace(candidate, dates=near.dates)
        elif prepared().search(block.text, max(sentence[0], candidate.at - _BESIDES), candidate.at):
            pass  # "On 3 May they went to Lisbon to prepare the conference"
        elif (own or defined or " " in candidate.words) and in_sentence[sentence] == (not is_open):
            before = fronted if own or defined else met_at
            told = before(block.text, sentence, named, spans, dates, day, language)
            days = in_its_year(candidate.words, candidate.dates or told.dates)
            places = candidate.places or told.places
            if not days and not candidate.points_back:
                clause = setting_in_clause(block.text, sentence, candidate, spans, dates)
                days, places = clause.dates, places or clause.places
            if not days:
                at = told_at(block.text, sentence, candidate, spans, dates, day, language)
                days, places = at.dates, places or at.places
            whose = _whose(spans, sentence) if candidate.bare and days and candidate.kind in _OF_SOMETHING else ()
            whose = candidate.series or whose
            candidate = replace(candidate, dates=days, places=places, series=whose)
        elif not (candidate.points_back or candidate.unnamed or candidate.dates):
            led = setting_leading(block.text, sentence[0], candidate.at, Row(s for s in spans if s.code in "CS"), dates)
            candidate = replace(candidate, dates=led.dates, places=candidate.places or led.places)
        if block.row is not None and len(found) == 1 and not candidate.dates:
            candidate = _in_row(result, block, candidate)
        out.append(candidate)
    return [one for one in out if one.dates or not _needs_day(one)]


def _needs_day(one: Candidate) -> bool:
    """Whether it is no meeting without its day: "The Committee met", "at a ceremony"."""
    if one.at < one.to:
        return one.bare and not one.places
    return one.unnamed or one.kind == "briefing"


def _whose(spans: list[Span], sentence: tuple[int, int]) -> tuple[str, ...]:
    """The one body of which a sentence tells: "At a ceremony, the chair of the Process passed to Peru"."""
    told = {s.entity for s in spans if sentence[0] <= s.at < sentence[1] and (s.code in "RWF" or _NETWORK in s.entity)}
    return tuple(told) if len(told) == 1 else ()


def _in_row(result: Recognition, block: Block, candidate: Candidate) -> Candidate:
    """A meeting that a cell names, with the date and place beside it; its name is what the cell opens with."""
    beside = row_setting(result, block)
    name = block.text[: candidate.to]
    if not beside or len(name.split()) > _LONGEST_IN_CELL or _CLAUSE.search(name):
        return candidate
    return replace(candidate, at=0, words=name, dates=beside.dates, places=candidate.places or beside.places)
