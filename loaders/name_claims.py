"""What a name itself tells: "Network Secretariat" is part of the Network, roundtables are of their forum."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.blocks import Block
from loaders.gazetteer import wholes
from loaders.recognition import Recognition
from loaders.spans import Span
from loaders.stated import Place, Stated
from ontology.reference import labels

_FORUM = "process/imrf"


@lru_cache(maxsize=1)
def _wholes() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each known part: its whole, and the words by which that may be called inside the part's name."""
    words: dict[str, list[str]] = {}
    for label in labels():
        if label.kind not in ("negative", "demonym"):
            words.setdefault(label.path, []).append(label.text.casefold())
    return {part: (whole, tuple(words.get(whole, ()))) for part, whole in wholes().items()}


def name_claims(found: Recognition, block: Block) -> Iterator[Stated]:
    """partOf for each name of the block that holds the name of its whole, or was understood by it."""
    spans = found.spans[block.order]
    for span in (*spans, *found.inside.get(block.order, ())):
        whole = _wholes().get(span.entity)
        if not whole:
            continue
        path, words = whole
        own = block.text[span.at : span.to].casefold()
        told = any(_holds(own, word) for word in words)
        if span.code in "UW" and (told or _beside(spans, span, path, found.topic) or _behind_slash(block.text, spans, span, path)):
            yield Stated(subject=span.entity, relation="partOf", object=path, places=(Place(block.order, *block.sentence_at(span.at)),),
                         rule="name-tells", inferences=("name",))  # fmt: skip


def _holds(name: str, whole: str) -> bool:
    """Whether a name has its whole in it as a part has: "Network Secretariat", not "Network in Latin America"."""
    found = re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", name)
    return bool(found) and whole != name and not re.match(r"\s+(?:in|for|de|en|of|on|sur|sobre|pour)\b", name[found.end() :])  # type: ignore[union-attr]


def _behind_slash(text: str, spans: list[Span], span: Span, whole: str) -> bool:
    """"CELADE-Population Division/ECLAC"."""
    behind = next((s for s in spans if s.at >= span.to), None)
    return bool(behind) and behind.entity == whole and bool(re.fullmatch(r"(?:-[\w ]+)?\s?/\s?", text[span.to : behind.at]))  # type: ignore[union-attr]


def _beside(spans: list[Span], span: Span, whole: str, topic: str | None) -> bool:
    """"The Steering Committee" in a passage on the fund: the name was understood by its whole, which stands there too."""
    return span.code == "W" and span.method == "context" and (topic == whole or any(s.entity == whole for s in spans))


def roundtable_claims(found: Recognition, stated: Sequence[Stated]) -> Iterator[Stated]:
    """The roundtables a document names are part of the forum that a sentence says has roundtables."""
    named = {p for spans in found.spans.values() for s in spans if s.code == "T" for p in s.entities}
    named |= {one.subject for one in stated if one.relation == "coversObjective" and one.subject.startswith("roundtable/")}
    if not named:
        return
    place = _says_it_has_roundtables(found)
    if place:
        for path in sorted(named):
            yield Stated(subject=path, relation="partOf", object=_FORUM, places=(place,), rule="roundtables-of-forum",
                         inferences=("context",))  # fmt: skip


def _says_it_has_roundtables(found: Recognition) -> Place | None:
    """The sentence on the forum that speaks of round tables, else the first that names one."""
    pattern = re.compile(r"(?:\bround[ -]?tables?\b|\bmesas redondas\b|\btables rondes\b|\bRT ?\d)", re.IGNORECASE)
    for block in found.reading.blocks:
        forum = [s for s in found.spans[block.order] if s.entity == _FORUM or s.entity.startswith("event/imrf-")]
        for mark in pattern.finditer(block.text):
            place = Place(block.order, *block.sentence_at(mark.start()))
            if any(place.at <= s.at < place.to for s in forum):
                return place
    for block in found.reading.blocks:
        for span in found.spans[block.order]:
            if span.code == "T":
                return Place(block.order, *block.sentence_at(span.at))
    return None
