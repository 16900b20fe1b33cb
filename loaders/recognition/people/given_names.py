"""Persons whom nothing but their first name tells: "Salma El Idrissi (Morocco) asked ..."."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.people.person_grammar import grammar
from loaders.rules.lexicons import load

_WORD = re.compile(r"(?<![\w'’/-])[^\W\d_a-zß-öø-ÿ][\w'’]+(?:-[\w'’]+)?(?=[ ])")
# a name before it that is one with it: "Fundación [Ana Ruiz]"
_OF_SOMETHING = re.compile(r"[\w'’]+[ ]$")
_LONGEST_WORD = 30
_ENDS = re.compile(r"(?![\w-])(?! [A-ZÀ-Ý&\d])(?!['’]s\b)")
_CALLED_SO = re.compile(
    r"(?i:(?:fund|fond|institu|universi|école|escuela|colegio|school|award|premio|prix|street|calle|rue|avenida|hospital"
    r"|airport|aeropuerto|aéroport|stadium|library|palace|hotel|centro?|centre|named|called|llamad[oa])\w*"
    r"(?: (?:after|for|de|del|du|la|d['’]))*) ?$"
)


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(name for region in load("given_names").values() for name in region)


def is_given(word: str) -> bool:
    """Whether a word is a first name."""
    return word in _given()


def by_first_name(text: str, name_at: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Where names stand that open with a first name. name_at: whether a name may stand at a place."""
    given, name, end = _given(), _name(), 0
    for word in _WORD.finditer(text):
        at = word.start()
        if word[0] not in given or at < end:
            continue
        found = name.match(text, at)
        if found is None or not _ENDS.match(text, found.end()) or not name_at(*found.span()):
            continue
        if not _is_of_something(text, at) and not _CALLED_SO.search(text, max(0, at - _LONGEST_WORD), at):
            end = found.end()
            yield found.span()


def _is_of_something(text: str, at: int) -> bool:
    """Whether a capitalised word right before makes a name part of another: "Fundación [Ana Ruiz]"."""
    before = _OF_SOMETHING.search(text, max(0, at - _LONGEST_WORD), at)
    if before is None or not before[0][0].isupper() or before[0].endswith(("'s ", "’s ")):
        return False
    opens = before.start() == 0 or text[: before.start()].rstrip().endswith((".", ":", ";", "”", "»"))
    return not opens and not _stands_before_names(before[0].strip())


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    return re.compile(grammar().name)


def _stands_before_names(word: str) -> bool:
    """Whether a capitalised word may stand before a name without being one with it: "Ambassador", "Then"."""
    rules = grammar()
    return bool(rules.role.search(word)) or word in rules.openers or re.fullmatch(rules.title, f"{word} ") is not None
