"""The bodies of roles that name none, and names that begin as places do."""

import pytest

from tests.loaders.told import WORLD, recognised, records_of

STATEMENT = "Statement by Kenya\n\nInternational Migration Review Forum\n\n"


def offices(text: str) -> list[tuple[str, str, str]]:
    """Person, role and body of each role that has one, in order of place."""
    found = recognised(f"{text}\n\n{WORLD}")
    return [
        (person.path, role.text, role.body)
        for order in sorted(found.people)
        for person in found.people[order]
        for role in person.roles
        if role.body
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "| Entity | Represented by |\n|---|---|\n| UNHCR | Lucy Mensah, Deputy High Commissioner |",
            ("person/lucy-mensah", "Deputy High Commissioner", "un-entity/unhcr"),
        ),
        (
            "Mensaje de la OIM: Lucía Prado Gil, Directora Regional",
            ("person/lucia-prado-gil", "Directora Regional", "un-entity/iom"),
        ),
        (
            "Mme Awa Kane, ministre de la Population (Tchad), a pris la parole.",
            ("person/awa-kane", "ministre de la Population", "state/chad"),
        ),
        (
            "Jorge Paz, Peru's Special Envoy for Migration, closed the meeting.",
            ("person/jorge-paz", "Special Envoy for Migration", "state/peru"),
        ),
        (
            "Mr. Santiago Rivas, Head of the GFMD Support Unit, spoke.",
            ("person/santiago-rivas", "Head", "organization/gfmd-support-unit"),
        ),
        (
            "Intervino la directora regional de la OIM para América Latina y el Caribe, Luz Mora Gil, ayer.",
            ("person/luz-mora-gil", "directora regional", "un-entity/iom"),
        ),
        (
            "- Ms. Ana Ruiz, Senior Labour Mobility Specialist, International Labour Organization (ILO)",
            ("person/ana-ruiz", "Senior Labour Mobility Specialist", "un-entity/ilo"),
        ),
        (
            "Mr. Paul Okello, Cabinet Secretary for Labour of Kenya, spoke.",
            ("person/paul-okello", "Cabinet Secretary for Labour", "state/kenya"),
        ),
        ("l'Ambassadrice Awa Kane (Tchad)", ("person/awa-kane", "Ambassadrice", "state/chad")),
    ],
)
def test_a_role_without_a_body_has_that_of_its_place(text: str, told: tuple[str, str, str]) -> None:
    assert told in offices(text)


def test_in_a_statement_the_minister_is_that_of_the_state_that_speaks() -> None:
    text = f"{STATEMENT}Delivered by H.E. Lucy Mensah, Minister for the Interior\n\nMr. Chair, we thank the Network."
    assert ("person/lucy-mensah", "Minister for the Interior", "state/kenya") in offices(text)


def test_an_officer_of_a_meeting_is_not_made_a_representative_of_the_state_behind_the_name() -> None:
    told = offices("The meeting elected Mr. Paul Okello (Kenya) Chair and Ms. Awa Kane (Chad) Rapporteur.")
    assert told == []


def test_the_words_of_an_office_are_no_person() -> None:
    found = recognised(
        f"Excelentísimo Señor Luis Peña Mora, Viceministro de Asuntos Consulares y Migratorios\n\n{WORLD}"
    )
    assert [person.name for person in found.people[0]] == ["Luis Peña Mora"]


def test_a_second_person_behind_by_ends_the_office_of_the_first() -> None:
    found = recognised(
        "Abrieron el acto palabras de Ana Ruiz, Coordinadora Residente, y de Luz Mora, Viceministra de Trabajo."
        f"\n\n{WORLD}"
    )
    assert {person.name: [role.text for role in person.roles] for person in found.people[0]} == {
        "Ana Ruiz": ["Coordinadora Residente"],
        "Luz Mora": ["Viceministra de Trabajo"],
    }


def test_the_united_nations_are_mentioned_where_something_is_claimed_of_them() -> None:
    def mentioned(text: str) -> set[str]:
        return {mention.entity for mention in records_of(f"{text}\n\n{WORLD}").mentions}

    passing = "The meeting was held at United Nations Headquarters."
    claimed = "Mr. Paul Okello is the Resident Coordinator of the United Nations."
    assert "un-entity/united-nations" not in mentioned(passing)
    assert "un-entity/united-nations" in mentioned(claimed)
