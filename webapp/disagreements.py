"""Disagreements between documents, and developments that only look like one, arranged for their page."""

from collections import defaultdict
from dataclasses import dataclass

from graph.periods import order_key
from graph.store import Row, Term, View
from graph.terms import gcm
from webapp.nodes import local_name
from webapp.statements import Sentence, text


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the claims that a disagreement stands between. `object` is what it says."""

    claim: str
    object: Term | None
    preferred: bool
    denied: bool
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement or a development."""

    iri: str
    kind: str
    subject: Term | None
    predicate: str
    member: Term | None
    reason: str
    readings: tuple[Reading, ...]

    def by_document(self) -> list[tuple[str, tuple[Reading, ...]]]:
        """Readings by the document that gives them, in order of their dates."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for one in self.readings:
            found[one.sentences[0].document if one.sentences else ""].append(one)
        return [(document, tuple(readings)) for document, readings in found.items()]


def differences(view: View, cls: str) -> list[Difference]:
    """All nodes of a class (`Disagreement`, `Development`), by kind and subject."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in view.rows("page_disagreements", **{"class": gcm(cls)}):
        grouped[text(row, "node")].append(row)
    found = [_difference(iri, rows) for iri, rows in grouped.items()]
    return sorted(found, key=lambda one: (one.kind, one.subject.value if one.subject else "", one.predicate, one.iri))


def _difference(iri: str, rows: list[Row]) -> Difference:
    first = rows[0]
    by_claim: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_claim[text(row, "claim")].append(row)
    preferred = {text(row, "preferred") for row in rows} - {""}
    readings = (_reading(claim, members, claim in preferred) for claim, members in by_claim.items())
    return Difference(
        iri=iri, kind=text(first, "kind"), subject=first.get("subject"),
        predicate=local_name(text(first, "predicate")),
        member=first.get("member"), reason=text(first, "reason"),
        readings=tuple(sorted(readings, key=lambda one: (_date(one), _number(one), one.claim))),
    )  # fmt: skip


def _reading(claim: str, rows: list[Row], preferred: bool) -> Reading:
    sentences = {
        Sentence(claim, text(row, "text"), text(row, "evidence"), text(row, "document"), text(row, "attested"))
        for row in rows
        if row.get("evidence")
    }
    ordered = tuple(sorted(sentences, key=lambda one: one.evidence))
    return Reading(claim, rows[0].get("object"), preferred, text(rows[0], "polarity") == "negative", ordered)


def _number(reading: Reading) -> int:
    """Objectives are listed by their number."""
    last = local_name(reading.object.value) if reading.object is not None else ""
    return int(last) if last.isdecimal() else 0


def _date(reading: Reading) -> tuple[object, ...]:
    return order_key(reading.sentences[0].attested) if reading.sentences else order_key("")
