"""What a regular expression needs, read from its source: literals without which it cannot match.

Reads the notation of `re` as far as rules and word lists use it. A pattern with anything else in it needs nothing
that is known here, so that at worst it is tried in vain.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import inf

from loaders.rules.kept import kept

Need = frozenset[str]
"""Literals of which each text with a match holds one at least."""

_TOKEN = re.compile(
    r"(?P<named>\{[a-z][a-z-]*\+?\})"
    r"|(?P<text>[\w '’,;:/-]+(?![*+?{]))"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$]|\(\?P=\w+\))"
    r"|(?P<open>\((?!\?)|\(\?(?:P<\w+>|[aiLmsu-]*:|(?P<look><?[=!])))"
    r"|(?P<strange>\(\?)"
    r"|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<repeat>(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?)"
    r"|\\?(?P<char>.)",
    re.DOTALL,
)
_ONE_LETTER = re.compile(r"\[(?i:(\w)\1)\]")  # "[Tt]": case does not count here
_OPTIONAL = re.compile(r"[?*]|\{0?[,}]")
_LONG = 1_000  # characters of a pattern that it pays to read but once
_SHORTEST = 2  # a single letter stands in every sentence
# words that most sentences have tell nothing
_COMMON = re.compile(r"\b(?:the|of|and|to|in|on|an?|as|by|for|is|del?|las?|los|el|en|y|que|les?|des|du|et|à|au)\b")


def needs(source: str) -> list[Need]:
    """All that a pattern needs, each a choice of literals; the empty list where nothing is certain.

    The name of another pattern in braces, "{said}", is a need of its own (see `spelled_out`).
    """
    return kept(source, _needs) if len(source) >= _LONG else _needs(source)


def _needs(source: str) -> list[Need]:
    tokens = list(_TOKEN.finditer(source))
    groups = [_Group()]
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        repeat = following[0] if following and following.lastgroup == "repeat" else None
        optional = repeat is not None and _OPTIONAL.match(repeat) is not None
        match token.lastgroup:
            case "strange":
                return []
            case "named":
                groups[-1].add([] if optional else [frozenset({token[0]})])
            case "open":
                groups.append(groups[-1].opened(token["look"]))
            case "close":
                inner = groups.pop()
                groups[-1].close(inner, optional=optional)
            case "bar":
                groups[-1].next_branch()
            case "text":
                groups[-1].read(token[0])
            case "char":
                groups[-1].read(token["char"], optional=optional, repeated=repeat is not None)
            case "set" if _ONE_LETTER.fullmatch(token[0]):
                groups[-1].read(token[0][1], optional=optional, repeated=repeat is not None)
            case "set":
                groups[-1].add([])
    return groups[0].needs()


def spelled_out(found: Iterable[Need], named: Mapping[str, Sequence[Need]]) -> Iterator[Need]:
    """The needs with what is needed by the patterns that are named in them.

    named: what they need, by name in braces.
    """
    for need in found:
        if len(need) == 1:
            yield from named.get(next(iter(need)), [need])
        else:
            choices = [named.get(literal, [frozenset({literal})]) for literal in need]
            if all(choices):
                yield frozenset().union(*(max(choice, key=worth) for choice in choices))


@lru_cache(maxsize=8192)
def worth(need: Need) -> tuple[float, int]:
    """How much a need tells: long literals stand in few texts, and so do few; no text meets one that has none."""
    return (min((len(_COMMON.sub("", literal)) for literal in need), default=inf), -len(need))


@dataclass(slots=True)
class _Group:
    """The branches of a group (or of the whole pattern) as they are read: what each needs, and its literal so far.

    before: the literal right before the group, with which each of its branches begins.
    """

    before: str = ""
    looks: bool = False
    forbids: bool = False
    branches: list[list[Need]] = field(default_factory=lambda: [[]])
    literal: str = ""

    def opened(self, look: str | None) -> "_Group":
        """A group that begins here. look: what makes it one that only looks behind or ahead."""
        before = "" if look else self.literal
        return _Group(before, look is not None, look in ("!", "<!"), literal=before)

    def close(self, inner: "_Group", *, optional: bool) -> None:
        """Takes what a group within needs, and the literal before it with its branches."""
        found = [] if optional or inner.forbids else inner.needs()
        if found and not inner.looks:
            self.literal = ""
        self.add(found)

    def read(self, text: str, *, optional: bool = False, repeated: bool = False) -> None:
        self.literal += "" if optional else text
        if repeated:
            self.add([])

    def add(self, found: Sequence[Need]) -> None:
        """What stands here ends the literal, and needs something of its own."""
        if len(self.literal) >= _SHORTEST:
            self.branches[-1].append(frozenset({self.literal}))
        self.literal = ""
        self.branches[-1] += found

    def next_branch(self) -> None:
        self.add([])
        self.branches.append([])
        self.literal = self.before

    def needs(self) -> list[Need]:
        self.add([])
        if len(self.branches) == 1:
            return self.branches[0]
        best = [max(branch, key=worth) for branch in self.branches if branch]
        return [frozenset().union(*best)] if len(best) == len(self.branches) else []
