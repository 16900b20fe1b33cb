"""Where and when, from the lines a document opens with: "San José, Costa Rica, 20 and 21 November 2025"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.periods import overlaps
from graph.records import Basis, LinkStatus, When
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.meetings.first_paragraphs import dateline, looks_ahead
from loaders.recognition.meetings.own_meeting import is_news
from loaders.recognition.meetings.programme_days import all_days
from loaders.recognition.names.editions import series_of
from loaders.recognition.names.gazetteer import city_of
from loaders.recognition.names.spans import DATE_CODE, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_MOST_OF_LINE = 0.8
_CITY_AND_STATE = 2
_LAST_LINES = 8
_NEAREST = 24
# "Dada en la ciudad de Quito", "Fait à Dakar, le 6 juin", "Done at Accra"
_SIGNED = re.compile(
    r"(?:(?:Dad|Hech|Suscrit|Firmad|Adoptad|Acordad|Aprobad)[oa]|(?:Fait|Signé|Adopté)e?|Done|Given|Adopted|Signed)\s"
    r"(?:in|at|en|à|au|aux)\s"
)
_ONLINE = re.compile(
    r"\b(?:online|virtual(?:ly|mente)?|en línea|en ligne|par visioconférence|webinar)\b", re.IGNORECASE
)


def header_claims(found: Recognition, main: str | None) -> Iterator[Stated]:
    """takesPlaceIn and takesPlaceOn of the document's own meeting, from a line with a place and a date; who speaks."""
    if main is None:
        return
    yield from _declared(found, main)
    yield from _place_of_dateline(found, main)
    yield from _place_of_signing(found, main)
    if series_of(main) and found.frame.genre != "speech":
        return
    for block in found.header:
        spans = found.spans[block.order]
        places = [s for s in spans if s.code == "C"]
        dates = [s for s in spans if s.code == DATE_CODE]
        if block.text.endswith(".") and (len(dates) > 1 or looks_ahead(found, block.order, main)):
            continue  # a sentence, on several meetings or on what comes before this one
        if places and not dates and _is_place_line(block, places):
            yield from _placed(block, places, main, found)
            continue
        if not places or not dates or any(s.code in "SUORWEPT" and s.entity != main for s in spans):
            continue
        if not _is_of_the_meeting(found, dates[0].value):
            return
        if series_of(main) and found.roundtable and "/" not in dates[0].value:
            main = found.roundtable  # the forum has other days too
        line = Spot(block.order, 0, len(block.text))
        for place in dict.fromkeys(city_of(span.entity) for span in places):
            yield Stated(subject=main, relation="takesPlaceIn", object=place, spots=(line,), rule="header-line")
        if not _is_one_of_several(found, dates[0].value):
            yield Stated(subject=main, relation="takesPlaceOn", value=dates[0].value, spots=(line,),
                         when=When(dates[0].value, Basis.HEADER), rule="header-line")  # fmt: skip
        return


def _is_place_line(block: Block, places: list[Span]) -> bool:
    """Whether a line at the head is nothing but a city and its state, or a venue: "Hotel Astoria, Muscat, Oman"."""
    rest = block.text[places[-1].to :].strip(" ,.()")
    opens = places[0].at == 0 or _venue().fullmatch(block.text, 0, places[0].at) is not None
    return opens and not rest and len(places) <= _CITY_AND_STATE


@lru_cache(maxsize=1)
def _venue() -> re.Pattern[str]:
    """The name of a building or room before the city: "Salón Andino, Hotel Plaza, "."""
    nouns = alternatives(load("events")["venue_nouns"])
    return re.compile(rf"(?=[^.;:!?]*\b{nouns}\b)[^.;:!?\d]{{4,90}},\s", re.IGNORECASE)


def _placed(block: Block, places: list[Span], main: str, found: Recognition) -> Iterator[Stated]:
    """takesPlaceIn for a line that is nothing but a place, under the name of a meeting whose days the head gives."""
    own = found.book.main
    day = found.timeline.event_day
    headed = own and (all_days(found) in own.dates or (day and any(overlaps(day, date) for date in own.dates)))
    if not headed or found.frame.genre == "press-note" or is_news(found):
        return
    for place in dict.fromkeys(city_of(span.entity) for span in places):
        yield Stated(subject=main, relation="takesPlaceIn", object=place,
                     spots=(Spot(block.order, 0, len(block.text)),), rule="place-line")  # fmt: skip


def _place_of_dateline(found: Recognition, main: str) -> Iterator[Stated]:
    """takesPlaceIn for the city with which news opens, where the sentence tells of its meeting by name or by day."""
    for block in found.header[:1]:
        opens = next((s for s in found.spans[block.order] if s.code == "C" and s.at == 0), None)
        named = any(s.entity == main for s in found.spans[block.order])
        if opens and named and block.text.startswith(":", opens.to):  # "Accra: the review opens"
            yield Stated(subject=main, relation="takesPlaceIn", object=city_of(opens.entity),
                         spots=(Spot(block.order, 0, len(block.text)),), rule="dateline")  # fmt: skip
    own = found.book.main
    opened = dateline(found) if own and own.path == main else None
    if own is None or opened is None:
        return
    block, places = opened
    at, to = block.sentence_at(places[-1].to)
    told = any(
        span.entity == main or span.value in own.dates for span in found.spans[block.order] if at <= span.at < to
    )
    elsewhere = own.places and own.places[0] not in {span.entity for span in places}
    if (told or own.places) and not elsewhere and not _ONLINE.search(block.text, 0, to):
        for place in dict.fromkeys(city_of(span.entity) for span in places):
            yield Stated(subject=main, relation="takesPlaceIn", object=place, spots=(Spot(block.order, 0, to),),
                         rule="dateline", inferences=("context",))  # fmt: skip


def _is_of_the_meeting(found: Recognition, day: str) -> bool:
    """Whether a line at the head dates the meeting; that of a press note dates the note."""
    own = found.book.main
    if own is None or not own.dates:
        return found.frame.genre != "press-note" and not is_news(found)
    return any(overlaps(day, date) for date in own.dates)


def _is_one_of_several(found: Recognition, day: str) -> bool:
    """Whether the text tells more days of the meeting than its head, which a press note dates on the last."""
    own = found.book.main
    return own is not None and bool(own.dates) and "/" in own.dates[0] and "/" not in day


def _place_of_signing(found: Recognition, main: str) -> Iterator[Stated]:
    """takesPlaceIn for the city in which a declaration says at its end that it was given: there they met."""
    own = found.book.main
    if found.frame.genre != "declaration" or own is None or own.path != main:
        return
    for block in found.reading.blocks[-_LAST_LINES:]:
        signed = _SIGNED.match(block.text)
        places = [s for s in found.spans[block.order] if s.code == "C"] if signed else []
        if not signed or not places or places[0].at > signed.end() + _NEAREST:
            continue
        if own.places and own.places[0] not in {span.entity for span in places}:
            continue
        said = Spot(block.order, *block.sentence_at(signed.start()))
        for place in dict.fromkeys(city_of(span.entity) for span in places[:_CITY_AND_STATE]):
            yield Stated(subject=main, relation="takesPlaceIn", object=place, spots=(said,), rule="signed-there")


def _declared(found: Recognition, main: str) -> Iterator[Stated]:
    """A declaration that names itself at its head is what its meeting adopts."""
    if found.frame.genre != "declaration":
        return
    for block in found.header:
        for span in found.spans[block.order]:
            if span.code == "I" and span.status is LinkStatus.PROVISIONAL and _is_the_line(span, block):
                line = Spot(block.order, 0, len(block.text))
                yield Stated(
                    subject=main, relation="adopts", object=span.entity, spots=(line,), rule="declaration-head"
                )
                return


def _is_the_line(span: Span, block: Block) -> bool:
    return span.to - span.at >= _MOST_OF_LINE * len(block.text)
