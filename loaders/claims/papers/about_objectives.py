"""What the objectives that a sentence names are told of where no rule has read it: by its clause, whatever the verb."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.claims.about.context import Context
from loaders.claims.about.focus import tells_another_time
from loaders.claims.about.reviews import is_forum
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.subjects import is_devoted
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_DEVOTED, _ACTORS = frozenset("EWTILPF"), frozenset("SUORH")
_OBJECTIVES = re.compile(r"⟦J#(\d+)⟧")
_TOKEN = re.compile(r"⟦([A-Z]+)#(\d+)⟧")
_BRACKET = re.compile(r"\s?\([^()]*\)")
_ASIDE = re.compile(r"(?<=⟧)(?:,\s[^,;:()]{1,140},|\s[–—-]\s[^,;:()–—]{1,140}\s[–—-])(?=\s)")
_RELATIVE = re.compile(
    r"(?<=\w),\s(?:which|that|que|qu['’]|qui|dont|cuy[oa]s?)\s?[^.;:,⟦⟧]{0,30}(?:⟦[A-Z]+#\d+⟧)?[^.;:,⟦⟧]{1,80}"
    r"(?=,\s|\s?:)"
)
_OF_ANOTHER = re.compile(r"⟧['’]s?\s")
_OWNS = re.compile(r"['’]s?\s(?:[\w-]+\s){0,3}?(?=⟦)")  # "Ghana's ⟦I⟧"
_AND_WHICH = re.compile(r"\s(?:and|y|et)\s(?:which|that|que|qui)\s[^⟦⟧]*$", re.IGNORECASE)
_WHICH = re.compile(r"\s?[»\"”]?,\s(?:which|that|que|qui|qu['’])", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?:[^,;:]{0,60},)?\s(?:(?:of|del?|du|de la)\s)?(?:(?:the|this|el|la|est[ae]|le|ce|cette)\s|l['’])?"
    r"⟦([A-Z]+)#(\d+)⟧",
    re.IGNORECASE,
)
_LONGEST = 170
_OPENING = 30  # letters into a clause within which it tells where
_NEAR = 90
_LONGEST_CUE = 60
_WHOLE_SENTENCE = (
    ("it", "context-devoted or main-event"),
    ("paper", "context-text"),
    ("group", "context-working-group"),
    ("programme", "context-programme"),
    ("meeting", "context-debate or main-event"),
    ("people", "context-debate or main-event"),
)


def about_objectives(
    found: Recognition, context: Context, sentences: Mapping[tuple[int, int], Masked], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """coversObjective for the objectives of sentences that told of none so far.

    sentences: those with names, as they stand, by their block and place.
    """
    told: dict[tuple[int, int], list[Stated]] = {}
    for one in stated:
        if one.relation == "coversObjective":
            told.setdefault((one.spots[0].block, one.spots[0].at), []).append(one)
    for place, masked in sentences.items():
        if "⟦J#" not in masked.text:
            continue
        if place in told:
            yield from _too(masked, told[place])
            continue
        block = found.reading.blocks[place[0]]
        unit = Unit(masked, block, (Spot(block.order, masked.at, masked.to),))
        for objectives in _OBJECTIVES.finditer(masked.text):
            owner = _owner(unit, context, objectives)
            if owner is None or not is_devoted(owner[0]):
                continue
            said = qualify(masked.text, objectives.start(), objectives.end())
            for member in masked.members(int(objectives[1])):
                yield Stated(subject=owner[0], relation="coversObjective", object=member.span.entity, spots=unit.spots,
                             qualification=said, rule=f"about-objectives-{owner[1]}",
                             inferences=() if owner[1] == "named" else ("context",))  # fmt: skip


def _too(masked: Masked, told: Sequence[Stated]) -> Iterator[Stated]:
    """Further objectives of what a sentence told some of: "turns on objective 15, from which it reaches out to 7"."""
    of_whom = {one.subject for one in told}
    known = {one.object for one in told}
    before: re.Match[str] | None = None
    for objectives in _OBJECTIVES.finditer(masked.text) if len(of_whom) == 1 else ():
        members = [member.span.entity for member in masked.members(int(objectives[1]))]
        if not known.isdisjoint(members):
            before = objectives
        elif before and cue("about_objectives", "goes-on").match(masked.text[before.end() : objectives.start()]):
            yield from (replace(told[0], object=path, rule="about-objectives-too") for path in members)
            before = objectives


def _owner(unit: Unit, context: Context, objectives: re.Match[str]) -> tuple[str, str] | None:
    """What is about some objectives, and by what it is told."""
    text = unit.masked.text
    begin = text.rfind("; ", 0, objectives.start()) + 1
    end = text.find("; ", objectives.end())
    clause = text[begin : end if end > 0 else len(text)]
    if cue("about_objectives", "else").search(clause):
        return None
    left = without_asides(text[begin : objectives.start()])
    if "(" in left:
        return None  # what stands before the bracket is told by rules
    named = list(_TOKEN.finditer(left))
    if cue("about_objectives", "front").match(left):
        behind = _behind(unit, text[objectives.end() : end if end > 0 else len(text)])
        if behind:
            return behind, "named"
    if cue("about_objectives", "led").fullmatch(left):
        led = _FOLLOWS.match(text, objectives.end(), end if end > 0 else len(text))
        codes = _codes(unit, led) if led else set()
        return (unit.masked.members(int(led[2]))[-1].span.entity, "named") if led and codes & _DEVOTED else None
    if any(_codes(unit, one) & (_DEVOTED | _ACTORS) for one in named):
        return _named(unit, left, named)
    return _told(unit, context, left, objectives.start())


def without_asides(left: str) -> str:
    """What stands before something in a clause, without brackets and what commas set apart behind a name."""
    return _RELATIVE.sub("", _ASIDE.sub("", _BRACKET.sub("", left))).lstrip()


def is_governed_there(text: str, at: int) -> bool:
    """Whether a name at a place of a masked text hangs on a preposition: no subject."""
    return cue("about_objectives", "governed").search(text[max(0, at - _LONGEST_CUE) : at]) is not None


def _codes(unit: Unit, token: re.Match[str]) -> set[str]:
    """The kinds of what a token stands for; the Compact, which has all objectives, is none."""
    return {m.span.code for m in unit.masked.members(int(token[2])) if is_devoted(m.span.entity or "") and m.span.code}


def _named(unit: Unit, left: str, named: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    """The name that the clause is told of, where that may be about objectives."""
    actors = [one for one in named if _codes(unit, one) & _ACTORS and not _OWNS.match(left, one.end())]
    devoted = [one for one in named if _codes(unit, one) & _DEVOTED and not tells_another_time(left, one.start())]
    governed = {one.start() for one in named if is_governed_there(left, one.start())}
    free = [one for one in (*actors, *devoted) if one.start() not in governed]
    last = max(free, key=re.Match.start, default=None)
    further = _AND_WHICH.search(left)
    if further:  # "the programme, which IOM leads and which serves": of what both relatives hang on
        last = next((one for one in named if _WHICH.match(left, one.end())), None)
    if last is None and len(devoted) == 1 and not actors and devoted[0].start() < _OPENING:
        last = devoted[0]
    if last is None or last not in devoted:
        return None
    between = "" if further else left[last.end() :]
    beside = [one for one in free if one.start() < last.start() and not further]
    if beside and not cue("about_objectives", "hangs-on-it").match(between):
        return None
    if len(between) > _LONGEST or cue("about_objectives", "its-own").search(between) or _OF_ANOTHER.search(between):
        return None
    entities = {m.span.entity for m in unit.masked.members(int(last[2])) if m.span.code in _DEVOTED}
    return (str(entities.pop()), "named") if len(entities) == 1 else None


def _behind(unit: Unit, right: str) -> str | None:
    """The name behind its objectives, where they are what the clause is told of: "Objective 6 falls to ⟦W⟧"."""
    near = _BRACKET.sub("", right)[:_NEAR].split(", ", 1)[0]
    for one in _TOKEN.finditer(near):
        codes = _codes(unit, one)
        if codes & _ACTORS:
            return None
        if codes & _DEVOTED:
            return unit.masked.members(int(one[2]))[-1].span.entity
    return None


def _told(unit: Unit, context: Context, left: str, reach: int) -> tuple[str, str] | None:
    """What a clause without names is about: the meeting, paper or group of which it has the noun, or "it"."""
    if len(left) > _LONGEST:
        return None
    for name, filler in _WHOLE_SENTENCE:
        opened = cue("about_objectives", name).match(left)
        if opened:
            if cue("about_objectives", "of-some").search(left) or cue("about_objectives", "its-own").search(
                left[opened.end() :]
            ):
                return None
            filled = context.fill(filler, unit, reach)
            return (filled, name) if filled and not is_forum(filled) else None
    return None
