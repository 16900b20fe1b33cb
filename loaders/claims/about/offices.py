"""Which body a passage means that tells of an office and names no body: "Tunisia replaced Uganda"."""

from collections.abc import Callable, Mapping
from functools import partial

from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.recognition.groups.committees import is_committee
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_OFFICES = frozenset({"chairs", "coChairs", "leads", "memberOfCommittee"})
_SENTENCES_BACK = 2
_FAR = 10**9
_OTHER_FORUM, _SUMMITS = "process/gfmd", "event/gfmd-"
_NETWORKS = "un-entity/un-network-on-migration-in-"
_CHAMPIONS = "process/gcm-champion-countries"
_FORUM = "process/imrf"


class Offices:
    """Who was said to hold which office, in reading order.

    near: the entity of these kinds that a passage names last.
    """

    def __init__(self, near: Callable[[Unit, str], str | None], found: Recognition) -> None:
        self._near = near
        self._found = found
        named = {s.entity for spans in found.spans.values() for s in spans if _is_chaired(s)}
        topic = found.topic or ""
        self._topic = topic if topic.startswith("working-group/") else None
        self._only = next(iter(named)) if len(named) == 1 else None
        self._titled = next((s.entity for b in found.header for s in found.spans[b.order] if _is_chaired(s)), None)
        self._told: list[Stated] = []

    def fillers(self) -> Mapping[str, Callable[[Unit], str | None]]:
        """What rules ask of a passage that tells of an office, by the name under which they do."""
        held = {f"context-held-{relation}": partial(self.held, relation) for relation in _OFFICES}
        of_passage = {
            "series": self.series,
            "presided": self.presided,
            "presidency": self.presidency,
            "led": self.led,
            "table": self.table,
            "cochaired": self.cochaired,
            "negotiated": self.negotiated,
        }
        return held | {f"context-{name}": filler for name, filler in of_passage.items()}

    def hear(self, told: Stated) -> None:
        """Notes a claim if it is one on an office of a body."""
        if told.relation in _OFFICES and told.object and told.spots and not told.object.startswith("event/"):
            self._told.append(told)

    def held(self, relation: str, unit: Unit) -> str | None:
        """The body of the office told of last, in the sentence or close before; None if it is of another kind."""
        block, at = unit.block, unit.masked.at
        before = block.sentences_before(at, _SENTENCES_BACK)
        since = before[0][0] if before else at
        here = [one for one in self._told if one.spots[0].block == block.order]
        if not here and block.host is not None:  # a footnote goes on with what its passage tells
            here, since, at = [one for one in self._told if one.spots[0].block == block.host], 0, _FAR
        told = [(one.spots[0].at, one.relation, one.object) for one in here if since <= one.spots[0].at <= at]
        last = max((where for where, _, _ in told), default=0)
        of_last = {(kind, body) for where, kind, body in told if where == last}
        kinds, bodies = {kind for kind, _ in of_last}, {body for _, body in of_last}
        if kinds == {relation} and len(bodies) == 1:
            return bodies.pop()
        return None if here or relation != "memberOfCommittee" else self._committee(unit)

    def series(self, unit: Unit) -> str | None:
        """The process of a passage, else the only one of the document; a committee only where no process is near."""
        named = self._near(unit, "R") or self._only or self._near(unit, "RPW")
        process = self._near(unit, "RP") if named and is_committee(named) else None
        return process if process and process != _FORUM else named

    def led(self, unit: Unit) -> str | None:
        """The group of a passage; a committee has a chair and no lead."""
        group = self._near(unit, "W") or self._topic
        return None if group and is_committee(group) else group

    def presided(self, unit: Unit) -> str | None:
        """The process of a passage that tells of a presidency: neither the forum nor a group of countries has one."""
        here = [s.entity for s in self._found.spans[unit.block.order] if _is_chaired(s) and s.at < unit.masked.to]
        named = (
            (here[-1] if here else None)
            or self._titled
            or self._of_main()
            or self._near(unit, "R")
            or self.series(unit)
        )
        named = named or (self._found.home if (self._found.home or "").startswith(_NETWORKS) else None)
        return None if named in (_FORUM, _CHAMPIONS) else named

    def _of_main(self) -> str | None:
        """The process of which the meeting of the paper is one."""
        main = self._found.book.main
        if main is None or main.path.startswith(_SUMMITS):
            return _OTHER_FORUM if main else None
        return next((one for one in main.series if one.startswith("regional-process/")), None)

    def presidency(self, unit: Unit) -> str | None:
        """The same, for words that do not say what office they are on ("Malta will follow"): the passage has to."""
        block = unit.block
        heading = self._found.reading.blocks[block.section].text if block.section is not None else ""
        said = [b.text for b in self._found.header] + [heading, block.text[: unit.masked.to]]
        return self.presided(unit) if any(cue("focus", "of-a-presidency").search(text) for text in said) else None

    def cochaired(self, unit: Unit) -> str | None:
        """A group of countries or a process; no forum, whose round tables have co-chairs."""
        named = self._near(unit, "PRTEW") or ""
        held = ("process/", "regional-process/", "working-group/")
        return named if named.startswith(held) and named != _FORUM else None

    def negotiated(self, unit: Unit) -> str | None:
        """The text on which there are talks: the declaration that a paper names, of several that of the forum."""
        spans = (span for spans in self._found.spans.values() for span in spans)
        named = {s.entity for s in spans if s.entity.startswith("instrument/") and "declaration" in s.entity}
        of_forum = {one for one in named if "progress" in one} or named
        return of_forum.pop() if len(of_forum) == 1 else None

    def table(self, unit: Unit) -> str | None:
        """For "its co-chairs": the round table of a passage that names no other body than the forum."""
        return self._near(unit, "T") if self._near(unit, "P") in (None, _FORUM) else None

    def _committee(self, unit: Unit) -> str | None:
        """In a passage that tells of no office, the committee it names: "Tunisia replaced Uganda" there."""
        group = self._near(unit, "W")
        return group if group and is_committee(group) else None


def _is_chaired(span: Span) -> bool:
    """Whether a body has a presidency that goes round: a regional process, the forum on development."""
    return span.code == "R" or span.entity == _OTHER_FORUM
