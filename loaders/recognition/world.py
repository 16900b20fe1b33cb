"""Whether a document speaks of the Compact's world: names in full and acronyms that only it uses.

A document that does not yields entities and no relations: a "champion country" of the Commonwealth is
not one of the Compact.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from loaders.recognition.gazetteer import reference_classes
from loaders.rules.lexicons import alternatives, load


@lru_cache(maxsize=1)
def _anchors() -> frozenset[str]:
    rules = load("world")
    classes = set(rules["anchor_classes"])
    return frozenset(rules["anchors"]) | {path for path, cls in reference_classes().items() if cls in classes}


@lru_cache(maxsize=1)
def _topic() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('world')['topic'])}\b", re.IGNORECASE)


def is_on_migrants(text: str) -> bool:
    """Whether a text says more than in passing that it is on people who migrate."""
    enough = int(load("world")["topic_said"])
    return sum(1 for _ in islice(_topic().finditer(text), enough)) == enough


def speaks_of_this_world(named: Iterable[tuple[str, str, bool]], text: str) -> bool:
    """named: (entity path, words, in the title) of each mention that needs no context. text: the whole document."""
    rules = load("world")
    anchors, rivals = _anchors(), frozenset(rules["rivals"])
    score = int(rules["on_topic"]) if is_on_migrants(text) else 0
    best: dict[tuple[str, bool], int] = {}
    for path, words, in_title in named:
        in_full = " " in words
        weight = rules["full_name"] + rules["in_title"] * in_title if in_full else rules["acronym"]
        if path in anchors:
            # one anchor said ten times is still one anchor: its best two mentions count, of an acronym the first
            if best.get((path, in_full), 0) < (2 * rules["full_name"] if in_full else rules["acronym"]):
                score += weight
                best[path, in_full] = best.get((path, in_full), 0) + weight
        elif path in rivals:
            score -= weight
    return bool(best) and score >= int(rules["enough"])
