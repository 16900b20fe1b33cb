"""What a sentence leaves unsaid: the meeting, group, fund or body that the passage is about."""

from collections.abc import Callable

from loaders.recognise import Recognition
from loaders.spans import Span
from loaders.units import Unit

_NEAR = 3  # blocks back within one section


class Context:
    """Answers "which meeting?", "which group?" for a unit; None where the text does not tell."""

    def __init__(self, recognition: Recognition) -> None:
        self._found = recognition
        self._blocks = recognition.reading.blocks
        self._fillers: dict[str, Callable[[Unit], str | None]] = {
            "context-event": self.event,
            "context-group": lambda unit: self._near(unit, "W"),
            "context-series": lambda unit: self._near(unit, "RPUW"),
            "context-fund": lambda unit: self._near(unit, "F"),
            "context-process": lambda unit: self._near(unit, "P"),
            "section-entity": self._section,
        }

    def fill(self, name: str, unit: Unit) -> str | None:
        """The entity for a filler of a rule (`context-event`, ...), or the path a rule gives outright."""
        if "/" in name:
            return name
        return self._fillers[name](unit) if name else None

    def event(self, unit: Unit) -> str | None:
        """The one meeting of the sentence, else the last before it in the passage, else the document's own."""
        block = unit.block
        spans = self._found.spans[block.order]
        masked = unit.masked
        if not unit.joined:
            inside = {s.entity for s in spans if s.code == "E" and masked.at <= s.at and s.to <= masked.to}
            if len(inside) == 1:
                return inside.pop()
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
        return self.main

    @property
    def main(self) -> str | None:
        """The document's own event."""
        event = self._found.book.main
        return event.path if event else None

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
