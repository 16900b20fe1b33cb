"""The word lists of the lexicon by name, with all forms of their verbs, as rules use them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from loaders.rules.factored import factored
from loaders.rules.inflection import inflected
from loaders.rules.lexicons import RuleError, alternatives, load
from loaders.rules.pattern_source import Need, needs
from loaders.rules.uncased import Uncased

LEXICON = (
    "speech",
    "floor",
    "attendance",
    "presence",
    "conduct",
    "membership",
    "belonging",
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


@lru_cache(maxsize=1)
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


@lru_cache(maxsize=1024)
def fastest(name: str, language: str = "") -> str:
    """A list as it is fastest to match; one that has no word in the language matches nowhere."""
    words = _words(language)[name]
    return factored(words) if words else "(?!)"


def needed(language: str) -> Mapping[str, list[Need]]:
    """What each list needs, by its slot: without words in the language, one literal of none."""
    return {
        f"{{{name}}}": needs(alternatives(words)) if words else [frozenset()]
        for name, words in _words(language).items()
    }


@lru_cache(maxsize=1024)
def trigger(name: str, language: str) -> Uncased:
    """Any word of a list, as rules look for it."""
    return Uncased(whole_words(name, language))


def whole_words(name: str, language: str) -> str:
    """The source of that pattern."""
    return rf"\b{fastest(name, language)}(?!\w)"


@lru_cache(maxsize=4)
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
