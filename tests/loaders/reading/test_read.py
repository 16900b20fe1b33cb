"""Reading: headings, paragraphs, items and their introductions, PDF lines mended, offsets exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.reading.read import read
from tests.loaders.readings import blocks, kinds, of_kind, reading, texts

PDF = """Excellencies, dear colleagues, \n\n \n
The regional reviews are a first opportunity for Member States, stakeholders \n
and the UN system to come together. We partnered with many, using a whole-of-\n
government approach, and 12 countries1 have confirmed that they will lead by
 stakeholders of their own choice. \n\n \n
Examples include: \n
• ensuring access for all to health care, education and other essential \n
services, irrespective of status; \n
• extending work permits for workers, as the regions have done since the start \n
of the year; and \n
• temporarily suspending returns. \n\n \n
The Champions highlighted the following areas on which they will work with us: \n
(i) promoting peer learning; \n
(ii) supporting plans for the Compact, or the integration of its objectives into \n
recovery plans; \n\n \n1 Ghana, Kenya, Mexico, Morocco, Nepal, Peru, the Philippines, Portugal, Senegal, \n
Spain and Thailand \n (iii) promoting the visibility of the Compact. \n\n \n
I thank you. \n"""


def test_headings_in_markdown() -> None:
    """ATX, underlined and bold lines, each with its level; a section is the heading above."""
    found = blocks("# Title", "", "Sub", "---", "", "**In bold**", "", "Text of the section, with a full stop.")
    assert [(block.kind.value, block.level, block.section, block.text) for block in found] == [
        ("heading", 1, None, "Title"),
        ("heading", 2, 0, "Sub"),
        ("heading", 3, 1, "In bold"),
        ("paragraph", 0, 2, "Text of the section, with a full stop."),
    ]


def test_headings_without_a_mark() -> None:
    """A title above the text, capitals, sessions, numbered lines, a short line above a paragraph."""
    body = "The participants discussed this at length and agreed to come back to it at their next meeting in spring."
    found = of_kind(
        PassageKind.HEADING,
        "Meeting of the Friends of the Forum: Summary", "", "3 June 2020", "", body, "", "NEXT STEPS", "", body, "",
        "Session 2 - The way ahead", "", body, "", "3. The fund", "", body, "", "Who gives", "", body,
    )  # fmt: skip
    assert found == [
        "Meeting of the Friends of the Forum: Summary",
        "NEXT STEPS",
        "Session 2 - The way ahead",
        "The fund",
        "Who gives",
    ]


@pytest.mark.parametrize("line", ["Dear colleagues,", "3 November 2021", "Place: New York", "It ended.", "and so on"])
def test_other_short_lines_are_no_headings(line: str) -> None:
    body = "The participants discussed this at length and agreed to come back to it at their next meeting in spring."
    assert kinds("# Title", "", line, "", body) == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "marker",
    ["-", "*", "+", "•", "·", "–", "1.", "2)", "(3)", "a)", "(b)", "i.", "(iv)", "- a)", "- ·", "\uf0b7", "- [x]"],
)
def test_items_lose_their_markers(marker: str) -> None:
    found = blocks("They agreed to:", "", f"{marker} share data", f"{marker} meet again")
    assert [(block.kind.value, block.text, block.lead) for block in found[1:]] == [
        ("item", "share data", 0),
        ("item", "meet again", 0),
    ]


def test_an_initial_is_no_marker() -> None:
    assert kinds("M. Dupont a pris la parole.") == ["paragraph"]
    assert texts("A. Purpose", "", "B. Scope") == ["Purpose", "Scope"]


def test_an_item_of_another_kind_introduces_the_items_under_it() -> None:
    """Lettered points with bullets under them; a heading ends every introduction."""
    found = blocks(
        "Views were given:",
        "",
        "a) On the role:",
        "- It reports.",
        "b) On the form",
        "- It is brief.",
        "",
        "# Next",
        "- Loose",
    )
    assert {block.text: block.lead for block in found} == {
        "Views were given:": None,
        "On the role:": 0,
        "It reports.": 1,
        "On the form": 0,
        "It is brief.": 3,
        "Next": None,
        "Loose": None,
    }


def test_nested_items_have_depth() -> None:
    assert [block.level for block in blocks("- a", "  - b", "    - c", "- d")] == [0, 1, 2, 0]


def test_short_lines_in_a_row_are_items() -> None:
    """The bullets were lost; labels with values stay paragraphs."""
    assert kinds("## Champions", "", "Colombia", "", "Costa Rica (since November 2021)", "", "Ecuador") == [
        "heading",
        *["item"] * 3,
    ]
    assert kinds("## Forum", "", "Name: IMRF", "", "Place: New York", "", "Chair: Fiji") == [
        "heading",
        *["paragraph"] * 3,
    ]


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_not() -> None:
    long = "This line was wrapped by the program that wrote it, as such programs do, at"
    assert texts(long, "about eighty characters.", "", "Palais des Nations", "Geneva, Switzerland") == [
        f"{long} about eighty characters.",
        "Palais des Nations",
        "Geneva, Switzerland",
    ]


def test_centred_and_bold_lines_stand_alone() -> None:
    """The lines of a title page are not one paragraph."""
    centred = [
        "            PERMANENT MISSION",
        "       National statement by the Minister",
        "          Plenary, 7 May 2026",
    ]
    assert texts(*centred) == [line.strip() for line in centred]
    bold = "**Trust Fund, Steering Committee, fourteenth meeting of the members of this year**"
    assert texts(bold, "Geneva and online, 12 June 2025") == [bold.strip("*"), "Geneva and online, 12 June 2025"]


def test_pdf_lines_are_mended() -> None:
    """Each printed line its own paragraph: paragraphs, items, a page break in a sentence, a bare note mark."""
    found = read(PDF, "speech.txt")
    by_kind = {kind: [b.text for b in found.blocks if b.kind is kind] for kind in PassageKind}
    assert by_kind[PassageKind.PARAGRAPH] == [
        "Excellencies, dear colleagues,",
        "The regional reviews are a first opportunity for Member States, stakeholders and the UN system to come"
        " together. We partnered with many, using a whole-of-government approach, and 12 countries have confirmed"
        " that they will lead by stakeholders of their own choice.",
        "Examples include:",
        "The Champions highlighted the following areas on which they will work with us:",
        "I thank you.",
    ]
    assert by_kind[PassageKind.ITEM] == [
        "ensuring access for all to health care, education and other essential services, irrespective of status;",
        "extending work permits for workers, as the regions have done since the start of the year; and",
        "temporarily suspending returns.",
        "promoting peer learning;",
        "supporting plans for the Compact, or the integration of its objectives into recovery plans;",
        "promoting the visibility of the Compact.",
    ]
    assert by_kind[PassageKind.FOOTNOTE] == [
        "Ghana, Kenya, Mexico, Morocco, Nepal, Peru, the Philippines, Portugal, Senegal, Spain and Thailand"
    ]
    note = found.note("1", 1)
    assert note is not None


def test_page_numbers_and_running_heads_are_left_out() -> None:
    """A sentence that a page cut goes on."""
    pages = [
        f"Network on Migration - Briefing\n\nText of page {word} starts here and fills the line to its very end as\n"
        f"it must, and goes on to the end of a page that is cut in the middle of a sentence of\n\nPage {number} of 3\n"
        for number, word in enumerate(("one", "two", "three"), 1)
    ]
    found = read("\f".join(pages), "x.txt")
    assert not any("Page" in block.text or "Briefing" in block.text for block in found.blocks)


def test_bare_page_numbers_must_count_up() -> None:
    lines = [
        line
        for page in (1, 2, 3)
        for line in (*[f"A full sentence number {n} of this page." for n in range(7)], str(page))
    ]
    assert not {"1", "2", "3"} & set(texts(*"\n\n".join(lines).split("\n")))
    assert "25" in texts("Champions", "", "25", "", "That was all of it, and no more came.")


def test_markdown_escapes_quotes_and_definitions() -> None:
    assert texts("> A quoted line", "> goes on here.", "", "[1]: https://example.org", "", "```", "code", "```") == [
        "A quoted line goes on here.",
        "code",
    ]


def test_the_language_and_the_name_go_along() -> None:
    found = reading("Los Estados se reunieron en la ciudad de Puebla para hablar de la migración y del Pacto.")
    assert (found.language, found.file_name) == ("es", "test.txt")
    assert len(found.sha256) == 64
    assert read("x", "a", "ab").sha256 == "ab"


def test_nothing_gives_no_blocks() -> None:
    assert blocks("") == ()
    assert blocks("---", "", "***", "| |") == ()


def _check(raw: str, block: Block) -> None:
    assert len(block.text) == len(block.offsets)
    assert list(block.offsets) == sorted(set(block.offsets))
    at = 0
    for first, last in block.sentences:
        assert at <= first < last <= len(block.text)
        assert not block.text[at:first].strip()
        at = last
    start, end = block.raw_span(0, len(block.text))
    assert raw[start] == block.text[0] or raw[start] == "&"
    assert 0 <= start < end <= len(raw)


LINE = st.text(alphabet=st.sampled_from("aB1. \t*_#-|<>[]()^:;,•\u00b9&sup/tdrl\n\f"), max_size=40)


@settings(max_examples=200)
@given(st.lists(LINE, max_size=30).map("\n".join))
def test_any_text_is_read_with_exact_offsets(raw: str) -> None:
    """Blocks are numbered in order; sections, leads and hosts name blocks that exist."""
    found = read(raw, "any.txt")
    for order, block in enumerate(found.blocks):
        assert block.order == order
        _check(raw, block)
        for other in (block.section, block.lead, block.host):
            assert other is None or 0 <= other < len(found.blocks)


@given(st.text(max_size=300))
def test_reading_twice_gives_the_same(raw: str) -> None:
    assert read(raw, "a").blocks == read(raw, "a").blocks


@pytest.mark.parametrize(
    "unit", ["- a\n", "# a\n", "a-\n", "---\n\n", "Abc\n\n", "Abc: d\n", "|a|b|\n", "a\tb\n", "1. a\n\n", "[^1]: a\n"]
)
def test_long_documents_are_read_in_one_pass(unit: str) -> None:
    """Twenty thousand lines of one kind; what is not linear would not end."""
    assert len(read(unit * 20_000, "long.txt").blocks) <= 40_000


def test_one_line_of_five_megabytes() -> None:
    line = "the Network met on 3 November with 12 States and " * 105_000
    assert " ".join(block.text for block in read(line, "long.txt").blocks) == line.strip()


def test_a_text_that_is_not_wrapped_has_a_paragraph_in_each_line() -> None:
    """However short one of them is; where lines are wrapped to a page, they belong together."""
    long = "The workshop looked at ports, at visas and at the fees that workers pay before they leave. " * 3
    assert texts(f"{long.strip()}\nIt was the first.\n{long.strip()}\nS. B.") == [
        long.strip(), "It was the first.", long.strip(), "S. B."
    ]  # fmt: skip
