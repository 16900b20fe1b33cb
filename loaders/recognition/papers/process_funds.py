"""Funds that no list has: of a process ("the fund of the Regional Conference on Migration"), by a name of their own."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_BODIES = "RP"
_NO_OWNERS = frozenset({"process/gcm-champion-countries", "process/gcm-regional-reviews", "process/imrf"})
_OF = r"(?:\s(?:of|del?|du|des)\s(?:the\s|la\s|el\s|les?\s|l['’])?|\sd['’])"
_LONGEST = 60
_NAMED = Sought(
    r"(?<![\w-])(?:[A-Z][\w’'&-]+\s(?:(?:and|for|of)\s)?){1,5}?(?:Fund|Facility)(?![\w-]|\s(?:Office|Management|Manager|[A-Z][a-z]+))"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("departments")["funds"]
    before, behind = alternatives(words["before"]), alternatives(words["behind"])
    return (
        re.compile(rf"(?<![\w-])(?i:{before}){_OF}$"),
        re.compile(rf"\)?(?:['’]s)?\s(?P<noun>(?i:{behind}))(?![\w-])"),
    )


def process_funds(text: str, row: Row, name_of: Callable[[str], str]) -> Iterator[tuple[Found, str]]:
    """Funds that a text names by whose they are, each with the path of whose it is.

    row: the names that are known already. name_of: the name of an entity, by path.
    """
    before, behind = _patterns()
    for span in row.starting(0, len(text)):
        if span.code not in _BODIES or span.entity in _NO_OWNERS or span.method == "context":
            continue
        noun = behind.match(text, span.to)
        if noun:
            yield Found(span.at, noun.end(), "Fund", f"{name_of(span.entity)} {noun['noun']}"), span.entity
            continue
        first = max(0, span.at - _LONGEST)
        of = before.search(text[first : span.at])
        if of:
            yield Found(first + of.start(), span.to, "Fund", f"{name_of(span.entity)} fund"), span.entity


def named_funds(text: str) -> Iterator[Found]:
    """Funds by a name in capitals that has a word of its own: "Green Climate Fund", "Safe Roads Facility"."""
    funds = load("departments")["funds"]
    plain, houses = frozenset(funds["plain"]), frozenset(funds["houses"])
    for found in _NAMED.finditer(text):
        words = found[0].split()
        at = found.start()
        while words and words[0] in ("The", "This", "Our", "A"):
            at += len(words.pop(0)) + 1
        if not plain.issuperset(words) and houses.isdisjoint(words):
            yield Found(at, found.end(), "Fund", text[at : found.end()])
