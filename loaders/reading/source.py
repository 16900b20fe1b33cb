"""A raw text with what its parts need to know of the whole."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loaders.reading.words import Vocabulary


@dataclass
class Source:
    """A raw text, and what is known of it as a whole.

    bare: note marks set as plain digits ("countries1"): raw offset -> number. noted: numbers that have a footnote,
    without which a number in brackets is no mark.
    """

    raw: str
    bare: Mapping[int, str] = field(default_factory=dict)
    noted: frozenset[str] = frozenset()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the text, collected when the first broken word asks for them."""
        return Vocabulary(self.raw)

    @cached_property
    def identity(self) -> "array[int]":
        """0, 1, 2 ...: slices of it are the offsets of text that is taken as it stands."""
        return array("I", range(len(self.raw)))

    @cached_property
    def bare_offsets(self) -> Sequence[int]:
        """Raw offsets of the marks set as plain digits, in order."""
        return sorted(self.bare)
