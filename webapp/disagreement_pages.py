"""`/disagreements`: where documents cannot all be right, and `/developments`: where the world moved on."""

from flask import Blueprint, render_template, request

from webapp.disagreements import differences
from webapp.paging import part
from webapp.requests import view

blueprint = Blueprint("disagreement_pages", __name__)

PAGE = 50


@blueprint.get("/disagreements")
def disagreements() -> str:
    """Both readings with their sentences, and which is preferred and why."""
    found = differences(view(), "Disagreement")
    return render_template(
        "disagreements.html",
        title="Where documents disagree",
        differences=part(found, request.args.get("page"), PAGE),
        developments=False,
    )


@blueprint.get("/developments")
def developments() -> str:
    """Differences that are no disagreement: plan and outcome, growth, succession, a more exact word."""
    found = differences(view(), "Development")
    return render_template(
        "disagreements.html",
        title="Developments over time",
        differences=part(found, request.args.get("page"), PAGE),
        developments=True,
    )
