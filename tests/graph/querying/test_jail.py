"""What a query worker cannot do."""

import os
import platform
import resource
import socket
import sys
from collections.abc import Callable

import pytest

from graph.querying import jail

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
LINUX = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")


def jailed(action: Callable[[], object]) -> str:
    """The name of the error an action ends with in a jailed process, or `done`."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        jail.be_first_to_go()
        assert jail.forbid_calls()
        try:
            action()
            result = "done"
        except BaseException as error:  # noqa: BLE001 - it is told to the parent
            result = type(error).__name__
        os.write(write, result.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        told = pipe.read()
    os.waitpid(pid, 0)
    return told


@pytest.mark.skipif(not LINUX, reason="the filter is written for Linux on x86_64 and aarch64")
@pytest.mark.parametrize(
    ("action", "told"),
    [
        (lambda: socket.socket(), "PermissionError"),
        (lambda: socket.socket(socket.AF_UNIX), "PermissionError"),
        (lambda: os.execv("/bin/true", ["true"]), "PermissionError"),
        (lambda: open(os.devnull).close(), "done"),
        (lambda: resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) or 1 / 0, "done"),
    ],
    ids=["socket", "unix socket", "exec", "open", "no core file"],
)
def test_a_worker_opens_no_connection_and_starts_no_program(action: Callable[[], object], told: str) -> None:
    """But may read files."""
    assert jailed(action) == told


@pytest.mark.skipif(not LINUX, reason="/proc")
def test_memory_and_processor_time_are_limited() -> None:
    """From what the process has now."""

    def check() -> None:
        jail.limit_memory(64)
        jail.limit_seconds(5)
        assert 64 << 20 < resource.getrlimit(resource.RLIMIT_AS)[0] < 1 << 40
        assert 5 < resource.getrlimit(resource.RLIMIT_CPU)[0] < 10_000
        bytearray(256 << 20)

    assert jailed(check) == "MemoryError"
