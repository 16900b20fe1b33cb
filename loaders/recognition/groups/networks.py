"""The networks of countries: "UN Network on Migration in Ecuador", "Kyrgyzstan gets a UN Network on Migration"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition

NETWORK = "un-entity/un-network-on-migration"
_IN = re.compile(r"(?:\s\([^()]{2,12}\))?\s(?:(?:in|en|au|aux|à|of|for|del?|du)\s(?:the\s|la\s|el\s|l['’])?|[–—-]\s)")
# a country "has", "sets up", "gets" one: not "thanked the Network"
_OWN = re.compile(
    r"[^.;:]{0,200}\b(?:an?|its(?: own)?|una|su(?: propia)?|une?|son|sa)\s(?:new\s|national\s|country\s)?"
)
_GETS = re.compile(
    r"\b(?:gets?|got|gains?|has|have|had|launch\w*|sets? up|establish\w*|creat\w*|form(?:s|ed)|now|counts?|joins?"
    r"|tiene|cuenta|dispone|lanz\w+|estable\w+|cre[aóe]\w*|estren\w+|pone en marcha|puso en marcha"
    r"|se dote|s'est doté|dispose|lance|a lancé|crée|a créé|met en place|a mis en place)\b",
    re.IGNORECASE,
)
_FIRST_BLOCKS = 8


def networks_of_countries(found: Recognition) -> str | None:
    """Lets a name of the network with a country mean the one of that country; the one that a paper opens with, if any.

    There "the Network" is that one too.
    """
    told: dict[str, tuple[str, int]] = {}
    for block in found.reading.blocks:
        for network, state in _named(found, block):
            path = _brought(found.names, block, network, state)
            told.setdefault(path, (state.entity, block.order))
    for path, (country, order) in told.items():
        called(found, path, country, short=len(told) == 1 and order <= _FIRST_BLOCKS)
    early = [path for path, (_, order) in told.items() if order <= _FIRST_BLOCKS]
    return (early[0] if len(told) == 1 and early else None) if told else _gained(found)


def _named(found: Recognition, block: Block) -> Iterator[tuple[Span, Span]]:
    for network, state in pairwise(found.spans[block.order]):
        named = network.entity == NETWORK and network.method != "context" and state.code == "S"
        if named and _IN.fullmatch(block.text, network.to, state.at):
            yield network, state


def _gained(found: Recognition) -> str | None:
    """The network of the country that a paper opens with: "Kyrgyzstan gets a UN Network on Migration"."""
    for block in found.reading.blocks[:_FIRST_BLOCKS]:
        spans = found.spans[block.order]
        network = next((s for s in spans if s.entity == NETWORK and s.method != "context"), None)
        states = [s for s in spans if s.code == "S" and network and s.to < network.at]
        if network and len({s.entity for s in states}) == 1:
            between = block.text[states[-1].to : network.at]
            if _OWN.fullmatch(between) and _GETS.search(between):
                path = _brought(found.names, block, replace(network, to=network.at), states[-1])
                called(found, path, states[-1].entity, full=True)
                return path
    return None


def _brought(names: Names, block: Block, network: Span, state: Span) -> str:
    country = state.entity.removeprefix("state/")
    name = f"UN Network on Migration in {reference_names()[state.entity]}"
    surface = block.text[network.at : state.to] if network.to > network.at else name
    return names.bring(f"{NETWORK}-in-{country}", "UNEntity", name, surface)


def called(found: Recognition, path: str, state: str, *, short: bool = True, full: bool = False) -> None:
    """Lets the name of the network with the country behind it mean the one of the country; short: short names too.

    full: its full name without a country as well, in a paper on one network alone.
    """
    for order, spans in found.spans.items():
        text = found.reading.blocks[order].text
        out: list[Span] = []
        for span in spans:
            before = out[-1] if out else None
            if (
                before
                and span.entity == state
                and before.entity in (NETWORK, path)
                and _IN.fullmatch(text, before.to, span.at)
            ):
                out[-1] = replace(before, to=span.to, entity=path, method="pattern", status=LinkStatus.PROVISIONAL)
            elif span.entity == NETWORK and (full or (short and span.method in ("context", "definition"))):
                out.append(replace(span, entity=path, status=LinkStatus.PROVISIONAL))
            else:
                out.append(span)
        found.spans[order] = out
