"""Long lists in pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import BadRequest
from webapp.paging import part


@given(st.lists(st.integers(), max_size=60), st.integers(1, 10))
def test_every_item_is_on_one_page(items: list[int], size: int) -> None:
    """In order, none twice, none missing."""
    pages = part(items, None, size).pages
    assert [one for number in range(1, pages + 1) for one in part(items, str(number), size).items] == items


@pytest.mark.parametrize("asked", ["0", "3", "-1", "x", "1.5", "٢", "9" * 50])
def test_a_page_that_is_not_there_is_refused(asked: str) -> None:
    """With what there is."""
    with pytest.raises(BadRequest, match="from 1 to 2"):
        part([1, 2, 3], asked, 2)
