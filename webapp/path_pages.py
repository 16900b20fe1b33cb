"""`/path?from=&to=`: how two things are connected, with the sentence of each step."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from graph.iris import entity_iri, entity_path
from graph.network import Step, paths
from webapp.entities import node_of
from webapp.errors import UnknownThing
from webapp.nodes import read_node
from webapp.requests import search_index, view

blueprint = Blueprint("path_pages", __name__)

LONGEST = 4
MOST = 10
_CHOICES = 8


@dataclass(frozen=True, slots=True)
class End:
    """One end of the way: what was written, the entity it names, and what else it could name."""

    written: str
    iri: str = ""
    choices: tuple[str, ...] = ()


def _known(path: str) -> bool:
    try:
        return read_node(view(), node_of(entity_iri(path)).value) is not None
    except UnknownThing:
        return False


def _end(written: str) -> End:
    """A path names its entity; words name the entity called exactly so, else the reader chooses."""
    if not written:
        return End("")
    if "/" in written and _known(written):
        return End(written, entity_iri(written))
    hits = [hit for hit in search_index().search(written, _CHOICES) if hit.kind == "entity"]
    exact = [hit.iri for hit in hits if hit.text.casefold() == written.casefold()]
    if len(hits) == 1 or len(exact) == 1:
        return End(written, (exact or [hits[0].iri])[0])
    return End(written, choices=tuple(hit.iri for hit in hits))


def _ways(start: End, end: End) -> list[list[Step]]:
    return paths(view(), start.iri, end.iri, LONGEST, MOST) if start.iri and end.iri else []


@blueprint.get("/path")
def path() -> str:
    """A form for the two ends, and the shortest ways between them."""
    start, end = (_end(request.args.get(name, "").strip()[:300]) for name in ("from", "to"))
    return render_template(
        "path.html", title="How are two things connected?", start=start, end=end, ways=_ways(start, end),
        longest=LONGEST, most=MOST, path_of=lambda iri: entity_path(iri) or "",
    )  # fmt: skip
