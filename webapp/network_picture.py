"""A network as a picture: pyvis collects nodes and edges, its template writes data and nothing else.

pyvis 0.3.2 as it comes loads from other hosts, writes titles as markup and drops edges of undirected
graphs; here it is always directed, everything it gets is plain text, and `templates/pyvis/island.html` emits one
block of JSON that `static/network.js` draws.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from markupsafe import Markup
from pyvis.network import Network as Picture

from graph.layout import layout
from graph.network import Network
from webapp.links import href
from webapp.network_styles import MORE, Style, style_of

Places: TypeAlias = Mapping[str, tuple[float, float]]

_TEMPLATES = Path(__file__).parent / "templates" / "pyvis"
_WIDE = 1.6
"""Pictures are wider than high."""

_LABELLED_EDGES = 40
"""Up to so many edges carry their label; beyond, labels would cover each other and stand in the table only."""


def places_of(network: Network) -> Places:
    """Where the nodes stand."""
    return {node: (_WIDE * x, y) for node, (x, y) in layout(network, scale=_scale(len(network))).items()}


def draw(network: Network, centre: str | None, language: str, places: Places | None = None) -> Markup:
    """The data island of a picture. `centre` is drawn larger and gets a node that counts what is left out.

    places: where the nodes stand, if that is known already.
    """
    picture = Picture(directed=True)
    places = places or places_of(network)
    hubs = _hubs(network)
    for iri, node in network.nodes(data=True):
        _add_node(picture, iri, node, places[iri], iri == centre, language)
        if iri in hubs:
            picture.nodes[-1]["size"] = 14 + hubs[iri]
    labelled = network.number_of_edges() <= _LABELLED_EDGES  # asked once: networkx counts all edges anew
    for (start, end), facts in _joined(network).items():
        _add_edge(picture, start, end, facts, labelled)
    if centre is not None and network.nodes[centre]["left_out"]:
        _add_more(picture, centre, network.nodes[centre]["left_out"], places[centre])
    picture.set_template_dir(str(_TEMPLATES), "island.html")
    # One element of JSON, escaped by the filter `tojson` of Jinja.
    return Markup(picture.generate_html())


def _hubs(network: Network) -> dict[str, float]:
    """The best-joined entities of a large network, and how much larger they are drawn, so that it can be read whole."""
    if len(network) <= 40:
        return {}
    ranked = sorted(network.degree, key=lambda one: (-one[1], one[0]))[:12]
    return {iri: 1.4 * len(network) ** 0.5 for iri, _ in ranked}


def _scale(nodes: int) -> float:
    """Room for labels: the square grows with the number of nodes."""
    return float(90 * max(nodes, 4) ** 0.5)


def _colours(style: Style) -> dict[str, Any]:
    lit = {"background": style.background, "border": "#d98200"}
    return {"background": style.background, "border": style.colour, "highlight": lit, "hover": lit}


def _wrapped(label: str, width: int = 24) -> str:
    """Label in lines of about `width` characters, at most three."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines if len(lines) <= 3 else [*lines[:2], f"{lines[2]} …"])


def _add_node(
    picture: Picture, iri: str, node: dict[str, Any], place: tuple[float, float], central: bool, language: str
) -> None:
    style = style_of(node["type"])
    picture.add_node(
        iri, label=_wrapped(node["label"]), shape=style.shape, color=_colours(style), size=24 if central else 14,
        x=place[0], y=place[1], name=node["label"], kind=node["type"], address=href(iri, language),
        title=f"{node['label']} ({node['left_out']} more not shown)" if node["left_out"] else node["label"],
    )  # fmt: skip


def _joined(network: Network) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Facts by the pair of entities they join, in that direction: straight edges would cover each other."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for start, end, data in network.edges(data=True):
        found.setdefault((start, end), []).append(data)
    return dict(sorted(found.items()))


def said(fact: dict[str, Any]) -> str:
    """Label of an edge: `not party to`."""
    return f"not {fact['label']}" if fact["status"] == "denied" else str(fact["label"])


def _add_edge(picture: Picture, start: str, end: str, facts: list[dict[str, Any]], labelled: bool) -> None:
    label = "; ".join(dict.fromkeys(said(fact) for fact in facts))
    firm = any(fact["status"] == "uncontested" for fact in facts)
    picture.add_edge(start, end, title=label, dashes=not firm, width=1 + 0.5 * min(len(facts) - 1, 4))
    if labelled:
        picture.edges[-1]["label"] = label
    if not firm:
        picture.edges[-1]["color"] = {"color": "#8a2b06", "highlight": "#8a2b06", "hover": "#8a2b06"}


def _add_more(picture: Picture, centre: str, left_out: int, place: tuple[float, float]) -> None:
    picture.add_node(
        f"{centre} more", label=f"+{left_out} more", shape=MORE.shape, color=_colours(MORE), x=place[0] + 70,
        y=place[1] - 70, name=f"{left_out} more that are not shown", kind="", address=href(centre),
        title=f"{left_out} neighbours are not shown; raise the number of nodes",
    )  # fmt: skip
    picture.add_edge(centre, f"{centre} more", dashes=True, arrows="", title="")
