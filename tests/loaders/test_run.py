"""A load: what goes in, what is passed over, what is reported, and what a dying process leaves of it."""

import multiprocessing
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.contract import Store
from graph.publish import ensure_reference, state_of_documents
from graph.records import DocumentRecords, Failure
from graph.stores.store_memory import MemoryStore
from loaders import pipeline
from loaders.reading import intake
from loaders.reading.intake import Text
from loaders.run import extract, load
from ontology.namespaces import DOCUMENT
from ontology.settings import Settings, load_settings
from tests.conftest import SAMPLES
from tests.loaders.told import WORLD

GHANA = f"Ghana hosted the workshop on data of 3 May 2021.\n\n{WORLD}\n"
PERU = f"Peru hosted the workshop on data of 3 May 2021.\n\n{WORLD}\n"


class Deadly(str):
    """A text that ends the process to which it is sent."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An empty store in memory."""
    memory = MemoryStore(settings)
    yield memory
    memory.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for documents."""
    path = tmp_path / "documents"
    path.mkdir()
    return path


def slugs(store: Store) -> set[str]:
    """Addresses of the documents in a store."""
    with store.view() as view:
        return set(state_of_documents(view))


def hosts(store: Store, slug: str) -> set[str]:
    """Who hosts what, by the claims of one document."""
    prefix = "https://w3id.org/gcm-kg/ontology#"
    with store.view() as view:
        quads = list(view.graph(f"{DOCUMENT.removesuffix('document/')}graph/document/{slug}"))
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    claims = {q.subject for q in quads if q.predicate.value == f"{rdf}predicate" and q.object.value == f"{prefix}hosts"}  # type: ignore[union-attr]
    return {
        q.object.value.rsplit("/", 1)[-1]  # type: ignore[union-attr]
        for q in quads
        if q.subject in claims and q.predicate.value == f"{rdf}subject"
    }


def everything(store: Store) -> dict[str, set[object]]:
    """All quads by graph, but for those about loads."""
    with store.view() as view:
        return {name: set(view.graph(name)) for name in view.graphs() if not name.endswith(("/runs", "/void"))}


def write(path: Path, text: str) -> Path:
    """A file with a text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def reasons(failures: tuple[Failure, ...]) -> dict[str, str]:
    """Why each file, by its name, was not read."""
    return {Path(failure.path).name: failure.reason for failure in failures}


def test_good_files_go_in_and_the_others_are_told(folder: Path, store: Store, settings: Settings) -> None:
    """One load of everything that can be wrong: each bad file has its reason in one line, the good ones are in."""
    write(folder / "good.md", GHANA)
    write(folder / "also-good.txt", PERU)
    write(folder / "empty.md", "")
    write(folder / "blank.txt", " \n\t\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "really.md").write_bytes(b"%PDF-1.7\n%...")
    write(folder / "large.txt", "Ghana. " * 200_000)
    done = load([folder, folder / "absent.md"], store, Settings(store_url=settings.store_url, max_document_mb=1))
    assert set(done.loaded) == {"good", "also-good"} == slugs(store)
    told = reasons(done.failures)
    assert set(told) == {"empty.md", "blank.txt", "binary.txt", "really.md", "large.txt", "absent.md"}
    assert all(reason and "\n" not in reason for reason in told.values())
    assert "1 MiB" in told["large.txt"]
    assert "empty" in told["empty.md"]
    assert dict(done.counts)["claims"] > 0


def test_a_load_is_recorded(folder: Path, store: Store, settings: Settings) -> None:
    """The run tells version, times, what was loaded and what failed; a load of nothing leaves none."""
    write(folder / "good.md", GHANA)
    write(folder / "empty.md", "")
    done = load([folder], store, settings)
    assert done.version
    assert done.started <= done.ended
    with store.view() as view:
        runs = [name for name in view.graphs() if name.endswith("/runs")]
        assert any(done.id in str(quad) for name in runs for quad in view.graph(name))


def test_loading_twice_loads_nothing_twice(folder: Path, store: Store, settings: Settings) -> None:
    """Unchanged bytes are skipped, and the graph stays what it was, quad for quad."""
    for path in sorted(SAMPLES.iterdir())[:3]:
        shutil.copy(path, folder)
    first = load([folder], store, settings)
    before = everything(store)
    again = load([folder], store, settings)
    assert (again.loaded, again.unchanged, again.failures) == ((), len(first.loaded), ())
    assert everything(store) == before


def test_a_changed_file_replaces_what_it_said(folder: Path, store: Store, settings: Settings) -> None:
    """The claims of the former bytes go, those of the new ones come, under the same address."""
    write(folder / "note.md", GHANA)
    load([folder], store, settings)
    assert hosts(store, "note") == {"ghana"}
    write(folder / "note.md", PERU)
    done = load([folder], store, settings)
    assert (done.loaded, done.unchanged) == (("note",), 0)
    assert (slugs(store), hosts(store, "note")) == ({"note"}, {"peru"})
    write(folder / "note.md", GHANA)
    assert load([folder], store, settings).loaded == ("note",)
    assert hosts(store, "note") == {"ghana"}


def test_a_changed_file_ends_in_the_same_graph_as_a_new_one(folder: Path, store: Store, settings: Settings) -> None:
    """Facts and entities are those of loading the new bytes alone."""
    write(folder / "note.md", GHANA)
    load([folder], store, settings)
    write(folder / "note.md", PERU)
    load([folder], store, settings)
    other = MemoryStore(settings)
    load([folder], other, settings)
    assert everything(store) == everything(other)
    other.close()


def test_the_same_bytes_are_one_document(folder: Path, store: Store, settings: Settings) -> None:
    """A copy under another name is passed over: a text counts once."""
    write(folder / "a.md", GHANA)
    write(folder / "b.md", GHANA)
    done = load([folder], store, settings)
    assert (done.loaded, done.unchanged, done.failures) == (("a",), 1, ())
    assert slugs(store) == {"a"}


def test_the_same_name_in_two_folders_is_two_documents(folder: Path, store: Store, settings: Settings) -> None:
    """Two texts with one file name have two addresses, and each keeps its own claims."""
    write(folder / "one" / "note.md", GHANA)
    write(folder / "two" / "note.md", PERU)
    done = load([folder], store, settings)
    assert len(set(done.loaded)) == 2
    assert {frozenset(hosts(store, slug)) for slug in slugs(store)} == {frozenset({"ghana"}), frozenset({"peru"})}


def test_a_namesake_loaded_later_does_not_replace(folder: Path, store: Store, settings: Settings) -> None:
    """Another file of the same name, loaded on another day, is not taken for a new version of the first."""
    first = write(folder / "one" / "note.md", GHANA)
    second = write(folder / "two" / "note.md", PERU)
    load([first], store, settings)
    load([second], store, settings)
    assert {frozenset(hosts(store, slug)) for slug in slugs(store)} == {frozenset({"ghana"}), frozenset({"peru"})}


def test_namesakes_keep_their_addresses(folder: Path, store: Store, settings: Settings) -> None:
    """When the first of two namesakes has not changed, a change of the second leaves the first in peace."""
    write(folder / "one" / "note.md", GHANA)
    changing = write(folder / "two" / "note.md", PERU)
    load([folder], store, settings)
    changing.write_text(PERU.replace("Peru", "Nepal"), encoding="utf-8")
    load([folder], store, settings)
    assert {frozenset(hosts(store, slug)) for slug in slugs(store)} == {frozenset({"ghana"}), frozenset({"nepal"})}


def test_what_may_not_be_read_is_told(folder: Path, store: Store, settings: Settings) -> None:
    """A file and a folder without permission are reported, the others go in."""
    write(folder / "good.md", GHANA)
    closed = write(folder / "closed.md", PERU)
    shut = write(folder / "shut" / "inside.md", PERU).parent
    closed.chmod(0)
    shut.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        done = load([folder], store, settings)
    finally:
        shut.chmod(0o700)
    assert done.loaded == ("good",)
    assert set(reasons(done.failures)) == {"closed.md", "shut"}


def test_a_load_of_nothing_but_failures_leaves_the_graph(folder: Path, store: Store, settings: Settings) -> None:
    """Failures change no document; they are told and kept with the run."""
    write(folder / "good.md", GHANA)
    load([folder], store, settings)
    before = everything(store)
    done = load([write(folder / "bad" / "empty.md", "")], store, settings)
    assert (done.loaded, set(reasons(done.failures))) == ((), {"empty.md"})
    assert everything(store) == before


def test_a_file_that_became_unreadable_keeps_what_it_said(folder: Path, store: Store, settings: Settings) -> None:
    """What was read before stays until something can be read in its place."""
    note = write(folder / "note.md", GHANA)
    load([folder], store, settings)
    note.write_bytes(b"\x00" * 100)
    done = load([folder], store, settings)
    assert set(reasons(done.failures)) == {"note.md"}
    assert hosts(store, "note") == {"ghana"}


def test_progress_counts_every_file_once(folder: Path, store: Store, settings: Settings) -> None:
    """From 1 to all, good and bad, whatever the number of processes."""
    for number in range(7):
        write(folder / f"note-{number}.md", GHANA.replace("3 May", f"{number + 1} May"))
    write(folder / "empty.md", "")
    steps: list[tuple[int, int]] = []
    several = load_settings({}, load_workers=2)
    load([folder], store, several, lambda done, total: steps.append((done, total)))
    assert steps == [(number, 8) for number in range(1, 9)]


def test_extract_gives_records_and_failures_in_the_order_of_the_files(folder: Path) -> None:
    """One result a file, in order, with one process or with two."""
    for number in range(7):
        write(folder / f"{number}.md", GHANA.replace("3 May", f"{number + 1} May"))
    write(folder / "3.md", "")
    one, two = (list(extract([folder], load_settings({}, load_workers=n))) for n in (1, 2))
    assert one == two
    names = [item.document.file_name if isinstance(item, DocumentRecords) else Path(item.path).name for item in one]
    assert names == [f"{number}.md" for number in range(7)]
    assert [type(item) for item in one].count(Failure) == 1


def test_processes_change_nothing_in_the_graph(folder: Path, store: Store) -> None:
    """One process or two: the same quads."""
    for path in sorted(SAMPLES.iterdir()):
        shutil.copy(path, folder)
    load([folder], store, load_settings({}, load_workers=1))
    other = MemoryStore(load_settings({}))
    load([folder], other, load_settings({}, load_workers=2))
    assert everything(store) == everything(other)
    other.close()


def test_a_process_that_is_killed_ends_nothing(folder: Path, store: Store) -> None:
    """When the system takes reading processes away, what they were reading is read again and all documents go in."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.iterdir()))
    for number in range(9):
        write(folder / f"note-{number}.md", f"Note {number}\n\n{text}")
    killed: list[int | None] = []

    def kill_all(done: int, _: int) -> None:
        if done == 1:
            for child in multiprocessing.active_children():
                killed.append(child.pid)
                child.kill()

    done = load([folder], store, load_settings({}, load_workers=2), kill_all)
    assert killed
    assert (len(done.loaded), done.failures) == (9, ())
    assert len(slugs(store)) == 9


def test_a_document_that_kills_its_process_is_set_aside(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named with the reason, and the documents before and after it go in, each once."""
    for number in range(8):
        write(folder / f"note-{number}.md", GHANA.replace("3 May", f"{number + 1} May"))

    def read_file(path: Path, settings: Settings) -> Text:
        text = intake.read_file(path, settings)
        return Text(Deadly(text.raw), text.name, text.sha256) if path.name == "note-3.md" else text

    monkeypatch.setattr("loaders.run.read_file", read_file)
    done = load([folder], store, load_settings({}, load_workers=2))
    assert set(reasons(done.failures)) == {"note-3.md"}
    assert set(done.loaded) == {f"note-{number}" for number in range(8) if number != 3} == slugs(store)


def test_a_document_that_cannot_be_understood_is_set_aside(
    folder: Path, store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in reading one document is told with its name, and the others go in."""
    write(folder / "good.md", GHANA)
    write(folder / "odd.md", PERU)

    def read_document(raw: str, file_name: str, slug: str, sha256: str, *rest: object) -> DocumentRecords:
        if file_name == "odd.md":
            raise RecursionError("too deep")
        return pipeline.read_document(raw, file_name, slug, sha256)

    monkeypatch.setattr("loaders.run.read_document", read_document)
    done = load([folder], store, settings)
    assert (done.loaded, set(reasons(done.failures))) == (("good",), {"odd.md"})
    assert "too deep" in reasons(done.failures)["odd.md"]


def test_reference_data_and_documents_live_together(folder: Path, store: Store, settings: Settings) -> None:
    """A load after the reference data was written keeps it, and writing it again keeps the documents."""
    assert ensure_reference(store)
    write(folder / "note.md", GHANA)
    load([folder], store, settings)
    before = everything(store)
    assert not ensure_reference(store)
    assert everything(store) == before
    assert slugs(store) == {"note"}
