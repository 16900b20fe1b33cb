"""Whether a sentence tells of a date as past or as coming."""

import pytest

from loaders.dates.tense import tense_at


@pytest.mark.parametrize(
    ("language", "text", "tense"),
    [
        ("en", "The workshop was held on DAY.", "past"),
        ("en", "On DAY, the Committee selected six programmes to be supported.", "past"),
        ("en", "The Network has had a series of talks (DAY).", "past"),
        ("en", "The report will be released on DAY.", "future"),
        ("en", "Forms must be submitted before DAY.", "future"),
        ("en", "It is likely to be on DAY when the Assembly meets.", "future"),
        ("en", "The plan was adopted last year, and a review will follow on DAY.", "future"),
        ("en", "Name: DAY", None),
        ("en", "The Committee meets again on DAY.", "future"),
        ("es", "La cumbre tuvo lugar el DAY.", "past"),
        ("es", "El taller, realizado en Quito el DAY, trató de esto.", "past"),
        ("es", "El foro se celebrará el DAY.", "future"),
        ("fr", "La conférence s'est tenue le DAY.", "past"),
        ("fr", "Lors de la deuxième réunion, tenue en ligne le DAY, il parle.", "past"),
        ("fr", "Le sommet est prévu le DAY.", "future"),
    ],
)
def test_tenses(language: str, text: str, tense: str | None) -> None:
    at = text.index("DAY")
    assert tense_at(text, at, at + 3, language) == tense


def test_only_the_sentence_counts() -> None:
    text = "It was agreed. DAY is open. It will do."
    assert tense_at(text, 15, 18, "en", (15, 27)) is None
