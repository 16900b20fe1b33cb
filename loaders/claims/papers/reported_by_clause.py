"""Voluntary reports that States hand in, where no rule has read it: a deed beside the report, whoever stands where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.records import Polarity
from loaders.claims.about.context import Context
from loaders.claims.about.reviews import last_review
from loaders.claims.papers.about_objectives import is_governed_there
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Spot
from loaders.recognition.own.own_report import state_of_report
from loaders.recognition.recognition import Recognition
from loaders.rules.cues import cue

_CLAUSES = re.compile(r"[^;]+")
_STATES = re.compile(r"⟦S#(\d+)⟧(?P<owns>['’]s?\s)?")
_PAPERS = re.compile(r"⟦I#(\d+)⟧")
_REVIEWS = re.compile(r"⟦[EP]+#\d+⟧")
_OF = re.compile(
    r"\s?(?:of|by|from|del?|d[eu]s?|par|por)\s(?:(?:the|la|el|los|las|les?)\s)?$|\sd['’]$|\sde\sl['’]$", re.IGNORECASE
)
_WHOSE = re.compile(r",?\s(?:whose|cuy[oa]s?|dont)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_IS_REPORT = re.compile(r"/.*volunt.*(?:report|review)|/.*(?:informe|rapport|examen)-.*volont")
_NEAR, _LONGEST, _BEYOND, _HEADER = 120, 420, 25, 6
_RULE = "reported-by-clause"
_WHO_MEANS = (("ours", "context-speaker"), ("theirs", "context-state"))


def reported_by_clause(
    found: Recognition, context: Context, sentences: Mapping[tuple[int, int], Masked], stated: Sequence[Stated]
) -> Iterator[Stated]:
    """submitsReport for reports of which a sentence tells and no rule told whose they are.

    sentences: those with names, as they stand, by their block and place.
    """
    told = {(one.spots[0].block, one.spots[0].at, one.subject) for one in stated if one.relation == "submitsReport"}
    yield from _by_its_header(found, context)
    for (order, at), masked in sentences.items():
        unit = Unit(masked, found.reading.blocks[order], (Spot(order, masked.at, masked.to),))
        here = {subject for *place, subject in told if place == [order, at]}
        for states, report, clause in _reporting(unit, context):
            said = qualify(clause.masked.text, *report.span())
            review = _review(context, clause, report)
            if review and said.polarity is Polarity.POSITIVE and here.isdisjoint(_named(clause)):
                for state in states:
                    yield Stated(subject=state, relation="submitsReport", object=context.taken_in(review),
                                 spots=unit.spots, qualification=said, rule=_RULE, inferences=("context",))  # fmt: skip


def _reporting(unit: Unit, context: Context) -> Iterator[tuple[list[str], re.Match[str], Unit]]:
    """The clauses of a sentence in which a report is handed in, each with the States that do."""
    before: list[str] = []
    for part in _CLAUSES.finditer(unit.masked.text):
        clause = replace(unit, masked=replace(unit.masked, text=part[0]))
        report = _report(clause.masked) or (cue("handed_in", "again").search(part[0]) if before else None)
        if report and _is_done(part[0], report):
            before = _states(clause, context, report) or before
            if before:
                yield before, report, clause


def _review(context: Context, clause: Unit, report: re.Match[str]) -> str | None:
    """The review that a clause tells of up to the first meeting behind its report, else the one that is meant."""
    text = clause.masked.text
    first = _REVIEWS.search(text, report.end())
    if not _REVIEWS.search(text) and cue("handed_in", "there").search(text) and context.main is None:
        return None  # "in the course of the meeting": one of which nothing is known
    told = text[: first.end()] if first else text
    return context.fill("context-review", replace(clause, masked=replace(clause.masked, text=told)))


def _by_its_header(found: Recognition, context: Context) -> Iterator[Stated]:
    """To which review a report is made by the lines below its title: "Submitted to the Forum", or its name alone."""
    own = next(filter(None, map(state_of_report, found.names.brought)), None)
    for block in found.reading.blocks[:_HEADER] if own else ():
        for span in found.spans[block.order]:
            review = last_review([span])
            before = block.text[max(0, span.at - _NEAR) : span.at]
            alone = span.at == 0 and not re.search(r"[^\W\d_]", block.text[span.to :])
            if review and (alone or cue("handed_in", "to-it").search(before)):
                yield Stated(subject=str(own), relation="submitsReport", object=context.taken_in(review), rule=_RULE,
                             spots=(Spot(block.order, 0, len(block.text)),), inferences=("context",))  # fmt: skip


def _named(clause: Unit) -> set[str]:
    """The States that a clause names."""
    groups = (clause.masked.members(int(one[1])) for one in _STATES.finditer(clause.masked.text))
    return {member.span.entity for group in groups for member in group}


def _report(masked: Masked) -> re.Match[str] | None:
    """A report that a clause speaks of, by its noun or as the paper that it is."""
    told = cue("handed_in", "report").search(masked.text)
    own = (one for one in _PAPERS.finditer(masked.text) if _IS_REPORT.search(_paper(masked, one)))
    return told or next(own, None)


def _paper(masked: Masked, token: re.Match[str]) -> str:
    return masked.members(int(token[1]))[-1].span.entity


def _is_done(text: str, report: re.Match[str]) -> bool:
    """Whether a deed stands near the report, and no word of help, doubt or denial before its end."""
    begin = max(0, report.start() - _NEAR)
    done = cue("handed_in", "deed").search(text, begin, report.end() + _NEAR)
    if done is None or len(text) > _LONGEST:
        return False
    return cue("handed_in", "not-done").search(text, 0, max(done.end(), report.end()) + _BEYOND) is None


def _states(unit: Unit, context: Context, report: re.Match[str]) -> list[str]:
    """Who hands it in: whose it is, by whom it is, or the only one of whom the clause is told."""
    text = unit.masked.text
    named = list(_STATES.finditer(text))
    chosen = [one for one in named if _owns(text, one, report)]
    chosen = chosen or [one for one in named if not (one["owns"] or is_governed_there(text, one.start()))]
    if len(chosen) == 1:
        return [one.span.entity for one in unit.masked.members(int(chosen[0][1])) if one.span.code == "S"]
    filler = next((to for name, to in _WHO_MEANS if cue("handed_in", name).search(text)), None)
    state = context.fill(filler, unit) if filler and not chosen else None
    return [state] if state and state.startswith("state/") else []


def _owns(text: str, state: re.Match[str], report: re.Match[str]) -> bool:
    """Whether a report is that of a State: "Kenya's review", "the review of Kenya", "Kenya, whose review"."""
    before, behind = text[state.end() : report.start()], text[report.end() : state.start()]
    if state["owns"] or not behind:
        return "⟦" not in before and bool(state["owns"] or _WHOSE.fullmatch(before))
    return "⟦" not in behind and _OF.search(behind) is not None
