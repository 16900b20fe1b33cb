"""Bodies that stand beside a person to say whom they are of: it is the person who speaks."""

import re

from loaders.claims.sentence.appositions import OFFICE
from loaders.claims.sentence.masked import Located
from loaders.reading.blocks import Block
from loaders.rules.sought import Sought

# the name of an office that stands for its body, and how far it stands behind its holder (", ", ", the ")
_OFFICE = Sought(r"commissioner|director|secretary|coordinator|comisionad|coordinador|commissaire|secrétaire", re.I)
_OF = re.compile(r",\s(?:(?:of|from|de|del|du)\s)?(?:the\s|la\s|l['’])?")
# "Ana Ruiz, IOM Chief of Mission"
_OFFICE_BEHIND = re.compile(rf"(?:['’]s)?\s(?:[A-Z][\w-]+\s){{0,3}}?(?:{OFFICE})", re.IGNORECASE)
_GAPS = (2, 5, 6, 7)


def without_affiliations(members: list[Located], block: Block) -> list[Located]:
    """As in "Name/Body" and "Name, High Commissioner for Refugees": it is the person who speaks."""
    ends = {(m.block, m.span.to) for m in members if m.span.code == "H"}

    begins = {(m.block, m.span.at) for m in members if m.span.code == "H"}

    def is_office(one: Located) -> bool:
        if (one.block, one.span.at - 1) in ends:
            return True
        if (one.block, one.span.at - 2) in ends and _OFFICE_BEHIND.match(block.text, one.span.to):
            return one.block == block.order
        if one.span.code in "UO" and len(begins) > 1 and one.block == block.order:
            # "Ana Ruiz, WHO, and Luis Paz, of ITUC, moderated"
            before = max((to for at_block, to in ends if at_block == block.order and to <= one.span.at), default=0)
            if _OF.fullmatch(block.text, before, one.span.at):
                return True
        named = one.block == block.order and _OFFICE.search(block.text, one.span.at, one.span.to)
        return bool(named) and any((one.block, one.span.at - gap) in ends for gap in _GAPS)

    return [m for m in members if not is_office(m)]
