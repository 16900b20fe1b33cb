"""Who presides over what, where words leave it open; who cannot: bodies that somebody else presides over, or nobody."""

import re
from collections.abc import Callable

from loaders.claims.about.context import CHAMPIONS
from loaders.recognition.names.editions import edition_of
from loaders.recognition.recognition import Recognition

_FORUM, _FORUM_OF_STATES = "process/imrf", "process/gfmd"
_COUNTRY_THAT = re.compile(r"\b(?:país que|pays qui|country (?:that|which|holding))\b", re.IGNORECASE)
_GROUP_OF = re.compile(
    r"(?:\b(?:friends|amigos|amis|group|grupo|groupe|committee|comité|secretariat|secretaría|secrétariat)|⟦W#\d+⟧)\s"
    r"(?:of|de|del|du)\s?(?:the\s|la\s|el\s|l['’])?$",
    re.IGNORECASE,
)
_LONGEST_GROUP = 30
# an office that is held from one meeting to the next, and of the body: "under the Presidency Pro Tempore of Bolivia"
_OF_A_BODY = re.compile(r"\bpro[ -]?t[eé]mpore\b|\bchair(?:manship)?-in-office\b", re.IGNORECASE)
_SOMEBODYS = re.compile(r"\w['’]s? ⟦[A-Z]*[PE]")


def presided(
    found: Recognition, words: str, subject: str, target: str, series: Callable[[], str | None], inferred: bool
) -> str:
    """Over what somebody presides of whom `words` say so: an office that lasts is one of the body that a meeting is of.

    "The Forum" is an edition of it where a person does, and the other forum where a State does and the paper names
    that; somebody's forum is none of both. series: the body of the passage. inferred: whether the words leave it out.
    """
    if target.startswith("event/") and _OF_A_BODY.search(words):
        return series() or target
    if inferred or target != _FORUM or _SOMEBODYS.search(words):
        return target
    if subject.startswith("person/"):
        return edition_of(target, "", found.edition)
    other = any(span.entity == _FORUM_OF_STATES for spans in found.spans.values() for span in spans)
    return _FORUM_OF_STATES if other else target


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
