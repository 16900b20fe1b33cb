"""The language of a text, and what is said where claims cannot be made from it."""

import pytest

from loaders.reading.language import detect, is_supported, note


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


def test_only_three_languages_give_claims() -> None:
    assert [is_supported(code) for code in ("en", "es", "fr", "ar", "und")] == [True, True, True, False, False]
    assert note("fr") == ""
    assert note("ar").startswith("The text is in Arabic")
    assert "not recognised" in note("und")
