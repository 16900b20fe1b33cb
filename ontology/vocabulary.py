"""Classes of entities and relations as typed values, with their labels: what the other packages ask.

Read from vocabulary.json, which is generated from gcm.ttl, so that no process has to parse Turtle.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ontology.errors import OntologyError
from ontology.namespaces import ONTOLOGY

_PATH = Path(__file__).with_name("vocabulary.json")


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A class of entities.

    prefix: what the paths of its members start with (`state/`; "" for documents).
    extract_name: the type printed by `gcm extract` ("Document" for an Instrument).
    """

    local: str
    labels: Mapping[str, str]
    prefix: str
    extract_name: str
    definition: str
    parents: tuple[str, ...]

    @property
    def iri(self) -> str:
        """IRI of the class."""
        return f"{ONTOLOGY}{self.local}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A property that documents state of entities.

    domain, range: local names of the classes met in practice; an empty range means a value.
    extract_name: name in the output of `gcm extract`; negative_extract_name: name of the denied
    relation there, or "" when a denial keeps the name.
    """

    local: str
    labels: Mapping[str, str]
    inverse_labels: Mapping[str, str]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    extract_name: str
    negative_extract_name: str
    definition: str
    parents: tuple[str, ...]

    @property
    def iri(self) -> str:
        """IRI of the property."""
        return f"{ONTOLOGY}{self.local}"

    @property
    def has_value(self) -> bool:
        """Whether its object is a value (a date, a figure) and no entity."""
        return not self.range


def entity_classes() -> Mapping[str, EntityClass]:
    """All classes of entities by local name."""
    return _vocabulary()[0]


def relations() -> Mapping[str, Relation]:
    """All relations by local name."""
    return _vocabulary()[1]


def class_of_path(path: str) -> EntityClass:
    """`state/costa-rica` -> the class State. Raises OntologyError when no class has such paths."""
    found = _by_prefix().get(path.partition("/")[0] + "/")
    if found is None:
        raise OntologyError(f"no class of entities has paths like {path!r}")
    return found


def label(local: str, language: str = "en") -> str:
    """Label of any own term in a language, or in English, or the local name itself."""
    labels = _vocabulary()[2].get(local, {})
    return labels.get(language) or labels.get("en") or local


@cache
def _by_prefix() -> dict[str, EntityClass]:
    return {cls.prefix: cls for cls in entity_classes().values() if cls.prefix}


@cache
def _vocabulary() -> tuple[Mapping[str, EntityClass], Mapping[str, Relation], Mapping[str, dict[str, str]]]:
    data = json.loads(_PATH.read_text(encoding="utf-8"))
    classes = {row["local"]: EntityClass(**_frozen(row)) for row in data["classes"]}
    found = {row["local"]: Relation(**_frozen(row)) for row in data["relations"]}
    return MappingProxyType(classes), MappingProxyType(found), MappingProxyType(data["labels"])


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(value) if isinstance(value, list) else MappingProxyType(value) if isinstance(value, dict) else value
        for key, value in row.items()
    }
