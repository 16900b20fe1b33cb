"""The date that a document states for itself: in its head, behind a label, in a dateline, or in its first sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.records import Basis, PassageKind, When
from loaders.dates.completion import limits_of
from loaders.dates.dates import DateSpan, find_dates
from loaders.dates.edtf import has_year, with_year
from loaders.dates.tense import FUTURE, tense_at
from loaders.frame.datelines import dateline_of
from loaders.frame.titles import front
from loaders.reading.blocks import Block, Reading

_LABEL = re.compile(
    r"(?:date(?: and (?:time|place|venue))?|date of issue|issued(?: on)?|published(?: on)?|release date|when"
    r"|fecha(?: y (?:hora|lugar))?"
    r"|fecha de publicación|publicado(?: el)?|cuándo|date et (?:heure|lieu)|publié le|quand)\s?:\s",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"\s?(?:\(.{2,30}\)\s?)?(?:[-–—]\s|\.\s?[-–—]\s|\)\s?[-–—]\s)")
_DATELINE_START = re.compile(r"(?:[\w'’.\-À-ÿ]+(?:[ ,/(]+[\w'’.\-À-ÿ]+){0,4}[,(]?\s?)?$")
# "Asunción, 12 de marzo de 2024. Se llevó a cabo", "Madrid, le 20 octobre 2022 : la réunion"
_PLACE_AND_DAY = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?:\s(?:de\s|del\s|la\s)?[A-ZÀ-Þ][\w'’-]*){0,3}(?:\s?[,(]\s?[A-ZÀ-Þ][\w ]{2,30}\)?)?,\s"
    r"(?:(?:el|le|a|on)\s)?"
    r"(?:(?:lun|mart|miércol|juev|viern)es,?\s|(?:lun|mar|mercre|jeu|vendre)di,?\s|\w+day,?\s)?$"
)
_COLON_OR_STOP = re.compile(r"\s?[.:]\s(?=\S)")
_TODAY = re.compile(r"\b(?:today|hoy|aujourd['’]hui)\s?[,(]?\s(?:the\s|le\s)?$", re.IGNORECASE)
_OPENS = re.compile(r"(?:on|el|le|les|los días|from|del|du)\s(?:\w+,?\s)?(?:the\s)?$", re.IGNORECASE)
_IMPRINT = re.compile(
    r"(?:^(?:(?:ilo |un |iom |web )?news|press (?:release|note)|media release|feature|story|article|noticias?"
    r"|nota de prensa|comunicado(?: de prensa)?|actualités?|communiqué(?: de presse)?)\s?[|–—-]\s?$"
    r"|(?:^|[—–|,;(]\s?|\s-\s)(?:(?:page|text|last|first|página|page)\s)?(?:edition|version|draft|revision|updated"
    r"|revised"
    r"|issued|published|posted|printed|dated|as at|as of|distr\.:?(?:\s\w+)?|edición|versión|borrador|actualizad[oa]"
    r"|revisad[oa]|publicad[oa]|impres[oa]|emitid[oa]|fechad[oa]|édition|mise? à jour|publiée?|imprimée?|datée?"
    r"|état au)"
    r"(?:\s(?:of|on|in|at|at the|de|del|en|el|al|du|le|au))*\s?[:—–-]?\s?$)",
    re.IGNORECASE,
)
"""Words that say of a date that the text itself is of it."""
_DISTRIBUTED = re.compile(r"Distr\b", re.IGNORECASE)
_HEAD = 12
_TAIL = 4
_LONGEST_IMPRINT = 180
_LONGEST_CUE = 40
_BARE_SHARE = 0.8
_LONGEST_LINE = 140
_LEAST_SHARE = 0.15
_PRECISE = ("day", "days", "week", "month", "months", "part", "season")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date of the document: its value, where it stands, and a note for people where something had to be put in."""

    when: When
    block: int
    note: str = ""


def stated_date(reading: Reading) -> Stated | None:
    """The document's own date, from the surest place to the least sure; None where it states none.

    A date that is said to be that of the text ("edition of April 2026") goes before one that may be that of a meeting.
    """
    return _first(reading, (_imprints, _bare_lines, _head_lines, _labels, _datelines, _today, _first_sentence))


def event_date(reading: Reading) -> Stated | None:
    """When the meeting took or takes place that the head names; None where the head gives no day.

    A line with place or time goes before a line that is nothing but a date.
    """
    found = _first(reading, (_meeting_lines, _labels, _bare_days, _bare_lines, _first_sentence))
    precise = found and len(found.when.edtf) > len("2022-05")
    return found if found and precise and not is_of_issue(reading, found) else None


def is_of_issue(reading: Reading, stated: Stated) -> bool:
    """Whether a date is that on which a paper was issued, which says nothing of when a meeting was."""
    block = reading.blocks[stated.block]
    before = reading.blocks[stated.block - 1] if stated.block else None
    labelled = before is not None and _DISTRIBUTED.match(before.text) and not _dates(reading, before)
    return bool(labelled) or any(_is_imprint(block, span) for span in _dates(reading, block))


def _first(reading: Reading, places: Sequence["Place"]) -> Stated | None:
    head = front(reading.blocks)
    for place in places:
        for block, span, basis in place(reading, head):
            if span.has_year:
                return Stated(When(span.edtf, basis), block.order)
            if found := _completed(reading, block, span, basis):
                return found
    return None


Found = Iterator[tuple[Block, DateSpan, Basis]]
Place = Callable[[Reading, Sequence[Block]], Found]


def _dates(reading: Reading, block: Block) -> tuple[DateSpan, ...]:
    return tuple(date for date in find_dates(block.text, reading.language) if date.precision in _PRECISE)


def _imprints(reading: Reading, head: Sequence[Block]) -> Found:
    """A date with a word for the making of the text ("updated in March 2026"), in short lines at both ends of it."""
    edges = {block.order: block for block in (*reading.blocks[:_HEAD], *reading.blocks[-_TAIL:])}
    for block in edges.values():
        for span in _dates(reading, block) if len(block.text) <= _LONGEST_IMPRINT else ():
            if _is_imprint(block, span):
                yield block, span, Basis.HEADER


def _head_lines(reading: Reading, head: Sequence[Block]) -> Found:
    """Lines above the running text: plain lines before headings, days before months."""
    found = []
    for block in head:
        is_heading = block.kind is PassageKind.HEADING
        for span in _dates(reading, block)[:1]:
            if _is_head_line(block) and (is_heading or _share(block, span) >= _LEAST_SHARE):
                found.append((block, span, Basis.HEADER))
    yield from sorted(
        found, key=lambda one: (one[0].kind is PassageKind.HEADING, one[1].precision not in ("day", "days"))
    )


def _bare_lines(reading: Reading, head: Sequence[Block]) -> Found:
    """Lines of the head that are nothing but a date."""
    return (one for one in _head_lines(reading, head) if _share(*one[:2]) >= _BARE_SHARE and one[1].precision == "day")


def _bare_days(reading: Reading, head: Sequence[Block]) -> Found:
    """Lines of the head that are nothing but several days, as a meeting has them."""
    return (one for one in _head_lines(reading, head) if _share(*one[:2]) >= _BARE_SHARE and one[1].precision == "days")


def _meeting_lines(reading: Reading, head: Sequence[Block]) -> Found:
    """Lines of the head that give a day with a place or a time; several days are those of a meeting, one may be that
    on which the paper was signed.
    """
    for block, span, basis in sorted(_head_lines(reading, head), key=lambda one: one[1].precision != "days"):
        if span.precision in ("day", "days") and _share(block, span) < _BARE_SHARE and not _is_imprint(block, span):
            yield block, span, basis


def _is_imprint(block: Block, span: DateSpan) -> bool:
    return bool(_IMPRINT.search(block.text, max(0, span.at - _LONGEST_CUE), span.at))


def _share(block: Block, span: DateSpan) -> float:
    """How much of a line is its date."""
    return (span.to - span.at) / len(block.text)


def _is_head_line(block: Block) -> bool:
    """Not a sentence, and not the value of a label other than that of a date."""
    if len(block.text) > _LONGEST_LINE or block.text.endswith((".", "!", "?", ";")):
        return False
    return ":" not in block.text or bool(_LABEL.match(block.text)) or _has_time(block.text)


def _has_time(text: str) -> bool:
    return bool(re.search(r"\d{1,2}:\d{2}", text))


def _labels(reading: Reading, head: Sequence[Block]) -> Found:
    """Behind a label ("Date: 17 September 2021"), wherever it stands."""
    for block in reading.blocks:
        if _LABEL.match(block.text):
            for span in _dates(reading, block)[:1]:
                yield block, span, Basis.HEADER


def _datelines(reading: Reading, head: Sequence[Block]) -> Found:
    """At the start of a paragraph ("Geneva, 3 November 2021 - The ...")."""
    for block in reading.blocks[:_HEAD]:
        for span in _dates(reading, block)[:1]:
            opened = _DATELINE_START.fullmatch(block.text, 0, span.at)
            ends = opened and span.at <= 40 and _DATELINE_END.match(block.text, span.to)
            if ends or span.to <= len(dateline_of(block.text)):
                yield block, span, Basis.HEADER
    opened_so = [
        (block, span) for block in reading.blocks for span in _dates(reading, block)[:1] if _opens(block, span)
    ]
    if len(opened_so) == 1 and opened_so[0][0].order < _HEAD:  # several are the lines of a programme
        yield (*opened_so[0], Basis.HEADER)


def _opens(block: Block, span: DateSpan) -> bool:
    """Whether a paragraph opens with a place and its day, and a sentence follows."""
    ends = _COLON_OR_STOP.match(block.text, span.to)
    news = block.kind is PassageKind.PARAGRAPH and len(block.text) > _LONGEST_LINE / 2 and span.precision == "day"
    return bool(news and ends and _PLACE_AND_DAY.fullmatch(block.text, 0, span.at))


def _today(reading: Reading, head: Sequence[Block]) -> Found:
    """Behind the word itself ("today, 24 June 2021")."""
    for block in reading.blocks:
        for span in _dates(reading, block):
            if _TODAY.search(block.text, max(0, span.at - 20), span.at):
                yield block, span, Basis.STATED


def _first_sentence(reading: Reading, head: Sequence[Block]) -> Found:
    """The first running text opens with a day on which something took place: the record is of that day."""
    paragraphs = [block for block in reading.blocks if block.kind is PassageKind.PARAGRAPH and len(block.text) > 60]
    for block in paragraphs[:1]:
        at, to = block.sentence_at(0)
        for span in _dates(reading, block)[:1]:
            opens = span.at <= 12 and _OPENS.fullmatch(block.text, at, span.at)
            is_day = span.precision in ("day", "days") and span.has_year and span.to < to
            if opens and is_day and tense_at(block.text[at:to], span.at, span.to, reading.language) != FUTURE:
                yield block, span, Basis.STATED


def _completed(reading: Reading, block: Block, span: DateSpan, basis: Basis) -> Stated | None:
    """A day without its year, when the text gives the same day with one year."""
    for other in reading.blocks:
        for date in _dates(reading, other):
            if has_year(date.edtf) and with_year(span.edtf, int(date.edtf[:4])) == date.edtf and limits_of(date.edtf):
                here, there = block.text[span.at : span.to], other.text[date.at : date.to]
                note = f"The head gives {here} without a year; the text has {there}."
                return Stated(When(date.edtf, basis), block.order, note)
    return None
