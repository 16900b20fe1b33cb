"""When a meeting of the reference data takes place, by the sentence that names it."""

import pytest

from tests.loaders.told import in_world, told


@pytest.mark.parametrize(
    "text",
    [
        "In August 2022 the champion countries first met since the International Migration Review Forum (IMRF).",
        "En agosto de 2022 los países se vieron por vez primera desde el Foro de Examen de la Migración Internacional.",
    ],
)
def test_the_day_of_what_is_told_before_or_after_the_forum_is_not_the_forums(text: str) -> None:
    assert not [one for one in told(in_world(text)) if one.startswith("IMRF") and "takesPlaceOn" in one]


def test_the_day_with_which_a_sentence_on_the_forum_opens_is_the_forums() -> None:
    text = "From 17 to 20 May 2022, New York hosted the first International Migration Review Forum."
    assert "IMRF 2022 takesPlaceOn 2022-05-17/2022-05-20" in told(in_world(text))
