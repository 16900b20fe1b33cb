"""What layout gives: a table as a grid with what heads its columns, and a value with the label it stands with."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.reading.blocks import Block, Spot
from loaders.rules.labels import Meaning


@dataclass(frozen=True, slots=True)
class Column:
    """What the header of a column says: the meanings of its label, or the class of what its cells name."""

    header: str
    meanings: tuple[Meaning, ...]
    key: str | None


@dataclass(slots=True)
class Grid:
    """One table: its rows as cells by column; `columns` is empty where no row heads them."""

    rows: list[dict[int, list[Block]]] = field(default_factory=list)
    columns: dict[int, Column] = field(default_factory=dict)

    @property
    def body(self) -> Sequence[dict[int, list[Block]]]:
        """The rows below the header."""
        return self.rows[1:] if self.columns else self.rows


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value, what its label means, and where the label stands.

    key: the cell that names what the row is about. year: the cell that gives the time of the row. run_in: the label
    stands right before the value. count: the words that say how many follow ("Twelve countries: ...").
    """

    meaning: Meaning
    label: Spot
    value: Spot
    key: Spot | None = None
    year: Spot | None = None
    run_in: bool = False
    count: Spot | None = None
