"""A frame says a form once, and it is read for each office that has an example of it."""

from loaders.rules import frames


def test_a_form_is_read_for_the_offices_that_have_examples() -> None:
    """Words of the office stand in the place of `<word>`; an office without an example has no rule."""
    example = {"text": "Ghana chairs it.", "claims": ["Ghana chairs it"]}
    frame = {
        "offices": {
            "chairs": {"relation": "chairs", "verb": "presides"},
            "leads": {"relation": "leads", "verb": "led"},
        },
        "rules": [{"id": "acts", "patterns": ["{s:party} {<verb>}"], "examples": {"chairs": [example]}}],
    }
    (row,) = frames.spelled_out(frame)
    assert (row["id"], row["relation"], row["patterns"]) == ("chairs-acts", "chairs", ["{s:party} {presides}"])
    assert row["examples"] == [example]


def test_a_file_of_rules_is_read_as_it_stands() -> None:
    """Only a file with offices is a frame."""
    assert [row["id"] for row in frames.rows("membership")]
    assert all(row["id"].partition("-")[0] in {"chairs", "co", "leads", "coordinates", "facilitates"}
               for row in frames.rows("offices"))  # fmt: skip
