"""Whether a document speaks of the Compact's world: which anchors it names, how, and what else it is on.

A document that does not yields entities and no relations: a "champion country" of the Commonwealth is
not one of the Compact.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from loaders.recognition.gazetteer import reference_classes
from loaders.rules.lexicons import Words, alternatives, load
from loaders.rules.spellings import words_of
from loaders.rules.uncased import Uncased

Named: TypeAlias = tuple[str, str, bool]
"""Entity path, words, whether they stand in the title or tell what a meeting is on: a mention that needs no context."""

TOLD = "of migration"
"""Words for a mention that tells its world by what stands before it: "objectives 5 and 16 of the GCM"."""
_PROCESS = "regional-process/"
BESIDE = "beside migration"
"""Words for a mention whose sentence is on migrants: it tells its world where the name is said again."""


@lru_cache(maxsize=1)
def anchors() -> frozenset[str]:
    """The entities that show a document to be of this world, by path."""
    rules = load("world")
    classes = set(rules["anchor_classes"])
    return frozenset(rules["anchors"]) | {path for path, cls in reference_classes().items() if cls in classes}


@lru_cache(maxsize=16)
def _any_of(words: str) -> Words:
    return words_of(load("world")[words])


def _count(words: str, text: str) -> int:
    return sum(1 for _ in _any_of(words).find(text))


@lru_cache(maxsize=1)
def _telling() -> Uncased:
    return Uncased(alternatives(load("world")["tells"]))


@lru_cache(maxsize=1)
def of_something_else() -> re.Pattern[str]:
    """What goes on behind "migration" where no people migrate: " of databases", " d'oiseaux"."""
    people = alternatives(load("world")["of_people"])
    return re.compile(rf"\s+(?:of|de|des|d['’])\s*(?!{people}\b)(?=[a-zà-ÿ]{{3}})")


@lru_cache(maxsize=4096)
def tells_what_it_is_on(path: str, words: str) -> bool:
    """Whether a name speaks of migration itself: not "IMRF", "Rabat Process"."""
    return path not in load("world")["borrowed"] and _telling().search(words) is not None


def said_of_migrants(text: str) -> int:
    """How often a text says that it is on people who migrate, less what it says of birds or data."""
    said = sum(1 for _, to in _any_of("topic").find(text) if not of_something_else().match(text, to))
    said += sum(1 for at, to in _any_of("people").find(text) if not _count("topic", text[at:to]))
    return said - _count("others", text)


def is_said_of_migrants(sentence: str) -> bool:
    """Whether a sentence says what it names to be on people who migrate: "..., a forum on migration policies"."""
    told = any(not of_something_else().match(sentence, to) for _, to in _any_of("told_beside").find(sentence))
    return told and not _count("others", sentence)


@lru_cache(maxsize=1)
def _topics() -> list[Words]:
    return [words_of(words) for words in load("world")["topics_of_the_field"]]


def _is_rich_in_topics(text: str) -> bool:
    """Whether a text speaks of several topics of this world, were it of each but once."""
    spoken_of = sum(1 for words in _topics() if next(iter(words.find(text)), None))
    return spoken_of >= int(load("world")["topics_spoken_of"])


def is_of_the_field(words: str) -> bool:
    """Whether words name what processes of this world meet on: "on returns", "sobre la movilidad"."""
    return bool(_count("people", words) or _count("field_topics", words))


def is_rich_in_people(text: str) -> bool:
    """Whether a text says again and again what is said of people who migrate alone."""
    rules = load("world")
    enough = max(int(rules["people_said"]), len(text) // int(rules["people_every"]))
    return _count("people", text) >= enough


@dataclass(frozen=True, slots=True)
class _Weights:
    """What the mentions of anchors weigh. best: with the most that one entity adds; all: every mention, to set beside
    those of rivals. tells: whether a name speaks of migration; titled: whether a process is named in the title;
    again: whether one is named in full more than once.
    """

    best: int
    all: int
    entities: int
    tells: bool
    titled: bool
    again: bool
    in_passing: bool


def _weigh(named: Sequence[Named]) -> _Weights:
    """One anchor said ten times is still one anchor: its best two mentions count, of an acronym the first."""
    rules = load("world")
    told: dict[str, int] = defaultdict(int)
    borrowed: dict[str, int] = defaultdict(int)
    said = Counter(path for path, _, _ in named)
    in_full = Counter(path for path, words, _ in named if " " in words)
    for path, words, in_title in named:
        if tells_what_it_is_on(path, words) and (words != BESIDE or ((in_title or said[path] > 1) and not told[path])):
            told[path] += rules["full_name"] + rules["in_title"] * in_title
        else:
            several = " " in words and path not in rules["borrowed"]
            weight = rules["borrowed_name"] * (1 + (several and (in_title or path in borrowed)))
            borrowed[path] = max(borrowed[path], weight)
    return _Weights(
        best=sum(min(weight, 2 * rules["full_name"]) for weight in told.values()) + sum(borrowed.values()),
        all=_every(named),
        entities=len({path for path, _, _ in named}),
        tells=bool(told),
        titled=any(in_title and path.startswith(_PROCESS) and " " in words for path, words, in_title in named),
        again=any(times > 1 and path.startswith(_PROCESS) for path, times in in_full.items()),
        in_passing=len(named) < 2 and not any(in_title for _, _, in_title in named),
    )


def _every(named: Iterable[Named]) -> int:
    """What all mentions weigh together."""
    full, borrowed = int(load("world")["full_name"]), int(load("world")["borrowed_name"])
    return sum(full if " " in words else borrowed for _, words, _ in named)


def speaks_of_this_world(
    named: Iterable[Named], text: str, short_names: Collection[str] = (), *, short_title: bool = False
) -> bool:
    """named: the mentions that need no context. text: the document. short_names: anchors that "the Network" names.

    short_title: whether the title has one of those.
    """
    rules, every = load("world"), list(named)
    of_anchors, said = _weigh([one for one in every if one[0] in anchors()]), said_of_migrants(text)
    against = _every(one for one in every if one[0] in rules["rivals"])
    against += rules["full_name"] * _count("rival_names", text)
    titled = {path in anchors() for path, _, in_title in every if in_title and path in anchors() | set(rules["rivals"])}
    if not of_anchors.entities or against * (2 if titled == {False} else 1) > of_anchors.all:
        return False
    on_migrants = said >= rules["topic_said"]
    if not on_migrants and of_anchors.titled and not against:
        on_migrants = _is_rich_in_topics(text)
    again = of_anchors.again and said >= rules["words_said"] and not against
    called = short_title and said >= rules["words_said"] and not against
    several = of_anchors.entities + called >= rules["several"]
    if not (of_anchors.tells or of_anchors.titled or again or called or on_migrants or several):
        return False
    score = of_anchors.best + rules["on_topic"] * on_migrants - min(against, rules["full_name"])
    score += rules["borrowed_name"] * called
    if is_rich_in_people(text) and not of_anchors.in_passing:
        score += rules["on_people"]
    if not against and not on_migrants:
        score += rules["on_word"] * (said >= rules["words_said"])
    if of_anchors.tells and len(short_names) >= rules["short_names"]:
        score += rules["on_short_names"]
    return bool(score >= rules["enough"])
