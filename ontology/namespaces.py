"""The one table of prefixes, and the base that every IRI of ours starts with.

The base is read once, when the process starts. Files (`gcm.ttl`, `*.rq`, shapes) are written with
the default base; `rebase` moves their text to the configured one.
"""

from ontology.settings import DEFAULT_BASE_IRI, load_settings

BASE = load_settings().base_iri
ONTOLOGY = f"{BASE}ontology#"
ID = f"{BASE}id/"
DOCUMENT = f"{BASE}document/"
GRAPH = f"{BASE}graph/"

PREFIXES: dict[str, str] = {
    "gcm": ONTOLOGY,
    "id": ID,
    "doc": DOCUMENT,
    "graph": GRAPH,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "sh": "http://www.w3.org/ns/shacl#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "wd": "http://www.wikidata.org/entity/",
}


def rebase(text: str) -> str:
    """Text of a vocabulary, shape or query file, with the default base replaced by the configured one."""
    return text if BASE == DEFAULT_BASE_IRI else text.replace(DEFAULT_BASE_IRI, BASE)


def shorten(iri: str) -> str:
    """`prefix:local` where a prefix of the table fits and the rest is a plain name, else the IRI itself."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local and all(c.isalnum() or c in "-_." for c in local):
            return f"{prefix}:{local}"
    return iri
