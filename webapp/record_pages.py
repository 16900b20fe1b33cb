"""Small pages of the records behind the facts: a claim, its evidence, a fact, a disagreement, a passage, a mention."""

from flask import Blueprint, redirect, render_template
from markupsafe import Markup, escape
from pyoxigraph import NamedNode
from werkzeug.wrappers import Response as Redirect

from graph.contract import Term, View
from graph.iris import entity_iri
from webapp import formats
from webapp.entities import node_of
from webapp.errors import UnknownThing
from webapp.figures import figure
from webapp.links import href, record_id
from webapp.marking import Mark, Run, runs
from webapp.nodes import Node, read_node
from webapp.requests import language, view
from webapp.vocabulary import property_label
from webapp.words import link, name, tagged, when

blueprint = Blueprint("record_pages", __name__)

RECORDS = {
    "claim": "Claim",
    "evidence": "Evidence",
    "fact": "Fact",
    "disagreement": "Disagreement",
    "development": "Development",
    "passage": "Passage",
    "mention": "Mention",
    "listing": "List",
    "description": "Description by a document",
    "flag": "Warning about a document",
    "statement": "Statement of the reference data",
    "run": "Load",
    "decision": "Decision in review",
}
"""Kinds of records by the first part of their path, with what a page calls them."""


OTHER = "Record"


def _linked(node: Node, name: str, source: View) -> list[Node]:
    found = (read_node(source, term.value) for term in node.all(name) if isinstance(term, NamedNode))
    return [one for one in found if one is not None]


def _evidence(node: Node, kind: str, source: View) -> list[Node]:
    """The sentences of a record: its own, or those of the claims it stands on."""
    if kind == "evidence":
        return [node]
    claims = _linked(node, "supportedBy", source) + _linked(node, "between", source)
    holders = [node, *claims, *_linked(node, "judges", source)]
    found = {one.iri: one for holder in holders for one in _linked(holder, "evidence", source)}
    return list(found.values())


def record_page(kind: str, path: str) -> str:
    """The page of a record. Raises UnknownThing when there is none of that name."""
    iri = node_of(entity_iri(path)).value
    node = read_node(view(), iri)
    if node is None:
        raise UnknownThing(f"Nothing is known as {path!r}.")
    return render_template(
        "record.html",
        title=RECORDS.get(kind, OTHER),
        kind=kind,
        path=path,
        node=node,
        evidence=_evidence(node, kind, view()),
        claims=_linked(node, "supportedBy", view()) + _linked(node, "between", view()),
        listed=_members(node, kind, view()),
        choices=formats.TRIPLES,
        kind_name=RECORDS.get(kind, OTHER),
        quoted=_quoted,
        claim_link=claim_link,
        value=_value,
        date_of=_date_of,
        aside=next(iter(_linked(node, "setAsideBy", view())), None),
        iri=iri,
    )


def _quoted(evidence: Node) -> list[Run]:
    """The passage with the sentence marked in it; the sentence alone where the passage is not there."""
    passage = next(iter(_linked(evidence, "inPassage", view())), None)
    ends = (evidence.text("at"), evidence.text("to"))
    if passage is None or not all(end.isdecimal() for end in ends):
        return [Run(evidence.text("text"), found=True)]
    return runs(passage.text("text"), [Mark(int(ends[0]), int(ends[1]), "found", "")])


def _value(node: Node) -> Markup:
    """What a claim or fact says of its subject: a name, a time, or a figure with its unit."""
    if node.text("predicate") == "hasCount":
        return Markup(escape(figure(node.text("object"), node.text("unit"))))
    return name(node.one("object"))


def _date_of(document: Term) -> str:
    """The date of a document in words; empty where none is known."""
    node = read_node(view(), document.value)
    return when(node.text("date")) if node else ""


def claim_link(iri: str) -> Markup:
    """What a claim says, linked to its page."""
    node = read_node(view(), iri)
    if node is None or node.one("subject") is None:
        return link(iri)
    said = (
        name(node.one("subject")),
        tagged(property_label(node.text("predicate"), language())),
        _value(node),
    )
    return Markup('<a href="{}">{} {} {}</a>').format(href(iri), *said)


def _members(node: Node, kind: str, source: View) -> list[str]:
    """Claims that rest on this evidence or belong to this list."""
    properties = {"evidence": "evidence", "listing": "inListing"}
    if kind not in properties:
        return []
    found = {
        quad.subject.value
        for quad in source.quads(object=NamedNode(node.iri))
        if isinstance(quad.subject, NamedNode) and quad.predicate.value.endswith(f"#{properties[kind]}")
    }
    return sorted(found)


@blueprint.get("/sentence/<identifier>")
def sentence(identifier: str) -> Redirect:
    """From the name of an evidence to its place in the document."""
    node = read_node(view(), node_of(entity_iri(f"evidence/{identifier}")).value)
    source = node.one("hasSource") if node else None
    if node is None or source is None:
        raise UnknownThing(f"No sentence is known as {identifier!r}.")
    return redirect(f"{href(source.value)}#e-{record_id(node.iri)}", 303)
