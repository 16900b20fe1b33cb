"""The five real documents, where they are at hand: what reading them must give."""

from functools import cache
from pathlib import Path

import pytest

from graph.records import PassageKind
from loaders.frame.frame import frame
from loaders.reading.blocks import Block, Reading
from loaders.reading.read import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not part of the project")


@cache
def document(number: str) -> Reading:
    path = next(CORPUS.glob(f"{number}_*.txt"))
    return read(path.read_text(encoding="utf-8"), path.name)


def starting(reading: Reading, words: str) -> Block:
    return next(block for block in reading.blocks if block.text.startswith(words))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_character_leads_back_to_the_document(number: str) -> None:
    found = document(number)
    for block in found.blocks:
        for char, offset in zip(block.text, block.offsets, strict=True):
            assert found.raw[offset] == char or char in " -" or found.raw[offset] == "&"


@pytest.mark.parametrize(
    ("number", "hosts"),
    [
        ("001", {"1": "To this end", "2": "The role of the GFMD", "3": "The GFMD could act"}),
        ("002", {"1": "Demonstrate", "2": "Demonstrate", "3": "The International Organization"}),
        ("003", {"1": "On 19 December", "2": "In the context", "3": "In the context", "4": "In the context",
                 "5": "Taking place", "6": "Under the", "7": "Under the", "8": "In line with", "9": "The support"}),
        ("004", {"1": "I am pleased"}),
    ],
)  # fmt: skip
def test_each_note_hangs_on_its_block(number: str, hosts: dict[str, str]) -> None:
    found = document(number)
    notes = {block.note: found.blocks[block.host] for block in found.blocks if block.note and block.host is not None}
    assert {note: host.text[: len(hosts[str(note)])] for note, host in notes.items()} == hosts


def test_paragraphs_that_notes_cut_are_whole() -> None:
    found = document("003")
    cut = starting(found, "In the context of the Regional Review")
    assert "the Network in Latin America and the Caribbean held consultations" in cut.text
    assert "regular updates on the GCM. Most recently" in starting(found, "In line with").text
    assert "experiences, and includes the voices" in starting(document("001"), "The GFMD is by nature").text


def test_the_agenda_is_a_table_with_lists() -> None:
    cells = [block for block in document("003").blocks if block.row is not None]
    assert {block.row for block in cells} == {0, 1, 2, 3, 4}
    people = [block.text.split(",")[0] for block in cells if block.kind is PassageKind.ITEM and block.row == 4]
    assert people == ["Paulo Saad", "Michele Klein Solomon", "Rocío González Higuera"]
    assert starting(document("003"), "Moderator").column == 1


def test_items_know_what_introduces_them() -> None:
    found = document("000")
    welcomed = starting(found, "Welcomed new Champion")
    assert welcomed.lead == starting(found, "The Head of the Network Secretariat").order
    views = document("001")
    assert starting(views, "Reporting of the GFMD").lead == starting(views, "Views on the role").order


def test_the_speech_is_mended() -> None:
    found = document("004")
    assert starting(found, "releasing migrants").text == (
        "releasing migrants from immigration detention and moving towards non-custodial alternatives, and"
    )
    assert starting(found, "Bangladesh").text.endswith("Nepal, Philippines, Portugal, Senegal and Thailand")
    assert starting(found, "The selection made").text.count("360-degree") == 1
    assert "currently 14 countries have" in starting(found, "I am pleased that").text


@pytest.mark.parametrize(
    ("number", "genre", "date"),
    [
        ("000", "meeting-summary", "2021-11-03"),
        ("001", "consultation-record", "2019-04-04"),
        ("002", "leaflet", "2021-09"),
        ("003", "concept-note", "2021-09-17"),
        ("004", "speech", "2020-10-06/2020-10-31"),
    ],
)
def test_genre_and_date(number: str, genre: str, date: str) -> None:
    found = frame(document(number))
    assert found.date is not None
    assert (found.genre, found.date.edtf) == (genre, date)


def test_only_the_leaflet_is_at_odds_with_its_heading() -> None:
    flagged = [number for number in ("000", "001", "002", "003", "004") if frame(document(number)).flags]
    assert flagged == ["002"]
