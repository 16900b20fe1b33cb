"""Positions for the nodes of a network, computed once on the server: no physics in the browser.

Forces of Fruchterman and Reingold (1991). Repulsion is exact between nodes of one cell of a grid and of
the cells around it, and comes from the centres of all other cells, so that 5,000 nodes take seconds and not minutes.
Well-joined nodes push harder (Jacomy et al. 2014, ForceAtlas2, there by degree, here by its root): two bodies with the
same members would stand in one place otherwise. The same network gives the same picture.
"""

from typing import Any, TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

Graph: TypeAlias = "nx.Graph[Any]"
_Array = npt.NDArray[np.float64]
_SEED = 20181210
_PER_CELL = 8
_LAST_STEP = 0.02


def layout(network: Graph, scale: float = 1000.0, rounds: int | None = None) -> dict[Any, tuple[float, float]]:
    """Node -> x, y, within a square of side 2 * scale around the origin."""
    nodes = sorted(network.nodes, key=str)
    if len(nodes) < 2:
        return dict.fromkeys(nodes, (0.0, 0.0))
    place = {node: index for index, node in enumerate(nodes)}
    pairs = sorted({(min(place[a], place[b]), max(place[a], place[b])) for a, b in network.edges() if a != b})
    edges = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    rounds = rounds or (120 if len(nodes) <= 600 else 70 if len(nodes) <= 1500 else 50)
    found = _settle(_start(len(nodes), edges), edges, rounds)
    found -= (found.max(axis=0) + found.min(axis=0)) / 2
    found *= scale / max(float(np.abs(found).max()), 1e-9)
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, found, strict=True)}


def _start(count: int, edges: npt.NDArray[np.intp]) -> _Array:
    """A sunflower spiral, best-joined nodes in the middle: evenly spread, and no two in one place."""
    degree = np.bincount(edges.ravel(), minlength=count)
    rank = np.empty(count, dtype=np.float64)
    rank[np.argsort(-degree, kind="stable")] = np.arange(count)
    angle = rank * np.pi * (3 - np.sqrt(5))
    radius = np.sqrt((rank + 0.5) / count) * 0.5
    jitter = np.random.default_rng(_SEED).normal(scale=1e-4, size=(count, 2))
    return np.column_stack((radius * np.cos(angle), radius * np.sin(angle))) + jitter


def _settle(at: _Array, edges: npt.NDArray[np.intp], rounds: int) -> _Array:
    """Move every node along its forces, by steps that grow smaller."""
    distance = 1 / np.sqrt(len(at))
    mass = np.sqrt(1.0 + np.bincount(edges.ravel(), minlength=len(at)))
    mass /= mass.mean()
    for step in np.geomspace(0.1, 0.1 * _LAST_STEP, rounds):
        force = _repulsion(at, mass, distance) - at * distance
        _attract(force, at, edges, distance)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-12)
        at = at + force * (np.minimum(length, step) / length)[:, None]
    return at


def _attract(force: _Array, at: _Array, edges: npt.NDArray[np.intp], distance: float) -> None:
    if not len(edges):
        return
    source, target = edges[:, 0], edges[:, 1]
    apart = at[target] - at[source]
    pull = apart * (np.hypot(apart[:, 0], apart[:, 1]) / distance)[:, None]
    for axis in (0, 1):
        force[:, axis] += np.bincount(source, weights=pull[:, axis], minlength=len(at))
        force[:, axis] -= np.bincount(target, weights=pull[:, axis], minlength=len(at))


def _repulsion(at: _Array, mass: _Array, distance: float) -> _Array:
    side = max(1, int(np.sqrt(len(at) / _PER_CELL)))
    low, high = at.min(axis=0), at.max(axis=0)
    cell_of = np.minimum(((at - low) / np.maximum(high - low, 1e-12) * side).astype(np.intp), side - 1)
    cell = cell_of[:, 0] * side + cell_of[:, 1]
    masses = np.bincount(cell, weights=mass, minlength=side * side)
    filled = np.flatnonzero(masses)
    sums = [np.bincount(cell, weights=mass * along, minlength=side * side) for along in at.T]
    centres = np.column_stack([along[filled] / masses[filled] for along in sums])
    columns, rows = np.divmod(filled, side)
    far = (np.abs(cell_of[:, 0, None] - columns) > 1) | (np.abs(cell_of[:, 1, None] - rows) > 1)
    force = _push(at, centres, np.where(far, masses[filled], 0.0), distance)
    _push_near(force, at, mass, cell_of, cell, side, distance)
    return force * mass[:, None]


def _push(at: _Array, sources: _Array, weights: _Array, distance: float) -> _Array:
    """Sum over sources of weight * distance^2 / gap, away from each."""
    x = at[:, 0, None] - sources[:, 0]
    y = at[:, 1, None] - sources[:, 1]
    strength = weights * distance**2 / np.maximum(x * x + y * y, 1e-9)
    return np.column_stack(((x * strength).sum(axis=1), (y * strength).sum(axis=1)))


def _push_near(
    force: _Array, at: _Array, mass: _Array, cell_of: npt.NDArray[np.intp], cell: npt.NDArray[np.intp],
    side: int, distance: float,
) -> None:  # fmt: skip
    """Exact repulsion between nodes of one cell and of the cells around it, cell by cell."""
    order = np.argsort(cell, kind="stable")
    bounds = np.searchsorted(cell[order], np.arange(side * side + 1))
    for column, row in {(int(c), int(r)) for c, r in np.unique(cell_of, axis=0)}:
        own = order[bounds[column * side + row] : bounds[column * side + row + 1]]
        around = [
            order[bounds[c * side + r] : bounds[c * side + r + 1]]
            for c in range(max(column - 1, 0), min(column + 2, side))
            for r in range(max(row - 1, 0), min(row + 2, side))
        ]
        near = np.concatenate(around)
        force[own] += _push(at[own], at[near], mass[near], distance)
