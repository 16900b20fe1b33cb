"""Forms of Spanish and French nouns and adjectives of names, with the English number: plurals and feminines.

A form that a language does not have does no harm: no paper has it either. So the language of a word need not be known.
"""

import re
from collections.abc import Iterator

_CONSONANT_Y = re.compile(r"(?<![aeiou])y$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
# ending of the singular: what stands for it in the plural; the first that fits, of each language
_PLURALS_ES = (
    (r"z$", "ces"), (r"ión$", "iones"), (r"ón$", "ones"), (r"án$", "anes"), (r"ín$", "ines"), (r"és$", "eses"),
    (r"(?<=[aeioué])$", "s"), (r"(?<=s)$", ""), (r"$", "es"),
)  # fmt: skip
_PLURALS_FR = ((r"(?<=[sxz])$", ""), (r"al$", "aux"), (r"(?<=eau|.eu)$", "x"), (r"$", "s"))
_FEMININES_ES = ((r"o$", "a"), (r"or$", "ora"), (r"$", ""))
_FEMININES_FR = (
    (r"e$", "e"), (r"teur$", "trice"), (r"eux$", "euse"), (r"if$", "ive"), (r"er$", "ère"), (r"el$", "elle"),
    (r"(?<=[ie]n)$", "ne"), (r"on$", "onne"), (r"c$", "que"), (r"et$", "ète"), (r"$", "e"),
)  # fmt: skip


def noun_forms(word: str, english: str) -> Iterator[tuple[str, str]]:
    """A noun and its plurals with their English. english: singular, or "singular|plural" where that is irregular."""
    one, _, many = english.partition("|")
    yield word, one
    for form in {_plural(word, _PLURALS_ES), _plural(word, _PLURALS_FR)} - {word}:
        yield form, many or _english_plural(one)


def adjective_forms(word: str) -> set[str]:
    """An adjective in all its genders and numbers."""
    feminines = {_changed(word, endings) for endings in (_FEMININES_ES, _FEMININES_FR)}
    each = {word, *feminines}
    return each | {_plural(form, endings) for form in each for endings in (_PLURALS_ES, _PLURALS_FR)}


def _plural(words: str, endings: tuple[tuple[str, str], ...]) -> str:
    return " ".join(word if len(word) <= 2 else _changed(word, endings) for word in words.split(" "))


def _changed(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    return next(re.sub(ending, put, word, count=1) for ending, put in endings if re.search(ending, word))


def _english_plural(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if _SIBILANT.search(word) else f"{word}s"
