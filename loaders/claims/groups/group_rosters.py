"""A list of who is in a group, with an office behind some: "WHO (lead); UNICEF", "Peru, Fiji (co-chairs), Togo"."""

import re
from collections.abc import Iterator

from loaders.claims.groups.group_cues import words
from loaders.claims.sentence.masked import Masked
from loaders.recognition.groups.committees import membership

_ENTRY = re.compile(r"⟦[SUO]+#(?P<n>\d+)⟧(?:\s?\((?P<office>[^()⟦⟧]{3,40})\))?")
_ONE = re.sub(r"\?P<\w+>", "", _ENTRY.pattern)
_ART = r"(?:(?:the|l[aeo]s?|el|d[eu])\s|l['’])"
_TITLE = r"(?:,\s|\s[–—-]\s)[«“\"]?[A-ZÀ-Þ][^⟦⟧.:;()]{2,70}(?=:)"
_ROSTER = re.compile(
    rf"(?:{_TITLE})?\s?(?:[:–—]\s?|(?=⟦)){_ART}*{_ONE}(?:(?:\s?[,;]\s|\s(?:and|y|e|et)\s)+{_ART}*{_ONE})*"
    r"(?=\s?[.;]|[^⟦⟧]*$)"
)
_OF_SEVERAL = re.compile(r"s$|s\s(?:de|of)\b", re.IGNORECASE)
_PAIR = 2


def roster(sentence: Masked, at: int, group: str) -> Iterator[tuple[str, str]]:
    """Who a list right behind a group names, each with the relation that it has to the group; nothing where no office
    is told. An office in the singular is that of the last name before it, and the others are members.
    """
    listed = _ROSTER.match(sentence.text, at)
    if listed is None or not any(one.search(listed[0]) for one in words().offices.values()):
        return
    belong = membership(group)
    for entry in _ENTRY.finditer(listed[0]):
        office = entry["office"] or ""
        named = [one.span.entity for one in sentence.members(int(entry["n"]))]
        relation = next((name for name, one in words().offices.items() if one.search(office)), None)
        if relation is None and words().helpers.search(office):
            named, office = ([] if _OF_SEVERAL.search(office) else named[:-1]), ""
        last = named if relation is None or _OF_SEVERAL.search(office) else named[-1:]
        others = named[:-1] if last is not named and len(named) > _PAIR else []
        told = [(who, relation or belong) for who in last] + [(who, belong) for who in others]
        yield from ((who, one) for who, one in told if who and not who.startswith("person/") and _holds(one, group))


def _holds(relation: str, group: str) -> bool:
    """Whether a group has those: a round table has no members, a troika nothing else."""
    member = relation.startswith("memberOf")
    return not member and relation != "leads" if group.startswith("roundtable/") else member or "troika" not in group
