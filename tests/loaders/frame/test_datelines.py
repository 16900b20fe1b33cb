"""The words with which news opens, and the day they give."""

import pytest

from loaders.frame.datelines import dateline_of
from loaders.frame.frame import frame
from loaders.reading.read import read

_HEADS = {
    "en": "Ministers close their talks on migration",
    "es": "Cierran las delegaciones la reunión sobre migración",
    "fr": "Les délégués ont clos la réunion sur les migrations",
}
_TEXTS = {
    "en": "Officials from ten countries closed their talks on Wednesday with a promise of more data and more funds.",
    "es": "Autoridades de once países inauguraron hoy la reunión regional, que tratará de los datos y de los fondos.",
    "fr": "Les experts de onze pays ont ouvert ce vendredi la réunion régionale, qui traite des données et des fonds.",
}


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "DOHA, 3rd May, 2024 (Gulf Newsroom) -- "),
        ("en", "Nairobi, Kenya, 3 May 2024: "),
        ("en", "Addis Ababa, Friday 3 May 2024 – "),
        ("en", "Addis Ababa, 3 May 2024 (Newsroom): "),
        ("en", "Port of Spain, Trinidad and Tobago, 3 May 2024 – "),
        ("en", "Manila, Philippines | 3 May 2024 — "),
        ("en", "GENEVA, May 3, 2024 (Desk) - "),
        ("es", "Santiago, 3 de mayo de 2024 (Servicio de Prensa). "),
        ("es", "Lima, 3 de mayo de 2024 (SP).- "),
        ("es", "Ciudad de Guatemala, viernes 3 de mayo de 2024. "),
        ("es", "San Pedro Sula, Honduras, 3 de mayo de 2024 | "),
        ("es", "BOGOTÁ D.C., 3 de mayo de 2024. — "),
        ("fr", "DAKAR, 3 mai 2024 (SP) – "),
        ("fr", "Yaoundé, vendredi 3 mai 2024 – "),
        ("fr", "Rabat, le 3 mai 2024 (SP) - "),
        ("fr", "N'Djamena, 3 mai 2024 / "),
    ],
)
def test_news_opens_with_its_place_and_day(language: str, opening: str) -> None:
    """Whoever sends it, and whatever parts it from the text: it is news, and of that day."""
    text = f"{opening}{_TEXTS[language]}"
    about = frame(read(f"{_HEADS[language]}\n\n{text}\n", "news.txt", "0" * 64))
    assert dateline_of(text) == opening
    assert about.genre == "press-note"
    assert about.date is not None
    assert about.date.edtf == "2024-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "On 5 June 2024, Kenya opened a workshop on return for ten countries.",
        "Kenya, a Champion country since 2020, said that it would go on with its plan.",
        "Ghana, 3 May 2024 being the day of its report, spoke of the plan at length.",
        "Resolution 73/195 of 19 December 2018. The Assembly adopted it in New York.",
        "Los días 3 y 4 de mayo de 2024 (Quito). Se reunieron las delegaciones.",
    ],
)
def test_other_texts_open_otherwise(text: str) -> None:
    """A sentence that begins with a name or a day is none."""
    assert dateline_of(text) == ""
