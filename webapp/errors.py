"""Errors of requests that cannot be answered.

GcmError
└── RequestError           carries nothing but its line; `problems` knows the status
    ├── BadRequest         a parameter is missing, doubled or not what it must be
    ├── UnknownThing       no entity, document, record or page of that name
    ├── NotAcceptable      none of the formats we have is wanted (carries the choices)
    ├── UnsupportedBody    a POST whose content type we do not read
    └── UpdateRefused      a change was asked of an endpoint that only answers
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
