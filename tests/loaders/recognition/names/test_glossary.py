"""Names in Spanish and French put into English."""

import pytest

from loaders.recognition.names.glossary import in_english, titled


@pytest.mark.parametrize(
    ("language", "name", "english"),
    [
        ("es", "Grupo de trabajo sobre personas desaparecidas", "Working group on missing persons"),
        ("fr", "groupe de travail sur les données et les faits", "Working group on data and evidence"),
        ("fr", "Feuille de route d'Abuja sur la mobilité de la main-d'œuvre", "Roadmap of Abuja on labour mobility"),
        ("es", "Plan Suramericano de Desarrollo Humano", "South American plan of human development"),
        ("es", "DECLARACIÓN DE SAN JOSÉ", "Declaration of San José"),
        ("es", "taller regional de países campeones", "Regional workshop of champion countries"),
        ("es", "XXXI REUNIÓN VICEMINISTERIAL", "XXXI Vice-Ministerial meeting"),
        ("es", "Academia Diplomática y Consular", "Diplomatic and consular academy"),
        ("fr", "Croix-Rouge togolaise", "Togolese red cross"),
        (
            "fr",
            "Réunion du Processus de Khartoum sur les voies régulières",
            "Meeting of Khartoum Process on regular pathways",
        ),
        ("fr", "ambassade de Guinée à Madrid", "Embassy of Guinea in Madrid"),
        ("fr", "Guide pratique sur la portabilité", "Practical guide on portability"),
        ("es", "Reunión de Países del Norte y del Sur", "Meeting of countries of North and of South"),
        ("es", "encuentro de Tapachula sobre datos", "Meeting of Tapachula on data"),
    ],
)
def test_a_name_of_known_words_has_an_english_one(language: str, name: str, english: str) -> None:
    """Phrases before words, adjectives before their noun, names of places as they are."""
    assert in_english(name, language) == english


def test_what_is_not_known_is_not_guessed() -> None:
    """A common word that the glossary does not have leaves the name as it is; so does an English paper."""
    assert in_english("taller sobre cangrejos", "es") is None
    assert in_english("Valencia", "es") is None
    assert in_english("Fundación Sendas del Sur", "es") is None
    assert in_english("Gobernación de Alto Paraná", "es") is None
    assert in_english("Working group on data", "en") is None


def test_a_body_has_capitals() -> None:
    """Small words have none."""
    assert titled("Ministry of foreign affairs and human mobility") == "Ministry of Foreign Affairs and Human Mobility"
