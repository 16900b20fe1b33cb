"""Measure `gcm load` with many made-up documents: time, rate, memory, and going on after a kill (see README.md)."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.loading.generate import write

ROOT = Path(__file__).resolve().parents[2]
_TICK = 0.1  # seconds between two looks at the processes


@dataclass(slots=True)
class Outcome:
    """What one run of the command took.

    cpu: seconds of the command and of all that it started, user and system. Those that read are children of a server of
    their own, which nobody waits for, so that the system does not add their time to ours: it is looked up as they work.
    Memory in MB: the most of the command itself, and of any process that it started.
    """

    wall: float = 0.0
    cpu: float = 0.0
    own: float = 0.0
    others: float = 0.0
    said: str = ""
    _peaks: dict[int, float] = field(default_factory=dict)
    _seconds: dict[int, float] = field(default_factory=dict)

    def look(self, process: int) -> None:
        """Note the memory and time of a process and of all that it started."""
        for pid in tree(process):
            self._peaks[pid] = max(self._peaks.get(pid, 0.0), peak(pid))
            self._seconds[pid] = max(self._seconds.get(pid, 0.0), seconds(pid))
        self.own = self._peaks.get(process, 0.0)
        self.others = max((most for pid, most in self._peaks.items() if pid != process), default=0.0)
        self.cpu = sum(self._seconds.values())


def tree(process: int) -> list[int]:
    """A process and all below it, by what the system tells (Linux)."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            below.setdefault(parent, []).append(int(entry.name))
    found = [process]
    for pid in found:
        found += below.get(pid, [])
    return found


def peak(pid: int) -> float:
    """Most memory that a process had, in MB; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def seconds(pid: int) -> float:
    """Processor time of a process until now, without that of others it started; 0 when it is gone."""
    try:
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def run(folder: Path, store: Path, workers: int, kill_after: float | None = None) -> Outcome:
    """One load; with kill_after it is killed after so many seconds."""
    outcome, start = Outcome(), time.perf_counter()
    command = [sys.executable, str(ROOT / "gcm.py"), "load", str(folder), "--store", str(store)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GCM_LOAD_WORKERS": str(workers)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        while process.poll() is None:
            outcome.look(process.pid)
            time.sleep(_TICK)
            if kill_after is not None and time.perf_counter() - start > kill_after:
                process.send_signal(signal.SIGKILL)
        assert process.stdout is not None
        outcome.said = " | ".join(process.stdout.read().split("\n")).strip(" |")
    outcome.wall = time.perf_counter() - start
    return outcome


def size_of(folder: Path) -> float:
    """MB of the files below a folder, each once however often it is linked."""
    found = {path.stat().st_ino: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    return sum(found.values()) / 1e6


def report(count: int, size: int, outcome: Outcome, store: Path) -> None:
    """One line of the table."""
    print(
        f"{count:>9} {size / 1e6:7.1f} {outcome.wall:8.1f} {count / outcome.wall:7.1f} {outcome.cpu:8.1f} "
        f"{outcome.cpu * 1e7 / size:9.1f} {outcome.own:8.0f} {outcome.others:8.0f} {size_of(store):8.0f}",
        flush=True,
    )


def main() -> None:
    """Load 100, 1,000 and 10,000 documents (or what is asked for) and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000])
    parser.add_argument("--size", type=int, default=10_000, help="bytes of a document, on average")
    parser.add_argument("--workers", type=int, default=0, help="processes that read; 0 takes one a core")
    parser.add_argument("--kill-after", type=float, help="seconds after which the first load is killed, then go on")
    parser.add_argument("--folder", type=Path, help="where documents and stores are kept; else they are removed")
    options = parser.parse_args()
    place = options.folder or Path(tempfile.mkdtemp(prefix="gcm-loading-"))
    print("documents      MB   wall s  docs/s    cpu s  ms/10 KB   own MB others MB store MB")
    try:
        for count in options.counts:
            documents, store = place / f"documents-{count}-{options.size}", place / f"store-{count}"
            shutil.rmtree(store, ignore_errors=True)
            size = write(documents, count, options.size)
            if options.kill_after is not None:
                report(count, size, run(documents, store, options.workers, options.kill_after), store)
            outcome = run(documents, store, options.workers)
            report(count, size, outcome, store)
            print(f"          {outcome.said}")
    finally:
        if options.folder is None:
            shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
