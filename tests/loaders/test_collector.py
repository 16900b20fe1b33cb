"""The collector comes seldom while documents are read, and as before afterwards."""

import gc

import pytest

from loaders.collector import collecting_seldom


def test_the_collector_is_as_before_even_after_an_error() -> None:
    """What a caller has set holds again."""
    before = gc.get_threshold()
    during = []

    def broken() -> None:
        with collecting_seldom():
            during.append((gc.isenabled(), gc.get_threshold() > before))
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        broken()
    assert during == [(True, True)]
    assert gc.get_threshold() == before
