"""Titles, and the heading that names a meeting."""

from loaders.frame.titles import event_heading, find_title, supplied_title
from tests.loaders.readings import blocks

BODY = "The participants discussed this at length and agreed to come back to it at their next meeting."


def test_the_first_telling_heading_is_the_title() -> None:
    assert (
        find_title(blocks("# Press note", "", "# Migration fund grows", "", "3 May 2021", "", BODY))
        == "Migration fund grows"
    )
    assert find_title(blocks("# Concept note", "", BODY)) == "Concept note"
    assert (
        find_title(blocks("Rabat Process: record of the ninth meeting", "", BODY))
        == "Rabat Process: record of the ninth meeting"
    )


def test_a_text_without_heading_has_no_title() -> None:
    assert find_title(blocks(BODY)) == ""


def test_a_title_that_is_supplied_stands_in_brackets() -> None:
    assert (
        supplied_title("speech", ["Director", "Network Coordinator", "Network Coordinator"], ())
        == "[Speech by the Network Coordinator]"
    )
    assert supplied_title("speech", [], ()) == "[Speech]"
    assert supplied_title("other", [], blocks(BODY)).startswith("[The participants discussed this")
    assert supplied_title("other", [], ()) == "[Untitled]"


def test_the_heading_that_names_a_meeting() -> None:
    assert event_heading(blocks("# Fifth consultation on data: summary", "", BODY)) == "Fifth consultation on data"
    assert event_heading(blocks("# Who gives", "", BODY)) == ""


def test_the_name_of_the_issuing_body_stands_before_the_title() -> None:
    """A letterhead in capitals is not the title, but belongs to it."""
    found = find_title(blocks("UN NETWORK ON MIGRATION", "", "Note on the second dialogue", "", BODY))
    assert found == "UN NETWORK ON MIGRATION: Note on the second dialogue"
    assert find_title(blocks("UN NETWORK ON MIGRATION", "", BODY)) == "UN NETWORK ON MIGRATION"
    assert (
        find_title(blocks("A/AC.293/2024/L.7", "", "Zero draft of the declaration", "", BODY))
        == "Zero draft of the declaration"
    )


def test_a_table_alone_is_called_by_its_file() -> None:
    """Its first header would be no title."""
    table = blocks("| Country | Since |", "|---|---|", "| Ghana | 2021 |")
    assert supplied_title("other", [], table, "champions.csv") == "[champions.csv]"


def test_what_leads_about_a_page_is_no_title() -> None:
    """Links to skip to the text, breadcrumbs, the name of a section."""
    above = ["# Skip to main content", "# Inicio » Noticias » Notas", "# Local"]
    assert find_title(blocks(*above, "# Bodies found a Network", "They did so last week, and were glad of it.")) == (
        "Bodies found a Network"
    )
