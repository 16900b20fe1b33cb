"""Where and when the meetings of a document are, and which forum an edition belongs to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.records import Basis, Modality, When
from loaders.claims.sentence.qualify import Qualification, qualify
from loaders.claims.sentence.stated import Stated
from loaders.dates.edtf import has_year, with_year
from loaders.reading.blocks import Block, Spot
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.first_paragraphs import looks_ahead
from loaders.recognition.meetings.lead_setting import is_of_other_days, is_only_dated
from loaders.recognition.meetings.own_meeting import is_news
from loaders.recognition.meetings.settings import (
    Setting,
    setting_before,
    setting_behind,
    setting_leading,
    setting_staged,
)
from loaders.recognition.names.editions import EDITIONS, edition_of, name_begins, series_of
from loaders.recognition.names.gazetteer import city_of, hearing_of, reference_names
from loaders.recognition.names.spans import DATE_CODE, Row, Span
from loaders.recognition.own.own_report import state_of_report
from loaders.recognition.recognition import Recognition

CHAMPIONS = "process/gcm-champion-countries"
_SUMMIT, _OF_SUMMITS = "event/gfmd-summit", "process/gfmd"
_OF_CONFERENCE = re.compile(r"event/(?P<series>[\w-]+?)-conference-.+")
_LONGEST_CUE = 90
_SHORT = 2  # words of a name that others may bear: "the Forum"
# "submitted its report for the regional review in May": what was in May is the sending
_SENT_TO = re.compile(
    r"\b(?:submitted|sent|presented|gone in|filed|present(?:ó|aron|amos)|an? (?:updated |voluntary |national )*report"
    r"|remiti(?:ó|eron)|envi(?:ó|aron)"
    r"|a (?:soumis|présenté|remis))"
    r"\b[^.;:,]{0,60}\s(?:to|for|a|al|para|à|au|pour)\s(?:th(?:e|is)\s|la\s|el\s|este\s|le\s|ce\s|l['’])?$",
    re.IGNORECASE,
)
_ON = re.compile(r"\s(?:on|in|el|en|le)\s")
# "closing the Forum on 20 May": the day of what one does there, of a forum of several days
_ACTED_ON = re.compile(
    r"\b(?:clos(?:ing|ed)|open(?:ing|ed)|address(?:ing|ed)|sp(?:eaking|oke) at|clausur\w+|inaugur\w+|clôtur\w+|ouvr\w+)"
    r"\s(?:the\s|la\s|el\s|le\s|l['’])?$",
    re.IGNORECASE,
)
# "On the eve of the Forum, 4 May": the day is another
_ON_THE_EVE = re.compile(
    r"\b(?:eve of|day before|days? (?:before|after)|weeks? (?:before|after)|víspera d?e?l?"
    r"|días? (?:antes|después) del?|veille d[eu]|jours? (?:avant|après)|lendemain d[eu])\s?"
    r"(?:the\s|la\s|el\s|le\s|l['’])?$",
    re.IGNORECASE,
)
# "May 2022 (postponed, not held)"
_NOT_HELD = re.compile(
    r"[\s,;:(–—-]{1,3}(?:(?:was|were|is|has been|later|since|fue|ha sido|a été|est|finally|subsequently)\s){0,2}"
    r"(?:postponed|cancell?ed|not held|called off|did not take place|suspended|pospuest[oa]|aplazad[oa]|cancelad[oa]"
    r"|suspendid[oa]|no (?:se celebró|celebrad[oa])|postergad[oa]"
    r"|reportée?|annulée?|suspendue?|n['’]a pas eu lieu)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould (?:be held|take place)\b|\b(?:se celebraría|tendría lugar|aurait lieu|se tiendrait)\b")
_OF_THE = re.compile(r"\s(?:of|at|during|in|del?|en|du|lors du)\s(?:the\s|el\s|la\s|le\s|l['’])?(?:[\w-]+\s){0,2}")


def settings(found: Recognition, block: Block) -> Iterator[Stated]:
    """takesPlaceOn and takesPlaceIn for the dates and places that stand with the name of a meeting."""
    for candidate, event in found.meetings.get(block.order, ()):
        where = _Named(event.path, candidate.at, max(candidate.told, candidate.to))
        if _NOT_HELD.match(block.text, where.to):
            continue
        when_sent = _SENT_TO.search(block.text, max(0, candidate.at - _LONGEST_CUE), candidate.at)
        days = () if when_sent else (day for day in candidate.dates if not _is_known_closer(event, day))
        yield from _told(block, where, days, candidate.places)
        if candidate.at == candidate.to and candidate.words == "meeting" and candidate.series == (CHAMPIONS,):
            yield _came_together(block, where)
    yield from _of_forums(found, block)


def _came_together(block: Block, met: "_Named") -> Stated:
    """As in "the Champion countries met on 3 May": they took part in what their verb names."""
    at, to = block.sentence_at(met.at)
    said = qualify(block.text[at:to], met.at - at, min(met.to, to) - at)
    return Stated(subject=CHAMPIONS, relation="participatesIn", object=met.path, spots=(Spot(block.order, at, to),),
                  qualification=said, rule="came-together")  # fmt: skip


def _is_known_closer(event: Event, day: str) -> bool:
    """Whether only the month is told of a meeting whose day is known."""
    return any(known != day and known.startswith(f"{day}-") for known in event.dates)


# "In August the group met for the first time since the Forum": the day is not the Forum's
_SINCE = re.compile(
    r"\b(?:since|after|before|until|ahead of|prior to|following|desde|tras|después de|antes de|hasta|con miras a|depuis"
    r"|après|avant|jusqu['’]à?|en vue d[eu])\s?(?:the\s|el\s|la\s|le\s|l['’]|de la\s|del?\s|du\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A meeting by its path, and where the words with its setting stand."""

    path: str
    at: int
    to: int


def _told(block: Block, named: _Named, dates: Iterable[str], places: Iterable[str]) -> Iterator[Stated]:
    at, to = block.sentence_at(named.at)
    said = qualify(block.text[at:to], named.at - at, min(named.to, to) - at)
    if said.modality is Modality.POSSIBLE and _WOULD.search(block.text, at, to):
        said = replace(said, modality=Modality.PLANNED)  # what would be was planned
    told = Stated(subject=named.path, relation="takesPlaceIn", spots=(Spot(block.order, at, to),),
                  qualification=Qualification(modality=said.modality), rule="event-setting")  # fmt: skip
    yield from (replace(told, object=place) for place in dict.fromkeys(map(city_of, places)))
    # what may be is the meeting; the day is that on which it would be
    modality = said.modality if said.modality is not Modality.POSSIBLE else Modality.ASSERTED
    on = replace(told, relation="takesPlaceOn", qualification=Qualification(modality=modality))
    yield from (replace(on, value=value) for value in dates if any(map(str.isdigit, value)))


def _of_forums(found: Recognition, block: Block) -> Iterator[Stated]:
    """The setting of an edition of a forum, or of a meeting that the reference data has, told where it is named."""
    spans = found.spans[block.order]
    forums = [s for s in spans if s.entity in EDITIONS or (s.code in "ET" and s.method not in ("event", "coreference"))]
    short = {a.at: b for a, b in pairwise(forums) if block.text[a.to : b.at] == " ("}
    forums = [replace(f, to=short[f.at].to) if f.at in short else f for f in forums if f not in short.values()]
    if not forums:
        return
    dates = Row(span for span in spans if span.code == DATE_CODE)
    places = Row(span for span in spans if span.code in "CS")
    others = Row(span for span in spans if span.code in "EPRT")
    for forum in forums:
        named = others.last_before(forum.at)
        if named and named.method == "event" and block.text[named.to : forum.at] == " (":
            continue  # the short form of the forum, behind the name of an edition
        behind = others.starting(forum.to, len(block.text))[:1]
        end = behind[0].at if behind else len(block.text)
        setting = setting_behind(block.text, forum.to, end, places, dates)
        named_in_full = series_of(forum.entity) or len(block.text[forum.at : forum.to].split()) > _SHORT
        alone = sum(block.sentence_at(one.at) == block.sentence_at(forum.at) for one in forums) == 1
        if alone and named_in_full and not (setting.dates and setting.places):
            before = _before(block, forum, places, dates)
            told = setting.dates or before.dates, setting.places or before.places
            setting = Setting(*told, max(setting.to, before.to), setting.at)
        day = next(iter(setting.dates), "")
        part = others.last_before(forum.at)
        if part and part.code in "ET" and _OF_THE.fullmatch(block.text, part.to, forum.at):
            forum = part  # "Roundtable 3 of the Forum meets on": the round table does
        edition = edition_of(forum.entity, day, found.edition)
        reach = max(0, forum.at - _LONGEST_CUE)
        acted = any(cue.search(block.text, reach, forum.at) for cue in (_ACTED_ON, _ON_THE_EVE))
        acted = acted or _sent_on(block.text, forum, reach, setting)
        days = [_in_its_year(forum, day) for day in setting.dates if edition not in EDITIONS and not acted]
        days = [day for day in days if has_year(day)]
        yield from _told(block, _Named(edition, forum.at, setting.to), days, setting.places)


def _before(block: Block, forum: Span, places: Row, dates: Row) -> Setting:
    """What stands before the name of a forum: "From 17 to 20 May, New York hosted the first Review Forum"."""
    begun, at = block.sentence_at(forum.at)[0], name_begins(block.text, forum.at)
    if _SINCE.search(block.text, max(begun, at - _LONGEST_CUE), at):
        return Setting()
    leading = setting_leading(block.text, begun, at, places, dates)
    staged = setting_staged(block.text, at, places, dates)
    if leading:
        return leading
    opens = setting_before(block.text, begun, at, places, dates)
    days = tuple(day for day in opens.dates if len(day) > len("2026"))
    return Setting(staged.dates or days, staged.places or opens.places, at, begun)


def _sent_on(text: str, forum: Span, reach: int, setting: Setting) -> bool:
    """Whether the time is that when a paper went there: "submitted its report to the Forum on 20 February"."""
    a_day = any(len(day) in (len("2026-02-20"), len("2026-02")) for day in setting.dates)
    return bool(a_day and _ON.match(text, forum.to) and _SENT_TO.search(text, reach, forum.at))


def _in_its_year(forum: Span, day: str) -> str:
    """A day without a year, where the words say which edition it is of."""
    year = forum.entity.rpartition("-")[2] if series_of(forum.entity) else ""
    return with_year(day, int(year)) if year and not has_year(day) else day


def main_event_date(found: Recognition, main: str | None) -> Iterator[Stated]:
    """takesPlaceOn for the document's own event, from the line that dates the document."""
    spot = found.timeline.day_spot
    own = found.book.main
    news = own is not None and not own.dates and (is_news(found) or is_of_other_days(found))
    if own and own.path == main and (news or (own.dates and found.timeline.event_day not in own.dates)):
        return  # the paper is of another day than the meeting it tells of
    meant = next((event for event in found.book.events if event.path == main), None)
    if meant is not own and meant and meant.dates and found.timeline.event_day not in meant.dates:
        return
    if is_only_dated(found) or (spot and main and looks_ahead(found, spot.block, main)):
        return
    if spot and (found.sessions.get(spot.block, main) != main or any(map(state_of_report, found.names.brought))):
        return  # the day of one of the meetings that the paper lists, or of a report that is made to a review
    of_a_speech = main is not None and found.frame.genre == "speech" and series_of(main) is not None
    if main and spot and found.timeline.event_day and not (of_a_speech or main.startswith("roundtable/")):
        yield Stated(subject=main, relation="takesPlaceOn", value=found.timeline.event_day, spots=(spot,),
                     when=When(found.timeline.event_day, Basis.HEADER), rule="document-date")  # fmt: skip


def editions(found: Recognition, stated: list[Stated]) -> Iterator[Stated]:
    """An edition that a document names is part of its forum, a hearing of its edition: said where it is named."""
    seen: set[str] = set()
    for one in stated:
        for path in (one.subject, one.object):
            if path is None or path in seen:
                continue
            whole = series_of(path) or _whole_of(path, one.relation)
            if whole:
                seen.add(path)
                yield Stated(subject=path, relation="partOf", object=whole, spots=one.spots[:1], rule="edition",
                             inferences=("edition",))  # fmt: skip
    if found.of_this_world:
        yield from _named_editions(found, seen)


def _named_editions(found: Recognition, seen: set[str]) -> Iterator[Stated]:
    """partOf for the editions of which a document tells nothing more than their name and year."""
    for block in found.reading.blocks:
        for span in found.spans[block.order]:
            whole = series_of(span.entity) if span.code == "E" and span.entity not in seen else None
            if whole:
                seen.add(span.entity)
                yield Stated(subject=span.entity, relation="partOf", object=whole,
                             spots=(Spot(block.order, *block.sentence_at(span.at)),), rule="edition",
                             inferences=("edition",))  # fmt: skip


def _whole_of(event: str, relation: str) -> str | None:
    """What a meeting belongs to: a summit to its forum, "XX CSM" to the CSM; a hearing that is given a date, to the
    edition it prepares.
    """
    if event.startswith(_SUMMIT):
        return _OF_SUMMITS
    meets = _OF_CONFERENCE.fullmatch(event)
    series = f"regional-process/{meets['series']}" if meets else ""
    if "Conference" in reference_names().get(series, ""):
        return series  # what is itself called a conference
    return hearing_of(event) if event.startswith("event/") and relation == "takesPlaceOn" else None
