"""Who belongs to the body that met, as its minutes list it: "Members present: A, B. Members excused: C"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_ACTORS = "SUORW"
_COMMITTEE = re.compile(r"committee|board|comit")
_BODIES = ("working-group/", "un-entity/un-network", "regional-process/")


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    words = load("preambles")
    members, there = alternatives(words["members"]), alternatives(words["present_or_not"])
    return re.compile(rf"\W*{members}\s(?P<there>{there})\b[^\w\n]{{0,6}}[:.–-]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _absent() -> re.Pattern[str]:
    return re.compile(alternatives(load("preambles")["not_present"]), re.IGNORECASE)


def members_present(found: Recognition, meeting: str | None) -> Iterator[Stated]:
    """memberOf and memberOfCommittee for the members whom minutes list; participatesIn for those who were there."""
    own = found.book.main
    body = own.series[-1] if own and own.path == meeting and own.series else ""
    if meeting is None or not body.startswith(_BODIES):
        return
    relation = "memberOfCommittee" if _COMMITTEE.search(body) else "memberOf"
    for block in found.reading.blocks:
        label = _label().match(block.text)
        if label is None:
            continue
        spots = (Spot(block.order, 0, len(block.text)),)
        for span in found.spans[block.order]:
            if span.code in _ACTORS and span.at >= label.end() and span.entity != body:
                yield Stated(subject=span.entity, relation=relation, object=body, spots=spots, rule="members-present")
                if not _absent().match(label["there"]):
                    yield Stated(
                        subject=span.entity, relation="participatesIn", object=meeting, spots=spots,
                        rule="members-present", inferences=("context",),
                    )  # fmt: skip
