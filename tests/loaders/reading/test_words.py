"""Words broken over lines: the document itself says whether the hyphen belongs to them."""

import pytest

from loaders.reading.words import Vocabulary


@pytest.mark.parametrize(
    ("raw", "keeps"),
    [
        ("imple-\nmentation and implementation", False),
        ("well-\nbeing and well-being", True),
        ("COVID-\n19", True),
        ("self-\ngovernment", True),
        ("migra-\ntion", False),
        ("North-\nSouth", True),
        ("labour-\nmarket needs of labour", True),
        ("état-\nmajor de l'état", True),
    ],
)
def test_the_hyphen(raw: str, keeps: bool) -> None:
    hyphen = raw.index("-")
    assert Vocabulary(raw).keeps_hyphen(raw, hyphen, hyphen + 2) is keeps
