"""The answer to a question as a table to take away: one line a sentence, names and addresses of everything in it."""

import csv
import io
from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.contract import Term
from webapp.labels import Labels
from webapp.questions import Answer
from webapp.statements import Sentence, Statement
from webapp.vocabulary import property_label

HEADER = (
    "subject", "subject IRI", "relation", "object", "object IRI", "unit", "measure", "role", "period", "first attested",
    "status", "modality", "attributed to", "document", "document IRI", "sentence", "source", "fact or claim",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_table(answer: Answer, labels: Labels) -> str:
    """CSV (RFC 4180) in UTF-8, with a mark that tells spreadsheets so."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADER)
    for section in answer.sections:
        for statement in section.statements:
            writer.writerows(_lines(statement, labels))
    return "\ufeff" + buffer.getvalue()


def _lines(statement: Statement, labels: Labels) -> Iterator[list[str]]:
    for sentence in statement.sentences or (Sentence(""),):
        row = (*_statement(statement, labels), *_said(sentence, labels), statement.iri)
        yield [_harmless(cell) for cell in row]


def _statement(one: Statement, labels: Labels) -> tuple[str, ...]:
    relation = property_label(one.predicate, labels.language).text
    return (
        labels.text(one.subject), _iri(one.subject), f"not {relation}" if one.denied else relation,
        labels.text(one.object), _iri(one.object), one.unit, one.measure, one.role, one.period, one.first,
        one.status, one.modality, one.attributed_to,
    )  # fmt: skip


def _said(sentence: Sentence, labels: Labels) -> tuple[str, ...]:
    title = labels.text(sentence.document) if sentence.document else ""
    return (title, sentence.document, sentence.text, sentence.source)


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _harmless(cell: str) -> str:
    """A spreadsheet would run a text that begins like a formula; an apostrophe tells it that it is text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
