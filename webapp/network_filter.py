"""Which part of a network a reader asked for: by class, by property, by size."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx
from werkzeug.datastructures import MultiDict

from graph.network import Network
from webapp.errors import BadRequest

SIZES = (40, 80, 150, 400)
WHOLE_SIZES = (150, 400, 800, 1500)
HOPS = (1, 2)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The parameters of a network page. Empty classes or properties mean all."""

    hops: int
    limit: int
    classes: tuple[str, ...]
    properties: tuple[str, ...]


def _one_of(arguments: MultiDict[str, str], name: str, allowed: Collection[int], default: int) -> int:
    value = arguments.get(name, str(default))
    if not (value.isascii() and value.isdecimal()) or int(value) not in allowed:
        raise BadRequest(f"{name} must be one of {', '.join(map(str, allowed))}, not {value[:40]!r}.")
    return int(value)


def read_wanted(arguments: MultiDict[str, str], sizes: tuple[int, ...], default: int) -> Wanted:
    """The parameters of a request. Raises BadRequest for a number that is not offered."""
    return Wanted(
        hops=_one_of(arguments, "hops", HOPS, 1),
        limit=_one_of(arguments, "limit", sizes, default),
        classes=tuple(sorted(set(arguments.getlist("type")))),
        properties=tuple(sorted(set(arguments.getlist("property")))),
    )


def counts(network: Network) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Classes of the nodes and properties of the edges, most frequent first: what can be chosen."""
    classes = Counter(str(node["type"]) for node in network.nodes.values())
    properties = Counter(str(edge["property"]) for edge in network.edges.values())
    return _most_first(classes), _most_first(properties)


def _most_first(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda one: (-one[1], one[0]))


def keep(network: Network, wanted: Wanted, centre: str | None) -> Network:
    """The part that was chosen; nodes that nothing joins any more are left out, but the centre."""
    kept = network.copy()
    if wanted.classes:
        kept.remove_nodes_from(
            [name for name, node in network.nodes.items() if node["type"] not in wanted.classes and name != centre]
        )
    if wanted.properties:
        kept.remove_edges_from(
            [edge for edge, data in [*kept.edges.items()] if data["property"] not in wanted.properties]
        )
    kept.remove_nodes_from([node for node in [*nx.isolates(kept)] if node != centre])
    return kept
