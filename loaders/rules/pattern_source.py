"""What a regular expression needs, read from its source: literals without which it cannot match.

Reads the notation of `re` as far as rules and word lists use it. A pattern with anything else in it needs nothing
that is known here, so that at worst it is tried in vain.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

Need = frozenset[str]
"""Literals of which each match holds one at least."""

_TOKEN = re.compile(
    r"\{(?P<named>[a-z][a-z-]*)\}"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$])"
    r"|(?P<open>\((?!\?)|\(\?(?:P<\w+>|[aiLmsu-]*:|(?P<look><?[=!])))"
    r"|(?P<strange>\(\?)"
    r"|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<repeat>(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?)"
    r"|\\?(?P<char>.)",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"[?*]|\{0?[,}]")
_SHORTEST = 2  # a single letter stands in every sentence
# words that most sentences have tell nothing
_COMMON = re.compile(r"\b(?:the|of|and|to|in|on|an?|as|by|for|is|del?|las?|los|el|en|y|que|les?|des|du|et|à|au)\b")


def needs(source: str, named: Mapping[str, Sequence[Need]] | None = None) -> list[Need]:
    """All that a pattern needs, each a choice of literals; the empty list where nothing is certain.

    named: what the patterns need that stand in the source as names in braces.
    """
    tokens = list(_TOKEN.finditer(source))
    groups = [_Group()]
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        repeat = following[0] if following and following.lastgroup == "repeat" else None
        optional = repeat is not None and _OPTIONAL.match(repeat) is not None
        match token.lastgroup:
            case "strange":
                return []
            case "named":
                groups[-1].add((named or {})[token["named"]])
            case "open":
                groups.append(_Group(looks=token["look"] is not None))
            case "close":
                inner = groups.pop()
                groups[-1].add([] if optional or inner.looks else inner.needs())
            case "bar":
                groups[-1].next_branch()
            case "char":
                groups[-1].read(token["char"], optional=optional, repeated=repeat is not None)
            case "set":
                groups[-1].add([])
    return groups[0].needs()


def worth(need: Need) -> tuple[float, int]:
    """How much a need tells: long literals stand in few texts, and so do few; no text meets one that has none."""
    return (min((len(_COMMON.sub("", literal)) for literal in need), default=inf), -len(need))


@dataclass(slots=True)
class _Group:
    """The branches of a group (or of the whole pattern) as they are read: what each needs, and its literal so far."""

    looks: bool = False
    branches: list[list[Need]] = field(default_factory=lambda: [[]])
    literal: str = ""

    def read(self, char: str, *, optional: bool, repeated: bool) -> None:
        self.literal += "" if optional else char
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

    def needs(self) -> list[Need]:
        self.add([])
        if len(self.branches) == 1:
            return self.branches[0]
        best = [max(branch, key=worth) for branch in self.branches if branch]
        return [frozenset().union(*best)] if len(best) == len(self.branches) else []
