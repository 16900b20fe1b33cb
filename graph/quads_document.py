"""The document itself, its flags and its passages, as quads and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.columns import (
    Column,
    Resource,
    Sheet,
    TimeColumn,
    name_of,
    node,
    read_integer,
    read_record,
    read_text,
    read_time,
)
from graph.errors import RecordError
from graph.iris import digest, document_iri
from graph.records import Document, Flag, Passage, PassageKind
from graph.terms import (
    COLUMN,
    COMMENT,
    CONTENT,
    DATE,
    DATE_BASIS,
    DATE_NOTE,
    DOCUMENT,
    END,
    EVIDENCE,
    FILE_NAME,
    FLAG,
    FLAG_CLASS,
    FLAG_KIND,
    GENRE,
    LANGUAGE,
    LEVEL,
    NOTE_NUMBER,
    NOTE_OF,
    ORDER,
    ORIGIN,
    PART_OF_DOCUMENT,
    PASSAGE,
    PASSAGE_KIND,
    PIPELINE_VERSION,
    PLACE_IN_FILE,
    ROW,
    SECTION,
    SHA256,
    START,
    TEXT,
    TITLE,
    TYPE,
)

_DOCUMENT = (
    Column("sha256", SHA256, Literal, read_text),
    Column("file_name", FILE_NAME, Literal, read_text),
    Column("title", TITLE, Literal, read_text),
    Column("language", LANGUAGE, Literal, read_text),
    Column("genre", GENRE, Literal, read_text),
    Column("text", CONTENT, Literal, read_text),
    Column("date_note", DATE_NOTE, Literal, read_text, ""),
    Column("version", PIPELINE_VERSION, Literal, read_text, ""),
    Column("origin", ORIGIN, Literal, read_text, ""),
)
_DATE = TimeColumn("date", DATE, DATE_BASIS)
_FLAG = (
    Column("kind", FLAG_KIND, Literal, read_text),
    Column("message", COMMENT, Literal, read_text),
    Column("evidence", EVIDENCE, lambda name: node("evidence", name), name_of, many=True),
)
_PASSAGE = (
    Column("order", ORDER, Literal, read_integer),
    Column("kind", PASSAGE_KIND, lambda kind: Literal(str(kind)), lambda term: PassageKind(term.value)),
    Column("text", TEXT, Literal, read_text),
    Column("start", START, Literal, read_integer),
    Column("end", END, Literal, read_integer),
    Column("level", LEVEL, Literal, read_integer, 0),
    Column("row", ROW, Literal, read_integer, None),
    Column("column", COLUMN, Literal, read_integer, None),
    Column("note", NOTE_NUMBER, Literal, read_text, None),
    Column("place", PLACE_IN_FILE, Literal, read_text, ""),
)


def add_document(sheet: Sheet, document: Document) -> None:
    """The document's own quads and those of its flags."""
    subject = NamedNode(document_iri(document.slug))
    sheet.add(subject, TYPE, DOCUMENT)
    sheet.add_record(subject, document, _DOCUMENT)
    sheet.add_time(subject, document.date, _DATE)
    for flag in document.flags:
        flagged = node("flag", digest("flag", document.slug, flag.kind, flag.message))
        sheet.add(subject, FLAG, flagged)
        sheet.add(flagged, TYPE, FLAG_CLASS)
        sheet.add_record(flagged, flag, _FLAG)


def read_document(slug: str, found: Mapping[str, Resource]) -> Document:
    """The document of a graph. Raises RecordError when it is not there."""
    own = found.get(document_iri(slug))
    if own is None:
        raise RecordError(f"the graph of {slug} does not describe its document")
    flags = [Flag(**read_record(found[term.value], _FLAG)) for term in own.get(FLAG.value, ())]
    flags.sort(key=lambda flag: (flag.kind, flag.message))
    return Document(slug=slug, date=read_time(own, _DATE), flags=tuple(flags), **read_record(own, _DOCUMENT))


def add_passages(sheet: Sheet, document: Document, passages: Sequence[Passage]) -> None:
    """Passages in any order. Raises RecordError when one names a passage that is not among them."""
    carrier = NamedNode(document_iri(document.slug))
    by_order = {passage.order: node("passage", passage.id) for passage in passages}
    for passage in passages:
        if passage.sha256 != document.sha256:
            raise RecordError(f"passage {passage.order} of {document.slug} carries another digest than its document")
        subject = by_order[passage.order]
        sheet.add(subject, TYPE, PASSAGE)
        sheet.add(subject, PART_OF_DOCUMENT, carrier)
        sheet.add_record(subject, passage, _PASSAGE)
        for link, order in ((SECTION, passage.section), (NOTE_OF, passage.host)):
            if order is None:
                continue
            if order not in by_order:
                raise RecordError(
                    f"passage {passage.order} of {document.slug} names passage {order}, which is not there"
                )
            sheet.add(subject, link, by_order[order])


def read_passages(document: Document, found: Mapping[str, Resource]) -> tuple[Passage, ...]:
    """Passages in reading order."""
    passages = [_passage(document, resource, found) for resource in found.values() if _is_passage(resource)]
    return tuple(sorted(passages, key=lambda passage: passage.order))


def _is_passage(resource: Resource) -> bool:
    return PASSAGE in resource.get(TYPE.value, ())


def _passage(document: Document, resource: Resource, found: Mapping[str, Resource]) -> Passage:
    fields: dict[str, Any] = read_record(resource, _PASSAGE)
    for name, link in (("section", SECTION), ("host", NOTE_OF)):
        for term in resource.get(link.value, ()):
            fields[name] = read_integer(found[term.value][ORDER.value][0])
    return Passage(document=document.slug, sha256=document.sha256, **fields)
