"""Footnotes: found in each spelling, tied to the block with their mark, and out of the way of the text."""

import pytest

from graph.records import PassageKind
from loaders.reading.blocks import Block
from tests.loaders.readings import blocks, reading


def note_of(found: tuple[Block, ...]) -> Block:
    return next(block for block in found if block.kind is PassageKind.FOOTNOTE)


@pytest.mark.parametrize(
    ("mark", "body"),
    [
        ("<sup>1</sup>", "<sup>1</sup> See the resolution."),
        ("<sup>1</sup>", "<sup>&</sup>lt;sup>1</sup> See the resolution."),
        ("&lt;sup>1&lt;/sup>", "&lt;sup>1&lt;/sup> See the resolution."),
        ("[^1]", "[^1]: See the resolution."),
        ("\u00b9", "\u00b9 See the resolution."),
        ("[1]", "[1] See the resolution."),
        ("1", "1 See the resolution."),
    ],
)
def test_a_note_is_tied_to_its_mark_in_each_spelling(mark: str, body: str) -> None:
    found = reading(f"The Assembly endorsed the text{mark} in December.", "", body)
    assert found.blocks[0].text == "The Assembly endorsed the text in December."
    assert found.blocks[0].marks == ((30, "1"),)
    note = found.note("1", 0)
    assert note is not None
    assert note.text == "See the resolution."


def test_a_note_in_the_middle_of_a_sentence_does_not_cut_it() -> None:
    """The paragraph is one block around it, and a quote over the cut has the note between its ends."""
    found = reading(
        "The agencies that are part of the Network in Latin America and the",
        "", "---", "", "<sup>1</sup> See A/RES/73/195.", "",
        "Caribbean<sup>2</sup> held consultations.", "", "<sup>2</sup> The entities.",
    )  # fmt: skip
    assert found.blocks[0].text.endswith("Latin America and the Caribbean held consultations.")
    assert [block.note for block in found.blocks] == [None, "1", "2"]
    start, end = found.blocks[0].raw_span(0, len(found.blocks[0].text))
    assert "A/RES/73/195" in found.raw[start:end]


def test_an_item_goes_on_behind_a_note() -> None:
    found = blocks(
        "- The forum is voluntary, and",
        "",
        "---",
        "",
        "<sup>1</sup> Some came.",
        "",
        "includes all voices.",
        "",
        "- Next.",
    )
    assert [block.text for block in found] == [
        "The forum is voluntary, and includes all voices.",
        "Some came.",
        "Next.",
    ]


def test_a_finished_paragraph_takes_nothing_in() -> None:
    assert [b.text for b in blocks("It ended.", "", "---", "", "Caribbean States met.")] == [
        "It ended.",
        "Caribbean States met.",
    ]


def test_each_page_may_count_anew() -> None:
    """Of two notes with one number, each goes to the nearest mark before it."""
    found = blocks(
        "First<sup>1</sup> page.", "", "<sup>1</sup> One.", "", "Second<sup>1</sup> page.", "", "<sup>1</sup> Two."
    )
    assert [block.host for block in found] == [None, 0, None, 2]


def test_a_digit_that_belongs_to_a_name_is_no_mark() -> None:
    """RT1, COVID-19, a year or a date at the start of a line make no note."""
    found = blocks("As said in RT1 and for COVID-19, States met on", "1 December in Geneva.")
    assert not any(block.kind is PassageKind.FOOTNOTE for block in found)
    assert not any(block.marks for block in found)


def test_a_mark_behind_a_year() -> None:
    """The PDF fault "20222": the year 2022 with note 2, where a note 2 follows."""
    found = blocks(
        "It takes place in the first semester of 20222 at the", "Headquarters.", "", "2 Exact date to be determined."
    )
    assert found[0].text == "It takes place in the first semester of 2022 at the Headquarters."
    assert note_of(found).text == "Exact date to be determined."


def test_many_candidates_stay_cheap() -> None:
    """Twenty thousand notes of one number are paired in one pass."""
    assert len(blocks("word1\n\n1 Abc def\n\n" * 20_000)) > 20_000
