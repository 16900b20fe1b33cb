"""Papers are known by the title that is set apart behind their noun."""

import pytest

from tests.loaders.told import WORLD, recognised


def _papers(text: str) -> set[str]:
    found = recognised(f"{text}\n\n{WORLD}")
    return {b.text[s.at : s.to] for b in found.reading.blocks for s in found.spans[b.order] if s.code == "I"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('A guidance note, "Doors Left Ajar", has been drawn up by the co-leads.', "Doors Left Ajar"),
        ("The study by ILO entitled *Fair Wages Abroad* came out.", "Fair Wages Abroad"),
        ('Delegations had a background document prepared by the secretariat, "Seas on the Rise".', "Seas on the Rise"),
        ("Se presentó la guía «Contratar mejor» ante los asistentes.", "Contratar mejor"),
        ('La ONG dio a conocer su informe titulado "Pasos lejanos".', "Pasos lejanos"),
        ("Le CICR présentera son étude « Seuls en chemin ».", "Seuls en chemin"),
        ("Le recueil de l'OIM intitulé *Retours assistés* est en ligne.", "Retours assistés"),
    ],
)
def test_a_title_is_set_apart_behind_the_noun_of_a_paper(text: str, title: str) -> None:
    """In quotes or emphasis, with who wrote it or "entitled" in between."""
    assert title in _papers(text)


@pytest.mark.parametrize(
    "text",
    [
        'The delegate attached a note on the word "Compact Text" to the record.',
        'A report was read. "Nobody Knows Them", said the Chair.',
        'The film "Doors Left Ajar" was shown.',
    ],
)
def test_words_in_quotes_are_no_title_elsewhere(text: str) -> None:
    """What is said, a word that is spoken of, and a film are no papers."""
    assert _papers(text) <= {"Global Compact for Safe, Orderly and Regular Migration", "GCM"}
