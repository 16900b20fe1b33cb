"""Who organizes what a list gives by its title: "Cities that receive (ILO, Kenya)", "Data, with CARICOM"."""

import re
from collections.abc import Iterator

from loaders.claims.sentence.qualify import Qualification
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_ACTORS = frozenset("SUORW")
_BODIES = frozenset("UORW")
_BRACKET = re.compile(r"[\"”»]?\s\((?P<names>[^()]+(?:\([^()]*\)[^()]*)*)\)")
_WITH = Uncased(rf"[\"”»]?,?\s(?:{alternatives(load('events')['done_with'])})(?P<names>[^.;(|]+)")
_MOST_OF_IT = 0.6


def titled_claims(found: Recognition) -> Iterator[Stated]:
    """Organizes for those whom a bracket or "with" puts behind the title of a meeting in a list of them."""
    for order, placed in found.meetings.items():
        block = found.reading.blocks[order]
        for candidate, event in placed:
            if candidate.titled:
                behind = _BRACKET.match(block.text, candidate.to) or _WITH.match(block.text, candidate.to)
                for who in _names(found, block, *behind.span("names")) if behind else ():
                    yield Stated(subject=who, relation="organizes", object=event.path,
                                 spots=(Spot(order, *block.sentence_at(candidate.at)),),
                                 qualification=Qualification(), rule="organizer-of-titled")  # fmt: skip


def _names(found: Recognition, block: Block, at: int, to: int) -> list[str]:
    """Those that a stretch lists, where it is little else and no place: bodies, or several."""
    spans = [s for s in found.spans[block.order] if at <= s.at < to and s.entity]
    actors = [s for s in spans if s.code in _ACTORS]
    most = sum(s.to - s.at for s in actors) >= _MOST_OF_IT * (to - at)
    told = len(actors) > 1 or any(s.code in _BODIES for s in actors)
    return [s.entity for s in actors] if most and told and len(spans) == len(actors) else []
