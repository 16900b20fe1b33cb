"""The web server: waitress around the application, from the first request to a quiet end."""

import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from ontology.settings import Settings
from webapp.requests import service

log = logging.getLogger(__name__)

THREADS = 12
"""More than query workers, so that pages and health answer while all long queries run."""

_WAKE_SECONDS = 0.25
_DRAIN_SECONDS = 15.0
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class WebServer:
    """A server that is bound from the start, answers in `run`, and ends after `stop` was called from anywhere."""

    def __init__(self, app: Flask, settings: Settings, threads: int = THREADS) -> None:
        """Port 0 takes a free one. Raises OSError when the port is taken."""
        self._app = app
        self._sockets: dict[int, Any] = {}
        self._stopping = threading.Event()
        # Bound here, because waitress leaves a socket open when it cannot bind one.
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=1024)
        host = f"[{settings.host}]" if family is socket.AF_INET6 else settings.host
        self.address = f"http://{host}:{listening.getsockname()[1]}/"
        self._server = create_server(app, map=self._sockets, sockets=[listening], threads=threads, ident=None)

    def run(self) -> None:
        """Answer until stopped; then what is under way is still answered, and nothing new is taken."""
        try:
            while not self._stopping.is_set():
                self._turn()
            self._drain()
        finally:
            self._server.task_dispatcher.shutdown()
            wasyncore.close_all(self._sockets)
            service(self._app).index.close()

    def stop(self) -> None:
        """Ask the server to end; it does so within a moment."""
        self._stopping.set()

    def _turn(self) -> None:
        wasyncore.loop(timeout=_WAKE_SECONDS, map=self._sockets, count=1)

    def _drain(self) -> None:
        for listener in self._sockets.values():
            listener.accepting = False
        until = time.monotonic() + _DRAIN_SECONDS
        while self._busy() and time.monotonic() < until:
            self._turn()

    def _busy(self) -> bool:
        """Whether a connection waits for an answer or has one not yet sent."""
        return any(
            getattr(one, "requests", ()) or getattr(one, "total_outbufs_len", 0) for one in self._sockets.values()
        )


def serve(app: Flask, settings: Settings, announce: Callable[[str], None] = log.info) -> None:
    """Serve until SIGTERM or SIGINT. `announce` gets the address once connections are taken.

    Raises OSError when the address cannot be bound.
    """
    server = WebServer(app, settings)
    with _stopped_by_signals(server):
        announce(server.address)
        server.run()


@contextmanager
def _stopped_by_signals(server: WebServer) -> Iterator[None]:
    """Signals can only be taken in the main thread; elsewhere the caller calls `stop`."""

    def on_signal(number: int, _frame: FrameType | None) -> None:
        log.info("ending on %s", signal.Signals(number).name)
        server.stop()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, on_signal) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
