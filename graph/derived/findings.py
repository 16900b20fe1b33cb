"""What comparing statements finds: a disagreement or a development, as a value and as quads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import Sheet, node
from graph.derived.statements import Statement
from graph.iris import FACTS_GRAPH, digest
from graph.terms import (
    BETWEEN,
    DEVELOPMENT,
    DISAGREEMENT,
    EVIDENCE,
    KIND,
    OBJECT,
    ON_MEMBER,
    PREDICATE,
    PREFERRED,
    REASON,
    SUBJECT,
    TYPE,
    gcm,
)

DISAGREEMENTS = ("setDifference", "contradiction", "polarityClash", "internalContradiction")
DEVELOPMENTS = ("refinement", "planAndOutcome", "succession", "growth")


@dataclass(frozen=True, slots=True)
class Finding:
    """Statements that cannot all hold, or that differ because time passed.

    subject, predicate, object: what is in question, as far as it is one statement. member: the item that
    one list has and another has not. between: IRIs of the statements. preferred: those of the preferred
    reading, with the reason. disputes: those whose facts are open. evidence: for what no claim states.
    apart: what tells this finding from others on the same statement, so that its name is stable.
    """

    kind: str
    subject: str
    predicate: str
    object: NamedNode | Literal | None = None
    member: str | None = None
    between: frozenset[str] = frozenset()
    preferred: frozenset[str] = frozenset()
    reason: str = ""
    disputes: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    apart: tuple[str, ...] = field(default=())

    @property
    def iri(self) -> str:
        """Name by what is in question, not by who takes part: it stays when another document joins."""
        name = digest(self.kind, self.subject, self.predicate, self.object, self.member, *self.apart)
        return node("disagreement" if self.kind in DISAGREEMENTS else "development", name).value


def iris(statements: Iterable[Statement]) -> frozenset[str]:
    """The names of statements."""
    return frozenset(statement.iri for statement in statements)


def finding_quads(findings: Iterable[Finding]) -> Iterator[Quad]:
    """Findings as quads of graph/facts."""
    sheet = Sheet(NamedNode(FACTS_GRAPH))
    for finding in findings:
        subject = NamedNode(finding.iri)
        sheet.add(subject, TYPE, DISAGREEMENT if finding.kind in DISAGREEMENTS else DEVELOPMENT)
        sheet.add(subject, KIND, gcm(finding.kind))
        sheet.add(subject, SUBJECT, NamedNode(finding.subject))
        sheet.add(subject, PREDICATE, NamedNode(finding.predicate))
        if finding.object is not None:
            sheet.add(subject, OBJECT, finding.object)
        if finding.member is not None:
            sheet.add(subject, ON_MEMBER, NamedNode(finding.member))
        if finding.reason:
            sheet.add(subject, REASON, Literal(finding.reason))
        for predicate, names in (
            (BETWEEN, finding.between),
            (PREFERRED, finding.preferred),
            (EVIDENCE, finding.evidence),
        ):
            for name in sorted(names):
                sheet.add(subject, predicate, NamedNode(name))
    return iter(sheet.quads)
