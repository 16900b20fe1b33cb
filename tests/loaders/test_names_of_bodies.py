"""Groups, bodies, papers and places that no list has, and names that only look like them."""

import pytest

from tests.loaders.told import SPANISH, in_world, named, records_of, told


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The Gambia Returnees Initiative spoke.", "organization/gambia-returnees-initiative"),
        ("The Ghana Skills Alliance joined.", "organization/ghana-skills-alliance"),
        ("Expertise France took part.", "organization/expertise-france"),
        ("The Congregation of Scalabrini Sisters wrote.", "organization/congregation-of-scalabrini-sisters"),
        ("They adopted the Amman Messages on Migration.", "instrument/amman-messages-on-migration"),
        ("The guidance note on skills mobility was read.", "instrument/guidance-note-on-skills-mobility"),
        ("The work programme 2028-2029 was adopted.", "instrument/work-programme-2028-2029"),
        ("Working Group 3 on Access to Services met.", "working-group/working-group-3-on-access-to-services"),
        ("The Group of Friends of Migration met.", "working-group/group-of-friends-of-migration"),
        ("The Gulf Cooperation Council sent observers.", "organization/gulf-cooperation-council"),
        ("The Global Coalition on Migration spoke.", "organization/global-coalition-on-migration"),
        ("The Oxford Migration Observatory shared its data.", "organization/oxford-migration-observatory"),
        ("The working group on health met.", "working-group/working-group-on-health"),
        ("Thematic Workstream 3 reported.", "working-group/thematic-workstream-3"),
        ("The expert group on missing persons met.", "working-group/expert-group-on-missing-persons"),
        ("The Network of Consular Officers reported.", "working-group/network-of-consular-officers"),
        ("They discussed the Guidance Note on Firewalls.", "instrument/guidance-note-on-firewalls"),
        ("They welcomed the Cairo Key Messages.", "instrument/cairo-key-messages"),
        ("The Amman Checklist on Fair Recruitment is new.", "instrument/amman-checklist-on-fair-recruitment"),
        ("The workplan for 2025 was discussed.", "instrument/workplan-for-2025"),
        ("A delegation of New Mexico followed.", "place/new-mexico"),
        ("The meeting was held in Antananarivo on 3 May 2025.", "place/antananarivo"),
        ("The meeting was held at the Palais des Nations on 3 May 2025.", "place/geneva"),
        ("The Kampala City Council and the Zambia Police Service joined.", "organization/kampala-city-council"),
        ("The Karuna Foundation of Nepal wrote.", "organization/karuna-foundation-of-nepal"),
        ("The ILO, Save the Children and UNICEF spoke.", "organization/save-the-children"),
        ("Delegates adopted a road map in eight points.", "instrument/road-map"),
        ("The Fund Management Unit reported.", "working-group/fund-management-unit"),
        ("Mr. Tomás Évora Lopes, Ambassador of Cabo Verde, spoke.", "person/tomas-evora-lopes"),
    ],
)
def test_a_name_is_found(text: str, path: str) -> None:
    """By its noun, and what it is of or on."""
    assert path in named(in_world(text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Intervino la Red Clamor con Migrantes.", "organization/red-clamor-con-migrantes"),
        ("El Parlamento Amazónico siguió los debates.", "organization/parlamento-amazonico"),
        ("Asistió la Alcaldía de Cobija.", "organization/alcaldia-de-cobija"),
        ("Los asistentes aprobaron una Agenda Ciudadana de Movilidad 2026-2030.",
         "instrument/agenda-citizen-of-mobility-2026-2030"),
        ("Asistió la Universidad de Cochabamba.", "organization/universidad-de-cochabamba"),
        ("Se presentó el Plan de Acción de Valencia 2026-2030.", "instrument/plan-of-action-of-valencia-2026-2030"),
        ("El grupo de trabajo sobre personas desaparecidas se reunió.",
         "working-group/working-group-on-missing-persons"),
        ("Habló la Secretaría de Relaciones Exteriores de México.",
         "organization/ministry-of-foreign-affairs-of-mexico"),
    ],
)  # fmt: skip
def test_a_spanish_name_is_found(text: str, path: str) -> None:
    """With its English name where its words have one; a body keeps its own."""
    assert path in named(records_of(f"{text}\n\n{SPANISH}"))


@pytest.mark.parametrize(
    "text",
    ["They met in the Trusteeship Council Chamber.",
     "The Member States agreed.", "All UN Agencies and the Regional Network spoke.", "The Council met.",
     "The Head of the Network Secretariat spoke."],
)  # fmt: skip
def test_general_words_are_no_bodies(text: str) -> None:
    """A noun with nothing of its own names nothing new."""
    assert not [path for path in named(in_world(text)) if path.startswith("organization/")]


def test_a_group_is_part_of_the_body_that_has_it() -> None:
    """By the genitive, or by what the body set up."""
    said = told(in_world("The Network's workstream on climate of the United Nations Network on Migration met."))
    assert "workstream on climate partOf UN Network on Migration" in said
    said = told(in_world("The United Nations Network on Migration has set up a Task Team on Gender and Care."))
    assert "Task Team on Gender and Care partOf UN Network on Migration" in said


def test_a_committee_is_that_of_the_body_named_behind_it() -> None:
    """Not the committee of the fund that is meant where no body is named."""
    text = "The Steering Committee of the Rabat Process met. The Migration Multi-Partner Trust Fund was discussed."
    assert "working-group/migration-mptf-steering-committee" not in named(in_world(text))


def test_another_world_names_states_and_bodies_alone() -> None:
    """No places, persons, meetings or papers are told of a document that does not speak of this world."""
    text = (
        "# Champions of the flyways\n\nThe working group on mudflats met in Bonn on 3 May 2024 with Kenya, UNEP and "
        "Ms. Ingrid Halvorsen, Chair of the Ramsar Forum. The Bonn Declaration was adopted."
    )
    records = records_of(text)
    assert set(named(records)) == {"state/kenya", "un-entity/unep"}
    assert records.claims == ()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Le Conseil national du patronat a pris la parole.", "organization/conseil-national-du-patronat"),
        ("Le Croissant-Rouge tunisien a pris la parole.", "organization/croissant-rouge-tunisien"),
        ("L'Association des femmes rapatriées de Bouaké a pris la parole.",
         "organization/association-des-femmes-rapatriees-de-bouake"),
    ],
)  # fmt: skip
def test_a_french_name_is_found(text: str, path: str) -> None:
    """Its noun alone has a capital."""
    assert path in named(in_world(text))


def test_a_paper_of_a_body_tells_what_that_body_did() -> None:
    """By its name and short form in front, and "we" from there on."""
    text = (
        "# Our week\n\nThe River Valley Link (RVL) was in Accra on 3 May 2026 for the second consultation on the "
        "Global Compact for Migration.\n\nOur director, Grace Nabwire, told delegates that courts must hear "
        "returnees. We organised a side event on wages on 3 May 2026."
    )
    said = told(in_world(text))
    assert any(claim.startswith("River Valley Link organizes") for claim in said), said
    assert any(claim.startswith("Grace Nabwire holdsRole River Valley Link") for claim in said), said
