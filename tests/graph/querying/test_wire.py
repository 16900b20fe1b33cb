"""What passes between pool and worker arrives whole, whatever it holds."""

import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.contract import Selection
from graph.querying.wire import Hangup, Reply, Request, Status, receive_reply, receive_request, send_reply, send_request

iris = st.lists(st.text(max_size=20), max_size=3).map(tuple)


@given(st.text(), st.booleans(), st.none() | st.builds(Selection, iris, iris))
def test_a_request_arrives_as_it_was_sent(text: str, own: bool, selection: Selection | None) -> None:
    """Any text, any dataset."""
    request = Request(text, {"graph": "text/turtle"}, own, selection, 1.5, 100)
    one, two = socket.socketpair()
    with one, two:
        send_request(one, request)
        assert receive_request(two) == request


@pytest.mark.parametrize("size", [0, 1, 5_000_000])
def test_a_reply_arrives_as_it_was_sent(size: int) -> None:
    """Of any size."""
    reply = Reply(Status.SOLUTIONS, bytes(size), True)
    one, two = socket.socketpair()
    with one, two:
        thread = threading.Thread(target=send_reply, args=(one, reply))
        thread.start()
        assert receive_reply(two) == reply
        thread.join()


def test_half_a_reply_is_a_hang_up() -> None:
    """When the worker dies while it speaks."""
    one, two = socket.socketpair()
    with two:
        one.sendall(b"s\0\0\0\0\0\0\0\0\x09half")
        one.close()
        with pytest.raises(Hangup):
            receive_reply(two)
