"""Names of bodies that hold the name of another, with its acronym: "RCM Executive Secretariat"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.recognition.names.gazetteer import reference_names
from ontology.reference import labels

_OWNERS = ("process/", "regional-process/", "organization/", "un-entity/", "fund/")


@lru_cache(maxsize=1)
def _acronyms() -> Mapping[str, str]:
    """The English acronym of each body of the reference data, by its name."""
    told: dict[str, str] = {}
    for label in labels():
        name = reference_names()[label.path] if label.path.startswith(_OWNERS) else ""
        if label.kind == "acronym" and label.language == "en" and " " in name:
            told.setdefault(name, label.text)
    return told


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = sorted(_acronyms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def in_short(name: str) -> str | None:
    """A name with the acronym of the body that it holds the name of; None where it holds none."""
    short = _names().sub(lambda held: _acronyms()[held[0]], name, count=1)
    return None if short in (name, *_acronyms().values()) else short
