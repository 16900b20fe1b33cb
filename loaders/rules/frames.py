"""Rules of a file in the order they stand; frames are spelled out, one rule for each office they are read for.

A file is a list of rules, or a frame: `offices` names the words of each office, `rules` the forms that all share, where
`<word>` stands for an entry of the office. A form is read for the offices of which it has examples.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from loaders.rules.lexicons import load

_WORD = re.compile(r"<(\w+)>")


@lru_cache(maxsize=16)
def rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """The rules of `<name>.yaml` as mappings. Raises KeyError where a frame uses a word that an office lacks."""
    content = load(name)
    return tuple(spelled_out(content) if "offices" in content else content)


def spelled_out(frame: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The rules that a frame stands for. Raises KeyError where it uses a word that an office lacks."""
    for row in frame["rules"]:
        for office, examples in row["examples"].items():
            words = frame["offices"][office]
            patterns = [_WORD.sub(partial(_word, words), one) for one in row["patterns"]]
            forbidden: dict[str, str] = {}
            for key in ("forbid", "forbid-within"):
                forbids = [one[key] for one in (words, row) if key in one]
                forbidden |= {key: "|".join(forbids)} if forbids else {}
            after = {"after": _WORD.sub(partial(_word, words), row["after"])} if "after" in row else {}
            yield {
                **row,
                **forbidden,
                **after,
                "id": f"{office}-{row['id']}",
                "relation": words["relation"],
                "object": words.get(row.get("object", ""), ""),
                "patterns": patterns,
                "examples": examples,
            }


def _word(words: Mapping[str, str], found: re.Match[str]) -> str:
    return words[found[1]]
