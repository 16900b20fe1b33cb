"""The terms of the vocabularies as nodes: each made once, because making one costs more than a quad does."""

from functools import cache

from pyoxigraph import NamedNode

from ontology import terms
from ontology.namespaces import ONTOLOGY, PREFIXES


@cache
def gcm(name: str) -> NamedNode:
    """A term of our own vocabulary by its local name (`championOf`), for names that come from data."""
    return NamedNode(ONTOLOGY + name)


def _node(name: str) -> NamedNode:
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


# RDF, RDFS, SKOS, Dublin Core
TYPE = _node("rdf:type")
SUBJECT = _node("rdf:subject")
PREDICATE = _node("rdf:predicate")
OBJECT = _node("rdf:object")
LABEL = _node("rdfs:label")
COMMENT = _node("rdfs:comment")
PREF_LABEL = _node("skos:prefLabel")
ALT_LABEL = _node("skos:altLabel")
TITLE = _node("dcterms:title")
LANGUAGE = _node("dcterms:language")
DATE = _node("dcterms:date")
SOURCE = _node("dcterms:source")
REPLACED_BY = _node("dcterms:isReplacedBy")
NOTE = _node("skos:note")

# Web Annotation
ANNOTATION = _node("oa:Annotation")
SPECIFIC_RESOURCE = _node("oa:SpecificResource")
HAS_SOURCE = _node("oa:hasSource")
EXACT = _node("oa:exact")
PREFIX = _node("oa:prefix")
SUFFIX = _node("oa:suffix")
OA_START = _node("oa:start")
OA_END = _node("oa:end")

# PROV
QUOTED_FROM = _node("prov:wasQuotedFrom")
STARTED_AT = _node("prov:startedAtTime")
ENDED_AT = _node("prov:endedAtTime")
GENERATED_AT = _node("prov:generatedAtTime")
INVALIDATED_AT = _node("prov:invalidatedAtTime")

# Datatypes
DECIMAL = _node("xsd:decimal")
XSD_DATE = _node("xsd:date")
XSD_DATETIME = _node("xsd:dateTime")
EDTF = _node("edtf:EDTF")

# Our own: classes
AUTHORITY_STATEMENT = NamedNode(terms.AUTHORITY_STATEMENT)
CLAIM = NamedNode(terms.CLAIM)
DECISION = NamedNode(terms.DECISION)
DESCRIPTION = NamedNode(terms.DESCRIPTION)
DEVELOPMENT = NamedNode(terms.DEVELOPMENT)
DISAGREEMENT = NamedNode(terms.DISAGREEMENT)
DOCUMENT = NamedNode(terms.DOCUMENT)
EVIDENCE_CLASS = NamedNode(terms.EVIDENCE_CLASS)
FACT = NamedNode(terms.FACT)
FAILURE_CLASS = NamedNode(terms.FAILURE_CLASS)
FLAG_CLASS = NamedNode(terms.FLAG_CLASS)
LISTING = NamedNode(terms.LISTING)
MENTION = NamedNode(terms.MENTION)
PASSAGE = NamedNode(terms.PASSAGE)
RUN = NamedNode(terms.RUN)

# Our own: properties of records
APPROXIMATE = NamedNode(terms.APPROXIMATE)
AT = NamedNode(terms.AT)
ATTESTED_AT = NamedNode(terms.ATTESTED_AT)
ATTESTED_BASIS = NamedNode(terms.ATTESTED_BASIS)
ATTRIBUTED_TO = NamedNode(terms.ATTRIBUTED_TO)
COLUMN = NamedNode(terms.COLUMN)
CONTENT = NamedNode(terms.CONTENT)
CONTESTED = NamedNode(terms.CONTESTED)
DATE_BASIS = NamedNode(terms.DATE_BASIS)
DATE_NOTE = NamedNode(terms.DATE_NOTE)
DESCRIBES = NamedNode(terms.DESCRIBES)
END = NamedNode(terms.END)
ENDED = NamedNode(terms.ENDED)
EVIDENCE = NamedNode(terms.EVIDENCE)
EXHAUSTIVE = NamedNode(terms.EXHAUSTIVE)
FAILURE = NamedNode(terms.FAILURE)
FILE_NAME = NamedNode(terms.FILE_NAME)
FLAG = NamedNode(terms.FLAG)
FLAG_KIND = NamedNode(terms.FLAG_KIND)
GENRE = NamedNode(terms.GENRE)
IN_LISTING = NamedNode(terms.IN_LISTING)
IN_PASSAGE = NamedNode(terms.IN_PASSAGE)
INFERENCE = NamedNode(terms.INFERENCE)
LEVEL = NamedNode(terms.LEVEL)
LINK_METHOD = NamedNode(terms.LINK_METHOD)
LINK_STATUS = NamedNode(terms.LINK_STATUS)
LOADED = NamedNode(terms.LOADED)
MEASURE = NamedNode(terms.MEASURE)
MODALITY = NamedNode(terms.MODALITY)
NOTE_NUMBER = NamedNode(terms.NOTE_NUMBER)
PLACE_IN_FILE = NamedNode(terms.PLACE_IN_FILE)
NOTE_OF = NamedNode(terms.NOTE_OF)
ORDER = NamedNode(terms.ORDER)
ORIGIN = NamedNode(terms.ORIGIN)
PART_OF_DOCUMENT = NamedNode(terms.PART_OF_DOCUMENT)
PASSAGE_KIND = NamedNode(terms.PASSAGE_KIND)
PERIOD = NamedNode(terms.PERIOD)
PERIOD_BASIS = NamedNode(terms.PERIOD_BASIS)
PIPELINE_VERSION = NamedNode(terms.PIPELINE_VERSION)
POLARITY = NamedNode(terms.POLARITY)
PROPOSED_CLASS = NamedNode(terms.PROPOSED_CLASS)
PROPOSED_LABEL = NamedNode(terms.PROPOSED_LABEL)
PROPOSED_NAME = NamedNode(terms.PROPOSED_NAME)
REASON = NamedNode(terms.REASON)
RECORD_COUNT = NamedNode(terms.RECORD_COUNT)
REFERS_TO = NamedNode(terms.REFERS_TO)
ROLE = NamedNode(terms.ROLE)
ROW = NamedNode(terms.ROW)
RULE = NamedNode(terms.RULE)
SECTION = NamedNode(terms.SECTION)
SHA256 = NamedNode(terms.SHA256)
START = NamedNode(terms.START)
TEXT = NamedNode(terms.TEXT)
TO = NamedNode(terms.TO)
UNCHANGED_COUNT = NamedNode(terms.UNCHANGED_COUNT)
UNIT = NamedNode(terms.UNIT)
WITHDREW = NamedNode(terms.WITHDREW)

# Our own: properties of decisions
COMPARED_WITH = NamedNode(terms.COMPARED_WITH)
DECIDED_BY = NamedNode(terms.DECIDED_BY)
JUDGES = NamedNode(terms.JUDGES)
MEANING = NamedNode(terms.MEANING)
WITHDRAWN_BY = NamedNode(terms.WITHDRAWN_BY)

# Our own: properties of what is computed
BETWEEN = NamedNode(terms.BETWEEN)
DOCUMENT_COUNT = NamedNode(terms.DOCUMENT_COUNT)
FIRST_ATTESTED = NamedNode(terms.FIRST_ATTESTED)
KIND = NamedNode(terms.KIND)
LAST_ATTESTED = NamedNode(terms.LAST_ATTESTED)
ON_MEMBER = NamedNode(terms.ON_MEMBER)
PREFERRED = NamedNode(terms.PREFERRED)
SET_ASIDE_BY = NamedNode(terms.SET_ASIDE_BY)
STATUS = NamedNode(terms.STATUS)
SUPPORT_COUNT = NamedNode(terms.SUPPORT_COUNT)
SUPPORTED_BY = NamedNode(terms.SUPPORTED_BY)

# Our own: concepts
CONFIRMED = NamedNode(terms.CONFIRMED)
MERGED = NamedNode(terms.MERGED)
NEGATIVE = NamedNode(terms.NEGATIVE)
PROVISIONAL = NamedNode(terms.PROVISIONAL)
