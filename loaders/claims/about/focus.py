"""Whether words that name no meeting can be about the one that a paper reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from loaders.claims.sentence.masked import Masked
from loaders.rules.cues import sought_cue

_MEETING = re.compile(r"⟦E#(\d+)⟧")
_TABLE = re.compile(r"⟦T#(\d+)⟧")
# papers that come before a meeting or tell of many things: what others do in them is done elsewhere
CONCEPT_NOTE = "concept-note"
OF_NO_MEETING = frozenset({"speech", CONCEPT_NOTE, "leaflet"})
# relations that hold at a meeting, and only there
AT_MEETINGS = frozenset({"spokeAt", "participatesIn", "observerOf"})
# papers that quote whom their authors asked
OF_THE_PRESS = frozenset({"press-note", "web-page", "other"})
_QUOTE = re.compile(r"[,.!?…]\s?[\"”»]|[\"”»]\s?[,.]")
_LONGEST_CUE = 90  # what the patterns around a token can reach back
_cue = partial(sought_cue, "focus")
_SUBJECT = 60  # letters into a sentence within which its subject stands


@dataclass(frozen=True, slots=True)
class Meeting:
    """A token of a meeting in a masked text, and whether a preposition says that one is at it."""

    at: int
    entity: str
    attended: bool


def meetings_of(masked: Masked) -> Iterator[Meeting]:
    """The meetings of a sentence but those that it only mentions."""
    for token in _MEETING.finditer(masked.text):
        at = token.start()
        if not is_only_mentioned(masked.text, at):
            attended = _cue("at").search(masked.text, max(0, at - _LONGEST_CUE), at) is not None
            yield Meeting(at, masked.members(int(token[1]))[-1].span.entity, attended)


def table_at(masked: Masked) -> str | None:
    """The round table that a sentence says one is at: "took the floor at round table 3"."""
    for token in _TABLE.finditer(masked.text):
        if _cue("at").search(masked.text, max(0, token.start() - _LONGEST_CUE), token.start()):
            return masked.members(int(token[1]))[-1].span.entity
    return None


def tells_another_time(text: str, at: int) -> bool:
    """Whether a token at `at` of a masked text is only mentioned as before or after ("following the workshop")."""
    return _cue("another-time").search(text, max(0, at - _LONGEST_CUE), at) is not None


def points_back(text: str) -> bool:
    """Whether a sentence speaks of the meeting that the one before told of: "Kenya spoke there"."""
    return _cue("points-back").search(text) is not None


def is_in_an_unknown_part(text: str) -> bool:
    """Whether a masked sentence tells of a round table that nothing else is known of ("Round table B, on data")."""
    return _cue("unknown-part").search(text) is not None


def is_of_one_of_several(text: str) -> bool:
    """Whether a masked sentence is about a meeting that it calls by its number alone: "The sixth was opened by"."""
    return _cue("one-of-several").search(text) is not None


def stands_apart(text: str) -> bool:
    """Whether a masked sentence tells what goes on beyond a meeting: "The World Bank takes part as an observer"."""
    return _cue("goes-on").search(text) is not None and not tells_of_a_meeting(text)


def tells_of_a_meeting(text: str) -> bool:
    """Whether a masked sentence speaks of a meeting by its noun alone, or points back to one."""
    return points_back(text) or _cue("the-meeting").search(text) is not None


def brings_in(sentence: str, named: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence tells of a meeting that it does not name: "hosted a subregional meeting in Banjul".

    named: where the meetings stand that it names.
    """
    told = _cue("brought-in").finditer(sentence)
    return any(not any(at <= one.end("noun") and one.start() <= to for at, to in named) for one in told)


def referent(named: Sequence[tuple[int, str]], begin: int) -> str | None:
    """What "it" is behind a sentence: the meeting it opens with, else the only one; None where two compete.

    named: where the sentence names a meeting, and which. begin: where it begins.
    """
    at, opened = named[0]
    return opened if at - begin <= _SUBJECT or len({entity for _, entity in named}) == 1 else None


def _is_spoken_of(text: str, at: int) -> bool:
    """Whether a token at `at` of a masked text is what a sentence speaks about and not where it takes place."""
    return _cue("spoken-of").search(text, max(0, at - _LONGEST_CUE), at) is not None


def is_only_mentioned(text: str, at: int) -> bool:
    """Whether a text mentions the meeting at `at` only as before or after, or as what is spoken of."""
    return tells_another_time(text, at) or _is_spoken_of(text, at)


def goes_elsewhere(relation: str, text: str, at: int, to: int) -> bool:
    """Whether a match at [at, to) of a masked text tells of something else than a meeting.

    "Mexico takes part in a search mechanism", "Peru and Zambia have expressed interest".
    """
    ends = {
        *([] if relation == "spokeAt" else [to]),
        *(verb.end() for verb in _cue("takes-part").finditer(text, at, to)),
    }
    behind = filter(None, (_cue("in-something").match(text, end) for end in ends))
    if any(not _cue("meeting-noun").search(found["thing"] or found["there"]) for found in behind):
        return True
    if not text.startswith("⟦", at) and _cue("relative").search(text, max(0, at - _LONGEST_CUE), at):
        return True
    if relation == "spokeAt" and _was_said_elsewhere(text, at, to):
        return True
    if _cue("by-now").search(text, at, to) or _cue("each-time").search(text, at, to):
        return True
    return not points_back(text) and _cue("at-unknown").search(text, at) is not None


def is_only_quoted(text: str) -> bool:
    """Whether a masked sentence quotes somebody and does not tell that they spoke at a meeting."""
    return _QUOTE.search(text) is not None and _cue("has-the-floor").search(text) is None


def _was_said_elsewhere(text: str, at: int, to: int) -> bool:
    """Whether a verb of saying is said of a report or another time, or of nobody: "in its report", "last year"."""
    behind = min(len(text), to + 1)
    return bool(
        _cue("in-a-report").search(text, 0, to)
        or _cue("in-a-report").match(text, behind)
        or _cue("said-elsewhere").match(text, to)
        or _cue("to-the-press").search(text)
        or _cue("other-text").search(text)
        or _cue("not-finite").search(text, at, to)
    )
