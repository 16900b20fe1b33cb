"""A score as a table in plain text, the weak rows included."""

from collections.abc import Iterator, Mapping

from loaders.scoring.evaluate import Count, Score

_HEAD = f"{'':24} {'P':>6} {'R':>6} {'F1':>6} {'found':>6} {'pred.':>6} {'gold':>6}"


def table(score: Score) -> str:
    """The whole score: totals, then a row for each entity type and each predicate."""
    return "\n".join(_lines(score))


def _lines(score: Score) -> Iterator[str]:
    yield f"documents {score.documents}, not read: {', '.join(score.missing) or 'none'}"
    quoted = score.with_evidence / score.relations.predicted if score.relations.predicted else 0.0
    yield f"relations with evidence: {quoted:.1%}"
    yield ""
    yield _HEAD
    yield _row("all entities", score.entities)
    yield _row("all relations", score.relations)
    for title, rows in (("entities by type", score.by_type), ("relations by predicate", score.by_predicate)):
        yield ""
        yield title
        yield from _rows(rows)


def _rows(counts: Mapping[str, Count]) -> Iterator[str]:
    for name in sorted(counts):
        yield _row(f"  {name}", counts[name])


def _row(name: str, count: Count) -> str:
    rates = f"{count.precision:>6.3f} {count.recall:>6.3f} {count.f1:>6.3f}"
    return f"{name:24} {rates} {count.found:>6} {count.predicted:>6} {count.expected:>6}"
