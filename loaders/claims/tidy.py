"""Stated relations put in order: each thing once a sentence, and what one rule knows better than another."""

from collections.abc import Hashable

from loaders.claims.stated import Stated

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
    once: dict[tuple[Hashable, ...], Stated] = {}
    for one in stated:
        kept = once.get(one.says)
        # the reading with the list and the period tells more
        if kept is None or _weight(one) > _weight(kept):
            once[one.says] = one
    sharper = {
        (one.subject, weak, one.object, one.spots[:1])
        for one in once.values()
        for strong, weak in _TELLS_MORE
        if one.relation == strong
    }
    return [one for one in once.values() if (one.subject, one.relation, one.object, one.spots[:1]) not in sharper]


def _weight(one: Stated) -> tuple[bool, bool, int]:
    return (one.when is not None, one.exhaustive, -len(one.inferences))
