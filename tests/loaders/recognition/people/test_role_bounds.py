"""Where roles end, and whose they are."""

import pytest

from tests.loaders.told import WORLD, recognised


def roles_in(text: str) -> dict[str, list[str]]:
    """The roles that each person of the first line is read to hold, as written."""
    found = recognised(f"{text}\n\n{WORLD}")
    return {person.name: [role.text for role in person.roles] for person in found.people[0]}


def test_a_role_stays_with_the_name_it_stands_behind() -> None:
    told = roles_in(
        "With me are Ambassador Paul Adjei, Permanent Representative of Ghana, and representing the bureau,"
        " Ambassador Aoife Byrne, Deputy Permanent Representative of Ireland and Ambassador Luis Peña,"
        " Deputy Permanent Representative of Mexico."
    )
    assert "Permanent Representative" in told["Paul Adjei"]
    assert "Deputy Permanent Representative" in told["Aoife Byrne"]
    assert "Permanent Representative" not in told["Aoife Byrne"]
    assert "Deputy Permanent Representative" in told["Luis Peña"]


def test_in_a_row_that_opens_with_a_role_each_name_has_the_roles_before_it() -> None:
    told = roles_in(
        "Hablaron el Ministro Interino de Relaciones Exteriores, Hugo Bauzá, el Presidente de la CRM,"
        " Vicecanciller de Panamá, Raúl Ibarra, y representantes de la OIM."
    )
    assert told["Hugo Bauzá"] == ["Ministro Interino de Relaciones Exteriores"]
    assert told["Raúl Ibarra"] == ["Presidente", "Vicecanciller"]


def test_a_role_between_two_names_that_may_be_either_s_is_nobody_s() -> None:
    told = roles_in("Paul Adjei, Minister of Labour of Ghana, Aoife Byrne.")
    assert told.get("Paul Adjei", []) == []
    assert told.get("Aoife Byrne", []) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Karim Doukkali, directeur des questions globales, estime que l'OIM a aidé.",
            "directeur des questions globales",
        ),
        ("Karim Doukkali, Secretary General, respectively represented the Chair Germany.", "Secretary General"),
        ("Karim Doukkali, Director of Policy opened the meeting of the GFMD.", "Director of Policy"),
        ("Karim Doukkali, directora de asuntos globales señaló que la OIM ayudó.", "directora de asuntos globales"),
    ],
)
def test_a_role_ends_before_what_its_holder_does(text: str, role: str) -> None:
    assert roles_in(text) == {"Karim Doukkali": [role]}


def test_an_acronym_in_a_bracket_does_not_end_the_roles() -> None:
    told = roles_in(
        "Karim Doukkali, Director General of the International Organization for Migration (IOM) and Coordinator of the"
        " United Nations Network on Migration."
    )
    assert told == {"Karim Doukkali": ["Director General", "Coordinator"]}


@pytest.mark.parametrize(
    "text",
    [
        'The Forum is theirs, said Mirana Rako, the Executive Director. "Whoever backs them gains", she said.',
        "«Es de todos», dijo Ana Paz, Directora Ejecutiva. «Quien los apoya gana», dijo.",
    ],
)
def test_a_role_ends_with_its_sentence(text: str) -> None:
    """What is quoted behind it is none of its words."""
    assert [role for roles in roles_in(text).values() for role in roles if "Who" in role or "Quien" in role] == []
    assert any("Director" in role for roles in roles_in(text).values() for role in roles)
