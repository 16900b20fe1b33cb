"""The web server: waitress around the application, from the first request to a quiet end."""

import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from waitress.server import create_server

from ontology.settings import Settings
from webapp.requests import service

log = logging.getLogger(__name__)

THREADS = 12
"""More than query workers, so that pages and health answer while all long queries run."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class _Stop(Exception):
    """Raised by a signal to leave the server's loop."""


def _on_signal(number: int, _frame: FrameType | None) -> None:
    raise _Stop(signal.Signals(number).name)


def make_server(app: Flask, settings: Settings, threads: int = THREADS) -> "tuple[object, str]":
    """A server that is bound but not running, and its address. Raises OSError when the port is taken."""
    server = create_server(
        app, host=settings.host, port=settings.port, threads=threads, ident=None, clear_untrusted_proxy_headers=True
    )
    return server, f"http://{_bracketed(settings.host)}:{_port(server)}/"


def _port(server: object) -> int:
    port = getattr(server, "effective_port", None)
    if port is None:
        port = server.effective_listen[0][1]  # type: ignore[attr-defined]
    return int(port)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def serve(app: Flask, settings: Settings, announce: Callable[[str], None] = log.info) -> None:
    """Serve until SIGTERM or SIGINT. `announce` gets the address once connections are taken.

    Requests under way are answered before the threads end; port 0 takes a free port.
    """
    server, address = make_server(app, settings)
    previous = _take_signals()
    announce(address)
    try:
        server.run()  # type: ignore[attr-defined]
    except _Stop as stop:
        log.info("stopping on %s", stop)
    finally:
        server.close()  # type: ignore[attr-defined]
        _dispatcher_end(server)
        service(app).index.close()
        for number, before in previous.items():
            signal.signal(number, before)


def _take_signals() -> dict[signal.Signals, Any]:
    """Signals can only be taken in the main thread; elsewhere the caller ends the server."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.signal(number, _on_signal) for number in _SIGNALS}


def _dispatcher_end(server: object) -> None:
    dispatcher = getattr(server, "task_dispatcher", None)
    if dispatcher is not None:
        dispatcher.shutdown()
