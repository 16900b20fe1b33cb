"""Persons named without a title, by what is told of them, and whom their offices are of."""

import pytest

from tests.loaders.told import WORLD, recognised


def people_in(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """The persons of the first line, each with roles and bodies."""
    found = recognised(f"{text}\n\n{WORLD}")
    return {person.name: [(role.text, role.body) for role in person.roles] for person in found.people[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Roads matter," said Marta Quiroga at the opening.', "Marta Quiroga"),
        ("« Il faut agir », a déclaré Awa Ndiaye.", "Awa Ndiaye"),
        ('"Hay que actuar", señaló Marta Quiroga Paz.', "Marta Quiroga Paz"),
        ("Pieter van Houten told the meeting that data are few.", "Pieter van Houten"),
        ("La séance, animée par Awa Ndiaye, portait sur les données.", "Awa Ndiaye"),
        ("Según Marta Quiroga, faltan datos.", "Marta Quiroga"),
        ("El plan que Marta Quiroga anunció ayer es nuevo.", "Marta Quiroga"),
        ("Mme Awa Adama NDIAYE a remercié les pays.", "Awa Adama NDIAYE"),
        ("Ms. Ștefania Munteanță spoke.", "Ștefania Munteanță"),
        ("The delegation was led by K Raghunathan, Minister of Labour.", "K Raghunathan"),
        ("The panel brought together Tevita Fonua (Tonga) and others.", "Tevita Fonua"),
        ("ANA RUIZ (Peru) urged partners to share costs.", "Ana Ruiz"),
    ],
)
def test_who_speaks_is_a_person_without_a_title(text: str, name: str) -> None:
    assert name in people_in(text)


@pytest.mark.parametrize(
    "text",
    [
        '"Roads matter," said Amnesty International at the opening.',
        "« Il faut agir », a déclaré Médecins du Monde.",
        "Global Voices said that data are few.",
        "The debate, moderated by Migration Youth Forum, was long.",
        "Para América Latina, faltan datos.",
        "La Fundación Ana Ruiz trabaja en Lima.",
        "PROVISIONAL PROGRAMME (Peru) of the day.",
        "Quezada y Serrano clausuraron la jornada.",
    ],
)
def test_bodies_that_speak_are_no_persons(text: str) -> None:
    assert people_in(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It was led by Ines Mora, a former US Secretary of State.", "Ines Mora", ("Secretary of State", "US")),
        ("Ines Mora, quien dirige la oficina de la OIM, habló.", "Ines Mora", ("director of oficina", "IOM")),
        ("Awa Ndiaye, qui représente le Togo, a parlé.", "Awa Ndiaye", ("representative", "TG")),
        ("Togo was represented by Awa Ndiaye, Minister of Health.", "Awa Ndiaye", ("Minister of Health", "TG")),
        (
            "Le Togo, en la personne d'Awa Ndiaye, son ministre de la santé.",
            "Awa Ndiaye",
            ("ministre de la santé", "TG"),
        ),
        ("Firmaron: por el Togo, Awa Ndiaye, Embajadora.", "Awa Ndiaye", ("Embajadora", "TG")),
        ("IOM will be represented by Ines Mora, its Deputy Director.", "Ines Mora", ("Deputy Director", "IOM")),
        ("For ECA Executive Secretary Awa Ndiaye, data are few.", "Awa Ndiaye", ("Executive Secretary", "ECA")),
        ("Awa Ndiaye, Mayor of Xanztown, spoke.", "Awa Ndiaye", ("Mayor", "place/xanztown")),
        ("Speakers: Ms. Awa Ndiaye (Togo Red Cross).", "Awa Ndiaye", ("", "organization/togo-red-cross")),
        ("UNICEF's Lina Haddad walked members through it.", "Lina Haddad", ("", "un-entity/unicef")),
        ("Salma Ndiaye (Togo) asked for a seat.", "Salma Ndiaye", ("", "TG")),
        ("La Ministra de Salud, Ines Mora, habló en nombre de Togo.", "Ines Mora", ("Ministra de Salud", "TG")),
        ("Habló Ines Mora, de la Red Andina de Familias.", "Ines Mora", ("", "organization/red-andina-de-familias")),
    ],
)
def test_whom_an_office_is_of(text: str, name: str, role: tuple[str, str]) -> None:
    short = {"US": "state/united-states", "TG": "state/togo", "IOM": "un-entity/iom", "ECA": "un-entity/eca"}
    assert (role[0], short.get(role[1], role[1])) in people_in(text).get(name, [])


def test_an_office_that_has_ended_says_so() -> None:
    found = recognised(
        f"It was led by Ines Mora, a former Minister of Chile, and Luz Gil, Minister of Peru.\n\n{WORLD}"
    )
    assert [role.ended for person in found.people[0] for role in person.roles] == [True, False]


def test_an_office_and_a_surname_name_who_was_named_in_full() -> None:
    found = recognised(
        f'Marta Quiroga, Director of IOM, spoke. "We try," said Director Quiroga. DG Quiroga left.\n\n{WORLD}'
    )
    assert {person.path for person in found.people[0]} == {"person/marta-quiroga"}
    assert len(found.people[0]) == 3
