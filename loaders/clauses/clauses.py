"""Who does what in a strand: the verb, its subject before or behind it, and the meeting it is said of.

A verb takes for its subject, in this order: the names right before it; what the relative clause hangs on; the subject of
the verb that it is joined to; in Spanish and French, where nothing but time and place stands before it, the names behind it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.clauses.strands import Strand, strands
from loaders.clauses.words import Words, words
from loaders.rules.lexicons import load
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import whole_words

_ACTOR = re.compile(r"⟦([A-Z]*[SUORWHP][A-Z]*)#(\d+)⟧")
_TOKEN = re.compile(r"⟦([A-Z]+)#(\d+)⟧")
_NOT_FINITE = re.compile(
    r"(?:\w+(?:ing|ando|iendo|yendo|ant)|\w+(?:[aei]r|re)(?:se)?)(?:\s.*)?$|having|habiendo|ayant", re.IGNORECASE | re.DOTALL
)
_INVERTS = frozenset({"es", "fr"})
_SUBORDINATES = re.compile(r"\b(?:que|qu['’]|si|cuando|lorsque|para|pour|that)\b|[,]", re.IGNORECASE)
_NEAR = 25  # letters between a verb and who does it too
_PREPOSITION_OF_MEETING = "at "


@dataclass(frozen=True, slots=True)
class Verbs:
    """A class of verbs: its name, and its patterns in the active and with an agent."""

    name: str
    active: Uncased | None
    passive: Uncased | None
    inverts: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with who does it, in plain order: [`at`, `to`) of `text` goes from one of its ends to the other.

    subjects: numbers of the tokens that do it, in `text` one token, of the first number that the sentence does not use.
    shape: "s" where the subject alone is told, "so" where the meeting stands behind it, "os" before it.
    of_meeting: whether it is said of a meeting, named or not.
    """

    verbs: str
    text: str
    at: int
    to: int
    subjects: tuple[int, ...]
    shape: str
    of_meeting: bool


@lru_cache(maxsize=4)
def verb_classes(language: str) -> tuple[Verbs, ...]:
    """The classes of verbs that clauses are read for, in one language."""

    def pattern(lists: Sequence[str]) -> Uncased | None:
        return Uncased("(?:" + "|".join(whole_words(name, language) for name in lists) + ")") if lists else None

    rows = load("clauses")["verbs"]
    return tuple(
        Verbs(row["as"], pattern(row.get("active", ())), pattern(row.get("passive", ())), row.get("inverts", True))
        for row in rows
    )


def clauses(text: str, groups: int, language: str) -> Iterator[Clause]:
    """The clauses of a masked sentence that have a verb of these classes and who does it. groups: number of its tokens."""
    known = words(language)
    for strand in strands(text, known):
        for verbs in verb_classes(language):
            if verbs.active:
                for verb in verbs.active.finditer(strand.text):
                    yield from _active(strand, verbs, verb, groups, language)
            if verbs.passive:
                for verb in verbs.passive.finditer(strand.text):
                    yield from _passive(strand, verbs.name, verb, groups, known)


def _active(strand: Strand, verbs: Verbs, verb: re.Match[str], groups: int, language: str) -> Iterator[Clause]:
    known, text, name = words(language), strand.text, verbs.name
    end = verb.end()
    left = text[: verb.start()]
    if _NOT_FINITE.match(verb[0]) or not known.taken.search(left):
        return
    bare = known.between.sub("", left).rstrip()
    of_it = language in _INVERTS and _IT.search(left[len(bare) :]) is not None
    subjects, front = _before(bare, strand, known)
    behind = text[end:]
    if not subjects and verbs.inverts and language in _INVERTS and (
        known.nothing.fullmatch(bare) or (of_it and known.meeting.search(bare))
    ):
        found = known.behind.match(behind)
        if found and not _SUBORDINATES.search(found["way"]) and not known.governs.search(behind[: found.start("group")]):
            subjects, front = _numbers(found["group"]), bare
            behind = found["way"] + behind[found.end() :]
    if not subjects:
        return
    for place, names in strand.beside:
        between = text[place : verb.start()] if place < end else text[end:place]
        if len(between) <= _NEAR and "⟦" not in between:
            subjects = (*subjects, *_numbers(names))
    opened = f"{front} " if front else ""
    said = f"{opened}{_merged(groups)} {left[len(bare) :].strip()} {text[slice(*verb.span())]}".replace("  ", " ")
    rest = f"{behind} {' '.join(strand.moved)}".rstrip()
    at = len(opened)
    if strand.how in ("whom", "where") and not known.meeting.search(strand.antecedent):
        return
    if strand.how in ("whom", "where") and strand.antecedent.startswith("⟦E"):
        preposition = _PREPOSITION_OF_MEETING if strand.how == "where" else ""
        said += f" {preposition}{strand.antecedent}"
        shape = "so"
        yield Clause(name, said + rest, at, len(said), subjects, shape, of_meeting=True)
        return
    if of_it:
        yield Clause(name, said + rest, at, len(said), subjects, "s", of_meeting=True)
        return
    object_ = _OBJECT.match(rest)
    if object_ and not known.governs.search(object_["way"]):
        yield Clause(name, said + rest, at, len(said) + object_.end(), subjects, "so", of_meeting=True)
    else:
        noun = _NOUN.match(rest)
        of_meeting = noun is not None and known.meeting.search(noun[0]) is not None
        yield Clause(name, said + rest, at, len(said), subjects, "s", of_meeting)


_IT = re.compile(r"\b(?:l[oa]s?\s|l['’])$", re.IGNORECASE)
_OBJECT = re.compile(r"(?P<way>(?:[^⟦⟧.;:,]|⟦[DCN]+#\d+⟧){0,60}?)⟦E#\d+⟧")
_NOUN = re.compile(r"\s(?:(?:the|this|that|la|el|los|las|le|les|l['’]|cette|ce|cet|est[ea]|dich[oa])\s?)(?:[\w-]+\s?){1,2}")


def _before(bare: str, strand: Strand, known: Words) -> tuple[tuple[int, ...], str]:
    """Who a verb is said of that stands behind `bare`, and the words before those."""
    if not bare:
        return (_numbers(strand.antecedent) if strand.how == "which" else ()), ""
    found = known.subject.search(bare)
    if found:
        front = bare[: found.start()]
        return ((), front) if known.governs.search(front) else (_numbers(found["group"]), front)
    if known.joins.search(bare) or bare.endswith(","):
        for told in reversed(list(known.told.finditer(bare))):
            if not known.governs.search(bare[: told.start()]):
                told_by_others = known.that.search(bare[: told.start()])
                return (() if told_by_others else _numbers(told["group"])), ""
        if strand.how == "which" and not _ACTOR.search(bare):
            return _numbers(strand.antecedent), ""
    return (), bare


def _passive(strand: Strand, name: str, verb: re.Match[str], groups: int, known: Words) -> Iterator[Clause]:
    text = strand.text
    agent = known.agent.match(text, verb.end())
    if not agent or known.conjunction.search(agent["way"]):
        return
    bare = known.done.sub("", text[: verb.start()]).rstrip()
    event = _done_to(bare, strand, known)
    if event is None:
        return
    subjects = _numbers(agent["group"])
    front = f"{event} " if event else f"{bare} "
    said = f"{front}{text[slice(*verb.span())]} {agent['way']}{_BY[0]} "
    merged = _merged(groups)
    end = len(said) + len(merged)
    moved = " ".join(strand.moved) if strand.how != "participle" else ""
    rest = f"{text[agent.end() :]} {moved}".rstrip()
    if event:
        yield Clause(name, said + merged + rest, 0, end, subjects, "os", of_meeting=True)
    else:
        yield Clause(name, said + merged + rest, len(said), end, subjects, "s", of_meeting=True)


_BY = ("by",)


def _done_to(bare: str, strand: Strand, known: Words) -> str | None:
    """The meeting to which something is done: its token, "" for one that is not named, None for something else."""
    if not bare:
        if strand.antecedent.startswith("⟦E"):
            return strand.antecedent
        opened = strand.moved[0] if strand.how == "participle" and strand.moved else ""
        found = known.meeting.match(opened) or _LEADING.match(opened)
        return (found[1] or "") if found else None
    meeting = known.meeting.search(bare)
    if meeting:
        return meeting["event"] or ""
    if known.joins.search(bare) or bare.endswith(","):
        for event in _EVENT.finditer(bare):
            if not known.governs.search(bare[: event.start()]):
                return event[0]
        if strand.how == "which" and strand.antecedent.startswith("⟦E"):
            return strand.antecedent
    return None


_LEADING = re.compile(r"(?:\w+\s){0,2}(⟦E#\d+⟧)", re.IGNORECASE)
_EVENT = re.compile(r"⟦E#\d+⟧")


def _numbers(group: str) -> tuple[int, ...]:
    return tuple(int(number) for _, number in _ACTOR.findall(group))


def _merged(groups: int) -> str:
    return f"⟦S#{groups}⟧"
