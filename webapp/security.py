"""Headers that keep pages to this host: no outside address, no inline script, no frame, no guessing of types."""

from flask import Flask, Response

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
EDITOR = {"style-src-attr": "'unsafe-inline'"}
"""For the page of the editor only: its library writes style attributes. Scripts stay as strict as everywhere."""


def policy(changes: dict[str, str] | None = None) -> str:
    """The Content-Security-Policy header (CSP level 3), with some directives changed."""
    return "; ".join(f"{name} {value}" for name, value in (_POLICY | (changes or {})).items())


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", policy())
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    return response


def register(app: Flask) -> None:
    """Put the headers on every response."""
    app.after_request(_add_headers)
