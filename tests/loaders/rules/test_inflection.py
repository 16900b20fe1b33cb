"""Word lists name verbs; rules meet their forms."""

import re

import pytest

from loaders.rules.inflection import inflected
from loaders.rules.lexicons import RuleError

MET = [
    ("en", "~host", "hosts hosted hosting host"),
    ("en", "~organise", "organised organizes organising organize"),
    ("en", "~submit", "submits submitted submitting"),
    ("en", "~co-lead", "co-led co-leads co-leading"),
    ("en", "~notify", "notifies notified"),
    ("en", "~put", "puts putting"),
    ("es", "~acoger", "acoge acogen acogió acogieron acogerá acoja acogiendo acogemos"),
    ("es", "~organizar", "organizó organice organizarán organizaba"),
    ("es", "~intervenir", "interviene intervino intervinieron intervendrán interviniendo"),
    ("es", "~exponer", "expuso expusieron expone"),
    ("es", "~contribuir", "contribuyó contribuye contribuyeron contribuyendo"),
    ("es", "~pedir", "pidió pide pidiendo"),
    ("es", "~indicar", "indicó indique"),
    ("es", "~decir", "dijo dijeron diciendo"),
    ("fr", "~présider", "préside présida présidera présidait"),
    ("fr", "~annoncer", "annonce annonçait annonceront"),
    ("fr", "~célébrer", "célèbre célébrèrent"),
    ("fr", "~verser", "verse versera"),
    ("fr", "~réunir", "réunit réunissent"),
]
PHRASES = [
    ("en", "~take the floor", "took the floor"),
    ("en", "~take the floor", "has also taken the floor"),
    ("es", "~comprometerse", "se comprometió"),
    ("es", "~hacer uso de la palabra", "han hecho uso de la palabra"),
    ("fr", "~s'engager", "s'est engagée"),
    ("fr", "~s'engager", "se sont engagés"),
    ("fr", "~intervenir", "est intervenue"),
    ("fr", "~accueillir", "avait accueilli"),
    ("en", "~host=ed", "hosted"),
    ("es", "~acoger=ed", "acogida"),
    ("fr", "~accueillir=ed", "accueillies"),
]


@pytest.mark.parametrize(
    ("language", "entry", "form"),
    [*((code, entry, form) for code, entry, forms in MET for form in forms.split()), *PHRASES],
)
def test_forms_of_a_verb_are_met(language: str, entry: str, form: str) -> None:
    """Each form of the tenses that reports use."""
    assert re.fullmatch(inflected(entry, language), form)


@pytest.mark.parametrize(
    ("language", "entry", "form"),
    [("en", "~brief", "was briefed"), ("es", "~acoger", "acogida"), ("fr", "~accueillir", "accueillie")],
)
def test_what_is_done_to_something_is_not_what_it_does(language: str, entry: str, form: str) -> None:
    """A passive tells another subject."""
    assert not re.search(rf"(?<!\w){inflected(entry, language)}(?!\w)", form)


def test_other_entries_stay_as_they_are() -> None:
    """Only the mark makes a verb of an entry."""
    assert inflected("spoke(?:n)?", "en") == "spoke(?:n)?"


@pytest.mark.parametrize(("language", "entry"), [("fr", "~vouloir"), ("fr", "~host"), ("es", "~host")])
def test_a_verb_of_no_known_conjugation_is_named(language: str, entry: str) -> None:
    """A word list with a slip in it is refused by the name of the verb."""
    with pytest.raises(RuleError, match=entry[1:]):
        inflected(entry, language)
