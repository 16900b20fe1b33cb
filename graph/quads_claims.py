"""Mentions, descriptions, evidence and claims as quads and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.columns import (
    Column,
    Resource,
    Sheet,
    TimeColumn,
    name_of,
    node,
    read_boolean,
    read_entity,
    read_integer,
    read_local,
    read_record,
    read_text,
    read_time,
    read_value,
    write_concept,
    write_entity,
    write_value,
)
from graph.contract import Term
from graph.errors import RecordError
from graph.iris import digest, document_iri
from graph.records import Claim, Description, Evidence, LinkStatus, Mention, Modality, Polarity
from graph.terms import (
    ANNOTATION,
    APPROXIMATE,
    AT,
    ATTESTED_AT,
    ATTESTED_BASIS,
    ATTRIBUTED_TO,
    CLAIM,
    DESCRIBES,
    DESCRIPTION,
    END,
    ENDED,
    EVIDENCE,
    EVIDENCE_CLASS,
    EXACT,
    EXHAUSTIVE,
    HAS_SOURCE,
    IN_LISTING,
    IN_PASSAGE,
    INFERENCE,
    LINK_METHOD,
    LINK_STATUS,
    LISTING,
    MEASURE,
    MENTION,
    MODALITY,
    OA_END,
    OA_START,
    OBJECT,
    PERIOD,
    PERIOD_BASIS,
    POLARITY,
    PREDICATE,
    PREFIX,
    PROPOSED_CLASS,
    PROPOSED_LABEL,
    PROPOSED_NAME,
    QUOTED_FROM,
    REFERS_TO,
    ROLE,
    RULE,
    SPECIFIC_RESOURCE,
    START,
    SUBJECT,
    SUFFIX,
    TEXT,
    TO,
    TYPE,
    UNIT,
    gcm,
)


def _in_passage() -> Column:
    return Column("passage", IN_PASSAGE, lambda name: node("passage", name), name_of)


def _write_label(label: tuple[str, str]) -> Literal:
    text, language = label
    return Literal(text, language=language) if language else Literal(text)


def _read_label(term: Term) -> tuple[str, str]:
    return (term.value, term.language or "") if isinstance(term, Literal) else (term.value, "")


_MENTION = (
    Column("entity", REFERS_TO, write_entity, read_entity),
    _in_passage(),
    Column("exact", EXACT, Literal, read_text),
    Column("start", START, Literal, read_integer),
    Column("end", END, Literal, read_integer),
    Column("at", AT, Literal, read_integer),
    Column("to", TO, Literal, read_integer),
    Column("status", LINK_STATUS, lambda status: Literal(str(status)), lambda term: LinkStatus(term.value)),
    Column("method", LINK_METHOD, Literal, read_text),
)
_DESCRIPTION = (
    Column("entity", DESCRIBES, write_entity, read_entity),
    Column("cls", PROPOSED_CLASS, gcm, read_local),
    Column("name", PROPOSED_NAME, Literal, read_text),
    Column("labels", PROPOSED_LABEL, _write_label, _read_label, many=True),
)
_EVIDENCE = (
    _in_passage(),
    Column("text", TEXT, Literal, read_text),
    Column("exact", EXACT, Literal, read_text),
    Column("prefix", PREFIX, Literal, read_text, ""),
    Column("suffix", SUFFIX, Literal, read_text, ""),
    Column("start", OA_START, Literal, read_integer),
    Column("end", OA_END, Literal, read_integer),
    Column("at", AT, Literal, read_integer),
    Column("to", TO, Literal, read_integer),
)
_CLAIM = (
    Column("subject", SUBJECT, write_entity, read_entity),
    Column("predicate", PREDICATE, gcm, read_local),
    Column("unit", UNIT, Literal, read_text, None),
    Column("measure", MEASURE, Literal, read_text, None),
    Column("approximate", APPROXIMATE, Literal, read_boolean, False),
    Column("role", ROLE, Literal, read_text, None),
    Column("polarity", POLARITY, write_concept, lambda term: Polarity(read_local(term))),
    Column("modality", MODALITY, write_concept, lambda term: Modality(read_local(term))),
    Column("attributed_to", ATTRIBUTED_TO, Literal, read_text, None),
    Column("ended", ENDED, Literal, read_boolean, False),
    Column("evidence", EVIDENCE, lambda name: node("evidence", name), name_of, many=True),
    Column("rule", RULE, Literal, read_text, ""),
    Column("inferences", INFERENCE, Literal, read_text, many=True),
)
_PERIOD = TimeColumn("when", PERIOD, PERIOD_BASIS)
_ATTESTED = TimeColumn("attested", ATTESTED_AT, ATTESTED_BASIS)


def listing_name(document: str, listing: str) -> str:
    """A listing's content-addressed name; one that is not yet an address is made one of its document."""
    addressed = len(listing) == 32 and all(c in "0123456789abcdef" for c in listing)
    return listing if addressed else digest("listing", document, listing)


def add_mentions(sheet: Sheet, mentions: Mapping[str, Mention]) -> None:
    """Mentions, each a Web Annotation."""
    for name, mention in mentions.items():
        subject = node("mention", name)
        sheet.add(subject, TYPE, MENTION)
        sheet.add(subject, TYPE, ANNOTATION)
        sheet.add_record(subject, mention, _MENTION)


def add_descriptions(sheet: Sheet, descriptions: Mapping[str, Description]) -> None:
    """What the document brings to know of entities."""
    for name, description in descriptions.items():
        subject = node("description", name)
        sheet.add(subject, TYPE, DESCRIPTION)
        sheet.add_record(subject, description, _DESCRIPTION)


def add_evidence(sheet: Sheet, document: str, evidence: Mapping[str, Evidence]) -> None:
    """Evidence, each with both selectors of the Web Annotation model, flat on its node."""
    source = NamedNode(document_iri(document))
    for name, item in evidence.items():
        subject = node("evidence", name)
        sheet.add(subject, TYPE, EVIDENCE_CLASS)
        sheet.add(subject, TYPE, SPECIFIC_RESOURCE)
        sheet.add(subject, HAS_SOURCE, source)
        sheet.add_record(subject, item, _EVIDENCE)


def add_claims(sheet: Sheet, document: str, claims: Mapping[str, Claim]) -> None:
    """Claims and the listings they stand in."""
    source = NamedNode(document_iri(document))
    exhaustive: dict[str, bool] = {}
    for name, claim in claims.items():
        subject = node("claim", name)
        sheet.add(subject, TYPE, CLAIM)
        sheet.add(subject, QUOTED_FROM, source)
        sheet.add_record(subject, claim, _CLAIM)
        sheet.add(subject, OBJECT, claim_object(claim))
        sheet.add_time(subject, claim.when, _PERIOD)
        sheet.add_time(subject, claim.attested, _ATTESTED)
        if claim.listing is not None:
            listing = listing_name(document, claim.listing)
            exhaustive[listing] = exhaustive.get(listing, False) or claim.exhaustive
            sheet.add(subject, IN_LISTING, node("listing", listing))
    for listing, whole in exhaustive.items():
        sheet.add(node("listing", listing), TYPE, LISTING)
        sheet.add(node("listing", listing), EXHAUSTIVE, Literal(whole))


def claim_object(claim: Claim) -> NamedNode | Literal:
    """The object of a claim as a term: an entity, a figure or a time."""
    if claim.object is not None:
        return NamedNode(entity_of(claim.object))
    if claim.value is None:
        raise RecordError(f"a claim has an object or a value: {claim.subject} {claim.predicate}")
    return write_value(claim.value)


def entity_of(path: str) -> str:
    """IRI of an entity path."""
    return write_entity(path).value


def read_mentions(document: str, found: Mapping[str, Resource]) -> tuple[Mention, ...]:
    """Mentions in text order."""
    rows = [Mention(document=document, **fields) for fields in _rows(found, MENTION, _MENTION)]
    return tuple(sorted(rows, key=lambda row: (row.start, row.end, row.entity)))


def read_descriptions(document: str, found: Mapping[str, Resource]) -> tuple[Description, ...]:
    """Descriptions by entity."""
    rows = [Description(document=document, **fields) for fields in _rows(found, DESCRIPTION, _DESCRIPTION)]
    return tuple(sorted(rows, key=lambda row: (row.entity, row.cls, row.name, row.labels)))


def read_evidence(document: str, found: Mapping[str, Resource]) -> tuple[Evidence, ...]:
    """Evidence in text order."""
    rows = [Evidence(document=document, **fields) for fields in _rows(found, EVIDENCE_CLASS, _EVIDENCE)]
    return tuple(sorted(rows, key=lambda row: (row.start, row.end, row.passage)))


def read_claims(document: str, found: Mapping[str, Resource]) -> tuple[Claim, ...]:
    """Claims in the order of their names; the caller puts them in text order."""
    claims = [_claim(document, resource, found) for resource in found.values() if CLAIM in resource.get(TYPE.value, ())]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _claim(document: str, resource: Resource, found: Mapping[str, Resource]) -> Claim:
    fields: dict[str, Any] = read_record(resource, _CLAIM)
    object = resource[OBJECT.value][0]
    if isinstance(object, NamedNode):
        fields["object"] = read_entity(object)
    else:
        fields["value"] = read_value(object)
    for listing in resource.get(IN_LISTING.value, ()):
        fields["listing"] = name_of(listing)
        fields["exhaustive"] = any(map(read_boolean, found[listing.value].get(EXHAUSTIVE.value, ())))
    return Claim(
        document=document, when=read_time(resource, _PERIOD), attested=read_time(resource, _ATTESTED), **fields
    )


def _rows(found: Mapping[str, Resource], cls: NamedNode, columns: tuple[Column, ...]) -> Iterable[dict[str, Any]]:
    return (read_record(resource, columns) for resource in found.values() if cls in resource.get(TYPE.value, ()))
