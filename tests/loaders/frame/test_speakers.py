"""The roles in which a first person speaks."""

import pytest

from loaders.frame.speakers import speaker_roles
from tests.loaders.readings import blocks


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("As the Network Coordinator I will keep you informed.", ["Network Coordinator"]),
        ("Let me speak as the Director-General of IOM.", ["Director-General of IOM"]),
        ("I am proud to serve as Executive Secretary of the Economic Commission for Africa.",
         ["Executive Secretary of the Economic Commission for Africa"]),
        ("As Director General of IOM I am proud of this.", ["Director General of IOM"]),
        ("In my capacity as Chair of the Forum, I call on you.", ["Chair of the Forum"]),
        ("Hablo en mi calidad de Presidenta de la Conferencia.", ["Presidenta de la Conferencia"]),
        ("Je parle en tant que Ministre des Affaires étrangères.", ["Ministre des Affaires"]),
        ("The roles of IOM as Coordinator of the Network are known.", []),
        ("I will act as a friend.", []),
    ],
)  # fmt: skip
def test_roles(text: str, roles: list[str]) -> None:
    (block,) = blocks(text)
    found = speaker_roles((block,))
    assert [role.role for role in found] == roles
    assert all(block.text[role.at : role.to] == role.role for role in found)
