"""Drafts: blocks in the making, as regions of the raw text, before their text is cleaned."""

from dataclasses import dataclass, field

from graph.records import PassageKind


@dataclass(slots=True)
class Draft:
    """One block in the making. Its text is the text of its regions, one after the other.

    cut: a rule, a footnote or page furniture stands between it and the draft before ("rule", "note", "page").
    lines: how many lines it was set on. marker: the bullet or number of an item. indent: of its first line.
    height, width: how many rows and columns a cell spans.
    plain: a paragraph that could be a heading by its looks, if its neighbours agree.
    """

    kind: PassageKind
    regions: list[tuple[int, int]]
    level: int = 0
    row: int | None = None
    column: int | None = None
    height: int = 1
    width: int = 1
    note: str | None = None
    cut: str = ""
    lines: int = 1
    marker: str = ""
    indent: int = 0
    gap: int = field(default=2)

    @property
    def start(self) -> int:
        """Raw offset of its first character."""
        return self.regions[0][0]

    @property
    def end(self) -> int:
        """Raw offset after its last character."""
        return self.regions[-1][1]

    def reach(self, end: int) -> None:
        """Take in what follows, up to `end`."""
        self.regions[-1] = (self.regions[-1][0], end)
        self.lines += 1

    def raw_text(self, raw: str) -> str:
        """Its text with markup and line breaks, for questions of form only."""
        if len(self.regions) == 1:
            return raw[self.start : self.end]
        return " ".join(raw[start:end] for start, end in self.regions)
