"""Which documents speak of the Compact's world."""

import pytest

from loaders.recognition.world.verdict import speaks_of_this_world
from loaders.recognition.world.world import is_on_another_field, said_of_migrants

IN_FULL = ("instrument/gcm", "Global Compact for Migration", False)
IN_TITLE = ("instrument/gcm", "Global Compact for Migration", True)
GCM = ("instrument/gcm", "GCM", False)
REFUGEES = ("instrument/global-compact-on-refugees", "Global Compact on Refugees", False)
ON_MIGRANTS = "Migrants sent home less. The ministers spoke of labour migration and of the rights of migrant workers."
ON_FISH = "The ministers spoke of fisheries, of ports and of the rights of crews."


@pytest.mark.parametrize(
    ("named", "text", "speaks"),
    [
        ([IN_FULL], ON_MIGRANTS, True),
        ([IN_FULL], ON_FISH, False),
        ([IN_FULL, IN_FULL], ON_FISH, True),
        ([IN_FULL, REFUGEES], ON_MIGRANTS, False),
        ([], ON_MIGRANTS, False),
        ([("instrument/gcm", "GCM", False)], ON_MIGRANTS, False),
        ([("instrument/gcm", "GCM", True)], ON_MIGRANTS, True),
        ([("instrument/gcm", "GCM", False)] * 2, ON_MIGRANTS, True),
        ([("regional-process/rabat-process", "Rabat Process", True)], ON_FISH, False),
        ([("regional-process/rabat-process", "Rabat Process", True)], ON_MIGRANTS, True),
        ([GCM, ("process/imrf", "IMRF", False), ("process/gfmd", "GFMD", False)], ON_FISH, True),
        ([GCM, ("process/imrf", "IMRF", False)], ON_FISH, False),
        ([IN_TITLE, IN_FULL, REFUGEES], ON_MIGRANTS, True),
        ([IN_TITLE, REFUGEES, REFUGEES], ON_MIGRANTS, False),
    ],
)
def test_one_anchor_in_full_is_enough_only_in_a_paper_on_migrants(
    named: list[tuple[str, str, bool]], text: str, speaks: bool
) -> None:
    """A name said in passing, an acronym, or a rival's name beside it place no document in this world."""
    assert speaks_of_this_world(named, text) is speaks


@pytest.mark.parametrize(
    ("text", "on_migrants"),
    [
        (ON_MIGRANTS, True),
        ("Las migraciones, la migración laboral y las personas migrantes.", True),
        ("Les migrations et les migrants.", False),
        ("Immigrant, emigration: words of no count.", False),
        ("The migration of data, the migration of cells, migrations d'oiseaux.", False),
        ("Migratory species: migration of birds, migratory birds, flyways of migration.", False),
        ("The migration of women, of nurses: migration of children, migration de 2024.", True),
    ],
)
def test_a_paper_on_migrants_says_so_more_than_in_passing(text: str, on_migrants: bool) -> None:
    """Three words at least, whole ones, in any of the three languages."""
    assert (said_of_migrants(text) >= 3) is on_migrants


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Ministers of housing and mayors spoke of slums and of urban renewal, and of migrants.", True),
        ("Les juges, les tribunaux et la magistrature.", True),
        ("Mayors spoke of housing for migrants.", False),
        ("Alcaldes, barrios y viviendas para migrantes: la migración, la migración laboral y la OIM.", False),
    ],
)
def test_a_paper_may_be_on_another_field(text: str, *, elsewhere: bool) -> None:
    """Where its words are said three times, and more than migrants are."""
    assert is_on_another_field(text, said_of_migrants(text)) is elsewhere
