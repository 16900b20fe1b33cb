"""The dates of a document, each with its year where the document settles it, and the figures beside them."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from graph.periods import bounds
from graph.records import Basis, PassageKind
from loaders.dates.completion import complete
from loaders.dates.dates import DateSpan, find_dates
from loaders.dates.edtf import with_year
from loaders.dates.neighbours import neighbouring
from loaders.dates.solemn_days import solemn_days
from loaders.dates.this_month import of_this_month
from loaders.figures.figures import Figure, find_figures
from loaders.reading.blocks import Block, Reading, Spot
from loaders.recognition.names.spans import DATE_CODE, Span
from loaders.recognition.years_above import year_above

if TYPE_CHECKING:
    from loaders.frame.frame import Frame

_HEADER_BLOCKS = 12
_LEAD_BLOCKS = 2  # paragraphs that tell what a paper is about
_DATELINE = 40  # characters before the day of "Nairobi, 21 February 2025 –"
_FEW_DAYS = 31
_OF_THEIR_DAY = ("meeting-summary", "agenda", "speech")  # genres that are dated by their meeting


_YEAR_LEADS = re.compile(
    r"\b(?:in|during|en|durante|au cours de|pendant)\s((?:19|20)\d\d)\b(?!\s?[-–/])(?P<between>[^.;!?]{0,110})$",
    re.IGNORECASE,
)
_ANOTHER_YEAR = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:this|next|last) year\b|\b(?:este|próximo|pasado) año\b|\bann[ée]e\b"
)


def _year_leading(edtf: str, text: str, at: int) -> str | None:
    """A day of a year told before it in its sentence: "It met twice in 2026: on 19 March in Geneva and on 24 May"."""
    led = _YEAR_LEADS.search(text, max(0, at - 140), at)
    if not led or not edtf.startswith("XXXX-") or _ANOTHER_YEAR.search(led["between"]):
        return None
    return with_year(edtf, int(led[1]))


def _year_beside(edtf: str, before: Sequence[Span]) -> str | None:
    """A day of the same month as the last one told in full before it: "18-20 March 2025 ... (19-20 March)"."""
    last = next((span.value for span in reversed(before) if re.match(r"\d{4}-\d\d-\d\d", span.value)), None)
    alike = last and edtf[:5] == "XXXX-" and last[5:7] == edtf[5:7]
    return with_year(edtf, int(last[:4])) if last and alike else None


def _year_behind(edtf: str, block: Block, date: DateSpan, dates: Sequence[DateSpan]) -> str | None:
    """A day of the same month as one told in full behind it in its sentence: "on September 17, and a day later,
    September 18, 2026"; or one listed with it: "on 21 March and in Geneva on 7 November 2024".
    """
    _, end = block.sentence_at(date.at)
    full = next((one for one in dates if date.to <= one.at < end and re.match(r"\d{4}-\d\d", one.edtf)), None)
    if full is None or edtf[:5] != "XXXX-":
        return None
    alike = full.edtf[5:7] == edtf[5:7] and len(full.edtf) > len("2026-05")
    listed = edtf[5:7] <= full.edtf[5:7] and _JOINED.fullmatch(block.text, date.to, full.at)
    return with_year(edtf, int(full.edtf[:4])) if alike or listed else None


# from a day to one that is listed with it
_JOINED = re.compile(r"[^.;!?\d]{0,40}\b(?:and|y|et)\s[^.;!?,\d]{0,50}", re.IGNORECASE)


class Timeline:
    """Dates by block. A day without its year gets one only from the document's own date; else it stays `XXXX`."""

    def __init__(self, reading: Reading, frame: "Frame") -> None:
        self._reading, self._frame = reading, frame
        contradicted = any(flag.kind == "heading-date" for flag in frame.flags)
        self._anchor = None if contradicted else frame.date
        self._bases: dict[tuple[int, int], Basis] = {}
        self.spans = cache(self._spans)
        self.figures = cache(self._figures)

    def _spans(self, block: Block) -> tuple[Span, ...]:
        found: list[Span] = []
        dates = find_dates(block.text, self._reading.language)
        for date in dates:
            edtf = date.edtf
            beside = None
            if not date.has_year:
                beside = _year_beside(edtf, found) or _year_leading(edtf, block.text, date.at)
                beside = beside or _year_behind(edtf, block, date, dates)
                beside = beside or self._year_above(edtf, block)
            if beside:
                edtf = beside
                self._bases[(block.order, date.at)] = Basis.INFERRED
            elif not date.has_year and self._anchor is not None:
                sentence = block.sentence_at(date.at)
                when = complete(
                    date, self._anchor, block.text, self._reading.language, sentence=sentence, listed=block.row is None,
                    cell=block.row is not None,
                )  # fmt: skip
                if when is not None:
                    edtf = when.edtf
                    self._bases[(block.order, date.at)] = when.basis
            found.append(Span(date.at, date.to, DATE_CODE, value=edtf))
        named = [(span.at, span.to, span.value) for span in found]
        near = of_this_month(block.text, self.paper_day) if self.paper_day else ()
        for at, to, value in (*solemn_days(block.text, self._reading.language), *near):
            found = [one for one in found if one.to <= at or to <= one.at]  # "this month" is less than its days
            found.append(Span(at, to, DATE_CODE, value=value))
        for at, to, value in neighbouring(block.text, named):
            if not any(span.at < to and at < span.to for span in found):
                self._bases[(block.order, at)] = Basis.INFERRED
                found.append(Span(at, to, DATE_CODE, value=value))
        return tuple(sorted(found, key=lambda span: span.at))

    def _year_above(self, edtf: str, block: Block) -> str | None:
        """A day in a row of a table under lines that tell one year."""
        year = year_above(self._reading, block, self._frame.title) if block.row is not None else None
        return with_year(edtf, year) if year and edtf.startswith("XXXX-") else None

    def _figures(self, block: Block) -> tuple[Figure, ...]:
        return find_figures(block.text, self._reading.language)

    def basis(self, block: int, span: Span) -> Basis:
        """Whether a date stands there in full or its year was settled by the document's own date."""
        return self._bases.get((block, span.at), Basis.STATED)

    @property
    def paper_day(self) -> str | None:
        """The day of the paper itself, from which it tells what was "yesterday"; None where it gives no one day."""
        date = self._frame.date
        stated = date is not None and self._anchor is not None and date.basis in (Basis.STATED, Basis.HEADER)
        return date.edtf if date and stated and re.fullmatch(r"\d{4}-\d\d-\d\d", date.edtf) else None

    @property
    def event_day(self) -> str | None:
        """The day or days of the meeting that the document is about: the document's date when it is exact."""
        own = None if self._frame.issued or self._lead_tells_another_day else self._frame.date
        date = self._frame.event_date or own
        span = bounds(date.edtf) if date and date.basis in (Basis.STATED, Basis.HEADER) else None
        if not date or span is None or span.first is None or span.last is None:
            return None
        return date.edtf if (span.last - span.first).days <= 10 else None

    @cached_property
    def _lead_tells_another_day(self) -> bool:
        """Whether the paper is dated a few days before or after what its first sentences tell of."""
        day = bounds(self.paper_day) if self.paper_day and self._frame.genre not in _OF_THEIR_DAY else None
        if day is None or day.first is None:
            return False
        lead = [block for block in self._reading.blocks if block.kind is PassageKind.PARAGRAPH][:_LEAD_BLOCKS]
        days = [span for block in lead for span in self.spans(block) if len(span.value) >= len("2025-03-01")]
        told = [bounds(span.value) for span in days if not (span.at <= _DATELINE and span.value == self.paper_day)]
        away = [(one.first - day.first).days for one in told if one is not None and one.first is not None]
        return bool(away) and all(0 < abs(days) <= _FEW_DAYS for days in away)

    @property
    def day_spot(self) -> Spot | None:
        """Where that day stands: a line of its own near the beginning, or the first sentence with it."""
        day = self.event_day
        first, others = self._reading.blocks[:_HEADER_BLOCKS], self._reading.blocks[_HEADER_BLOCKS:]
        for block in (*first, *(b for b in others if b.kind is not PassageKind.FOOTNOTE)):
            for span in self.spans(block):
                if span.value == day:
                    return Spot(block.order, *block.sentence_at(span.at))
        return None
