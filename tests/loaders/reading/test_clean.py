"""Clean text: what is folded, removed and mended, and that each character knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.clean import clean
from loaders.reading.source import Source
from tests.loaders.readings import cleaned


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a  b\n c\t d ", "a b c d"),
        ("**Costa Rica** and *Niger* joined", "Costa Rica and Niger joined"),
        ("__Agenda__ of _today_", "Agenda of today"),
        ("a [non-paper](https://example.org/a_(b)) was shared", "a non-paper was shared"),
        ("see [A/RES/73/195](#).", "see A/RES/73/195."),
        ("see <https://example.org/x>.", "see https://example.org/x."),
        ("![logo](logo.png)Title", "Title"),
        ("rights &amp; duties&nbsp;of all", "rights & duties of all"),
        ("on the 19<sup>th</sup> day", "on the 19th day"),
        ("<b>9:00</b> <i>Opening</i>", "9:00 Opening"),
        ("one<br>two", "one two"),
        ("before<!-- a remark -->after", "beforeafter"),
        (r"gcm\_faq and 3\. point", "gcm_faq and 3. point"),
        ("5 * 3 and snake_case and a < b", "5 * 3 and snake_case and a < b"),
        ("the soft\u00adhy\u00ad\nphen", "the softhyphen"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("non\u2010governmental", "non-governmental"),
        ("~~old~~ `new`", "old new"),
        ("the Multi- Partner Trust Fund", "the Multi-Partner Trust Fund"),
        ("short- and long-term", "short- and long-term"),
        ("[SACM] and [2021]", "[SACM] and [2021]"),
    ],
)
def test_markup_goes_and_words_stay(raw: str, text: str) -> None:
    assert cleaned(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("endorsed the GCM<sup>1</sup>.", "endorsed the GCM.", ((16, "1"),)),
        ("endorsed the GCM<sup>[2](#n2)</sup>.", "endorsed the GCM.", ((16, "2"),)),
        ("the agencies<sup>2, 3</sup> met", "the agencies met", ((12, "2"), (12, "3"))),
        ("escaped&lt;sup&gt;4&lt;/sup&gt; mark", "escaped mark", ((7, "4"),)),
        ("a mark [^5], and", "a mark, and", ((6, "5"),)),
        ("raised\u2076 digit", "raised digit", ((6, "6"),)),
        ("12 km\u00b2 of land", "12 km\u00b2 of land", ()),
    ],
)
def test_note_marks_are_lifted_out(raw: str, text: str, marks: tuple[tuple[int, str], ...]) -> None:
    """The text reads on without them, and their place is kept."""
    result = cleaned(raw)
    assert (result.text, result.marks) == (text, marks)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("whole-of-\n\ngovernment", "whole-of-government"),
        ("moving towards non-\n\ncustodial care", "moving towards non-custodial care"),
        ("as a result of COVID-\n\n19. All", "as a result of COVID-19. All"),
        ("the 360-\ndegree view", "the 360-degree view"),
        ("the imple-\nmentation; implementation", "the implementation; implementation"),
        ("a migra-\ntion issue", "a migration issue"),
        ("Latin-\nAmerican States", "Latin-American States"),
        ("well-known; a well-\nknown case", "well-known; a well-known case"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_only_where_it_belongs(raw: str, text: str) -> None:
    """The document is the word list; prefixes, capitals and digits keep their hyphen."""
    assert cleaned(raw).text == text


def test_regions_are_read_as_one_passage() -> None:
    """A paragraph that a footnote cut in two: one space joins it, its offsets jump."""
    raw = "Latin America and the\n\n1 See there.\n\nCaribbean"
    result = clean(Source(raw), [(0, 21), (37, 46)])
    assert result.text == "Latin America and the Caribbean"
    assert raw[result.offsets[22] : result.offsets[-1] + 1] == "Caribbean"


@given(st.text(alphabet=st.sampled_from("ab1 .\n\t*_[]()<>&;#-^\\`!~|/\u00ad\u2010\u00b9\u00a0sup"), max_size=200))
def test_every_character_leads_back(raw: str) -> None:
    """Offsets grow, and each leads to its character, to white space, to a hyphen, or to what stands for it."""
    result = cleaned(raw)
    assert len(result.text) == len(result.offsets)
    assert list(result.offsets) == sorted(set(result.offsets))
    for char, offset in zip(result.text, result.offsets, strict=True):
        assert raw[offset] == char or char in " -" or raw[offset] == "&"
    assert all(0 <= at <= len(result.text) for at, _ in result.marks)
    assert result.text == result.text.strip()
    assert "  " not in result.text


@pytest.mark.parametrize("unit", ["[", "](", "[a](", "<sup>", "<!--", "&lt;sup", "*", "\\", "a_", "<td"])
def test_repeated_marks_do_not_hang(unit: str) -> None:
    """A hundred thousand of them are read like any text."""
    assert len(cleaned(unit * 100_000).text) <= 500_000
