"""A heap in files: nothing is lost, and what has one key is together."""

from hypothesis import given
from hypothesis import strategies as st

from graph.derived.groups import Groups


@given(st.lists(st.tuples(st.sampled_from([f"key {n}" for n in range(9)]), st.integers()), max_size=400))
def test_each_item_comes_once_with_those_of_its_key(items: list[tuple[str, int]]) -> None:
    """Twice, for a heap may be read again."""
    groups: Groups[tuple[str, int]] = Groups()
    for item in items:
        groups.add(item[0], item)
    for _ in range(2):
        parts = list(groups.parts())
        assert sorted(item for part in parts for item in part) == sorted(items)
        keys = [key for part in parts for key in {item[0] for item in part}]
        assert len(keys) == len(set(keys))
    groups.close()
