"""`/page/<path>`: what is known of an entity, each fact with its sentences; `/class/...`: lists of a class."""

from flask import Blueprint, Response, make_response, redirect, render_template, request
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response as Redirect

from graph.iris import entity_iri
from graph.terms import REPLACED_BY, gcm
from webapp import formats
from webapp.entities import node_of, read_entity
from webapp.errors import UnknownThing
from webapp.linked_data import alternate_links
from webapp.paging import part
from webapp.record_pages import RECORDS, record_page
from webapp.requests import labels, view
from webapp.statements import text
from webapp.vocabulary import CLASSES, class_of_slug, class_slug
from webapp.words import to

blueprint = Blueprint("entity_pages", __name__)

PAGE = 500
OPEN_FACTS = 60
"""Facts of one group that stand open; the rest of the group folds, counted, and is never left out."""


@blueprint.get("/page/<path:path>")
def page(path: str) -> Response | Redirect:
    """The page of an entity, or of a record such as a claim; of what was judged to be another, that other's."""
    kind, _, identifier = path.partition("/")
    other = next((quad.object for quad in view().quads(node_of(entity_iri(path)), REPLACED_BY)), None)
    if isinstance(other, NamedNode):
        return redirect(to(other), 303)
    entity = None if kind in RECORDS and identifier else read_entity(view(), path)
    if entity is None:
        body = record_page(kind, path)
    else:
        body = render_template(
            "entity.html",
            title=labels().text(entity.iri),
            entity=entity,
            choices=formats.TRIPLES,
            open_facts=OPEN_FACTS,
        )
    response = make_response(body)
    response.headers["Link"] = alternate_links(path)
    return response


@blueprint.get("/classes")
def classes() -> str:
    """The classes of entities with the number of each."""
    counts = {text(row, "class"): text(row, "entities") for row in view().rows("page_classes")}
    listed = [(local, class_slug(local), counts.get(local, "0")) for local in CLASSES]
    return render_template("classes.html", title="All entities", classes=listed)


@blueprint.get("/class/<name>")
def members(name: str) -> str:
    """Entities of one class, in the order of their names."""
    local = class_of_slug(name)
    if local is None:
        raise UnknownThing(f"There is no class called {name!r}.")
    rows = view().rows("page_instances", **{"class": gcm(local)})
    entities = sorted(
        {row_term.value for row in rows if (row_term := row.get("entity"))},
        key=lambda iri: _natural(labels().text(iri), iri),
    )
    shown = part(entities, request.args.get("page"), PAGE)
    return render_template("class.html", title=local, local=local, name_in_address=name, entities=shown)


def _natural(label: str, iri: str) -> tuple[object, ...]:
    """Order of a list: objectives by their number, everything else by its name."""
    last = iri.rsplit("/", 1)[-1]
    return (int(last) if last.isdigit() else 0, label.casefold(), iri)
