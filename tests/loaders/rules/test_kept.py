"""What is made of rules is made once and read from then on."""

from pathlib import Path

import pytest

from loaders.rules.kept import kept_in


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    texts: list[str] = []

    def count(text: str) -> dict[str, tuple[int, ...]]:
        texts.append(text)
        return {text: (len(text),)}

    found = [kept_in(tmp_path / "kept", text, count) for text in ("one", "three", "one", "three")]
    assert found == [{"one": (3,)}, {"three": (5,)}] * 2
    assert texts == ["one", "three"]


def test_functions_keep_what_they_make_apart(tmp_path: Path) -> None:
    assert [kept_in(tmp_path, "One", make) for make in (str.lower, str.upper, str.lower)] == ["one", "ONE", "one"]


@pytest.mark.parametrize("content", [b"", b"no such thing"])
def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    kept_in(tmp_path, "One", str.lower)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert kept_in(tmp_path, "One", str.lower) == "one"
    assert file.read_bytes() != content


def test_nothing_is_kept_where_there_is_no_place_or_no_way_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert kept_in(tmp_path / "file", "One", str.lower) == "one"
    assert isinstance(kept_in(tmp_path, "One", lambda text: Path(text)), Path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
