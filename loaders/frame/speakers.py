"""Who speaks in a speech, as the roles that the speaker names: "as the Network Coordinator I will ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.blocks import Block

_NOUNS = (
    r"Coordinator|Director[- ]General|Deputy Director[- ]General|Secretary[- ]General|Under-Secretary-General"
    r"|Executive (?:Secretary"
    r"|Director)|Special (?:Representative|Rapporteur|Envoy)|High Commissioner|President|Vice-President"
    r"|Chair(?:person|man|woman)?|Co-[Cc]hair"
    r"|Minister|Vice-Minister|Secretary|Ambassador|Permanent Representative|Head|Director|Co-[Ff]acilitator"
    r"|Facilitator|Rapporteur|Moderator"
    r"|Commissioner|Mayor|Coordinadora?|Directora? General|Secretari[oa] (?:General|Ejecutiv[oa])|President[ea]"
    r"|Ministr[oa]|Embajadora?"
    r"|Representante (?:Permanente|Especial)|Directora?|Alcalde(?:sa)?|Coordonna(?:teur|trice)|Direct(?:eur"
    r"|rice) général[e]?|Secrétaire"
    r" (?:général[e]?|exécutif|exécutive)|Présidente?|Ministre|Ambassad(?:eur|rice)|Représentante? (?:permanente?"
    r"|spéciale?)|Maire"
)
_OPENING = re.compile(
    r"(?<![\w-])(?i:as|in my (?:capacity|role) as|como|en mi (?:calidad|condición) de|en ma qualité de|en tant que"
    r"|comme)\s"
    rf"(?:the |The |an? |el |la |l['’]|le )?(?P<role>(?:[A-Z][\w'’-]*\s){{0,3}}(?:{_NOUNS})\b"
    r"(?:\s(?:of|for|de|del|du|des|pour|para)\s(?:the |la |el |las |los |le |les |l['’])?[A-Z][\w'’-]*"
    r"(?:\s(?:(?:of|on|for|and|the|de|la|del|los|las|y|et|des|du|sobre|sur|pour)\s){0,2}(?!I\b)[A-Z][\w'’-]*){0,8})?)"
)
_I = re.compile(r"\bI\b|\b(?i:my|let me|yo|mi|quiero|quisiera|permítanme|je|mon|ma|permettez-moi)\b|\b[Jj]['’]")


@dataclass(frozen=True, slots=True)
class SpeakerRole:
    """A role that the speaker claims, at [at, to) of a block."""

    block: int
    at: int
    to: int
    role: str


def speaker_roles(blocks: Sequence[Block]) -> tuple[SpeakerRole, ...]:
    """The roles in which the first person speaks, in order; a role of somebody else ("IOM as Coordinator") is none."""
    return tuple(found for block in blocks for found in _roles(block))


def _roles(block: Block) -> Iterator[SpeakerRole]:
    for found in _OPENING.finditer(block.text):
        at, to = block.sentence_at(found.start())
        first, last = found.span("role")
        role = found["role"]
        if _I.search(block.text, at, to):
            yield SpeakerRole(block.order, first, last, role)
