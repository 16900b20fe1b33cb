"""The words that tell a document's world: which names are anchors, and what is said of people who migrate."""

import re
from functools import lru_cache
from typing import TypeAlias

from loaders.recognition.names.gazetteer import reference_classes
from loaders.rules.lexicons import Words, alternatives, load
from loaders.rules.spellings import words_of
from loaders.rules.uncased import Uncased

Named: TypeAlias = tuple[str, str, bool]
"""Entity path, words, whether they stand in the title or tell what a meeting is on: a mention that needs no context."""

TOLD = "of migration"
"""Words for a mention that tells its world by what stands before it: "objectives 5 and 16 of the GCM"."""
BESIDE = "beside migration"
"""Words for a mention whose sentence is on migrants: it tells its world where the name is said again."""

PASSING = "in passing"
"""Words for a mention that tells little though in full: one alone behind the first paragraph, one cited with others."""


@lru_cache(maxsize=1)
def anchors() -> frozenset[str]:
    """The entities that show a document to be of this world, by path."""
    rules = load("world")
    classes = set(rules["anchor_classes"])
    return frozenset(rules["anchors"]) | {path for path, cls in reference_classes().items() if cls in classes}


@lru_cache(maxsize=16)
def _any_of(words: str) -> Words:
    return words_of(load("world")[words])


def count(words: str, text: str) -> int:
    """How often a text has the words of a list of this world."""
    return sum(1 for _ in _any_of(words).find(text))


@lru_cache(maxsize=1)
def _telling() -> Uncased:
    return Uncased(alternatives(load("world")["tells"]))


@lru_cache(maxsize=1)
def of_something_else() -> re.Pattern[str]:
    """What goes on behind "migration" where no people migrate: " of databases", " del atún", " a la nube"."""
    rules = load("world")
    people, kinds = alternatives(rules["of_people"]), alternatives(rules["of_what_kind"])
    things = alternatives([*rules["others"], *rules["of_things"]])
    the = r"(?:the\s|la\s|las\s|los\s|el\s|les\s|le\s|l['’])?"
    return re.compile(
        rf"\s+(?:of|de|des|d['’])\s*(?!{people}\b)(?=[a-zà-ÿ]{{3}})|\s+(?i:{kinds})\b"
        rf"|\s+(?:of|to|into|towards|from|del?|du|des|a|al|hacia|desde|vers)\s{the}(?:\w+\s)?(?i:{things})\b"
    )


@lru_cache(maxsize=4096)
def tells_what_it_is_on(path: str, words: str) -> bool:
    """Whether a name speaks of migration itself: not "IMRF", "Rabat Process"."""
    return path not in load("world")["borrowed"] and _telling().search(words) is not None


def said_of_migrants(text: str) -> int:
    """How often a text says that it is on people who migrate, less what it says of birds or data."""
    said = sum(1 for _, to in _any_of("topic").find(text) if not of_something_else().match(text, to))
    said += sum(1 for at, to in _any_of("people").find(text) if not count("topic", text[at:to]))
    return said - count("others", text)


def is_said_of_migrants(sentence: str) -> bool:
    """Whether a sentence says what it names to be on people who migrate: "..., a forum on migration policies"."""
    told = any(not of_something_else().match(sentence, to) for _, to in _any_of("told_beside").find(sentence))
    return told and not count("others", sentence)


@lru_cache(maxsize=1)
def _topics() -> list[Words]:
    return [words_of(words) for words in load("world")["topics_of_the_field"]]


def is_rich_in_topics(text: str) -> bool:
    """Whether a text speaks of several topics of this world, were it of each but once."""
    spoken_of = sum(1 for words in _topics() if next(iter(words.find(text)), None))
    return spoken_of >= int(load("world")["topics_spoken_of"])


@lru_cache(maxsize=1)
def _other_fields() -> list[Words]:
    return [words_of(words) for words in load("world")["other_fields"]]


def is_on_another_field(text: str, said: int) -> bool:
    """Whether a text says more of housing, of forests, of courts than of people who migrate (said: how often)."""
    most = max(sum(1 for _ in words.find(text)) for words in _other_fields())
    return most >= int(load("world")["field_said"]) and most > said


def is_of_the_field(words: str) -> bool:
    """Whether words name what processes of this world meet on: "on returns", "sobre la movilidad"."""
    return bool(count("people", words) or count("field_topics", words))


def is_rich_in_people(text: str) -> bool:
    """Whether a text says again and again what is said of people who migrate alone."""
    rules = load("world")
    enough = max(int(rules["people_said"]), len(text) // int(rules["people_every"]))
    return count("people", text) >= enough
