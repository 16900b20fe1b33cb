"""Decisions over the web: behind the token, never by another site, shown as text, and taken back."""

import http.client
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.check import check
from graph.contract import Store
from graph.store import open_store
from ontology.settings import Settings, load_settings
from tests.webapp.serving import running
from tests.webapp.world import HOSTILE, fill
from webapp import reviewers
from webapp.app import create_app
from webapp.requests import service
from webapp.reviewers import COOKIE, Door

TOKEN = "correct horse battery"
BEARER = {"Authorization": f"Bearer {TOKEN}", "Accept": "application/json"}
PEOPLE = {"Accept": "text/html"}
GROUP = "working-group/hidden-group"


@pytest.fixture(scope="module")
def opened() -> Iterator[Flask]:
    """An application on which people may decide, over a world of its own."""
    settings = Settings(store_url="memory:", write_token=TOKEN)
    store = open_store(settings)
    fill(store)
    app = create_app(settings, store)
    yield app
    service(app).index.close()
    store.close()


@pytest.fixture
def anyone(opened: Flask) -> FlaskClient:
    return opened.test_client()


@pytest.fixture
def ana(opened: Flask) -> FlaskClient:
    """A browser in which somebody signed in."""
    made = opened.test_client()
    answer = made.post("/review/sign-in", data={"token": TOKEN, "name": "Ana"}, headers=PEOPLE)
    assert (answer.status_code, answer.location) == (303, "/review")
    return made


@pytest.fixture(autouse=True)
def restored(opened: Flask) -> Iterator[None]:
    """Whatever a test decides is taken back when it ends."""
    yield
    client = opened.test_client()
    for one in decisions(client):
        if "withdrawn_at" not in one:
            client.post(f"/review/decisions/{one['decision']}/withdrawal", json={"by": "the end"}, headers=BEARER)


def decisions(client: FlaskClient) -> list[dict[str, str]]:
    return client.get("/review?list=decisions", headers=BEARER).get_json()["items"]


def mark(client: FlaskClient) -> str:
    """The mark of the forms on the page."""
    found = re.search(r'name="mark" value="([0-9a-f]+)"', client.get("/review", headers=PEOPLE).text)
    assert found
    return found[1]


def say(client: FlaskClient, **fields: str):
    return client.post("/review/decisions", json=fields, headers=BEARER)


# Without a token


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/review"), ("GET", "/review/sign-in"), ("POST", "/review/sign-in"), ("POST", "/review/sign-out"),
        ("POST", "/review/decisions"), ("POST", "/review/decisions/00000000/withdrawal"),
    ],
)  # fmt: skip
def test_without_a_token_nobody_decides(client: FlaskClient, method: str, path: str) -> None:
    """Every address says so, to people and to programs, also when an empty token is sent."""
    for headers in (PEOPLE, {"Accept": "application/json"}, {"Authorization": "Bearer "}):
        answer = client.open(path, method=method, headers=headers, data={"token": "", "name": "Ana"})
        assert answer.status_code == 403
        assert "GCM_WRITE_TOKEN" in answer.text or answer.get_json()["type"].endswith("/review-closed")


def test_pages_lead_to_review_only_where_it_is_open(client: FlaskClient, anyone: FlaskClient) -> None:
    """A link in the foot of each page."""
    assert 'href="/review"' not in client.get("/about").text
    assert 'href="/review"' in anyone.get("/about").text


def test_a_short_token_is_refused_at_the_start() -> None:
    """What can be guessed is no token."""
    with pytest.raises(Exception, match="GCM_WRITE_TOKEN must have at least 16"):
        load_settings({"GCM_WRITE_TOKEN": "short"})


# Who is let in


def test_who_is_not_signed_in_is_asked_to(anyone: FlaskClient) -> None:
    """People get a form, programs a problem that names the scheme."""
    assert anyone.get("/review", headers=PEOPLE).location == "/review/sign-in"
    answer = anyone.get("/review", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("token", ["", "wrong", TOKEN.upper(), f"{TOKEN} ", "é" * 16, "\ud800", "x" * 1000])
def test_a_wrong_token_lets_nobody_in(token: str) -> None:
    """Neither in the form nor as Bearer; the answer is the same for every wrong one."""
    settings = Settings(store_url="memory:", write_token=TOKEN)
    client = create_app(settings, open_store(settings)).test_client()
    body = urlencode({"token": token, "name": "Ana"}, errors="surrogatepass")
    answer = client.post("/review/sign-in", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 401
    assert COOKIE not in answer.headers.get("Set-Cookie", "")
    sent = token.strip().encode("utf-8", "replace").decode("latin-1")
    if sent != TOKEN:
        assert client.get("/review", headers={"Authorization": f"Bearer {sent}"}).status_code == 401


def test_many_wrong_tokens_have_to_wait() -> None:
    """After ten the right one waits too, for the time that the answer names; another address does not."""
    settings = Settings(store_url="memory:", write_token=TOKEN)
    client = create_app(settings, open_store(settings)).test_client()
    for _ in range(10):
        assert client.post("/review/sign-in", data={"token": "wrong", "name": "Ana"}).status_code == 401
    answer = client.post("/review/sign-in", data={"token": TOKEN, "name": "Ana"})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 61
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    answer = client.post("/review/sign-in", data={"token": TOKEN, "name": "Ana"}, environ_base=elsewhere)
    assert answer.status_code == 303


def test_the_cookie_is_kept_from_scripts_and_other_sites(anyone: FlaskClient) -> None:
    """HttpOnly, SameSite=Strict, for /review alone, for two hours, Secure where the page is; never the token."""
    data = {"token": TOKEN, "name": "Ana"}
    cookie = anyone.post("/review/sign-in", data=data).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Strict", "Path=/review", "Max-Age=7200"):
        assert part in cookie
    assert "Secure" not in cookie
    assert TOKEN not in cookie
    assert "Secure" in anyone.post("/review/sign-in", data=data, base_url="https://localhost").headers["Set-Cookie"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\x00b"])
def test_a_name_is_needed(anyone: FlaskClient, name: str) -> None:
    """A decision without a name would be nobody's."""
    assert anyone.post("/review/sign-in", data={"token": TOKEN, "name": name}).status_code == 400


@pytest.mark.parametrize("value", ["", ".", "x.y", "e30=.00", "\N{SNOWMAN}.\N{SNOWMAN}"])
def test_a_false_cookie_is_none(anyone: FlaskClient, value: str) -> None:
    """What this server did not sign lets nobody in."""
    anyone.set_cookie(COOKIE, value, path="/review")
    assert anyone.get("/review", headers=PEOPLE).location == "/review/sign-in"


def test_a_cookie_ends(opened: Flask, ana: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its time, with another token, and by signing out; a changed name breaks it."""
    cookie = ana.get_cookie(COOKIE, path="/review")
    assert cookie is not None
    body, _, signature = cookie.value.partition(".")
    request = opened.test_request_context("/review", headers={"Cookie": f"{COOKIE}={cookie.value}"}).request
    assert Door(TOKEN).reviewer(request) is not None
    assert Door("another token of mine").reviewer(request) is None
    changed = opened.test_request_context("/review", headers={"Cookie": f"{COOKIE}={body[:-4]}AAAA.{signature}"})
    assert Door(TOKEN).reviewer(changed.request) is None
    later = reviewers.time.time() + reviewers.SECONDS + 1
    monkeypatch.setattr(reviewers.time, "time", lambda: later)
    assert Door(TOKEN).reviewer(request) is None
    monkeypatch.undo()
    assert ana.post("/review/sign-out", data={"mark": mark(ana)}).status_code == 303
    assert ana.get_cookie(COOKIE, path="/review") is None


# Other sites


def test_a_form_of_another_site_is_refused(ana: FlaskClient) -> None:
    """By what the browser says of where it comes from, and by the mark that only our page knows."""
    fields = {"verdict": "new", "thing": GROUP, "mark": mark(ana)}
    refused = [
        ana.post("/review/decisions", data=fields, headers=PEOPLE | {"Sec-Fetch-Site": "cross-site"}),
        ana.post("/review/decisions", data=fields, headers=PEOPLE | {"Sec-Fetch-Site": "same-site"}),
        ana.post("/review/decisions", data=fields, headers=PEOPLE | {"Origin": "https://elsewhere.example"}),
        ana.post("/review/decisions", data=fields, headers=PEOPLE | {"Origin": "null"}),
        ana.post("/review/decisions", data=fields | {"mark": ""}, headers=PEOPLE),
        ana.post("/review/decisions", data=fields | {"mark": "0" * 64}, headers=PEOPLE),
        ana.post("/review/decisions/00000000/withdrawal", data={}, headers=PEOPLE),
        ana.post("/review/sign-out", data={}, headers=PEOPLE),
    ]
    assert [answer.status_code for answer in refused] == [403] * len(refused)
    assert not any("withdrawn_at" not in one for one in decisions(ana))


def test_signing_in_from_another_site_is_refused(anyone: FlaskClient) -> None:
    """Nobody is signed in under a name that another site chose."""
    answer = anyone.post(
        "/review/sign-in", data={"token": TOKEN, "name": "Eve"}, headers={"Origin": "https://e.example"}
    )
    assert answer.status_code == 403


def test_json_with_a_cookie_alone_is_no_decision(ana: FlaskClient) -> None:
    """Programs have the token; a body without the mark of a form counts for nothing."""
    answer = ana.post("/review/decisions", json={"verdict": "new", "thing": GROUP, "by": "Ana"})
    assert answer.status_code == 403


def test_a_form_without_a_cookie_is_no_decision(anyone: FlaskClient, ana: FlaskClient) -> None:
    """Not even with a mark that was seen elsewhere."""
    fields = {"verdict": "new", "thing": GROUP, "mark": mark(ana)}
    assert anyone.post("/review/decisions", data=fields, headers=PEOPLE).status_code == 401


# Deciding


def test_a_person_decides_and_takes_back(ana: FlaskClient) -> None:
    """The page tells what was done; the entity says it was reviewed; taking back restores it."""
    fields = {"verdict": "new", "thing": f"http://localhost/page/{GROUP}", "note": HOSTILE, "mark": mark(ana)}
    answer = ana.post("/review/decisions", data=fields, headers=PEOPLE, follow_redirects=True)
    assert "Decided:" in answer.text
    assert "and reviewed" in ana.get(f"/page/{GROUP}").text
    listed = ana.get("/review?list=decisions", headers=PEOPLE).text
    assert "<script>" not in listed
    assert "&lt;script&gt;" in listed
    name = next(one["decision"] for one in decisions(ana) if "withdrawn_at" not in one)
    assert "<script>" not in ana.get(f"/page/decision/{name}").text
    form = {"mark": mark(ana), "list": "decisions"}
    answer = ana.post(f"/review/decisions/{name}/withdrawal", data=form, headers=PEOPLE, follow_redirects=True)
    assert "Taken back:" in answer.text
    assert "and reviewed" not in ana.get(f"/page/{GROUP}").text


def test_a_program_decides_and_takes_back(anyone: FlaskClient) -> None:
    """201 with the name of the decision, which resolves to its data; then it is taken back."""
    answer = say(anyone, verdict="same", thing=GROUP, other="process/gfmd", by="a script", note="Tested.")
    assert answer.status_code == 201
    taken = answer.get_json()
    assert (taken["verdict"], taken["by"]) == ("same", "a script")
    assert answer.headers["Location"].endswith(f"/id/decision/{taken['decision']}")
    data = anyone.get(f"/id/decision/{taken['decision']}", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert "a script" in data.text
    assert data.mimetype == "text/turtle"
    back = anyone.post(f"/review/decisions/{taken['decision']}/withdrawal", json={"by": "a script"}, headers=BEARER)
    assert back.get_json()["withdrawn_by"] == "a script"


def test_what_is_merged_leads_to_what_it_is(anyone: FlaskClient) -> None:
    """The old address answers with the page of the other, which says so; lists have it no more; data keep it."""
    say(anyone, verdict="same", thing=GROUP, other="working-group/migration-mptf-steering-committee", by="Ana")
    page = anyone.get(f"/id/{GROUP}", headers=PEOPLE, follow_redirects=True)
    assert page.request.path == "/page/working-group/migration-mptf-steering-committee"
    assert "Judged to be the same" in page.text
    assert "Notes" in page.text, "the document that names it under the other name"
    assert f"/page/{GROUP}" not in anyone.get("/class/working-group").text
    assert "isReplacedBy" in anyone.get(f"/data/{GROUP}.ttl").text


def test_a_wrong_claim_is_marked_where_it_stands(anyone: FlaskClient) -> None:
    """On its page and in its document, with who and when; it is no fact any more."""
    odd = anyone.get("/document/odd", headers=PEOPLE).text
    claim = next(name for name in re.findall(r"/page/claim/([0-9a-f]{32})", odd))
    assert say(anyone, verdict="wrongClaim", thing=f"claim/{claim}", by="Ana", note=HOSTILE).status_code == 201
    page = anyone.get(f"/page/claim/{claim}").text
    assert "judged wrong by Ana" in page
    assert "<script>" not in page
    assert "set aside by Ana" in anyone.get("/document/odd", headers=PEOPLE).text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"verdict": "new", "thing": "event/nowhere", "by": "Ana"}, 409),
        ({"verdict": "new", "thing": "state/mexico", "by": "Ana"}, 409),
        ({"verdict": "maybe", "thing": GROUP, "by": "Ana"}, 409),
        ({"verdict": "new", "thing": GROUP}, 409),
        ({"verdict": "new", "thing": GROUP, "by": "Ana", "note": "x" * 2001}, 409),
        ({"verdict": "new", "thing": "", "by": "Ana"}, 400),
        ({"thing": GROUP, "by": "Ana"}, 400),
        ({"verdict": "new", "thing": 7, "by": "Ana"}, 400),
        ({"verdict": "new", "thing": GROUP, "by": "Ana", "colour": "red"}, 400),
        ({"verdict": "new", "thing": "> } DROP ALL #", "by": "Ana"}, 409),
        (["new"], 400),
    ],
)
def test_what_cannot_be_decided_is_told(anyone: FlaskClient, fields: object, status: int) -> None:
    """In a problem document, and nothing changes."""
    before = decisions(anyone)
    answer = anyone.post("/review/decisions", json=fields, headers=BEARER)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert decisions(anyone) == before


def test_a_huge_body_is_not_read(anyone: FlaskClient, ana: FlaskClient) -> None:
    """Neither from a program nor from a form."""
    huge = "x" * 100_000
    assert say(anyone, verdict="new", thing=GROUP, by="Ana", note=huge).status_code == 413
    answer = ana.post("/review/decisions", data={"verdict": "new", "thing": GROUP, "note": huge}, headers=PEOPLE)
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"null", b""])
def test_a_body_that_is_no_json_is_refused(anyone: FlaskClient, body: bytes) -> None:
    """For decisions and for taking back."""
    for path in ("/review/decisions", "/review/decisions/00000000/withdrawal"):
        answer = anyone.post(path, data=body, content_type="application/json", headers=BEARER)
        assert answer.status_code == 400


# Lists


@pytest.mark.parametrize("kind", ["entities", "links", "claims", "decisions"])
def test_lists_are_for_people_and_programs(ana: FlaskClient, kind: str) -> None:
    """The page and the JSON hold the same number of things, and neither is kept by anybody."""
    page = ana.get(f"/review?list={kind}", headers=PEOPLE)
    data = ana.get(f"/review?list={kind}", headers=BEARER)
    assert page.status_code == 200
    assert page.text.count('<div class="item">') == len(data.get_json()["items"])
    assert {page.headers["Cache-Control"], data.headers["Cache-Control"]} == {"no-store"}
    assert "ETag" not in page.headers
    assert "<script>" not in page.text


def test_like_entities_are_offered_but_not_those_it_is_judged_not_to_be(ana: FlaskClient) -> None:
    """Beside a provisional entity stand those whose names share words with it."""
    thing = next(
        one["judge"] for one in ana.get("/review", headers=BEARER).get_json()["items"] if "event/" in one["judge"]
    )
    page = ana.get("/review", headers=PEOPLE).text
    assert thing not in re.search(rf'value="{thing}".*?</datalist>', page, re.DOTALL)[0].partition("<datalist")[2]
    first = re.search(rf'value="{thing}".*?<option value="([^"]+)">', page, re.DOTALL)[1]
    assert say(ana, verdict="notSame", thing=thing, other=first, by="Ana").status_code == 201
    page = ana.get("/review", headers=PEOPLE).text
    after = re.search(rf'value="{thing}".*?</datalist>', page, re.DOTALL)[0]
    assert f'<option value="{first}">' not in after
    assert "Judged not the same as" in page


def test_a_list_or_page_that_is_not_there_is_a_bad_request(ana: FlaskClient) -> None:
    """Names and numbers are checked."""
    for query in ("list=persons", "page=0", "page=99", "page=x"):
        assert ana.get(f"/review?{query}", headers=PEOPLE).status_code == 400


# A real server over a real store


@pytest.mark.server
def test_a_decision_over_http_is_a_new_state_of_the_store(tmp_path: Path) -> None:
    """It is published like a load, read back by another process's view, and still there after a restart."""
    settings = load_settings({}, store_url=str(tmp_path / "store"), port=0, write_token=TOKEN)
    store: Store = open_store(settings)
    fill(store)
    with store.view() as view:
        before = view.generation
    with running(create_app(settings, store), settings) as served:
        wire = http.client.HTTPConnection(served.base.removeprefix("http://"))
        body = json.dumps({"verdict": "new", "thing": GROUP, "by": "Ana"})
        wire.request("POST", "/review/decisions", body, BEARER | {"Content-Type": "application/json"})
        answer = wire.getresponse()
        assert answer.status == 201
        name = json.loads(answer.read())["decision"]
        wire.request("GET", f"/page/{GROUP}", headers=PEOPLE)
        assert b"and reviewed" in wire.getresponse().read()
        wire.close()
        follower = open_store(settings, write=False)
        with follower.view() as view:
            assert view.generation != before
        follower.close()
    store.close()
    store = open_store(settings)
    with store.view() as view:
        assert list(check(view)) == []
        assert any(name in line for line in map(str, view.graph("https://w3id.org/gcm-kg/graph/decisions")))
    store.close()
