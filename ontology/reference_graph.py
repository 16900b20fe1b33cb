"""The reference data as N-Triples: what graph/reference holds.

Relations stand only on AuthorityStatement nodes, never as plain triples: those are computed with the
facts. No triple comes twice, so no other graph may say the same.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache

from ontology import reference, terms
from ontology.namespaces import ID, ONTOLOGY
from ontology.ntriples import boolean, expand, iri, line, literal, time
from ontology.reference import Label, ReferenceEntity, Source, Statement
from ontology.vocabulary import relations

SCHEMES = {"Objective": "objectives", "GuidingPrinciple": "guiding-principles"}
_SCHEME_TITLES = {
    "objectives": {
        "en": "Objectives of the Global Compact for Migration",
        "fr": "Objectifs du Pacte mondial pour les migrations",
        "es": "Objetivos del Pacto Mundial para la Migración",
    },
    "guiding-principles": {
        "en": "Guiding principles of the Global Compact for Migration",
        "fr": "Principes directeurs du Pacte mondial pour les migrations",
        "es": "Principios rectores del Pacto Mundial para la Migración",
    },
}
_CODES = {"iso2": terms.ISO2, "iso3": terms.ISO3, "m49": terms.M49, "number": terms.NUMBER, "symbol": terms.SYMBOL}
_ATTRIBUTES = {
    "region": terms.REGION,
    "subregion": terms.SUBREGION,
    "intermediate_region": terms.INTERMEDIATE_REGION,
    "un_status": terms.UN_STATUS,
}
_TYPE, _PREFERRED, _SOURCE = expand("rdf:type"), expand("skos:prefLabel"), expand("dcterms:source")
_HIDDEN_KINDS = ("demonym", "historical")


def reference_lines() -> list[str]:
    """All of graph/reference, sorted, each triple once."""
    labels: dict[str, list[Label]] = {}
    for label in reference.labels():
        labels.setdefault(label.path, []).append(label)
    found = set(_schemes())
    for entity in reference.entities():
        found.update(entity_lines(entity, labels.get(entity.path, ())))
    for statement in reference.statements():
        found.update(statement_lines(statement))
    return sorted(found)


def scheme_lines(cls: str) -> list[str]:
    """The concept scheme of a class of SCHEMES with its concepts, sorted."""
    found = {text for text in _schemes() if f"/scheme/{SCHEMES[cls]}>" in text}
    for entity in reference.entities():
        if entity.cls == cls:
            found.update(entity_lines(entity, [label for label in reference.labels() if label.path == entity.path]))
    return sorted(found)


def entity_lines(entity: ReferenceEntity, labels: Iterable[Label]) -> Iterator[str]:
    """Type, names, codes and sources of one entity; a wrong name (`negative`) is no name and is left out."""
    subject = ID + entity.path
    yield line(subject, _TYPE, iri(ONTOLOGY + entity.cls))
    for language, name in entity.names.items():
        yield line(subject, _PREFERRED, literal(name, language))
    yield from _other_labels(subject, entity, labels)
    for code, predicate in _CODES.items():
        if code in entity.codes:
            yield line(subject, predicate, literal(entity.codes[code]))
    if "wikidata" in entity.codes:
        yield line(subject, expand("owl:sameAs"), iri(expand(f"wd:{entity.codes['wikidata']}")))
    if "fund" in entity.codes:
        yield line(subject, expand("dcterms:identifier"), literal(entity.codes["fund"]))
    for attribute, predicate in _ATTRIBUTES.items():
        if attribute in entity.attributes:
            yield line(subject, predicate, literal(entity.attributes[attribute]))
    if "note" in entity.attributes:
        yield line(subject, expand("skos:note"), literal(entity.attributes["note"], "en"))
    if entity.cls in SCHEMES:
        yield from _concept(subject, SCHEMES[entity.cls])
    yield from _cited(subject, entity.source)


def statement_lines(statement: Statement) -> Iterator[str]:
    """An AuthorityStatement; its name follows from all it says, its sources aside."""
    subject = f"{ID}statement/{_digest(statement)}"
    yield line(subject, _TYPE, iri(terms.AUTHORITY_STATEMENT))
    yield line(subject, expand("rdf:subject"), iri(ID + statement.subject))
    yield line(subject, expand("rdf:predicate"), iri(ONTOLOGY + statement.predicate))
    yield line(subject, expand("rdf:object"), _object(statement))
    if statement.period:
        yield line(subject, terms.ATTESTED_AT if _is_figure(statement) else terms.PERIOD, time(statement.period))
    yield from _qualified(subject, statement)
    if statement.note:
        yield line(subject, expand("skos:note"), literal(statement.note, "en"))
    yield line(subject, terms.CONTESTED, boolean(statement.contested))
    yield from _cited(subject, statement.source)


def citation(source: Source) -> str:
    """A source in one line: title, publisher, date, address."""
    said = ", ".join(part for part in (source.publisher, source.date) if part)
    return ". ".join(part for part in (source.title, said, source.address) if part)


def _object(statement: Statement) -> str:
    if not relations()[statement.predicate].has_value:
        return iri(ID + statement.object)
    if _is_figure(statement):
        return literal(statement.object, datatype="xsd:decimal")
    return time(statement.object)


def _is_figure(statement: Statement) -> bool:
    """A figure holds for the day of which it is told, as the figures of documents do; nobody gives it a period."""
    return f"{ONTOLOGY}{statement.predicate}" == terms.HAS_COUNT


def _qualified(subject: str, statement: Statement) -> Iterator[str]:
    """Role, or for a figure its unit and, behind a semicolon, its measure."""
    if _is_figure(statement):
        unit, _, measure = statement.role.partition(";")
        for predicate, text in ((terms.UNIT, unit.strip()), (terms.MEASURE, measure.strip())):
            if text:
                yield line(subject, predicate, literal(text))
    elif statement.role:
        yield line(subject, terms.ROLE, literal(statement.role))


def _other_labels(subject: str, entity: ReferenceEntity, labels: Iterable[Label]) -> Iterator[str]:
    """Alternative names; those that only help to find it are hidden (SKOS S13 keeps the kinds disjoint)."""
    shown: set[tuple[str, str]] = set()
    hidden: set[tuple[str, str]] = set()
    for label in labels:
        key = (label.text, label.language)
        if label.kind == "negative" or entity.names.get(label.language) == label.text:
            continue
        (hidden if label.needs == "context" or label.kind in _HIDDEN_KINDS else shown).add(key)
    for text, language in shown:
        yield line(subject, expand("skos:altLabel"), literal(text, language))
    for text, language in hidden - shown:
        yield line(subject, expand("skos:hiddenLabel"), literal(text, language))


def _concept(subject: str, scheme: str) -> Iterator[str]:
    yield line(subject, _TYPE, iri(expand("skos:Concept")))
    yield line(subject, expand("skos:inScheme"), iri(f"{ID}scheme/{scheme}"))
    yield line(subject, expand("skos:topConceptOf"), iri(f"{ID}scheme/{scheme}"))


def _schemes() -> Iterator[str]:
    for scheme, titles in _SCHEME_TITLES.items():
        subject = f"{ID}scheme/{scheme}"
        yield line(subject, _TYPE, iri(expand("skos:ConceptScheme")))
        for language, title in titles.items():
            yield line(subject, _PREFERRED, literal(title, language))


def _cited(subject: str, ids: str) -> Iterator[str]:
    for source in ids.split():
        yield line(subject, _SOURCE, literal(_citations()[source]))


@cache
def _citations() -> dict[str, str]:
    return {source.id: citation(source) for source in reference.sources()}


def _digest(statement: Statement) -> str:
    parts = (statement.subject, statement.predicate, statement.object, statement.period, statement.role)
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
