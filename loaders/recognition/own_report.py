"""The State whose voluntary report a paper is, and how it means itself: "the country", or by a verb alone.

"Informe voluntario del Ecuador ... Entre 2020 y 2022 formó parte del Comité": who did so is left out where it is
the State that reports.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.frame.frame import Frame
from loaders.reading.blocks import Block, Reading
from loaders.recognition.gazetteer import reference_classes, reference_gazetteer
from loaders.recognition.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_FIRST_BLOCKS, _LONGEST_LINE = 4, 200
_OF_OTHERS = frozenset({"press-note", "speech"})
_MAY_ACT = "SUORWHPF"
_NAMES = ("name", "official", "variant")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("own_report")
    return {
        "report": re.compile(alternatives(words["reports"]), re.IGNORECASE),
        "means": re.compile(
            rf"(?<!\w){alternatives(words['country'])}(?!\s(?:of|de|d['’]))(?=\s)",
        ),
        "elided": re.compile(
            rf"(?:{alternatives(words['fronts'])}\b[^.;:]{{0,70}}?(?:,\s|20\d\d,?\s))?(?=(?i:{alternatives(words['acts'])})(?!\w))"
        ),
    }


def reporting_state(reading: Reading, frame: Frame) -> str | None:
    """The one State that the lines at the head of a voluntary report name; None for any other paper."""
    head = [block.text for block in reading.blocks[:_FIRST_BLOCKS] if len(block.text) <= _LONGEST_LINE]
    if frame.genre in _OF_OTHERS or not any(
        _patterns()["report"].search(line) and not line.endswith(".") for line in head
    ):
        return None
    named = {
        label.path
        for line in head
        for hit in reference_gazetteer().find(line)
        for label in hit.labels
        if label.kind in _NAMES and reference_classes().get(label.path) == "State"
    }
    return named.pop() if len(named) == 1 else None


def means_the_state(block: Block, named: Sequence[Span], state: str) -> list[Span]:
    """The words by which a report means its State, and the empty places where it leaves its subject out.

    named: what the block names; a name before a verb may be its subject.
    """
    meant = [Span(*found.span(), "S", state, "coreference") for found in _patterns()["means"].finditer(block.text)]
    taken = Row(sorted((*meant, *(s for s in named if s.code in _MAY_ACT)), key=lambda s: s.at))
    for at, to in block.sentences:
        elided = _patterns()["elided"].match(block.text, at, to)
        if elided and not taken.starting(at, elided.end()):
            meant.append(Span(elided.end(), elided.end(), "S", state, "coreference"))
    return meant
