"""Which groups are committees: one has a seat on those, and belongs to the others."""

import re
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load

_GROUPS = "working-group/"


def is_committee(path: str) -> bool:
    """Whether a path is that of a group whose name has the noun of a committee (`rules/groups.yaml`)."""
    return path.startswith(_GROUPS) and _noun().search(path, len(_GROUPS)) is not None


def membership(path: str) -> str:
    """The relation that a member has to a body."""
    return "memberOfCommittee" if is_committee(path) else "memberOf"


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    return re.compile(alternatives(load("groups")["committees"]))
