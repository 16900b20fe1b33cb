"""Made-up documents for measuring a load: plausible, all different, the same for the same seed (see README.md).

Nothing in them is true, and nothing of them belongs in a graph that anybody reads.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from ontology import reference

LANGUAGES = ("en", "en", "en", "es", "fr")
SHARES = (0.3, 0.8, 1.0, 1.9)  # of the average size
_SHARE_STATING = 0.22  # of the sentences, so that claims are as dense as in papers of this genre
_SLOT = re.compile(r"\{(\w+)\}")
_FIRST = ("Amina", "Luis", "Hélène", "Tomas", "Grace", "Rafael", "Nadia", "Kofi", "Ingrid", "Samuel", "Leila", "Mateo")
_LAST = ("Okello", "Fuentes", "Marchand", "Lindqvist", "Banerjee", "Solano", "Traoré", "Haddad", "Petrov", "Nakamura")
_NAMED = {"state": "State", "body": "UNEntity", "place": "Place"}


class Writer:
    """Writes one document; all that chance decides comes from its seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._language = LANGUAGES[seed % len(LANGUAGES)]
        self._words: Mapping[str, Any] = _sentences()[self._language]
        self._seed = seed

    def document(self, size: int) -> str:
        """A document of about so many bytes."""
        parts = [f"# {self._one('titles')}", self._one("dates"), " ".join(self._list("world", 2))]
        while len("\n\n".join(parts).encode()) < size:
            if self._chance.random() < 0.2:
                parts.append(f"## {self._one('sections')}")
            parts.append(self._bullets() if self._chance.random() < 0.1 else self._paragraph())
        return "\n\n".join(parts) + "\n"

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randint(1, 4)))

    def _bullets(self) -> str:
        return "\n".join(f"- {self._sentence()}" for _ in range(self._chance.randint(2, 5)))

    def _sentence(self) -> str:
        return self._one("stating" if self._chance.random() < _SHARE_STATING else "plain")

    def _list(self, kind: str, count: int) -> list[str]:
        return [self._fill(pattern) for pattern in self._chance.sample(self._words[kind], count)]

    def _one(self, kind: str) -> str:
        return self._list(kind, 1)[0]

    def _fill(self, pattern: str) -> str:
        text = _SLOT.sub(lambda slot: self._word(slot[1]), pattern)
        return text[0].upper() + text[1:]

    def _word(self, slot: str) -> str:
        chance, words = self._chance, self._words
        if slot in _NAMED:
            return chance.choice(_names(self._language, _NAMED[slot]))
        if slot == "states":
            *most, last = chance.sample(_names(self._language, "State"), chance.randint(3, 7))
            return f"{', '.join(most)} {words['and']} {last}"
        if slot == "date":
            return self._fill(words["day"].replace("{month}", chance.choice(words["months"])))
        numbers = {
            "objective": (1, 23), "table": (1, 4), "number": (1, 28), "year": (2019, 2026),
            "small": (1, 60), "large": (120, 99_000), "ordinal": (2, 400),
        }  # fmt: skip
        if slot in numbers:
            return str(chance.randint(*numbers[slot]))
        if slot == "person":
            return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        found: str = chance.choice(words[f"{slot}s"])
        return found


@cache
def _sentences() -> dict[str, Any]:
    text = Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def _names(language: str, cls: str) -> tuple[str, ...]:
    return tuple(entity.names.get(language, entity.name) for entity in reference.entities() if entity.cls == cls)


def documents(count: int, size: int = 10_000) -> Iterator[tuple[str, str]]:
    """Names and texts of so many documents of a size on average, in bytes; each number gives always the same text."""
    for seed in range(count):
        share = SHARES[seed // len(LANGUAGES) % len(SHARES)]
        yield f"paper-{seed:06}.md", Writer(seed).document(int(share * size))


def write(folder: Path, count: int, size: int = 10_000) -> int:
    """Write documents into a folder, which is made; gives their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    return sum((folder / name).write_bytes(text.encode()) for name, text in documents(count, size))


def main() -> None:
    """Write documents into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--size", type=int, default=10_000, help="bytes of a document, on average")
    options = parser.parse_args()
    print(f"{write(options.folder, options.documents, options.size) / 1000:.0f} KB in {options.documents} documents")


if __name__ == "__main__":
    main()
