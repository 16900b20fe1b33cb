"""Which decisions cannot hold together, in one line for the person who takes the later one."""

from collections.abc import Iterable, Sequence

from graph.decisions import Decision, Verdict
from graph.derived.judged import Judged
from graph.iris import entity_path


def conflict(decision: Decision, decisions: Iterable[Decision]) -> str | None:
    """Why a decision cannot be taken beside those that hold; None when it can."""
    holding = [one for one in decisions if one.active]
    repeated = next((one for one in holding if _question(one) == _question(decision)), None)
    if repeated and repeated.verdict is decision.verdict:
        return f"this was decided by {_told(repeated)} already"
    if decision.of_link or decision.verdict is Verdict.WRONG:
        return f"{_told(repeated)} decided otherwise; take that back first" if repeated else None
    return _standing_otherwise(decision, holding) or _merged_apart(decision, holding)


def _question(one: Decision) -> tuple[object, ...]:
    """What a decision answers; of two answers to one question only one can hold."""
    if one.meaning is not None:
        return (one.document, one.meaning)
    return (one.about, one.other, one.words)


def _standing_otherwise(decision: Decision, holding: Sequence[Decision]) -> str | None:
    """A thing has one standing: it is new, or it counts for one other."""
    if decision.verdict is Verdict.NOT_SAME:
        return None
    for one in holding:
        if one.about == decision.about and one.verdict in (Verdict.SAME, Verdict.NEW) and not one.of_link:
            what = "new" if one.other is None else f"the same as {entity_path(one.other)}"
            return f"it was judged {what} by {_told(one)}; take that back first"
    return None


def _merged_apart(decision: Decision, holding: Sequence[Decision]) -> str | None:
    """What is the same, through however many steps, cannot be not the same."""
    judged = Judged((*holding, decision))
    if decision.verdict is Verdict.SAME and Judged(tuple(holding)).canonical(decision.other or "") == decision.about:
        return "the other one counts for it already, so this would go in a circle"
    for one in judged.decisions:
        if one.verdict is not Verdict.NOT_SAME or one.of_link or one.other is None:
            continue
        if judged.canonical(one.about) == judged.canonical(one.other):
            pair = f"{entity_path(one.about)} and {entity_path(one.other)}"
            if one is decision:
                return f"{pair} were judged to be the same, if through others; take that back first"
            return f"{pair} would become one, and were judged not to be by {_told(one)}; take that back first"
    return None


def _told(one: Decision) -> str:
    return f"{one.by} on {one.at[:10]} (decision {one.id[:8]})"
