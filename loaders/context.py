"""What a sentence leaves unsaid: the meeting, group, fund or body that the passage is about."""

import re
from collections.abc import Callable, Iterator

from loaders.blocks import Block
from loaders.editions import EDITIONS
from loaders.recognition import Recognition
from loaders.spans import CODES, Span
from loaders.units import Unit
from ontology.vocabulary import class_of_path

_MEETING = re.compile(r"⟦E#(\d+)⟧")
ANOTHER_TIME = re.compile(
    r"\b(?:since|following|after|before|prior to|ahead of|previous|last|desde|tras|antes de|después de|depuis|après|avant)\b[^⟦⟧]{0,30}(?:⟦D#\d+⟧\s?)?$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|during|in|en|durante|lors d[eu]|à|au)\s+(?:the |la |el |l['’])?$", re.IGNORECASE)
_LABEL = re.compile(r"^[A-ZÁÉÍÓÚ][\w áéíóúñ'-]{2,44}:(?=\s)")
_NEAR = 3  # blocks back within one section


class Context:
    """Answers "which meeting?", "which group?" for a unit; None where the text does not tell."""

    def __init__(self, recognition: Recognition) -> None:
        self._found = recognition
        self._blocks = recognition.reading.blocks
        self._fillers: dict[str, Callable[[Unit], str | None]] = {
            "context-group": lambda unit: self._near(unit, "W") or self._topic("W"),
            "context-series": lambda unit: self._near(unit, "R") or self._near(unit, "RPW"),
            "context-fund": lambda unit: self._near(unit, "F") or self._topic("F"),
            "context-process": lambda unit: self._near(unit, "P"),
            "section-entity": self._section,
        }

    def fill(self, name: str, unit: Unit, reach: int | None = None) -> str | None:
        """The entity for a filler of a rule (`context-event`, ...), or the path a rule gives outright.

        reach: how far into the masked text the trigger goes; a meeting behind it is another one.
        """
        if "/" in name:
            return name
        if name == "context-event":
            return self.event(unit, reach)
        if name == "context-topic":
            return self._label(unit.block) or self._section(unit) or self.main or self._found.topic
        return self._fillers[name](unit) if name else None

    def event(self, unit: Unit, reach: int | None = None) -> str | None:
        """The meeting of the sentence, else of its label, else the last in the passage, else the document's own."""
        block = unit.block
        spans = self._found.spans[block.order]
        masked = unit.masked
        inside = [] if unit.joined else list(self._meetings(unit, reach))
        if inside:
            return inside[-1]
        labelled = self._label(block)
        if labelled:
            return labelled
        before = [s for s in spans if s.code == "E" and s.to <= masked.at]
        if before and not unit.joined:
            return before[-1].entity
        host = self._host_event(unit)
        if host:
            return host
        if block.lead is not None and not unit.joined:
            led = self._last(block.lead, "E")
            if led:
                return led
        for order in self._orders_back(unit):
            last = self._last(order, "E")
            if last and last != self.main:
                return last
        return self._section(unit, "E") or self.main

    def _meetings(self, unit: Unit, reach: int | None) -> Iterator[str]:
        """Meetings of a sentence: those it is at ("at the workshop" behind the trigger too), the nearest to its trigger last.

        One that is only mentioned as before or after is left out.
        """
        text = unit.masked.text
        tokens = [t for t in _MEETING.finditer(text) if not ANOTHER_TIME.search(text[: t.start()])]
        end = len(text) if reach is None else reach
        behind = [t for t in tokens if t.start() >= end and _AT.search(text[: t.start()])]
        for token in [*behind[:1], *(t for t in tokens if t.start() < end)]:
            yield unit.masked.members(int(token[1]))[-1].span.entity

    def _label(self, block: Block) -> str | None:
        """In a run of "Label: value" lines ("Date of the Forum: ...", "Place: ..."), what the first of them is about."""
        topic = None
        order = block.order
        while order >= 0 and _LABEL.match(self._blocks[order].text) and self._blocks[order].section == block.section:
            label = _LABEL.match(self._blocks[order].text)
            spans = [s for s in self._found.spans[order] if label and s.to <= label.end() and (s.code == "E" or s.entity in EDITIONS)]
            topic = spans[-1].entity if spans else topic
            order -= 1
        return topic

    def _topic(self, codes: str) -> str | None:
        topic = self._found.topic
        return topic if topic and CODES[class_of_path(topic).local] in codes else None

    @property
    def main(self) -> str | None:
        """The document's own event."""
        event = self._found.book.main
        if event:
            return event.path
        return next((s.entity for b in self._found.header for s in self._found.spans[b.order] if s.code in "ET"), None)

    def _host_event(self, unit: Unit) -> str | None:
        """For a footnote: the meeting named last before its mark."""
        block = unit.block
        if block.host is None:
            return None
        host = self._blocks[block.host]
        mark = next((at for at, number in host.marks if number == block.note), len(host.text))
        sentence = host.sentence_at(mark)
        events = [s for s in self._found.spans[host.order] if s.code == "E"]
        near = [s for s in events if sentence[0] <= s.at <= mark] or [s for s in events if s.at >= mark]
        return near[-1].entity if near else None

    def _near(self, unit: Unit, codes: str) -> str | None:
        spans = self._found.spans[unit.block.order]
        inside = [s for s in spans if s.code in codes and s.to <= unit.masked.to]
        if inside:
            return inside[-1].entity
        for order in self._orders_back(unit):
            last = self._last(order, codes)
            if last:
                return last
        return self._section(unit, codes)

    def _orders_back(self, unit: Unit) -> list[int]:
        block = unit.block
        return [
            b.order
            for b in reversed(self._blocks[max(0, block.order - _NEAR) : block.order])
            if b.section == block.section and b.note is None and b.order != block.section
        ]

    def _section(self, unit: Unit, codes: str = "WFLPRUE") -> str | None:
        return self._last(unit.block.section, codes) if unit.block.section is not None else None

    def _last(self, order: int, codes: str) -> str | None:
        spans: list[Span] = [s for s in self._found.spans[order] if s.code in codes]
        return spans[-1].entity if spans else None
