"""The store in a folder: generations, its one owner, and what is left after the worst."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreFull, StoreLocked
from graph.store import open_store
from graph.stores import store_embedded
from graph.stores.store_embedded import EmbeddedStore
from ontology.settings import Settings, load_settings
from tests.graph.lab import program
from tests.graph.quads_of import A, B, numbered, says, words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def settings(folder: Path) -> Settings:
    return load_settings({}, store_url=str(folder))


@pytest.fixture
def store(settings: Settings) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(settings)
    yield opened
    opened.close()


def put(store: EmbeddedStore, *said: object, graph: str = A) -> None:
    with store.writer() as writer:
        writer.replace(graph, says(graph, *said))


def read(store: EmbeddedStore, graph: str = A) -> list[str]:
    with store.view() as view:
        return words(view.graph(graph))


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("gen-*"))


def test_what_was_written_is_there_when_opened_again(settings: Settings) -> None:
    """Under the same name of its state."""
    store = EmbeddedStore(settings)
    put(store, "one")
    with store.view() as view:
        name = view.generation
    store.close()
    again = EmbeddedStore(settings)
    put(again, "two", graph=B)
    assert (read(again), read(again, B)) == (["one"], ["two"])
    with again.view() as view:
        assert view.generation != name
    again.close()


def test_views_keep_their_state(store: EmbeddedStore) -> None:
    """Each sees what was there when it was made, whatever is written later."""
    views = []
    for number in range(4):
        put(store, number)
        views.append(store.view())
    assert [words(view.graph(A)) for view in views] == [["0"], ["1"], ["2"], ["3"]]
    assert len({view.generation for view in views}) == 4
    for view in views:
        view.close()


def test_a_state_is_kept_as_long_as_it_is_read(store: EmbeddedStore, folder: Path) -> None:
    """Its folder is removed with its last reader; a half-read iterator is one."""
    with store.writer() as writer:
        writer.replace(A, says(A, 1, 2, 3))
        writer.replace(B, says(B, 4, 5, 6))
    view = store.view()
    quads = view.quads()
    first = next(quads)
    put(store, "new")
    assert len(generations(folder)) == 2
    view.close()
    assert len(generations(folder)) == 2
    assert words([first, *quads]) == ["1", "2", "3", "4", "5", "6"]
    assert len(generations(folder)) == 1


def test_a_reader_beside_the_owner_follows(store: EmbeddedStore, settings: Settings, folder: Path) -> None:
    """It sees what was published last, and keeps what it reads from being removed."""
    put(store, "one")
    reader = EmbeddedStore(settings, write=False)
    view = reader.view()
    put(store, "two")
    put(store, "three")
    assert words(view.graph(A)) == ["one"]
    assert read(reader) == ["three"]
    with reader.view() as current:
        assert b"three" in current.query("SELECT ?o { ?s ?p ?o }", {}).body
    assert len(generations(folder)) == 2
    view.close()
    put(store, "four")
    assert read(reader) == ["four"]
    with pytest.raises(StoreError, match="opened for reading"):
        reader.writer()
    reader.close()
    put(store, "five")
    assert len(generations(folder)) == 1


def test_there_is_one_owner(settings: Settings, folder: Path) -> None:
    """A second process is told which one it is; when the first has ended, the next may come."""
    with program("print('open', flush=True); sys.stdin.read()", folder) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "open\n"
        with pytest.raises(StoreLocked, match=f"in use by process {owner.pid}; stop that first"):
            EmbeddedStore(settings)
        EmbeddedStore(settings, write=False).close()
        owner.kill()
    EmbeddedStore(settings).close()


def test_a_folder_of_other_things_is_left_alone(settings: Settings, folder: Path) -> None:
    """Nothing is written into it, and a store for reading is not made."""
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="no store of this program"):
        EmbeddedStore(settings)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    with pytest.raises(StoreError, match="no published graph"):
        EmbeddedStore(settings, write=False)


def test_a_file_cannot_be_a_store(settings: Settings, folder: Path) -> None:
    """One line says so."""
    folder.write_text("")
    with pytest.raises(StoreError, match="cannot be a store"):
        EmbeddedStore(settings)


def test_a_writer_that_fails_late_leaves_nothing(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even what was already written to the live store because it was much."""
    monkeypatch.setattr(store_embedded, "SPILL", 100)
    put(store, "before")

    def fail() -> None:
        with store.writer() as writer:
            writer.replace(A, numbered(A, 150))
            writer.replace(B, numbered(B, 150))
            raise KeyError("late")

    with pytest.raises(KeyError):
        fail()
    assert (read(store), read(store, B)) == (["before"], [])
    with store.writer() as writer:
        writer.replace(B, numbered(B, 150))
        writer.patch(B, numbered(B, 150)[:149], [])
    assert (read(store), read(store, B)) == (["before"], ["149"])


def test_a_store_closes_where_an_interrupt_cut_its_writer_off(settings: Settings) -> None:
    """The turn that was never given back is no other writer's; what was published stays, the folder is free."""
    store = EmbeddedStore(settings)
    put(store, "before")
    cut_off = store.writer()
    cut_off.__enter__()
    cut_off.replace(A, numbered(A, 3))
    with pytest.raises(StoreError, match="a writer is open in this thread already"):
        put(store, "behind")
    store.close()
    again = EmbeddedStore(settings)
    assert read(again) == ["before"]
    put(again, "after")
    assert read(again) == ["after"]
    again.close()


def test_a_load_larger_than_the_buffer_is_published_once(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers see nothing of it before its end."""
    monkeypatch.setattr(store_embedded, "SPILL", 100)
    with store.writer() as writer:
        for number in range(20):
            writer.replace(f"{A}{number}", numbered(f"{A}{number}", 60))
            with store.view() as view:
                assert view.graphs() == []
    with store.view() as view:
        assert len(view.graphs()) == 20
        assert len(list(view.quads())) == 1200


def test_leftovers_of_a_killed_process_are_removed(settings: Settings, folder: Path) -> None:
    """Drafts, orphans of bulk loads, states that were never published; and the content is the published one."""
    store = EmbeddedStore(settings)
    put(store, "kept")
    store.close()
    for name in ("gen-000099", "gen-000100.tmp", "live.tmp"):
        (folder / name).mkdir()
    (folder / "live" / "bulk-7.sst").write_bytes(b"orphan")
    (folder / "DIRTY").touch()
    again = EmbeddedStore(settings)
    assert len(generations(folder)) == 1
    assert not (folder / "live" / "bulk-7.sst").exists()
    put(again, "more", graph=B)
    assert (read(again), read(again, B)) == (["kept"], ["more"])
    assert not (folder / "live.tmp").exists()
    again.close()


@pytest.mark.parametrize("lost", ["live/CURRENT", "CURRENT"])
def test_a_damaged_store_comes_back_from_what_was_published(settings: Settings, folder: Path, lost: str) -> None:
    """The live store is made anew; a lost name of the current state is found again."""
    store = EmbeddedStore(settings)
    put(store, "kept")
    store.close()
    if lost == "CURRENT":
        (folder / lost).unlink()
    else:
        (folder / lost).write_bytes(b"nonsense")
    again = EmbeddedStore(settings)
    put(again, "more", graph=B)
    assert (read(again), read(again, B)) == (["kept"], ["more"])
    again.close()


def test_readers_never_see_half_a_commit(store: EmbeddedStore) -> None:
    """While one thread writes two graphs again and again, others find them equal every time."""
    put(store, 0)
    put(store, 0, graph=B)
    stop = threading.Event()
    uneven: list[object] = []

    def look() -> None:
        while not stop.is_set():
            with store.view() as view:
                if words(view.graph(A)) != words(view.graph(B)):
                    uneven.append(view.generation)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(25):
        with store.writer() as writer:
            writer.replace(A, says(A, number))
            writer.replace(B, says(B, number))
    stop.set()
    for thread in threads:
        thread.join()
    assert uneven == []


def test_the_folder_setting_opens_this_store(settings: Settings) -> None:
    """As its only owner."""
    store = open_store(settings)
    assert isinstance(store, EmbeddedStore)
    store.close()
    assert StoreFull.__mro__[1] is StoreError


def test_an_address_of_another_kind_is_no_folder() -> None:
    """It is not taken for a path."""
    with pytest.raises(StoreError, match="a store is a folder, memory:, or an address"):
        open_store(load_settings({}, store_url="ftp://example.org/x"))
