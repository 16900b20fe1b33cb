"""Networks of entities as networkx graphs: around one, the whole, and the ways between two.

Nodes are IRIs with `label`, `type` and `left_out` (neighbours that are not in the picture). Edges are facts, keyed
by their IRI, with `property`, `label`, `period`, `role`, `status` and `documents`. Figures and dates are no nodes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from graph.contract import View
from graph.derived.edges import Edge, Neighbours, all_edges, names_and_types
from ontology.vocabulary import label as label_of

Network: TypeAlias = "nx.MultiDiGraph[str]"


@dataclass(frozen=True, slots=True)
class Step:
    """One fact on a way between two entities, walked from `start` to `end`, and a sentence that states it.

    sentence and document are empty where only the reference data states it.
    """

    start: str
    end: str
    edge: Edge
    sentence: str = ""
    document: str = ""
    title: str = ""


def neighbourhood(view: View, entity: str, hops: int = 2, limit: int = 150, language: str = "en") -> Network:
    """What is within so many hops of an entity, at most `limit` nodes: nearer first, then what more documents join."""
    neighbours = Neighbours(view)
    chosen, frontier = {entity: None}, [entity]
    for _ in range(hops):
        weights: Counter[str] = Counter()
        for node in frontier:
            for edge in neighbours.of(node):
                weights[edge.other(node)] += edge.weight()
        ranked = _ranked({node: weight for node, weight in weights.items() if node not in chosen})
        frontier = ranked[: max(limit - len(chosen), 0)]
        chosen |= dict.fromkeys(frontier)
    edges = {edge.fact: edge for node in chosen for edge in neighbours.of(node)}
    return _network(chosen, edges.values(), names_and_types(view, chosen, language), language)


def whole(view: View, limit: int = 1500, language: str = "en") -> Network:
    """The whole network, or of its nodes the `limit` that facts and documents join most."""
    edges = all_edges(view)
    weights: Counter[str] = Counter()
    for edge in edges:
        weights[edge.subject] += edge.weight()
        weights[edge.object] += edge.weight()
    chosen = dict.fromkeys(_ranked(weights)[:limit])
    return _network(chosen, edges, names_and_types(view, language=language), language)


def paths(view: View, a: str, b: str, longest: int = 4, most: int = 10) -> list[list[Step]]:
    """The shortest ways between two entities, in facts that are not denied; none when there is no short one."""
    neighbours = Neighbours(view)
    ways = _ways(neighbours, a, b, longest)
    if ways is None:
        return []
    return [[_step(view, neighbours, start, end) for start, end in pairwise(way)] for way in islice(ways, most)]


def _ways(neighbours: Neighbours, a: str, b: str, longest: int) -> list[list[str]] | None:
    """All shortest node sequences, searched from both ends so that few entities are asked about."""
    if a == b:
        return None
    met: nx.Graph[str] = nx.Graph()
    met.add_nodes_from((a, b))
    seen, frontiers = [{a}, {b}], [{a}, {b}]
    for _ in range(longest):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        reached = set()
        for node in sorted(frontiers[side]):
            for other in {edge.other(node) for edge in neighbours.of(node) if edge.status != "denied"}:
                met.add_edge(node, other)
                reached.add(other)
        frontiers[side] = reached - seen[side]
        seen[side] |= reached
        if seen[0] & seen[1]:
            return sorted(nx.all_shortest_paths(met, a, b))
        if not frontiers[side]:
            return None
    return None


def _step(view: View, neighbours: Neighbours, start: str, end: str) -> Step:
    joining = [
        edge for edge in (*neighbours.of(start), *neighbours.of(end)) if {edge.subject, edge.object} == {start, end}
    ]
    edge = min(
        joining, key=lambda edge: (edge.status == "denied", edge.status == "disputed", -edge.documents, edge.fact)
    )
    for row in view.rows("evidence_of_fact", fact=NamedNode(edge.fact)):
        sentence, document, title = row["sentence"], row["document"], row["title"]
        if sentence and document and title:
            return Step(start, end, edge, sentence.value, document.value, title.value)
    return Step(start, end, edge)


def _ranked(weights: Mapping[str, int]) -> list[str]:
    return sorted(weights, key=lambda node: (-weights[node], node))


def _network(
    nodes: Iterable[str], edges: Iterable[Edge], names: Mapping[str, tuple[str, str]], language: str
) -> Network:
    network: Network = nx.MultiDiGraph()
    for node in nodes:
        label, cls = names.get(node, (node.rpartition("/")[2], ""))
        network.add_node(node, label=label, type=cls, left_out=0)
    outside: dict[str, set[str]] = {}
    for edge in sorted(edges, key=lambda edge: edge.fact):
        ends = (edge.subject in network, edge.object in network)
        if all(ends):
            network.add_edge(
                edge.subject,
                edge.object,
                key=edge.fact,
                property=edge.property,
                label=label_of(edge.property, language),
                period=edge.period,
                role=edge.role,
                status=edge.status,
                documents=edge.documents,
            )
        elif any(ends):
            inside = edge.subject if ends[0] else edge.object
            outside.setdefault(inside, set()).add(edge.other(inside))
    for node, others in outside.items():
        network.nodes[node]["left_out"] = len(others)
    return network
