"""What passes the guard harms no worker for long; what passes it wrongly still calls nobody."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from graph.errors import QueryError, QueryRefused
from graph.querying.jail import forbid_calls
from tests.graph.lab import Lab

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(%s true) }" % ("! " * 1990),
        "ASK { FILTER(1 %s = 1) }" % ("+ 1 " * 1990),
        "ASK { FILTER(true %s) }" % ("&& true " * 990),
        "ASK { {} %s }" % ("UNION {} " * 980),
        "ASK {{ {} }}".format(" ".join(f"BIND(1 AS ?x{i})" for i in range(980))),
        "ASK {{ {} FILTER(true) {} }}".format("FILTER EXISTS { " * 98, "} " * 98),
        "ASK { %s }" % ("OPTIONAL { " * 98 + "} " * 98),
        "ASK {{ FILTER {}true{} }}".format("(" * 98, ")" * 98),
        "ASK { ?s <a:a>%s ?o }" % ("/<a:a>" * 900),
        "ASK {{ ?s {}<a:a>{} ?o }}".format("(" * 95, "*)" * 95),
        "ASK { VALUES ?x { %s } }" % ("1 " * 20000),
    ],
    ids=["not", "plus", "and", "union", "bind", "exists", "optional", "brackets", "path", "stars", "values"],
)
def test_what_the_guard_lets_through_does_not_overflow_the_stack(hasty_lab: Lab, text: str) -> None:
    """At its limits a query is answered, or ends for another reason."""
    try:
        hasty_lab.ask(text)
    except QueryRefused as error:
        pytest.fail(str(error))
    except QueryError:
        pass


@pytest.fixture
def trap() -> Iterator[tuple[str, list[object]]]:
    """An address, and who called it."""
    callers: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                callers.append(address)

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", callers
        done.set()
        thread.join()


@pytest.mark.parametrize("glue", ["SERVICE <%s>", "service:x", "trueSERVICE:x", "SERVICESILENT:x", "1SERVICE:x"])
def test_service_calls_nobody(lab: Lab, trap: tuple[str, list[object]], glue: str) -> None:
    """Refused by the guard, however it is glued to its neighbours; past the guard the worker cannot connect."""
    address, callers = trap
    part = glue.replace("%s", address)
    text = f"PREFIX : <{address}> SELECT * {{ <a:a> <a:b> {part} {{ ?s ?p ?o }} }}"
    if glue[0] in "Ss":
        text = f"PREFIX : <{address}> SELECT * {{ {part} {{ ?s ?p ?o }} }}"
    with pytest.raises(QueryRefused, match="SERVICE"):
        lab.ask(text)
    if _jail_works():
        with suppress(QueryError):
            lab.ask_unguarded(text)
    assert callers == []


def _jail_works() -> bool:
    """Tried in a process of its own: it cannot be taken back."""
    pid = os.fork()
    if pid == 0:
        os._exit(0 if forbid_calls() else 1)
    return os.waitpid(pid, 0)[1] == 0
