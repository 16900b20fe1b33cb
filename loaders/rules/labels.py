"""What labels mean: "Co-chairs: ...", a heading above a list, the header of a column (labels.yaml).

A label is read with its names masked (`⟦R⟧`), so that "Members of the RCM" and "Members" are one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from loaders.rules.lexicons import alternatives, load
from loaders.rules.pattern_source import needs
from loaders.rules.sieve import Sieve
from loaders.rules.uncased import Uncased

LONGEST_LABEL = 90
AT_MEETINGS = frozenset({"spokeAt", "participatesIn", "hosts", "organizes", "takesPlaceIn", "takesPlaceOn"})
"""Relations whose labels are about a meeting."""
_PREPOSITIONS = (
    r"(?:of|to|in|for|at|by|from|on|since|as of|del?|dels?|de la|en|para|a|al|du|des|d['’]|aux?|à|dans|pour)"
)
_ARTICLES = r"(?:the|this|that|its|our|la|el|los|las|esta|este|su|le|les|l['’]|cette|ce|cet)"
_NAME = r"⟦[A-Z]+⟧(?:['’]s)?"
_YEARS = r"(?:\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?\)?)"
# "B. Observers", "Annex II: Participants"
_NUMBERED = re.compile(
    r"^\s*(?:(?:annex|annexe|anexo|appendix|apéndice|appendice|attachment)(?:\s(?:\d{1,2}|[A-Z]|[IVX]{1,4}))?\s?[.:–—-]?\s+)?"
    r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})[.)]\s+)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s?[(\[]\s?\d{1,3}(?:\s\w+){0,3}\s?[)\]]$")  # "Members (12 countries)"
_CLOSED = ' \t:?？»"”.–—-'


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label says of its values. `relation` is empty where they count for nothing ("Apologies")."""

    id: str
    relation: str = ""
    value: str = ""
    of: str = ""
    side: str = "subject"
    role: str = ""
    always: str = ""
    examples: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)


@dataclass(frozen=True, slots=True)
class _Labels:
    """All labels as one pattern, whose last group tells which meanings they are of."""

    pattern: Uncased
    sieve: Sieve
    keys: re.Pattern[str]
    categories: re.Pattern[str]
    persons: re.Pattern[str]
    not_in_list: re.Pattern[str]


def meanings() -> tuple[Meaning, ...]:
    """Each meaning of labels.yaml, in file order."""
    return tuple(
        Meaning(
            row["id"], row.get("relation", ""), row.get("value", ""), row.get("of", ""), row.get("side", "subject"),
            row.get("role", ""), row.get("always", ""), tuple(row["examples"]),
        )
        for row in load("labels")["meanings"]
    )  # fmt: skip


def meaning_by_id(name: str) -> Meaning:
    """The meaning of that id."""
    return _by_group()[_group(name)][0]


def meanings_of(label: str) -> tuple[Meaning, ...]:
    """What a label with masked names means; more than one where it names two things ("Place and date"), else none."""
    if len(label) > LONGEST_LABEL:
        return ()
    words = _NUMBERED.sub("", label).replace("(s)", "s").strip(_CLOSED + "¿“«")
    found = _found(words) or (_found(bare) if (bare := _COUNT.sub("", words)) != words else None)
    return _by_group()[found.lastgroup or ""] if found else ()


def _found(words: str) -> re.Match[str] | None:
    return _labels().pattern.fullmatch(words) if _labels().sieve.passing(words) else None


def key_class(header: str) -> str | None:
    """The class of what the rows of a column name, by its header ("Working group"); None where it does not tell."""
    found = _labels().keys.fullmatch(header.replace("(s)", "s").strip(_CLOSED))
    return found.lastgroup if found else None


def sorts_rows(header: str) -> bool:
    """Whether a header says that its column only sorts what stands beside it ("Category")."""
    return _labels().categories.fullmatch(header.strip(_CLOSED)) is not None


def person_column(header: str) -> str | None:
    """What a column of a table of persons tells by its header: "person", "office" or "body"; None where nothing."""
    found = _labels().persons.fullmatch(header.strip(_CLOSED))
    return found.lastgroup if found else None


def out_of_list(remark: str) -> bool:
    """Whether a bracket behind a name says that the name is no part of the list it stands in."""
    return _labels().not_in_list.search(remark) is not None


@lru_cache(maxsize=1)
def _by_group() -> Mapping[str, tuple[Meaning, ...]]:
    """What each group of the pattern means: one thing, or the things that the row tells together."""
    by_id = {one.id: one for one in meanings()}
    rows = load("labels")["meanings"]
    return {_group(row["id"]): tuple(by_id[name] for name in row.get("both", [row["id"]])) for row in rows}


def _group(name: str) -> str:
    return name.replace("-", "_")


@lru_cache(maxsize=1)
def _labels() -> _Labels:
    data = load("labels")
    before = rf"(?:(?!{alternatives(data['inseparable'])}){alternatives(data['before'])}\s?)*"
    word = rf"(?:{_NAME}|{alternatives(data['behind'])}|{_YEARS})"
    behind = rf"(?:(?:,|\s?[(/])?\s?(?:{_PREPOSITIONS}\s?)?(?:{_ARTICLES}\s?)?{word}\)?)*"
    unit = r"(?:\s\((?:us\$|€|\$|(?:⟦[A-Z]+⟧|[\w .$€'’&,-]){1,40})\))?"
    choices = "|".join(_choice(row) for row in data["meanings"])
    keys = "|".join(rf"(?P<{cls}>{_any(words)})" for cls, words in data["keys"].items())
    source = rf"{before}(?:{_NAME}\s)?(?:{choices}){behind}{unit}"
    return _Labels(
        pattern=Uncased(source),
        sieve=Sieve([needs(source)]),
        keys=re.compile(keys, re.IGNORECASE),
        categories=re.compile(alternatives(data["categories"]), re.IGNORECASE),
        persons=re.compile(
            "|".join(rf"(?P<{of}>{alternatives(w)})" for of, w in data["persons"].items()), re.IGNORECASE
        ),
        not_in_list=re.compile(alternatives(data["not_in_list"]), re.IGNORECASE),
    )


def _any(by_language: Mapping[str, list[str]]) -> str:
    return alternatives([entry for entries in by_language.values() for entry in entries])


def _choice(row: Mapping[str, Any]) -> str:
    return rf"(?P<{_group(row['id'])}>{_any(row['words'])})"
