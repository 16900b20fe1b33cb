"""Zipped documents (DOCX, XLSX): opened only when what they unfold into is of a bearable size."""

import io
import zipfile
import zlib
from collections.abc import Callable

from loaders.errors import BrokenDocument, TooLarge

_MIB = 1 << 20
_MOST_XML = 64 * _MIB
_MOST_ALL = 512 * _MIB
_MOST_PARTS = 10_000
FAULTS = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, RuntimeError)
"""What a damaged archive raises."""


def check(data: bytes) -> None:
    """Raises TooLarge where the parts are too many or too large, BrokenDocument where there is no archive.

    The sizes that an archive states are believed: no more than them is ever unfolded.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            encrypted = any(part.flag_bits & 1 for part in parts)
    except FAULTS as error:
        raise BrokenDocument("it is damaged or cut short") from error
    if encrypted:
        raise BrokenDocument("it is locked with a password")
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MOST_PARTS or xml > _MOST_XML or sum(part.file_size for part in parts) > _MOST_ALL:
        raise TooLarge(f"it unfolds into {len(parts)} parts with {xml / _MIB:.0f} MiB of text, more than is read")


def members(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The parts of an archive that are wanted by their names. Raises BrokenDocument."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist() if wanted(name)}
    except FAULTS as error:
        raise BrokenDocument("it is damaged or cut short") from error


def replaced(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed; as it is where it has no such part. Raises BrokenDocument."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as changed:
            if name not in archive.namelist():
                return data
            for one in dict.fromkeys(archive.namelist()):
                if one.endswith((".xml", ".rels")):
                    content = archive.read(one)
                    changed.writestr(one, change(content) if one == name else content)
    except FAULTS as error:
        raise BrokenDocument("it is damaged or cut short") from error
    return out.getvalue()
