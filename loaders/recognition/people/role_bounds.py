"""Where a role ends, and whose it is when persons stand on both sides of it.

"A, Minister of X, said" ends at the comma. Of "A, Minister of X, B" nothing is known unless a list tells the order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.recognition.people.person import Person, Role

_WITHIN = (
    "of|for|at|in|on|to|and|the|de|del|d|du|des|la|las|los|el|l|le|les|y|e|et|à|au|aux|en|para|por|pour|sur|sobre|ante"
    "|responsible|charged?|chargée?|encargad[oa]|responsables?|ad"
)
_FIRST_OF_COMMA = re.compile(rf",\s(?!(?:{_WITHIN})\b)(?=[a-zà-ÿ])")
# the next sentence, often a quotation; no abbreviation is so long ("Asst. Secretary")
_NEXT = re.compile(r"(?<=[a-zà-ÿ]{4})[.!?](?=\s?[\"“«”»]|\s[A-ZÀ-Þ])")
_TELLS = re.compile(
    r",?\s(?:and|y|et),?\s(?:for|por|pour|on behalf of|en nombre de|au nom d[eu])\s"
    r"(?=(?:the\s|la\s|el\s|le\s|l['’])?[A-ZÀ-Ý])"
    r"|,\s(?:en (?:nombre|representación|lugar|la persona)|au nom|en la personne|on behalf"
    r"|in the (?:name|person)|d['’]y"
    r"|y (?=[a-z]))\b"
    r"|,?\s(?:"
    # "said", "opened the meeting", "is", "who will"
    r"(?:said|says|spoke|gave|took|made|led|drew|set|is|was|were|are|will|would|has|have|had|who|which|whose|respectively)\b"
    r"|(?!(?:relat|bas|displac|dedicat|concern|forc|mix|advanc|associat|integrat|unit)ed\b)[a-z]{3,14}ed\s"
    r"(?=(?:the|a|an|that|on|in|by|to|how|as|its?|his|her|their|all|for|at|with|participants|delegat)\b)"
    r"|(?:and|y|et)\s(?:representing|speaking|serving|joining|en representación|représentant)\b"
    # "señaló", "dieron", "quien"
    r"|[a-zñ]{2,14}(?:ó|aron|ieron)\b|(?:dio|dijo|hizo|fue|fueron|es|será|quien|quienes|que|cual)\b"
    # "a déclaré", "ont ouvert", "estime", "qui"
    r"|(?:a|ont|s['’]est|sont)\s[a-zéèêàçîôû]{2,14}(?:é|i|is|u|ert|ée|és)\b|(?:qui|dont|estime|souligne|déclare|affirme|rappelle)\b"
    r")"
)
_AND = re.compile(r"(?:,?\s(?:and|y|e|et|&)\s|;\s?)(?:the\s|el\s|la\s|le\s|l['’])?\Z")


def end_of_role(text: str, at: int, to: int) -> int:
    """Where the words of a role at [at, to) end: with their sentence, at a verb or at a comma that goes on."""
    ends = [found.start() for rule in (_FIRST_OF_COMMA, _TELLS, _NEXT) if (found := rule.search(text, at, to))]
    return min([to, *ends])


def settled(text: str, people: Iterable[Person]) -> list[Person]:
    """The persons, each role left to one: whoever it stands beside; to none, if it may be either's."""
    settled = list(people)
    for left in range(len(settled)):
        for right in range(len(settled)):
            one, other = settled[left], settled[right]
            if one.to < other.at:
                settled[left], settled[right] = _parted(text, one, other)
    return settled


def _parted(text: str, one: Person, other: Person) -> tuple[Person, Person]:
    behind = [role for role in one.roles if role.at >= one.to]
    before = [role for role in other.roles if role.to <= other.at]
    shared = [role for role in behind if any(_meet(role, its) for its in before)]
    if not shared:
        return one, other
    gap = text[max(role.to for role in before) : other.at]
    if "," not in gap or _AND.search(text, one.to, shared[0].at):
        return _without(one, before), other
    has_own_before = len(one.roles) > len(behind)
    if has_own_before or len(behind) > len(shared):
        return _without(one, before), other
    if any(role.at >= other.to for role in other.roles):
        return one, _without(other, behind)
    return _without(one, before), _without(other, behind)


def _without(person: Person, roles: Sequence[Role]) -> Person:
    return replace(person, roles=tuple(own for own in person.roles if not any(_meet(own, its) for its in roles)))


def _meet(one: Role, other: Role) -> bool:
    return one.at < other.to and other.at < one.to
