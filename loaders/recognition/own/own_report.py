"""The State whose voluntary report a paper is, and how it means itself: "the country", or by a verb alone.

"Informe voluntario del Ecuador ... Entre 2020 y 2022 formó parte del Comité": who did so is left out where it is
the State that reports. The report is a paper that bears the name of its State; "the present report"
means it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.records import LinkStatus
from loaders.frame.frame import Frame
from loaders.reading.blocks import Block, Reading
from loaders.recognition.names.gazetteer import reference_classes, reference_gazetteer, reference_names
from loaders.recognition.names.names import Names
from loaders.recognition.names.ordinals import in_words, ordinal
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load

_FIRST_BLOCKS, _LONGEST_LINE = 4, 200
_OF_OTHERS = frozenset({"press-note", "speech"})
_MAY_ACT = "SUORWHPF"
_NAMES = ("name", "official", "variant")
_REPORTS = "instrument/voluntary-report-of-"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("own_report")
    return {
        "report": re.compile(rf"(?:(?P<which>\w+)\s)?(?P<noun>{alternatives(words['reports'])})", re.IGNORECASE),
        "itself": re.compile(rf"\b{alternatives(words['itself'])}(?!\w)", re.IGNORECASE),
        "means": re.compile(
            rf"(?<!\w){alternatives(words['country'])}(?!\s(?:of|de|d['’]))(?=\s)",
        ),
        "elided": re.compile(
            rf"(?:{alternatives(words['fronts'])}\b[^.;:]{{0,70}}?(?:,\s|20\d\d,?\s))?(?=(?i:{alternatives(words['acts'])})(?!\w))"
        ),
    }


def reporting_state(reading: Reading, frame: Frame) -> str | None:
    """The one State that the lines at the head of a voluntary report name; None for any other paper."""
    first = reading.blocks[:_FIRST_BLOCKS]
    if frame.genre in _OF_OTHERS or not any(map(_title, first)):
        return None
    head = [block.text for block in first if len(block.text) <= _LONGEST_LINE]
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


def means_itself_as_report(block: Block, named: Sequence[Span], state: str, names: Names) -> list[Span]:
    """The title of a report among its first lines, and the words by which it means itself.

    names: the names of the document, to which the report is added where its title stands.
    """
    taken = Row(sorted(named, key=lambda s: s.at))
    path = state.replace("state/", _REPORTS)
    titled = _title(block) if block.order < _FIRST_BLOCKS else None
    if titled and path not in names.brought:
        number = ordinal(titled["which"] or "")
        which = f"{in_words(number)} voluntary" if number else "Voluntary"
        names.bring(path, "Instrument", f"{which} report of {reference_names()[state]}", titled["noun"])
        at, to = titled.span() if number else titled.span("noun")
        return [] if taken.touching(at, to) else [Span(at, to, "I", path, "pattern", LinkStatus.PROVISIONAL)]
    if path not in names.brought:
        return []
    places = (found.span() for found in _patterns()["itself"].finditer(block.text))
    return [Span(at, to, "I", path, "coreference") for at, to in places if not taken.touching(at, to)]


def _title(block: Block) -> re.Match[str] | None:
    line = block.text if len(block.text) <= _LONGEST_LINE and not block.text.endswith(".") else ""
    return _patterns()["report"].search(line)


def state_of_report(path: str) -> str | None:
    """The State of a voluntary report that is named by its own document; None for any other paper."""
    return path.replace(_REPORTS, "state/") if path.startswith(_REPORTS) else None
