"""Who does what in a strand: the verb, its subject before or behind it, and the meeting it is said of.

A verb takes for its subject, in this order: the names right before it; what the relative clause hangs on; the subject
of the verb that it is joined to; in Spanish and French, where nothing but time and place stands before it, the names
behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.clauses.strands import APPOSED, Strand, strands
from loaders.clauses.words import Words, words
from loaders.rules.lexicons import load
from loaders.rules.sieve import Sieve
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import needed, whole_words

_ACTOR = re.compile(r"⟦([A-Z]*[SUORWHP][A-Z]*)#(\d+)⟧")
_TOKEN = re.compile(r"⟦([A-Z]+)#(\d+)⟧")
_NOT_FINITE = re.compile(
    r"(?:\w+(?:ing|ando|iendo|yendo|ant)|\w+(?:[aei]r|re)(?:se)?)(?:\s.*)?$|having|habiendo|ayant",
    re.IGNORECASE | re.DOTALL,
)
_INVERTS = frozenset({"es", "fr"})
_SUBORDINATES = re.compile(r"\b(?:que|qu['’]|si|cuando|lorsque|para|pour|that)\b|[,]", re.IGNORECASE)
_NEAR = 25  # letters between a verb and who does it too
_PREPOSITION_OF_MEETING = "at "


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of one list: the rule that tells of them, and how they are read (`rules/clauses.yaml`).

    passive: whether it is done by someone. inverts: whether who does it may stand behind. objects: whether a meeting
    behind the verb is what it is done to ("what"), where it is done ("where"), or neither. of_meeting: whether it must
    be said of a meeting, named or by its noun.
    """

    name: str
    pattern: Uncased
    passive: bool
    inverts: bool
    objects: str
    of_meeting: bool
    of_it: bool


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
def _verbs(language: str) -> tuple[Sieve, tuple[Verbs, ...]]:
    """All verbs that clauses are read for, in one language, and the sieve that tells which a text may have."""
    lists, needed_by_list = [], needed(language)
    found = []
    for row in load("clauses")["verbs"]:
        for voice in ("active", "passive"):
            for name in row.get(voice, ()):
                lists.append(needed_by_list[f"{{{name}}}"])
                of_list = Uncased(whole_words(name, language))
                how = (
                    row.get("inverts", True),
                    row.get("objects", "what"),
                    row.get("meeting", False),
                    row.get("it", False),
                )
                found.append(Verbs(row["as"], of_list, voice == "passive", *how))
    return Sieve(lists), tuple(found)


def clauses(text: str, groups: int, language: str) -> Iterator[Clause]:
    """The clauses of a masked sentence that have a verb of these classes and who does it.

    groups: number of its tokens.
    """
    sieve, verbs = _verbs(language)
    said = [verbs[number] for number in sieve.passing(text)]
    if not said:
        return
    known, active = words(language), [one for one in said if not one.passive]

    def says(stretch: str) -> int:
        finite = (
            verb.start() for one in active for verb in one.pattern.finditer(stretch) if _is_finite(verb, stretch, known)
        )
        return next(finite, -1)

    named = set(_EVENT.findall(text))
    for strand in strands(text, known, says):
        for one in said:
            for verb in one.pattern.finditer(strand.text):
                told = (
                    _passive(strand, one, verb, groups, known, named)
                    if one.passive
                    else (_active(strand, one, verb, groups, language))
                )
                if told and (told.of_meeting or not one.of_meeting):
                    yield told


def _is_finite(verb: re.Match[str], text: str, known: Words) -> bool:
    """Whether what looks like a verb is one, and said of someone: not "hosting", "to host", "the hosts"."""
    return (
        not _NOT_FINITE.match(verb[0])
        and known.taken.search(text[max(0, verb.start() - 12) : verb.start()]) is not None
    )


def _active(strand: Strand, verbs: Verbs, verb: re.Match[str], groups: int, language: str) -> Clause | None:
    known, text, name = words(language), strand.text, verbs.name
    end = verb.end()
    left = text[: verb.start()]
    if not _is_finite(verb, text, known):
        return None
    bare = known.between.sub("", left).rstrip()
    of_it = language in _INVERTS and _IT.search(left[len(bare) :]) is not None
    subjects, front = _before(bare, strand, known)
    behind = text[end:]
    may_invert = (verbs.inverts or of_it) and (strand.how != "which" or known.meeting.search(strand.antecedent))
    if (
        not subjects
        and may_invert
        and language in _INVERTS
        and ((known.nothing.fullmatch(bare) and not _NAMES.search(bare)) or (of_it and known.meeting.search(bare)))
    ):
        found = known.behind.match(behind)
        if found and not _SUBORDINATES.search(found["way"]) and not known.is_governed(f" {found['way']}"):
            subjects, front = _numbers(found["group"]), bare
            behind = found["way"] + behind[found.end() :]
    if not subjects:
        return None
    how = "whom" if strand.how == "which" and subjects != _numbers(strand.antecedent) else strand.how
    subjects = (*subjects, *_beside(strand, verb, behind, known))
    opened = f"{front.rstrip()} " if front else ""
    said = f"{opened}{_merged(groups)} {left[len(bare) :].lstrip()}{text[slice(*verb.span())]}"
    rest = f"{behind} {' '.join(strand.moved)}".rstrip()
    at = len(opened)
    if how in ("whom", "where") and not known.meeting.search(strand.antecedent):
        return None
    if how in ("whom", "where") and strand.antecedent.startswith("⟦E"):
        preposition = _PREPOSITION_OF_MEETING if how == "where" else ""
        said += f" {preposition}{strand.antecedent}"
        shape = "so"
        return Clause(name, said + rest, at, len(said), subjects, shape, of_meeting=True)
    if of_it and known.other.search(bare) and "⟦E" not in bare:
        return None
    if of_it:
        return Clause(name, said + rest, at, len(said), subjects, "s", of_meeting=True)
    object_ = _OBJECT.match(rest if verbs.objects == "where" else behind) if verbs.objects != "none" else None
    there = object_ is not None and verbs.objects == "where" and known.at.search(object_["way"])
    if object_ and (there or not known.governs.search(object_["way"])):
        return Clause(name, said + rest, at, len(said) + object_.end(), subjects, "so", of_meeting=True)
    noun = _NOUN.match(rest)
    of_meeting = noun is not None and known.meeting.search(noun[0]) is not None
    return Clause(name, said + rest, at, len(said), subjects, "s", of_meeting)


_NAMES = re.compile(r"[A-ZÀ-Ý][\w’'-]+\s(?:(?:de|del|la)\s)*[A-ZÀ-Ý]")
_IT = re.compile(r"\b(?:l[oa]s?\s|l['’])$", re.IGNORECASE)
_OBJECT = re.compile(r"(?P<way>(?:[^⟦⟧.;:,]|⟦[DCN]+#\d+⟧){0,60}?)⟦E#\d+⟧")
_NOUN = re.compile(
    r"\s(?:(?:the|this|that|la|el|los|las|le|les|l['’]|cette|ce|cet|est[ea]|dich[oa])\s?)(?:[\w-]+\s?){1,2}"
)


def _beside(strand: Strand, verb: re.Match[str], behind: str, known: Words) -> Iterator[int]:
    """Who does it too: those beside the verb, "jointly with ⟦U⟧", and those of "as did ⟦U⟧"."""
    also = known.too.match(behind)
    if also:
        yield from _numbers(also["group"])
    for place, names in strand.beside:
        between = strand.text[place : verb.start()] if place < verb.end() else strand.text[verb.end() : place]
        if len(between) <= _NEAR and "⟦" not in between:
            yield from _numbers(names)


def _before(bare: str, strand: Strand, known: Words) -> tuple[tuple[int, ...], str]:
    """Who a verb is said of that stands behind `bare`, and the words before those."""
    if not bare:
        return (_numbers(strand.antecedent) if strand.how == "which" else ()), ""
    found = known.subject.search(bare)
    if found:
        front = bare[: found.start()]
        told = APPOSED.search(front)
        if told:  # "⟦H⟧, Director of ⟦O⟧, spoke"
            return _before(front[: told.end(1)], strand, known)
        return ((), front) if known.is_governed(front) else (_numbers(found["group"]), known.stands.sub("", front))
    if known.joins.search(bare) or bare.endswith(","):
        for told in reversed(list(known.told.finditer(bare))):
            if not known.is_governed(bare[: told.start()]):
                told_by_others = known.that.search(bare[: told.start()])
                return (() if told_by_others else _numbers(told["group"])), ""
        if strand.how == "which" and not _ACTOR.search(bare):
            return _numbers(strand.antecedent), ""
    return (), bare


def _passive(
    strand: Strand, verbs: Verbs, verb: re.Match[str], groups: int, known: Words, named: set[str]
) -> Clause | None:
    text, name = strand.text, verbs.name
    agent = known.agent.match(text, verb.end())
    if not agent or known.conjunction.search(agent["way"]):
        return None
    bare = known.done.sub("", text[: verb.start()]).rstrip()
    event = _done_to(bare, strand, known)
    if event is None and verbs.of_it and len(named) <= 1 and _is_it(bare, text[: verb.start()], known):
        event = next(iter(named), "")
    if event is None:
        return None
    subjects = _numbers(agent["group"])
    front = f"{event} " if event else f"{bare} "
    said = f"{front}{text[slice(*verb.span())]} {agent['way']}{_BY[0]} "
    merged = _merged(groups)
    end = len(said) + len(merged)
    moved = " ".join(strand.moved) if strand.how != "participle" else ""
    rest = f"{text[agent.end() :]} {moved}".rstrip()
    if event:
        return Clause(name, said + merged + rest, 0, end, subjects, "os", of_meeting=True)
    return Clause(name, said + merged + rest, len(said), end, subjects, "s", of_meeting=True)


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
            if not known.is_governed(bare[: event.start()]):
                return event[0]
        if strand.how == "which" and strand.antecedent.startswith("⟦E"):
            return strand.antecedent
    return None


def _is_it(bare: str, front: str, known: Words) -> bool:
    """Whether something is done to "it", or to what something was done before: "hosted by ⟦S⟧ and convened"."""
    if not bare or known.it.fullmatch(bare):
        return bool(front.strip())
    return bool(known.joins.search(bare) or bare.endswith(",")) and known.agent.search(bare) is not None


_LEADING = re.compile(r"(?:\w+\s){0,2}(⟦E#\d+⟧)", re.IGNORECASE)
_EVENT = re.compile(r"⟦E#\d+⟧")


def _numbers(group: str) -> tuple[int, ...]:
    return tuple(int(number) for _, number in _ACTOR.findall(group))


def _merged(groups: int) -> str:
    return f"⟦S#{groups}⟧"
