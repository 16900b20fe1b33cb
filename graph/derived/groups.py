"""Items put together by key in files, so that there may be more of them than memory holds."""

import pickle
import zlib
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

Item = TypeVar("Item")

_PARTS = 64
_HELD = 64  # items of a part that wait in memory to be written together


class Groups(Generic[Item]):
    """A heap in parts: all items of one key are in one part."""

    def __init__(self) -> None:
        self._waiting: list[list[Item]] = [[] for _ in range(_PARTS)]
        self._files: dict[int, IO[bytes]] = {}

    def add(self, key: str, item: Item) -> None:
        """One more item."""
        part = zlib.crc32(key.encode()) % _PARTS
        self._waiting[part].append(item)
        if len(self._waiting[part]) >= _HELD:
            pickle.dump(self._waiting[part], self._file(part), pickle.HIGHEST_PROTOCOL)
            self._waiting[part].clear()

    def parts(self) -> Iterator[list[Item]]:
        """The items, part by part; may be called again."""
        for part, waiting in enumerate(self._waiting):
            found = [*self._written(part), *waiting]
            if found:
                yield found

    def _file(self, part: int) -> IO[bytes]:
        if part not in self._files:
            self._files[part] = TemporaryFile()  # noqa: SIM115 - open as long as the heap is there; has no name
        return self._files[part]

    def _written(self, part: int) -> Iterator[Item]:
        file = self._files.get(part)
        if file is None:
            return
        end = file.tell()
        file.seek(0)
        while file.tell() < end:
            yield from pickle.load(file)

    def close(self) -> None:
        """Give the files back."""
        for file in self._files.values():
            file.close()
        self._files.clear()
