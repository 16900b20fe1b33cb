"""Joint programmes that a text sets apart by quotes or emphasis: the joint programme "Home and dry"."""

import re
from collections.abc import Iterator

from loaders.reading.blocks import Block
from loaders.recognition.names.bodies import Found
from loaders.recognition.papers.set_apart import CALLED, SET_APART, placed, raw_text
from loaders.rules.sought import Sought

_NOUN = (
    r"(?:joint\s(?:programmes?|projects?)|(?:programas?|proyectos?)\sconjuntos?|(?:programmes?|projets?)\sconjoints?)"
)
_NAMED = tuple(
    Sought(source, re.IGNORECASE)
    for source in (
        # the joint programme "X"; the programme *X*
        rf"\b(?:{_NOUN}|(?:the|el|le|un)\s(?:nuevo\s|nouveau\s|new\s)?(?:programme|programa|proyecto|projet)|project)"
        rf"{CALLED},?\s{SET_APART.format('a')}",
        # "X", the new joint programme
        rf"{SET_APART.format('a')},?\s(?:the|an?|el|un|le|l['’]un\sdes|uno\sde\slos|one\sof\sthe)\s(?:[\w-]+\s){{0,2}}{_NOUN}",
    )
)
# four joint programmes. The most recent one, *X*, ...
_ONE_OF_THEM = Sought(
    rf"\b(?:ones?|latest|newest|last|otros?|últimos?|recientes?|autres?|derniers?|récents?|celui-ci|est[ea])\s?,\s{SET_APART.format('a')}",
    re.IGNORECASE,
)
_SPEAKS_OF_THEM = Sought(_NOUN, re.IGNORECASE)
# **Comoros – X.** Participating organizations: ... Objectives 2 and 5
_OPENING = re.compile(rf"\W{{0,4}}?{SET_APART.format('a')}(?=\s?[(:.,–—-]|\s)", re.IGNORECASE)
_LAID_OUT = re.compile(
    r"\b(?:GCM )?(?:objectives?|objetivos?|objectifs?)(?: (?:del?|du|of the) [\w ]{2,20})?\s?:?\s\d"
    r"|\b(?:budget|presupuesto)\s?:|(?:\b(?:USD|EUR)|US\$|€)\s?\d"
    r"|\b(?:participating|implementing) (?:UN )?(?:organi[sz]ations?|agencies|entities)\s?:"
    r"|\b(?:organizaciones|organismos|entidades) (?:participantes|ejecutor[ae]s)\s?:"
    r"|\b(?:organisations|organismes|entités) participant[e]?s\s?:",
    re.IGNORECASE,
)
_LEAST_TOLD = 2  # of objectives, budget and organizations
_WHERE = re.compile(r"^[^–—]{3,60}\s[–—]\s(?=\S)")


def programmes(raw: str, block: Block) -> Iterator[Found]:
    """The joint programmes that a block names. raw: the document as it is written, with its quotes and emphasis."""
    told = raw_text(raw, block)
    if told is None:
        return
    text, start = told
    found = [one for pattern in _NAMED for one in pattern.finditer(text)]
    if _SPEAKS_OF_THEM.search(text):
        found += _ONE_OF_THEM.finditer(text)
    opening = _OPENING.match(text)
    if opening and len(_LAID_OUT.findall(text, opening.end())) >= _LEAST_TOLD:
        found.append(opening)
    for one in found:
        group = "aq" if one["aq"] else "ae"
        where = _WHERE.match(one[group])  # a state before it tells where the programme is
        begin = one.start(group) + (where.end() if where else 0)
        yield from placed(block, one[group], start + begin, start + one.end(group), "Process")
