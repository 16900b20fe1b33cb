"""From a network to a picture: everything in it, nothing that runs, always the same."""

import json
import re

import networkx as nx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from graph.network import Network
from tests.webapp.world import HOSTILE
from webapp.network_filter import SIZES, keep, read_wanted
from webapp.network_picture import draw
from webapp.network_styles import OUTLINES, STYLES
from webapp.vocabulary import CLASSES

A, B, C = (f"https://w3id.org/gcm-kg/id/state/{name}" for name in "abc")


def network() -> Network:
    found: Network = nx.MultiDiGraph()
    found.add_node(A, label=f"A {HOSTILE}", type="State", left_out=7)
    found.add_node(B, label="B", type="Process", left_out=0)
    found.add_node(C, label="C", type="Person", left_out=0)
    for key, start, end, name, status in (
        ("1", A, B, "memberOf", "uncontested"), ("2", A, B, "chairs", "uncontested"),
        ("3", B, A, "supports", "disputed"), ("4", C, B, "partyTo", "denied"),
    ):  # fmt: skip
        found.add_edge(
            start, end, key=key, property=name, label=name, period=None, role=None, status=status, documents=1
        )
    return found


def island(app: Flask, centre: str | None = A) -> dict[str, list[dict[str, object]]]:
    with app.test_request_context("/"):
        html = str(draw(network(), centre, ""))
    found = re.fullmatch(r'<script type="application/json" id="network-data">(.*)</script>\s*', html, re.DOTALL)
    assert found is not None
    assert "<" not in found[1]
    data: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return data


def test_hostile_labels_stay_data(app: Flask) -> None:
    """One element of JSON, no markup in it, the text whole."""
    node = next(one for one in island(app)["nodes"] if one["id"] == A)
    assert node["name"] == f"A {HOSTILE}"


def test_directions_and_parallel_facts_are_kept(app: Flask) -> None:
    """Two facts between the same two are one line with both names; the way back is its own line."""
    edges = {(edge["from"], edge["to"]): edge for edge in island(app)["edges"]}
    assert edges[(A, B)]["label"] == "memberOf; chairs"
    assert edges[(B, A)]["dashes"] is True
    assert edges[(C, B)]["label"] == "not partyTo"


def test_what_is_left_out_is_counted_in_the_picture(app: Flask) -> None:
    """A node `+7 more` beside the centre."""
    assert "+7 more" in [node["label"] for node in island(app)["nodes"]]
    assert "+7 more" not in [node["label"] for node in island(app, None)["nodes"]]


def test_the_same_network_gives_the_same_picture(app: Flask) -> None:
    """Positions come from the server and do not wander."""
    assert island(app) == island(app)
    assert all(isinstance(node["x"], float) for node in island(app)["nodes"])


def test_classes_differ_in_shape_or_fill_not_only_in_colour() -> None:
    """Each look without its colour is used once, but for places, which are grey dots, and states."""
    looks = [(style.shape, style.filled) for cls, style in STYLES.items() if cls != "Place"]
    assert len(looks) == len(set(looks))
    assert set(STYLES) == set(CLASSES)
    assert {style.shape for style in STYLES.values()} <= set(OUTLINES)


def test_filters_keep_the_centre() -> None:
    """And take away what nothing joins any more."""
    wanted = read_wanted(MultiDict([("property", "chairs"), ("type", "Process")]), SIZES, SIZES[1])
    kept = keep(network(), wanted, A)
    assert set(kept.nodes) == {A, B}
    assert [key for _, _, key in kept.edges(keys=True)] == ["2"]


@pytest.mark.parametrize("address", ["hops=9", "hops=x", "limit=1000000", "limit=-1", "hops=%D9%A1"])
def test_numbers_that_are_not_offered_are_refused(client: FlaskClient, address: str) -> None:
    """400, with what is offered."""
    response = client.get(f"/network/state/mexico?{address}")
    assert response.status_code == 400
    assert "must be one of" in response.text


def test_the_page_carries_no_trace_of_the_builders_own_template(client: FlaskClient) -> None:
    """pyvis as it comes would load from other hosts."""
    page = client.get("/network/state/mexico").text
    assert "cdn" not in page.lower()
    assert "bootstrap" not in page


def test_edges_are_counted_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting costs a walk over all edges; done for each of them it made large pictures take seconds."""
    counted: list[object] = []
    plain = nx.MultiDiGraph.number_of_edges
    monkeypatch.setattr(nx.MultiDiGraph, "number_of_edges", lambda self: counted.append(self) or plain(self))
    island(app)
    assert len(counted) == 1
