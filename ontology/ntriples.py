"""Lines of N-Triples (RDF 1.1 N-Triples, section 2), for what the ontology package gives to stores of any kind."""

import re
from collections.abc import Mapping

from ontology.namespaces import PREFIXES

_ESCAPES: Mapping[str, str] = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_ESCAPED = re.compile(r'[\\"\n\r]')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def expand(name: str) -> str:
    """`skos:prefLabel` -> its IRI."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


def iri(value: str) -> str:
    """An IRI as a term."""
    return f"<{value}>"


def literal(text: str, language: str = "", datatype: str = "") -> str:
    """A literal as a term; `datatype` is a prefixed name, and xsd:string when there is neither."""
    escaped = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)
    if language:
        return f'"{escaped}"@{language}'
    return f'"{escaped}"^^<{expand(datatype)}>' if datatype else f'"{escaped}"'


def boolean(value: bool) -> str:
    """An xsd:boolean as a term."""
    return literal("true" if value else "false", datatype="xsd:boolean")


def time(edtf: str) -> str:
    """A full day as xsd:date, any other time as edtf:EDTF (ISO 8601-2, annex A)."""
    return literal(edtf, datatype="xsd:date" if _DAY.fullmatch(edtf) else "edtf:EDTF")


def line(subject: str, predicate: str, object: str) -> str:
    """One triple; subject and predicate are IRIs, the object is a term."""
    return f"<{subject}> <{predicate}> {object} .\n"
