"""Papers that someone adopts or endorses, where no rule has read it: who, the deed and the paper, in that order."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.records import Polarity
from loaders.claims.about.focus import tells_another_time
from loaders.claims.papers.about_objectives import is_governed_there, without_asides
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Spot
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_PAPER = re.compile(r"⟦I+#(\d+)⟧")
_ACTOR = re.compile(r"⟦[A-Z]*[SUORWE][A-Z]*#(\d+)⟧")
_ANY = re.compile(r"⟦([A-Z]+)#\d+⟧")
_NAMELESS = frozenset("DCNIT")
_ACTORS = frozenset("SUORWE")
_OF_WHOM = re.compile(
    r"\s(?:of|del?|d[eu]s?|de la|de l['’])\s?(?:(?:the|la|el|le|les)\s)?⟦[RPUOE]+#\d+⟧", re.IGNORECASE
)
_AND = re.compile(r"(?:,|\b(?:and|y|e|et))\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_NEAR = 70  # letters between the deed and the paper
_STANDS_BY = 45  # letters between who does it and the deed


def agreed_by_clause(
    found: Recognition, sentences: Mapping[tuple[int, int], Masked], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """Adopts and endorses, of a body, State or meeting that a clause names before the deed and the paper.

    sentences: those with names, as they stand, by their block and place.
    """
    told = {
        (one.spots[0].block, one.spots[0].at, one.object) for one in stated if one.relation in ("adopts", "endorses")
    }
    for (order, at), masked in sentences.items():
        for paper in _PAPER.finditer(masked.text):
            papers = {member.span.entity for member in masked.members(int(paper[1])) if member.span.code == "I"}
            papers = {one for one in papers if (order, at, one) not in told}
            begin = masked.text.rfind(";", 0, paper.start()) + 1
            said = _said(without_asides(masked.text[begin : paper.start()])) if papers else None
            if said is None:
                continue
            actors, relation, clause = said
            how = qualify(clause, 0, len(clause))
            doers = [member.span for member in masked.members(actors) if member.span.code in _ACTORS]
            for path in papers if how.polarity is Polarity.POSITIVE else ():
                for doer in doers:
                    yield Stated(subject=doer.entity, relation=relation, object=path, rule="agreed-by-clause",
                                 spots=(Spot(order, masked.at, masked.to),), qualification=how)  # fmt: skip


def _said(left: str) -> tuple[int, str, str] | None:
    """Who adopts or endorses what stands behind a text: the number of the token, the relation, the words between."""
    endorsed = list(cue("adopted_papers", "endorsing").finditer(left))
    deed = max([*endorsed, *cue("adopted_papers", "adopting").finditer(left)], key=re.Match.end, default=None)
    if deed is None or len(left) - deed.end() > _NEAR:
        return None
    if not cue("adopted_papers", "done-to").match(left[deed.end() :]):
        return None
    free = [one for one in _ACTOR.finditer(left, 0, deed.start()) if not is_governed_there(left, one.start())]
    if not free or tells_another_time(left, free[-1].start()):
        return None
    between = _OF_WHOM.sub("", left[free[-1].end() : deed.start()], count=1)
    near = len(between) <= _STANDS_BY and not _names_someone(between)
    by_others = cue("adopted_papers", "of-others").search(left[free[0].start() :])
    if by_others or not (near or (len(free) == 1 and _AND.search(between))):
        return None
    return int(free[-1][1]), "endorses" if deed in endorsed else "adopts", left[free[-1].start() :]


def _names_someone(text: str) -> bool:
    return any(set(one[1]) - _NAMELESS for one in _ANY.finditer(text))
