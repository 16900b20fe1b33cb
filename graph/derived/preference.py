"""Reasons to prefer one of several readings. Without a reason none is preferred, and a reason is always told."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, product

from graph.derived.listings import Reading
from graph.derived.predicates import whole_and_member
from graph.derived.statements import Statement

OBJECTIVES = 23  # of the Compact: A/RES/73/195, paragraph 16
_COMBINATIONS = 4096

PARTITION = f"Only this reading assigns each of the {OBJECTIVES} objectives to exactly one roundtable."
REFERENCE = "The reference data has the same list"
REFERENCE_TIME = "The reference data has this date"


@dataclass(frozen=True, slots=True)
class Preference:
    """The preferred members of a list, or the preferred values, and why."""

    members: frozenset[str]
    reason: str


def by_partition(series: Mapping[str, list[Reading]]) -> dict[str, Preference]:
    """Roundtable -> its preferred reading, when one choice of readings alone shares out all objectives.

    series: the readings of every roundtable of one forum.
    """
    tables = sorted(series)
    if all(len(series[table]) < 2 for table in tables):
        return {}
    options = [sorted({reading.members for reading in series[table]}, key=sorted) for table in tables]
    choices = islice(product(*options), _COMBINATIONS)
    found = [choice for choice in choices if _is_partition(choice)]
    if len(found) != 1:
        return {}
    return {table: Preference(members, PARTITION) for table, members in zip(tables, found[0], strict=True)}


def by_reference(whole: str, found: list[Reading], statements: Iterable[Statement]) -> Preference | None:
    """The reading that the reference data shares, if it has the whole list and one reading equals it."""
    listed = [s for s in statements if _is_reference(s) and whole_and_member(s)[0] == whole]
    members = frozenset(whole_and_member(statement)[1] for statement in listed)
    if not members or all(reading.members != members for reading in found):
        return None
    return Preference(members, _named(REFERENCE, listed))


def reference_value(values: Collection[str], statements: Iterable[Statement]) -> Preference | None:
    """The one of the values that the reference data gives."""
    given = [s for s in statements if _is_reference(s) and s.object.value in values]
    chosen = frozenset(statement.object.value for statement in given)
    return Preference(chosen, _named(REFERENCE_TIME, given)) if len(chosen) == 1 else None


def _is_partition(choice: Collection[frozenset[str]]) -> bool:
    return sum(map(len, choice)) == OBJECTIVES == len(frozenset().union(*choice))


def _is_reference(statement: Statement) -> bool:
    return statement.document is None and statement.positive and not statement.contested


def _named(reason: str, statements: Iterable[Statement]) -> str:
    sources = sorted({statement.source for statement in statements if statement.source})
    if not sources:
        return f"{reason}."
    return f"{reason} ({sources[0]}{' and others' if len(sources) > 1 else ''})."
