"""Titles that put the body before its meeting and the year behind: "Caribbean Consultations (CMC): Plenary 2025"."""

import re

from loaders.reading.blocks import Block
from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.event_grammar import grammar
from loaders.recognition.recognition import Recognition

_BETWEEN = re.compile(r"\s?(?:\([A-Z]{2,10}\))?\s?(?:[:–—|,-]\s)?(?:[A-ZÀ-Þ][\w-]+\s){0,3}")
_YEAR = re.compile(r",?\s(?:(?:of|de|du|del)\s)?(?P<year>20\d\d)\b(?!\s?[-–/])")


def edition_in_title(result: Recognition, block: Block) -> Candidate | None:
    """The meeting of a year that a title names behind the body that holds it."""
    bodies = [s for s in result.spans[block.order] if s.code in "RPUW" and s.at == 0]
    for at, to in grammar().heads.find(block.text) if bodies else ():
        body, year = bodies[0], _YEAR.match(block.text, to)
        if year and block.text[at].isupper() and _BETWEEN.fullmatch(block.text, body.to, at):
            kind = grammar().kinds[block.text[at:to].casefold()]
            return Candidate(body.at, year.end(), kind, block.text[body.at : year.end()], definite=False, named=True,
                             series=(body.entity,), dates=(year["year"],))  # fmt: skip
    return None
