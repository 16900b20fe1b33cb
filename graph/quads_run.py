"""A load as quads of graph/runs."""

from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import Sheet, node
from graph.iris import RUNS_GRAPH, digest, document_iri
from graph.records import Run
from graph.terms import (
    ENDED_AT,
    FAILURE,
    FAILURE_CLASS,
    FILE_NAME,
    LOADED,
    PIPELINE_VERSION,
    REASON,
    RECORD_COUNT,
    RUN,
    STARTED_AT,
    TYPE,
    UNCHANGED_COUNT,
    WITHDREW,
    XSD_DATETIME,
)


def run_quads(run: Run) -> list[Quad]:
    """One prov:Activity with what it loaded, withdrew, skipped and could not read."""
    sheet = Sheet(NamedNode(RUNS_GRAPH))
    subject = node("run", run.id)
    sheet.add(subject, TYPE, RUN)
    sheet.add(subject, STARTED_AT, Literal(run.started, datatype=XSD_DATETIME))
    sheet.add(subject, ENDED_AT, Literal(run.ended, datatype=XSD_DATETIME))
    sheet.add(subject, PIPELINE_VERSION, Literal(run.version))
    sheet.add(subject, UNCHANGED_COUNT, Literal(run.unchanged))
    for slug in run.loaded:
        sheet.add(subject, LOADED, NamedNode(document_iri(slug)))
    for slug in run.withdrawn:
        sheet.add(subject, WITHDREW, NamedNode(document_iri(slug)))
    for kind, count in run.counts:
        sheet.add(subject, RECORD_COUNT, Literal(f"{kind} {count}"))
    for failure in run.failures:
        failed = node("failure", digest("failure", run.id, failure.path))
        sheet.add(subject, FAILURE, failed)
        sheet.add(failed, TYPE, FAILURE_CLASS)
        sheet.add(failed, FILE_NAME, Literal(failure.path))
        sheet.add(failed, REASON, Literal(failure.reason))
    return sheet.quads


def run_change(before: Run | None, now: Run) -> tuple[set[Quad], set[Quad]]:
    """What to take out and what to put in, when a load that was recorded has gone on.

    now: has loaded, taken out and failed at all that it had before, and more behind it.
    """
    if before is None:
        return set(), set(run_quads(now))
    more = replace(
        now,
        loaded=now.loaded[len(before.loaded) :],
        withdrawn=now.withdrawn[len(before.withdrawn) :],
        failures=now.failures[len(before.failures) :],
    )
    old, new = set(run_quads(replace(before, loaded=(), withdrawn=(), failures=()))), set(run_quads(more))
    return old - new, new - old
