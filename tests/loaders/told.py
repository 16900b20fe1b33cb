"""What a small document tells: texts in, records and "Subject relation Object" out."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.records import Claim, Document, DocumentRecords, Modality, Polarity
from loaders.claims.assemble import assemble
from loaders.export import to_json
from loaders.frame.frame import frame
from loaders.pipeline import VERSION, claim, read_document
from loaders.reading.read import read
from loaders.recognition.recognise import Recognition, recognise

WORLD = (
    "The Global Compact for Safe, Orderly and Regular Migration (GCM) is reviewed by the International Migration "
    "Review Forum (IMRF), which the United Nations Network on Migration supports."
)
"""A sentence that places a document in this world and claims nothing of states."""
SPANISH = (
    "El Pacto Mundial para la Migración Segura, Ordenada y Regular (PMM) se examina en el Foro de Examen de la "
    "Migración Internacional (FEMI), con el apoyo de la Red de las Naciones Unidas sobre la Migración y de los países."
)
FRENCH = (
    "Le Pacte mondial pour des migrations sûres, ordonnées et régulières est examiné par le Forum d'examen des "
    "migrations internationales (FEMI), avec l'appui du Réseau des Nations Unies sur les migrations et des pays."
)
"""The same in other languages."""


def sha256_of(text: str) -> str:
    """The name of the bytes of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def records_of(text: str, genre: str = "", name: str = "note.md") -> DocumentRecords:
    """Records of a text; genre: read it as a document of that genre, whatever it looks like."""
    if not genre:
        return read_document(text, name, "note", sha256_of(text))
    found = recognised(text, genre, name)
    document = Document(
        "note", sha256_of(text), name, found.frame.title, found.reading.language, genre, text, found.frame.date,
        found.frame.date_note, version=VERSION,
    )  # fmt: skip
    return assemble(document, found, claim(found) if found.of_this_world else [])


def recognised(text: str, genre: str = "", name: str = "note.md") -> Recognition:
    """What is named in a text; genre: as a document of that genre."""
    reading = read(text, name, sha256_of(text))
    about = frame(reading)
    return recognise(reading, replace(about, genre=genre or about.genre))


def in_world(text: str, name: str = "note.md") -> DocumentRecords:
    """Records of a text that stands, after its own words, in a document of this world."""
    return records_of(f"{text}\n\n{WORLD}", name=name)


def told(records: DocumentRecords) -> list[str]:
    """Each claim as "Subject relation Object", in the names that `gcm extract` prints."""
    return [told_row(row) for row in to_json(records)["relations"]]


def told_row(row: Mapping[str, Any]) -> str:
    """A row of the extract: "Ghana spokeAt IMRF 2022", "Migration MPTF hasCount 12 donors"."""
    thing = row["object"] if row["object"] is not None else f"{row['value']} {row['unit'] or ''}".strip()
    return f"{row['subject']} {row['predicate']} {thing}"


def told_by(records: DocumentRecords, relation: str) -> set[str]:
    """Those of one relation, asserted and affirmed, without the word for it: "Ghana -> IMRF 2022"."""
    rows = to_json(records)["relations"]
    return {
        f"{row['subject']} -> {row['object']}"
        for row in rows
        if row["predicate"] == relation and row["modality"] == Modality.ASSERTED
    }


def subjects(records: DocumentRecords, relation: str, *, modality: Modality | None = Modality.ASSERTED) -> set[str]:
    """Subjects (paths) of affirmed claims of a relation; modality None: of whatever standing."""
    return {claim.subject for claim in claims(records, relation, modality=modality)}


def claims(records: DocumentRecords, relation: str, *, modality: Modality | None = Modality.ASSERTED) -> list[Claim]:
    """Affirmed claims of a relation (local name); modality None: of whatever standing."""
    return [
        one
        for one in records.claims
        if one.predicate == relation and one.polarity is Polarity.POSITIVE and modality in (None, one.modality)
    ]


def named(records: DocumentRecords) -> dict[str, set[str]]:
    """Each entity (path) that is mentioned, with the words that mention it."""
    found: dict[str, set[str]] = {}
    for mention in records.mentions:
        found.setdefault(mention.entity, set()).add(mention.exact)
    return found


def sentences(records: DocumentRecords) -> Mapping[str, str]:
    """Sentence by the id of its evidence."""
    return {one.id: one.text for one in records.evidence}


def set_in(text: str, world: str = WORLD) -> set[str]:
    """Each place and day told of any meeting."""
    records = records_of(f"{text}\n\n{world}")
    return {
        str(one.value or one.object)
        for relation in ("takesPlaceOn", "takesPlaceIn")
        for one in claims(records, relation, modality=None)
    }
