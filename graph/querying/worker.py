"""One query worker: opens a generation for reading, locks itself in, answers one query after the other."""

import os
import resource
import socket

from pyoxigraph import Store

from graph.querying import jail, wire
from graph.querying.evaluation import evaluate

WORN_KIB = 256 * 1024
"""A worker that once needed more than this is not used again: the allocator rarely gives memory back."""


def work(peer: socket.socket, generation: str, memory_mb: int, parent: int) -> None:
    """Serve queries over the socket until the other side hangs up. Runs in its own process; never returns."""
    try:
        jail.die_with_parent(parent)
        _silence()
        jail.be_first_to_go()
        jail.forbid_calls()
        store = Store.read_only(generation)
        jail.limit_memory(memory_mb)
        wire.send_reply(peer, wire.Reply(wire.Status.READY, b""))
        while True:
            request = wire.receive_request(peer)
            jail.limit_seconds(request.seconds)
            reply = evaluate(store, request)
            worn = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > WORN_KIB
            wire.send_reply(peer, wire.Reply(reply.status, reply.body, worn))
    except (wire.Hangup, OSError):
        os._exit(0)
    finally:
        os._exit(1)


def _silence() -> None:
    """What the engine writes when it aborts is for nobody: the pool tells what happened in its own words."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
