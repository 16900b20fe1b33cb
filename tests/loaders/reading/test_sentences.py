"""Sentences in three languages: abbreviations, brackets and numbers do not end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.sentences import split


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[at:to] for at, to in split(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The Report was published. It has 40 pages! Was it read? Yes.", 4),
        ("en", "H.E. Mr. Ruiz met Dr. Diallo vs. the others in St. Lucia.", 1),
        ("en", "See para. 47, art. 3 and No. 12 of A/RES/73/195. It says so.", 2),
        ("en", "It took place in the U.S. Virgin Islands, i.e. not in Europe.", 1),
        ("en", "It took place in the U.N. The next one will too.", 2),
        ("en", "The members (Ghana. Iraq. Mexico) met. They left.", 2),
        ("en", "They call it a “one stop. A shop” and like it. We do too.", 2),
        ("en", "J. Prentice spoke first. K. Eitel followed.", 2),
        ("en", "It grew by 3.5 million. 14 States were named.", 2),
        ("en", "Held on 4 Sept. 2019 in Quito. Nobody came.", 2),
        ("en", "Items: 1. Opening of the session", 1),
        ("en", "no capital follows. so it goes on", 1),
        ("es", "El Sr. Ruiz y la Dra. Paz hablaron. La Excma. Sra. Gil también.", 2),
        ("es", "Véase el párr. 4 y el art. 2 del Pacto. ¿Quién asistió? ¡Todos!", 3),
        ("es", "Estuvo en EE. UU. El acuerdo siguió.", 2),
        ("fr", "M. Diallo et Mme Petit ont parlé. L'art. 3 reste ouvert. Fin.", 3),
        ("fr", "S.E. M. Bourita a présidé la réunion. « Bien. Merci », dit-il. Puis il partit.", 3),
    ],
)
def test_how_many_sentences(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count, sentences(text, language)


def test_a_sentence_keeps_its_closing_marks() -> None:
    assert sentences("He said “Yes.” She left (late). End") == ["He said “Yes.”", "She left (late).", "End"]


@given(st.text(alphabet=st.sampled_from("aB1 .!?()“”«»\"'"), max_size=120).map(str.strip))
def test_sentences_hold_all_of_the_text(text: str) -> None:
    """In order, without overlap; only white space stands between them."""
    end = 0
    for at, to in split(text):
        assert end <= at < to
        assert not text[end:at].strip()
        end = to
    assert not text[end:].strip()


def test_brackets_without_end_do_not_hang() -> None:
    assert split("(A. " * 50_000)
    assert split("“A. B” " * 50_000)
