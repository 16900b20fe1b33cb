"""Names, languages and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from ontology.namespaces import BASE, DOCUMENT, ID, ONTOLOGY
from webapp.labels import LabelMemory, pick, plain_name
from webapp.languages import choose_language, direction, fallback
from webapp.links import href, local_path, with_parameters
from webapp.vocabulary import CLASSES, class_of_slug, class_slug, property_label

NAMES = tuple(Literal(text, language=code) for text, code in (("Mexico", "en"), ("México", "es"), ("墨西哥", "zh")))


@pytest.mark.parametrize(("wanted", "text"), [("es", "México"), ("en", "Mexico"), ("fr", "Mexico"), ("zh", "墨西哥")])
def test_a_name_falls_back_to_english(wanted: str, text: str) -> None:
    """The reader's language, English, Spanish, French, then any."""
    found = pick(NAMES, wanted)
    assert found is not None
    assert found.text == text


def test_a_name_without_a_language_is_better_than_none() -> None:
    """And nothing at all gives None."""
    found = pick((Literal("plain"),), "fr")
    assert found is not None
    assert (found.text, found.language) == ("plain", "")
    assert pick((), "en") is None


@given(
    st.lists(st.sampled_from("en es fr ar ru zh de".split()), unique=True, min_size=1),
    st.sampled_from(["en", "es", "fr"]),
)
def test_some_name_is_always_found(languages: list[str], wanted: str) -> None:
    """And it is the first in the order of languages."""
    found = pick(tuple(Literal(code, language=code) for code in languages), wanted)
    assert found is not None
    assert found.text == next((code for code in fallback(wanted) if code in languages), found.text)


def test_languages_are_chosen_by_wish_then_by_browser() -> None:
    """Only those on offer."""
    assert choose_language("es", ["fr"]) == "es"
    assert choose_language("xx", ["de", "fr-CA"]) == "fr"
    assert choose_language(None, []) == "en"
    assert direction("ar") == "rtl"


def test_names_of_an_old_state_are_forgotten() -> None:
    """A load may rename."""
    memory = LabelMemory()
    memory.of("1")["x"] = NAMES
    assert memory.of("1") == {"x": NAMES}
    assert memory.of("2") == {}


def test_a_thing_without_a_name_is_called_by_its_address() -> None:
    """Readable, at least."""
    assert plain_name(f"{ID}working-group/labour-agreements") == "labour agreements"


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{ID}state/mexico", "/page/state/mexico"),
        (f"{DOCUMENT}odd", "/document/odd"),
        (f"{ONTOLOGY}championOf", "/ontology#championOf"),
        (f'{ID}state/"><script>', "/page/state/%22%3E%3Cscript%3E"),
        (BASE, "/"),
        ("https://example.org/x", None),
    ],
)
def test_our_iris_have_pages_here(iri: str, path: str | None) -> None:
    """Whatever host they name."""
    assert local_path(iri) == path


@pytest.mark.parametrize("iri", ["javascript:alert(1)", "data:text/html,x", "ftp://x/y", "urn:x:y"])
def test_only_web_addresses_become_links(iri: str) -> None:
    """Data cannot bring a scheme that runs something."""
    assert not href(iri if "://" in iri else f"{iri}://x").startswith(("javascript", "data", "ftp"))


def test_parameters_stand_before_the_fragment() -> None:
    """And are joined to those that are there."""
    assert with_parameters("/ontology#x", {"lang": "es", "no": ""}) == "/ontology?lang=es#x"
    assert with_parameters("/search?q=a", {"lang": "es"}) == "/search?q=a&lang=es"


def test_every_class_has_an_address_and_back() -> None:
    """The class in an address is what its paths start with."""
    assert [class_of_slug(class_slug(local)) for local in CLASSES] == list(CLASSES)
    assert class_of_slug("nothing") is None


def test_properties_are_named_both_ways() -> None:
    """As read from the subject, and from the object."""
    assert property_label("championOf", "en").text == "champion of"
    assert property_label("championOf", "en", inverse=True).text == "champion countries"
    assert property_label("unheardOf", "en").text == "unheard of"
