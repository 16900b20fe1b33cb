"""The occasion on which a speech was given, by the lines above it or its first words: the forum, another meeting."""

import re
from functools import lru_cache

from loaders.frame.speech_head import speech_head
from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.names.editions import EDITIONS, series_of
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_PARTS = ("plenary", "session")
_FORUM = "process/imrf"
_SESSION = "event/un-general-assembly-session"  # of which an office is: "President of the Assembly at its 80th session"
_OPENING = 3  # blocks in which a speaker tells where


def occasion(found: Recognition) -> str | None:
    """The meeting that a paper is about, or at which a speech says to have been given."""
    own, speech = found.book.main, found.frame.genre == "speech"
    if own and not (speech and own.path.startswith(_SESSION)):
        return own.path
    head = (*found.header, *speech_head(found.reading.blocks)) if speech else found.header
    headed = (s.entity for b in head for s in found.spans[b.order] if s.code in "ET")
    named = next((path for path in headed if not (speech and path.startswith(_SESSION))), None)
    return named or ((_edition_in_head(found) or _edition_spoken_to(found)) if speech else None)


def plenary_of_the_forum(found: Recognition, block: Block, candidate: Candidate) -> Span | None:
    """The forum, where the head of a speech names its plenary: what is said there is said at the forum."""
    if found.frame.genre != "speech" or candidate.kind not in _PARTS or candidate.number:
        return None
    if candidate.series and not any(path in EDITIONS or series_of(path) for path in candidate.series):
        return None
    edition = _edition_in_head(found)
    if edition is None or block not in list(speech_head(found.reading.blocks)):
        return None
    return Span(candidate.at, candidate.to, "E", edition, "coreference")


def _edition_in_head(found: Recognition) -> str | None:
    """The edition of the review forum that the head names, were it without its year or number."""
    named = [s.entity for b in speech_head(found.reading.blocks) for s in found.spans[b.order] if s.code in "EP"]
    edition = next((path for path in named if series_of(path)), None)
    return edition or (f"event/imrf-{found.edition}" if _FORUM in named else None)


@lru_cache(maxsize=1)
def _here() -> re.Pattern[str]:
    numbered = r"(?:\s[\w-]+)?"
    return re.compile(rf"\b{alternatives(load('speeches')['here'])}{numbered}\s$", re.IGNORECASE)


def _edition_spoken_to(found: Recognition) -> str | None:
    """The edition that the first words of a speech are given to: "We have reached the end of the second Forum"."""
    behind = len(list(speech_head(found.reading.blocks)))
    for block in found.reading.blocks[behind : behind + _OPENING]:
        for span in found.spans[block.order]:
            if span.code == "E" and series_of(span.entity) and _here().search(block.text, 0, span.at):
                return span.entity
    return None
