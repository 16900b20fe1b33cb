"""What a passage, those before it and its heading name."""

from collections.abc import Iterator

from loaders.claims.about.focus import referent
from loaders.claims.about.standing import codes_meant
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block
from loaders.recognition.names.spans import CODES, Row
from loaders.recognition.recognition import Recognition
from ontology.vocabulary import class_of_path

_NEAR = 3  # blocks back within one section


class Passages:
    """Looks up the entities of some kinds (codes of loaders.recognition.names.spans) by where they are named."""

    def __init__(self, recognition: Recognition) -> None:
        self._found = recognition
        self._blocks = recognition.reading.blocks
        self._rows: dict[tuple[int, str], Row] = {}
        self._marks: dict[int, dict[str, int]] = {}

    def _topic(self, codes: str) -> str | None:
        topic = self._found.topic
        return topic if topic and CODES[class_of_path(topic).local] in codes else None

    def _mark(self, host: Block, note: str | None) -> int:
        """Where the mark of a footnote stands in its host."""
        if host.order not in self._marks:
            self._marks[host.order] = {number: at for at, number in reversed(host.marks)}
        return self._marks[host.order].get(note or "", len(host.text))

    def _near(self, unit: Unit, codes: str) -> str | None:
        return (
            self._last(unit.block.order, codes, unit.masked.to)
            or next(self._back(unit, codes), None)
            or self._section(unit, codes)
        )

    def _back(self, unit: Unit, codes: str) -> Iterator[str]:
        """What the blocks before name last, nearest first."""
        for order in self._orders_back(unit):
            last = self._last(order, codes)
            if last:
                yield last

    def _last_of_section(self, unit: Unit, codes: str) -> str | None:
        """What the section names last before a passage, however far back: over a table."""
        section = unit.block.section
        orders = range(unit.block.order - 1, -1 if section is None else section, -1)
        return next(
            filter(None, (self._last(order, codes) for order in orders if self._blocks[order].section == section)), None
        )

    def _orders_back(self, unit: Unit) -> list[int]:
        block = unit.block
        return [
            b.order
            for b in reversed(self._blocks[max(0, block.order - _NEAR) : block.order])
            if b.section == block.section and b.note is None and b.order != block.section
        ]

    def _body_before(self, unit: Unit) -> str | None:
        """The body that the sentence before opens with, or the only one it names."""
        block, at = unit.block, unit.masked.at
        codes = codes_meant(unit.masked.text, len(unit.masked.text))
        for begin, to in reversed(block.sentences_before(at)):
            named = [(s.at, s.entity) for s in self.row(block.order, f"{codes}F".replace("U", "")).starting(begin, to)]
            if named:
                return referent(named, begin)
        return None

    def _section(self, unit: Unit, codes: str = "WFLPRUE") -> str | None:
        return self._last(unit.block.section, codes) if unit.block.section is not None else None

    def _last(self, order: int, codes: str, position: int | None = None) -> str | None:
        """The entity of these kinds that a block names last, before a position if one is given."""
        span = self.row(order, codes).last_before(len(self._blocks[order].text) if position is None else position)
        return span.entity if span else None

    def row(self, order: int, codes: str) -> Row:
        """The spans of these kinds in a block."""
        if (order, codes) not in self._rows:
            self._rows[order, codes] = Row(s for s in self._found.spans[order] if s.code in codes)
        return self._rows[order, codes]
