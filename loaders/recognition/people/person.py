"""A person that a text names, and the roles that stand with the name."""

from dataclasses import dataclass, field

from graph.iris import slug
from graph.records import LinkStatus
from loaders.recognition.names.spans import Span


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is at a body: `text` as written, at [at, to); the body it names, if known; ended: "former"."""

    text: str
    at: int
    to: int
    body: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A name at [at, to) and the roles that stand with it."""

    name: str
    at: int
    to: int
    roles: tuple[Role, ...] = field(default=())
    known: Span | None = None

    @property
    def path(self) -> str:
        """Entity path: the known person's, else one minted from the name."""
        return self.known.entity if self.known else f"person/{slug(self.name)}"

    @property
    def span(self) -> Span:
        """The span of the name."""
        return self.known or Span(self.at, self.to, "H", self.path, "pattern", LinkStatus.PROVISIONAL)
