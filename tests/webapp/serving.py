"""A real server on a free port, in a thread of the test process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask

from ontology.settings import Settings
from webapp.serve import WebServer


@dataclass(frozen=True, slots=True)
class Served:
    """Where it answers, without a slash at the end."""

    base: str


@contextmanager
def running(app: Flask, settings: Settings) -> Iterator[Served]:
    """The application behind waitress until the block ends."""
    server = WebServer(app, settings)
    thread = threading.Thread(target=server.run, name="web server")
    thread.start()
    try:
        yield Served(server.address.rstrip("/"))
    finally:
        server.stop()
        thread.join()
