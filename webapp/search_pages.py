"""`/search`: names in all languages and passages of all documents, with what was searched for marked."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from graph.search import Hit
from webapp.links import record_id
from webapp.marking import Mark, Run, runs
from webapp.nodes import read_node
from webapp.requests import search_index, view
from webapp.vocabulary import CLASSES

blueprint = Blueprint("search_pages", __name__)

SHOWN = 25
MOST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as the page shows it: where it leads, its text with the words marked, its class or document."""

    iri: str
    fragment: str
    runs: tuple[Run, ...]
    kind: str


def _found(hit: Hit) -> Found:
    marked = tuple(runs(hit.text, [Mark(at, to, "found", "") for at, to in hit.marks]))
    if hit.document:
        return Found(hit.document, f"p-{record_id(hit.iri)}", marked, "")
    node = read_node(view(), hit.iri)
    return Found(hit.iri, "", marked, next((cls for cls in CLASSES if node and node.is_a(cls)), ""))


@blueprint.get("/search")
def search() -> str:
    """What is called so, and where it is written."""
    words = request.args.get("q", "").strip()[:500]
    limit = MOST if request.args.get("all") else SHOWN
    # One more than is shown tells whether there are more.
    hits = search_index().search(words, limit + 1) if words else []
    entities = [hit for hit in hits if hit.kind == "entity"]
    passages = [hit for hit in hits if hit.kind == "passage"]
    return render_template(
        "search.html",
        title=f"Search: {words}" if words else "Search",
        words=words,
        entities=[_found(hit) for hit in entities[:limit]],
        passages=[_found(hit) for hit in passages[:limit]],
        more=max(len(entities), len(passages)) > limit,
        limit=limit,
        most=MOST,
    )
