"""What is asked for each passage or sentence is looked up once: twice the text costs twice the work."""

from typing import Any

import pytest

from loaders.claims.about.parts import Parts
from loaders.reading.blocks import Block
from loaders.recognition.meetings import programme_days
from loaders.recognition.meetings.first_paragraphs import first_paragraphs
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from tests.loaders.readings import blocks
from tests.loaders.told import WORLD, recognised, records_of


class Counted(dict[int, list[Span]]):
    """Spans by block that count how often those of a block are asked for."""

    asked = 0

    def __getitem__(self, order: int) -> list[Span]:
        self.asked += 1
        return super().__getitem__(order)


def test_each_sentence_asks_for_its_round_table_without_reading_those_before_it() -> None:
    (block,) = blocks("The delegation of the valley took the floor. " * 200)
    spans = Counted({block.order: []})
    parts = Parts([block], spans, [])
    before = spans.asked
    assert {parts.table(block, at) for at, _ in block.sentences} == {None}
    assert len(block.sentences) == 200
    assert spans.asked - before <= 1


def _lines_asked(lines: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many lines are looked at for whether they open a day, in side events whose table lost its cells."""
    asked = 0
    opened = programme_days._opened

    def counting(found: Recognition, block: Block) -> tuple[str, bool] | None:
        nonlocal asked
        asked += 1
        return opened(found, block)

    with monkeypatch.context() as patched:
        patched.setattr(programme_days, "_opened", counting)
        listed = "\n\n".join(f"{1 + n % 28} May 2022\n\nCities that receive, part {n}" for n in range(lines))
        records_of(f"{WORLD}\n\n## Side events\n\n{listed}")
    return asked


def test_the_days_of_a_programme_are_sought_once_for_all_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [_lines_asked(lines, monkeypatch) for lines in (30, 120)] == [62, 242]


def test_the_first_paragraphs_are_told_without_reading_the_document_again() -> None:
    """Where it opens with nothing but items too."""
    items = "\n".join(f"- The ministers of valley {n} met." for n in range(300))
    found = recognised(f"{WORLD}\n\n{items}\n\nThe ministers of the plain met.")
    read: list[int] = []

    class Noting(tuple[Any, ...]):
        def __iter__(self) -> Any:
            for block in super().__iter__():
                read.append(block.order)
                yield block

    object.__setattr__(found.reading, "blocks", Noting(found.reading.blocks))
    assert [block.order for block in first_paragraphs(found)] == [0, 301]
    assert read == []
