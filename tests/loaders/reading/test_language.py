"""The language of a text, and what is said where claims cannot be made from it."""

import pytest

from loaders.reading.language import detect, is_supported, note

IN_TWO = "El Estado pide la palabra en la sala. The State asks for time in the hall. "


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The meeting was attended by delegates from all regions and by the Network."),
        ("es", "La reunión fue presidida por el representante de México y los Estados se sumaron."),
        ("fr", "La réunion a été présidée par le Maroc et les États ont pris la parole dans la salle."),
        ("pt", "A reunião foi presidida pelo representante do Brasil e os Estados não falaram da declaração."),
        ("de", "Die Sitzung wurde von der Vertreterin geleitet und die Staaten haben sich zu dem Pakt bekannt."),
        ("ar", "اجتمعت الدول الأعضاء في جنيف لمناقشة الاتفاق العالمي بشأن الهجرة (GCM)"),
        ("ru", "Государства собрались в Женеве, чтобы обсудить Глобальный договор о миграции"),
        ("zh", "会员国在日内瓦开会讨论全球移民契约"),
        ("en", "Concept note"),
        ("es", "Nota para la Red"),
        ("es", "La Conferencia reúne a doce Estados de la región."),
        ("fr", "Réunion de la conférence à Genève"),
        ("en", "Meeting in San José and Ciudad de México, by Mr. Núñez"),
        ("und", "Lorem ipsum dolor sit amet consectetur adipiscing elit " * 8),
        ("und", "123"),
        ("und", ""),
    ],
)
def test_languages_are_told_apart(code: str, text: str) -> None:
    assert detect([text]) == code


@pytest.mark.parametrize(
    ("code", "declared", "text"),
    [
        ("es", "es", "Palabras finales"),
        ("fr", "fr-CH", "Ordre du jour"),
        ("es", "ES_mx", "Foro mundial: 12 mayo 2021"),
        ("en", "", "Palabras finales"),
        ("en", "xx", "Palabras finales"),
        ("en", "quechua", "Palabras finales"),
        ("es", "fr", "La reunión fue presidida por el Perú"),
        ("fr", "en", "Réunion de la conférence à Genève"),
        ("en", "es", "Meeting of the committee"),
        ("es", "en-US", "La reunión fue presidida por el representante de México y los Estados se sumaron. " * 4),
        ("es", "es", IN_TWO * 6),
        ("en", "en", IN_TWO * 6),
        ("fr", "fr", "Compromis France, engagement Sénégal, promesse du Tchad, contribution Belgique " * 6),
        ("und", "es", "Lorem ipsum dolor sit amet consectetur adipiscing elit " * 8),
        ("ru", "en", "Государства собрались в Женеве, чтобы обсудить Глобальный договор о миграции"),
        ("und", "es", "123"),
    ],
)
def test_what_a_file_declares_decides_where_its_text_does_not(code: str, declared: str, text: str) -> None:
    """Of a short text, one in two languages, or one with few words but names; not against what it is plainly in."""
    assert detect([text], declared) == code


def test_only_three_languages_give_claims() -> None:
    assert [is_supported(code) for code in ("en", "es", "fr", "ar", "und")] == [True, True, True, False, False]
    assert note("fr") == ""
    assert note("ar").startswith("The text is in Arabic")
    assert "not recognised" in note("und")
