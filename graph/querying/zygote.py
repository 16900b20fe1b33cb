"""The process that query workers are forked from: one thread, pyoxigraph imported, no store open.

It is started as a program of its own, so that no fork ever happens in a process with threads or an open store, and
it alone ends and collects its children, so that no signal can reach a stranger who got the same number.
Commands are lines of JSON on a socket, with the worker's socket passed along:
`{"fork": folder, "memory": MiB}` -> `{"pid": n}`; `{"end": pid, "died": bool}` -> `{"status": wait status or null}`.
When the socket closes or the parent is gone, all children are killed.
"""

import json
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress

from graph.querying.worker import work

_IDLE_MS, _COLLECT_MS = 1000, 20


class _Nursery:
    """The children, and those of them that were told to end."""

    def __init__(self) -> None:
        self.children: set[int] = set()
        self.ending: set[int] = set()

    def fork(self, control: socket.socket, peer: int, folder: str, memory_mb: int) -> int:
        me = os.getpid()
        pid = os.fork()
        if pid == 0:
            control.close()
            work(socket.socket(fileno=peer), folder, memory_mb, me)
        os.close(peer)
        self.children.add(pid)
        return pid

    def end(self, pid: int, died: bool) -> int | None:
        """Kill a child; of one that hung up by itself, tell how it ended."""
        if pid not in self.children:
            return None
        limit = time.monotonic() + 2
        while died and time.monotonic() < limit:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                self.children.discard(pid)
                return status
            time.sleep(0.002)
        os.kill(pid, signal.SIGKILL)
        self.ending.add(pid)
        return None

    def collect(self) -> None:
        for pid in list(self.ending):
            done, _ = os.waitpid(pid, os.WNOHANG)
            if done:
                self.ending.discard(pid)
                self.children.discard(pid)

    def end_all(self) -> None:
        for pid in self.children:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def serve(control: socket.socket) -> None:
    """Obey commands until the other side or the parent process is gone; then leave no child behind."""
    nursery, parent = _Nursery(), os.getppid()
    poll = select.poll()
    poll.register(control, select.POLLIN)
    while True:
        nursery.collect()
        if not poll.poll(_COLLECT_MS if nursery.ending else _IDLE_MS):
            if os.getppid() != parent:
                break
            continue
        line, peers = _receive(control)
        if not line:
            break
        command = json.loads(line)
        if "fork" in command:
            answer: dict[str, int | None] = {"pid": nursery.fork(control, peers[0], command["fork"], command["memory"])}
        else:
            answer = {"status": nursery.end(command["end"], command["died"])}
        control.sendall(json.dumps(answer).encode() + b"\n")
    nursery.end_all()


def _receive(control: socket.socket) -> tuple[bytes, list[int]]:
    """A whole line and the descriptors that came with it; an empty line at the end."""
    line, peers = b"", []
    while not line.endswith(b"\n"):
        data, descriptors, _, _ = socket.recv_fds(control, 65536, 1)
        if not data:
            return b"", []
        line += data
        peers += descriptors
    return line, peers


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started us
    serve(socket.socket(fileno=int(sys.argv[1])))
