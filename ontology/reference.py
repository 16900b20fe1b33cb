"""The reference data: what things are called and what authorities state of them, each row with its source.

The CSV files beside it (`reference/`) are the only source; `reference/README.md` says how they were
made. Entities are named by path (`state/costa-rica`). Nothing here replaces what documents say.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.vocabulary import class_of_path

FOLDER = Path(__file__).with_name("reference")
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
STATE_CODES = ("iso2", "iso3", "m49", "wikidata")
STATE_ATTRIBUTES = ("formal", "region", "subregion", "intermediate_region", "un_status")


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from. `date` is ISO 8601 or empty."""

    id: str
    title: str
    publisher: str
    address: str
    date: str


@dataclass(frozen=True, slots=True)
class ReferenceEntity:
    """A named thing. `name` is the one English name used everywhere; `cls` the local name of its class.

    names: preferred name by language. codes: iso2, iso3, m49, wikidata, symbol, number, ...
    attributes: region, un_status, note, ... source: ids of sources, separated by spaces.
    """

    path: str
    cls: str
    name: str
    names: Mapping[str, str]
    codes: Mapping[str, str]
    attributes: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text that names an entity, or (kind `negative`) that looks as if it did.

    kind: name, official, acronym, variant, demonym, historical, code or negative.
    needs: "" always; "definition" only in a document that defines it; "context" only in a document of
    the Compact's world.
    """

    path: str
    text: str
    language: str
    kind: str
    case_sensitive: bool
    needs: str
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What an authority states. `object` is an entity path or, for a relation with values, the value.

    period: EDTF or "". contested: sources disagree; `note` says how.
    """

    subject: str
    predicate: str
    object: str
    period: str
    role: str
    note: str
    contested: bool
    source: str


@cache
def sources() -> tuple[Source, ...]:
    """All sources, by id."""
    return tuple(sorted((Source(**row) for row in _rows("sources.csv")), key=lambda source: source.id))


@cache
def entities() -> tuple[ReferenceEntity, ...]:
    """All entities, by path. Raises OntologyError when a file is missing or malformed."""
    found = [*_states(), *(_entity(row) for name in _names("entities") for row in _rows(name))]
    return tuple(sorted(found, key=lambda entity: entity.path))


@cache
def by_path() -> Mapping[str, ReferenceEntity]:
    """Entities by path."""
    return MappingProxyType({entity.path: entity for entity in entities()})


@cache
def labels() -> tuple[Label, ...]:
    """All labels, those that follow from the names of entities among them; each once."""
    written = [_label(row) for name in _names("labels") for row in _rows(name)]
    said = {(label.path, label.text, label.language) for label in written}
    named = (label for entity in entities() for label in _name_labels(entity))
    found = [*written, *(label for label in named if (label.path, label.text, label.language) not in said)]
    return tuple(sorted(found, key=lambda label: (label.path, label.language, label.text, label.kind)))


@cache
def statements() -> tuple[Statement, ...]:
    """All statements of authorities, sorted."""
    found = (
        Statement(**{**row, "contested": row["contested"] == "yes"})  # type: ignore[arg-type]
        for name in _names("statements")
        for row in _rows(name)
    )
    return tuple(sorted(found, key=lambda s: (s.subject, s.predicate, s.object, s.period, s.role)))


def _states() -> Iterator[ReferenceEntity]:
    for row in _rows("states.csv"):
        yield ReferenceEntity(
            path=row["path"],
            cls="State",
            name=row["en"],
            names=MappingProxyType({language: row[language] for language in LANGUAGES}),
            codes=_filled(row, STATE_CODES),
            attributes=_filled(row, STATE_ATTRIBUTES),
            source=row["source"],
        )


def _entity(row: dict[str, str]) -> ReferenceEntity:
    codes = dict(code.split("=", 1) for code in row["codes"].split(";") if code)
    return ReferenceEntity(
        path=row["path"],
        cls=class_of_path(row["path"]).local,
        name=row["name"],
        names=MappingProxyType({"en": row["name"], **_filled(row, ("es", "fr"))}),
        codes=MappingProxyType(codes),
        attributes=_filled(row, ("formal", "note")),
        source=row["source"],
    )


def _name_labels(entity: ReferenceEntity) -> Iterator[Label]:
    """The names of an entity as labels; a formal name in English is its official one."""
    for language, text in entity.names.items():
        yield Label(entity.path, text, language, "name", _has_own_case(text, entity.cls), "", entity.source)
    formal = entity.attributes.get("formal", "").removeprefix("the ")
    if formal and formal != entity.name:
        yield Label(entity.path, formal, "en", "official", _has_own_case(formal, entity.cls), "", entity.source)


def _has_own_case(text: str, cls: str) -> bool:
    """Single words and names of states, places and persons keep their case; phrases may lose it."""
    return cls in ("State", "Place", "Person") or len(text.split()) < 3


def _label(row: dict[str, str]) -> Label:
    return Label(**{**row, "case_sensitive": row["case_sensitive"] == "yes"})  # type: ignore[arg-type]


def _filled(row: Mapping[str, str], columns: tuple[str, ...]) -> Mapping[str, str]:
    return MappingProxyType({column: row[column] for column in columns if row[column]})


def _names(folder: str) -> list[str]:
    return [f"{folder}/{path.name}" for path in sorted((FOLDER / folder).glob("*.csv"))]


def _rows(name: str) -> list[dict[str, str]]:
    try:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise OntologyError(f"reference/{name} cannot be read: {error}") from error
