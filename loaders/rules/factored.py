"""Many word patterns as one regular expression in which what they begin with is said once.

Python tries one alternative after the other; of a thousand verbs it then tries those with the right letter, and of
their compound tenses the auxiliaries once. It is compiled in a fraction of the time as well.
"""

import re
from collections.abc import Iterable, Iterator

from loaders.rules.kept import kept

_LONG = 1_000  # characters of words that it pays to put together but once
_SET = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_REPEAT = r"(?:(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?)?"
_ATOM = re.compile(rf"(?:\\.|{_SET}|\((?:\\.|{_SET}|[^()\[\]\\])*\)|[^()|]){_REPEAT}", re.DOTALL)
_CLOSED = re.compile(rf"\){_REPEAT}")
_Word = tuple[str, ...]
"""The atoms of a word pattern: letters, sets and groups, each with what repeats it."""


def factored(words: Iterable[str]) -> str:
    """The same words as `alternatives` gives, longest first: "(?:s(?:aid|tated)|told)"."""
    source = "\n".join(words)
    return kept(source, _factored) if len(source) >= _LONG else _factored(source)


def _factored(lines: str) -> str:
    branches = dict.fromkeys(branch for word in lines.split("\n") for branch in _branches(word))
    return f"(?:{_joined([atoms(branch) for branch in sorted(branches, key=len, reverse=True)])})"


def _joined(words: list[_Word]) -> str:
    """The alternatives, those that begin alike put together at the first of them."""
    return "|".join(head + _followed(rests) for head, rests in _by_head(words).items())


def _followed(rests: list[_Word]) -> str:
    """What may come behind the atom that all of these words begin with."""
    while_alike = ""
    while len(heads := _by_head(rests)) == 1:
        ((head, rests),) = heads.items()
        if not head:
            return while_alike
        while_alike += head
    return f"{while_alike}(?:{_joined(rests)})"


def _by_head(words: list[_Word]) -> dict[str, list[_Word]]:
    heads: dict[str, list[_Word]] = {}
    for word in words:
        heads.setdefault(word[0] if word else "", []).append(word[1:])
    return heads


def _branches(word: str) -> list[str]:
    """A word pattern taken apart at the alternatives that it begins with: "(?:a|b)c" is "ac" and "bc"."""
    parts = top_level(word)
    if len(parts) > 1:
        return [branch for part in parts for branch in _branches(part)]
    first, *rest = atoms(word) or ("",)
    if not (first.startswith("(?:") and first.endswith(")")):
        return [word]
    return [inner + "".join(rest) for inner in top_level(first[3:-1])]


def top_level(source: str) -> list[str]:
    """The alternatives of a pattern that no bracket holds."""
    parts, at = [""], 0
    while at < len(source):
        if source[at] == "|":
            parts.append("")
            at += 1
        else:
            to = _end_of_atom(source, at)
            parts[-1] += source[at:to]
            at = to
    return parts


def atoms(source: str) -> _Word:
    """Of a pattern with one alternative."""
    return tuple(_each_atom(source))


def _each_atom(source: str) -> Iterator[str]:
    at = 0
    while at < len(source):
        to = _end_of_atom(source, at)
        yield source[at:to]
        at = to


def _end_of_atom(source: str, at: int) -> int:
    """Where the atom ends that begins there, behind what repeats it."""
    if found := _ATOM.match(source, at):
        return found.end()
    end = at + 1
    if source[at] == "(":  # a group with others in it
        while end < len(source) and source[end] != ")":
            end = end + 1 if source[end] == "|" else _end_of_atom(source, end)
        closed = _CLOSED.match(source, end)
        end = closed.end() if closed else end
    return end
