"""Persons whose names stand in capitals, as reports on meetings of the United Nations write them: "ANA RUIZ (Peru)"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.people.person_grammar import grammar

_NAME = re.compile(r"(?<![\w'’-])(?:[^\W\d_a-z]{2,}[\w'’-]*\s)(?:(?:[^\W\d_a-z][\w'’.-]*)\s?){1,3}(?<!\s)(?=\s\(|,\s)")
_LONGEST_ROLE = 30


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Words that are none of a name."""
    return grammar().never | grammar().openers | {"And", "Of", "Or", "Provisional", "Draft", "Annex"}


def in_capitals(text: str, name_at: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Where such names stand before a bracket or an office. name_at: whether a name may stand at a place."""
    for found in _NAME.finditer(text):
        at, to = found.span()
        if not found[0].isupper() or not no_names().isdisjoint(found[0].title().split()):
            continue
        office = grammar().role.search(text, to, to + _LONGEST_ROLE)
        if (text.startswith(" (", to) or office) and name_at(at, to):
            yield at, to
