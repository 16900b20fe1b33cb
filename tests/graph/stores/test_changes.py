"""Changes of named graphs, applied to an engine."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph.stores import changes


def test_a_graph_is_taken_away_whole_though_the_engine_writes_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "FLUSHED", 2)
    one, other = NamedNode("urn:graph:one"), NamedNode("urn:graph:other")
    store = Store(str(tmp_path / "store"))
    for graph in (one, other):
        store.bulk_extend(Quad(NamedNode(f"urn:s{n}"), NamedNode("urn:p"), NamedNode("urn:o"), graph) for n in range(7))
    removal = changes.Changes()
    removal.withdraw(one.value)
    changes.apply(store, removal)
    assert list(store.named_graphs()) == [other]
    assert len(store) == 7
