"""From paths to texts: which files are documents, and what they hold."""

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.records import Failure
from loaders.errors import BadMapping, EmptyDocument, LoadError, NotADocument, NotFound, NotPermitted, TooLarge
from loaders.reading.canonical import Places
from loaders.reading.decode import decode
from loaders.reading.formats import READERS, Packed, packed, unpack
from loaders.rules.lexicons import RuleError
from loaders.rules.mappings import TableMapping, declared
from ontology.settings import Settings

EXTENSIONS = (".txt", ".md", ".markdown", *READERS)
"""Endings of the files that are read; a file without any ending is read when it is text."""

MAPPING = ".mapping.yaml"
"""Ending of the file that says how the tables of the file beside it are read."""

_MOST_MAPPING = 1 << 18
_READ = ", ".join(EXTENSIONS[:-1]) + f" and {EXTENSIONS[-1]}"
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Text:
    """A document as read: its text, the name of its file, the SHA-256 of its bytes.

    A text that first has to be made, of a PDF and the like, is empty until then: see `opened`.
    places: where the parts of a made text stand in the file. declared: the language that the file says it is in.
    mapping: how its tables are read, where a file beside it declares that.
    """

    raw: str = field(repr=False)
    name: str
    sha256: str
    places: Places = field(default=(), repr=False)
    declared: str = ""
    packed: Packed | None = None
    mapping: TableMapping | None = None


def find_files(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """The documents under some paths, folders in the order of their names, each file once.

    Hidden entries, files of other kinds inside folders, and folders met before (links that lead back) are passed over.
    A path that is not there, a link to one, or a folder that cannot be opened comes back as a Failure, and the others
    go on.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if os.path.isdir(path):  # asks no more of a path than it can answer
            yield from _walk(path, seen)
        else:
            yield from _taken(path, seen)


def read_file(path: Path, settings: Settings) -> Text:
    """The text of one file. Raises a LoadError that says in one line why there is none."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotADocument("it is not a regular file")
        if path.suffix and path.suffix.lower() not in EXTENSIONS:
            raise NotADocument(f"files ending in {path.suffix} are not read, only {_READ}")
        if status.st_size > settings.max_document_mb * _MIB:
            size = status.st_size / _MIB
            raise TooLarge(f"it has {size:.0f} MiB, more than the {settings.max_document_mb} MiB that are allowed")
        data = path.read_bytes()
    except OSError as error:
        raise _plain(error, path) from error
    return replace(read_bytes(data, path.name), mapping=_mapping_beside(path))


def _mapping_beside(path: Path) -> TableMapping | None:
    """What `NAME.mapping.yaml` declares of the tables of a file. Raises BadMapping."""
    beside = path.with_name(f"{path.stem}{MAPPING}")
    try:
        if not beside.is_file():
            return None
        return declared(beside.read_bytes()[:_MOST_MAPPING].decode("utf-8"), beside.name)
    except (OSError, UnicodeDecodeError, RuleError) as error:
        raise BadMapping(f"the mapping beside it cannot be used: {error}") from error


def read_bytes(data: bytes, name: str) -> Text:
    """The text of some bytes; of other formats than plain text and Markdown, the bytes with their reader.

    Raises EmptyDocument, BinaryDocument, BrokenDocument, NotADocument or UnknownEncoding.
    """
    if not data:
        raise EmptyDocument("it is empty")
    digest = hashlib.sha256(data).hexdigest()
    if found := packed(data, Path(name).suffix.lower()):
        return Text("", name, digest, packed=found)
    return Text(_filled(decode(data)), name, digest)


def opened(text: Text) -> Text:
    """The document with its text, made now where it still was to be. Raises a LoadError as `read_bytes` does.

    Making it takes time and, of a hostile file, memory: this runs in the process that reads the document.
    """
    if text.packed is None:
        return text
    canonical = unpack(text.packed)
    made = _filled(canonical.text)
    return replace(text, raw=made, places=canonical.places, declared=canonical.language, packed=None)


def _filled(raw: str) -> str:
    if not raw or raw.isspace():
        raise EmptyDocument("it holds nothing but white space")
    return raw


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            if not _is_new(current.stat(), seen):
                continue
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            yield Failure(str(current), f"the folder cannot be opened: {_plain(error, current)}")
            continue
        folders: list[Path] = []
        for entry in entries:
            path = current / entry.name
            if entry.name.startswith("."):
                continue
            if os.path.isdir(path):
                folders.append(path)
            elif _is_document(path):
                yield from _taken(path, seen)
        waiting.extend(reversed(folders))


def _taken(path: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Failure]:
    """A file that was not met before, or why it cannot be looked at."""
    try:
        if _is_new(path.stat(), seen):
            yield path
    except OSError as error:
        yield Failure(str(path), str(_plain(error, path)))


def passed_over(paths: Iterable[Path]) -> Counter[str]:
    """How many visible files below some folders are of kinds that are not read, by their ending."""
    endings: Counter[str] = Counter()
    for folder in paths:
        for root, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            others = (Path(root, name) for name in files if not name.startswith(".") and not name.endswith(MAPPING))
            endings.update(path.suffix.lower() for path in others if not _is_document(path))
    return endings


def _is_new(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    """Notes a file or folder by its identity, whatever path led to it; False when it was met before."""
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _is_document(path: Path) -> bool:
    """By its ending; without one, a file with no zero byte at its start. What cannot be opened is tried later.

    So is a link that leads nowhere: it stands for a document that is missed.
    """
    try:
        if not path.is_file() and (path.exists() or not path.is_symlink()):
            return False
        if path.suffix:
            return path.suffix.lower() in EXTENSIONS
        with path.open("rb") as file:
            return b"\x00" not in file.read(1024)
    except OSError:
        return not path.suffix


def _plain(error: OSError, path: Path) -> LoadError:
    """What the system says of a path, in a plain line."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and path.is_symlink():
        return NotFound("it is a link to something that is not there")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotFound("there is no such file or folder")
    if error.errno in (errno.EACCES, errno.EPERM):
        return NotPermitted("no permission to read it")
    if error.errno == errno.ELOOP:
        return NotFound("its link leads back to itself")
    return LoadError((error.strerror or str(error)).lower())
