"""No word list is lost because another one in its file has its name: YAML keeps the last of two."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

RULES = sorted((Path(__file__).resolve().parents[3] / "loaders" / "rules").rglob("*.yaml"))


def mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """All mappings of a file, the outer ones first."""
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from mappings(item)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    """Each key of a mapping is its own."""
    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    twice = [
        key for one in mappings(root) for key, count in Counter(key.value for key, _ in one.value).items() if count > 1
    ]
    assert twice == []
