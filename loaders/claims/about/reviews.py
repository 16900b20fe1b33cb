"""To which review a voluntary report is made: the one that its sentence, or the passage before it, names."""

import re
from collections.abc import Iterable, Mapping, Sequence

from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.units import Unit
from loaders.recognition.names.spans import Span

FORUM = "process/imrf"
REGIONAL = "process/gcm-regional-reviews"
_EDITION = re.compile(r"event/imrf-\d{4}")
_OF_EDITION = re.compile(r"(?:event|roundtable)/(imrf-\d{4})(?:-.*)?")  # its hearing and round tables too
_REVIEW = re.compile(
    rf"{FORUM}|{REGIONAL}|event/imrf-\d+|event/.*(?:regional-review|mid-term-review|revision-regional|examen-regional|examen-africain|examen-arabe|examen-a-mi-parcours).*"
)
_TOKEN = re.compile(r"⟦[A-Z]*[EP][A-Z]*#(\d+)⟧")
_TO = re.compile(
    r"\b(?:to|for|before|ahead of|ante|al?|para|à|au|aux|devant|pour|en vue d[eu])\s"
    r"(?:(?:the|el|la|le|l['’])\s?)?(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)


def review_of(
    unit: Unit, spans: Mapping[int, Sequence[Span]], back: Iterable[int], main: str | None, named: Iterable[str]
) -> str | None:
    """The review of the sentence, else the document's own, the passage's, the only one that it names.

    back: the blocks before, nearest first. main: the document's own meeting. named: all that the document names.
    """
    here = _in_sentence(unit.masked)
    if here:
        return here[0] if len(here) == 1 else None
    own = main if main and _is_review(main) else None
    if own and not is_forum(own):
        return own  # a regional review is the place of its own reports; the forum is spoken of everywhere
    block = unit.block
    near = [last_review(spans[block.order], unit.masked.at), *(last_review(spans[order]) for order in back)]
    near += [last_review(spans[block.section])] if block.section is not None else []
    return next(filter(None, near), None) or own or _only_one(named)


def edition_reported(path: str, main: str | None, named: Iterable[str]) -> str:
    """The edition of the forum that a report is made to: the document's own, else the only one that it names."""
    if path != FORUM:
        return path
    editions = {f"event/{of[1]}" for of in map(_OF_EDITION.fullmatch, named) if of}
    if main and _EDITION.fullmatch(main):
        return main
    return editions.pop() if len(editions) == 1 else path


def is_forum(path: str) -> bool:
    """Whether it is the review forum, or an edition of it."""
    return path == FORUM or _EDITION.fullmatch(path) is not None


def _is_review(path: str) -> bool:
    """Whether states report to it: the review forum, one of its editions, a regional review, or all of these."""
    return _REVIEW.fullmatch(path) is not None


def last_review(spans: Iterable[Span], position: int | None = None) -> str | None:
    """The review named last, before a position if one is given."""
    named = [s.entity for s in spans if _is_review(s.entity) and (position is None or s.to <= position)]
    return named[-1] if named else None


def _in_sentence(masked: Masked) -> tuple[str, ...]:
    """The reviews a sentence names; where there are several, those that it says something is given to."""
    named: dict[str, bool] = {}
    for token in _TOKEN.finditer(masked.text):
        for member in masked.members(int(token[1])):
            if _is_review(member.span.entity):
                given = _TO.search(masked.text, 0, token.start()) is not None
                named[member.span.entity] = named.get(member.span.entity, False) or given
    if len(named) > 1 and any(path.startswith("event/imrf-") for path in named):
        named.pop(FORUM, None)
    return tuple(path for path, given in named.items() if given or len(named) == 1)


def _only_one(named: Iterable[str]) -> str | None:
    """The review of a document that names one alone, or editions of one alone."""
    reviews = {path for path in named if _is_review(path)}
    forums = {path for path in reviews if "imrf" in path}
    if not reviews or (forums and forums != reviews):
        return None
    if not forums:
        return reviews.pop() if len(reviews) == 1 else REGIONAL
    editions = forums - {FORUM}
    return editions.pop() if len(editions) == 1 else FORUM
