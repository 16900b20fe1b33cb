"""Long lists in pages: every item is on one of them, and the reader sees how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from webapp.errors import BadRequest

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list; `number` counts from 1."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


def part(items: Sequence[Item], asked: str | None, size: int) -> Part[Item]:
    """The page that `?page=` asks for, the first by default. Raises BadRequest for one that is not there."""
    pages = max(1, -(-len(items) // size))
    text = asked or "1"
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= pages:
        raise BadRequest(f"page must be a number from 1 to {pages}, not {text[:40]!r}.")
    return Part(items[(number - 1) * size : number * size], number, pages, len(items))
