"""A sentence taken apart at its commas: main clause, relative clauses and participles, each without its asides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.clauses.words import Words

_PARTS = re.compile(r"[;:]\s|\.\s+(?=[A-ZÀ-Ý⟦])")
_ASIDE_SIGNS = re.compile(r"\s?\([^()]*\)|[«“\"][^»”\"]*[»”\"]")
_DASHES = re.compile(r"\s[–—-]\s")
_LAST_NAME = re.compile(r"(⟦[A-Z]+#\d+⟧)(?:(?:\s[^\W\d_]+){0,2}\s?⟦[DC]+#\d+⟧)*\s?$")
_ACTOR = re.compile(r"⟦[A-Z]*[SUORWH][A-Z]*#\d+⟧")
_OF_TIME_OR_PLACE = re.compile(r"⟦[A-Z]*[ETDC][A-Z]*#")
_NAMES = re.compile(r"⟦|[A-ZÀ-Ý][\w’'-]+\s(?:(?:de|del|la|van|von|da)\s)*[A-ZÀ-Ý]")
_PERSON = re.compile(r"⟦H#\d+⟧")
_DEEPEST = 3


@dataclass(slots=True)
class Strand:
    """The words of a clause, without asides.

    how: "" of a main clause, else what opens it: "which" (its subject stands before it), "whom" (its object does), "where"
    (the meeting does), "participle". antecedent: the name before it. beside: who does it too. moved: asides that name a time,
    a place or a meeting.
    """

    text: str = ""
    how: str = ""
    antecedent: str = ""
    beside: list[tuple[int, str]] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    def add(self, stretch: str, comma: bool) -> None:
        """One more stretch of it."""
        self.text += (", " if comma else " ") + stretch if self.text else stretch


def strands(text: str, words: Words) -> Iterator[Strand]:
    """The strands of a masked sentence."""
    plain = _DASHES.sub(", ", _ASIDE_SIGNS.sub("", text)).rstrip(" .!?")
    plain = words.joined.sub(", ", plain)
    for part in _PARTS.split(plain):
        yield from _woven(part.split(", "), words, Strand(), 0)


def _woven(stretches: Sequence[str], words: Words, own: Strand, depth: int) -> Iterator[Strand]:
    comma, at = False, 0
    while at < len(stretches):
        stretch = stretches[at]
        related = words.relative.match(stretch) if at or own.antecedent else None
        if related and depth < _DEEPEST:
            end = _end_of_relative(stretches, at, related.end(), words, of_another=not related["which"])
            yield from _relative(stretches[at:end], related, words, own, depth)
            at, comma = end, False
            continue
        at += 1
        if _is_aside(stretch, words, opens=not own.text):
            yield from _set_aside(stretch, stretches[at : at + 1], words, own)
            comma = False
            continue
        inner = words.adjacent.search(stretch) if depth < _DEEPEST else None
        if inner:
            own.add(stretch[: inner.end()].rstrip(), comma)
            rest = [stretch[inner.end() :], *stretches[at:]]
            related = words.relative.match(rest[0])
            if related:
                end = _end_of_relative(rest, 0, related.end(), words, of_another=not related["which"])
                yield from _relative(rest[:end], related, words, own, depth)
                at += end - 1
        else:
            own.add(stretch, comma)
        comma = True
    yield own


def _relative(
    stretches: Sequence[str], opened: re.Match[str], words: Words, own: Strand, depth: int
) -> Iterator[Strand]:
    """A relative clause, and one that is joined to it: "which met in Accra and which IOM hosted"."""
    how = "where" if opened["where"] else "whom" if opened["whom"] or opened["object"] else "which"
    inside = Strand(how=how, antecedent=_antecedent(own, words, opened))
    yield from _woven([stretches[0][opened.end() :], *stretches[1:]], words, inside, depth + 1)


def _antecedent(own: Strand, words: Words, opened: re.Match[str]) -> str:
    """What a relative clause hangs on: a person for "who", else the name before it that hangs on no other noun."""
    persons = _PERSON.findall(own.text)
    if words.who.match(opened[0]) or (persons and not own.text.endswith(persons[-1])):
        return persons[-1] if persons else ""
    meeting = words.meeting.search(own.text)
    if meeting:
        return meeting["event"] or meeting[0]
    doers = words.subject.search(own.text)
    if doers and not words.governs.search(own.text[: doers.start()]):
        return doers["group"]
    return own.antecedent if not own.text else ""


def _end_of_relative(stretches: Sequence[str], at: int, opened: int, words: Words, *, of_another: bool) -> int:
    """Where the relative clause ends that the stretch at `at` opens: with its verb, and with who does it.

    of_another: whether that is another than the name before it.
    """
    end = at + 1
    own = stretches[at][opened:]
    while end < len(stretches) and not (words.finite.search(own) and (not of_another or _ACTOR.search(own))):
        own += "" if _is_aside(stretches[end], words, opens=False) else f" {stretches[end]}"
        end += 1
    return end


def _is_aside(stretch: str, words: Words, *, opens: bool) -> bool:
    """Whether a stretch tells no more than when, where, how or with whom. opens: whether nothing stands before it."""
    if words.keeps.search(stretch) or words.goes_on.match(stretch) or (opens and words.noun.match(stretch)):
        return False
    if words.participle.match(stretch) and (words.agent.search(stretch) or not words.verb.match(stretch)):
        return True
    if not words.aside.match(stretch) and (opens or _NAMES.search(stretch) or words.finite.search(stretch)):
        return False
    if (words.noun.match(stretch) and _ACTOR.search(stretch)) or words.lists.fullmatch(stretch):
        return False
    return not (_tells(stretch, words) or (opens and _ends_with_subject(stretch, words)))


def _ends_with_subject(stretch: str, words: Words) -> bool:
    """Whether a stretch goes on to who does it, after when or where: "After the break ⟦S⟧, in the chair, said"."""
    found = words.subject.search(stretch)
    return found is not None and found.start() > 0 and not words.governs.search(stretch[: found.start()])


def _tells(stretch: str, words: Words) -> bool:
    """Whether a stretch has a verb, however it opens: "in the afternoon ⟦S⟧ took the chair", "A continuación intervino"."""
    if words.verb.search(stretch):
        return True
    told = words.told.search(stretch)
    return told is not None and not words.governs.search(stretch[: told.start("group")])


def _set_aside(stretch: str, following: Sequence[str], words: Words, own: Strand) -> Iterator[Strand]:
    beside = words.beside.match(stretch)
    if beside:
        own.beside.append((len(own.text), stretch))
    if _OF_TIME_OR_PLACE.search(stretch):
        own.moved.append(stretch)
    named = _LAST_NAME.search(own.text)
    behind = following[0] if following and not own.text else ""
    yield Strand(stretch, "participle", named[1] if named else "", [], [behind])
