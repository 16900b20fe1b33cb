"""The classes of verbs that clauses are read for, and what each may be done to (`rules/clauses.yaml`)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.clauses.words import DATED
from loaders.rules.lexicons import load
from loaders.rules.sieve import Sieve
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import needed, whole_words


@dataclass(frozen=True, slots=True)
class Things:
    """Names of the kinds that something may be done to: any of them, one that ends a text, one behind a verb."""

    any: re.Pattern[str]
    last: re.Pattern[str]
    object: re.Pattern[str]
    leading: re.Pattern[str]


@lru_cache(maxsize=8)
def _things(codes: str) -> Things:
    one = rf"⟦[A-Z]*[{codes}][A-Z]*#\d+⟧"
    return Things(
        any=re.compile(one),
        last=re.compile(rf"(?P<thing>{one}){DATED}\s?,?$"),
        object=re.compile(rf"(?P<way>(?:[^⟦⟧.;:,]|⟦[DCN]+#\d+⟧){{0,60}}?){one}"),
        leading=re.compile(rf"(?:\w+\s){{0,2}}(?P<thing>{one})", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of one list: the rule that tells of them, and how they are read (`rules/clauses.yaml`).

    passive: whether it is done by someone. inverts: whether who does it may stand behind. objects: whether a meeting
    behind the verb is what it is done to ("what"), where it is done ("where"), or neither. of_meeting: whether it must
    be said of a meeting, named or by its noun. of_names: whether what it is said of must be named. things: what it may
    be done to. of_pronouns: whether pronouns stand for the names with which the sentence opens.
    """

    name: str
    pattern: Uncased
    passive: bool
    inverts: bool
    objects: str
    of_meeting: bool
    of_names: bool
    of_it: bool
    things: Things
    of_pronouns: bool


@lru_cache(maxsize=4)
def verbs_of(language: str) -> tuple[Sieve, tuple[Verbs, ...]]:
    """All verbs that clauses are read for, in one language, and the sieve that tells which a text may have."""
    lists, needed_by_list = [], needed(language)
    found = []
    for row in load("clauses")["verbs"]:
        for voice in ("active", "passive"):
            for name in row.get(voice, ()):
                lists.append(needed_by_list[f"{{{name}}}"])
                of_list = Uncased(whole_words(name, language))
                how = (
                    row.get("inverts", True),
                    row.get("objects", "what"),
                    row.get("meeting", False),
                    row.get("named", False),
                    row.get("it", False),
                    _things(row.get("of", "E")),
                    row.get("pronouns", False),
                )
                found.append(Verbs(row["as"], of_list, voice == "passive", *how))
    return Sieve(lists), tuple(found)
