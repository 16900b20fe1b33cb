"""What a rule found, before it becomes a record: who, what, whom, and the sentences it rests on."""

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal

from graph.records import When
from loaders.claims.sentence.qualify import Qualification
from loaders.reading.blocks import Spot

_PLAINLY = Qualification()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One relation as one sentence states it; see graph.records.Claim for the fields."""

    subject: str
    relation: str
    object: str | None = None
    value: str | Decimal | None = None
    unit: str | None = None
    measure: str | None = None
    approximate: bool = False
    role: str | None = None
    when: When | None = None
    qualification: Qualification = _PLAINLY
    listing: str | None = None
    exhaustive: bool = False
    spots: tuple[Spot, ...] = ()
    rule: str = ""
    inferences: tuple[str, ...] = ()

    @property
    def says(self) -> tuple[Hashable, ...]:
        """What is said, without where: two rules that find the same in one sentence found one thing."""
        value = str(self.value) if self.value is not None else None
        return (self.subject, self.relation, self.object, value, self.unit, self.role, self.spots[:1])
