"""Whether a document speaks of the Compact's world: which anchors it names, how, and what else it is on.

A document that does not yields entities and no relations: a "champion country" of the Commonwealth is
not one of the Compact.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from loaders.recognition.world.signs import has_its_members, has_sets_of_objectives, service
from loaders.recognition.world.world import (
    BESIDE,
    Named,
    anchors,
    count,
    is_on_another_field,
    is_rich_in_people,
    is_rich_in_topics,
    said_of_migrants,
    tells_what_it_is_on,
)
from loaders.rules.lexicons import load

_PROCESS = "regional-process/"
_PROCESSES = (_PROCESS, "process/gfmd")
_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Weights:
    """What the mentions of anchors weigh. best: with the most that one entity adds; all: every mention, to set beside
    those of rivals. tells: whether a name speaks of migration; titled: whether a process is named in the title;
    again: whether one is named more than once, and once in full; in_full: whether any anchor is named in full;
    parts: whether one is by its own name and those of two of its parts.
    """

    best: int
    all: int
    entities: int
    tells: bool
    titled: bool
    again: bool
    in_full: bool
    parts: bool
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
        again=any(said[path] > 1 and path.startswith(_PROCESSES) for path in in_full),
        in_full=bool(in_full),
        parts=any(
            len({w for one, w, _ in named if one == path}) > _PARTS for path in said if path.startswith(_PROCESSES)
        ),
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
    paths, ours = {path for path, _, _ in every}, _weigh([one for one in every if one[0] in anchors()])
    against = _every(one for one in every if one[0] in rules["rivals"])
    against += rules["full_name"] * count("rival_names", text)
    titled = {path in anchors() for path, _, in_title in every if in_title and path in anchors() | set(rules["rivals"])}
    sets = not against and has_sets_of_objectives(text)
    if not (ours.entities or sets) or against * (2 if titled == {False} else 1) > ours.all + sets:
        return False
    said, processes = said_of_migrants(text), {path for path in paths & anchors() if path.startswith(_PROCESSES)}
    free, again = not against, said >= rules["words_said"] and not against
    served = service(processes, paths, text, in_full=ours.in_full or sets) if free and (processes or sets) else 0
    on_migrants = said >= rules["topic_said"]
    if not on_migrants and free and (ours.titled or served):
        on_migrants = is_rich_in_topics(text)
    called = again and short_title
    people = count("people", text)
    paired = free and ours.entities > 1 and ours.in_full
    beside = paired and (people > 0 or bool({*short_names} - paths))
    elsewhere = not ours.tells and is_on_another_field(text, said)
    since = free and bool(count("since", text))
    several = ours.entities + called + beside >= rules["several"]
    said_again = again and (ours.again or called)
    if not any((ours.tells, ours.titled, on_migrants, several, said_again, beside, ours.parts, served, sets, since)):
        return False
    signs = {
        "on_topic": on_migrants,
        "on_word": again and not on_migrants,
        "on_people": is_rich_in_people(text) and not ours.in_passing,
        "on_members": free and people > 0 and has_its_members(processes, paths, in_full=ours.in_full),
        "on_short_names": ours.tells and len(short_names) >= rules["short_names"],
        "borrowed_name": called + beside,
        "on_service": served,
        "on_sets": sets,
        "on_since": since,
        "on_parts": free and ours.parts,
        "on_another_field": elsewhere,
    }
    score = ours.best - min(against, rules["full_name"]) + sum(rules[sign] * holds for sign, holds in signs.items())
    return bool(score >= rules["enough"])
