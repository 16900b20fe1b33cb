"""Genres, by their cues in three languages."""

import pytest

from loaders.frame.genres import OTHER, genre_of
from loaders.frame.titles import find_title
from tests.loaders.readings import blocks

BODY = (
    "The participants discussed this at length and agreed to come back to it at their next meeting, as was said before."
)


@pytest.mark.parametrize(
    ("genre", "lines"),
    [
        ("meeting-summary", ["# Technical meeting on data: summary of discussions", BODY]),
        ("meeting-summary", ["# Reunión del Comité Directivo: resumen", BODY]),
        ("concept-note", ["# Workshop on visas", "## Concept Note", BODY]),
        ("concept-note", ["# Taller sobre visados", "Nota conceptual", BODY]),
        ("agenda", ["# Provisional agenda of the ninth meeting of ministers", BODY]),
        ("leaflet", ["# THE ROAD TO THE FORUM", "**A short guide**", BODY, "For more information CLICK HERE"]),
        ("speech", ["Excellencies,", BODY, "Ladies and gentlemen,", BODY, "I thank you."]),
        ("speech", ["# Discurso de la Directora General", BODY]),
        ("consultation-record", ["# Informal consultation on the modalities: record", BODY]),
        ("declaration", ["# Rabat Declaration", f"We, the Ministers of the States here met, agree. {BODY}"]),
        ("declaration", ["# Déclaration de Rabat", f"Nous, les ministres réunis. {BODY}"]),
        ("report", ["# Report of the Secretary-General on migration", BODY]),
        ("press-note", ["PRESS NOTE", "", "Fund grows", "", BODY, "", "Notes for editors", "", BODY]),
        ("press-note", ["# Comunicado", BODY]),
        ("press-note", ["# Bodies found a Network", f"Lilongwe, Malawi - {BODY}", "We use cookies"]),
        ("web-page", ["# Champion countries", BODY, "Share this page | Read more | We use cookies"]),
        ("other", ["# Who we are", BODY]),
        ("other", []),
    ],
)
def test_genres(genre: str, lines: list[str]) -> None:
    found = blocks("\n\n".join(lines))
    assert genre_of(find_title(found), found) == genre


def test_a_headline_that_names_a_declaration_in_quotes_is_none() -> None:
    """The paper that was adopted is another than the one that tells of it."""
    assert genre_of('Honduras hands over after ministers sign the "Roatan Declaration"', ()) == OTHER
    assert genre_of("Roatan Declaration", ()) == "declaration"
