"""The word lists of the lexicon by name, with all forms of their verbs, as rules use them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.rules.factored import factored
from loaders.rules.inflection import inflected
from loaders.rules.lexicons import RuleError, alternatives, load
from loaders.rules.pattern_source import Need, needs

LEXICON = (
    "speech",
    "attendance",
    "presence",
    "membership",
    "offices",
    "meetings",
    "commitments",
    "champions",
    "objectives",
    "roles",
)
# a preposition that ends a trigger is met in all its contracted forms ("miembro de", "del", "du")
_CONTRACTED = (
    (re.compile(r" d(?:e|\[eu\]|\[eu'’\])$"), " (?:de|del|des|du|d['’])"),
    (re.compile(r" (?:a|à)$"), " (?:à|al|aux?|a)"),
)


def lexicon() -> dict[str, Mapping[str, list[str]]]:
    """The word lists by name, each with its entries by language, as they are written.

    Raises RuleError when two files have a list of one name: a rule would get the words of the other.
    """
    found: dict[str, Mapping[str, list[str]]] = {}
    for file in LEXICON:
        for name, entries in load(f"lexicon/{file}").items():
            if name in found:
                raise RuleError(f"lexicon/{file}.yaml has a list {name}, and so has a file before it")
            found[name] = entries
    return found


@lru_cache(maxsize=4)
def lists(language: str = "") -> Mapping[str, str]:
    """Each list of the lexicon as one regular expression, in one language or, without one, in all."""
    return {name: alternatives(words) for name, words in _words(language).items()}


@lru_cache(maxsize=4)
def fastest(language: str) -> Mapping[str, str]:
    """The lists as they are fastest to match; one that has no word in the language matches nowhere."""
    return {name: factored(words) if words else "(?!)" for name, words in _words(language).items()}


def needed(language: str) -> Mapping[str, list[Need]]:
    """What each list needs, of which many patterns are made: without words, one literal of none."""
    return {name: needs(alternatives(words)) if words else [frozenset()] for name, words in _words(language).items()}


def _words(language: str) -> Mapping[str, list[str]]:
    return {
        name: [
            _contracted(inflected(entry, code))
            for code, entries in by_language.items()
            for entry in entries
            if language in ("", code)
        ]
        for name, by_language in lexicon().items()
    }


def _contracted(entry: str) -> str:
    for pattern, forms in _CONTRACTED:
        entry = pattern.sub(lambda _, forms=forms: forms, entry)  # type: ignore[misc]
    return entry
