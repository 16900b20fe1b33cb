"""What is told in advance of a meeting was not said there."""

from tests.loaders.told import WORLD, records_of, told

MEETING = "The regional workshop on data for the GCM takes place in Lima on 10 June 2021."
QUOTED = '"Data save lives," Marta Quiroga, IOM Regional Director, told the delegates.'


def spoke(dated: str) -> bool:
    return any(
        " spokeAt " in row for row in told(records_of(f"Workshop\n\n{dated}\n\n{MEETING}\n\n{QUOTED}\n\n{WORLD}"))
    )


def test_what_was_said_before_the_meeting_was_not_said_at_it() -> None:
    assert not spoke("2 June 2021")


def test_what_is_told_after_it_was() -> None:
    assert spoke("11 June 2021")
