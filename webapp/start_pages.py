"""`/`: questions to start from; `/question/<name>`: the answer to one, each line with its sentences."""

from flask import Blueprint, Response, render_template, request

from webapp.answer_table import write_table
from webapp.errors import UnknownThing
from webapp.negotiation import Choice, choose
from webapp.questions import BY_NAME, QUESTIONS, Section, answer
from webapp.requests import labels, language, view
from webapp.statements import text
from webapp.vocabulary import CLASSES, class_slug, property_label
from webapp.words import MODALITIES

blueprint = Blueprint("start_pages", __name__)

CSV = Choice("csv", "text/csv")
CHOICES = (Choice("html", "text/html"), CSV)


@blueprint.get("/")
def start() -> str:
    """The start page."""
    counts = {text(row, "class"): text(row, "entities") for row in view().rows("page_classes")}
    documents = view().rows("page_documents")
    classes = [(local, class_slug(local), counts[local]) for local in CLASSES if local in counts]
    return render_template("start.html", title="", questions=QUESTIONS, classes=classes, documents=len(documents))


@blueprint.get("/question/<name>")
def question(name: str) -> str | Response:
    """The answer to a question of the start page, as a page or as a table to take away."""
    asked = BY_NAME.get(name)
    if asked is None:
        raise UnknownThing(f"No question is called {name!r}.")
    found = answer(view(), asked, labels())
    if choose(request.headers.get("Accept"), CHOICES, request.args.get("format")) is CSV:
        attachment = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return Response(write_table(found, labels()), content_type="text/csv; charset=utf-8", headers=attachment)
    return render_template("question.html", title=asked.text, question=asked, answer=found, section_name=section_name)


def section_name(section: Section) -> str:
    """Heading of a part of an answer."""
    if section.kind == "predicate":
        return property_label(section.key, language()).text
    return (
        MODALITIES.get(section.key, section.key).capitalize()
        if section.kind == "modality"
        else labels().text(section.key)
    )
