"""Whose paper it is, where a body of one State puts it out: "Ministry of Labour of Kenya", "United Nations in Ecuador".

The ministers that such a paper names without a country are those of that State.
"""

import re

from loaders.recognition.names.gazetteer import reference_classes, reference_gazetteer
from loaders.recognition.recognition import Recognition

_FIRST, _LAST = 6, 3
_LONGEST = 200
_NETWORK_IN = "un-entity/un-network-on-migration-in-"
_NAMES = ("name", "official", "variant")
_PUT_OUT_BY = re.compile(
    r"(?:\b(?:ministry|ministries|government|presidency|embassy|permanent mission|ministerio|cancillería|gobierno"
    r"|presidencia|embajada|misión permanente|ministère|gouvernement|présidence|ambassade|mission permanente)\b"
    r"[^.,;:|\n]{0,80}?\s(?:of|de|del|du|des|d['’]|de la|de l['’])"
    r"|\b(?:united nations|naciones unidas|nations unies)\s(?:in|en|au|aux))\s?(?:the\s|la\s|el\s|le\s|l['’])?$",
    re.IGNORECASE,
)
_TO_ANOTHER = re.compile(
    r"\b(?:to|with|and|ante|con|y|auprès|avec|et|met|visit\w*|hosted|organi[sz]ed)\b", re.IGNORECASE
)


def own_state(found: Recognition) -> str | None:
    """The one State whose bodies the lines at the head and the end of a paper name as those who put it out.

    Where they name none, the State whose Network on Migration the paper is about.
    """
    blocks = found.reading.blocks
    told = {
        hit.labels[0].path
        for block in (*blocks[:_FIRST], *blocks[_FIRST:][-_LAST:])
        if len(block.text) <= _LONGEST
        for hit in reference_gazetteer().find(block.text)
        if any(one.kind in _NAMES and reference_classes().get(one.path) == "State" for one in hit.labels)
        and (by := _PUT_OUT_BY.search(block.text, 0, hit.at))
        and not _TO_ANOTHER.search(block.text, 0, by.start())
    }
    return told.pop() if len(told) == 1 else _of_its_network(found)


def _of_its_network(found: Recognition) -> str | None:
    """The State whose Network on Migration is the only one that a paper names: its ministers need no country."""
    networks = {s.entity for spans in found.spans.values() for s in spans if s.entity.startswith(_NETWORK_IN)}
    state = f"state/{networks.pop().removeprefix(_NETWORK_IN)}" if len(networks) == 1 else ""
    return state if reference_classes().get(state) == "State" else None
