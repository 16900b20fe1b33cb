"""`/about`: what this is and how to read it; `/queries`: the named queries with their text."""

from flask import Blueprint, render_template

from webapp.problem_kinds import KINDS
from webapp.queries import listed, read_query, runnable
from webapp.requests import view

blueprint = Blueprint("about_pages", __name__)


@blueprint.get("/about")
def about() -> str:
    """What the service holds, how facts come about, under which terms they may be used."""
    return render_template(
        "about.html", title="About", generation=view().generation, graphs=view().graphs(), kinds=KINDS
    )


@blueprint.get("/queries")
def listing() -> str:
    """All named queries; those that need no value can be run at once."""
    return render_template("queries.html", title="Named queries", queries=listed(), runnable=runnable)


@blueprint.get("/queries/<name>")
def one(name: str) -> str:
    """The text of a named query, with a button that runs it."""
    query = read_query(name)
    return render_template("query.html", title=query.title, query=query, runnable=runnable)
