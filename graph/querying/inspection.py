"""A thing that is wrong with a graph, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """graph, node: where. rule: a few words that name what is broken. message: one line for people."""

    graph: str
    node: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.graph}: {self.node}: {self.rule}: {self.message}"
