"""The facts of five real documents, asked by name: what they state, with the sentence, and where they disagree.

The documents lie beside the checkout (`../shared/corpus`) and are not part of it; without them there is nothing to ask.
"""

from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode

from graph.contract import Row, View
from graph.publish import ensure_reference
from graph.stores.store_memory import MemoryStore
from loaders.run import load
from ontology.namespaces import DOCUMENT, ID, ONTOLOGY
from ontology.settings import load_settings
from tests.conftest import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the five documents are not beside this checkout")

SUMMARY = "000-d905fd9a39242037"
CONSULTATION = "001-f708cc3af240141b"
LEAFLET = "002-c76ad7cf37adb0e0"
NOTE = "003-c614dd5af4a34529"
BRIEFING = "004-302ed586992faf97"

ROUNDTABLE = "roundtable/imrf-2022-4"
COMMITTEE = "working-group/migration-mptf-steering-committee"
FUND = "fund/migration-mptf"
CHAMPIONS = "process/gcm-champion-countries"
TOOK_THE_FLOOR = set(
    "cambodia canada colombia ecuador egypt ghana indonesia luxembourg mexico niger philippines portugal "
    "thailand".split()
)
FIRST_CHAMPIONS = set(
    "bangladesh canada el-salvador ethiopia guinea-bissau ghana indonesia mexico morocco nepal philippines portugal "
    "senegal thailand".split()
)
IN_THE_REGION = set("colombia costa-rica ecuador el-salvador honduras mexico".split())
NETWORK_IN_THE_REGION = {
    "ohchr", "unhcr", "fao", "ilo", "un-women", "unaids", "paho", "wfp", "undp", "unesco", "unfpa", "un-habitat",
    "unicef", "unido", "unodc",
}  # fmt: skip
AT_THE_CONSULTATION = {
    "argentina", "costa-rica", "el-salvador", "guatemala", "honduras", "panama", "mexico", "peru",
}  # fmt: skip


@pytest.fixture(scope="module")
def view() -> Iterator[View]:
    """The graph after `gcm load` of the five documents, with the reference data."""
    settings = load_settings({}, store_url="memory:")
    store = MemoryStore(settings)
    ensure_reference(store)
    done = load([CORPUS], store, settings)
    assert (len(done.loaded), done.failures) == (5, ())
    with store.view() as view:
        yield view
    store.close()


def entity(path: str) -> NamedNode:
    return NamedNode(f"{ID}{path}")


def text(row: Row, column: str) -> str:
    """The IRI or the words of a column, "" where it has none; our own IRIs by what follows the prefix."""
    term = row[column]
    if term is None:
        return ""
    value = term.value
    for prefix in (ID, DOCUMENT, ONTOLOGY):
        value = value.removeprefix(prefix)
    return value


def tails(rows: list[Row], column: str) -> set[str]:
    """The last parts of the IRIs of a column."""
    return {text(row, column).rsplit("/", 1)[-1] for row in rows}


def of(rows: list[Row], **wanted: str) -> list[Row]:
    """The rows that have these values."""
    return [row for row in rows if all(text(row, column) == value for column, value in wanted.items())]


def said_in(view: View, document: str) -> list[Row]:
    """All that one document states."""
    return view.rows("claims_of_document", document=NamedNode(f"{DOCUMENT}{document}"))


def champions_meeting(view: View) -> NamedNode:
    """The meeting of 3 November 2021, found as what the summary says took place on that day."""
    return event_on(view, SUMMARY, "2021-11-03", "meeting")


def event_on(view: View, document: str, date: str, word: str) -> NamedNode:
    """The one event of a document that takes place at a time and has a word in its name."""
    claims = said_in(view, document)
    found = {
        text(row, "subject") for row in of(claims, property="takesPlaceOn", object=date) if word in text(row, "subject")
    }
    assert len(found) == 1, found
    return entity(found.pop())


def test_roundtable_4_has_four_objectives_by_one_document_and_five_by_another(view: View) -> None:
    """The leaflet gives objectives 1, 3, 7 and 17, the concept note 23 as well."""
    rows = view.rows("roundtable_objectives_by_document", roundtable=entity(ROUNDTABLE))
    assert tails(of(rows, document=LEAFLET), "objective") == {"1", "3", "7", "17"}
    assert tails(of(rows, document=NOTE), "objective") == {"1", "3", "7", "17", "23"}
    assert {text(row, "document") for row in rows} == {LEAFLET, NOTE}


def test_the_disagreement_on_objective_23_shows_both_sentences_and_why(view: View) -> None:
    """One disagreement between the documents, on that objective; the reading with it is preferred, for a reason."""
    rows = of(view.rows("disagreement_sentences"), subject=ROUNDTABLE)
    assert len({text(row, "disagreement") for row in rows}) == 1
    assert {text(row, "kind") for row in rows} == {"setDifference"}
    assert tails(rows, "member") == {"23"}
    (without,) = {text(row, "sentence") for row in of(rows, document=LEAFLET)}
    (with_it,) = {text(row, "sentence") for row in of(rows, document=NOTE)}
    assert "RT 4: Data, information and evidence-based policies (GCM Objectives 1, 3, 7, and 17)" in without
    assert "round table four: objectives 1, 3, 7, 17 and 23" in with_it
    assert {text(row, "preferred") for row in of(rows, document=NOTE)} == {"true"}
    assert {text(row, "preferred") for row in of(rows, document=LEAFLET)} == {"false"}
    assert all(text(row, "reason") for row in rows)


def test_only_real_differences_are_disagreements(view: View) -> None:
    """Growth of the champions, the refined date of the forum and the three agreed roundtables are none."""
    subjects = {text(row, "subject") for row in view.rows("disagreement_sentences")}
    assert subjects <= {ROUNDTABLE, LEAFLET}


def test_fourteen_champions_in_october_2020(view: View) -> None:
    """The briefing counts 14 countries and names them in its footnote."""
    rows = of(view.rows("champions_by_document"), document=BRIEFING)
    assert tails(rows, "state") == FIRST_CHAMPIONS
    assert len(FIRST_CHAMPIONS) == 14
    assert all(text(row, "date").startswith("2020-10") for row in rows)
    assert all(
        "willingness to become Champions" in text(row, "sentence") or "Bangladesh" in text(row, "sentence")
        for row in rows
    )
    counts = of(view.rows("champion_count"), document=BRIEFING)
    assert {text(row, "value") for row in counts} == {"14"}


def test_new_champions_and_a_total_of_25_on_3_november_2021(view: View) -> None:
    """One sentence welcomes Costa Rica and Niger and gives the total."""
    rows = [
        row
        for row in of(view.rows("champions_by_document"), document=SUMMARY)
        if text(row, "sentence").startswith("Welcomed new Champion countries Costa Rica and Niger, now as 25 Champions")
    ]
    assert tails(rows, "state") == {"costa-rica", "niger"}
    assert {text(row, "attested") for row in rows} == {"2021-11-03"}
    (count,) = of(view.rows("champion_count"), document=SUMMARY)
    assert (text(count, "value"), text(count, "attested")) == ("25", "2021-11-03")
    assert "now as 25 Champions" in text(count, "sentence")


def test_six_champions_in_the_region(view: View) -> None:
    """The leaflet names six countries of the region, in one sentence."""
    rows = of(view.rows("champions_by_document"), document=LEAFLET)
    assert tails(rows, "state") == IN_THE_REGION
    (sentence,) = {text(row, "sentence") for row in rows}
    assert sentence.startswith("Colombia, Costa Rica, Ecuador, El Salvador, Honduras and Mexico are part of a group")


def test_speakers_and_observers_are_not_made_champions(view: View) -> None:
    """Egypt, Cambodia and Luxembourg took the floor, Fiji and Jamaica observed: no document calls them champions."""
    champions = tails(view.rows("champions_by_document"), "state")
    assert (
        champions & {"egypt", "cambodia", "luxembourg", "fiji", "jamaica", "dominican-republic", "united-states"}
        == set()
    )


@pytest.mark.parametrize(
    ("relation", "target", "document", "date", "words"),
    [
        ("championOf", CHAMPIONS, SUMMARY, "2021-11-03", "Mexico"),
        ("championOf", CHAMPIONS, NOTE, "2021-09-17", "Champion countries (El Salvador, Honduras and Mexico)"),
        ("chairs", "regional-process/rcm", NOTE, "2021-09-17", "Mexico (2021 Presidency Pro-Tempore of the Regional"),
        (
            "memberOfCommittee",
            COMMITTEE,
            SUMMARY,
            "2021-11-03",
            "serving on the Steering Committee (Ghana, Iraq, Mexico",
        ),
        (
            "contributesTo",
            FUND,
            SUMMARY,
            "2021-11-03",
            "including by Champions (Portugal, Mexico, Philippines, Thailand)",
        ),
    ],
)
def test_what_mexico_is_and_does(view: View, relation: str, target: str, document: str, date: str, words: str) -> None:
    """Champion, presidency, committee and contributor, each with date and sentence."""
    rows = of(
        view.rows("country_roles", state=entity("state/mexico")), property=relation, object=target, document=document
    )
    assert rows
    assert {text(row, "date") for row in rows} == {date}
    assert any(words in text(row, "sentence") for row in rows)


def test_mexico_presides_over_the_conference_in_2021(view: View) -> None:
    """The period of the presidency is that which the text gives."""
    rows = of(
        view.rows("country_roles", state=entity("state/mexico")), property="chairs", object="regional-process/rcm"
    )
    assert {text(row, "period") for row in rows} - {""} == {"2021"}


def test_mexico_still_serves_on_the_committee(view: View) -> None:
    """Its term is not told to be over."""
    roles = view.rows("country_roles", state=entity("state/mexico"))
    assert {text(row, "ended") for row in of(roles, property="memberOfCommittee")} <= {"", "false"}


def test_the_meeting_in_puebla_was_in_mexico(view: View) -> None:
    """The meeting of 29 and 30 July 2021 took place in Puebla, Mexico, by the sentence that says so."""
    meeting = event_on(view, NOTE, "2021-07-29/2021-07-30", "consultation-group")
    rows = of(said_in(view, NOTE), subject=meeting.value.removeprefix(ID), property="takesPlaceIn")
    assert tails(rows, "object") == {"puebla", "mexico"}
    assert all("in Puebla, Mexico" in text(row, "sentence") for row in rows)


def test_mexico_is_shown_as_host_of_the_meeting_in_puebla(view: View) -> None:
    """The meeting held in Mexico is told with date and sentence: the text says where it was, and that is claimed."""
    meeting = event_on(view, NOTE, "2021-07-29/2021-07-30", "consultation-group")
    held = of(
        view.rows("meetings_held_in", place=entity("state/mexico")), event=meeting.value.removeprefix(ID), document=NOTE
    )
    assert held
    assert all("Puebla, Mexico" in text(row, "sentence") and text(row, "date") == "2021-09-17" for row in held)


@pytest.mark.parametrize("state", ["united-states", "dominican-republic"])
def test_in_the_conference_and_not_part_of_the_compact(view: View, state: str) -> None:
    """Each sat in the meeting of the Regional Conference, and each is said not to be part of the Compact."""
    meeting = event_on(view, NOTE, "2021-07-29/2021-07-30", "consultation-group")
    participants = of(view.rows("consultation_participants", event=meeting), participant=f"state/{state}")
    assert {text(row, "document") for row in participants} == {NOTE}
    assert all("with the participation of representatives from Belize" in text(row, "sentence") for row in participants)
    denied = of(view.rows("not_party"), state=f"state/{state}")
    assert {text(row, "instrument") for row in denied} == {"instrument/gcm"}
    assert all("are not part of the Global Compact" in text(row, "sentence") for row in denied)


@pytest.mark.parametrize("state", ["united-states", "dominican-republic"])
def test_attendance_and_denial_are_not_derived_from_each_other(view: View, state: str) -> None:
    """Either state took part and is not a party, each by a sentence of its own; no claim says more of it."""
    documents = (SUMMARY, CONSULTATION, LEAFLET, NOTE, BRIEFING)
    claims = [row for slug in documents for row in of(said_in(view, slug), subject=f"state/{state}")]
    assert {text(row, "property") for row in claims} == {"participatesIn", "partyTo"}
    sentences = {
        name: {text(row, "sentence") for row in of(claims, property=name)} for name in ("participatesIn", "partyTo")
    }
    assert sentences["participatesIn"].isdisjoint(sentences["partyTo"])
    assert {text(row, "polarity") for row in of(claims, property="partyTo")} == {"negative"}


def test_only_two_states_are_said_not_to_be_part(view: View) -> None:
    """No other state is denied anything by attending or by not attending."""
    assert tails(view.rows("not_party"), "state") == {"united-states", "dominican-republic"}


def test_thirteen_countries_took_the_floor(view: View) -> None:
    """The countries of one sentence, no more and no less; persons and the secretariat spoke beside them."""
    rows = view.rows("meeting_speakers", event=champions_meeting(view))
    states = [row for row in rows if text(row, "speaker").startswith("state/")]
    assert tails(states, "speaker") == TOOK_THE_FLOOR
    assert len(TOOK_THE_FLOOR) == 13
    assert all("took the floor and participated via the chat space" in text(row, "sentence") for row in states)


def test_five_observed(view: View) -> None:
    """Three states and two bodies were welcomed as observers."""
    rows = view.rows("meeting_observers", event=champions_meeting(view))
    assert tails(rows, "observer") == {
        "fiji", "jamaica", "luxembourg", "inter-parliamentary-union", "mayors-migration-council",
    }  # fmt: skip
    assert all("also welcomed observers to the meeting" in text(row, "sentence") for row in rows)


def test_who_sits_on_the_steering_committee_and_who_left(view: View) -> None:
    """Four serve on it, three served a full term already."""
    rows = view.rows("steering_committee", committee=entity(COMMITTEE))
    left = [row for row in rows if text(row, "ended") == "true"]
    assert tails(left, "member") == {"ecuador", "morocco", "thailand"}
    assert tails([row for row in rows if row not in left], "member") == {"ghana", "iraq", "mexico", "philippines"}
    assert all("which served a full term already (Ecuador, Morocco, Thailand)" in text(row, "sentence") for row in rows)


def test_fifteen_entities_in_the_network_of_the_region(view: View) -> None:
    """The agencies of the footnote are members of the Network for Latin America and the Caribbean."""
    rows = view.rows("network_members", body=entity("un-entity/un-network-lac"))
    assert tails(rows, "member") == NETWORK_IN_THE_REGION
    assert len(NETWORK_IN_THE_REGION) == 15
    assert {text(row, "document") for row in rows} == {NOTE}


def test_fifteen_states_and_bodies_at_the_consultation(view: View) -> None:
    """Eight states and seven bodies took part on 12 April 2021; Argentina's and Mexico's brackets end no list."""
    rows = view.rows("consultation_participants", event=event_on(view, NOTE, "2021-04-12", "consultation"))
    found = {text(row, "participant") for row in rows}
    assert len(found) == 15
    assert {path.removeprefix("state/") for path in found if path.startswith("state/")} == AT_THE_CONSULTATION
    assert len([path for path in found if path.startswith("organization/")]) == 7


def test_the_group_on_bilateral_agreements_has_two_leads_and_two_persons(view: View) -> None:
    """ILO and IOM lead it, through Michele Leighton and Marina Manke."""
    rows = [
        row
        for row in view.rows("working_group_leads")
        if "Bilateral Labour Migration Agreements" in text(row, "groupName")
    ]
    assert len({text(row, "group") for row in rows}) == 1
    assert {text(row, "lead") for row in rows} == {
        "un-entity/ilo", "un-entity/iom", "person/michele-leighton", "person/marina-manke",
    }  # fmt: skip
    assert all("Michele Leighton/ILO and Marina Manke/IOM" in text(row, "sentence") for row in rows)


def test_the_document_without_a_date_has_an_interval_with_its_basis(view: View) -> None:
    """The briefing has an interval that begins in October 2020, by the order of events, and a note that says why."""
    (row,) = of(view.rows("document_dates"), document=BRIEFING)
    start, _, end = text(row, "date").partition("/")
    assert start.startswith("2020-10")
    assert end > start
    assert text(row, "basis") in {"orderOfEvents", "inferred"}
    assert text(row, "note")


def test_the_document_whose_heading_contradicts_its_text_is_flagged(view: View) -> None:
    """The leaflet of "September 2021" tells of January 2022 as past: it is flagged, and the others are not."""
    rows = view.rows("document_dates")
    flagged = [row for row in rows if text(row, "flag")]
    assert {text(row, "document") for row in flagged} == {LEAFLET}
    assert any("September 2021" in text(row, "message").replace("SEPTEMBER", "September") for row in flagged)


def test_the_forum_could_act_as_a_mechanism_by_its_participants(view: View) -> None:
    """What the forum could act as is possible, and attributed to the participants."""
    rows = [
        row
        for row in view.rows("possibilities")
        if text(row, "sentence").startswith("The GFMD could act as a mechanism to aggregate")
    ]
    assert rows
    assert {text(row, "modality") for row in rows} == {"possible"}
    assert all("participants" in text(row, "attributedTo") for row in rows)
    assert {text(row, "document") for row in rows} == {CONSULTATION}


def test_the_possible_mechanism_is_not_among_the_facts(view: View) -> None:
    """No fact rests on that sentence."""
    rows = view.rows("page_facts_of", subject=entity("process/gfmd")) + view.rows(
        "page_facts_to", object=entity("process/gfmd")
    )
    sentences = {
        text(sentence, "text")
        for row in rows
        if isinstance(fact := row["fact"], NamedNode)
        for sentence in view.rows("page_sentences_of_fact", fact=fact)
    }
    assert [one for one in sentences if "could act as a mechanism" in one] == []


@pytest.mark.parametrize(
    ("value", "document", "words"),
    [
        ("12000000", BRIEFING, "eight Member States contributed USD 12 million"),
        ("12500000", BRIEFING, "approximately USD 12.5 million"),
        ("20000000", SUMMARY, "USD 20 million has already been mobilized"),
    ],
)
def test_money_of_the_fund(view: View, value: str, document: str, words: str) -> None:
    """Sums in US dollars, each with the date of its document and its sentence."""
    rows = of(view.rows("figures", subject=entity(FUND)), value=value, unit="USD", document=document)
    assert len(rows) == 1
    assert words in text(rows[0], "sentence")
    assert text(rows[0], "attested")


@pytest.mark.parametrize(
    ("subject", "value", "unit", "document", "words"),
    [
        (FUND, "6", "programmes", BRIEFING, "six joint"),
        (FUND, "9", "programmes", SUMMARY, "9 joint programmes currently underway"),
        (
            "un-entity/un-network-on-migration",
            "31",
            "etworks",
            BRIEFING,
            "31 Networks have been integrated into UN country teams",
        ),
    ],
)
def test_counts_of_programmes_and_networks(
    view: View, subject: str, value: str, unit: str, document: str, words: str
) -> None:
    """Six programmes, later nine; 31 country networks: each with its date and sentence."""
    rows = [
        row
        for row in of(view.rows("figures", subject=entity(subject)), value=value, document=document)
        if unit in text(row, "unit")
    ]
    assert rows
    assert any(words in " ".join(text(row, "sentence").split()) for row in rows)
    assert all(text(row, "attested") for row in rows)
