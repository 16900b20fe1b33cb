"""Names in Spanish and French put into English."""

import pytest

from loaders.recognition.glossary import in_english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Grupo de trabajo sobre personas desaparecidas", "Working group on missing persons"),
        ("groupe de travail sur les données et les faits", "Working group on data and evidence"),
        ("Feuille de route d'Abuja sur la mobilité de la main-d'œuvre", "Roadmap of Abuja on labour mobility"),
        ("Plan Suramericano de Desarrollo Humano", "South American plan of human development"),
        ("DECLARACIÓN DE SAN JOSÉ", "Declaration of San José"),
        ("taller regional de países campeones", "Regional workshop of champion countries"),
        ("XXXI REUNIÓN VICEMINISTERIAL", "XXXI Vice-Ministerial meeting"),
    ],
)
def test_a_name_of_known_words_has_an_english_one(name: str, english: str) -> None:
    """Phrases before words, adjectives before their noun, names of places as they are."""
    assert in_english(name, "es") == english


def test_what_is_not_known_is_not_guessed() -> None:
    """A common word that the glossary does not have leaves the name as it is; so does an English paper."""
    assert in_english("taller sobre cangrejos", "es") is None
    assert in_english("Valencia", "es") is None
    assert in_english("Working group on data", "en") is None
