"""What one document calls things: its own short forms, the entities it brings, and their labels."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Brought:
    """An entity that the reference data does not have."""

    path: str
    cls: str
    name: str
    labels: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Names:
    """short: what a short form stands for here; None for one that stands for nothing of this graph.

    alike: forms that are defined by a long form which is only like a name that is known.
    """

    short: dict[str, str | None] = field(default_factory=dict)
    alike: set[str] = field(default_factory=set)
    brought: dict[str, Brought] = field(default_factory=dict)

    def bring(self, path: str, cls: str, name: str, *labels: str) -> str:
        """Note an entity of this document (again); gives its path."""
        entity = self.brought.setdefault(path, Brought(path, cls, name))
        for label in labels:
            if label and label != entity.name and label not in entity.labels:
                entity.labels.append(label)
        return path

    def method(self, form: str) -> str:
        """How a form that is defined here is linked."""
        return "fuzzy" if form in self.alike else "definition"

    def define(self, short: str, path: str | None) -> None:
        """What a short form stands for in this document; the first definition holds."""
        self.short.setdefault(short, path)
