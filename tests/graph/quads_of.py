"""Small graphs to fill stores with."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

A, B = "https://example.org/graph/a", "https://example.org/graph/b"
SAYS = NamedNode("https://example.org/says")


def iri(name: object) -> NamedNode:
    """A node of the example."""
    return NamedNode(f"https://example.org/{name}")


def says(graph: str, *words: object, subject: str = "s") -> list[Quad]:
    """`s says "word"` for each word."""
    return [Quad(iri(subject), SAYS, Literal(str(word)), NamedNode(graph)) for word in words]


def words(quads: Iterable[Quad]) -> list[str]:
    """The words said, sorted."""
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def numbered(graph: str, count: int) -> list[Quad]:
    """So many quads about so many subjects."""
    return [Quad(iri(f"s{i}"), SAYS, Literal(f"{i}"), NamedNode(graph)) for i in range(count)]
