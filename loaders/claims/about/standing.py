"""Which standing body a passage means that tells of members and names none: "Its members are", "Il se compose de"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from loaders.claims.sentence.units import Unit
from loaders.recognition.names.spans import Row, Span
from loaders.rules.cues import cue

_TOKEN = re.compile(r"⟦[A-Z]*[WRPU][A-Z]*#(\d+)⟧")
_OF = re.compile(r"\s(?:of|de|del|du|des)\s?(?:the\s|la\s|l['’])?|\sd['’]")
_STATES = re.compile(
    r"\b(?:member (?:states?|countr\w+)|(?:estados?|países|país|états?|pays) (?:miembros?|membres?))\b", re.IGNORECASE
)
_FORUM = "process/imrf"
_NETWORKS = "un-entity/un-network-"
_SECRETARIAT = "un-entity/un-network-secretariat"
_SENTENCES_BACK = 3
_SUBJECT = 60  # letters into a sentence within which its subject stands
_TO_THE_END = 10**9
CODES = "WRPU"
_cue = partial(cue, "bodies_meant")
# what stands for a body, with the kinds and paths of what it means
_NOUNS = {
    "committee": ("W", ("working-group/",)),
    "group": ("WP", ("working-group/", "process/")),
    "process": ("RP", ("regional-process/", "process/")),
}


def is_standing(span: Span) -> bool:
    """Whether a name is that of a body which has members: a group, a process, a network."""
    if span.code == "U":
        return span.entity.startswith(_NETWORKS) and span.entity != _SECRETARIAT
    return span.code in CODES and span.entity != _FORUM


def standing_body(
    unit: Unit, reach: int | None, row: Callable[[int, str], Row], back: Sequence[int], home: str | None, *, alone: bool
) -> str | None:
    """The body that the sentence names before its trigger, that those before are about, the heading, the paper.

    row: the spans of some kinds in a block. back: the blocks before, nearest first. None where two may be meant.
    alone: where a sentence names a meeting too, that may be meant.
    """
    text = unit.masked.text
    end = len(text) if reach is None else reach
    here = named_before(unit, end)
    if here:
        return here
    codes = "R" if _STATES.search(text, 0, end) else codes_meant(text, end)
    home = home if home is None or may_be_meant(home, text, end) else None
    block, at = unit.block, unit.spots[0].at if unit.joined else unit.masked.at
    for begin, to in reversed(block.sentences_before(at, _SENTENCES_BACK)):
        told = _apart(block.text, _told(row(block.order, codes), begin, to))
        if alone and row(block.order, "E").starting(begin, to):
            return None
        if told:
            return _meant(told, begin)
    heading = _told(row(block.section, codes), 0, _TO_THE_END) if block.section is not None else []
    before = _told(row(back[0], codes), 0, _TO_THE_END) if back else []
    named = {span.entity for span in before}
    farther = (_told(row(order, "R"), 0, _TO_THE_END) for order in back[1:])
    told = [span for span in heading if span.entity in named] or before or heading or next(filter(None, farther), [])
    return told[-1].entity if told else home


def codes_meant(text: str, end: int) -> str:
    """The kinds that a body may be of by the noun for it before `end`: "the Committee" is a group."""
    return next((codes for noun, (codes, _) in _NOUNS.items() if _cue(noun).search(text, 0, end)), CODES)


def may_be_meant(path: str, text: str, end: int) -> bool:
    """Whether a body is of a kind that the noun for it before `end` leaves."""
    fits = (path.startswith(begin) for noun, (_, begin) in _NOUNS.items() if _cue(noun).search(text, 0, end))
    return next(fits, True)


def _apart(text: str, told: list[Span]) -> list[Span]:
    """The bodies of a sentence without those within which another has its place; all where there is no other."""
    return [span for span in told if not _cue("within").search(text, 0, span.at)] or told


def named_before(unit: Unit, end: int) -> str | None:
    """The standing body that a sentence names last before `end`; of two that belong together the one that is part."""
    text = unit.masked.text
    tokens = [
        (token, [m.span.entity for m in unit.masked.members(int(token[1])) if is_standing(m.span)])
        for token in _TOKEN.finditer(text, 0, end)
    ]
    here = [(token, named) for token, named in tokens if named]
    while len(here) > 1 and _OF.fullmatch(text, here[-2][0].end(), here[-1][0].start()):
        here.pop()  # "the task force of the Process, whose members are"
    return here[-1][1][-1] if here else None


def _told(row: Row, begin: int, to: int) -> list[Span]:
    return [span for span in row.starting(begin, to) if is_standing(span)]


def _meant(told: Sequence[Span], begin: int) -> str | None:
    """What a sentence is about: the body it opens with, else the only one."""
    opened = told[0].entity
    return opened if told[0].at - begin <= _SUBJECT or len({span.entity for span in told}) == 1 else None
