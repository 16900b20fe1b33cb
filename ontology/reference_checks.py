"""What the reference data must satisfy, as findings in plain lines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ontology import reference
from ontology.reference import Label, ReferenceEntity, Statement
from ontology.vocabulary import entity_classes, relations

KINDS = {"name", "official", "acronym", "variant", "demonym", "historical", "code", "negative"}
NEEDS = {"", "definition", "context"}
_PATH = re.compile(r"[a-z-]+/[a-z0-9]+(-[a-z0-9]+)*")
# ISO 8601-2 in the parts used here: a date or interval, open or not, possibly by month or year only
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
_PERIOD = re.compile(rf"{_DATE}|({_DATE}|\.\.)/({_DATE}|\.\.)")


def reference_findings() -> list[str]:
    """One line for each thing that is wrong; none when all is well."""
    entities, labels, statements = reference.entities(), reference.labels(), reference.statements()
    paths = {entity.path: entity for entity in entities}
    return [
        *_entity_findings(entities),
        *_label_findings(labels, set(paths)),
        *(line for statement in statements for line in _statement_findings(statement, paths)),
        *_repeated("statement", ((s.subject, s.predicate, s.object, s.period, s.role) for s in statements)),
        *_source_findings((*entities, *labels, *statements)),
    ]


def _entity_findings(entities: Iterable[ReferenceEntity]) -> Iterator[str]:
    found = list(entities)
    yield from _repeated("path", ((entity.path,) for entity in found))
    yield from _repeated("name", ((entity.cls, entity.name) for entity in found))
    for code in ("iso2", "iso3", "m49", "wikidata", "symbol", "fund"):
        yield from _repeated(code, ((entity.codes[code],) for entity in found if code in entity.codes))
    for entity in found:
        if not _PATH.fullmatch(entity.path):
            yield f"{entity.path} is no path"
        if not entity.name:
            yield f"{entity.path} has no name"
        if entity.cls == "State" and len(entity.names) != len(reference.LANGUAGES):
            yield f"{entity.path} lacks a name in one of the six languages"


def _label_findings(labels: Iterable[Label], paths: set[str]) -> Iterator[str]:
    found = list(labels)
    yield from _repeated("label", ((label.path, label.text, label.language) for label in found))
    names = {label.text for label in found if label.kind != "negative"}
    for label in found:
        if label.path not in paths:
            yield f"the label {label.text!r} is of {label.path}, which does not exist"
        if label.kind not in KINDS or label.needs not in NEEDS:
            yield f"the label {label.text!r} of {label.path} is of an unknown kind or need"
        if not label.text or label.text != " ".join(label.text.split()):
            yield f"the label {label.text!r} of {label.path} is empty or has stray spaces"
        if label.kind == "negative" and label.text in names:
            yield f"{label.text!r} is a wrong name of {label.path}, but a name of something"


def _statement_findings(statement: Statement, paths: dict[str, ReferenceEntity]) -> Iterator[str]:
    said = f"{statement.subject} {statement.predicate} {statement.object}"
    relation = relations().get(statement.predicate)
    if relation is None or statement.subject not in paths:
        yield f"{said}: unknown property or subject"
        return
    if not _is_one_of(paths[statement.subject].cls, relation.domain):
        yield f"{said}: such a subject has no such property"
    if relation.has_value:
        if not (_PERIOD.fullmatch(statement.object) or statement.object.isdigit()):
            yield f"{said}: neither a number nor a date"
    elif statement.object not in paths:
        yield f"{said}: unknown object"
    elif not _is_one_of(paths[statement.object].cls, relation.range):
        yield f"{said}: such an object cannot have this property"
    if statement.period and not _PERIOD.fullmatch(statement.period):
        yield f"{said}: {statement.period} is no period"
    if statement.contested and not statement.note:
        yield f"{said}: contested, but no note says how"


def _source_findings(rows: Iterable[ReferenceEntity | Label | Statement]) -> Iterator[str]:
    known = {source.id for source in reference.sources()}
    cited: set[str] = set()
    for row in rows:
        if not row.source:
            yield f"{row} has no source"
        cited.update(row.source.split())
    yield from (f"the source {source} does not exist" for source in sorted(cited - known))
    yield from (f"the source {source} is used by no row" for source in sorted(known - cited))


def _is_one_of(cls: str, allowed: Iterable[str]) -> bool:
    return not set(_with_parents(cls)).isdisjoint(allowed)


def _with_parents(cls: str) -> Iterator[str]:
    yield cls
    found = entity_classes().get(cls)
    for parent in found.parents if found else ():
        yield from _with_parents(parent)


def _repeated(what: str, keys: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f"{what} {' '.join(part for part in key if part)} comes {count} times"
