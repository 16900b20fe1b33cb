"""The part of a meeting that a passage tells of: a round table, by the heading over it or the words it opens with."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from loaders.claims.about.focus import is_in_an_unknown_part
from loaders.reading.blocks import Block, PassageKind
from loaders.reading.markers import is_time
from loaders.recognition.names.spans import Row, Span
from loaders.rules.sought import Sought

_OPENING = 30  # letters into a line or sentence within which its theme stands
_LONGEST_TITLE = 120
_DIVIDES = re.compile(r"\s?[:–—]\s|\.\s(?=[A-ZÀ-Þ])|\s-\s")
_TITLE = re.compile(r"^[^.;!?]*[^.;:!?,]$")
# "13:00 Side event: Financing the Compact", of which no event is known
_OTHER_PART = Sought(
    r"^(?:[\d:.h–-]+\s|\|\s)*(?:side[ -]event|(?:multi-?stakeholder )?hearing"
    r"|eventos? paralelos?|audiencia (?:con|de)|audition (?:des|avec)"
    r"|(?:manifestation|événement|évènement) parallèle)",
    re.IGNORECASE,
)


# what is said when a meeting opens or closes is not said at the round table told of before it
_OF_THE_WHOLE = Sought(
    r"\b(?:(?:at|during|in) the (?:closing|opening)|(?:en|durante) la (?:clausura|apertura)"
    r"|à (?:la clôture|l['’]ouverture))\b",
    re.IGNORECASE,
)


def is_of_the_whole(text: str) -> bool:
    """Whether a sentence tells of the opening or closing of a meeting: "Statements were made at the closing by ..."."""
    return _OF_THE_WHOLE.search(text) is not None


class Parts:
    """Answers "which round table?" for a place in a document, and whether it is in a part that has no name."""

    def __init__(self, blocks: Sequence[Block], spans: Mapping[int, Sequence[Span]], header: Sequence[Block]) -> None:
        self._blocks = blocks
        self._spans = spans
        self._title = {block.order for block in header}  # what a paper is about is none of its parts
        self._over: list[str | None] = []
        self._opening: dict[int, list[Span]] = {}
        scope: tuple[Block, str] | None = None
        for block in blocks:
            scope = self._scope(block, scope)
            self._over.append(scope[1] if scope else None)

    def table(self, block: Block, at: int) -> str | None:
        """The round table with which a sentence before `at` opens, else the one of the title over the block."""
        if block.order not in self._opening:
            row = Row(self._spans[block.order])
            found = (_opening(row, begin) for begin, _ in block.sentences or ((0, 0),))
            self._opening[block.order] = [one for one in found if one]
        opened = self._opening[block.order]
        before = bisect_right(opened, at, key=lambda one: one.at)
        return opened[before - 1].entity if before else self._over[block.order]

    def is_unknown(self, block: Block, at: int) -> bool:
        """Whether a block tells, before `at`, of a round table that is not recognised."""
        named = any(span.code in "ET" and span.at < at for span in self._spans[block.order])
        return not named and is_in_an_unknown_part(block.text[:at])

    def is_unnamed(self, block: Block) -> bool:
        """Whether a block stands under the title of a side event that names none."""
        section = self._blocks[block.section] if block.section is not None else None
        title = section and _OTHER_PART.match(section.text)
        return bool(section and title and not any(s.code in "ET" for s in self._spans[section.order]))

    def where_spoken(self, block: Block, whole: str | None) -> str | None:
        """Where those speak whom a line of an agenda names: at the part over it, else at the whole meeting."""
        return None if whole is None or self.is_unnamed(block) else self.table(block, 0) or whole

    def _scope(self, block: Block, scope: tuple[Block, str] | None) -> tuple[Block, str] | None:
        """The title that says which round table it is, as it is from this block on."""
        if block.note is not None or block.kind is PassageKind.CELL:
            return scope
        heading = block.kind is PassageKind.HEADING
        titled = block.order not in self._title and (heading or _is_title(block) or self._is_labelled(block))
        opened = self._opened(block, 0) if titled else None
        if opened:
            return block, opened.entity
        if scope is None:
            return None
        above = scope[0]
        if heading:
            return scope if above.kind is PassageKind.HEADING and block.level > above.level else None
        if above.kind is PassageKind.HEADING:
            return scope
        timed = is_time(above.marker)  # a line of a timetable goes on up to the next
        ends = is_time(block.marker) if timed else _is_title(block)
        return None if ends or block.section != above.section else scope

    def _is_labelled(self, block: Block) -> bool:
        """Whether a short line or a line of a timetable opens with a round table: "Panel 1: Routes: what we know"."""
        if len(block.text) > _LONGEST_TITLE or block.text.endswith((".", ";", ",", ":")):
            return False
        at = next((s.to for s in self._spans[block.order] if s.code == "T" and s.at == 0), None)
        return at is not None and (is_time(block.marker) or _DIVIDES.match(block.text, at) is not None)

    def _opened(self, block: Block, begin: int) -> Span | None:
        """The round table that a line or sentence names within its first words."""
        return _opening(Row(self._spans[block.order]), begin)


def _opening(row: Row, begin: int) -> Span | None:
    return next((span for span in row.starting(begin, begin + _OPENING + 1) if span.code == "T"), None)


def _is_title(block: Block) -> bool:
    """A short line without an end, and no item of a list: a title that is none to the eye."""
    bulleted = block.kind is PassageKind.ITEM and not block.marker[:1].isalnum()
    return not bulleted and len(block.text) <= _LONGEST_TITLE and _TITLE.match(block.text) is not None
