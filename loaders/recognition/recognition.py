"""What was recognised in one document: spans of each block, and what stands behind them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.records import PassageKind
from loaders.figures.figures import Figure
from loaders.frame.frame import Frame
from loaders.reading.blocks import Block, Reading
from loaders.reading.language import is_supported, spoken_in
from loaders.recognition.grid import Grid, Labelled
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_book import EventBook
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import Span
from loaders.recognition.people.person import Person
from loaders.recognition.timeline import Timeline

_HEADER_BLOCKS, _MOST_LINES, _SENTENCE = 6, 8, 60
_LONGEST_HEADER = 170


@dataclass(slots=True)
class Recognition:
    """Spans by block order (all kinds together, none overlapping), and what stands behind them.

    header: the title and the short lines around it: what a document opens with before it begins to speak.
    meetings: the words of each block that name or point back to a meeting, and which.
    labelled: values with a label that has a meaning. sessions: the numbered part of a meeting that a block opens with.
    round_tables: where those of another meeting than the review forum are named.
    in_cells: the meeting that a table cell names, and the year of its row.
    home: the standing body that the document is a page about.
    days: the day that each line of a programme opens. lone_days: the first lines that are a day and nothing else.
    parts: the body of each committee that this document names by its body; the meeting of a round table.
    told_of_groups: groups of lists, with their block and the place up to which the list tells of each.
    inside: names that stand within the name of a meeting ("Meeting of the Consultation Group").
    """

    reading: Reading
    frame: Frame
    timeline: Timeline
    names: Names
    of_this_world: bool
    edition: str
    speaker: str | None = None
    roundtable: str | None = None
    home: str | None = None
    spans: dict[int, list[Span]] = field(default_factory=dict)
    figures: dict[int, tuple[Figure, ...]] = field(default_factory=dict)
    people: dict[int, list[Person]] = field(default_factory=dict)
    meetings: dict[int, list[tuple[Candidate, Event]]] = field(default_factory=dict)
    inside: dict[int, list[Span]] = field(default_factory=dict)
    book: EventBook = field(default_factory=EventBook)
    grids: list[Grid] = field(default_factory=list)
    labelled: list[Labelled] = field(default_factory=list)
    days: Mapping[int, str] = field(default_factory=dict)
    lone_days: Sequence[int] = ()
    sessions: dict[int, str] = field(default_factory=dict)
    round_tables: dict[int, list[Span]] = field(default_factory=dict)
    in_cells: dict[int, tuple[str, str]] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    told_of_groups: list[tuple[Span, int, int]] = field(default_factory=list)
    header: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        """The header is the same however often it is asked for."""
        self.header = tuple(_header(self.reading.blocks))

    @property
    def topic(self) -> str | None:
        """What the title names first: a meeting, group, fund, process; None when it names nothing of the kind."""
        for block in self.header:
            for span in self.spans[block.order]:
                if span.code in "EWFTRP":
                    return span.entity
        return None

    def language_of(self, sentence: str) -> str:
        """The language of a masked sentence; "" where it is none of those that are read."""
        return spoken_in(sentence, self.reading.language if is_supported(self.reading.language) else "")

    def grid_of(self, cell: Block) -> Grid | None:
        """The table in which a cell stands; None for what is no cell, and before tables are known."""
        if cell.row is None or not self.grids:
            return None
        return self.grids[max(bisect_right(self.grids, cell.order, key=lambda one: one.first.order) - 1, 0)]

    def entities(self, block: int) -> list[Span]:
        """The spans of a block that name entities."""
        return [s for s in self.spans[block] if s.entity]


def _header(blocks: Sequence[Block]) -> Iterator[Block]:
    lines = True  # so far nothing but lines, as a letterhead and a title block have many
    for index, block in enumerate(blocks[:_MOST_LINES]):
        lines = lines and not (len(block.text) > _SENTENCE and block.text.endswith("."))
        if block.kind not in (PassageKind.HEADING, PassageKind.PARAGRAPH) or len(block.text) > _LONGEST_HEADER:
            break
        if index >= _HEADER_BLOCKS and not lines:
            break
        yield block
