"""Meetings that only the line above their list names: "National consultations:" over "- Lima, 14 May 2025, ..."."""

import re

from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.enumerated import plural_in
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.meetings.settings import setting_behind
from loaders.recognition.names.spans import Row
from loaders.recognition.recognition import Recognition

_LONGEST_LABEL, _LONGEST_NAME = 140, 5
_OPENING = re.compile(r"[\W\d]*(?:(?:in|on|en|à|el|le|los|les|the)\s)?", re.IGNORECASE)


def listed_meeting(result: Recognition, block: Block) -> Candidate | None:
    """The meeting of an item that opens with its place and day, under a line that names several; None for any other."""
    above = next((result.reading.blocks[order] for order in (block.lead, block.section) if order is not None), None)
    if above is None or above is block or len(above.text) > _LONGEST_LABEL:
        return None
    words = plural_in(above.text, _LONGEST_NAME)
    dates = Row(result.timeline.spans(block))
    places = Row(s for s in result.spans[block.order] if s.code in "CS")
    opening = _OPENING.match(block.text)
    at = opening.end() if opening else 0
    if not words or not (places.at(at) or dates.at(at) or dates.at(0)):
        return None
    told = setting_behind(block.text, 0, len(block.text), places, dates)
    if not told.dates:
        return None
    kind = next((k for noun, k in grammar().kinds.items() if noun in words.casefold().split()), "meeting")
    return Candidate(0, 0, kind, words, definite=False, named=True, dates=told.dates, places=told.places, told=told.to)
