"""Records as `gcm extract` prints them: one JSON object a document, or Turtle."""

import re
from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

from pyoxigraph import RdfFormat, Triple, serialize

from graph.quads import document_quads
from graph.records import Claim, DocumentRecords, Evidence, Polarity
from loaders.recognition.names.gazetteer import reference_names
from ontology.namespaces import ID, PREFIXES
from ontology.reference import labels
from ontology.vocabulary import class_of_path, relations

_IN_FULL = re.compile(r"\d(?:[., \u00a0\u202f]\d{3}){2}(?!\d)")  # "21,400,000"
_MILLION = Decimal(1_000_000)


def to_json(records: DocumentRecords) -> dict[str, Any]:
    """The document, its entities with all they are called, its relations with their sentence, and those it denies.

    What a relation of its own says ("not party to") is affirmed as that; other denials stand apart, under `denied`.

    Offsets count in the document as read: `text[start:end] == evidence`. A relation of a PDF or table has its `place`.
    """
    names = _names(records)
    stated, denied = _relations(records, names)
    return {
        "doc": records.document.file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0],
        "date": plain_time(records.document.date.edtf) if records.document.date else None,
        "title": records.document.title,
        "language": records.document.language,
        "genre": records.document.genre,
        "entities": _entities(records, names),
        "relations": stated,
        "denied": denied,
    }


def to_turtle(records: DocumentRecords) -> str:
    """The document's named graph as Turtle."""
    triples = (Triple(q.subject, q.predicate, q.object) for q in document_quads(records))
    body = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return body.decode() if body else ""


def plain_time(edtf: str) -> str:
    """EDTF as the annotations write times: `2022-40` -> `2022-H1`, `2022-33` -> `2022-01/2022-03`, `XXXX-01-19` ->
    `01-19`.
    """
    text = edtf.replace("XXXX-", "").rstrip("~?%")
    quarter = re.fullmatch(r"(\d{4})-3([3-6])", text)
    if quarter:
        begin = (int(quarter[2]) - 3) * 3
        return f"{quarter[1]}-{begin + 1:02}/{quarter[1]}-{begin + 3:02}"
    return re.sub(r"(\d{4})-4([01])$", lambda m: f"{m[1]}-H{int(m[2]) + 1}", text)


def _names(records: DocumentRecords) -> dict[str, str]:
    return {d.entity: d.name for d in records.descriptions} | dict(reference_names())


def _entities(records: DocumentRecords, names: dict[str, str]) -> list[dict[str, Any]]:
    counts = Counter(m.entity for m in records.mentions)
    surfaces: dict[str, dict[str, None]] = defaultdict(dict)
    for description in records.descriptions:
        for own, _ in description.labels:
            surfaces[description.entity].setdefault(own)
    for mention in records.mentions:
        surfaces[mention.entity].setdefault(re.sub(r"\s+", " ", mention.exact))
    for claim in records.claims:
        for path in (claim.subject, claim.object):
            if path:
                counts.setdefault(path, 0)
    known: dict[str, list[str]] = defaultdict(list)
    for label in labels():
        if label.path in counts and label.kind not in ("negative", "demonym"):
            known[label.path].append(label.text)
    return [
        {
            "name": names[path],
            "type": class_of_path(path).extract_name,
            "iri": f"{ID}{path}",
            "aliases": list(dict.fromkeys([*surfaces[path], *known[path]])),
            "count": counts[path],
        }
        for path in sorted(counts)
    ]


def _relations(records: DocumentRecords, names: dict[str, str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Claims that affirm and that deny, with their first evidence; where that stands in a file that is no text, too."""
    stated: list[dict[str, Any]] = []
    denied: list[dict[str, Any]] = []
    evidence = {one.id: one for one in records.evidence}
    places = {passage.id: passage.place for passage in records.passages if passage.place}
    for claim in records.claims:
        first = evidence[claim.evidence[0]]
        place = places.get(first.passage)
        row = _relation(claim, first, names) | ({"place": place} if place else {})
        (denied if _is_denial(claim) else stated).append(row)
    return stated, denied


def _is_denial(claim: Claim) -> bool:
    return claim.polarity is Polarity.NEGATIVE and not relations()[claim.predicate].negative_extract_name


def _relation(claim: Claim, evidence: Evidence, names: dict[str, str]) -> dict[str, Any]:
    relation = relations()[claim.predicate]
    denied = claim.polarity is Polarity.NEGATIVE and relation.negative_extract_name
    figure = claim.predicate == "hasCount"
    value, unit = _figure(claim, evidence.exact) if figure else (None, None)
    time = claim.value if claim.predicate == "takesPlaceOn" else None
    return {
        "subject": names[claim.subject],
        "predicate": denied or relation.extract_name,
        "object": names[claim.object] if claim.object else plain_time(str(time)) if time else None,
        "date": plain_time(claim.when.edtf) if claim.when else None,
        "role": claim.role,
        "value": value,
        "unit": unit,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "evidence": evidence.exact,
        "start": evidence.start,
        "end": evidence.end,
        "rule": claim.rule,
    }


def _figure(claim: Claim, words: str) -> tuple[float | int | None, str | None]:
    """Value and unit as the annotations write them: sums in millions where the text writes them so."""
    value = Decimal(str(claim.value))
    unit = claim.unit or ""
    if re.fullmatch(r"[A-Z]{3}", unit):
        in_millions = value >= _MILLION and not _IN_FULL.search(words)
        value = value / _MILLION if in_millions else value
        unit = f"{'million ' if in_millions else ''}{unit} {claim.measure or ''}".strip()
    return (int(value) if value == value.to_integral_value() else float(value)), unit or None
