"""Ordinals of meetings in three languages."""

import pytest

from loaders.recognition.names.ordinals import in_digits, in_roman, in_words, ordinal


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("sixth", 6), ("6th", 6), ("Séptima", 7), ("3ª", 3), ("15.ª", 15), ("quinzième", 15), ("15e", 15), ("XX", 20),
        ("XXXI", 31), ("XIV", 14), ("twenty-first", 21), ("decimoquinta", 15), ("premier", 1), ("second", 2),
    ],
)  # fmt: skip
def test_an_ordinal_is_a_number(word: str, number: int) -> None:
    """Words, digits with an ending and Roman numerals."""
    assert ordinal(word) == number


@pytest.mark.parametrize("word", ["I", "L", "del", "2026", "12", "IIII", "mixed", "Civil"])
def test_another_word_is_none(word: str) -> None:
    """The pronoun, a plain number, words of the letters of numerals."""
    assert ordinal(word) is None


def test_a_number_in_words_digits_and_roman() -> None:
    """As the English name of a meeting has it."""
    assert (in_words(15), in_words(41), in_digits(22), in_digits(113)) == ("Fifteenth", "41st", "22nd", "113th")
    assert [in_roman(number) for number in (1, 20, 34, 49)] == ["I", "XX", "XXXIV", "XLIX"]


def test_a_french_article_is_no_number() -> None:
    """What opens "Le Processus de Rabat" is not its fiftieth; "Xe" is the tenth."""
    assert ordinal("Le") is None
    assert ordinal("Xe") == 10
