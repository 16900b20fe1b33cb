"""Claims and authority statements in the one form in which facts and disagreements are computed.

They come from records about to be written, or from the triples of a store: both give equal statements.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.columns import Resource, node, read_boolean
from graph.iris import document_iri
from graph.periods import bounds
from graph.quads_claims import claim_object, entity_of, listing_name
from graph.records import Claim, DocumentRecords, Modality, Polarity
from graph.terms import (
    APPROXIMATE,
    ATTESTED_AT,
    AUTHORITY_STATEMENT,
    CLAIM,
    CONTESTED,
    DATE,
    ENDED,
    EXHAUSTIVE,
    IN_LISTING,
    MEASURE,
    MODALITY,
    NEGATIVE,
    OBJECT,
    PERIOD,
    POLARITY,
    PREDICATE,
    QUOTED_FROM,
    ROLE,
    SOURCE,
    SUBJECT,
    TYPE,
    UNIT,
    gcm,
)


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


def statements_in(found: Mapping[str, Resource]) -> list[Statement]:
    """The statements among resources; those of claims need the dates of their documents there too."""
    statements = []
    for iri, resource in found.items():
        types = resource.get(TYPE.value, ())
        if CLAIM in types or AUTHORITY_STATEMENT in types:
            statements.append(_of_resource(iri, resource, found))
    return statements


def resources_of(triples: Iterable[Triple | Quad]) -> dict[str, Resource]:
    """Subject -> property -> objects, by IRI; the order of a set is made definite."""
    found: dict[str, Resource] = {}
    for triple in triples:
        subject, object = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(object, NamedNode | Literal):
            objects = found.setdefault(subject.value, {}).setdefault(triple.predicate.value, [])
            if object not in objects:
                objects.append(object)
    return found


def _of_resource(iri: str, resource: Resource, found: Mapping[str, Resource]) -> Statement:
    document = _text(resource, QUOTED_FROM)
    date = _text(found.get(document, {}), DATE) if document else None
    listing = _text(resource, IN_LISTING)
    whole = listing is not None and _true(found.get(listing, {}), EXHAUSTIVE)
    object = resource[OBJECT.value][0]
    if not isinstance(object, NamedNode | Literal):
        raise TypeError(f"object of {iri} is a blank node")
    return Statement(
        iri=iri,
        subject=resource[SUBJECT.value][0].value,
        predicate=resource[PREDICATE.value][0].value,
        object=object,
        unit=_text(resource, UNIT),
        measure=_text(resource, MEASURE),
        role=_text(resource, ROLE),
        period=_text(resource, PERIOD),
        attested=_text(resource, ATTESTED_AT) or date,
        positive=_text(resource, POLARITY) != NEGATIVE.value,
        modality=(_text(resource, MODALITY) or "asserted").rpartition("#")[2],
        approximate=_true(resource, APPROXIMATE),
        ended=_true(resource, ENDED),
        listing=listing if whole else None,
        document=document,
        source="" if document else (_text(resource, SOURCE) or ""),
        contested=_true(resource, CONTESTED),
    )


def _text(resource: Resource, predicate: NamedNode) -> str | None:
    terms = resource.get(predicate.value)
    return min(term.value for term in terms) if terms else None


def _true(resource: Resource, predicate: NamedNode) -> bool:
    return any(read_boolean(term) for term in resource.get(predicate.value, ()))
