"""Meetings as news tells them: headlines, datelines, cities that host, guests before the place, days from today."""

import pytest

from tests.loaders.told import FRENCH, SPANISH, WORLD, claims, in_world, recognised, records_of, set_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Delegates have been meeting in Tunis since Monday for the second regional review conference of the Compact.",
         {"place/tunis"}),
        ("African governments met in Rabat to open their second regional review of the Compact.", {"place/rabat"}),
        ("A regional workshop on the Compact brought together 40 officials from ports in Mombasa from 5 to 7 May 2025.",
         {"place/mombasa", "2025-05-05/2025-05-07"}),
        ("Ministers of Asia are expected on Sunday, 15 November 2026, when the Eighth Ministerial Consultation of the "
         "Colombo Process opens in Muscat.", {"place/muscat", "2026-11-15"}),
        ("Between 11 and 13 June 2024, in Accra, the Network held a workshop on the Compact.",
         {"place/accra", "2024-06-11/2024-06-13"}),
        ("The paper goes to the third technical meeting of the Champion countries, which Kenya is to host in Nairobi "
         "on 4 October 2025.", {"place/nairobi", "2025-10-04"}),
        ("Meeting in Marrakech, Morocco, an intergovernmental conference has approved the text.",
         {"place/marrakech"}),
        ("The IMRF runs from 5 May to 8 May 2026 at the United Nations in New York.",
         {"place/new-york", "2026-05-05/2026-05-08"}),
        ("Ghana asked for more at a technical dialogue which ESCWA, IOM and the League of Arab States held in Beirut "
         "on 12-13 March 2025.", {"place/beirut", "2025-03-12/2025-03-13"}),
    ],
)  # fmt: skip
def test_news_in_english(text: str, told: set[str]) -> None:
    """Verbs of those who meet, and of hosts to come, before and behind the name."""
    assert told <= set_in(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Concluyó hoy en Lima, Perú, en la sede de la Cancillería, la XX Conferencia Suramericana sobre Migraciones.",
         {"place/lima", "state/peru"}),
        ("Terminó este viernes en San José la XXIX Reunión Viceministerial de la Conferencia Regional sobre Migración.",
         {"place/san-jose"}),
        ("Buenos Aires albergó en mayo del 2000 la 1° Conferencia Suramericana sobre Migraciones.",
         {"place/buenos-aires", "2000-05"}),
        ("Montevideo fue, los días 17 y 18 de septiembre de 2008, sede de la Octava Conferencia Suramericana sobre "
         "Migraciones.", {"place/montevideo", "2008-09-17/2008-09-18"}),
        ("Managua, Nicaragua, fue la sede de la ceremonia de traspaso.", {"place/managua", "state/nicaragua"}),
        ("El Perú será sede de la XXVI Conferencia Suramericana sobre Migraciones, que se llevará a cabo en Arequipa "
         "en octubre de 2028.", {"place/arequipa", "2028-10"}),
        ("Las delegaciones, reunidas en la ciudad de Cuenca los días 20 y 21 de octubre de 2027, en la XXV Conferencia "
         "Suramericana sobre Migraciones, se felicitaron.", {"place/cuenca"}),
        ("El taller sobre el Pacto Mundial congregó a 30 personas en Quito del lunes 3 al miércoles 5 de mayo de 2027.",
         {"place/quito", "2027-05-03/2027-05-05"}),
    ],
)  # fmt: skip
def test_news_in_spanish(text: str, told: set[str]) -> None:
    """The verb goes first, the city may be what hosts."""
    assert told <= set_in(text, SPANISH)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cadix, en Espagne, a accueilli les 13 et 14 décembre 2022 la 6ème conférence ministérielle du processus de "
         "Rabat.", {"place/cadiz", "state/spain", "2022-12-13/2022-12-14"}),
        ("Le MIDWA a tenu sa réunion cette semaine, du 12 au 14 septembre 2027, à Accra, au Ghana.",
         {"place/accra", "state/ghana", "2027-09-12/2027-09-14"}),
        ("L'atelier sur le Pacte mondial a réuni quarante agents à Dakar du 5 au 7 mai 2025.",
         {"place/dakar", "2025-05-05/2025-05-07"}),
        ("S'est ouverte lundi à Niamey la deuxième réunion technique du Réseau des Nations Unies sur les migrations.",
         {"place/niamey"}),
    ],
)  # fmt: skip
def test_news_in_french(text: str, told: set[str]) -> None:
    """The city may be what hosts; guests stand before the place."""
    assert told <= set_in(text, FRENCH)


def test_the_city_of_a_dateline_is_where_its_meeting_is() -> None:
    """Where the first sentence tells of it and of no other place; not where it was online."""
    told = (
        "Bodies found a Network\n\n{city} - Ten agencies came together {how} on 3 March 2023 for the opening meeting "
        "of the UN Network on Migration in Malawi, which is to help with the Global Compact for Migration."
    )
    there = claims(records_of(told.format(city="Lilongwe, Malawi", how="at last")), "takesPlaceIn", modality=None)
    assert {one.object for one in there} == {"place/lilongwe", "state/malawi"}
    online = records_of(told.format(city="Lilongwe, Malawi", how="online"))
    assert not claims(online, "takesPlaceIn", modality=None)


def test_a_place_alone_in_a_line_of_the_head() -> None:
    """With the days in a line of their own."""
    records = records_of(
        "ABU DHABI DIALOGUE\n\nNINTH MINISTERIAL CONSULTATION\n\nMuscat, Sultanate of Oman\n25 - 27 January 2028\n\n"
        "PROVISIONAL PROGRAMME (as of 10 January 2028)\n\nThe Consultation is on the Global Compact for Migration."
    )
    assert {one.object for one in claims(records, "takesPlaceIn", modality=None)} >= {"place/muscat"}
    assert {one.value for one in claims(records, "takesPlaceOn", modality=None)} == {"2028-01-25/2028-01-27"}


def test_a_hearing_is_the_meeting_of_its_summary() -> None:
    """Though the head has the day of the summary, and no other words for a meeting."""
    main = recognised(
        "# Informal interactive multi-stakeholder hearing for the International Migration Review Forum 2026\n\n"
        "## Summary by the President\n\n22 May 2026\n\nThe President convened an informal interactive "
        "multi-stakeholder hearing on Monday, 4 May 2026, in New York."
    ).book.main
    assert main is not None
    assert (main.path, main.dates) == ("event/imrf-2026-hearing", ("2026-05-04",))


def test_a_title_that_says_that_a_body_meets() -> None:
    """Its day is that of the paper."""
    main = recognised(
        "Turkmenistan: Working Group on the Global Compact for Migration meets\n\n21 January 2022\n\n"
        "Screens joined the members of the group today, to speak of the Global Compact for Migration."
    ).book.main
    assert main is not None
    assert main.dates == ("2022-01-21",)


def test_an_own_forum_is_not_the_review_forum() -> None:
    """What stands in quotes is the name."""
    found = recognised(
        "RELATORÍA “Foro de Alto Nivel sobre Flujos de Migrantes en Situación Irregular” San José, Costa Rica 12 – 13 "
        "de septiembre de 2017. El Foro trató del Pacto Mundial para la Migración. El Foro pidió más."
    )
    assert found.book.main is not None
    assert found.book.main.words.endswith("en Situación Irregular")
    assert "process/imrf" not in {span.entity for spans in found.spans.values() for span in spans}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The XX CSM met in Lima in May 2024 on the Compact.", "South American Conference on Migration"),
        ("States look ahead to the second International Migration Review Forum.", "Review Forum"),
    ],
)  # fmt: skip
def test_an_edition_is_part_of_its_series(text: str, whole: str) -> None:
    """Also where a text tells nothing but its name."""
    records = records_of(f"{text}\n\nThe South American Conference on Migration (CSM) met.\n\n{WORLD}")
    assert claims(records, "partOf", modality=None), whole


@pytest.mark.parametrize(
    "text",
    [
        "The opening ceremony in Geneva was long.",
        "Cérémonie de clôture à Genève.",
        "On the eve of the IMRF, 4 May 2026, delegates met.",
        "The Zomba Diaspora Forum spoke of the Compact.",
    ],
)
def test_what_is_no_meeting_has_no_setting(text: str) -> None:
    """The first hour of a meeting, the day before it, a body that is called a forum."""
    assert not set_in(text)


PAPER_DAYS = [
    "# Annual retreat of the UN Network on Migration in Ghana\n\n31 January 2025\n\n",
    "# Atelier national sur les données migratoires\n\nLomé, le 5 septembre 2025\n\n",
    "# Taller nacional sobre datos migratorios\n\nLima, viernes 5 de septiembre de 2025\n\n",
]


@pytest.mark.parametrize("head", PAPER_DAYS)
def test_the_day_on_which_a_paper_came_out_is_not_that_of_its_meeting(head: str) -> None:
    """A line of one day and a place says when it was written; the meeting is without a day until one is told."""
    assert not claims(in_world(head + "Ghana and Peru took part.\n\n"), "takesPlaceOn")


@pytest.mark.parametrize(
    ("line", "day"), [("When: 5 September 2025", "2025-09-05"), ("4–5 September 2025", "2025-09-04/2025-09-05")]
)
def test_a_label_or_several_days_are_those_of_the_meeting(line: str, day: str) -> None:
    """A paper comes out on one day, and does not say when."""
    held = claims(in_world(f"# National workshop on migration data\n\n{line}\n\nGhana took part."), "takesPlaceOn")
    assert [one.value for one in held] == [day]
