"""Counts of what a thing has, did or is given: whose they are by what the sentence says around the number."""

import re
from collections.abc import Sequence

from loaders.claims.about.context import Context
from loaders.claims.sentence.units import Unit
from loaders.figures.figures import Figure
from loaders.reading.blocks import Block
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_BODIES, _TEXTS, _DOERS = "RPUOWFL", "I", "FLWPO"
_GIVERS, _BUDGETED = "SUO", "PIWRU"
_FORBIDDEN = re.compile(r"instrument/gcm$|un-entity/un-network-on-migration")  # they have no money and give none
_LONGEST_BULLET = 90
_MOST = 120  # members of a regional body; more are those of the United Nations
_AND = re.compile(r"(?:[^.;:()⟦\d]{0,30})(?:,|\s(?:and|y|et))\s", re.IGNORECASE)
_LEADING = re.compile(r"^\W*(?:(?:some|over|more than|más de|unos|plus de|près de|quelque)\s)?$", re.IGNORECASE)


def _line(text: str) -> str:
    return text.replace("\n", " ")


class Sentence:
    """A sentence with a count in it, [at, to) of a block."""

    def __init__(self, found: Recognition, unit: Unit, at: int, to: int, context: Context) -> None:
        self._found, self._unit, self._at, self._to, self._context = found, unit, at, to, context
        self._block: Block = unit.block

    def holder(self, span: Span, figure: Figure) -> str | None:
        """Whose count a figure is; None where the sentence does not say."""
        if figure.currency or not figure.unit or figure.unit == "per cent" or figure.amount < 2:
            return None
        return (
            self._before(span, figure)
            or self._behind(span, figure)
            or self._spoken_of(span, figure)
            or self._of_the_page(span, figure)
            or self._of_the_one_body(span, figure)
        )

    def budget(self, span: Span) -> str | None:
        """What has a sum at its disposal: "the programme, endowed with USD 2 million"."""
        told = self._told_before(span, "P", "budget") or self._told_before(span, _BUDGETED, "budget")
        if told or not cue("holdings", "budget-line").fullmatch(_line(self._block.text[self._at : span.at])):
            return told
        return self._context.fill("context-programme", self._unit)

    def giver(self, span: Span) -> str | None:
        """Who gives a sum, right before it or behind: "Chad paid USD 5,000", "the USD 5,000 contributed by Chad"."""
        text, end = self._block.text, span.to
        behind = self._names(_GIVERS).starting(end, self._to)[:1]
        if not cue("holdings", "gave").search(text[self._at : self._to]):
            return None
        if behind and cue("holdings", "given-by").search(_line(text[end : behind[0].at])):
            return behind[0].entity
        return self._told_before(span, _GIVERS, "gives") or (
            self._told_before(span, _GIVERS, "likewise")
            if cue("holdings", "gave").search(text[self._at : span.at])
            else None
        )

    def comes_with(self, span: Span, figure: Figure, before: Figure) -> bool:
        """Whether a number counts whom those counted before come from, or who came with them."""
        between = _line(self._block.text[before.unit_to or before.to : span.at])
        return bool(cue("holdings", "and-from").search(between) and cue("holdings", "comes").search(figure.unit))

    def and_has(self, span: Span, figure: Figure, before: Figure) -> bool:
        """Whether a number goes on with what a body has: "three networks and five working groups"."""
        between = self._block.text[before.unit_to or before.to : span.at]
        return _AND.fullmatch(between) is not None and cue("holdings", "of-a-body").search(figure.unit) is not None

    def are_there(self, span: Span, figure: Figure) -> bool:
        """Whether the sentence opens with those counted and tells what they did: "45 officials compared notes"."""
        text = self._block.text
        if cue("holdings", "of-members").search(figure.unit):
            return False
        opens = cue("holdings", "those-there").fullmatch(_line(text[self._at : span.at]))
        return bool(opens and cue("holdings", "did-there").match(_line(text[figure.unit_to or span.to : self._to])))

    def _told_before(self, span: Span, codes: str, what: str) -> str | None:
        """The nearest of some names before a number between which and it the text tells of what is asked."""
        named = [s for s in self._names(codes).starting(self._at, span.at) if not _FORBIDDEN.match(s.entity)][::-1]
        text = self._block.text
        return next((one.entity for one in named if cue("holdings", what).search(_line(text[one.to : span.at]))), None)

    def _names(self, codes: str) -> Row:
        return self._context.row(self._block.order, codes)

    def _before(self, span: Span, figure: Figure) -> str | None:
        """What stands before the number, nearest first: "The Plan sets out 16 activities", "its two groups"."""
        text = self._block.text
        for named in reversed(self._names(_BODIES + _TEXTS).starting(self._at, span.at)):
            between = _line(text[named.to : span.at])
            of_a_text = named.code in _TEXTS
            verb, kind = ("sets-out", "of-a-text") if of_a_text else ("has", "of-a-body")
            if cue("holdings", kind).search(figure.unit) and (
                cue("holdings", verb).search(between) or cue("holdings", "whose").search(between)
            ):
                return named.entity
            if named.code in _DOERS and cue("holdings", "did").search(between):
                return named.entity
        return None

    def _behind(self, span: Span, figure: Figure) -> str | None:
        """What the counted are of: "the five working groups of the Process"."""
        text, end = self._block.text, figure.unit_to or span.to
        behind = self._names(_BODIES + _TEXTS).starting(end, self._to)[:1]
        if not behind or not cue("holdings", "of").search(_line(text[end : behind[0].at])):
            return self._of_the_noun(span, figure)
        kind = "of-a-text" if behind[0].code in _TEXTS else "of-a-body"
        whole = cue("holdings", "all-of-them").search(text[self._at : span.at])
        return behind[0].entity if whole and cue("holdings", kind).search(figure.unit) else None

    def _of_the_noun(self, span: Span, figure: Figure) -> str | None:
        """The body that the counted are of by its noun alone: "the five working groups of the Process"."""
        text = self._block.text
        told = cue("holdings", "of-the-body").search(_line(text[figure.unit_to or span.to : self._to]))
        whole = cue("holdings", "all-of-them").search(text[self._at : span.at])
        return self._body() if told and whole and cue("holdings", "of-a-body").search(figure.unit) else None

    def _body(self) -> str | None:
        """The body of which the passage tells, else the one process of the paper."""
        return self._context.fill("context-body", self._unit) or self._context.only_process()

    def _spoken_of(self, span: Span, figure: Figure) -> str | None:
        """The body of which the sentences before tell: "It has 14 members", "Three working groups report to it"."""
        if not cue("holdings", "of-a-body").search(figure.unit):
            return None
        text = self._block.text
        before = _line(text[self._at : span.at])
        told = cue("holdings", "it-has").search(before) or cue("holdings", "its-own").search(before)
        told = told or cue("holdings", "belong").search(_line(text[figure.unit_to or span.to : self._to]))
        if told is None and cue("holdings", "ours").search(_line(text[self._at : span.at])):
            told = cue("holdings", "of-members").search(figure.unit)
        return self._body() if told else None

    def _of_the_one_body(self, span: Span, figure: Figure) -> str | None:
        """The body that a page or a paper is about, of all its members or groups: "the twelve member States"."""
        units = ("of-members", "of-groups")
        if figure.amount > _MOST or not any(cue("holdings", unit).search(figure.unit) for unit in units):
            return None
        text = self._block.text
        if cue("holdings", "of-else").match(_line(text[figure.unit_to or span.to : self._to])):
            return None
        told = cue("holdings", "all-it-has").fullmatch(_line(text[self._at : span.at]))
        return (self._found.home or self._context.only_process()) if told else None

    def _of_the_page(self, span: Span, figure: Figure) -> str | None:
        """The body of a page, of a short line that opens with a number under a heading that announces figures."""
        block, heading = self._block, self._block.section
        if heading is None or len(block.text) > _LONGEST_BULLET or not _LEADING.match(block.text[: span.at]):
            return None
        above: Sequence[Block] = self._found.reading.blocks
        listed = cue("holdings", "in-figures").search(above[heading].text)
        return self._context.fill("context-body", self._unit) if listed else None
