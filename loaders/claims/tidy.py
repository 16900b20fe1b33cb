"""Stated relations put in order: each thing once a sentence, and what one rule knows better than another."""

from collections import defaultdict
from collections.abc import Hashable

from loaders.claims.sentence.stated import Stated

_NO_OFFICE = "representative"  # of whom no more is said than whom they are of

# (relation that tells more, relation that it makes needless for the same subject and object)
_TELLS_MORE = (
    ("observerOf", "participatesIn"),
    ("observerOf", "memberOf"),
    ("coChairs", "chairs"),
    ("leads", "holdsRole"),
    ("championOf", "memberOf"),
)


def tidy(stated: list[Stated]) -> list[Stated]:
    """Without doubles and without what a sharper relation of the same sentence already says."""
    labelled = {(one.subject, one.relation, one.spots[0].block) for one in stated if one.rule.startswith("label-")}
    once: dict[tuple[Hashable, ...], Stated] = {}
    for one in stated:
        # what a label says is told by the label, not by the passage around it
        if _is_guessed(one) and (one.subject, one.relation, one.spots[0].block) in labelled:
            continue
        kept = once.get(one.says)
        # the reading with the list, the period, the end tells more
        if kept is None or _weight(one) > _weight(kept):
            once[one.says] = one
    sharper = {
        (one.subject, weak, one.object, one.spots[:1])
        for one in once.values()
        for strong, weak in _TELLS_MORE
        if one.relation == strong
    }
    told = [one for one in once.values() if (one.subject, one.relation, one.object, one.spots[:1]) not in sharper]
    return _with_fullest_roles(told)


def _with_fullest_roles(stated: list[Stated]) -> list[Stated]:
    """Of the offices that one holds at one body each once, as the fullest reading words it."""
    offices: dict[tuple[Hashable, ...], dict[str, Stated]] = defaultdict(dict)
    for one in stated:
        if one.relation == "holdsRole":
            offices[one.subject, one.object, one.qualification.polarity, one.qualification.ended].setdefault(
                _office(one), one
            )
    fullest = {
        id(one)
        for told in offices.values()
        for office, one in told.items()
        if not any(_says_more(other, office) for other in told)
    }
    return [one for one in stated if one.relation != "holdsRole" or id(one) in fullest]


def _office(one: Stated) -> str:
    return " ".join((one.role or "").casefold().split())


def _says_more(other: str, office: str) -> bool:
    return other != office and (office in other or (office == _NO_OFFICE and other != ""))


def _is_guessed(one: Stated) -> bool:
    return "context" in one.inferences and not one.rule.startswith("label-")


def _weight(one: Stated) -> tuple[bool, bool, bool, int]:
    return (one.when is not None, one.exhaustive, one.qualification.ended, -len(one.inferences))
