"""Who speaks: the state whose statement a speech is, and the words by which it means itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.frame.frame import Frame
from loaders.frame.speech_head import speech_head
from loaders.reading.blocks import Reading
from loaders.recognition.names.gazetteer import Hit, reference_classes, reference_gazetteer
from loaders.recognition.names.spans import Span
from loaders.rules.lexicons import alternatives, load

_NEAR = 3
_NAMES = ("name", "official", "variant")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("speeches")
    verbs, none = alternatives(words["by_itself"]), alternatives(words["no_verbs"])
    return {
        "by": re.compile(rf"\b{alternatives(words['statement_by'])}\s", re.IGNORECASE),
        "state": re.compile(rf"(?:{alternatives(words['of_the_state'])}\W*)*", re.IGNORECASE),
        "speaker": re.compile(rf"\b{alternatives([*words['speaker'], *words['speaker_before']])}(?!\w)"),
        "verb": re.compile(rf"(?:^|(?<=\s))(?!(?i:{none})\b)(?<!nos\s)(?i:{verbs})\b"),
    }


def first_person(text: str, named: Sequence[Span], speaker: str) -> list[Span]:
    """The words of a text by which a speaking state means itself ("we", "my delegation").

    Empty where a verb says so by itself: "organizamos un taller"; not right behind a name, which it would join.
    """
    places = [found.span() for found in _patterns()["speaker"].finditer(text)]
    ends = {span.to for span in named}
    for found in _patterns()["verb"].finditer(text):
        if ends.isdisjoint(range(found.start() - _NEAR, found.start() + 1)):
            places.append((found.start(), found.start()))
    return [Span(at, to, "S", speaker, "coreference") for at, to in places]


def speaking_state(reading: Reading, frame: Frame) -> str | None:
    """The state whose statement a speech is: its head says so ("Statement by Ghana"), or is its letterhead."""
    if frame.genre != "speech":
        return None
    head = list(speech_head(reading.blocks))
    for block in head:
        by = _patterns()["by"].search(block.text)
        named = _states(block.text, by.end() - 1) if by else []
        if named:
            return named[0].labels[0].path
    named = _states(head[0].text, 0) if head else []
    return named[0].labels[0].path if len(named) == 1 and _is_all_of(head[0].text, named[0]) else None


def _states(text: str, behind: int) -> list[Hit]:
    """The states that a line names behind a place, as such and not by their people."""
    return [
        replace(hit, labels=states)
        for hit in reference_gazetteer().find(text)
        if hit.at >= behind
        and (states := tuple(one for one in hit.labels if one.kind in _NAMES and _is_state(one.path)))
    ]


def _is_state(path: str) -> bool:
    return reference_classes()[path] == "State"


def _is_all_of(line: str, state: Hit) -> bool:
    """Whether a line is nothing but the name of a state: "République du Bénin"."""
    return _patterns()["state"].fullmatch(line, 0, state.at) is not None and not line[state.to :].strip(" .*")
