"""Measure the way from text to stored quads: milliseconds of one core for 10 KB, by stage (see README.md, "Speed")."""

import argparse
import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pyoxigraph import Quad

from graph.iris import document_graph
from graph.quads import document_quads
from graph.records import Document
from graph.stores.store_embedded import EmbeddedStore
from loaders.claims.assemble import assemble
from loaders.dates.dates import find_dates
from loaders.frame.frame import frame
from loaders.pipeline import VERSION, claim
from loaders.reading.read import read
from loaders.recognition.recognise import recognise
from ontology.settings import load_settings

OWN = Path(__file__).parent / "development" / "documents"
SHA256 = "0" * 64
T = TypeVar("T")


class Clock:
    """Seconds of processor time spent in each stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """What the work gives."""
        start = time.process_time()
        result = work()
        self.seconds[stage] += time.process_time() - start
        return result


def run(raw: str, slug: str, clock: Clock) -> list[Quad]:
    """Read one text, as `loaders.pipeline.read_document` does, and make quads of it."""
    find_dates.cache_clear()  # else a text read before costs less
    reading = clock.time("read", lambda: read(raw, "text.md", SHA256))
    about = clock.time("frame", lambda: frame(reading))
    found = clock.time("recognise", lambda: recognise(reading, about))
    stated = clock.time("claim", lambda: claim(found) if found.of_this_world else [])
    document = Document(
        slug=slug, sha256=SHA256, file_name="text.md", title=about.title, language=reading.language,
        genre=about.genre, text=raw, date=about.date, date_note=about.date_note, flags=about.flags, version=VERSION,
    )  # fmt: skip
    records = clock.time("assemble", lambda: assemble(document, found, stated))
    return clock.time("quads", lambda: document_quads(records))


def store(graphs: Mapping[str, Sequence[Quad]], clock: Clock) -> None:
    """Write graphs to an empty store in one commit."""
    with tempfile.TemporaryDirectory() as folder:
        embedded = EmbeddedStore(load_settings({}, store_url=f"{folder}/store"))

        def write() -> None:
            with embedded.writer() as writer:
                for graph, quads in graphs.items():
                    writer.replace(graph, quads)

        clock.time("store", write)
        embedded.close()


def texts(paths: Sequence[Path]) -> list[str]:
    """The texts of these files and folders."""
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return [file.read_text(encoding="utf-8") for file in files if file.suffix in (".md", ".txt")]


def main() -> None:
    """Print a table of the stages: the best of several rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[OWN], help="text files or folders of them")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--join", action="store_true", help="read all of them as one long document")
    options = parser.parse_args()
    raws = texts(options.paths)
    raws = ["\n\n".join(raws)] if options.join else raws
    for raw in raws:
        run(raw, "text", Clock())  # rules and word lists are compiled once a process
    gc.collect()
    gc.freeze()
    rounds = []
    for _ in range(options.rounds):
        clock = Clock()
        graphs = {document_graph(f"text-{n}"): run(raw, f"text-{n}", clock) for n, raw in enumerate(raws)}
        store(graphs, clock)
        rounds.append(clock.seconds)
    best = min(rounds, key=lambda seconds: seconds.total())
    size = sum(len(raw.encode()) for raw in raws)
    print(f"{len(raws)} documents, {size / 1000:.0f} KB, best of {len(rounds)} rounds; ms of one core for 10 KB")
    for stage, seconds in best.items():
        print(f"  {stage:10} {seconds * 1e7 / size:7.1f}  {seconds / best.total():4.0%}")
    print(f"  {'all':10} {best.total() * 1e7 / size:7.1f}")


if __name__ == "__main__":
    main()
