"""`/documents` and `/document/<slug>`: the texts, with what was read from them marked at its place."""

from flask import Blueprint, Response, make_response, render_template, request
from pyoxigraph import NamedNode

from graph.contract import Row
from graph.iris import document_graph, document_iri
from graph.periods import order_key
from webapp import formats
from webapp.documents import read_document_page
from webapp.entities import judgements
from webapp.errors import UnknownThing
from webapp.linked_data import data_response, split_suffix
from webapp.links import record_id
from webapp.negotiation import choose
from webapp.paging import part
from webapp.requests import view
from webapp.statements import text

blueprint = Blueprint("document_pages", __name__)

PAGE = 200
CHOICES = (formats.HTML, *formats.TRIPLES, *formats.QUADS[:2], *formats.GENERAL)


def _order(row: Row) -> tuple[object, ...]:
    return (order_key(text(row, "date")), text(row, "title"))


@blueprint.get("/documents")
def listing() -> str:
    """All documents, oldest first; those without a date at the start."""
    rows = sorted(view().rows("page_documents"), key=_order)
    documents = [{name: text(row, name) for name in row} for row in rows if row.get("document")]
    shown = part(documents, request.args.get("page"), PAGE)
    return render_template("documents.html", title="Documents", documents=shown)


@blueprint.get("/document/<path:path>")
def show(path: str) -> Response:
    """One document: a page, or its named graph as data."""
    slug, suffix = split_suffix(path)
    if document_graph(slug) not in view().graphs():
        raise UnknownThing(f"No document is known as {slug!r}.")
    wanted = suffix or formats.format_name(request.args.get("format"))
    choice = choose(request.headers.get("Accept"), CHOICES, wanted)
    if choice is not formats.HTML:
        return data_response(formats.write_quads(view().graph(document_graph(slug)), choice.name), choice)
    page = read_document_page(view(), slug)
    judged = judgements(view().rows("page_set_aside", document=NamedNode(document_iri(slug))), "claim")
    aside = {record_id(one.about): one for one in judged}
    title = page.document.title or slug
    response = make_response(
        render_template("document.html", title=title, page=page, aside=aside, choices=formats.QUADS)
    )
    response.headers["Link"] = ", ".join(
        f'</document/{slug}.{one.name}>; rel="alternate"; type="{one.media_type}"' for one in formats.QUADS
    )
    return response
