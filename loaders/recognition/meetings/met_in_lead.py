"""The meeting of a lead that names none: "45 officials worked in Bridgetown on 9 and 10 October on its rules"."""

import re
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.first_paragraphs import first_paragraphs
from loaders.recognition.meetings.settings import setting_behind
from loaders.recognition.names.spans import DATE_CODE, Row
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_FIRST_SENTENCES = 4
_DAY = len("2024-10-09")


@lru_cache(maxsize=1)
def _met() -> Sought:
    words = load("events")
    return Sought(
        rf"\b{alternatives(words['those_who_meet'])}\b[^.;:()]{{0,90}}?\s{alternatives(words['meet_in_leads'])}"
        r"(?=\s(?:in|on|at|for|from|en|el|los|durante|del|à|au|le|les|du|pendant|this|last|esta|la|cette)\b)",
        re.IGNORECASE,
    )


def met_in_lead(result: Recognition) -> tuple[int, Candidate] | None:
    """A meeting by its day and city alone, of the one process that the first paragraphs name; and its block."""
    for block in first_paragraphs(result):
        spans = result.spans[block.order]
        places, dates = Row(s for s in spans if s.code in "CS"), Row(s for s in spans if s.code == DATE_CODE)
        for at, to in block.sentences[:_FIRST_SENTENCES]:
            met = _met().search(block.text, at, to)
            told = setting_behind(block.text, met.end(), to, places, dates) if met else None
            if met and told and told.places and told.dates and len(told.dates[0].split("/")[0]) == _DAY:
                bodies = {s.entity for b in first_paragraphs(result) for s in result.spans[b.order] if s.code == "R"}
                its = tuple(bodies) if len(bodies) == 1 else ()
                at = met.end()
                return block.order, Candidate(at, at, "meeting", "meeting", definite=False, named=False, series=its,
                                              dates=told.dates, places=told.places, told=told.to)  # fmt: skip
    return None
