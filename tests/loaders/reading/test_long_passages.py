"""A passage that is longer than any that somebody wrote is cut between sentences, and nothing of it is lost."""

import pytest

from graph.records import PassageKind
from loaders.reading.long_passages import LONGEST
from loaders.reading.sentences import split
from tests.loaders.readings import blocks

SENTENCE = "The delegations walked along the river and spoke of their schools. "


@pytest.mark.parametrize("opening", ["", "- ", "# "])
def test_a_text_without_line_ends_is_cut_between_sentences(opening: str) -> None:
    """Each part stands where it stood; an item stays one, and no heading is as long."""
    text = (SENTENCE * 2_000).strip()
    found = blocks(opening + text)
    assert " ".join(block.text for block in found) == text
    assert {len(block.text) <= LONGEST for block in found} == {True}
    assert {block.kind for block in found} == {PassageKind.ITEM if opening == "- " else PassageKind.PARAGRAPH}
    assert all(block.text.endswith("schools.") for block in found)
    assert all((opening + text)[slice(*block.raw_span(0, len(block.text)))] == block.text for block in found)


def test_marks_of_notes_go_with_their_part() -> None:
    text = SENTENCE * 160 + "They wrote it down[^1]. " + SENTENCE * 160 + "They signed it[^2]."
    *parts, one, two = blocks(f"{text}\n\n[^1]: In ink.\n[^2]: In blue.")
    hosts = [parts[note.host].text for note in (one, two) if note.host is not None]
    assert ["They wrote it down." in hosts[0], "They signed it." in hosts[1]] == [True, True]
    assert [len(part.marks) for part in parts] == [1, 1]


def test_a_passage_that_somebody_could_have_written_is_one() -> None:
    assert len(blocks(SENTENCE * 200)) == 1


def test_a_sentence_without_end_is_cut_between_its_parts() -> None:
    """A list of which the stops were lost: at a semicolon, else at a comma, else between words."""
    for sign in ("; ", ", ", " "):
        text = sign.join(f"Delegation {number}" for number in range(2_000))
        found = split(text)
        assert len(found) > 1
        assert max(to - at for at, to in found) <= 5_000
        assert all(text[at - 1] == " " and text[at - 2 : at].endswith(sign[-2:]) for at, _ in found[1:])
        assert " ".join(text[at:to] for at, to in found) == text
    (one, *others) = split("x" * 12_000)
    assert (one, others) == ((0, 5_000), [(5_000, 10_000), (10_000, 12_000)])
