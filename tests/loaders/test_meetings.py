"""Meetings: what they are called, when and where they are, what they belong to; one name for one meeting."""

import pytest

from graph.records import Modality
from tests.loaders.told import FRENCH, SPANISH, WORLD, claims, in_world, named, records_of, set_in, told


def _told(text: str, world: str = WORLD) -> list[str]:
    return told(records_of(f"{text}\n\n{world}"))


@pytest.mark.parametrize(
    ("text", "where", "when"),
    [
        ("The IMRF will be held here, in New York, from 5 to 8 May 2026.", "new-york", "2026-05-05/2026-05-08"),
        ("The workshop, which was held at the headquarters of the League in Cairo, on 3 and 4 July 2024, was useful.",
         "cairo", "2024-07-03/2024-07-04"),
        ("On 3 and 4 September 2025, in Tbilisi, the Prague Process held a senior officials' meeting.",
         "tbilisi", "2025-09-03/2025-09-04"),
        ("The IMRF, to be held for the first time in New York in May 2022, was new.", "new-york", "2022-05"),
        ("El Foro de Examen de la Migración Internacional se celebrará por segunda vez en Nueva York en mayo de 2026.",
         "new-york", "2026-05"),
        ("New deposits since the thirteenth meeting (Geneva, 4 December 2024) came in.", "geneva", "2024-12-04"),
        ("The African regional review, which met in Addis Ababa in October 2024, was useful.",
         "addis-ababa", "2024-10"),
        ("The RCM will hold its next meeting in Lima in May 2027.", "lima", "2027-05"),
        ("In November 2023 Accra welcomed our friends for the Champions' dialogue.", "accra", "2023-11"),
        ("The preparatory meeting that Senegal hosted in Dakar from 17 to 19 June 2025 was useful.",
         "dakar", "2025-06-17/2025-06-19"),
        ("The Kuwait meeting was moved: the workshop organised by IOM and ILO in Amman on 5 May 2025 took its place.",
         "amman", "2025-05-05"),
    ],
)  # fmt: skip
def test_a_setting_is_read_in_all_wordings(text: str, where: str, when: str) -> None:
    """Brackets, clauses, hosts and organisers between the name, the place and the date; a place or date before it."""
    assert {f"place/{where}", when} <= set_in(text)


@pytest.mark.parametrize(
    ("text", "where", "when"),
    [
        ("La XXV Reunión Viceministerial de la CRM se realizó en San José, Costa Rica, los días 20 y 21 de noviembre "
         "de 2025.", "san-jose", "2025-11-20/2025-11-21"),
        ("El taller regional sobre datos, organizado por la OIM y la CEPAL en Ciudad de Panamá el 4 de junio de 2024, "
         "reunió a los países.", "panama-city", "2024-06-04"),
        ("La cumbre de Riohacha, celebrada en septiembre de 2025, aprobó conclusiones.", "riohacha", "2025-09"),
    ],
)  # fmt: skip
def test_a_setting_in_spanish(text: str, where: str, when: str) -> None:
    """Verbs and prepositions of Spanish papers."""
    assert {f"place/{where}", when} <= set_in(text, SPANISH)


@pytest.mark.parametrize(
    ("text", "where", "when"),
    [
        ("Le Réseau présentera ses travaux au Forum d'examen des migrations internationales (FEMI), à New York, en "
         "mai 2026.", "new-york", "2026-05"),
        ("Une réunion préparatoire a été organisée à Genève par les deux coprésidents, le 12 mars 2025.",
         "geneva", "2025-03-12"),
        ("La cinquième réunion du Groupe de travail s'est tenue à Tunis les 3 et 4 mars 2025.",
         "tunis", "2025-03-03/2025-03-04"),
    ],
)  # fmt: skip
def test_a_setting_in_french(text: str, where: str, when: str) -> None:
    """Verbs and prepositions of French papers."""
    assert {f"place/{where}", when} <= set_in(text, FRENCH)


def test_a_part_of_a_meeting_has_its_own_day() -> None:
    """What is said of a round table of the Forum is not said of the Forum."""
    said = _told("Roundtable 3 of the second International Migration Review Forum meets in New York on 6 May 2026.")
    assert "IMRF 2026 Roundtable 3 takesPlaceOn 2026-05-06" in said
    assert "IMRF 2026 takesPlaceOn 2026-05-06" not in said


def test_the_day_of_a_report_is_not_that_of_the_review() -> None:
    """Submitted for the review in May: what was in May is the sending."""
    assert not set_in("Jordan submitted its voluntary report to the Arab regional review in May 2024.")


def test_the_day_of_a_speech_is_not_that_of_the_forum() -> None:
    """A forum lasts several days; one of them is that of its closing."""
    assert not set_in("Closing the International Migration Review Forum on 20 May 2022, the President thanked all.")


def test_a_planned_meeting_is_planned() -> None:
    """The tense of the sentence that tells of it."""
    records = in_world("The ninth technical meeting will be held in Rabat on 4 March 2027.")
    assert {one.modality for one in claims(records, "takesPlaceIn", modality=None)} == {Modality.PLANNED}


def test_one_meeting_in_three_languages_has_one_path() -> None:
    """The series, the kind and the ordinal say which it is."""
    english = in_world("The seventh ministerial conference of the Rabat Process met in Valencia on 22 April 2026.")
    spanish = records_of(
        f"La séptima conferencia ministerial del Proceso de Rabat se celebró en Valencia.\n\n{SPANISH}"
    )
    french = records_of(
        f"La septième conférence ministérielle du Processus de Rabat s'est tenue à Valence.\n\n{FRENCH}"
    )
    for records in (english, spanish, french):
        assert "event/rabat-process-conference-7" in named(records)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The 15th GFMD will meet in Riohacha in September 2025.", "event/gfmd-summit-15"),
        ("The Latin American and Caribbean review in Santiago (18-20 March 2025) noted this.",
         "event/regional-review-lac-2025"),
        ("The regional review in the Arab region was held in Cairo on 3 July 2024.", "event/regional-review-arab-2024"),
    ],
)  # fmt: skip
def test_an_edition_is_that_of_the_reference_data(text: str, path: str) -> None:
    """A summit by its ordinal, a regional review by its region and year."""
    assert path in named(in_world(text))


def test_editions_of_one_meeting_are_told_apart() -> None:
    """By ordinal, though all else is the same."""
    text = "# Seventh ministerial conference of the Rabat Process\n\nValencia, 22 April 2026\n\nThe eighth ministerial "
    assert {"event/rabat-process-conference-7", "event/rabat-process-conference-8"} <= set(
        named(in_world(f"{text}conference of the Rabat Process should meet in an African country."))
    )


def test_what_a_round_table_did_not_discuss_is_denied() -> None:
    """Each round table is told apart, and a denial is no claim that it covers the objective."""
    text = "# Second regional review of the Compact in the Arab region\n\nCairo, 3 and 4 July 2024\n\nRound table 2 "
    records = in_world(f"{text}examined objectives 4, 8 and 9. The round table did not discuss objective 7.")
    assert {one.object for one in claims(records, "coversObjective")} == {"objective/4", "objective/8", "objective/9"}


def test_round_tables_are_of_the_meeting_that_numbers_them() -> None:
    """Those of a regional review are not those of the Forum."""
    text = (
        "# Report on the second regional review of the Compact in the Arab region\n\nCairo, 3 and 4 July 2024\n\n"
        "The first round table, on objectives 2, 5 and 6, was chaired by Jordan."
    )
    said = _told(text)
    assert "First round table of the Arab regional review partOf Arab regional review 2024" in said
    assert "First round table of the Arab regional review coversObjective Objective 5" in said


def test_a_summit_is_part_of_its_forum() -> None:
    """As an edition of the review forum is."""
    said = _told("The 15th GFMD Summit was held in Riohacha in September 2025.")
    assert "Fifteenth GFMD Summit partOf Global Forum on Migration and Development" in said


@pytest.mark.parametrize(
    "text",
    [
        "It was proposed at several meetings of MIDSA that the chair speak in the plenary of the IMRF.",
        "The Pacific Conference of Churches and the Asian Migrant Forum thanked the hosts.",
    ],
)
def test_everyday_words_and_names_of_bodies_are_no_meetings(text: str) -> None:
    """Without a date, a place or a number."""
    assert not [path for path in named(in_world(f"# A note on data\n\n{text}")) if path.startswith("event/")]


def test_a_paper_is_adopted_by_the_meeting_of_its_record() -> None:
    """A paper of its own is; the Compact, which the meeting only mentions, is not."""
    head = "# Meeting of the Regional Conference on Migration on the GCM\n\n3 May 2021\n\n"
    said = _told(f"{head}The Tapachula Guidelines on family reunification were adopted.")
    assert [one for one in said if " adopts " in one]
    assert not [one for one in _told(f"{head}The Global Compact was adopted in 2018.") if " adopts " in one]


def test_a_headline_is_no_name_of_a_meeting() -> None:
    """The paragraph under it tells which meeting the note is about."""
    text = (
        "# Ministers reaffirmed their commitment to fair recruitment\n\nThe 5th Ministerial Consultation of the "
        "Colombo Process was convened in Colombo, Sri Lanka, on 25 August 2016.\n\nNepal attended the consultation."
    )
    said = _told(text)
    assert not [one for one in said if "reaffirmed" in one]
    assert [one for one in said if one.startswith("Nepal participatesIn") and "Ministerial" in one]


@pytest.mark.parametrize(
    "text",
    [
        "The summit will be held at the Geneva International Conference Centre.",
        "We thank Ana Ruiz, President of the 76th session of the United Nations General Assembly.",
    ],
)
def test_a_venue_or_a_term_of_office_is_no_meeting(text: str) -> None:
    """Nouns of meetings stand in other names too."""
    assert not [path for path in named(in_world(text)) if "centre" in path or "76" in path or "session" in path]


def test_a_meeting_named_in_capitals_and_in_full_is_one() -> None:
    """Its kind and its number say that it is the same, though the first name has no date."""
    text = (
        "# VII CONFERENCIA REGIONAL SOBRE MIGRACION\n\nLa VII Conferencia Regional sobre Migración (CRM) tuvo lugar en "
        "Lima, los días 30 y 31 de mayo de 2002."
    )
    events = [path for path in named(records_of(f"{text}\n\n{SPANISH}")) if path.startswith("event/") and "7" in path]
    assert len(events) == 1


def test_a_day_takes_the_year_of_the_days_told_before_it() -> None:
    """Of one meeting, in one month."""
    text = (
        "The regional review will be held on 18-20 March 2025 in Lima, followed by a ministerial workshop (19 March)."
    )
    assert "2025-03-19" in set_in(f"# Note of 20 April 2024\n\n{text}")


def test_one_meets_during_a_conference() -> None:
    """Date and place stand before the name of the meeting."""
    text = "Representantes de Chile y Perú se reunieron el 22 de noviembre de 2018 en Sucre, durante la XVIII CSM."
    assert {"2018-11-22", "place/sucre"} <= set_in(text, SPANISH)


def test_nothing_is_held_in_a_programme_for_calls() -> None:
    """A meeting online has no place."""
    assert not any(
        one.startswith("place/") for one in set_in("The workshop was held in Microsoft Teams, on 5 May 2024.")
    )


def test_the_line_that_dates_a_press_note_is_not_of_its_meeting() -> None:
    """Where the note tells another day of the meeting, that is its day."""
    text = (
        "# Conference on Building a Positive Narrative on Migration\n\n15 February 2024\n\nGhana organized an online "
        "conference on 14 February 2024 under that theme."
    )
    days = {str(one.value) for one in claims(records_of(f"{text}\n\n{WORLD}"), "takesPlaceOn", modality=None)}
    assert days == {"2024-02-14"}


@pytest.mark.parametrize(
    ("text", "world", "settings"),
    [
        ("The dialogues held in Accra from 28 to 30 November 2023, in San Salvador in June 2024 and in Bangkok on 5 "
         "and 6 March 2025 were useful.", WORLD,
         {("accra", "2023-11-28/2023-11-30"), ("san-salvador", "2024-06"), ("bangkok", "2025-03-05/2025-03-06")}),
        ("The first regional review for Africa was held online on 31 August and 1 September 2021, and the second in "
         "Addis Ababa from 8 to 10 October 2024.", WORLD,
         {("", "2021-08-31/2021-09-01"), ("addis-ababa", "2024-10-08/2024-10-10")}),
        ("El Comité Directivo del Fondo celebró en 2025 dos reuniones: la decimoquinta, en Ginebra, el 22 de mayo, y "
         "la decimosexta, en línea, el 4 de diciembre.", SPANISH, {("geneva", "2025-05-22"), ("", "2025-12-04")}),
        ("The Migration MPTF Steering Committee allocates funds. It met twice in 2026: on 19 March in Geneva and on 24 "
         "September in online format.", WORLD, {("geneva", "2026-03-19"), ("", "2026-09-24")}),
        ("A first seminar, prepared with ILO, took 25 inspectors from six countries to Nairobi on 4 and 5 June 2025. A "
         "second followed in Kampala on 9 September 2025. The third, with 14 countries represented, was held online on "
         "12 November 2025.", WORLD,
         {("nairobi", "2025-06-04/2025-06-05"), ("kampala", "2025-09-09"), ("", "2025-11-12")}),
        ("Hubo dos talleres técnicos. El primero reunió en Lima, el 14 de marzo de 2024, a 20 cónsules. El último, "
         "copresidido por Chile y Perú, se celebró el 9 de octubre de 2024.", SPANISH,
         {("lima", "2024-03-14"), ("", "2024-10-09")}),
        ("Un atelier a conduit 30 juges à Lomé le 3 mai 2025. Une deuxième édition eut lieu à Cotonou le 6 juin 2025.",
         FRENCH, {("lome", "2025-05-03"), ("cotonou", "2025-06-06")}),
        ("Two projects began after the workshop held in Lima on 3 May 2025. The second, in Quito, began on 5 June.",
         WORLD, {("lima", "2025-05-03")}),
        ("A workshop for consuls was announced on 3 May 2025.", WORLD, set()),
        ("- A first webinar on data was held on 3 May 2025.\n- Another, in Lima, followed on 5 June 2025.", WORLD,
         {("", "2025-05-03"), ("lima", "2025-06-05")}),
        ("The paper was discussed in Nairobi on 3 and 4 March 2025.", WORLD, {("nairobi", "2025-03-03/2025-03-04")}),
        ("El borrador se examinó en Lima el 3 de mayo de 2025.", SPANISH, {("lima", "2025-05-03")}),
        ("Le texte a été débattu à Lomé le 3 mai 2025.", FRENCH, {("lome", "2025-05-03")}),
        ("The paper was discussed on 3 March 2025.", WORLD, set()),
        ("The Network arranged a field visit to Quito on 3 May 2025, and visits to families went on until 5 June 2025.",
         WORLD, {("quito", "2025-05-03")}),
    ],
)  # fmt: skip
def test_meetings_told_one_by_one(text: str, world: str, settings: set[tuple[str, str]]) -> None:
    """Each has its own place and day: behind a plural, an ordinal alone, or a verb."""
    records = records_of(f"{text}\n\n{world}")
    days = {one.subject: str(one.value) for one in claims(records, "takesPlaceOn", modality=None)}
    places = {one.subject: str(one.object).removeprefix("place/") for one in claims(records, "takesPlaceIn")}
    assert {(places.get(meeting, ""), day) for meeting, day in days.items()} == settings


@pytest.mark.parametrize(
    "text",
    [
        "A workshop on data was held in Lima on 3 May 2025. It was co-chaired by Peru and Chile.",
        "Une réunion sur les données s'est tenue à Lima le 3 mai 2025. Elle a été coprésidée par le Pérou et le Chili.",
        "Workshops were held in Quito on 5 May 2024 and in Lima on 3 May 2025. The latter was co-chaired by Peru and "
        "Chile.",
    ],
)
def test_a_pronoun_means_the_meeting_of_the_sentence_before(text: str) -> None:
    """A verb that is said of meetings tells that it is one."""
    records = records_of(f"{text}\n\n{FRENCH if text.startswith('Une') else WORLD}")
    there = {one.subject for one in claims(records, "takesPlaceIn") if one.object == "place/lima"}
    assert {(one.subject, one.object) for one in claims(records, "coChairs")} == {
        (state, meeting) for state in ("state/peru", "state/chile") for meeting in there
    }


@pytest.mark.parametrize(
    ("text", "world", "where", "when"),
    [
        ("Ghana hosted on 4 and 5 November 2025, in Banjul, a subregional meeting on missing migrants.", WORLD,
         "banjul", "2025-11-04/2025-11-05"),
        ("Chile organizará el 18 de marzo de 2027, en Guayaquil, el Primer Foro Nacional sobre el Pacto Mundial.",
         SPANISH, "guayaquil", "2027-03-18"),
        ("Nous avons accueilli à Dakar, du 17 au 19 juin 2025, la réunion préparatoire des pays champions.", FRENCH,
         "dakar", "2025-06-17/2025-06-19"),
    ],
)  # fmt: skip
def test_day_and_place_stand_between_a_host_and_its_meeting(text: str, world: str, where: str, when: str) -> None:
    """In front of the meeting, behind the verb."""
    assert {f"place/{where}", when} <= set_in(text, world)


def test_what_a_body_does_not_do_with_others_is_its_meeting() -> None:
    """The Committee met; that it met with a minister is no meeting of the Committee."""
    said = "The Migration MPTF Steering Committee is chaired by IOM. The Committee will meet on 24 September 2026."
    assert "2026-09-24" in set_in(said)
    assert not set_in("The Migration MPTF Steering Committee met with the minister on 24 September 2026.")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("**Quito, 3 de diciembre de 2026** – La Red celebró hoy su reunión anual.", "2026-12-03"),
        ("Quito, 3 de diciembre de 2026 - La Red celebró ayer y hoy un taller regional de los países campeones.",
         "2026-12-02/2026-12-03"),
    ],
)  # fmt: skip
def test_what_is_held_today_is_held_on_the_day_of_the_paper(text: str, when: str) -> None:
    """And where its dateline says."""
    assert {when, "place/quito"} <= set_in(f"# La Red presenta su plan\n\n{text}", SPANISH)


def test_the_first_paragraph_tells_all_days_of_a_meeting() -> None:
    """Of which the head of a press note tells the last."""
    text = (
        "FOR IMMEDIATE RELEASE\n\nSixteenth GFMD Summit closes in Mexico City\n\nMexico City, 19 February 2027 - The "
        "Sixteenth Summit of the GFMD came to an end here today. It was held from 16 to 19 February."
    )
    days = {one for one in set_in(text) if one.startswith("2027")}
    assert days == {"2027-02-16/2027-02-19"}


@pytest.mark.parametrize(
    "table",
    [
        "| Round | Where and when | Hosted by |\n|---|---|---|\n| Second | Bangkok, 9-10 November 2022 | Government of "
        "Thailand |",
        "| Date | Activity | Place | Organizers |\n|---|---|---|---|\n| 9-10 November 2022 | Peer learning workshop | "
        "Bangkok | ILO |",
    ],
)
def test_a_row_is_a_meeting(table: str) -> None:
    """Its date and its place stand in other cells than its name."""
    assert {"2022-11-09/2022-11-10", "place/bangkok"} <= set_in(f"# Peer learning on the GCM\n\n{table}")


def test_round_tables_go_by_letters_too() -> None:
    """And by their title."""
    text = "# XXIV Conferencia Suramericana sobre Migraciones\n\nLima, 14 de octubre de 2026\n\nMesa redonda A: vías "
    said = _told(f"{text}regulares (objetivos 5, 6 y 18).", SPANISH)
    assert [
        one for one in said if one.startswith("Round table A of the Twenty-fourth South American") and "partOf" in one
    ]


def test_a_name_that_two_meetings_share_is_no_name_of_either() -> None:
    """Each keeps the names with its day."""
    text = "The workshop on data of 3 May 2021 and the workshop on data of 4 June 2022 were useful."
    labels = [{label for label, _ in one.labels} for one in in_world(text).descriptions if one.cls == "Event"]
    assert len(labels) == 2
    assert not labels[0] & labels[1]


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("# Save the dates\n\n- 14 September 2027, New York: briefing by the Coordinator on the GCM\n"
         "- 5-7 October 2027, Astana: Asia-Pacific Regional Review, hosted by Kazakhstan",
         {"2027-09-14", "place/new-york", "2027-10-05/2027-10-07", "place/astana"}),
        ("# Voluntary report of Guatemala on the GCM\n\nTwo national consultations were held:\n\n- Lima, 14 October "
         "2025, with 96 persons.\n- Quito, 6 November 2025, with 50 persons.",
         {"2025-10-14", "place/lima", "2025-11-06", "place/quito"}),
        ("The Consultative Forum, open to all Member States, was held on 5 May 2026 in New York.",
         {"2026-05-05", "place/new-york"}),
        ("The review for the ECE region is confirmed for 14 October 2024 in Geneva.", {"2024-10-14", "place/geneva"}),
    ],
)  # fmt: skip
def test_settings_of_lines_and_lists(text: str, settings: set[str]) -> None:
    """A line that opens with a day and a place; a list under the line that names its meetings; an aside; a review."""
    assert settings <= set_in(text)


def test_a_meeting_with_an_organ_of_a_body_is_that_of_the_body() -> None:
    """On the same day and of the same kind."""
    title = "# Consultation on the Global Forum on Migration and Development (GFMD) and the Compact, 4 April 2019"
    records = records_of(
        f"{title}\n\nThe chair led a consultation meeting with the Friends of the Forum on 4 April 2019."
    )
    assert len([path for path in named(records) if path.startswith("event/")]) == 1


def test_what_was_not_held_has_no_day() -> None:
    """Nor a place."""
    assert not set_in("- Seventh Ministerial Consultation of the Colombo Process: Dhaka, May 2022 (postponed)")


def test_a_numeral_stands_alone_before_a_conference() -> None:
    """It is the tenth, and no other."""
    text = "La XXIV Conferencia Suramericana sobre Migraciones (CSM) se celebró en Lima el 3 de mayo de 2026. El plan, "
    said = _told(f"{text}aprobado por la X Conferencia en Cochabamba en octubre de 2010, sigue vigente.", SPANISH)
    assert [one for one in said if one.startswith("Tenth") and "Cochabamba" in one]


def test_parts_of_a_programme_are_on_its_days() -> None:
    """The heading above them tells which."""
    text = (
        "# 14th GFMD Summit\n\nGeneva, 23-25 January 2024\n\n# Agenda\n\n## Tuesday, 23 January 2024\n\n1. Roundtable "
        "1. Diaspora engagement\n\n## Wednesday, 24 January 2024\n\n2. Roundtable 3. Public narratives\n\n## 13:15 "
        "Side events\n\n- Return migration and the local economy. Organizers: Georgia and ICMPD"
    )
    days = {one.subject: one.value for one in claims(in_world(text), "takesPlaceOn")}
    assert sorted(day for part, day in days.items() if part.startswith(("roundtable/", "event/side"))) == [
        "2024-01-23", "2024-01-24", "2024-01-24"
    ]  # fmt: skip


def test_news_is_not_of_the_day_of_its_meeting() -> None:
    """A headline names no meeting; the paragraph under it tells of one."""
    text = (
        "# Freetown workshop puts migration data at the centre\n\n22 May 2025\n\nThe Network adopted its plan on the "
        "GCM at a retreat held in Freetown on 19 and 20 May."
    )
    assert "2025-05-22" not in set_in(text)


def test_a_paper_is_about_no_meeting_that_only_a_clause_of_it_tells_of() -> None:
    """What it is about stands with its day or place outright."""
    text = (
        "# Chad counts its migrants anew\n\nChad has renewed its statistics for the Global Compact for Migration. A "
        "workshop prepared with IOM took 30 officials to Lomé on 5 May 2026.\n\nGabon took the floor.\n\n" + WORLD
    )
    records = records_of(text)
    assert [one.value for one in claims(records, "takesPlaceOn")] == ["2026-05-05"]
    assert not claims(records, "spokeAt", modality=None)
