"""Meetings: their names, kinds and dates, and which words point back to which.

An event is known by its series or words, its kind and its date; the same one named twice is one.
`find_events` gives candidates in one block, `EventBook` joins them over the document.
"""

import re
from collections.abc import Sequence

from loaders.dates.edtf import has_year
from loaders.recognition.meetings.brought_in import Rows
from loaders.recognition.meetings.candidate import DAYS_OF, Candidate
from loaders.recognition.meetings.convened import convened
from loaders.recognition.meetings.dealt_with import dealt_with, may_deal_with
from loaders.recognition.meetings.enumerated import lists_several
from loaders.recognition.meetings.event_extent import begin_of_name, end_of_name
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.meetings.event_settings import FIRST_OF_ALL, settle
from loaders.recognition.meetings.gatherings import briefings, dated_bodies, gatherings
from loaders.recognition.meetings.look_alikes import is_no_meeting, is_term_of_office
from loaders.recognition.meetings.meeting_appositions import without_appositions
from loaders.recognition.meetings.meeting_owners import is_earlier, of_what
from loaders.recognition.meetings.series_meetings import COMMON_NAMES, series_meetings
from loaders.recognition.meetings.years_led import year_leading
from loaders.recognition.names.ordinals import lone_numeral, ordinal
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import load
from loaders.rules.sought import Sought

_WORD_BEFORE = re.compile(r"([\w°'’./-]+)\s$")
_LONGEST_WORD = 40
_DAY = len("2024-05-05")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_QUOTED = re.compile(r"\s?[:,]?\s?(?:“[^”\n]{3,90}”|«[^»\n]{3,90}»|\"[^\"\n]{3,90}\")")
_IN_QUOTES, _OPENING_QUOTES = re.compile(r"[^“”«»\"\n]{0,150}(?=[”»\"])"), '“«"'
# "briefed the meeting on the Forum": what it was told is no part of its name
_INFORMED = Sought(
    r"\b(?:(?:brief|inform|updat|advis|remind)\w*\s(?:to\s)?(?:the|this)|inform\w+\s(?:a|ante)\s(?:la|el)|informó\sal"
    r"|(?:informé?|instruit|saisi|avisé)e?s?\s(?:la|le|l['’]))\s?$",
    re.IGNORECASE,
)
# one with a name of its own: "Assemblée des voix migrantes", "Global Migrant Assembly"; no parliament
_PROPER = re.compile(
    r"(?!.*(?i:nation|legislat|législat|constitu|parl[ia]|general|général))(?:(?:[A-ZÀ-Þ][\w-]+\s)+Assembly"
    r"|(?:Asamblea|Assemblée|Assembly)\s[\w'’]+)"
)
_OF = re.compile(r"\s(?:of|on|del?|de la|du|des|sobre|sur)\s")
_SHORT_FORM = re.compile(r"\s\((?P<short>[A-Z]{2,10})\)")


def find_events(
    text: str,
    spans: Sequence[Span],
    dates: Sequence[Span],
    before: Candidate | None = None,
    *,
    outright: bool = False,
    undated: bool = False,
) -> list[Candidate]:
    """Candidates of one block, in order. `spans`: linked names; `dates`: date spans of the block; none overlapping.

    before: the meeting that the block before ends with. outright: only those that a paper may be about, with the day
    and place beside their names. undated: also those without a day that a verb alone tells of ("The Committee met"), or
    that one word names ("at a ceremony"): their sentence may tell it elsewhere.
    """
    heads = list(grammar().heads.find(text))
    nothing = not heads and not any(span.code in "RPWU" for span in spans) and " brief" not in text
    if nothing and (outright or (before is None and not may_deal_with(text))):
        return []
    names, dated = Row(spans), Row(dates)
    found: list[Candidate] = []
    end = 0
    for at, to in heads:
        if at < end or _is_in_name(at, to, names) or is_no_meeting(text, at, to) or _is_bare_review(text, at, to):
            continue
        one = _around(text, at, to, names, dated)
        end = one.to
        if not is_term_of_office(text, one.at, to):
            found.append(one)
    found += [*series_meetings(text, spans, found)]
    told = [*gatherings(text, spans, found), *briefings(text, found)]
    told += [c for c in dated_bodies(text, spans, dated, found) if not outright or has_year(c.dates[0])]
    found = sorted((*found, *told, *convened(text, spans, dated, [*found, *told])), key=lambda one: one.at)
    rows = Rows(Row(s for s in spans if s.code in "CS"), dated, Row(s for s in spans if s.code in "EPT"))
    may_be_shy = any(c.noun in load("events")["shy"] for c in found)
    first = settle(text, found, rows, before, outright=outright) if may_be_shy else []
    shy = {c.at for c in first if _is_shy(c, outright=outright)}
    settled = settle(text, [c for c in found if c.at not in shy], rows, before, outright=outright)
    settled = [c for c in settled if not (_is_body_of(c) or lists_several(c) or _is_shy(c, outright=outright))]
    settled = [c for c in without_appositions(text, settled) if not c.of_its_day or _of_a_day(c)]
    if not outright:
        settled = sorted((*settled, *dealt_with(text, settled, rows)), key=lambda one: one.at)
    named = [
        c
        for c in settled
        if c.dates or c.definite or c.named or " " in c.words or _is_occasion(c) or c.unnamed or c.bare
    ]
    return [c for c in named if c.dates or undated or not (c.unnamed or (c.bare and not c.places))]


def _of_a_day(candidate: Candidate) -> bool:
    return any(len(day.split("/")[0]) == _DAY for day in candidate.dates)


def _is_occasion(candidate: Candidate) -> bool:
    """Whether one word and a place name a meeting: "at a ceremony in Bishkek"."""
    return bool(candidate.places) and candidate.bare


def _is_shy(candidate: Candidate, *, outright: bool) -> bool:
    """Whether a noun that means other things too stands without a day and a place: "a visit", not "a visit to Lima"."""
    told = candidate.dates and (candidate.places or candidate.number)
    if candidate.kind == "assembly" and (_PROPER.match(candidate.words) or (candidate.points_back and not outright)):
        return False
    counted = candidate.number and candidate.named and candidate.words[0].isupper()  # "XII Ronda", "Third Exchange"
    return ((outright and not counted) or not (told or counted)) and candidate.noun in load("events")["shy"]


def _is_body_of(candidate: Candidate) -> bool:
    """Whether a forum without day and number is a body: "Zomba Diaspora Forum"."""
    if candidate.kind != "forum" or candidate.dates or candidate.number or not candidate.words.endswith("Forum"):
        return False
    return any(word.casefold() not in grammar().modifiers for word in candidate.words.split()[:-1])


def _is_bare_review(text: str, at: int, to: int) -> bool:
    """Whether a review is told without region and number: "the review", not "the review for the ECE region"."""
    rules = grammar()
    if text[at:to].casefold() not in rules.bare_reviews or rules.of_region.match(text, to):
        return False
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    return not (
        word
        and (
            ordinal(word[1])
            or word[1].casefold() in load("events")["of_a_region"]
            or FIRST_OF_ALL.search(text, max(0, at - _LONGEST_WORD), at)
        )
    )


def _is_in_name(at: int, to: int, names: Row) -> bool:
    """Whether a noun stands inside a known name; the name of all regional reviews may be the noun of one of them."""
    span = names.holding(at)
    return span is not None and to <= span.to and span.entity not in COMMON_NAMES


def _around(text: str, noun_at: int, noun_to: int, spans: Row, dates: Row) -> Candidate:
    """The candidate whose noun stands at [noun_at, noun_to)."""
    rules = grammar()
    at = begin_of_name(text, noun_at, spans, dates)
    titled = _QUOTED.match(text, noun_to)
    quoted = _IN_QUOTES.match(text, noun_to) if at and text[at - 1] in _OPENING_QUOTES else None
    informed = _INFORMED.search(text, max(0, at - _LONGEST_WORD), at)
    to = (
        noun_to
        if informed
        else titled.end()
        if titled
        else quoted.end()
        if quoted
        else end_of_name(text, _over_short_form(text, noun_to), spans, dates)
    )
    to = _with_short_form(text, at, to, spans)
    region = rules.of_region.match(text, to)
    to = region.end() if region else to
    before = text[max(0, at - 2 * _LONGEST_WORD) : at].split()
    definite = bool(before) and before[-1].casefold() in rules.pointers
    words = _SHORT_FORM.sub("", text[at:to])
    series = tuple(s.entity for s in spans.inside(at, to) if s.code in "RPWUFT")
    capitals = sum(1 for word in _WORD.findall(words) if word[0].isupper())
    kind = rules.kinds.get(text[noun_at:noun_to].casefold(), "event")
    noun = text[noun_at:noun_to]
    number = next((n for w in text[at:noun_at].split() if (n := ordinal(w) or lone_numeral(w, noun))), None)
    begun = at
    led = year_leading(text, at, dates) if not spans.touching(at, to) else None
    if led:
        at, words, definite = led[0], f"{text[led[0] : at]}{words}", True
    days = DAYS_OF.search(text, max(0, at - _LONGEST_WORD), at)
    if days and not led:
        at, words = days.start(), f"{days[0]}{words}"
    lone = _WORD_BEFORE.search(text, max(0, at - 2), at)
    if lone and not number and (number := lone_numeral(lone[1], text[at:to])):
        at, words = lone.start(1), f"{lone[1]} {words}"
    series = series or of_what(text, at, spans, number)
    named = capitals >= 2 or bool(series) or days is not None
    told = rules.region.search(words) if kind == "review" else None
    about = rules.regions[told[0].casefold()] if told else ""
    return Candidate(at, to, kind, words, definite, named=named, series=series, number=number, region=about,
                     dates=led[1:] if led else (), other=is_earlier(text, begun, to), noun=noun.casefold())  # fmt: skip


def _over_short_form(text: str, noun_to: int) -> int:
    """Where a name goes on whose noun has its short form behind it: "Officials' Meeting (SOM) of the Process"."""
    bracket = _SHORT_FORM.match(text, noun_to)
    return bracket.end() if bracket and _OF.match(text, bracket.end()) else noun_to


def _with_short_form(text: str, at: int, to: int, spans: Row) -> int:
    """Where a name ends whose last part has its short form behind it: "Consultation on the Review Forum (IMRF)"."""
    bracket = _SHORT_FORM.match(text, to)
    short = spans.at(bracket.start("short")) if bracket else None
    inside = spans.inside(at, to)
    same = (
        short
        and inside
        and inside[-1].to == to
        and inside[-1].entity.split("/")[-1][:4] == short.entity.split("/")[-1][:4]
    )
    return bracket.end() if bracket and same else to
