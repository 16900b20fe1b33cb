"""What confirms a name that other worlds may bear."""

import pytest

from loaders.recognition.world.signs import has_its_members, has_sets_of_objectives, service

BUDAPEST, MIDSA, SACM = ("regional-process/budapest-process", "regional-process/midsa", "regional-process/sacm")
IOM, ICMPD = "un-entity/iom", "organization/icmpd"


@pytest.mark.parametrize(
    ("processes", "named", "text", "in_full", "weight"),
    [
        ([BUDAPEST], [ICMPD], "Note by ICMPD.", True, 2),
        ([SACM], [IOM], "La OIM ejerce la Secretaría Técnica.", False, 2),
        ([SACM], [IOM], "La OIM dictó un curso.", False, 0),
        ([SACM], [IOM], "La OIM dictó un curso.", True, 1),
        ([MIDSA], ["organization/sadc"], "SADC will report.", True, 1),
        ([SACM], ["organization/sadc"], "SADC will report.", True, 0),
        ([SACM], ["un-entity/undp"], "The secretariat is with UNDP.", True, 0),
    ],
)
def test_bodies_that_serve_a_process(
    processes: list[str], named: list[str], text: str, *, in_full: bool, weight: int
) -> None:
    """A body of many tasks that is only named beside an acronym confirms nothing."""
    assert service(processes, named, text, in_full=in_full) == weight


@pytest.mark.parametrize(
    ("states", "in_full", "its_members"),
    [
        ("chile peru bolivia uruguay", True, True),
        ("chile peru bolivia uruguay", False, False),
        ("chile peru bolivia spain france", True, False),
        ("argentina bolivia brazil chile colombia ecuador guyana paraguay", False, True),
    ],
)
def test_members_of_a_process(states: str, *, in_full: bool, its_members: bool) -> None:
    """Beside an acronym two thirds of them; beside a name four of them with hardly others."""
    named = [f"state/{state}" for state in states.split()]
    assert has_its_members([SACM], named, in_full=in_full) is its_members


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("Objectives 2, 5 and 6 first, objectives 8, 13 and 21 then.", True),
        ("Objetivos 14, 15 y 16; objetivos 1, 3 y 7.", True),
        ("Objectifs 2, 5 et 18 ; objectifs 9, 10 et 11.", True),
        ("Objectives 2, 5 and 6 alone.", False),
        ("Objectives 2, 5 and 6, then objectives 1, 4 and 9.", False),
        ("Rooms 2, 5 and 6; rooms 8, 13 and 21.", False),
    ],
)
def test_objectives_in_the_groups_of_the_review_forum(text: str, *, grouped: bool) -> None:
    """Two groups at least, and none that the forum does not make."""
    assert has_sets_of_objectives(text) is grouped
