"""The word lists that rules are made of, read once from `rules/*.yaml`."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick

from loaders.rules.kept import kept
from ontology.errors import GcmError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there


class RuleError(GcmError):
    """A rule or word list that cannot be used; the message names the file and the rule."""


@lru_cache(maxsize=16)
def load(name: str) -> Any:
    """The content of `rules/<name>.yaml`. Raises RuleError when it is not YAML."""
    try:
        return kept(files("loaders").joinpath("rules", f"{name}.yaml").read_text(encoding="utf-8"), _content)
    except yaml.YAMLError as error:
        raise RuleError(f"rules/{name}.yaml is not YAML: {error}") from error


def _content(text: str) -> Any:
    return yaml.load(text, _LOADER)


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words or word patterns, longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def lower_in_place(text: str) -> str:
    """Lower case that keeps every offset (a few letters grow when lowered; those stay as they are)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Words:
    """Finds words and word groups of a list, whole and without regard to case, in one pass however long the list is."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(sorted({lower_in_place(word) for word in words}), store_patterns=False)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """(at, to) of each, in order, none overlapping; of those that begin together the longest."""
        matches = self._automaton.find_matches_as_indexes(lower_in_place(text), overlapping=True)
        end = 0
        for at, to in sorted(((at, to) for _, at, to in matches), key=lambda place: (place[0], -place[1])):
            if at >= end and not _inside_word(text, at, to):
                yield at, to
                end = to


def _inside_word(text: str, at: int, to: int) -> bool:
    before, after = text[at - 1 : at], text[to : to + 1]
    return before.isalnum() or before == "_" or after.isalnum() or after == "_"
