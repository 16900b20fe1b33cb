"""What layout gives: a table as a grid with what heads its columns, and a value with the label it stands with."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.reading.blocks import Block, Spot
from loaders.reading.table_rows import Cells
from loaders.rules.labels import Meaning


@dataclass(frozen=True, slots=True)
class Column:
    """What the header of a column says: the meanings of its label, or the class of what its cells name."""

    cell: Block
    meanings: tuple[Meaning, ...]
    key: str | None

    @property
    def header(self) -> str:
        """Its words."""
        return self.cell.text


@dataclass(slots=True)
class Grid:
    """One table: its rows as cells by column; `columns` is empty where no row heads them.

    A cell stands in each row that it spans. numbers: of the rows.
    """

    rows: list[Cells]
    numbers: list[int]
    columns: dict[int, Column] = field(default_factory=dict)

    @property
    def body(self) -> Sequence[Cells]:
        """The rows below the header."""
        return self.rows[1:] if self.columns else self.rows

    @property
    def first(self) -> Block:
        """The cell with which it begins."""
        return next(iter(self.rows[0].values()))[0]

    def cells(self) -> Iterator[Block]:
        """Each passage of it once."""
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield from (cell for cells in row.values() for cell in cells if cell.row == number)

    def body_column(self, column: int) -> Iterator[Block]:
        """Each passage of a column once, below the header."""
        head = self.numbers[0] if self.columns else -1
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield from (cell for cell in row.get(column, ()) if cell.row == number != head)

    def row_of(self, cell: Block) -> Cells:
        """What stands beside a cell: all of its row; of several rows, the columns that hold one cell for them."""
        row = cell.row or 0
        own = self.rows[bisect_left(self.numbers, row) : bisect_left(self.numbers, row + cell.height)]
        if len(own) == 1:
            return own[0]
        columns: dict[int, dict[int, list[Block]]] = {}
        for cells in own:
            for column, held in cells.items():
                columns.setdefault(column, {})[held[0].order] = held
        return {column: held.popitem()[1] for column, held in sorted(columns.items()) if len(held) == 1}


def of_several(number: Block, owner: Block) -> bool:
    """Whether a number reaches over more rows than the cell of whom it would be told: it is of them together."""
    return number.height > owner.height


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
