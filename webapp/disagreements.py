"""Disagreements between documents, and developments that only look like one, arranged for their page."""

from collections import defaultdict
from dataclasses import dataclass

from graph.contract import Row, Term, View
from graph.periods import order_key
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
    unit: str
    measure: str
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

    def sides(self) -> list["Side"]:
        """What the documents say, each distinct saying once, with all its sentences; the preferred one first."""
        by_document: dict[str, list[Reading]] = defaultdict(list)
        for one in self.readings:
            by_document[one.sentences[0].document if one.sentences else one.claim].append(one)
        by_saying: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
        for readings in by_document.values():
            by_saying[tuple((str(one.object), one.denied) for one in readings)] += readings
        return sorted((_side(readings) for readings in by_saying.values()), key=lambda one: not one.preferred)


@dataclass(frozen=True, slots=True)
class Side:
    """One saying: its terms (whether they are denied, their unit and measure), the sentences that say so."""

    terms: tuple[tuple[Term, bool, str, str], ...]
    sentences: tuple[Sentence, ...]
    preferred: bool

    @property
    def documents(self) -> int:
        """How many documents say so."""
        return len({one.document for one in self.sentences})


def _side(readings: list[Reading]) -> Side:
    sentences: dict[str, Sentence] = {}
    for one in readings:
        for sentence in one.sentences:
            sentences.setdefault(sentence.evidence, sentence)
    terms = dict.fromkeys((one.object, one.denied, one.unit, one.measure) for one in readings if one.object is not None)
    return Side(tuple(terms), tuple(sentences.values()), any(one.preferred for one in readings))


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
        Sentence(claim, text(row, "text"), text(row, "evidence"), text(row, "document"), _attested(row))
        for row in rows
        if row.get("evidence")
    }
    ordered = tuple(sorted(sentences, key=lambda one: one.evidence))
    return Reading(
        claim, rows[0].get("object"), preferred, text(rows[0], "polarity") == "negative", text(rows[0], "unit"),
        text(rows[0], "measure"), ordered,
    )  # fmt: skip


def _attested(row: Row) -> str:
    return text(row, "attested") or text(row, "dated")


def _number(reading: Reading) -> int:
    """Objectives are listed by their number."""
    last = local_name(reading.object.value) if reading.object is not None else ""
    return int(last) if last.isdecimal() else 0


def _date(reading: Reading) -> tuple[object, ...]:
    return order_key(reading.sentences[0].attested) if reading.sentences else order_key("")
