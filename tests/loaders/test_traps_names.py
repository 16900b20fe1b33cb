"""Names that look alike, names inside names, and documents of other worlds that use the same words."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.loaders.told import claims, in_world, named, records_of, subjects, told

LOOK_ALIKES = sorted(
    path
    for path in (ROOT / "benchmarks" / "extraction" / "development" / "documents").iterdir()
    if path.name.startswith(("ocean-", "pacto-"))
)


def states(text: str) -> dict[str, set[str]]:
    """States named in a text, with the words that name each."""
    return {path: words for path, words in named(in_world(text)).items() if path.startswith("state/")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niger and Nigeria share a border.", {"state/niger": "Niger", "state/nigeria": "Nigeria"}),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea reported.",
            {
                "state/guinea": "Guinea",
                "state/guinea-bissau": "Guinea-Bissau",
                "state/equatorial-guinea": "Equatorial Guinea",
                "state/papua-new-guinea": "Papua New Guinea",
            },
        ),
        (
            "Dominica and the Dominican Republic are two states.",
            {"state/dominica": "Dominica", "state/dominican-republic": "Dominican Republic"},
        ),
        (
            "The Congo and the Democratic Republic of the Congo share a river.",
            {"state/congo": "Congo", "state/democratic-republic-of-the-congo": "Democratic Republic of the Congo"},
        ),
        (
            "The Republic of Korea and the Democratic People's Republic of Korea are two states.",
            {
                "state/republic-of-korea": "Republic of Korea",
                "state/democratic-people-s-republic-of-korea": "Democratic People's Republic of Korea",
            },
        ),
        ("Sudan and South Sudan took part.", {"state/sudan": "Sudan", "state/south-sudan": "South Sudan"}),
        ("Georgia reported on its border crossings.", {"state/georgia": "Georgia"}),
    ],
    ids=["niger", "guinea", "dominica", "congo", "korea", "sudan", "georgia"],
)
def test_states_with_names_alike_are_told_apart(text: str, found: dict[str, str]) -> None:
    """Each state is named by its own words, and none by a part of another's name."""
    assert {
        path: {word.removeprefix("the ").removeprefix("The ") for word in words} for path, words in states(text).items()
    } == {path: {word} for path, word in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "The workshop took place in Mexico City.",
        "The mayor of Santa Fe, New Mexico, welcomed the idea.",
        "A taller se celebró en la Ciudad de México.",
        "The University of New Mexico published a study.",
    ],
)
def test_a_name_that_holds_that_of_a_state_is_no_state(text: str) -> None:
    """Mexico City and New Mexico are not Mexico."""
    assert "state/mexico" not in states(text)


@pytest.mark.parametrize(
    "text", ["Atlanta, Georgia, hosted a fair.", "Ms. Georgia Papadopoulos, Director of IOM, spoke."]
)
def test_georgia_is_also_a_first_name_and_a_state_of_the_united_states(text: str) -> None:
    """A person called Georgia, and Atlanta's Georgia, are not the state."""
    assert "state/georgia" not in states(text)


def test_a_state_behind_a_city_is_a_place_not_an_actor() -> None:
    """Offices "in San José, Costa Rica" that organise a workshop do not make Costa Rica its organiser."""
    records = in_world(
        "IOM's Regional Offices in Nairobi and San José, Costa Rica organized a regional workshop on 3 May 2021."
    )
    actors = {one.subject for one in records.claims if one.predicate not in ("takesPlaceIn", "takesPlaceOn", "partOf")}
    assert "state/costa-rica" not in actors
    assert any(path.startswith("un-entity/iom") for path in subjects(records, "organizes"))


def test_the_city_of_a_meeting_says_nothing_of_who_hosts() -> None:
    """A meeting in Puebla, Mexico takes place in both, and Mexico neither hosts nor attends it by that."""
    records = in_world("The workshop on data took place in Puebla, Mexico on 29 and 30 July 2021.")
    assert {one.object for one in claims(records, "takesPlaceIn")} == {"place/puebla", "state/mexico"}
    assert {one.predicate for one in records.claims if one.subject == "state/mexico"} == set()


def test_the_network_is_that_of_the_document() -> None:
    """What is called "the Network" is that on Migration where the document names it."""
    there = records_of(
        "The United Nations Network on Migration (Network) met. The Network supports the GCM and the IMRF."
    )
    assert {"Network"} <= {
        word.removeprefix("the ").removeprefix("The ") for word in named(there)["un-entity/un-network-on-migration"]
    }


def test_a_network_of_others_is_not_that_on_migration() -> None:
    """What is called "the Network" where the Network on Migration is never named is another."""
    elsewhere = records_of("The Network met in May. The Network has 40 members, and the Network elects a chair.")
    assert "un-entity/un-network-on-migration" not in named(elsewhere)


def test_an_acronym_means_what_the_document_says() -> None:
    """RCM is the Regional Coordination Mechanism where the document defines it so, even beside the Compact."""
    records = in_world("The Regional Coordination Mechanism (RCM) met on 3 May 2021. The RCM is chaired by Ghana.")
    assert "regional-process/rcm" not in named(records)
    assert "regional-process/rcm" not in {one.object for one in records.claims}


def test_a_long_form_that_is_only_like_a_name_says_so() -> None:
    """It is linked, with its short form, by a method that people are asked to review; an exact one is not."""
    alike = in_world("The Regional Conference on Human Migration (RCM) met. Mexico chaired the RCM.")
    exact = in_world("The Regional Conference on Migration (RCM) met. Mexico chaired the RCM.")
    for records, methods in ((alike, {"fuzzy"}), (exact, {"name", "definition", "official", "acronym"})):
        found = {m.method for m in records.mentions if m.entity == "regional-process/rcm"}
        assert found
        assert found <= methods


def test_an_acronym_without_definition_claims_nothing() -> None:
    """RCM alone, however often, in a document that says nowhere what it is, places nobody in the chair of ours."""
    text = "# Note\n\nThe RCM met on 3 May 2021 under the presidency of Mexico. " + "The RCM has nine clusters. " * 5
    assert told(records_of(text)) == []


def test_a_line_that_serves_as_title_makes_no_world() -> None:
    """A text of one line has no title, so its acronym does not count as one in a title."""
    assert told(records_of("The RCM met on 3 May 2021 under the presidency of Mexico.")) == []


@pytest.mark.parametrize("path", LOOK_ALIKES, ids=lambda path: path.stem)
def test_look_alikes_claim_nothing(path: Path) -> None:
    """Champion countries of the Commonwealth, the Compact of business: entities are named, nothing is claimed."""
    records = records_of(path.read_text(encoding="utf-8"), name=path.name)
    assert records.claims == ()
    assert any(entity.startswith("state/") for entity in named(records))


def test_the_compact_on_refugees_is_another() -> None:
    """The Global Compact on Refugees is not that for Migration, and "the Global Compact" beside it is neither's."""
    records = records_of(
        "# The Global Compact on Refugees\n\nStates met at the Global Refugee Forum. Switzerland hosted the Forum on "
        "3 May 2021. Ghana endorsed the Global Compact on Refugees."
    )
    assert records.claims == ()
    assert "instrument/gcm" not in named(records)


def test_a_forum_called_like_ours_is_not_ours() -> None:
    """IMRF, defined as a forum on marine research, is not the review forum, even in a document of this world."""
    records = records_of(
        "The United Nations Network on Migration supports the Global Compact for Safe, Orderly and Regular Migration."
        "\n\nThe International Marine Research Forum (IMRF) of 3 May 2021 was hosted by Ghana. The IMRF ended."
    )
    assert {"process/imrf", "event/imrf-2022"} & set(named(records)) == set()
    assert {"process/imrf", "event/imrf-2022"} & {one.object for one in records.claims} == set()


def test_a_document_in_arabic_claims_nothing() -> None:
    """Arabic is not read for claims: the text is kept, names may be found, nothing is claimed, the flag says so."""
    records = records_of(
        "الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية\n\n"
        "شاركت المغرب ومصر في الاجتماع الذي عقدته شبكة الأمم المتحدة المعنية بالهجرة في 3 أيار/مايو 2021.",
        name="note.txt",
    )
    assert records.claims == ()
    assert records.document.language == "ar"
    assert "language" in {flag.kind for flag in records.document.flags}
    assert "الهجرة" in "".join(passage.text for passage in records.passages)


def test_capitals_do_not_make_a_name_of_a_word() -> None:
    """The word "who" is no World Health Organization, "chad" and "turkey" are no states."""
    found = named(in_world("Those who took part ate turkey, and nobody counted a hanging chad."))
    assert {"un-entity/who", "state/chad", "state/turkiye"} & set(found) == set()


def test_nothing_is_claimed_where_the_world_is_not_named() -> None:
    """A workshop of a document that names no anchor of this world is none of ours."""
    assert told(records_of("Ghana took the floor at the workshop held on 3 May 2021, hosted by Iraq.")) == []


def test_a_hearing_before_a_regional_review_is_not_that_of_the_review_forum() -> None:
    """The forum is named but once, as what comes later; its own papers name it again and again."""
    paper = (
        "# MEDIA ADVISORY\n\n## Africa reviews the Global Compact for Migration: Kigali, 12-13 November 2024\n\n"
        "A multi-stakeholder hearing takes place on the day before. Rwanda is the host of the review.\n\n"
        "The outcome will be passed on to the International Migration Review Forum in 2026."
    )
    assert not {path for path in named(records_of(paper)) if path.endswith("-hearing")}
    of_forum = (
        "# IMRF 2022: summary\n\nThe International Migration Review Forum (IMRF) opened on 17 May 2022. Migrants "
        "spoke at the IMRF.\n\nA multi-stakeholder hearing came first."
    )
    assert "event/imrf-2022-hearing" in named(records_of(of_forum))
