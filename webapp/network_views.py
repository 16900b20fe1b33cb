"""`/network` and `/network/<path>`: a picture of the facts between entities, and the equal table below it."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from graph.iris import entity_iri
from graph.network import Network, neighbourhood
from webapp.entities import node_of
from webapp.errors import UnknownThing
from webapp.network_filter import HOPS, SIZES, WHOLE_SIZES, Wanted, counts, keep, read_wanted
from webapp.network_picture import Places, draw
from webapp.network_styles import OUTLINES, style_of
from webapp.nodes import read_node
from webapp.requests import labels, language, service, view
from webapp.vocabulary import CLASSES, property_label
from webapp.words import asked_language, link, tagged

blueprint = Blueprint("network_views", __name__)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: one fact."""

    fact: str
    subject: str
    property: str
    object: str
    period: str
    role: str
    status: str
    documents: int


def _lines(network: Network) -> list[Line]:
    found = [
        Line(
            fact,
            start,
            data["property"],
            end,
            data["period"] or "",
            data["role"] or "",
            data["status"],
            data["documents"],
        )
        for start, end, fact, data in network.edges(keys=True, data=True)
    ]
    named = network.nodes
    return sorted(
        found, key=lambda one: (named[one.subject]["label"], one.property, named[one.object]["label"], one.fact)
    )


def _page(
    title: str,
    network: Network,
    wanted: Wanted,
    centre: str | None,
    sizes: tuple[int, ...],
    places: Places | None = None,
) -> str:
    shown = keep(network, wanted, centre)
    present = {node["type"] for node in shown.nodes.values()}
    classes, properties = counts(network)
    return render_template(
        "network.html", title=title, centre=centre, wanted=wanted, classes=classes, properties=properties,
        island=draw(shown, centre, asked_language(), places), lines=_lines(shown), network=shown,
        left_out=sum(node["left_out"] for node in network.nodes.values()),
        legend=[(cls, style_of(cls)) for cls in CLASSES if cls in present], outlines=OUTLINES, sizes=sizes, hops=HOPS,
        links={iri: link(iri) for iri in shown},
        relations={name: tagged(property_label(name, language())) for name, _ in properties},
    )  # fmt: skip


@blueprint.get("/network")
def everything() -> str:
    """The best-joined part of the whole network."""
    wanted = read_wanted(request.args, WHOLE_SIZES, WHOLE_SIZES[0])
    network, places = service().networks.whole(view(), wanted.limit, language())
    narrowed = bool(wanted.classes or wanted.properties)
    return _page("Network of all facts", network, wanted, None, WHOLE_SIZES, None if narrowed else places)


@blueprint.get("/network/<path:path>")
def around(path: str) -> str:
    """What is around one entity."""
    iri = node_of(entity_iri(path)).value
    if read_node(view(), iri) is None:
        raise UnknownThing(f"No entity is known as {path!r}.")
    wanted = read_wanted(request.args, SIZES, SIZES[1])
    network = neighbourhood(view(), iri, wanted.hops, wanted.limit, language())
    return _page(f"Network of {labels().text(iri)}", network, wanted, iri, SIZES)
