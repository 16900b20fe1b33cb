"""Who cannot preside over what: bodies that somebody else presides over, or nobody."""

import re

from loaders.claims.context import CHAMPIONS

_FORUM = "process/imrf"
_COUNTRY_THAT = re.compile(r"\b(?:país que|pays qui|country (?:that|which|holding))\b", re.IGNORECASE)
_GROUP_OF = re.compile(
    r"(?:\b(?:friends|amigos|amis|group|grupo|groupe|committee|comité|secretariat|secretaría|secrétariat)|⟦W#\d+⟧)\s"
    r"(?:of|de|del|du)\s?(?:the\s|la\s|el\s|l['’])?$",
    re.IGNORECASE,
)
_LONGEST_GROUP = 30


def cannot_preside(subject: str, target: str, words: str) -> bool:
    """Whether the words put together who presides and a body that somebody else presides over.

    Round tables of the forum have co-chairs, not the forum; the Troika is made of chairs; champion countries are
    co-chaired by states; a minister "of Guatemala, country that holds the Presidency" does not hold it.
    """
    if target == CHAMPIONS:
        return not subject.startswith(("state/", "person/"))
    of_another = target == _FORUM or "troika" in target or (target.startswith("un-entity/") and "network" not in target)
    of_the_country = subject.startswith("person/") and _COUNTRY_THAT.search(words) is not None
    return of_the_country or of_another


def has_a_group(text: str, token: int) -> bool:
    """Whether a masked text names a group of a body and not the body at `token`: "the friends of the Network"."""
    return _GROUP_OF.search(text, max(0, token - _LONGEST_GROUP), token) is not None
