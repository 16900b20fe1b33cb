"""Patterns that tell how a sentence is built, by name from `rules/*.yaml`, each with texts that it finds and leaves."""

from functools import lru_cache
from typing import Any

from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import SoughtUncased
from loaders.rules.uncased import Uncased

NOUNS = "nouns"  # the word lists of a file, for the {slots} of its patterns


@lru_cache(maxsize=128)
def cue(file: str, name: str) -> Uncased:
    """The pattern `name` of `rules/<file>.yaml`, without regard to case. Raises KeyError where there is none."""
    return Uncased(_source(file, name))


@lru_cache(maxsize=128)
def sought_cue(file: str, name: str) -> SoughtUncased:
    """The same, for patterns that are sought in whole sentences and passages."""
    return SoughtUncased(_source(file, name))


def _source(file: str, name: str) -> str:
    entries: dict[str, Any] = load(file)
    pattern = "".join(entries[name]["pattern"])
    for slot, words in entries.get(NOUNS, {}).items():
        pattern = pattern.replace(f"{{{slot}}}", alternatives(words))
    return pattern
