"""A score as a table in plain text, the weak rows included."""

from collections.abc import Iterator, Mapping

from loaders.scoring.evaluate import Count, Score

_WIDTH = 28
_HEAD = (
    f"{'':{_WIDTH}} {'P':>6} {'95% of P':>11} {'R':>6} {'95% of R':>11} {'F1':>6} {'found':>6} {'pred.':>6} {'gold':>6}"
)
_RULE_HEAD = f"{'':{_WIDTH}} {'P':>6} {'95% of P':>11} {'right':>6} {'claims':>6}"


def table(score: Score) -> str:
    """The whole score: totals, then a row for each entity type, each predicate, each genre and each rule."""
    return "\n".join(_lines(score))


def _lines(score: Score) -> Iterator[str]:
    yield f"documents {score.documents}, not read: {', '.join(score.missing) or 'none'}"
    quoted = score.with_evidence / score.relations.predicted if score.relations.predicted else 0.0
    yield f"relations with evidence: {quoted:.1%}"
    yield ""
    yield _HEAD
    yield _row("all entities", score.entities)
    yield _row("all relations", score.relations)
    for title, rows in (
        ("entities by type", score.by_type),
        ("relations by predicate", score.by_predicate),
        ("relations by genre", score.by_genre),
    ):
        yield ""
        yield title
        yield from (_row(f"  {name}", rows[name]) for name in sorted(rows))
    yield ""
    yield f"{'relations by rule':{_WIDTH}}{_RULE_HEAD[_WIDTH:]}"
    yield from _rules(score.by_rule)


def _rules(counts: Mapping[str, Count]) -> Iterator[str]:
    """What each rule brings, the one that brings most first."""
    for name, count in sorted(counts.items(), key=lambda item: (-item[1].predicted, item[0])):
        rates = f"{count.precision:>6.3f} {_interval(count.precision_interval)}"
        yield f"{f'  {name}':{_WIDTH}} {rates} {count.found:>6} {count.predicted:>6}"


def _row(name: str, count: Count) -> str:
    precision = f"{count.precision:>6.3f} {_interval(count.precision_interval)}"
    recall = f"{count.recall:>6.3f} {_interval(count.recall_interval)}"
    numbers = f"{count.found:>6} {count.predicted:>6} {count.expected:>6}"
    return f"{name:{_WIDTH}} {precision} {recall} {count.f1:>6.3f} {numbers}"


def _interval(bounds: tuple[float, float]) -> str:
    return f"{bounds[0]:>5.2f}-{bounds[1]:<5.2f}"
