"""Words by which the passage of a group tells who leads it and who belongs to it, as `rules/groups.yaml` lists them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import SoughtUncased
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import lists

SUCCEEDS = "succeeds"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a relation; `side`: where those of whom it is told stand, or `verb`."""

    relation: str
    side: str
    words: SoughtUncased


@dataclass(frozen=True, slots=True)
class Words:
    """All that is sought in the passage of a group.

    before, behind: what stands between a name and the words told of it, on that side of the words.
    object_before, object_behind: a pronoun for the group as the object of a verb, on that side of the verb.
    """

    cues: tuple[Cue, ...]
    back: Uncased
    helpers: Uncased
    term: SoughtUncased
    opens: Uncased
    before: Uncased
    behind: Uncased
    object_before: Uncased
    object_behind: Uncased
    pronoun: Uncased
    objectives: tuple[SoughtUncased, SoughtUncased]
    groups: Uncased
    offices: Mapping[str, SoughtUncased]


@lru_cache(maxsize=1)
def words() -> Words:
    """Compiled once."""
    data = load("groups")
    told, small = data["successors"], alternatives(data["small"])
    rows = [(row["relation"], row["side"], row["words"]) for row in data["passage"]]
    rows += [(SUCCEEDS, side, told[side]) for side in ("after", "before")]
    gap = rf"(?:[\s,]*(?:{small}(?<=['’])|{small}(?!\w)|⟦d#\d+⟧|\d{{4}}))*[\s,]*"
    pronoun = data["pronoun"]
    return Words(
        cues=tuple(Cue(relation, side, _any_of(words)) for relation, side, words in rows),
        back=Uncased(rf"\W*(?:[^⟦⟧.;:,]{{0,25}}, |(?:in|en) ⟦d#\d+⟧,? )?{alternatives(data['back'])}(?!\w)"),
        helpers=Uncased(alternatives(data["helpers"])),
        term=_any_of(told["term"]),
        opens=Uncased(rf"[^\w⟦]*{gap}(?:⟦[suo]+#\d+⟧{gap})?$"),
        before=Uncased(rf"⟦[suoh]+#(?P<n>\d+)⟧{gap}$"),
        behind=Uncased(
            rf"(?:{gap}|[^⟦⟧.;()]{{0,45}}(?::|,?\s{alternatives(data['namely'])}(?!\w)){gap})(?=⟦[hosu]+w?#)"
        ),
        object_before=Uncased(rf"(?<!\w){alternatives(pronoun['before'])}\s?(?:{small}\s)?$"),
        object_behind=Uncased(rf"\s(?:\w+\s)?{alternatives(pronoun['behind'])}(?!\w)"),
        pronoun=Uncased(rf"(?<!\w){alternatives(data['back'])}\s(?:\w+\s)?$"),
        objectives=(_any_of(data["objectives"]["before"]), _any_of(data["objectives"]["after"])),
        offices={relation: _any_of(names) for relation, names in data["offices"].items()},
        groups=Uncased(
            rf"(?<!\w){alternatives([*data['several'], *_nouns(), 'networks?', 'red(?:es)?', 'réseaux?'])}(?!\w)"
        ),
    )


def _nouns() -> list[str]:
    return [form for forms in load("groups")["nouns"].values() for form in forms]


def _any_of(entries: Sequence[str]) -> SoughtUncased:
    known = lists()
    spelled = [re.sub(r"\{([a-z-]+)\}", lambda slot: known[slot[1]], entry) for entry in entries]
    return SoughtUncased(rf"(?<![\w-]){alternatives(spelled)}(?![\w-])")
