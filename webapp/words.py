"""What templates can say: labels, links, times and plain words for the concepts of the claim machinery."""

from flask import Flask, request
from markupsafe import Markup, escape
from pyoxigraph import Literal

from graph.contract import Term
from graph.iris import entity_iri, entity_path
from graph.periods import is_time
from graph.periods_text import display
from ontology.namespaces import ONTOLOGY, shorten
from webapp import release
from webapp.figures import figure, measured
from webapp.labels import Label
from webapp.languages import OFFERED, direction
from webapp.links import href, local_path, record_id, with_parameters
from webapp.requests import labels, language, service
from webapp.vocabulary import class_label, property_label

MODALITIES = {
    "asserted": "stated as so",
    "planned": "planned",
    "proposed": "proposed",
    "possible": "only possible",
    "recommended": "recommended",
    "requested": "requested",
    "reported": "reported by others",
}
STATUSES = {
    "uncontested": "uncontested",
    "disputed": "disputed",
    "denied": "stated not to be so",
}
BASES = {
    "stated": "stated in the text",
    "header": "taken from the heading",
    "order-of-events": "inferred from the order of events",
    "orderOfEvents": "inferred from the order of events",
    "inferred": "inferred",
    "unknown": "not known",
}
KINDS = {
    "setDifference": "one list has a member that the other lacks",
    "contradiction": "two statements cannot both hold",
    "polarityClash": "one document affirms what another denies",
    "internalContradiction": "a document contradicts itself",
    "refinement": "one is more exact than the other",
    "planAndOutcome": "a plan and what became of it",
    "succession": "one followed the other",
    "growth": "it grew over time",
}
NAVIGATION = (
    ("/", "Start"),
    ("/documents", "Documents"),
    ("/classes", "Entities"),
    ("/network", "Network"),
    ("/path", "Connections"),
    ("/disagreements", "Disagreements"),
    ("/sparql", "Query"),
    ("/about", "About"),
)
FORMAT_NAMES = {
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "nt": "N-Triples",
    "rdf": "RDF/XML",
    "nq": "N-Quads",
    "trig": "TriG",
}
_LANGUAGE_NAMES = OFFERED | {"ar": "العربية", "ru": "Русский", "zh": "中文"}


def tagged(label: Label) -> Markup:
    """A label in its own language: a `span` with `lang` and `dir` where it is not that of the page."""
    code = label.language
    if not code or code == "en":
        return Markup(escape(label.text))
    return Markup('<span lang="{}" dir="{}">{}</span>').format(code, direction(code), label.text)


def name(term: Term | str | None) -> Markup:
    """The name of a thing, or the text of a literal (times in words)."""
    if isinstance(term, Literal) and is_time(term):
        return Markup(escape(display(term.value, language())))
    return tagged(labels().of(term))


def link(term: Term | str) -> Markup:
    """The name of a thing, linked to its page; literals are only named."""
    if isinstance(term, Literal):
        return name(term)
    return Markup('<a href="{}">{}</a>').format(href(term, asked_language()), name(term))


def asked_language() -> str:
    """The language to keep in links: only one that the reader chose for this page."""
    wanted = request.args.get("lang", "")
    return wanted if wanted in OFFERED else ""


def url(path: str, **parameters: str) -> str:
    """An address of this site, kept in the reader's language."""
    return with_parameters(path, {"lang": asked_language()} | parameters)


def to(target: Term | str, fragment: str = "", **parameters: str) -> str:
    """Address of the page of a thing, at a place of it."""
    address = href(target, asked_language(), **parameters)
    return f"{address}#{fragment}" if fragment else address


def when(edtf: str) -> str:
    """A time in words of the reader's language."""
    return display(edtf, language()) if edtf else ""


def as_of(edtf: str) -> str:
    """The moment for which a text says something: never the day on which it began."""
    words = when(edtf)
    return f"at a time {words}" if ".." in edtf or edtf.startswith("/") or edtf.endswith("/") else f"as of {words}"


def in_language(code: str) -> str:
    """This very address, in another language of labels."""
    kept = {name: value for name, value in request.args.items() if name != "lang"}
    return with_parameters(request.path, kept | {"lang": code})


def _property(local: str, inverse: bool = False) -> Markup:
    return tagged(property_label(local, language(), inverse))


def _class(local: str, plural: bool = False) -> Markup:
    return tagged(class_label(local, language(), plural))


def _modality(local: str) -> str:
    return MODALITIES.get(local, local)


def _language_name(code: str) -> str:
    return _LANGUAGE_NAMES.get(code, code)


def _text_of(term: Term | str) -> str:
    return labels().text(term)


def _review_is_open() -> bool:
    return service().door.is_open


def register(app: Flask) -> None:
    """Make the words known to all templates."""
    app.jinja_env.globals.update(
        name=name, link=link, url=url, to=to, when=when, as_of=as_of, tagged=tagged, record_id=record_id,
        shorten=shorten, property_name=_property, class_name=_class, modality=_modality, in_language=in_language,
        language_name=_language_name, label_language=language, text_of=_text_of,
        STATUSES=STATUSES, BASES=BASES, KINDS=KINDS, LANGUAGES=OFFERED, release=release, ONTOLOGY=ONTOLOGY,
        direction=direction, figure=figure, measured=measured, entity_iri=entity_iri, path_of=entity_path,
        local=local_path, review_is_open=_review_is_open, NAVIGATION=NAVIGATION, FORMAT_NAMES=FORMAT_NAMES,
    )  # fmt: skip
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
