"""Counts and sums: whose they are, what they measure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from graph.records import Polarity
from loaders.claims.about.context import Context
from loaders.claims.about.reviews import last_review
from loaders.claims.counts import held_counts
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.qualify import Qualification, qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.figures.figures import Figure
from loaders.reading.blocks import Block, Spot
from loaders.recognition.names.spans import FIGURE_CODE, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.factored import factored
from loaders.rules.lexicons import load
from loaders.rules.uncased import Uncased

_FEWEST = 2  # of those counted before: "one of them" counts nothing
_SHARE = "per cent"
_BEFORE_MONEY, _OPENING = "words before money", "opening"
_NO_MEMBERS = ("E", "F", "L", "SO")  # kinds that are not confused with a meeting that has the same participants
_PAUSE = re.compile(r"[,;:]\s")
_BY = re.compile(r",\s(?:\w+\s){1,3}(?:by|por|par)\s(?:the |la |el |l['’]|le )?$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\s\([^()]*\))?,")
_DOES = re.compile(
    r"\)?\s(?:(?:has|have|had|ha|han|a|ont|also|también|aussi|today|hoy)\s){0,2}(?:re[cg]i|regist|enreg|submit|present|présent"
    r"|made|mak|announc|anunci|annonc|deposit|dépos|soumi|enter|hand|sent|envi|remi|entreg|hizo|hecho|fait|pris|tom)\w*"
    r"(?:\s(?:al?|ya|déjà|already|su|sus|its|their|in|so far|hasta ahora)){0,2}\s",
    re.IGNORECASE,
)
_OF = re.compile(r"\s\w+(?:\s\w+)?\s(?:of|by|de|del|du|des|par|por|d['’])\s?(?:the |la |el |l['’]|le )?", re.IGNORECASE)
_COMPACT = "instrument/gcm"
_COME = frozenset({"participants", "states represented"})
_GIFTS = frozenset({"contributed", "pledged"})
_TO = re.compile(r"\b(?:in|to|for|en|à|au|aux|al?|para|pour)\s(?:the |la |el |les? |l['’])?$", re.IGNORECASE)
# between who gives and the sum
_GIVES = re.compile(
    r"\)?,?\s?\(?(?:(?!receiv|recib|recev|reçu|request|grant|from|budget|worth)(?:[^.;:()\d⟦]|\b(?:19|20)\d\d\b)){0,80}"
    r"(?<!from )(?<!of the )",
    re.IGNORECASE,
)
# behind a sum, what it is for, which is no fund: "for health in Mali"; not a time, nor the fund itself
_FOR_ELSE = re.compile(
    r"\s(?:for|to|towards|para|al?|pour|à|aux?)\s(?!(?:the\s|el\s|la\s|le\s|l['’])?(?:it\b|fund|fondo|fonds|m?ptf|(?:19|20)\d\d|year|next|coming|first"
    r"|period|biennium|año|per[ií]odo|bienio|année|période|joint|programmes?\b|programas?\b|work))",
    re.IGNORECASE,
)
_NEAR = 30  # characters before a sum that may say what it is: "target of", "objetivo anual de"


class Measure(NamedTuple):
    """What is counted, whose it is, the words that tell and where to look for them; what must not follow, what the
    sentence must have and must not; the least that is all of them.
    """

    measure: str
    whose: str
    words: Uncased
    look: str
    not_before: Uncased | None
    needs: Uncased | None
    bars: Uncased | None
    least: int


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """What is counted, by the rows of figures.yaml."""
    return tuple(
        Measure(
            row["measure"], row["of"], Uncased(factored(row["words"])), row.get("look", "unit"),
            Uncased(row["not_before"]) if "not_before" in row else None,
            Uncased(factored(row["with"])) if "with" in row else None,
            Uncased(factored(row["without"])) if "without" in row else None,
            row.get("least", 0),
        )
        for row in load("figures")
    )  # fmt: skip


def figure_claims(found: Recognition, block: Block, context: Context) -> Iterator[Stated]:
    """hasCount for each figure of a block that has an owner."""
    figures = found.figures[block.order]
    sentence: _Sentence | None = None
    for span in found.spans[block.order]:
        if span.code != FIGURE_CODE:
            continue
        if sentence is None or not sentence.at <= span.at < sentence.to:
            sentence = _Sentence(found, block, *block.sentence_at(span.at), context)
        figure = figures[int(span.value)]
        owner = sentence.owner(span, figure) or sentence.with_the_one_before(span, figure)
        sentence.before = (figure, owner)
        said = sentence.qualification(span)
        if owner and owner[1] == "votes":  # "five said no" denies nothing
            said = replace(said, polarity=Polarity.POSITIVE)
        # a number in a denial is neither a count nor a denied one: "does not yet take the six programmes into account"
        if owner and said.polarity is Polarity.POSITIVE:
            subject, measure = owner
            yield Stated(subject=subject, relation="hasCount", value=figure.amount, unit=figure.currency or figure.unit,
                         measure=measure, approximate=figure.approximate, spots=sentence.unit.spots,
                         qualification=said, rule=f"figure-{measure}")  # fmt: skip
            fund = sentence.fund_of(subject, span) if measure in _GIFTS and figure.currency else None
            if fund and fund != subject:
                yield Stated(subject=subject, relation="contributesTo", object=fund, spots=sentence.unit.spots,
                             qualification=said, rule="figure-gift")  # fmt: skip


class _Sentence:
    """A sentence with figures, and what is asked of it for each of them."""

    def __init__(self, found: Recognition, block: Block, at: int, to: int, context: Context) -> None:
        self.at, self.to = at, to
        self.before: tuple[Figure | None, tuple[str, str] | None] = (None, None)
        self.unit = Unit(unmasked(block, at, to), block, (Spot(block.order, at, to),))
        self._found, self._block, self._context = found, block, context
        self._held = held_counts.Sentence(found, self.unit, at, to, context)
        self._has = cache(lambda pattern: pattern.search(block.text[at:to]) is not None)

    def with_the_one_before(self, span: Span, figure: Figure) -> tuple[str, str] | None:
        """The owner of the number before, of which it is a part or whose origin: "90 delegates from 30 countries"."""
        before, owner = self.before
        if before is None or owner is None or before.currency or figure.currency or figure.amount < _FEWEST:
            return None
        parted = figure.unit.startswith(before.unit) and figure.amount <= before.amount
        comes = owner[1] in _COME and self._held.comes_with(span, figure, before)
        return owner if parted or comes or (owner[1] == "held" and self._held.and_has(span, figure, before)) else None

    def qualification(self, span: Span) -> Qualification:
        """What the clause around a figure says of it."""
        return qualify(self._block.text[self.at : self.to], span.at - self.at, span.to - self.at)

    def owner(self, span: Span, figure: Figure) -> tuple[str, str] | None:
        """Whose a figure is, and what it measures."""
        whole = figure.currency or figure.scale > 1 or figure.unit == _SHARE or figure.value == int(figure.value)
        if not whole:
            return None  # of a section: "2.3 New joint programmes"
        if figure.currency:
            budgeted, giver = self._held.budget(span), self._held.giver(span)
            if budgeted or giver:
                return (budgeted, "budget") if budgeted else (str(giver), "contributed")
        for one in measures():
            if self._fits(one, span, figure):
                subject = self._subject(one.whose, span)
                if subject:
                    return subject, one.measure
        holder = self._held.holder(span, figure)
        return (holder, "held") if holder else None

    def _fits(self, one: Measure, span: Span, figure: Figure) -> bool:
        if one.look.endswith("money") != bool(figure.currency) or (one.needs and not self._has(one.needs)):
            return False
        if figure.amount < one.least or (one.bars and self._has(one.bars)):
            return False
        return self._told(one, span, figure) and not (
            one.not_before and one.not_before.match(self._block.text, figure.unit_to or span.to)
        )

    def _told(self, one: Measure, span: Span, figure: Figure) -> bool:
        """Whether the words of a measure stand where they tell what this figure is."""
        if one.look in ("unit", _OPENING):
            counts = one.words.search(figure.unit) is not None
            return counts and (one.look == "unit" or self._held.are_there(span, figure))
        if one.look == _BEFORE_MONEY:
            return one.words.search(self._block.text, max(self.at, span.at - _NEAR), span.at) is not None
        return self._has(one.words)

    def _subject(self, whose: str, span: Span) -> str | None:
        if "/" in whose:
            of_another_forum = whose == "process/imrf" and self._found.topic == "process/gfmd"
            return whose if not of_another_forum and whose in self._context.named else None
        if whose == "event":
            return self._nearest(span, "E") or self._context.fill("context-event", self.unit)
        if whose == "debate":
            return self._nearest(span, "E") or self._context.fill("context-debate", self.unit)
        if whose == "giver":
            return self._giver(span)
        if whose == "doer":
            return self._doer(span)
        if whose == "review":
            return self._review(span)
        if whose == "text":
            return self._nearest(span, "I") or self._last_text(span)
        if whose == "group":
            return self._context.fill("context-process", self.unit)
        return self._nearest(span, whose) or (self._context.fill("context-fund", self.unit) if whose == "F" else None)

    def _last_text(self, span: Span) -> str | None:
        """The text that the sentences before speak of last; the Compact, which every paper knows, where none does."""
        before = self._context.row(self._block.order, "I").last_before(span.at)
        return before.entity if before else _COMPACT if _COMPACT in self._context.named else None

    def _nearest(self, span: Span, codes: str) -> str | None:
        """What the sentence names last before a figure, else first; nothing where a meeting comes between."""
        row = self._context.row(self._block.order, codes if codes in _NO_MEMBERS else f"{codes}E")
        before, near = row.last_before(span.at), row.starting(self.at, self.to)
        if not near:
            return None
        while before and before.at >= self.at and self._is_aside(before):
            before = row.last_before(before.at)
        named = before if before and before.at >= self.at else near[0]
        if self._is_aside(named):
            return None
        apart = codes not in _NO_MEMBERS and _PAUSE.search(self._block.text, span.to, max(span.to, named.at))
        return named.entity if named.code in codes and not apart else None

    def _giver(self, span: Span) -> str | None:
        """Who gives a sum to the fund that the passage is about."""
        to_a_fund = self._nearest(span, "F") or self._context.fill("context-fund", self.unit)
        return self._nearest(span, "SO") if to_a_fund else None

    def _is_aside(self, named: Span) -> bool:
        """Whether a name closes an aside on another: "The Network, coordinated by IOM, has ..."."""
        opened = _BY.search(self._block.text, self.at, named.at)
        return opened is not None and _CLOSED.match(self._block.text, named.to) is not None

    def fund_of(self, giver: str, span: Span) -> str | None:
        """The fund to which a sum is given by who stands right before it; nothing where it may be given to them."""
        before = self._context.row(self._block.order, "SUO").last_before(span.at)
        if (
            before is None
            or before.at < self.at
            or before.entity != giver
            or _TO.search(self._block.text, self.at, before.at)
        ):
            return None
        given = _GIVES.fullmatch(self._block.text, before.to, span.at)
        if not given:
            return None
        of_sentence = self._nearest(span, "F")
        return of_sentence or (
            None if _FOR_ELSE.match(self._block.text, span.to) else self._context.fill("context-fund", self.unit)
        )

    def _doer(self, span: Span) -> str | None:
        """Who does it with what is counted: "Honduras has registered three pledges", "two pledges of my country"."""
        row = self._context.row(self._block.order, "SUO")
        before = row.last_before(span.at)
        if before and before.at >= self.at and _DOES.fullmatch(self._block.text, before.to, span.at):
            return before.entity
        behind = row.starting(span.to, self.to)
        return behind[0].entity if behind and _OF.fullmatch(self._block.text, span.to, behind[0].at) else None

    def _review(self, span: Span) -> str | None:
        """The review that the sentence names, else that of the passage."""
        row = self._context.row(self._block.order, "EP")
        here = last_review(row.starting(self.at, self.to))
        return here or self._context.fill("context-review", self.unit)
