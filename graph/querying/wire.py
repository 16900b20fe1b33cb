"""What passes between the pool and a query worker: length-prefixed bytes over a socket, nothing pickled.

A request is JSON (terms only as IRIs); a reply is a status, a flag, a length and the serialised answer itself.
"""

import json
import socket
import struct
from dataclasses import dataclass
from enum import StrEnum

from graph.contract import Selection

_REQUEST = struct.Struct("!I")
_CHUNK = 1 << 20
_REPLY = struct.Struct("!c?Q")


class Status(StrEnum):
    """First byte of a reply: the kind of an answer, or why there is none."""

    SOLUTIONS = "s"
    BOOLEAN = "b"
    GRAPH = "g"
    READY = "r"
    SYNTAX = "x"
    TOO_LARGE = "l"
    FAILED = "f"


KINDS = {Status.SOLUTIONS: "solutions", Status.BOOLEAN: "boolean", Status.GRAPH: "graph"}


@dataclass(frozen=True, slots=True)
class Request:
    """A query with its dataset, the media type for each kind of answer, and what it may use.

    selection: None for the union of all graphs, unless `own_dataset`: then the query has FROM clauses.
    """

    text: str
    accept: dict[str, str]
    own_dataset: bool
    selection: Selection | None
    seconds: float
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer or a message; `worn`: the worker has grown and should not be used again."""

    status: Status
    body: bytes
    worn: bool = False


class Hangup(Exception):
    """The other side is gone."""


def send_request(peer: socket.socket, request: Request) -> None:
    """Write a request. Raises OSError when the worker is gone."""
    fields = {name: getattr(request, name) for name in Request.__slots__}
    if request.selection is not None:
        fields["selection"] = {"default": request.selection.default, "named": request.selection.named}
    data = json.dumps(fields).encode()
    peer.sendall(_REQUEST.pack(len(data)) + data)


def receive_request(peer: socket.socket) -> Request:
    """The next request. Raises Hangup when there will be none."""
    (length,) = _REQUEST.unpack(_receive(peer, _REQUEST.size))
    fields = json.loads(_receive(peer, length))
    chosen = fields.pop("selection")
    selection = Selection(tuple(chosen["default"]), tuple(chosen["named"])) if chosen else None
    return Request(**fields, selection=selection)


def send_reply(peer: socket.socket, reply: Reply) -> None:
    """Write a reply. Raises OSError when the pool is gone."""
    head = _REPLY.pack(reply.status.encode(), reply.worn, len(reply.body))
    if len(reply.body) <= _CHUNK:
        peer.sendall(head + reply.body)
    else:
        peer.sendall(head)
        peer.sendall(reply.body)


def receive_reply(peer: socket.socket) -> Reply:
    """The next reply. Raises Hangup when the worker died, TimeoutError past the time-out of the socket."""
    status, worn, length = _REPLY.unpack(_receive(peer, _REPLY.size))
    return Reply(Status(status.decode()), _receive(peer, length), worn)


def _receive(peer: socket.socket, length: int) -> bytes:
    chunks = []
    while length:
        try:
            chunk = peer.recv(min(length, _CHUNK))
        except ConnectionError as error:
            raise Hangup from error
        if not chunk:
            raise Hangup
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)
