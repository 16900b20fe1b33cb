"""The period that a sentence gives for what lasts: "chaired the Process in 2022"."""

import re

from graph.records import Basis, When
from loaders.claims.sentence.units import Unit
from loaders.recognition.recognition import Recognition

LASTING = frozenset("chairs coChairs leads memberOf memberOfCommittee championOf contributesTo endorses adopts".split())
"""Relations that hold over a time."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:[-/–](?:\d\d|20\d\d)\b)?")


def period_of(found: Recognition, unit: Unit, match: re.Match[str], relation: str) -> When | None:
    """A year in the words of the match, or the date beside it; None for a relation that does not last."""
    if relation not in LASTING:
        return None
    words = match[0]
    for number in re.findall(r"⟦D#(\d+)⟧", words) or _leading_date(unit.masked.text, match):
        for member in unit.masked.members(int(number)):
            return When(member.span.value, found.timeline.basis(member.block, member.span))
    year = _YEAR.search(re.sub(r"⟦[^⟧]*⟧", "", words))
    if not year:
        return None
    start, _, end = re.sub("[/–]", "-", year[0]).partition("-")
    return When(f"{start}/{start[:2] + end if len(end) == 2 else end}" if end else start, Basis.STATED)


def _leading_date(text: str, match: re.Match[str]) -> list[str]:
    """As in "On 19 December 2018, the Assembly endorsed ...": the date a sentence opens with."""
    opening = re.match(r"^(?:On|In|El|En|Le|As of|Since|At)?\s*(?:the )?⟦D#(\d+)⟧", text)
    return [opening[1]] if opening and opening.end() <= match.start() + 1 else []
