"""Claims and authority statements in the one form in which facts and disagreements are computed.

They come from records about to be written, or from the rows of a store: both give equal statements.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import Resource, node, resources
from graph.contract import Row
from graph.errors import RecordError
from graph.iris import document_iri
from graph.periods import bounds
from graph.quads_claims import claim_object, entity_of, listing_name
from graph.records import Claim, DocumentRecords, Modality, Polarity
from graph.terms import (
    ATTESTED_AT,
    AUTHORITY_STATEMENT,
    CONTESTED,
    MEASURE,
    NEGATIVE,
    OBJECT,
    PERIOD,
    PREDICATE,
    ROLE,
    SOURCE,
    SUBJECT,
    TYPE,
    UNIT,
    gcm,
)
from ontology.namespaces import ONTOLOGY
from ontology.terms import ASSERTED


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, or one authority statement (then `document` is None and `source` says where it is from).

    subject, predicate, document, listing: IRIs. attested: when it was so by the text, else the date of the
    document. listing: only when the text gives it as a whole list.
    """

    iri: str
    subject: str
    predicate: str
    object: NamedNode | Literal
    unit: str | None = None
    measure: str | None = None
    role: str | None = None
    period: str | None = None
    attested: str | None = None
    positive: bool = True
    modality: str = "asserted"
    approximate: bool = False
    ended: bool = False
    listing: str | None = None
    document: str | None = None
    source: str = ""
    contested: bool = False

    @property
    def time(self) -> str | None:
        """The period stated, else the moment attested; None when neither spans known days."""
        return next((time for time in (self.period, self.attested) if time is not None and bounds(time)), None)

    @property
    def asserted(self) -> bool:
        """Whether the text says that it is (or is not) so, rather than that it may be."""
        return self.modality == Modality.ASSERTED


def statements_of(records: DocumentRecords) -> list[Statement]:
    """The statements of one document's records."""
    document = records.document
    date = document.date.edtf if document.date else None
    source = document_iri(document.slug)
    exhaustive = {
        listing_name(document.slug, claim.listing) for claim in records.claims if claim.exhaustive and claim.listing
    }
    found: dict[str, Statement] = {}
    for claim in records.claims:
        if claim.id not in found:
            found[claim.id] = _of_claim(claim, source, date, exhaustive)
    return list(found.values())


def _of_claim(claim: Claim, source: str, date: str | None, exhaustive: set[str]) -> Statement:
    listing = listing_name(claim.document, claim.listing) if claim.listing else None
    return Statement(
        iri=node("claim", claim.id).value,
        subject=entity_of(claim.subject),
        predicate=gcm(claim.predicate).value,
        object=claim_object(claim),
        unit=claim.unit,
        measure=claim.measure,
        role=claim.role,
        period=claim.when.edtf if claim.when else None,
        attested=claim.attested.edtf if claim.attested else date,
        positive=claim.polarity is Polarity.POSITIVE,
        modality=str(claim.modality),
        approximate=claim.approximate,
        ended=claim.ended,
        listing=node("listing", listing).value if listing in exhaustive else None,
        document=source,
    )


def statements_in_rows(rows: Iterable[Row]) -> list[Statement]:
    """The statements of a store, from the rows of the queries `statements_by_subject` and `statements_by_object`."""
    found: dict[str, Statement] = {}
    for row in rows:
        statement = _of_row(row)
        known = found.get(statement.iri)
        if known is None or statement.source < known.source:
            found[statement.iri] = statement
    return list(found.values())


def _of_row(row: Row) -> Statement:
    text = {name: term.value for name, term in row.items() if term is not None}
    object = row["object"]
    if not isinstance(object, NamedNode | Literal):
        raise RecordError(f"the object of {text['statement']} is a blank node")
    return Statement(
        iri=text["statement"],
        subject=text["subject"],
        predicate=text["predicate"],
        object=object,
        unit=text.get("unit"),
        measure=text.get("measure"),
        role=text.get("role"),
        period=text.get("period"),
        attested=text.get("attested") or text.get("date"),
        positive=text.get("polarity") != NEGATIVE.value,
        modality=text.get("modality", ASSERTED).removeprefix(ONTOLOGY),
        approximate=text.get("approximate") == "true",
        ended=text.get("ended") == "true",
        listing=text.get("listing"),
        document=text.get("document"),
        source="" if "document" in text else text.get("source", ""),
        contested=text.get("contested") == "true",
    )


def authority_statements(quads: Iterable[Quad]) -> list[Statement]:
    """The statements of the reference data, from its quads."""
    return [
        _of_authority(iri, resource)
        for iri, resource in resources(quads).items()
        if AUTHORITY_STATEMENT in resource.get(TYPE.value, ())
    ]


def _of_authority(iri: str, resource: Resource) -> Statement:
    object = resource[OBJECT.value][0]
    if not isinstance(object, NamedNode | Literal):
        raise RecordError(f"the object of {iri} is a blank node")
    return Statement(
        iri=iri,
        subject=resource[SUBJECT.value][0].value,
        predicate=resource[PREDICATE.value][0].value,
        object=object,
        unit=_text(resource, UNIT),
        measure=_text(resource, MEASURE),
        role=_text(resource, ROLE),
        period=_text(resource, PERIOD),
        attested=_text(resource, ATTESTED_AT),
        source=_text(resource, SOURCE) or "",
        contested=_text(resource, CONTESTED) == "true",
    )


def _text(resource: Resource, predicate: NamedNode) -> str | None:
    terms = resource.get(predicate.value)
    return min(term.value for term in terms) if terms else None
