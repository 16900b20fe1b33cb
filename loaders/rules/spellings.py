"""What a word pattern stands for, word by word: so that an automaton can look for it in the place of `re`."""

import re
from collections.abc import Iterable
from itertools import product

from loaders.rules.factored import atoms, top_level
from loaders.rules.lexicons import RuleError, Words

_ENDLESS = re.compile(r"\\[A-Za-z0-9]|(?<!\\)[.^$*+{]|\(\?[^:]|\[\^|\[[^\]]*\w-\w")


def words_of(patterns: Iterable[str]) -> Words:
    """What finds all that the patterns stand for, in one pass. Raises RuleError, see `spellings`."""
    return Words(spelling for pattern in patterns for spelling in spellings(pattern))


def spellings(pattern: str) -> list[str]:
    """Each text that a pattern matches: "migrants?" stands for "migrant" and "migrants".

    Raises RuleError for a pattern that matches more than can be told.
    """
    if _ENDLESS.search(pattern):
        raise RuleError(f"{pattern} stands for more words than can be told")
    return ["".join(parts) for branch in top_level(pattern) for parts in product(*map(_of_atom, atoms(branch)))]


def _of_atom(atom: str) -> list[str]:
    if len(atom) > 1 and atom[-1] == "?" and atom[0] != "\\":
        return ["", *_of_atom(atom[:-1])]
    if atom.startswith("(?:"):
        return spellings(atom[3:-1])
    return list(atom[1:-1]) if atom[0] == "[" else [atom[-1]]
