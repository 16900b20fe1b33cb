"""Who may decide: the write token, as Bearer for programs, and for people once, in a form, for a signed cookie.

The cookie holds the name of the person and when it ends, signed with a key made of the token: nothing is kept here,
and another token ends all that was given. It is HttpOnly and SameSite=Strict. Each form carries a mark that only a page
given to the holder of the cookie can know, and what says that it comes from another site is refused.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from flask import Request, Response

from graph.decisions import LONGEST_NAME
from webapp.errors import BadRequest, CrossSite, NotSignedIn, ReviewClosed, TooManyAttempts

COOKIE = "gcm-review"
SECONDS = 2 * 60 * 60
"""For which somebody who signed in may decide."""

_TRIES, _WINDOW, _ADDRESSES = 10, 60.0, 10_000


@dataclass(slots=True)
class Attempts:
    """Wrong tokens by address, so that nobody tries many: ten in a minute."""

    _failed: "OrderedDict[str, list[float]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, address: str) -> None:
        """Raises TooManyAttempts while there were too many from there."""
        since = time.monotonic() - _WINDOW
        with self._lock:
            recent = [moment for moment in self._failed.get(address, ()) if moment > since]
            if len(recent) >= _TRIES:
                raise TooManyAttempts(int(recent[0] - since) + 1)

    def failed(self, address: str) -> None:
        """One more wrong token from there."""
        with self._lock:
            self._failed[address] = [*self._failed.pop(address, [])[-_TRIES:], time.monotonic()]
            while len(self._failed) > _ADDRESSES:
                self._failed.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who signed in: the name, and the mark of the forms that are theirs."""

    name: str
    mark: str


class Door:
    """Lets in who has the token."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        self._key = hashlib.blake2b(b"review", key=hashlib.sha256(self._token).digest()).digest()
        self._attempts = Attempts()

    @property
    def is_open(self) -> bool:
        """Whether anybody can be let in."""
        return bool(self._token)

    def require_open(self) -> None:
        """Raises ReviewClosed when no token is set."""
        if not self.is_open:
            raise ReviewClosed("No write token is set, so decisions cannot be taken over the web.")

    def check_token(self, given: str, address: str) -> None:
        """Compare in constant time. Raises NotSignedIn for a wrong token, TooManyAttempts after many."""
        self.require_open()
        self._attempts.check(address)
        if not hmac.compare_digest(given.encode(), self._token):
            self._attempts.failed(address)
            raise NotSignedIn("The token is wrong.")

    def check_bearer(self, request: Request) -> bool:
        """Whether a program sent the token; False when it sent none. Raises as `check_token`."""
        self.require_open()
        kind, _, given = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return False
        self.check_token(given.strip(), request.remote_addr or "")
        return True

    def reviewer(self, request: Request) -> Reviewer | None:
        """The person whose cookie came with the request; None without one, or with one that is false or over."""
        self.require_open()
        body, _, signature = request.cookies.get(COOKIE, "").partition(".")
        if not body or not hmac.compare_digest(signature.encode(), self._sign("cookie", body).encode()):
            return None
        try:
            said = json.loads(base64.urlsafe_b64decode(body))
        except (ValueError, binascii.Error):
            return None
        return Reviewer(str(said["name"]), self._sign("mark", body)) if said["until"] > time.time() else None

    def sign_in(self, response: Response, name: str, *, secure: bool) -> None:
        """Give the cookie. Raises BadRequest for a name that decisions cannot bear."""
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise BadRequest(f"Give the name under which you decide, of at most {LONGEST_NAME} characters.")
        said = {"name": name, "until": int(time.time()) + SECONDS, "salt": secrets.token_hex(8)}
        body = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
        response.set_cookie(
            COOKIE, f"{body}.{self._sign('cookie', body)}", max_age=SECONDS, path="/review", httponly=True,
            samesite="Strict", secure=secure,
        )  # fmt: skip

    def check_form(self, request: Request) -> Reviewer:
        """The person who sent a form of ours. Raises NotSignedIn without a cookie, CrossSite without its mark."""
        check_origin(request)
        person = self.reviewer(request)
        if person is None:
            raise NotSignedIn("You are not signed in, or it was too long ago.")
        if not hmac.compare_digest(request.form.get("mark", "").encode(), person.mark.encode()):
            raise CrossSite("The form lacks the mark of the page that it should come from.")
        return person

    def _sign(self, purpose: str, body: str) -> str:
        return hmac.new(self._key, f"{purpose}:{body}".encode(), hashlib.sha256).hexdigest()


def check_origin(request: Request) -> None:
    """Raises CrossSite when the browser says that a form comes from elsewhere (Fetch Metadata, Origin)."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise CrossSite("The browser says that the form comes from another site.")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise CrossSite("The form comes from another site.")
