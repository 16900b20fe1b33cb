"""Labels are data: each entry is read as a label, each meaning has an example that is read as a document."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loaders.rules.labels import Meaning, key_class, meanings, meanings_of, out_of_list
from loaders.rules.lexicons import load
from ontology.vocabulary import relations
from tests.loaders.test_structures import holds
from tests.loaders.told import in_world, told

DATA: dict[str, Any] = load("labels")
LANGUAGES = {"en", "es", "fr"}
letters = st.characters(max_codepoint=0x17F, categories=("Lu", "Ll", "Nd")) | st.sampled_from(" '’-,.()/&:⟦⟧")


def entries(words: dict[str, list[str]]) -> Iterator[str]:
    """The entries of all languages."""
    assert set(words) == LANGUAGES
    for of_language in words.values():
        yield from of_language


@pytest.mark.parametrize("meaning", meanings(), ids=lambda meaning: meaning.id)
def test_each_meaning_has_an_example_that_holds(meaning: Meaning) -> None:
    """A label is shown at work; what it says is a relation of the ontology."""
    assert meaning.examples
    assert not meaning.relation or meaning.relation in relations()
    for example in meaning.examples:
        said = told(in_world(example["text"]))
        assert [claim for claim in example["claims"] if not holds(claim, said)] == [], said
        assert [claim for claim in example.get("not", ()) if holds(claim, said)] == [], said


@settings(
    max_examples=1, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_each_entry_is_a_label(data: st.DataObject) -> None:
    """Every entry is read as a label, in capitals as well; as that of its own row, or of one that comes before."""
    unread = []
    for row in DATA["meanings"]:
        for entry in entries(row["words"]):
            label = data.draw(st.from_regex(entry, fullmatch=True, alphabet=letters))
            if not meanings_of(label) or not meanings_of(label.upper()):
                unread.append(label)
    assert unread == []


def test_each_entry_of_a_column_names_its_class() -> None:
    """The header of a column of names tells what they are names of."""
    for cls, words in DATA["keys"].items():
        plain = [re.sub(r"\(\?:([^()|]*)(?:\|[^()]*)?\)\?|[?]|\(\?:|\)|\[ -\]", r"", entry) for entry in entries(words)]
        assert [key_class(word) for word in plain if word.isalpha() and key_class(word) not in (cls, None)] == []
        assert any(key_class(word) == cls for word in plain)


@pytest.mark.parametrize(
    ("label", "told_ids"),
    [
        ("Members of the ⟦R⟧", ["members"]),
        ("¿Quiénes la integran?", ["members"]),
        ("Qui en fait partie ?", ["members"]),
        ("Who are the members?", ["members"]),
        ("3. Co-leads (2025-2026)", ["direction"]),
        ("Deposits (USD)", ["amounts"]),
        ("Members (8)", ["members"]),
        ("Lieu et date", ["venue", "time"]),
        ("Présidence de la table ronde", ["presidency"]),
        ("Members of civil society", []),
        ("Who can be a member?", []),
        ("Membership fees", []),
        ("Presentation of the report", []),
        ("Chairlift", []),
    ],
)
def test_labels(label: str, told_ids: list[str]) -> None:
    """A label may be a question, name what it is about, or carry a number, a year or a unit; a phrase is none."""
    assert [one.id for one in meanings_of(label)] == told_ids


@pytest.mark.parametrize("remark", ["absent", "excused", "ausente", "por confirmar", "observer"])
def test_remarks_that_take_a_name_out_of_its_list(remark: str) -> None:
    """A bracket behind a name may say that it does not belong."""
    assert out_of_list(remark)
    assert not out_of_list("chair")
