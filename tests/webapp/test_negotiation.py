"""Accept headers and what they get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import NotAcceptable
from webapp.negotiation import Choice, acceptable, choose, parse_accept, prefers_html, weigh

HTML = Choice("html", "text/html", explicit=True)
TABLE = (
    HTML,
    Choice("ttl", "text/turtle"),
    Choice("jsonld", "application/ld+json"),
    Choice("rdf", "application/rdf+xml"),
)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (None, "ttl"),
        ("", "ttl"),
        ("*/*", "ttl"),
        ("*", "ttl"),
        (BROWSER, "html"),
        ("text/turtle", "ttl"),
        ("TEXT/Turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("text/turtle;q=0.5, application/ld+json;q=0.9", "jsonld"),
        ("text/turtle; q=0.5 , application/ld+json ; q=0.4", "ttl"),
        ("application/*", "jsonld"),
        ("application/*;q=0.9, application/ld+json;q=0.1", "rdf"),
        ("*/*;q=0.1, text/turtle;q=0", "jsonld"),
        ("text/html, text/turtle", "html"),
        ("text/html;q=0.3, */*;q=0.9", "ttl"),
        ("application/rdf+xml, */*", "rdf"),
        ('application/ld+json;profile="x";q=0.4, application/rdf+xml;q=0.5', "rdf"),
        ("nonsense, text/turtle", "ttl"),
    ],
)
def test_the_best_weight_wins_then_the_exact_name_then_the_table(header: str | None, name: str) -> None:
    """RFC 9110, 12.5.1, case by case."""
    assert choose(header, TABLE).name == name


@pytest.mark.parametrize("header", ["image/png", "text/turtle;q=0", "text/plain, image/*;q=0.5", "text/turtle;q=oops"])
def test_what_fits_nothing_is_refused_with_the_choices(header: str) -> None:
    """406 says what there is."""
    with pytest.raises(NotAcceptable) as refused:
        choose(header, TABLE)
    assert refused.value.choices == tuple(choice.media_type for choice in TABLE)


def test_a_format_that_is_asked_for_by_name_overrules_the_header() -> None:
    """`?format=` and suffixes win; one that is not there is refused."""
    assert choose("text/html", TABLE, "rdf").name == "rdf"
    assert choose("text/html", TABLE, "application/ld+json").name == "jsonld"
    with pytest.raises(NotAcceptable):
        choose("text/html", TABLE, "docx")


def test_a_browser_is_told_from_a_program() -> None:
    """Only who names HTML at least as wanted as anything else gets pages of errors."""
    assert prefers_html(BROWSER)
    assert not prefers_html("*/*")
    assert not prefers_html(None)
    assert not prefers_html("application/json, text/html;q=0.5")


@given(st.text(max_size=300))
def test_no_header_breaks_the_reading(header: str) -> None:
    """Any text is a header; weights stay between 0 and 1."""
    assert all(0 <= one.weight <= 1 for one in parse_accept(header))
    acceptable(header, TABLE)


_TYPES = st.sampled_from(["text/html", "text/turtle", "application/ld+json", "application/rdf+xml", "text/*", "*/*"])


@given(st.lists(st.tuples(_TYPES, st.integers(0, 10)), min_size=1, max_size=6))
def test_nothing_more_wanted_is_passed_over(ranges: list[tuple[str, int]]) -> None:
    """Whatever is chosen, no other choice has a greater weight."""
    header = ", ".join(f"{media};q={weight / 10}" for media, weight in ranges)
    parsed = parse_accept(header)
    chosen = acceptable(header, TABLE[1:])
    best = max(weigh(choice.media_type, parsed)[0] for choice in TABLE[1:])
    assert (weigh(chosen.media_type, parsed)[0] if chosen else 0.0) == best
