"""What a name itself tells: "Network Secretariat" is part of the Network, roundtables are of their forum."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.blocks import Block
from loaders.gazetteer import reference_classes
from loaders.recognise import Recognition
from loaders.spans import Span
from loaders.stated import Place, Stated
from ontology.reference import labels, statements

_FORUM = "process/imrf"


@lru_cache(maxsize=1)
def _wholes() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each known part: its whole, and the words by which that may be called inside the part's name."""
    words: dict[str, list[str]] = {}
    for label in labels():
        if label.kind not in ("negative", "demonym"):
            words.setdefault(label.path, []).append(label.text.casefold())
    classes = reference_classes()
    return {
        s.subject: (s.object, tuple(words.get(s.object, ())))
        for s in statements()
        if s.predicate == "partOf" and s.object in classes and classes.get(s.subject) not in ("Event", "Roundtable", "Place")
    }


def name_claims(found: Recognition, block: Block) -> Iterator[Stated]:
    """partOf for each name of the block that holds the name of its whole, or was understood by it."""
    spans = found.spans[block.order]
    for span in spans:
        whole = _wholes().get(span.entity)
        if not whole:
            continue
        path, words = whole
        own = block.text[span.at : span.to].casefold()
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", own) and word != own for word in words) or _beside(spans, span, path):
            yield Stated(subject=span.entity, relation="partOf", object=path, places=(Place(block.order, *block.sentence_at(span.at)),),
                         rule="name-tells", inferences=("name",))  # fmt: skip


def _beside(spans: list[Span], span: Span, whole: str) -> bool:
    """"The Steering Committee" in a passage on the fund: the name was understood by its whole, which stands there too."""
    return any(s.entity == whole for s in spans) and span.code in "WFL"


def roundtable_claims(found: Recognition) -> Iterator[Stated]:
    """The roundtables a document names are part of the forum that a sentence says has roundtables."""
    named = {p for spans in found.spans.values() for s in spans if s.code == "T" for p in s.entities}
    if not named:
        return
    place = _says_it_has_roundtables(found)
    if place:
        for path in sorted(named):
            yield Stated(subject=path, relation="partOf", object=_FORUM, places=(place,), rule="roundtables-of-forum",
                         inferences=("context",))  # fmt: skip


def _says_it_has_roundtables(found: Recognition) -> Place | None:
    pattern = re.compile(r"(?:\bround[ -]?tables?\b|\bmesas redondas\b|\btables rondes\b|\bRT ?\d)", re.IGNORECASE)
    best: Place | None = None
    for block in found.reading.blocks:
        forum = [s for s in found.spans[block.order] if s.entity == _FORUM or s.entity.startswith("event/imrf-")]
        for mark in pattern.finditer(block.text):
            place = Place(block.order, *block.sentence_at(mark.start()))
            if any(place.at <= s.at < place.to for s in forum):
                return place
            best = best or place
    return best
