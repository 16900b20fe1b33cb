"""What a name itself tells: "Network Secretariat" is part of the Network, roundtables are of their forum."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.editions import series_of
from loaders.recognition.names.gazetteer import reference_classes, wholes
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from ontology.reference import labels

_FORUM = "process/imrf"
_OFFICES = frozenset({"working-group/fund-management-unit"})  # part of their fund where their own name says more
# what one may tell of without the body it is of in mind
_CALLED_OTHERWISE = frozenset({"working-group/regional-consultation-group-on-migration"})
_SAID = re.compile(r"migra|mptf", re.IGNORECASE)


_OF_ITS_OWN = re.compile(r"\s+(?:in|for|de|en|of|on|sur|sobre|pour)\b")
_SLASH = re.compile(r"(?:-[\w ]{1,80})?\s?/\s?")
_FORUM_WORDS = re.compile(r"\b(?:IMRF|FEMI)\b")
_ROUNDTABLES = re.compile(r"(?:\bround[ -]?tables?\b|\bmesas? redondas?\b|\btables? rondes?\b|\bRT ?\d)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _words_for() -> Mapping[str, tuple[str, ...]]:
    """The words by which each known entity may be called inside the name of a part, by path."""
    words: dict[str, list[str]] = {}
    for label in labels():
        if label.kind not in ("negative", "demonym"):
            words.setdefault(label.path, []).append(label.text.casefold())
    return {path: tuple(texts) for path, texts in words.items()}


def name_claims(found: Recognition, block: Block) -> Iterator[Stated]:
    """partOf for each name of the block that holds the name of its whole, or was understood by it."""
    row = Row(found.spans[block.order])
    everywhere = (*found.spans[block.order], *found.inside.get(block.order, ()))
    for span in everywhere:
        whole = wholes().get(span.entity)
        if (
            whole is None
            or _in_an_office(found, block, span)
            or not (span.code in "UW" or (span.code == "O" and whole.startswith("regional-process/")))
        ):
            continue
        at, to = block.sentence_at(span.at)
        together = any(other.entity == whole and at <= other.at < to for other in everywhere)
        about = found.topic == whole or any(other.entity == whole for other in everywhere) or _alone(found, whole)
        if span.entity in _OFFICES and not _SAID.search(block.text, span.at, span.to):
            continue
        understood = span.code == "W" and (
            together or (about and (span.method == "context" or span.entity not in _CALLED_OTHERWISE))
        )
        own = block.text[span.at : span.to].casefold()
        if understood or _tells(own, whole) or _before(block.text, row, span, whole):
            spot = Spot(block.order, at, to)
            yield Stated(subject=span.entity, relation="partOf", object=whole, spots=(spot,), rule="name-tells",
                         inferences=("name",))  # fmt: skip


def _alone(found: Recognition, whole: str) -> bool:
    """Whether a paper names a body, and no network of a country or region in its stead."""
    named = {span.entity for spans in found.spans.values() for span in spans}
    return whole in named and not any(one.startswith(f"{whole}-in-") for one in named)


def _in_an_office(found: Recognition, block: Block, span: Span) -> bool:
    """Whether a name only says whose head somebody is: "Head, Secretariat of the Network on Migration"."""
    roles = (role for person in found.people[block.order] for role in person.roles)
    return block.text[span.at :].lower().startswith("secretariat of") and any(r.at < span.at < r.to for r in roles)


@lru_cache(maxsize=4096)
def _tells(name: str, whole: str) -> bool:
    """Whether a name has its whole in it as a part has: "Network Secretariat", not "Network in Latin America"."""
    for word in _words_for().get(whole, ()):
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) if word != name and word in name else None
        if found and not _OF_ITS_OWN.match(name, found.end()):
            return True
    return False


def _before(text: str, spans: Row, span: Span, whole: str) -> bool:
    """As in "CELADE-Population Division/ECLAC"."""
    slash = _SLASH.match(text, span.to)
    behind = spans.starting(span.to, slash.end() + 1)[:1] if slash else []
    return any(slash and one.at == slash.end() and one.entity == whole for one in behind)


def roundtable_claims(found: Recognition, stated: Sequence[Stated]) -> Iterator[Stated]:
    """Round tables are part of the forum that a sentence says has them; those of other meetings, of the meeting."""
    named = {p for spans in found.spans.values() for s in spans if s.code == "T" for p in s.entities}
    covering = (one.subject for one in stated if one.relation == "coversObjective")
    named |= {subject for subject in covering if subject.startswith("roundtable/")}
    of_forum = {path for path in named if path in reference_classes()}
    yield from _of_the_forum(found, of_forum)
    for path in sorted(named - of_forum):
        spot = _first_mention(found, path)
        whole = found.parts.get(path) or (found.book.main.path if found.book.main else None)
        if whole and spot:
            yield Stated(subject=path, relation="partOf", object=whole, spots=(spot,),
                         rule="round-table-of-meeting", inferences=("context",))  # fmt: skip


def _of_the_forum(found: Recognition, named: Collection[str]) -> Iterator[Stated]:
    said = _says_it_has_roundtables(found) if named else None
    if said is None:
        return
    spot, whole = said
    told = {s.entity for spans in found.spans.values() for s in spans if s.code == "E"}
    for path in sorted(named):
        # a round table is one of an edition; what is said of all of them may be said of the forum
        edition = f"event/{path.removeprefix('roundtable/').rpartition('-')[0]}"
        held_in = edition if whole != _FORUM or edition in told else whole
        yield Stated(subject=path, relation="partOf", object=held_in, spots=(spot,),
                     rule="roundtables-of-forum", inferences=("context",))  # fmt: skip


def _first_mention(found: Recognition, path: str | None = None) -> Spot | None:
    """The sentence that names a round table first; path None: any of them."""
    for block in found.reading.blocks:
        for span in found.spans[block.order]:
            if span.code == "T" and path in (None, *span.entities):
                return Spot(block.order, *block.sentence_at(span.at))
    return None


def _says_it_has_roundtables(found: Recognition) -> tuple[Spot, str] | None:
    """The sentence on the forum that speaks of round tables, else that which names one; and the forum."""
    for block in found.reading.blocks if found.roundtable is None else found.header:
        forum = [s for s in found.spans[block.order] if s.entity == _FORUM or series_of(s.entity)]
        for mark in _ROUNDTABLES.finditer(block.text) if forum else ():
            spot = Spot(block.order, *block.sentence_at(mark.start()))
            named = [s.entity for s in forum if spot.at <= s.at < spot.to]
            if named:
                return spot, next((one for one in named if one != _FORUM), _FORUM)
    first = _first_mention(found)
    told = first and _FORUM_WORDS.search(found.reading.blocks[first.block].text, first.at, first.to)
    editions = any(series_of(span.entity) for spans in found.spans.values() for span in spans)
    return (first, "" if (editions or found.roundtable) and not told else _FORUM) if first else None
