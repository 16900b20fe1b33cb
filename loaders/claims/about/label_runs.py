"""What a run of "Label: value" lines is about ("Date of the Forum: ...", "Place: ..."): what its first label names."""

import re
from collections.abc import Mapping, Sequence

from loaders.reading.blocks import Block
from loaders.recognition.names.editions import EDITIONS
from loaders.recognition.names.spans import Span

_LABEL = re.compile(r"^[A-ZÁÉÍÓÚ][\w áéíóúñ'-]{2,44}:(?=\s)")


class LabelRuns:
    """Answers "which meeting or forum?" for a line in such a run; each line is asked of once."""

    def __init__(self, blocks: Sequence[Block], spans: Mapping[int, Sequence[Span]]) -> None:
        self._blocks = blocks
        self._spans = spans
        self._topics: dict[int, str | None] = {}

    def topic(self, block: Block) -> str | None:
        """What the run of a block is about; None where it stands in none, or the labels name nothing."""
        run: list[Block] = []
        order = block.order
        while order >= 0 and order not in self._topics and self._continues(order, block):
            run.append(self._blocks[order])
            order -= 1
        topic = self._topics.get(order) if order >= 0 and self._continues(order, block) else None
        for one in reversed(run):
            topic = self._topics[one.order] = topic or self._named(one)
        return topic

    def _continues(self, order: int, block: Block) -> bool:
        return self._blocks[order].section == block.section and _LABEL.match(self._blocks[order].text) is not None

    def _named(self, block: Block) -> str | None:
        """What the label of a line names: a meeting, or a forum."""
        label = _LABEL.match(block.text)
        spans = self._spans[block.order] if label else ()
        named = [s for s in spans if label and s.to <= label.end() and (s.code == "E" or s.entity in EDITIONS)]
        return named[-1].entity if named else None
