"""Mappings: what the columns of a table say, as data. A table of pledges or champions is read by one, without code.

A built-in mapping (`rules/tables/*.yaml`) is recognised by the headers of a table, in any document. A table that goes
by other headers has a mapping of its own beside it, in `NAME.mapping.yaml`, which also says how many rows are expected.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import yaml

from graph.records import Modality
from loaders.rules.lexicons import RuleError
from ontology.reference import by_path
from ontology.vocabulary import relations

KINDS: Mapping[str, str] = {
    "State": "S",
    "UNEntity": "U",
    "Organization": "O",
    "RegionalProcess": "R",
    "Process": "P",
    "Event": "E",
    "WorkingGroup": "W",
    "Fund": "F",
    "Platform": "L",
    "Instrument": "I",
    "Objective": "J",
    "Roundtable": "T",
    "Person": "H",
    "Place": "C",
}
"""The letter by which recognition knows each class that a column may name."""

_NO_LETTERS = re.compile(r"[\W_]+")
_FIELDS = frozenset("relation subject object value unit measure role when modality ended".split())
_KEYS = frozenset("id title columns claims rows examples".split())


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column: the headers by which it is known, and the kinds of entities its cells name, as letters."""

    headers: frozenset[str]
    codes: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Statuses:
    """A column whose words tell how firm a row is: word -> modality."""

    column: str
    words: Mapping[str, Modality]


@dataclass(frozen=True, slots=True)
class RowClaim:
    """What each row claims. subject, value, when: a column. object: a column, or the path of an entity.

    unit, role: a column, or the word itself. modality: the same for all rows, or by a column.
    """

    relation: str
    subject: str
    object: str = ""
    value: str = ""
    unit: str = ""
    measure: str = ""
    role: str = ""
    when: str = ""
    modality: Modality | Statuses = Modality.ASSERTED
    ended: bool = False


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How to read one kind of table. rows: how many are expected; declared: for this file, by whoever loads it."""

    id: str
    columns: Mapping[str, MappedColumn]
    claims: tuple[RowClaim, ...]
    rows: int | None = None
    declared: bool = False
    digest: str = ""
    examples: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)

    def match(self, headers: Mapping[int, str]) -> dict[str, int] | None:
        """Which column of a table is which, by its headers; None where one that is needed is missing."""
        folded = {fold(text): number for number, text in reversed(list(headers.items()))}
        found: dict[str, int] = {}
        for name, column in self.columns.items():
            number = next((folded[header] for header in column.headers if header in folded), None)
            if number is None and not column.optional:
                return None
            if number is not None:
                found[name] = number
        return found if found else None


def fold(header: str) -> str:
    """A header without case and punctuation, as headers are compared."""
    return _NO_LETTERS.sub(" ", header).strip().casefold()


@lru_cache(maxsize=1)
def built_in() -> tuple[TableMapping, ...]:
    """The mappings that come with the loaders, those that need most columns first. Raises RuleError."""
    folder = files("loaders").joinpath("rules", "tables")
    found: list[TableMapping] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for row in _yaml(file.read_text(encoding="utf-8"), file.name):
            found.append(_mapping(row, file.name))
    return tuple(sorted(found, key=lambda one: -sum(not column.optional for column in one.columns.values())))


def declared(text: str, name: str) -> TableMapping:
    """The mapping that stands beside a table; `mapping: ID` names a built-in one. Raises RuleError in one line."""
    row = _yaml(text, name)
    if not isinstance(row, dict):
        raise RuleError(f"{name}: it is no list of keys and values")
    digest = sha256(text.encode()).hexdigest()[:12]
    base = row.pop("mapping", None)
    if base is None:
        return _mapping({"id": "declared", **row}, name, declared=True, digest=digest)
    known = next((one for one in built_in() if one.id == base), None)
    if known is None or set(row) - {"rows"}:
        ids = ", ".join(sorted(one.id for one in built_in()))
        raise RuleError(f"{name}: 'mapping' goes with 'rows' only, and is one of {ids}; it is {base!r}")
    return TableMapping(known.id, known.columns, known.claims, _rows(row, name), declared=True, digest=digest)


def _yaml(text: str, name: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise RuleError(f"{name} is not YAML: {' '.join(str(error).split())}") from error


def _mapping(row: Any, name: str, *, declared: bool = False, digest: str = "") -> TableMapping:
    try:
        if set(row) - _KEYS:
            raise RuleError(f"{name}: no such key: {', '.join(sorted(map(str, set(row) - _KEYS)))}")
        columns = {str(key): _column(value) for key, value in row["columns"].items()}
        claims = tuple(_claim(one, columns, name) for one in row["claims"])
        if all(column.optional for column in columns.values()):
            raise RuleError(f"{name}: one column at least must be needed")
        examples: Sequence[Mapping[str, Any]] = row.get("examples", ())
        return TableMapping(row["id"], columns, claims, _rows(row, name), declared, digest, tuple(examples))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RuleError(f"{name}: missing or misplaced: {error}") from error


def _rows(row: Mapping[str, Any], name: str) -> int | None:
    rows = row.get("rows")
    if rows is not None and (not isinstance(rows, int) or rows < 0):
        raise RuleError(f"{name}: 'rows' is a number of rows, not {rows!r}")
    return rows


def _column(row: Mapping[str, Any]) -> MappedColumn:
    headers = row["headers"] if isinstance(row["headers"], list) else [row["headers"]]
    codes = "".join(KINDS[kind] for kind in row.get("kinds", ()))
    return MappedColumn(frozenset(fold(str(header)) for header in headers), codes, bool(row.get("optional", False)))


def _claim(row: Mapping[str, Any], columns: Mapping[str, MappedColumn], name: str) -> RowClaim:
    given = {key: value for key, value in row.items() if key != "modality"}
    claim = RowClaim(**given, modality=_modality(row.get("modality", Modality.ASSERTED)))
    if set(row) - _FIELDS or claim.relation not in relations():
        raise RuleError(f"{name}: no such relation: {claim.relation}")
    if bool(claim.object) == bool(claim.value):
        raise RuleError(f"{name}: a claim of {claim.relation} has an object or a value, and not both")
    needed = [claim.subject, claim.value, claim.when]
    needed.append("" if claim.object in by_path() else claim.object)
    needed.append(claim.modality.column if isinstance(claim.modality, Statuses) else "")
    missing = [one for one in needed if one and one not in columns]
    if missing:
        raise RuleError(f"{name}: {claim.relation} names {missing[0]!r}, which is neither a column nor a known entity")
    naming = [claim.subject, claim.object if claim.object in columns else claim.subject]
    if not all(columns[one].codes for one in naming):
        raise RuleError(f"{name}: the columns of subject and object need 'kinds'")
    return claim


def _modality(value: Any) -> Modality | Statuses:
    if not isinstance(value, dict):
        return Modality(value)
    words = {
        fold(word): Modality(modality) for modality, listed in value.items() if modality != "column" for word in listed
    }
    return Statuses(value["column"], words)
