"""Errors of requests that cannot be answered.

GcmError
└── RequestError           carries nothing but its line; `problems` knows the status
    ├── BadRequest         a parameter is missing, doubled or not what it must be
    ├── UnknownThing       no entity, document, record or page of that name
    ├── NotAcceptable      none of the formats we have is wanted (carries the choices)
    ├── UnsupportedBody    a POST whose content type we do not read
    ├── UpdateRefused      a change was asked of an endpoint that only answers
    ├── ReviewClosed       no write token is set: nobody may decide here
    ├── NotSignedIn        a decision without the write token, or after the time to decide ran out
    ├── CrossSite          a form that does not come from a page of ours
    └── TooManyAttempts    wrong tokens, one after the other (carries seconds to wait)
"""

from ontology.errors import GcmError


class RequestError(GcmError):
    """A request that cannot be answered as it stands."""


class BadRequest(RequestError):
    """A parameter is missing, given twice, or not what it must be."""


class UnknownThing(RequestError):
    """No entity, document, record or graph has that name."""


class NotAcceptable(RequestError):
    """None of the formats we have is wanted; `choices` lists their media types."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__(f"Available here: {', '.join(choices)}")
        self.choices = choices


class UnsupportedBody(RequestError):
    """A POST whose content type we do not read."""


class UpdateRefused(RequestError):
    """A change was asked of an endpoint that only answers queries."""


class ReviewClosed(RequestError):
    """No write token is set, so nobody may decide here."""


class NotSignedIn(RequestError):
    """The write token is missing, wrong, or was given too long ago."""


class CrossSite(RequestError):
    """A form was sent that no page of ours gave to this person."""


class TooManyAttempts(RequestError):
    """Wrong tokens came one after the other; `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("Too many wrong tokens came from this address.")
        self.retry_after = retry_after
