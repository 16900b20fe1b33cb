"""What a text does not say: observers are no members, votes no membership, plans and wishes no facts."""

import pytest

from graph.records import Modality, Polarity
from tests.loaders.told import claims, in_world, named, records_of, subjects, told

COMPACT = "instrument/gcm"


def test_an_observer_is_no_member() -> None:
    """States that observe a process or meeting are observers of it and nothing more."""
    records = in_world("Fiji and Jamaica attended the workshop of 3 May 2021 as observers.")
    assert subjects(records, "observerOf") == {"state/fiji", "state/jamaica"}
    assert subjects(records, "memberOf", modality=None) == set()
    assert subjects(records, "participatesIn", modality=None) == set()


def test_a_speaker_is_no_champion() -> None:
    """Who takes the floor at a meeting of the champion countries is not one by that."""
    records = in_world(
        "Luxembourg and Egypt took the floor at the technical meeting of Champion countries of 3 May 2021."
    )
    assert subjects(records, "spokeAt") == {"state/luxembourg", "state/egypt"}
    assert subjects(records, "championOf", modality=None) == set()


def test_attendance_is_no_membership() -> None:
    """Who attends a meeting of a regional conference is not a member of it."""
    records = in_world(
        "The United States and Belize participated in a meeting of the Regional Conference on Migration on 3 May 2021."
    )
    assert subjects(records, "participatesIn") == {"state/united-states", "state/belize"}
    assert subjects(records, "memberOf", modality=None) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Czechia, Hungary and Israel voted against the Global Compact for Migration.",
        "Austria and Chile abstained in the vote on the Global Compact for Migration.",
        "Hungría votó en contra del Pacto Mundial para la Migración.",
        "La Hongrie a voté contre le Pacte mondial pour des migrations sûres, ordonnées et régulières.",
    ],
)
def test_a_vote_says_nothing_of_being_a_party(text: str) -> None:
    """A vote against, or an abstention, is neither a denial of being a party nor an endorsement."""
    records = in_world(text)
    assert [one for one in records.claims if one.predicate in ("partyTo", "endorses")] == []


def test_not_part_of_is_a_denial() -> None:
    """Only "not part of" denies; the denial is of the Compact, for each of the states."""
    records = in_world("The United States and the Dominican Republic are not part of the Global Compact for Migration.")
    denied = {
        (one.subject, one.object)
        for one in records.claims
        if one.predicate == "partyTo" and one.polarity is Polarity.NEGATIVE and one.modality is Modality.ASSERTED
    }
    assert denied == {("state/united-states", COMPACT), ("state/dominican-republic", COMPACT)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ghana could host the workshop on data.", "hosts"),
        ("Ghana might chair the Regional Conference on Migration.", "chairs"),
        ("Ghana should contribute to the Migration Multi-Partner Trust Fund.", "contributesTo"),
        ("States requested that Ghana organize a workshop on 3 May 2021.", "organizes"),
        ("It is proposed that Ghana host the workshop of 3 May 2021.", "hosts"),
        ("Ghana will host the workshop of 3 May 2021.", "hosts"),
        ("Some participants suggested that Ghana hosted the workshop of 3 May 2021.", "hosts"),
        ("Ghana podría acoger el taller del 3 de mayo de 2021.", "hosts"),
        ("Le Ghana pourrait accueillir l'atelier du 3 mai 2021.", "hosts"),
        ("Ghana is encouraged to become a GCM Champion country.", "championOf"),
    ],
)
def test_what_is_not_done_yet_is_not_asserted(text: str, relation: str) -> None:
    """Possible, recommended, requested, proposed, planned and reported things are no facts."""
    assert subjects(in_world(text), relation) == set()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ghana did not take the floor at the workshop of 3 May 2021.", "spokeAt"),
        ("Ghana does not chair the Regional Conference on Migration.", "chairs"),
        ("Ghana is not a GCM Champion country.", "championOf"),
        ("Ghana is not a member of the Regional Conference on Migration.", "memberOf"),
        ("Ghana declined to host the workshop of 3 May 2021.", "hosts"),
        ("Ghana no acogió el taller del 3 de mayo de 2021.", "hosts"),
        ("Le Ghana n'a pas participé à l'atelier du 3 mai 2021.", "participatesIn"),
    ],
)
def test_what_is_denied_is_not_affirmed(text: str, relation: str) -> None:
    """A denial gives no affirmed claim, whatever its modality."""
    assert subjects(in_world(text), relation, modality=None) == set()


def test_the_forum_could_act_as_a_mechanism_without_doing_so() -> None:
    """A role that a forum could play makes it part of nothing and leader of nothing."""
    records = in_world(
        "The Global Forum on Migration and Development (GFMD) could act as a mechanism to collect reports to the IMRF."
    )
    asserted = [one for one in records.claims if "process/gfmd" in (one.subject, one.object)]
    assert [one for one in asserted if one.modality is Modality.ASSERTED] == []


def test_non_champions_are_no_champions() -> None:
    """What is told of non-champion countries names no champion."""
    assert subjects(in_world("Non-champion countries such as Ghana and Iraq asked for support."), "championOf") == set()


def test_co_leads_behind_a_dash() -> None:
    """Bodies behind "on behalf of the co-leads –" lead the group; the person before it is none of them."""
    records = in_world(
        "The Network's core working group on national implementation plans (Kristin Eitel/IOM on behalf of the "
        "co-leads – IOM, OHCHR, UNDP) presented the latest at the workshop of 3 May 2021."
    )
    led = {(one.subject, one.object) for one in claims(records, "leads")}
    assert {subject for subject, _ in led} == {"un-entity/iom", "un-entity/ohchr", "un-entity/undp"}
    (group,) = {target for _, target in led}
    assert str(group).startswith("working-group/")


def test_name_and_body_behind_a_slash() -> None:
    """Behind a slash stands the body a person is of: both lead the group, the person speaks."""
    records = in_world(
        "The co-leads of the Network working group on Bilateral Labour Migration Agreements (Michele Leighton/ILO and "
        "Marina Manke/IOM) updated the Champions at the workshop of 3 May 2021."
    )
    assert {"person/michele-leighton", "un-entity/ilo", "person/marina-manke", "un-entity/iom"} <= set(named(records))
    assert {"un-entity/ilo", "un-entity/iom", "person/michele-leighton", "person/marina-manke"} == subjects(
        records, "leads"
    )
    assert not subjects(records, "spokeAt") & {"un-entity/ilo", "un-entity/iom"}


@pytest.mark.parametrize(
    "opening",
    [
        "A consultation was held on 12 April 2021. The following States participated: ",
        "The following States participated in the consultation of 12 April 2021: ",
    ],
    ids=["list-alone", "list-behind-its-event"],
)
def test_brackets_inside_brackets_do_not_end_a_list(opening: str) -> None:
    """A state with "(2021 Presidency Pro-Tempore of the ... [SACM])" behind it is one of a list, and presides."""
    records = in_world(
        f"{opening}Argentina (2021 Presidency Pro-Tempore of the South American Conference on Migration [SACM]), "
        "Costa Rica, El Salvador and Peru."
    )
    took_part = subjects(records, "participatesIn")
    assert took_part == {"state/argentina", "state/costa-rica", "state/el-salvador", "state/peru"}
    presidencies = {(one.subject, one.object, one.when.edtf if one.when else None) for one in claims(records, "chairs")}
    assert presidencies == {("state/argentina", "regional-process/sacm", "2021")}


def test_a_list_in_a_footnote_belongs_to_what_carries_its_number() -> None:
    """A list in a footnote names the members of the noun that the number hangs on, with both places as evidence."""
    records = in_world(
        "On 12 April 2021 the Network held a consultation with regional platforms and organizations<sup>1</sup>.\n\n---"
        "\n\n<sup>1</sup> The following entities participated: Ghana, Iraq, Organization of American States (OAS)."
    )
    took_part = claims(records, "participatesIn")
    assert {one.subject for one in took_part} == {
        "state/ghana",
        "state/iraq",
        "organization/organization-of-american-states",
    }
    (event,) = {one.object for one in took_part}
    assert (event, "2021-04-12") in {(one.subject, one.value) for one in claims(records, "takesPlaceOn")}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("IMRF Roundtable 2: objectives 4 to 6.", {4, 5, 6}),
        ("IMRF Roundtable 2: objectives 8-11 and 13.", {8, 9, 10, 11, 13}),
        ("IMRF Roundtable 3: Objectives: 14, 15, 16 and 22.", {14, 15, 16, 22}),
        ("IMRF Roundtable 4: GCM Objectives 1, 3, 7, and 17.", {1, 3, 7, 17}),
        ("Mesa redonda 1 del IMRF: objetivos 2, 5 y 6.", {2, 5, 6}),
        ("Table ronde 1 de l'IMRF : objectifs 2, 5 et 6.", {2, 5, 6}),
    ],
)
def test_objectives_by_number(text: str, numbers: set[int]) -> None:
    """Lists and ranges of numbers are objectives, each of them, and no others."""
    covered = claims(in_world(text), "coversObjective")
    assert {one.object for one in covered} == {f"objective/{number}" for number in numbers}
    assert len({one.subject for one in covered}) == 1


def test_numbers_beyond_the_last_objective_are_none() -> None:
    """The Compact has 23 objectives: 24 is none, nor is the number of another plan's goal."""
    records = in_world("IMRF Roundtable 4: objectives 22, 23, 24 and 40.")
    assert {one.object for one in claims(records, "coversObjective")} <= {"objective/22", "objective/23"}


ROUNDTABLES = (
    "# International Migration Review Forum 2022\n\nThe Forum reviews the Global Compact for Migration (GCM).\n\n"
    "| Roundtable | Objectives | Co-chairs |\n|---|---|---|\n"
    "| 1 | 2, 5, 6, 12 and 18 | Ghana and Iraq |\n| 2 | 4, 8 and 9 | Peru and Nepal |\n"
)


def test_a_table_of_roundtables_with_a_column_of_numbers() -> None:
    """A row numbered under "Roundtable" gives that roundtable its objectives."""
    covered = {(one.subject, one.object) for one in claims(records_of(ROUNDTABLES), "coversObjective")}
    assert covered == {
        *(("roundtable/imrf-2022-1", f"objective/{n}") for n in (2, 5, 6, 12, 18)),
        *(("roundtable/imrf-2022-2", f"objective/{n}") for n in (4, 8, 9)),
    }


def test_a_table_of_roundtables_with_a_column_of_co_chairs() -> None:
    """The cell under "Co-chairs" names those of the roundtable of its row, not of its neighbours."""
    assert {(one.subject, one.object) for one in claims(records_of(ROUNDTABLES), "coChairs", modality=None)} == {
        ("state/ghana", "roundtable/imrf-2022-1"),
        ("state/iraq", "roundtable/imrf-2022-1"),
        ("state/peru", "roundtable/imrf-2022-2"),
        ("state/nepal", "roundtable/imrf-2022-2"),
    }


OTHER_OPENINGS = [
    "# Governments take stock in Bangkok\n\nThe second review of the Global Compact for Migration (GCM) in Asia and "
    "the Pacific ended here on 6 March 2025. Its results go to the International Migration Review Forum (IMRF).\n\n",
    "# Balance de dos jornadas\n\nTerminó ayer en Lima la segunda revisión del Pacto Mundial para la Migración "
    "(PMM) en la región. Sus conclusiones irán al Foro de Examen de la Migración Internacional (FEMI).\n\n",
    "# Deux jours pour un bilan\n\nL'examen à mi-parcours du Pacte mondial pour les migrations s'est tenu à Tunis. Le "
    "Forum d'examen des migrations internationales (FEMI) en prendra connaissance.\n\n",
]
OWN_OPENINGS = [
    "# Governments gather in New York\n\nThe International Migration Review Forum (IMRF) opened on 5 May 2026. "
    "Regional reviews of the Global Compact for Migration (GCM) had prepared it.\n\n",
]


@pytest.mark.parametrize("opening", OTHER_OPENINGS)
def test_the_numbered_tables_of_a_review_are_not_those_of_the_forum(opening: str) -> None:
    """The paper says in its first lines what it is on; the forum that it goes on to name has other round tables."""
    about = claims(records_of(opening + "Round table 2 dealt with objectives 4 and 8."), "coversObjective")
    assert not any(one.subject.startswith("roundtable/imrf") for one in about)


@pytest.mark.parametrize("opening", OWN_OPENINGS)
def test_the_numbered_tables_of_a_paper_on_the_forum_are_the_forums(opening: str) -> None:
    """Also where reviews are named behind it."""
    about = claims(records_of(opening + "Round table 2 dealt with objectives 4 and 8."), "coversObjective")
    assert {one.subject for one in about} == {"roundtable/imrf-2026-2"}


def test_a_term_that_is_over_is_told_so() -> None:
    """Those who served a full term sat on the committee and left it; those serving sit on it."""
    records = in_world(
        "Thanks go to the Champions serving on the Steering Committee of the Migration Multi-Partner Trust Fund (Ghana "
        "and Iraq) and to those which served a full term already (Ecuador and Morocco)."
    )
    seats = {one.subject: one.ended for one in claims(records, "memberOfCommittee")}
    assert seats == {"state/ghana": False, "state/iraq": False, "state/ecuador": True, "state/morocco": True}


def test_one_meeting_named_twice_is_one_event() -> None:
    """A later sentence's "the workshop" is the workshop named before."""
    records = in_world(
        "A workshop on data was held on 3 May 2021 in Geneva. Ghana took the floor at the workshop. "
        "Iraq hosted the workshop."
    )
    events = {one.object for one in (*claims(records, "spokeAt"), *claims(records, "hosts"))}
    events |= {one.subject for one in claims(records, "takesPlaceOn")}
    assert len(events) == 1


def test_a_day_without_a_year_keeps_none() -> None:
    """A date whose year nothing settles is not given one."""
    records = in_world("A workshop on data was held on 19 January.")
    assert {one.value for one in claims(records, "takesPlaceOn", modality=None)} <= {"XXXX-01-19"}


@pytest.mark.parametrize(
    "text",
    [
        "Remittances reached USD 700 billion worldwide.",
        "There are 281 million migrants and 193 states in the world.",
        "Objective 23 has three parts.",
    ],
)
def test_figures_of_the_wide_world_are_not_those_of_the_fund(text: str) -> None:
    """Numbers that count nothing of this world hang on nothing of it."""
    assert subjects(in_world(text), "hasCount") & {"fund/migration-mptf", "process/gcm-champion-countries"} == set()


def test_a_target_beside_a_sum_is_not_told_as_contributed() -> None:
    """Of two sums in a sentence, each is of the kind its own words say."""
    records = in_world(
        "In 2019 eight Member States contributed USD 12 million to the Migration Multi-Partner Trust Fund, on its way "
        "to meet its first-year funding target of USD 25 million."
    )
    kinds = {str(one.value): one.measure for one in claims(records, "hasCount") if one.unit == "USD"}
    assert kinds["12000000"] == "contributed"
    assert kinds.get("25000000", "target") == "target"


def test_the_united_nations_in_the_name_of_their_entities_is_no_member() -> None:
    """What "all UN entities" do is not done by the United Nations."""
    records = in_world(
        "The enhanced cooperation of all UN entities that have joined the UN Network on Migration is welcome."
    )
    assert subjects(records, "memberOf", modality=None) == set()


def test_a_member_of_the_committee_is_not_by_that_told_to_be_one_of_the_body() -> None:
    """Joining the Network's Executive Committee is a seat on the committee."""
    records = in_world("WHO has joined the Executive Committee of the United Nations Network on Migration.")
    assert subjects(records, "memberOfCommittee") == {"un-entity/who"}
    assert subjects(records, "memberOf") == set()
    records = in_world(
        "The United Nations Network on Migration (Network). WHO has joined the Network's Executive Committee."
    )
    assert subjects(records, "memberOfCommittee") == {"un-entity/who"}
    assert subjects(records, "memberOf") == set()


def test_what_is_claimed_rests_on_the_sentence_that_says_so() -> None:
    """The evidence of a claim holds the words of both its ends, or says what was inferred."""
    records = records_of(
        "The Global Compact for Migration (GCM) and the International Migration Review Forum.\n\n"
        "Mexico hosted the workshop of 3 May 2021. Ghana endorsed the Progress Declaration."
    )
    (hosting,) = claims(records, "hosts")
    text = {one.id: one.exact for one in records.evidence}[hosting.evidence[0]]
    assert text == "Mexico hosted the workshop of 3 May 2021."


def test_the_same_thing_said_twice_is_two_claims_and_once_in_the_telling() -> None:
    """Two sentences that say the same are two claims, each with its own evidence."""
    records = in_world(
        "Ghana hosted the workshop of 3 May 2021. Later on, Ghana hosted the workshop of 3 May 2021 with joy."
    )
    hosting = claims(records, "hosts")
    assert len(hosting) == 2
    assert len({one.evidence for one in hosting}) == 2
    assert len(set(told(records))) < len(told(records))
