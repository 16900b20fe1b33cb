"""Counts and sums: whose they are, what they measure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders.blocks import Block
from loaders.context import Context
from loaders.figures import Figure
from loaders.lexicons import alternatives, load
from loaders.masked import unmasked
from loaders.qualify import qualify
from loaders.recognition import Recognition
from loaders.spans import FIGURE_CODE, Span
from loaders.stated import Place, Stated
from loaders.units import Unit


class _Measure(NamedTuple):
    """What is counted, whose it is, the words that tell and where to look for them; what must not follow, and what
    the sentence must have.
    """

    measure: str
    whose: str
    words: re.Pattern[str]
    look: str
    not_before: re.Pattern[str] | None
    needs: re.Pattern[str] | None


@lru_cache(maxsize=1)
def _measures() -> tuple[_Measure, ...]:
    """The rows of figures.yaml."""
    return tuple(
        _Measure(
            row["measure"], row["of"], re.compile(alternatives(row["words"]), re.IGNORECASE), row.get("look", "unit"),
            re.compile(row["not_before"], re.IGNORECASE) if "not_before" in row else None,
            re.compile(alternatives(row["with"]), re.IGNORECASE) if "with" in row else None,
        )
        for row in load("figures")
    )  # fmt: skip


def figure_claims(found: Recognition, block: Block, context: Context) -> Iterator[Stated]:
    """hasCount for each figure of a block that has an owner."""
    figures = found.figures[block.order]
    for span in found.spans[block.order]:
        if span.code != FIGURE_CODE:
            continue
        at, to = block.sentence_at(span.at)
        unit = Unit(unmasked(block, at, to), block, (Place(block.order, at, to),))
        figure = figures[int(span.value)]
        owner = _owner(found, unit, block, span, figure, context)
        if owner:
            subject, measure = owner
            said = qualify(block.text[:to], span.at, span.to)
            yield Stated(subject=subject, relation="hasCount", value=figure.amount, unit=figure.currency or figure.unit,
                         measure=measure, approximate=figure.approximate, qualification=said, places=unit.places,
                         rule=f"figure-{measure}")  # fmt: skip


def _owner(
    found: Recognition, unit: Unit, block: Block, span: Span, figure: Figure, context: Context
) -> tuple[str, str] | None:
    sentence = block.text[unit.masked.at : unit.masked.to]
    for measure, whose, pattern, look, not_before, needs in _measures():
        if (look == "money") != bool(figure.currency):
            continue
        if needs and not needs.search(sentence):
            continue
        if not pattern.search(sentence if look != "unit" else figure.unit):
            continue
        if not_before and not_before.match(block.text, figure.unit_to or span.to):
            continue
        subject = _subject(found, unit, block, span, whose, context)
        if subject:
            return subject, measure
    return None


def _subject(found: Recognition, unit: Unit, block: Block, span: Span, whose: str, context: Context) -> str | None:
    if "/" in whose:
        if whose == "process/imrf" and found.topic == "process/gfmd":
            return None
        named = any(s.entity == whose for b in found.reading.blocks for s in found.spans[b.order])
        return whose if named else None
    if whose == "event":
        return context.fill("context-event", unit)
    near = [s for s in found.spans[block.order] if s.code in whose and unit.masked.at <= s.at < unit.masked.to]
    before = [s for s in near if s.to <= span.at]
    if before or near:
        return (before[-1] if before else near[0]).entity
    return context.fill("context-fund", unit) if whose == "F" else None
