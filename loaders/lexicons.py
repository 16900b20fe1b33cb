"""The word lists that rules are made of, read once from `rules/*.yaml`."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ontology.errors import GcmError


class RuleError(GcmError):
    """A rule or word list that cannot be used; the message names the file and the rule."""


@lru_cache(maxsize=16)
def load(name: str) -> Any:
    """The content of `rules/<name>.yaml`. Raises RuleError when it is not YAML."""
    try:
        return yaml.safe_load(files("loaders").joinpath("rules", f"{name}.yaml").read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise RuleError(f"rules/{name}.yaml is not YAML: {error}") from error


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words or word patterns, longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def lower_in_place(text: str) -> str:
    """Lower case that keeps every offset (a few letters grow when lowered; those stay as they are)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
