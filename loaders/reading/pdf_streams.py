"""What the packed parts of a PDF unfold into, before its engine unfolds them."""

import re
import zlib

from loaders.errors import TooLarge

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_MIB = 1 << 20
_MOST = 32 * _MIB
_MOST_ALL = 128 * _MIB
_DICTIONARY = 400
_PACKED = 4_096
"""A part packed into fewer bytes cannot unfold into more than a few MiB."""


def check(data: bytes) -> None:
    """Raises TooLarge where a part that is no picture unfolds into more than any page is made of, or all of them do.

    The engine has no bound of its own: a file of 300 KB can make it take minutes and all memory.
    """
    unfolded = 0
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        before = data[max(0, found.start() - _DICTIONARY) : found.start()]
        dictionary = before[before.rfind(b"obj") + 1 :]
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        if b"FlateDecode" not in dictionary or b"/Image" in dictionary or end - found.end() < _PACKED:
            continue
        unfolded += _size(view[found.end() : end])
        if unfolded > _MOST_ALL:
            raise TooLarge(f"its pages unfold into more than {_MOST_ALL // _MIB} MiB")


def _size(packed: memoryview) -> int:
    """How large a part becomes. Raises TooLarge."""
    try:
        size = len(zlib.decompressobj().decompress(packed, _MOST + 1))
    except zlib.error:
        return 0  # damaged or locked: the engine says so
    if size > _MOST:
        raise TooLarge(f"one of its parts unfolds into more than {_MOST // _MIB} MiB")
    return size
