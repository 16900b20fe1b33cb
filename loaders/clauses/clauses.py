"""Who does what in a strand: the verb, its subject before or behind it, and the meeting it is said of.

A verb takes for its subject, in this order: the names right before it; what the relative clause hangs on; the subject
of the verb that it is joined to; in Spanish and French, where nothing but time and place stands before it, the names
behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.clauses.strands import Strand, apposed, strands
from loaders.clauses.verbs import Things, Verbs, verbs_of
from loaders.clauses.words import Words, words

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


def clauses(text: str, groups: int, language: str) -> Iterator[Clause]:
    """The clauses of a masked sentence that have a verb of these classes and who does it.

    groups: number of its tokens.
    """
    sieve, verbs = verbs_of(language)
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
    opening = _opening(text, known)
    for strand in strands(text, known, says):
        for one in said:
            for verb in one.pattern.finditer(strand.text):
                told = (
                    _passive(strand, one, verb, groups, known, named)
                    if one.passive
                    else (_active(strand, one, verb, groups, language, opening))
                )
                if told and (told.of_meeting or not one.of_meeting) and (told.shape != "s" or not one.of_names):
                    yield told


def _is_finite(verb: re.Match[str], text: str, known: Words) -> bool:
    """Whether what looks like a verb is one, and said of someone: not "hosting", "to host", "the hosts"."""
    return (
        not _NOT_FINITE.match(verb[0])
        and known.taken.search(text[max(0, verb.start() - 12) : verb.start()]) is not None
    )


def _opening(text: str, known: Words) -> tuple[int, ...]:
    """The names that a sentence opens with as its subject, for which its pronouns stand."""
    first = _ACTOR.search(text)
    if not first or known.is_governed(text[: first.start()]):
        return ()
    return (int(first[2]),)


def _active(
    strand: Strand, verbs: Verbs, verb: re.Match[str], groups: int, language: str, opening: tuple[int, ...]
) -> Clause | None:
    known, text, name = words(language), strand.text, verbs.name
    left = text[: verb.start()]
    if not _is_finite(verb, text, known):
        return None
    bare = known.between.sub("", left).rstrip()
    of_it = language in _INVERTS and _IT.search(left[len(bare) :]) is not None
    subjects, front = _before(bare, strand, known)
    behind = text[verb.end() :]
    if not subjects and language in _INVERTS and (verbs.inverts or of_it) and _may_invert(bare, strand, of_it, known):
        found = known.behind.match(behind)
        if found and not _SUBORDINATES.search(found["way"]) and not known.is_governed(f" {found['way']}"):
            subjects, front = _numbers(found["group"]), bare
            behind = found["way"] + behind[found.end() :]
    if not subjects and verbs.of_pronouns and opening:
        subjects, front = _meant(bare, opening, known)
    if not subjects:
        return None
    how = "whom" if strand.how == "which" and subjects != _numbers(strand.antecedent) else strand.how
    subjects = (*subjects, *_beside(strand, verb, behind, known))
    opened = f"{front.rstrip()} " if front else ""
    said = f"{opened}{_merged(groups)} {left[len(bare) :].lstrip()}{text[slice(*verb.span())]}"
    rest = f"{behind} {' '.join(strand.moved)}".rstrip()
    at = len(opened)
    thing = verbs.things.any.match(strand.antecedent)
    if how in ("whom", "where") and not (thing or known.meeting.search(strand.antecedent)):
        return None
    if how in ("whom", "where") and thing:
        preposition = _PREPOSITION_OF_MEETING if how == "where" else ""
        said += f" {preposition}{strand.antecedent}"
        return Clause(name, said + rest, at, len(said), subjects, "so", of_meeting=True)
    if of_it and known.other.search(bare) and "⟦E" not in bare:
        return None
    if of_it:
        return Clause(name, said + rest, at, len(said), subjects, "s", of_meeting=True)
    object_ = (
        verbs.things.object.match(rest if verbs.objects == "where" else behind) if verbs.objects != "none" else None
    )
    there = object_ is not None and verbs.objects == "where" and known.at.search(object_["way"])
    if object_ and (there or not known.governs.search(object_["way"])):
        return Clause(name, said + rest, at, len(said) + object_.end(), subjects, "so", of_meeting=True)
    noun = _NOUN.match(rest)
    of_meeting = noun is not None and known.meeting.search(noun[0]) is not None
    return Clause(name, said + rest, at, len(said), subjects, "s", of_meeting)


_NAMES = re.compile(r"[A-ZÀ-Ý][\w’'-]+\s(?:(?:de|del|la)\s)*[A-ZÀ-Ý]")
_IT = re.compile(r"\b(?:l[oa]s?\s|l['’])$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s(?:(?:the|this|that|la|el|los|las|le|les|l['’]|cette|ce|cet|est[ea]|dich[oa])\s?)(?:[\w-]+\s?){1,2}"
)


def _may_invert(bare: str, strand: Strand, of_it: bool, known: Words) -> bool:
    """Whether nothing stands before a verb but time and place, or what is done to "it"."""
    if strand.how == "which" and not known.meeting.search(strand.antecedent):
        return False
    nobody = known.nothing.fullmatch(bare) is not None and not _NAMES.search(bare)
    return nobody or (of_it and known.meeting.search(bare) is not None)


def _meant(bare: str, opening: tuple[int, ...], known: Words) -> tuple[tuple[int, ...], str]:
    """Whom a pronoun at the end of `bare` means, and the words before it."""
    pronoun = known.pronoun.search(bare)
    front = bare[: pronoun.start()] if pronoun else ""
    return (opening, front) if pronoun and len(_ACTOR.findall(front)) <= 1 else ((), bare)


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
        told = apposed(front, known)
        if told:  # "⟦H⟧, Director of ⟦O⟧, spoke"
            return _before(front[: told.end("name")], strand, known)
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
    if not agent or known.conjunction.search(agent["way"]) or _is_of_a_doer(agent["way"], known):
        return None
    bare = known.done.sub("", text[: verb.start()]).rstrip()
    event = _done_to(bare, strand, known, verbs.things)
    if event is None and verbs.of_it and len(named) <= 1 and _is_it(bare, text[: verb.start()], known):
        event = next(iter(named), "")
    if event is None:
        return None
    subjects = _numbers(agent["group"])
    further = known.further.match(text, agent.end())
    subjects += _numbers(further["group"]) if further and not _PARTICIPLE.search(further[0]) else ()
    front = f"{event} " if event else f"{bare} "
    said = f"{front}{text[slice(*verb.span())]} {agent['way']}{_BY[0]} "
    merged = _merged(groups)
    end = len(said) + len(merged)
    moved = " ".join(strand.moved) if strand.how != "participle" else ""
    rest = f"{text[agent.end() :]} {moved}".rstrip()
    if event:
        return Clause(name, said + merged + rest, 0, end, subjects, "os", of_meeting=True)
    return Clause(name, said + merged + rest, len(said), end, subjects, "s", of_meeting=True)


def _is_of_a_doer(way: str, known: Words) -> bool:
    """Whether the name behind `way` is only that of whose officer does it: "chaired by the director of ⟦U⟧"."""
    by = [found.end() for found in known.by.finditer(way)]
    return bool(by) and _OFFICER_OF.search(way, by[-1]) is not None


_OFFICER_OF = re.compile(
    r"(?:^|(?<=\W))(?:direct|secretar|secrétaire|chief|head|jef|chef|commissi|comisi)[^⟦⟧]*"
    r"\s(?:of|del?|du|des|d['’])\s?(?:(?:the|la|el|los|las|les?)\s|l['’])?$",
    re.IGNORECASE,
)


_PARTICIPLE = re.compile(r"\b\w{3,}(?:ed|ad[oa]s?|id[oa]s?|ée?s?)\b", re.IGNORECASE)
_BY = ("by",)


def _done_to(bare: str, strand: Strand, known: Words, things: Things) -> str | None:
    """To what something is done: its token, "" for a meeting that is not named, None for something else."""
    if not bare:
        if things.any.match(strand.antecedent):
            return strand.antecedent
        opened = strand.moved[0] if strand.how == "participle" and strand.moved else ""
        found = known.meeting.match(opened) or things.leading.match(opened)
        return (found[1] or "") if found else None
    named = things.last.search(bare)
    if named and (named["thing"].startswith("⟦E") or not known.is_governed(bare[: named.start("thing")])):
        return named["thing"]
    if known.meeting.search(bare):
        return ""
    if known.joins.search(bare) or bare.endswith(","):
        for event in _EVENT.finditer(bare):
            if not known.is_governed(bare[: event.start()]):
                return event[0]
        first = _TOKEN.search(bare)
        if first and things.any.match(first[0]) and not known.is_governed(bare[: first.start()]):
            return first[0]
        if strand.how in ("which", "participle") and things.any.match(strand.antecedent):
            return strand.antecedent
    return None


def _is_it(bare: str, front: str, known: Words) -> bool:
    """Whether something is done to "it", or to what something was done before: "hosted by ⟦S⟧ and convened"."""
    if not bare or known.it.fullmatch(bare):
        return bool(front.strip())
    return bool(known.joins.search(bare) or bare.endswith(",")) and known.agent.search(bare) is not None


_EVENT = re.compile(r"⟦E#\d+⟧")


def _numbers(group: str) -> tuple[int, ...]:
    return tuple(int(number) for _, number in _ACTOR.findall(group))


def _merged(groups: int) -> str:
    return f"⟦S#{groups}⟧"
