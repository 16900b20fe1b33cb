"""Meetings told by their distance from the paper: "ayer", "ce jeudi", "last year's conference", "its 2025 plenary"."""

from datetime import date

import pytest

from loaders.dates.near_days import near_days
from tests.loaders.told import FRENCH, SPANISH, WORLD, records_of, set_in, told


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The workshop was held yesterday.", "en", "2026-03-10"),
        ("The talks will open tomorrow.", "en", "2026-03-12"),
        ("Delegates met on Monday.", "en", "2026-03-09"),
        ("Ministers will meet on Monday.", "en", "2026-03-16"),
        ("El taller se celebró el pasado viernes.", "es", "2026-03-06"),
        ("La reunión se celebrará el próximo martes.", "es", "2026-03-17"),
        ("La réunion s'est tenue mardi dernier.", "fr", "2026-03-10"),
        ("La conférence se tiendra demain.", "fr", "2026-03-12"),
    ],
)
def test_a_near_day_is_counted_from_that_of_the_paper(text: str, language: str, day: str) -> None:
    """A weekday is the last or the next one, as the verb or its adjective says. The paper is of a Wednesday."""
    found = near_days(text, (0, len(text)), date(2026, 3, 11), language)
    assert [str(one.day) for one in found] == [day]


@pytest.mark.parametrize(
    "text",
    ["The market was held on Tuesday, 3 March 2026.", "El mercado se celebró todos los lunes.", "Every Friday it met."],
)
def test_a_weekday_beside_its_date_or_of_every_week_is_no_near_day(text: str) -> None:
    """The date in figures counts; a habit has no day."""
    assert not list(near_days(text, (0, len(text)), date(2026, 3, 11), "en"))


@pytest.mark.parametrize(
    ("world", "text", "there"),
    [
        (SPANISH, "Ante delegados se llevó a cabo ayer, en el salón de honor de la ciudad de Asunción, "
         "el taller de validación del informe sobre el Pacto Mundial.", {"2026-03-10", "place/asuncion"}),
        (SPANISH, "El pasado viernes se celebró en Quito la segunda reunión técnica de la Conferencia Suramericana "
         "sobre Migraciones.", {"2026-03-06", "place/quito"}),
        (FRENCH, "Les experts ont tenu mardi dernier à Lomé la réunion annuelle du MIDWA.",
         {"2026-03-10", "place/lome"}),
        (FRENCH, "La main passera pendant la 7e conférence ministérielle du Processus de Rabat. La conférence de "
         "vendredi à Yaoundé adoptera un plan.", {"2026-03-13", "place/yaounde"}),
        (WORLD, "The 22nd technical conference of MIDSA was held in Maseru on Thursday.",
         {"2026-03-05", "place/maseru"}),
        (WORLD, "Tomorrow's ministerial conference of the Bali Process will adopt a statement.", {"2026-03-12"}),
        (WORLD, "The Friends of the Forum met in Geneva yesterday for their second meeting.",
         {"2026-03-10", "place/geneva"}),
    ],
)  # fmt: skip
def test_a_meeting_is_on_the_day_that_news_counts_from_its_own(world: str, text: str, there: set[str]) -> None:
    """With the city that stands between, or behind."""
    day = {SPANISH: "11 de marzo de 2026", FRENCH: "11 mars 2026"}.get(world, "11 March 2026")
    assert there <= set_in(f"# Talks\n\n{day}\n\n{text}", world)


@pytest.mark.parametrize(
    ("world", "text", "there"),
    [
        (WORLD, "More than ninety people spent four days (5-8 May 2025) at a Regional Dialogue on Labour Mobility.",
         {"2025-05-05/2025-05-08"}),
        (WORLD, "Over two days, on 4 and 5 March 2025, the Prague Process held its annual meeting in Tbilisi.",
         {"2025-03-04/2025-03-05", "place/tbilisi"}),
        (WORLD, "Lesotho invited its neighbours to the 22nd technical conference of MIDSA, which it is hosting in "
         "Maseru between 2 and 5 June 2025.", {"2025-06-02/2025-06-05", "place/maseru"}),
        (SPANISH, "Durante tres días (del 4 al 6 de marzo de 2025), la Conferencia Suramericana sobre Migraciones "
         "celebró en Lima su reunión anual.", {"2025-03-04/2025-03-06", "place/lima"}),
        (SPANISH, "Representantes de doce países pasaron dos días (3 y 4 de junio de 2025) en un taller regional "
         "sobre datos.",
         {"2025-06-03/2025-06-04"}),
        (FRENCH, "Deux jours durant, les 3 et 4 mai 2025, le Processus de Rabat a tenu à Malte sa réunion thématique.",
         {"2025-05-03/2025-05-04"}),
        (FRENCH, "Trois jours durant (du 4 au 6 novembre), le MIDWA a tenu à Lomé sa réunion annuelle de 2025.",
         {"2025-11-04/2025-11-06", "place/lome"}),
    ],
)  # fmt: skip
def test_days_told_by_their_number_stand_before_the_meeting(world: str, text: str, there: set[str]) -> None:
    """In brackets or between commas; the year may stand in the name of the meeting."""
    assert there <= set_in(text, world)


def test_the_meeting_of_last_year_is_another() -> None:
    """Of the same body, a year before."""
    text = (
        "# Experts of MIDSA meet in Maseru\n\nMaseru, 5 June 2025 – The 22nd technical conference of MIDSA was held in "
        f"Maseru on 4 June 2025.\n\nLast year's conference took place in Luanda.\n\n{WORLD}"
    )
    said = told(records_of(text))
    assert any("2024 takesPlaceIn Luanda" in one for one in said)
    assert not any("22nd" in one and "Luanda" in one for one in said)


def test_a_headline_names_the_meeting_of_the_lead_in_short() -> None:
    """The paragraph that opens with a city tells which it is, whatever stands before it."""
    text = (
        "Labour migration\n\nPacific dialogue in Apia closes with promises\n\nFive bodies paid for the dialogue, and "
        "one more has been asked to.\n\nNews | 12 May 2025\n\nAPIA, Samoa – Ninety people spent four days last week "
        f"(5-8 May) at a Regional Dialogue on Labour Mobility.\n\nKiribati spoke at the dialogue.\n\n{WORLD}"
    )
    said = told(records_of(text))
    named = "Regional Dialogue on Labour Mobility, 5-8 May 2025"
    assert {f"{named} takesPlaceIn Apia", f"Kiribati spokeAt {named}"} <= set(said)


@pytest.mark.parametrize(
    ("world", "text", "there"),
    [
        (WORLD, "# Caribbean officials draft rules\n\n14 October 2024\n\nBridgetown – 45 officials worked in "
         "Bridgetown on October 9 and 10 on rules.", {"place/bridgetown", "2024-10-09/2024-10-10"}),
        (SPANISH, "# Ministros acuerdan más visas\n\nLima, 4 de mayo de 2026 – Funcionarios de diez países se "
         "reunieron en Lima los días 3 y 4 de mayo de 2026.", {"place/lima", "2026-05-03/2026-05-04"}),
        (FRENCH, "# Les ministres tiennent parole\n\nDakar, le 4 mai 2026 – Des experts de douze pays se sont "
         "retrouvés à Dakar du 2 au 4 mai 2026.", {"place/dakar", "2026-05-02/2026-05-04"}),
        (WORLD, "# Asia and the Pacific get ready\n\nBangkok – Nations began three days of consultations on it in "
         "Bangkok yesterday.", {"place/bangkok"}),
    ],
)  # fmt: skip
def test_a_lead_that_names_no_meeting_tells_that_people_met(world: str, text: str, there: set[str]) -> None:
    """On a day, in a city."""
    assert there <= set_in(text, world)
