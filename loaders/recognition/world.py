"""Whether a document speaks of the Compact's world: names in full and acronyms that only it uses.

A document that does not yields entities and no relations: a "champion country" of the Commonwealth is
not one of the Compact.
"""

from collections.abc import Iterable
from functools import lru_cache

from loaders.recognition.gazetteer import reference_classes
from loaders.rules.lexicons import load


@lru_cache(maxsize=1)
def _anchors() -> frozenset[str]:
    rules = load("world")
    classes = set(rules["anchor_classes"])
    return frozenset(rules["anchors"]) | {path for path, cls in reference_classes().items() if cls in classes}


def speaks_of_this_world(named: Iterable[tuple[str, str, bool]]) -> bool:
    """named: (entity path, words, in the title) of each mention that needs no context."""
    rules = load("world")
    anchors, rivals = _anchors(), frozenset(rules["rivals"])
    score = 0
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
    return score >= int(rules["enough"])
