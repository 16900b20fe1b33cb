"""Lines that are labels, or open with one: "Co-chairs: Ghana, Iraq", "Place | New York", "Members" over its list."""

import re

from loaders.rules.labels import LONGEST_LABEL, meanings_of

_PARTING = re.compile(r":(?=[\s*_])|\s?[|\t]\s*|\s[–—](?=\s)")
_MARKS = "*_ "
_KINDS = frozenset({"kinds-of-those-who-came", "constituency"})


def label_edges(text: str) -> tuple[int, int] | None:
    """Where the label ends that a line opens with, and where its value begins; None where it opens with none."""
    parting = _PARTING.search(text, 0, LONGEST_LABEL + 1)
    if parting is None or not text[parting.end() :].strip(_MARKS):
        return None
    return parting.span() if meanings_of(text[: parting.start()].strip(_MARKS)) else None


def is_labelled(text: str) -> bool:
    """Whether a line gives the value of a label that has a meaning, or opens a list of its values ("Present:")."""
    return label_edges(text) is not None or (text.rstrip(_MARKS).endswith(":") and is_label(text))


def is_kind(text: str) -> bool:
    """Whether a line gives those of one kind, and not what they are: "States: Ghana, Iraq" under "Observers"."""
    edges = label_edges(text)
    told = meanings_of(text[: edges[0]].strip(_MARKS)) if edges else ()
    return bool(told) and all(meaning.id in _KINDS for meaning in told)


def is_label(text: str) -> bool:
    """Whether a line is a label and nothing else: what stands below is its value."""
    return len(text) <= LONGEST_LABEL and any(meaning.relation for meaning in meanings_of(text.strip(_MARKS)))
