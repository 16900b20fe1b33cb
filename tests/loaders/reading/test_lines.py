"""Lines: where they stand, and how a text is set."""

from loaders.reading.lines import measure, scan


def test_lines_know_their_place() -> None:
    raw = "One\n\n  Two \n\fThree"
    lines = scan(raw)
    assert [raw[line.start : line.end] for line in lines] == ["One", "Two", "Three"]
    assert [line.gap for line in lines] == [0, 2, 2]
    assert [line.indent for line in lines] == [0, 2, 0]
    assert [line.page for line in lines] == [False, False, True]


def test_a_text_with_a_blank_line_after_every_line_is_spaced() -> None:
    """It is seen from sentences that plainly run on over the blank lines."""
    lines = [
        "We meet today to talk about",
        "the regional reviews of",
        "the Compact and what they have",
        "brought to the",
        "table.",
    ]
    raw = "\n\n".join(lines)
    assert measure(scan(raw)).spaced
    assert measure(scan(raw)).gap == 2
    assert not measure(scan("A whole paragraph.\n\nAnother one.\n\nA third one.")).spaced


def test_nothing_has_no_lines() -> None:
    assert scan("") == []
    assert scan(" \n\t\n") == []
    assert not measure([]).spaced


def test_lines_set_apart_that_go_on_with_a_name_are_told_by_their_length() -> None:
    lines = [
        "The ministers of the member countries, namely those of Belize, Canada, Honduras and",
        "Mexico, met under the chairmanship of Costa Rica and thanked the Government of",
        "Costa Rica for its welcome. They took note of the report that the secretariat had",
        "sent to them in March and asked it to go on with the work on data that was",
        "begun in Lima. They also agreed that the next meeting would be held in Panama.",
    ]
    assert measure(scan("\n\n".join(lines))).spaced
    assert not measure(scan("\n\n".join(f"{line}." for line in lines))).spaced
