"""What the rows of mapped tables claim: each by the cells that say it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from graph.records import Modality, When
from loaders.claims.sentence.qualify import Qualification
from loaders.claims.sentence.stated import Stated
from loaders.frame.frame import Warned
from loaders.reading.blocks import Block, Spot
from loaders.reading.table_rows import Cells, table_rows
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.recognition import Recognition
from loaders.rules.mappings import RowClaim, Statuses, TableMapping, built_in, fold

_HEADER_ROWS = 3
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)\d\d))?")
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_NUMBER = re.compile(r"[^\d]{0,5}(\d{1,3}(?:[,\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[^\d]{0,5}")
_NOTHING = frozenset(
    ("", "none", "no", "nil", "n a", "not applicable", "ninguno", "ninguna", "aucun", "aucune", "néant")
)
_MOST_NAMED = 5


@dataclass(slots=True)
class MappedTables:
    """stated: the claims of all mapped tables; flags: rows that were not understood, counts that do not fit.

    read: the cells of these tables by their order, each with a relation that the mapping alone tells.
    """

    stated: list[Stated] = field(default_factory=list)
    read: set[tuple[int, str]] = field(default_factory=set)
    flags: list[Warned] = field(default_factory=list)


def table_claims(found: Recognition, declared: TableMapping | None = None) -> MappedTables:
    """What the mapped tables of a document claim. declared: the mapping that was given with it, which goes first."""
    result = MappedTables()
    count = 0
    met = False
    mappings = (declared,) if declared else built_in() if found.of_this_world else ()
    for table in (list(rows.values()) for rows in table_rows(found.reading.blocks)):
        known = next((fit for mapping in mappings if (fit := _recognised(table, mapping))), None)
        if known is None:
            continue
        met = True
        orders = [block.order for row in table for blocks in row.values() for block in blocks]
        result.read.update((order, claim.relation) for order in orders for claim in known[0].claims)
        count += _read(found, result, *known)
    if declared:
        result.flags.extend(_against_expectation(declared, count, met))
    return result


def _against_expectation(declared: TableMapping, rows: int, met: bool) -> Iterator[Warned]:
    if not met:
        headers = ", ".join(sorted(min(column.headers) for column in declared.columns.values() if not column.optional))
        yield Warned("table-mapping", f"No table has the headers that its mapping names ({headers}).")
    elif declared.rows is not None and declared.rows != rows:
        yield Warned("table-rows", f"Its mapping expects {declared.rows} rows, and the table has {rows}.")


def _recognised(
    table: Sequence[Cells], mapping: TableMapping
) -> tuple[TableMapping, dict[str, int], Sequence[Cells]] | None:
    """The mapping with its columns and the rows under the headers, where a table has its headers."""
    for index, row in enumerate(table[:_HEADER_ROWS]):
        columns = mapping.match({number: _text(blocks) for number, blocks in row.items()})
        if columns:
            return mapping, columns, table[index + 1 :]
    return None


def _read(
    found: Recognition, result: MappedTables, mapping: TableMapping, columns: dict[str, int], rows: Sequence[Cells]
) -> int:
    """Adds the claims of all rows; how many rows there are."""
    silent: list[Block] = []
    for cells in rows:
        row = _Row(found, mapping, {name: cells.get(number, []) for name, number in columns.items()})
        stated = [one for claim in mapping.claims for one in row.stated(claim)] if row.is_filled else []
        result.stated.extend(stated)
        if row.is_filled and not stated:
            silent.append(next(iter(cells.values()))[0])
    if silent:
        names = "; ".join(block.text[:40] for block in silent[:_MOST_NAMED])
        more = ", ..." if len(silent) > _MOST_NAMED else ""
        unread = f"{len(silent)} of {len(rows)} rows of the table of {mapping.id}"
        message = f"{unread} say nothing that is understood: {names}{more}"
        result.flags.append(Warned("table-unread", message, tuple(map(_whole, silent[:_MOST_NAMED]))))
    return len(rows)


@dataclass(slots=True)
class _Row:
    found: Recognition
    mapping: TableMapping
    cells: dict[str, list[Block]]

    @property
    def is_filled(self) -> bool:
        """Every column that is needed says something: "none" and dashes say nothing."""
        needed = (name for name, column in self.mapping.columns.items() if not column.optional)
        return all(fold(_text(self.cells.get(name, ()))) not in _NOTHING for name in needed)

    def stated(self, claim: RowClaim) -> Iterator[Stated]:
        """What the row says of one relation."""
        modality = self._modality(claim)
        if modality is None:
            return
        names = dict.fromkeys((claim.subject, *self.cells))
        spots = tuple(_whole(block) for name in names for block in self.cells[name])
        value = self._value(claim)
        when = self._when(claim.when)
        for subject in self._entities(claim.subject):
            for thing in self._objects(claim) if claim.object else (None,):
                if (thing is None) == (value is None) or thing == subject:
                    continue
                yield Stated(
                    subject=subject, relation=claim.relation, object=thing, value=value,
                    unit=self._word(claim.unit), measure=claim.measure or None, role=self._word(claim.role), when=when,
                    qualification=Qualification(modality=modality, ended=claim.ended), spots=spots,
                    rule=f"table-{self.mapping.id}",
                )  # fmt: skip

    def _entities(self, column: str) -> list[str]:
        codes = self.mapping.columns[column].codes
        spans = (span for block in self.cells.get(column, ()) for span in self.found.spans[block.order])
        return list(dict.fromkeys(path for span in spans if span.code in codes for path in span.entities))

    def _objects(self, claim: RowClaim) -> Sequence[str]:
        return self._entities(claim.object) if claim.object in self.mapping.columns else (claim.object,)

    def _word(self, name: str) -> str | None:
        """The text of a column, or the word that is no column."""
        return (_text(self.cells.get(name, ())) if name in self.mapping.columns else name) or None

    def _modality(self, claim: RowClaim) -> Modality | None:
        if not isinstance(claim.modality, Statuses):
            return claim.modality
        said = fold(_text(self.cells.get(claim.modality.column, ())))
        return claim.modality.words.get(said) if said else Modality.ASSERTED

    def _when(self, column: str) -> When | None:
        blocks = self.cells.get(column, ())
        text = _text(blocks).strip()
        if _ISO.fullmatch(text):
            return When(text)
        years = _YEARS.fullmatch(text)
        if years:
            return When(f"{years[1]}/{years[2]}" if years[2] else years[1])
        spans = (span for block in blocks for span in self.found.spans[block.order] if span.code == DATE_CODE)
        first = next(spans, None)
        return When(first.value) if first else None

    def _value(self, claim: RowClaim) -> Decimal | None:
        if not claim.value:
            return None
        for block in self.cells.get(claim.value, ()):
            figures = self.found.figures[block.order]
            if figures:
                return figures[0].amount
        number = _NUMBER.fullmatch(_text(self.cells.get(claim.value, ())))
        try:
            return Decimal(re.sub(r"[,\u202f ]", "", number[1])) if number else None
        except InvalidOperation:
            return None


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))
