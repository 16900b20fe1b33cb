"""Blocks: the way from clean text back to the document as read."""

import pytest

from graph.records import PassageKind
from loaders.reading.blocks import Block, Reading, offset_array

BLOCK = Block(
    3, PassageKind.PARAGRAPH, "One. Two.", offset_array([*range(10, 15), *range(20, 24)]), sentences=((0, 4), (5, 9))
)


def test_a_span_goes_back_to_where_its_characters_stand() -> None:
    """The end is the place behind the last character, not that of the next one."""
    assert BLOCK.raw_span(0, 4) == (10, 14)
    assert BLOCK.raw_span(5, 9) == (20, 24)


def test_a_span_over_a_gap_covers_the_gap() -> None:
    """What was removed inside a span belongs to what stands in the document."""
    assert BLOCK.raw_span(0, 9) == (10, 24)


@pytest.mark.parametrize(("at", "to"), [(0, 0), (5, 4), (-1, 3), (0, 10)])
def test_a_span_outside_the_text_is_refused(at: int, to: int) -> None:
    with pytest.raises(IndexError):
        BLOCK.raw_span(at, to)


def test_the_sentence_at_a_position() -> None:
    """A position between two sentences belongs to the earlier one."""
    assert BLOCK.sentence_at(0) == (0, 4)
    assert BLOCK.sentence_at(4) == (0, 4)
    assert BLOCK.sentence_at(7) == (5, 9)
    assert Block(0, PassageKind.CELL, "abc", range(3)).sentence_at(1) == (0, 3)


def test_a_note_is_found_by_its_number_and_the_block_with_its_mark() -> None:
    """Two notes may have one number: pages count anew."""
    first = Block(1, PassageKind.FOOTNOTE, "See A.", range(6), note="1", host=0)
    second = Block(3, PassageKind.FOOTNOTE, "See B.", range(6), note="1", host=2)
    reading = Reading("", "", "a.txt", "en", (first, second))
    assert reading.note("1", 2) is second
    assert reading.note("2", 2) is None
    assert hash(first) != hash(second)


def test_a_table_begins_with_its_first_cell() -> None:
    """Cells that follow one another are of one table; what is no cell begins itself."""
    kinds = [None, 0, 0, 1, None, 0]
    blocks = tuple(
        Block(n, PassageKind.PARAGRAPH if row is None else PassageKind.CELL, "a", range(1), row=row)
        for n, row in enumerate(kinds)
    )
    reading = Reading("", "", "a.txt", "en", blocks)
    assert [reading.table_start(block).order for block in blocks] == [0, 1, 1, 1, 4, 5]
