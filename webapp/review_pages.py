"""`/review`: what rests on little, with its sentences; decisions are taken here, and taken back."""

import json
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as Redirect

from graph.decisions import LONGEST_NAME, LONGEST_NOTE, Decision, Verdict
from graph.derived.gather import decisions_in
from graph.iris import entity_iri
from graph.judge import decide, withdraw
from graph.review import LISTS, Item, placed
from graph.review_text import DECISIONS, decision_data, item_data, listed, name_of
from webapp.errors import BadRequest, NotSignedIn
from webapp.negotiation import prefers_html
from webapp.paging import Part, part
from webapp.record_pages import claim_link
from webapp.requests import search_index, service, view
from webapp.review_forms import asked, read_json
from webapp.reviewers import COOKIE, Door, check_origin
from webapp.vocabulary import class_of_slug
from webapp.words import url

blueprint = Blueprint("review_pages", __name__)

PAGE = 20
MAX_BODY = 64 * 1024
"""Bytes of a form: a note is never so long."""

CANDIDATES = 6
"""Entities of a like name that are offered to compare a provisional one with."""

NAMES = {"entities": "Entities", "links": "Links", "claims": "Claims", DECISIONS: "Decisions"}

VERDICTS = {
    Verdict.SAME: "the same as",
    Verdict.NOT_SAME: "not the same as",
    Verdict.NEW: "a thing of its own",
    Verdict.WRONG: "a wrong claim",
}


@blueprint.before_request
def _short() -> None:
    request.max_content_length = request.max_form_memory_size = MAX_BODY


def _door() -> Door:
    return service().door


def _person() -> bool:
    return prefers_html(request.headers.get("Accept"))


@blueprint.get("/review")
def review() -> Response | Redirect:
    """A list of what to judge (`?list=entities`, `links`, `claims`), or of `decisions`; as JSON for programs."""
    bearer = _door().check_bearer(request)
    reviewer = _door().reviewer(request)
    if not bearer and reviewer is None:
        if _person():
            return redirect(url("/review/sign-in"), 303)
        raise NotSignedIn("Send the write token as Bearer.")
    kind = request.args.get("list", LISTS[0])
    if kind not in NAMES:
        raise BadRequest(f"list is one of {', '.join(NAMES)}, not {kind[:40]!r}.")
    shown = part(listed(view(), kind), request.args.get("page"), PAGE)
    items = [placed(view(), one) if isinstance(one, Item) else one for one in shown.items]
    if reviewer is None or not _person():
        return _json(kind, shown, items)
    return make_response(
        render_template(
            "review.html", title="Review", kind=kind, lists=NAMES, part=shown, items=items, reviewer=reviewer,
            candidates=_candidates, name_of=name_of, longest_note=LONGEST_NOTE,
            verdicts=VERDICTS, claim_link=claim_link, done=_done(request.args.get("done", "")),
        )
    )  # fmt: skip


def _json(kind: str, shown: Part[Any], items: Sequence[Item | Decision]) -> Response:
    data = [item_data(one) if isinstance(one, Item) else decision_data(one) for one in items]
    return _answer({"list": kind, "page": shown.number, "pages": shown.pages, "total": shown.total, "items": data})


def _answer(data: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(data, ensure_ascii=False, indent=1) + "\n", status, content_type="application/json")


def _candidates(item: Item) -> list[str]:
    """IRIs of entities with a like name, but for those that it was judged not to be."""
    known = {item.about, *(one.other for one in item.decisions)}
    found = search_index().alike(item.name, CANDIDATES + len(known))
    return [iri for iri in found if iri not in known and class_of_slug(name_of(iri).partition("/")[0])][:CANDIDATES]


def _done(name: str) -> Decision | None:
    return next((one for one in decisions_in(view()) if one.id == name), None) if name else None


@blueprint.get("/review/sign-in")
def sign_in_page() -> str:
    """The form that asks for the write token and a name."""
    _door().require_open()
    return render_template("sign_in.html", title="Sign in to review", longest=LONGEST_NAME)


@blueprint.post("/review/sign-in")
def sign_in() -> Redirect:
    """Take the token once, and give a cookie for two hours."""
    _door().require_open()
    check_origin(request)
    _door().check_token(request.form.get("token", ""), request.remote_addr or "")
    response = make_response(redirect(url("/review"), 303))
    _door().sign_in(response, request.form.get("name", ""), secure=request.is_secure)
    return response


@blueprint.post("/review/sign-out")
def sign_out() -> Redirect:
    """Take the cookie back."""
    _door().check_form(request)
    response = redirect(url("/"), 303)
    response.delete_cookie(COOKIE, path="/review")
    return response


@blueprint.post("/review/decisions")
def take() -> Response | Redirect:
    """Take a decision: a form of the page, or a JSON object with the token as Bearer."""
    if _door().check_bearer(request):
        one = read_json(request)
        taken = decide(service().store, one.verdict, one.thing, one.by, other=one.other, words=one.words, note=one.note)
        response = _answer(decision_data(taken), 201)
        response.headers["Location"] = entity_iri(f"decision/{taken.id}")
        return response
    person = _door().check_form(request)
    one = asked(request.form, person.name)
    taken = decide(service().store, one.verdict, one.thing, one.by, other=one.other, words=one.words, note=one.note)
    return _back(taken)


@blueprint.post("/review/decisions/<name>/withdrawal")
def take_back(name: str) -> Response | Redirect:
    """Take a decision back; a program says `by` in a JSON object."""
    if _door().check_bearer(request):
        body = request.get_json(silent=True)
        by = body.get("by") if isinstance(body, dict) else None
        if not isinstance(by, str):
            raise BadRequest('Say who takes it back: {"by": "..."}.')
        return _answer(decision_data(withdraw(service().store, name, by)))
    person = _door().check_form(request)
    return _back(withdraw(service().store, name, person.name))


def _back(taken: Decision) -> Redirect:
    """To the list that the form was on, which says what was done."""
    kind = request.form.get("list", "")
    return redirect(url("/review", list=kind if kind in NAMES else LISTS[0], done=taken.id), 303)


@blueprint.after_request
def _private(response: Response) -> Response:
    """Nothing of this is kept on the way, or shown to another person."""
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(("Cookie", "Authorization", "Accept"))
    return response
