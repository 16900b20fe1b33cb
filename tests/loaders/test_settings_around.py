"""When and where a meeting is, told around its name: before that of the forum, by a pronoun behind, by "where"."""

import pytest

from tests.loaders.told import FRENCH, SPANISH, WORLD, records_of, set_in, told


@pytest.mark.parametrize(
    ("world", "text", "there"),
    [
        (SPANISH, "Del 17 al 20 de mayo la sede de las Naciones Unidas en Nueva York acogió el primer Foro de Examen "
         "de la Migración Internacional (FEMI).", {"place/new-york", "2022-05-17/2022-05-20"}),
        (SPANISH, "El informe irá al Foro de Examen de la Migración Internacional (FEMI), a realizarse en mayo de 2026 "
         "en Nueva York.", {"place/new-york", "2026-05"}),
        (FRENCH, "Du 17 au 20 mai, New York a accueilli le premier Forum d'examen des migrations internationales.",
         {"place/new-york", "2022-05-17/2022-05-20"}),
        (WORLD, "New York hosted the second International Migration Review Forum from 5 to 8 May.",
         {"place/new-york", "2026-05-05/2026-05-08"}),
        (WORLD, "Mayors came to New York City, where the International Migration Review Forum, held for the first "
         "time, weighs progress.", {"place/new-york"}),
        (WORLD, "The second International Migration Review Forum, which opens in this building eight weeks from now, "
         "on 5 May, matters.", {"2026-05-05"}),
    ],
)  # fmt: skip
def test_the_setting_of_the_forum_stands_before_or_behind_its_name(world: str, text: str, there: set[str]) -> None:
    """Its number gives the year that the days leave out."""
    assert there <= set_in(text, world)


def test_the_day_on_which_a_report_went_to_the_forum_is_not_that_of_the_forum() -> None:
    """It is the day of the sending."""
    text = "Ghana submitted its voluntary review to the International Migration Review Forum 2026 on 20 February 2026."
    assert "2026-02-20" not in set_in(text)


@pytest.mark.parametrize(
    ("world", "text", "there"),
    [
        (FRENCH, "Le Processus de Rabat prépare sa 6ème Conférence ministérielle. Celle-ci est fixée aux 13 et 14 "
         "décembre 2022, à Cadix, en Espagne.", {"place/cadiz", "2022-12-13/2022-12-14"}),
        (SPANISH, "El Proceso de Quito prepara su décima reunión ministerial. Esta tendrá lugar en Lima los días 3 y 4 "
         "de mayo de 2026.", {"place/lima", "2026-05-03/2026-05-04"}),
        (SPANISH, "La CSM alista su XXV Conferencia. La cita será en Arequipa, el 3 de octubre de 2027.",
         {"place/arequipa", "2027-10-03"}),
        (WORLD, "Ministers will adopt a plan at the eighth Ministerial Consultation of the Colombo Process.\n\nIt is "
         "set for 3 May 2026 in Bangkok.", {"place/bangkok", "2026-05-03"}),
    ],
)  # fmt: skip
def test_a_sentence_points_back_to_the_meeting_it_sets(world: str, text: str, there: set[str]) -> None:
    """Of the sentence before, where that names one only."""
    assert there <= set_in(text, world)


def test_a_pronoun_behind_two_meetings_sets_neither() -> None:
    """It is open which is meant."""
    text = (
        "Delegates spoke of the third workshop on data, and they named the fourth conference of the Bali Process. "
        "It is set for 3 May 2026 in Bangkok."
    )
    assert "2026-05-03" not in set_in(text)


@pytest.mark.parametrize(
    ("title", "body", "date"),
    [
        ("Caribbean Migration Consultations (CMC): Plenary 2025", "Day 1 – 4 November 2025\n\nWelcome\n\nDay 2 – "
         "5 November 2025\n\nClosing", "2025-11-04/2025-11-05"),
        ("Quito Process: Plenary 2027", "First day: Tuesday 8 June 2027\n\nWelcome", "2027-06-08"),
    ],
)  # fmt: skip
def test_a_title_that_puts_the_body_before_its_meeting_of_a_year(title: str, body: str, date: str) -> None:
    """The days of the programme are those of the meeting."""
    assert date in set_in(f"# {title}\n\n{body}")


def test_dates_of_things_to_come_are_no_programme() -> None:
    """Days far apart, and no meeting in the title."""
    text = f"# News of the Network\n\n4 November 2025\n\nA call opens.\n\n12 December 2025\n\nIt closes.\n\n{WORLD}"
    assert not any("takesPlaceOn" in one for one in told(records_of(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Los días 23 y 24 de septiembre de 2027, en el Centro de Conferencias Manuel Ruiz, Georgetown, República"
         " Cooperativa de Guyana, sesionó la XXV Conferencia Suramericana sobre Migraciones.",
         {"place/georgetown", "2027-09-23/2027-09-24"}),
        ("Las delegaciones, reunidas en la ciudad de Rivera, Uruguay, en ocasión de la XXV Conferencia Suramericana"
         " sobre Migraciones, acordaron un plan.", {"place/rivera", "state/uruguay"}),
        ("El taller sobre datos, realizado en formato híbrido el 12 de junio de 2025, aprobó un plan.", {"2025-06-12"}),
        ("Lomé, 20 février 2025 - L'OIM et la CEDEAO ont clos ce jeudi à Lomé un atelier sur les données, entamé"
         " mardi.", {"place/lome", "2025-02-18/2025-02-20"}),
        ("Accra, 20 February 2025 - IOM and ECOWAS closed on Thursday in Accra a workshop on data, begun on Tuesday.",
         {"place/accra", "2025-02-18/2025-02-20"}),
        ("Une délégation a assisté, les 2 et 3 octobre 2024, à l'atelier régional sur les données.",
         {"2024-10-02/2024-10-03"}),
    ],
)  # fmt: skip
def test_what_stands_around_a_meeting_tells_of_it(text: str, told: set[str]) -> None:
    """A house that is named by what it is for, "en ocasión de", modes, begun and ended, who attended when."""
    world = FRENCH if " les " in text or " un atelier" in text else SPANISH if " el " in text else WORLD
    assert told <= set_in(text, world)


def test_the_day_on_which_one_prepares_a_meeting_is_not_its_own() -> None:
    text = (
        "Le 14 mars 2028, des fonctionnaires ont pris le chemin de Lisbonne afin d'arrêter les derniers détails de la"
        " septième Conférence ministérielle du Processus de Rabat."
    )
    assert "2028-03-14" not in set_in(text, FRENCH)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Declaración de Arequipa\n\nXXVI Conferencia Suramericana sobre Migraciones\n\nLas delegaciones acuerdan un"
         " plan.\n\nSuscrita en Arequipa, a los catorce días del mes de octubre de dos mil veintiocho.",
         {"place/arequipa", "2028-10-14"}),
        ("# Declaración de Ilo\n\nXXVI Conferencia Suramericana sobre Migraciones\n\nLas delegaciones, reunidas en la"
         " ciudad de Ilo, República del Perú, con ocasión de la XXVI Conferencia Suramericana sobre Migraciones, del 12"
         " al 14 de octubre de 2028, acuerdan un plan.",
         {"place/ilo", "state/peru", "2028-10-12/2028-10-14"}),
        ("MASERU (Lesotho), 3 December 2027: On Monday and Tuesday the Migration Dialogue for Southern Africa (MIDSA)"
         " held its technical meeting at the Avani Hotel.", {"2027-11-29/2027-11-30"}),
    ],
)  # fmt: skip
def test_a_declaration_and_a_dateline_tell_when_and_where(text: str, told: set[str]) -> None:
    """Where it was signed, the full form of a state, weekdays before a long name."""
    assert told <= set_in(text, SPANISH if "Las " in text else WORLD)


def test_the_month_in_which_a_paper_went_to_a_forum_is_not_the_forums() -> None:
    text = "We sent a voluntary report to the International Migration Review Forum in March 2026."
    assert "2026-03" not in set_in(text)
