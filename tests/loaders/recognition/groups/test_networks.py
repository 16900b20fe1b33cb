"""The network of a country: a thing of its own, by whatever words a paper brings it."""

import pytest

from tests.loaders.told import WORLD, records_of, told


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The UN Network on Migration in the Gambia is coordinated by IOM.",
         "IOM leads UN Network on Migration in Gambia"),
        ("IOM coordinates the United Nations Network on Migration in Trinidad and Tobago.",
         "IOM leads UN Network on Migration in Trinidad and Tobago"),
        ("El Foro de Examen de la Migración Internacional examina el Pacto Mundial para la Migración con los países. "
         "La OIM coordina la Red de las Naciones Unidas sobre la Migración en el Ecuador.",
         "IOM leads UN Network on Migration in Ecuador"),
    ],
)  # fmt: skip
def test_a_network_is_that_of_its_country(text: str, claim: str) -> None:
    """Named with the country's name in English."""
    assert claim in told(records_of(text if "Foro" in text else f"{text}\n\n{WORLD}"))


def test_the_network_alone_is_the_one_of_all() -> None:
    assert "IOM leads UN Network on Migration" in told(
        records_of(f"IOM coordinates the United Nations Network on Migration, and Kenya thanked it.\n\n{WORLD}")
    )
