"""From paths to texts: what is a document, and the reason in one line where something is none."""

import hashlib
import os
from pathlib import Path

import pytest

from graph.records import Failure
from loaders.errors import (
    BinaryDocument,
    BrokenDocument,
    EmptyDocument,
    LoadError,
    NotADocument,
    NotFound,
    NotPermitted,
    TooLarge,
)
from loaders.reading.intake import find_files, passed_over, read_bytes, read_file
from ontology.settings import Settings, load_settings

SMALL = load_settings({}, max_document_mb=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents, other files, hidden ones, a folder, and a link that leads back."""
    inner = tmp_path / "b" / "c"
    inner.mkdir(parents=True)
    for name in ("z.txt", "a.md", "b/n.markdown", "b/c/NOTES", "b/.hidden.txt", "pic.png", "data.json"):
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("no")
    (tmp_path / "program").write_bytes(b"\x7fELF\x00\x00")
    (inner / "back").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def names(folder: Path, *paths: Path) -> list[str]:
    return [
        str(found.relative_to(folder)) if isinstance(found, Path) else "!" for found in find_files(paths or [folder])
    ]


def test_a_folder_gives_its_documents_in_order(folder: Path) -> None:
    """Hidden entries, other kinds, binary files without an ending and loops are passed over."""
    assert names(folder) == ["a.md", "z.txt", "b/n.markdown", "b/c/NOTES"]


def test_each_file_once(folder: Path) -> None:
    assert names(folder, folder / "z.txt", folder, folder / "b") == ["z.txt", "a.md", "b/n.markdown", "b/c/NOTES"]


def test_a_path_that_is_not_there_is_reported_and_the_others_go_on(folder: Path) -> None:
    found = list(find_files([folder / "none.txt", folder / "a.md"]))
    assert found == [Failure(str(folder / "none.txt"), "there is no such file or folder"), folder / "a.md"]


def test_a_file_is_read_with_the_hash_of_its_bytes(folder: Path) -> None:
    text = read_file(folder / "a.md", SMALL)
    assert (text.raw, text.name) == ("This is a.md.", "a.md")
    assert text.sha256 == hashlib.sha256(b"This is a.md.").hexdigest()


def _make(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "error", "said"),
    [
        ("e.txt", b"", EmptyDocument, "it is empty"),
        ("w.txt", b" \n\t\n", EmptyDocument, "white space"),
        ("b.txt", b"\x00\x01\x02", BinaryDocument, "binary"),
        ("p.txt", b"\x89PNG\r\n", BinaryDocument, "picture"),
        ("x.odt", b"PK", NotADocument, r"\.odt"),
        ("x.pdf", b"plain", BrokenDocument, r"\.pdf"),
    ],
)
def test_reasons_in_one_line(tmp_path: Path, name: str, data: bytes, error: type[LoadError], said: str) -> None:
    with pytest.raises(error, match=said) as caught:
        read_file(_make(tmp_path / name, data), SMALL)
    assert "\n" not in str(caught.value)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A sparse file of 200 MiB costs no memory to make or to refuse."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(TooLarge, match="200 MiB, more than the 1 MiB"):
        read_file(path, SMALL)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_file(tmp_path / "none.txt", SMALL)
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    with pytest.raises(NotFound, match="back to itself"):
        read_file(loop, SMALL)


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """It stands for a document that is missed, and is no file of a kind that is not read; others go on."""
    _make(tmp_path / "a.txt", b"text")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "moved.pdf")
    (tmp_path / "picture.png").symlink_to(tmp_path / "moved.png")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    nowhere = "it is a link to something that is not there"
    assert list(find_files([tmp_path])) == [
        tmp_path / "a.txt",
        Failure(str(tmp_path / "gone.pdf"), nowhere),
        Failure(str(tmp_path / "round"), "its link leads back to itself"),
    ]
    assert list(find_files([tmp_path / "gone.pdf"])) == [Failure(str(tmp_path / "gone.pdf"), nowhere)]
    assert passed_over([tmp_path]) == {".png": 1}
    with pytest.raises(NotFound, match=nowhere):
        read_file(tmp_path / "gone.pdf", SMALL)


def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    (found,) = find_files([tmp_path / ("x" * 5_000)])
    assert isinstance(found, Failure)
    assert "too long" in found.reason


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    """Nothing waits for somebody to write into it."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(NotADocument, match="regular"):
        read_file(tmp_path / "pipe.txt", SMALL)
    assert list(find_files([tmp_path])) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission(tmp_path: Path) -> None:
    closed = _make(tmp_path / "closed.txt", b"text")
    closed.chmod(0)
    with pytest.raises(NotPermitted, match="no permission"):
        read_file(closed, SMALL)


def test_the_system_says_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a user who may read everything: the system's answer becomes a plain line, the walk goes on."""
    _make(tmp_path / "a.txt", b"text")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(NotPermitted, match="no permission"):
        read_file(tmp_path / "a.txt", SMALL)
    monkeypatch.setattr(os, "scandir", refuse)
    assert list(find_files([tmp_path])) == [
        Failure(str(tmp_path), "the folder cannot be opened: no permission to read it")
    ]


def test_bytes_without_a_file() -> None:
    """What is sent over HTTP has no path."""
    assert read_bytes(b"Text.", "upload").name == "upload"
    assert Settings().max_document_mb >= 1


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    """What a folder holds besides documents is told by ending; hidden files are not."""
    (tmp_path / "inner").mkdir()
    for name in ("a.md", "b.rtf", "inner/c.RTF", "inner/d.png", ".hidden.rtf", "a.mapping.yaml"):
        (tmp_path / name).write_bytes(b"x")
    assert passed_over([tmp_path]) == {".rtf": 2, ".png": 1}
    assert passed_over([tmp_path / "a.md"]) == {}
