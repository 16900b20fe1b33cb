"""What confirms a name that others may bear: who serves a process, who its members are, how objectives are grouped."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased
from ontology.reference import statements

_NUMBERS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\s?\d{1,2})+(?:,?\s(?:and|y|et)\s\d{1,2})?(?![\d,]|\.\d)")
_OBJECTIVES = re.compile(r"\bobjec?ti[fv][eo]?s?\b", re.IGNORECASE)
_LAST_OBJECTIVE = 23
_A_SET = 3
_STATE = "state/"


@lru_cache(maxsize=8)
def _known(predicate: str) -> Mapping[str, frozenset[str]]:
    """Who stands in a relation to what, by what it is."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements():
        if statement.predicate == predicate:
            found[statement.object].add(statement.subject)
    return {path: frozenset(subjects) for path, subjects in found.items()}


@lru_cache(maxsize=1)
def _sets() -> tuple[frozenset[int], ...]:
    """The objectives of each round table of the review forum: they are reviewed together, everywhere."""
    found: dict[str, set[int]] = defaultdict(set)
    for statement in statements():
        if statement.predicate == "coversObjective" and statement.subject.startswith("roundtable/"):
            found[statement.subject].add(int(statement.object.rpartition("/")[2]))
    return tuple({frozenset(numbers) for numbers in found.values()})


@lru_cache(maxsize=1)
def _serves() -> Uncased:
    """A body of many tasks beside what it does for a process: "Secretariat: IOM", "la OIM brinda apoyo técnico"."""
    rules = load("world")
    body, task = rf"\b{alternatives(rules['supporters_called'])}\b", rf"\b{alternatives(rules['serves'])}\b"
    return Uncased(rf"{body}[^.;\n]{{0,60}}?{task}|{task}[^.;\n]{{0,60}}?{body}")


def service(processes: Collection[str], named: Iterable[str], text: str, *, in_full: bool) -> int:
    """How much bodies that serve processes of this world confirm one: 0 to 2.

    Those that serve no others tell most. A body of many tasks tells more where the text says that it serves, and
    nothing else beside a process that is not named in full, unless most of its members are.
    """
    rules, paths = load("world"), set(named)
    if paths & set(rules["own_bodies"]):
        return 2
    supporters = set(rules["supporters"]).union(*(_known("supports").get(path, ()) for path in processes))
    if not paths & supporters:
        return 0
    serves = _serves().search(text) is not None
    return serves + (in_full or serves or _has_most_of_its_members(processes, paths))


def _of_members(processes: Iterable[str], states: Collection[str]) -> Iterator[tuple[int, int]]:
    for path in processes:
        members = _known("memberOf").get(path, frozenset())
        yield len(members & set(states)), len(members)


def _has_most_of_its_members(processes: Iterable[str], named: Iterable[str]) -> bool:
    """Whether two thirds of all members of a process are named beside it."""
    return any(there and 3 * there >= 2 * members for there, members in _of_members(processes, {*named}))


def has_its_members(processes: Collection[str], named: Iterable[str], *, in_full: bool) -> bool:
    """Whether the States of a text are, most of them, members of a process that it names."""
    rules, states = load("world"), {path for path in named if path.startswith(_STATE)}
    if not (in_full or _has_most_of_its_members(processes, states)):
        return False
    most = max((there for there, _ in _of_members(processes, states)), default=0)
    return most >= int(rules["members"]) and 4 * most >= 3 * len(states)


def has_sets_of_objectives(text: str) -> bool:
    """Whether objectives are numbered together as the review forum groups them, more than once and never otherwise."""
    if not _OBJECTIVES.search(text):
        return False
    lists = [{int(number) for number in re.findall(r"\d+", found[0])} for found in _NUMBERS.finditer(text)]
    sets = [numbers for numbers in lists if len(numbers) >= _A_SET and max(numbers) <= _LAST_OBJECTIVE]
    return len(sets) > 1 and all(any(numbers <= one for one in _sets()) for numbers in sets)
