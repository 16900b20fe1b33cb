"""The words that names of meetings are made of: the lists of events.yaml, compiled."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from loaders.rules.lexicons import Words, alternatives, load


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled lists of events.yaml."""

    heads: Words
    kinds: dict[str, str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    stops: frozenset[str]
    pointers: frozenset[str]
    pointing: frozenset[str]
    title_words: re.Pattern[str]
    of_region: re.Pattern[str]
    regions: dict[str, str]
    region: re.Pattern[str]
    bare_reviews: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of event names, compiled once a process."""
    words = load("events")
    kinds = {noun: kind for kind, nouns in words["heads"].items() for noun in nouns}
    kinds |= {noun: "event" for noun in words["pointing"] if noun not in kinds}
    kinds |= {many: kinds[one] for many, one in words["plurals"].items() if one in kinds and many not in kinds}
    regions = {name.casefold(): key for key, names in words["regions"].items() for name in chain(*names.values())}
    reviewed = [name for names in words["regions"].values() for name in names["before"]]
    kinds |= {f"{name.casefold()} {noun}": "review" for name in reviewed for noun in ("review", "regional review")}
    bare = [noun for noun in words["bare_reviews"] if noun not in kinds]
    kinds |= dict.fromkeys(bare, "review")
    of_regions = [name for names in words["regions"].values() for name in names["of"]]
    return Grammar(
        heads=Words(kinds),
        kinds=kinds,
        modifiers=frozenset(words["modifiers"]),
        connectors=frozenset(words["connectors"]),
        stops=frozenset(words["stops"]),
        pointers=frozenset(words["pointers"]),
        pointing=frozenset(words["pointing"]),
        title_words=re.compile(
            rf"\s*[:–—-]?\s*\b{alternatives([re.escape(w) for w in words['title_words']])}\b(?:\s+(?:of|on|for|de"
            rf"|del|du|sur)\s+(?:the|la|el|le|l['’])?\s*)?\s*[:–—-]?\s*",
            re.IGNORECASE,
        ),
        of_region=re.compile(
            rf"\s(?:in|for|of|en|de|para|pour|dans|d['’])\s?(?:the\s|la\s|l['’])?{alternatives(of_regions)}\b"
        ),
        regions=regions,
        bare_reviews=frozenset(bare),
        region=re.compile(rf"(?<!\w){alternatives([re.escape(name) for name in regions])}(?!\w)", re.IGNORECASE),
    )


def event_name_from_title(title: str) -> str:
    """A title without the words that only tell the genre ("Summary of Discussions")."""
    rules = grammar()
    name = rules.title_words.sub(" ", title)
    return re.sub(r"\s+", " ", name).strip(" :–—-,.") or title
