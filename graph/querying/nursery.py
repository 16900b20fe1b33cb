"""This process's side of the zygote: start it, ask it for workers, have them ended."""

import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import StoreError

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """A worker process and the socket to it."""

    pid: int
    peer: socket.socket
    zygote: "Zygote"


class Zygote:
    """A running zygote. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair()
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "graph.querying.zygote", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    @property
    def alive(self) -> bool:
        """Whether it can still fork."""
        return self._process.poll() is None

    def fork(self, folder: Path, memory_mb: int) -> Worker:
        """A new worker on a generation. Raises StoreError when the zygote is gone."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                answer = self._ask({"fork": str(folder), "memory": memory_mb}, [theirs.fileno()])
        except StoreError:
            ours.close()
            raise
        return Worker(answer["pid"], ours, self)

    def end(self, worker: Worker, died: bool = False) -> int | None:
        """Kill a worker; of one that died by itself, its wait status."""
        worker.peer.close()
        try:
            status = self._ask({"end": worker.pid, "died": died})["status"]
        except StoreError:
            return None  # all workers end with their zygote
        return None if status is None else int(status)

    def close(self) -> None:
        """End the zygote and with it all workers."""
        with self._lock, suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)  # a plain close is not seen while a forked process holds a copy
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _ask(self, command: dict[str, Any], descriptors: list[int] | None = None) -> dict[str, Any]:
        with self._lock:
            try:
                socket.send_fds(self._control, [json.dumps(command).encode() + b"\n"], descriptors or [])
                line = b""
                while not line.endswith(b"\n"):
                    data = self._control.recv(4096)
                    if not data:
                        raise ConnectionError("hung up")
                    line += data
            except OSError as error:
                raise StoreError("the query workers cannot be started") from error
        answer: dict[str, Any] = json.loads(line)
        return answer
