"""What a decision is, as a form or a JSON body says it: text in, plain values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from flask import Request

from graph.iris import entity_path
from ontology.namespaces import DOCUMENT
from webapp.errors import BadRequest, UnsupportedBody

_FIELDS = ("verdict", "thing", "other", "words", "note", "by")


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of a decision, as `gcm decide` takes them."""

    verdict: str
    thing: str
    other: str | None
    words: str
    note: str
    by: str


def read_json(request: Request) -> Asked:
    """The decision in a JSON object. Raises BadRequest and UnsupportedBody."""
    if request.mimetype != "application/json":
        raise UnsupportedBody("A decision of a program is a JSON object, sent as application/json.")
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise BadRequest("The body is no JSON object.")
    unknown = sorted({*body} - {*_FIELDS})
    wrong = sorted(name for name, value in body.items() if not isinstance(value, str))
    if unknown or wrong:
        raise BadRequest(
            f"A decision has {', '.join(_FIELDS)}, all of them text; not {', '.join(unknown or wrong)[:200]}."
        )
    return asked(body, body.get("by", ""))


def asked(fields: Mapping[str, str], by: str) -> Asked:
    """The decision in fields of text. Raises BadRequest when what is judged, or how, is missing."""
    for name in ("verdict", "thing"):
        if not fields.get(name, "").strip():
            raise BadRequest(f"{name} is missing: say {'what you decide' if name == 'verdict' else 'on what'}.")
    verdict, other = fields["verdict"].strip(), named(fields.get("other", ""))
    compares = verdict in ("same", "notSame")
    return Asked(
        verdict=verdict, thing=named(fields["thing"]), other=other if compares and other else None,
        words=fields.get("words", ""), note=fields.get("note", ""), by=by,
    )  # fmt: skip


def named(text: str) -> str:
    """A path or slug, from one, or from an IRI of ours or the address of a page that somebody pasted."""
    text = text.strip()
    if text.startswith(DOCUMENT):
        return text.removeprefix(DOCUMENT)
    if (path := entity_path(text)) is not None:
        return path
    address = unquote(urlsplit(text).path) if "://" in text or text.startswith("/") else ""
    for start in ("/page/", "/id/", "/document/"):
        if address.startswith(start):
            return address.removeprefix(start)
    return text
