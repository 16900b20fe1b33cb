"""The word lists that rules are made of, read once from `rules/*.yaml`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick

from ontology.errors import GcmError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there
_PLAIN = re.compile(r"[\w ’'-](?![?*+{])")
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")


class RuleError(GcmError):
    """A rule or word list that cannot be used; the message names the file and the rule."""


@lru_cache(maxsize=16)
def load(name: str) -> Any:
    """The content of `rules/<name>.yaml`. Raises RuleError when it is not YAML."""
    try:
        return yaml.load(files("loaders").joinpath("rules", f"{name}.yaml").read_text(encoding="utf-8"), _LOADER)
    except yaml.YAMLError as error:
        raise RuleError(f"rules/{name}.yaml is not YAML: {error}") from error


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words or word patterns, longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def factored(words: Iterable[str]) -> str:
    """The same words as `alternatives` gives, with what they begin with said once: "(?:s(?:aid|tated)|told)".

    Python tries one alternative after the other; of a thousand verbs it then tries those with the right letter.
    """
    branches = [branch for word in words for branch in _branches(word)]
    return f"(?:{_by_letter(sorted(dict.fromkeys(branches), key=len, reverse=True))})"


def _by_letter(words: list[str]) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0] if _PLAIN.match(word) else word, []).append(word)
    return "|".join(
        group[0] if len(group) == 1 else f"{first}(?:{_by_letter([word[1:] for word in group])})"
        for first, group in groups.items()
    )


def _branches(word: str) -> list[str]:
    """A word pattern taken apart at the alternatives it begins with: "(?:a|b)c" is "ac" and "bc"."""
    if not word.startswith("(?:"):
        return [word] if _top_level(word) == [word] else [f"(?:{word})"]
    end = next((at for at in range(len(word)) if word[at] == ")" and _balanced(word[: at + 1])), -1)
    if end < 0 or word[end + 1 : end + 2] in ("?", "*", "+", "{"):
        return [word]
    return [inner + word[end + 1 :] for part in _top_level(word[3:end]) for inner in _branches(part)]


def _top_level(source: str) -> list[str]:
    """The alternatives of a pattern that no bracket holds."""
    parts = [""]
    for piece in source.split("|"):
        parts[-1] += piece
        if _balanced(parts[-1]):
            parts.append("")
        else:
            parts[-1] += "|"
    return parts[:-1] if not parts[-1] else parts


def _balanced(source: str) -> bool:
    plain = _ESCAPED.sub("", source)
    return plain.count("(") == plain.count(")")


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
