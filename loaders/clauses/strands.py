"""A sentence taken apart at its commas: main clause, relative clauses and participles, each without its asides."""

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.clauses.words import Words

_PARTS = re.compile(r"[;:]\s")
_ASIDE_SIGNS = re.compile(r"\s?\([^()]*\)|[«“\"][^»”\"]*[»”\"]|\s[–—-]\s[^.;:–—]{1,110}?\s[–—-](?=[\s,])")
_DASHES = re.compile(r"\s[–—-]\s")
_LABEL = re.compile(r"[^⟦⟧.;:]{1,40}:\s")
_LAST_NAME = re.compile(
    r"(⟦[A-Z]+#\d+⟧)(?:\s(?:of|del?|du|des)\s(?:(?:the|la)\s|l['’])?⟦[RPUF]#\d+⟧)?"
    r"(?:(?:\s[^\W\d_]+){0,2}\s?⟦[DC]+#\d+⟧)*\s?$"
)
_ACTOR = re.compile(r"⟦[A-Z]*[SUORWH][A-Z]*#\d+⟧")
_OF_TIME_OR_PLACE = re.compile(r"⟦[A-Z]*[ETDC][A-Z]*#")
_NAMES = re.compile(r"⟦|[A-ZÀ-Ý][\w’'-]+\s(?:(?:de|del|la|van|von|da)\s)*[A-ZÀ-Ý]")
_PERSON = re.compile(r"⟦H#\d+⟧")
_BODIES = ("⟦U", "⟦O")
_ENDS_WITH_ACTOR = re.compile(rf"{_ACTOR.pattern}$")
_APPOSED = re.compile(r"(?P<name>⟦[A-Z]*[SUOWH][A-Z]*#\d+⟧),\s(?P<told>[^⟦⟧,]{3,80})$")
_DEEPEST = 3


@dataclass(slots=True)
class Strand:
    """The words of a clause, without asides.

    how: "" of a main clause, else what opens it: "which" (its subject stands before it), "whom" (its object does),
    "where" (the meeting does), "participle". antecedent: the names before it, or the noun of a meeting. beside: who
    does it too, and where in the text that is said. moved: asides that name a time, a place or a meeting. aside: the
    last of them all. after_aside: whether it is what was read last.
    """

    text: str = ""
    how: str = ""
    antecedent: str = ""
    beside: list[tuple[int, str]] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    aside: str = ""
    after_aside: bool = False

    def add(self, stretch: str, comma: bool) -> None:
        """One more stretch of it."""
        self.after_aside = False
        self.text += (", " if comma else " ") + stretch if self.text else stretch


def apposed(front: str, words: Words) -> re.Match[str] | None:
    """The `name` at the end of a text behind which another is told of it: "⟦H⟧, Director of" before the second."""
    found = _APPOSED.search(front)
    return found if found and not words.lists.match(found["told"]) else None


Says = Callable[[str], int]
"""Where in a stretch a finite verb of the classes that are read begins; -1 where none does."""


def strands(text: str, words: Words, says: Says) -> Iterator[Strand]:
    """The strands of a masked sentence."""
    if _LABEL.match(text):
        return
    plain = _DASHES.sub(", ", _ASIDE_SIGNS.sub("", text)).rstrip(" .!?")
    weaver = _Weaver(words, says)
    for part in _PARTS.split(words.joined.sub(", ", plain)):
        yield from weaver.woven(part.split(", "), Strand(), 0)


class _Weaver:
    """Takes the stretches between commas one by one: what goes on, what is set aside, what opens another clause."""

    def __init__(self, words: Words, says: Says) -> None:
        self._words, self._says = words, says

    def woven(self, stretches: Sequence[str], own: Strand, depth: int) -> Iterator[Strand]:
        """The clauses that hang on a strand, then the strand. depth: of relative clauses in relative clauses."""
        comma, at = False, 0
        while at < len(stretches):
            stretch = stretches[at]
            if (at or own.antecedent) and depth < _DEEPEST and self._words.relative.match(stretch):
                length = yield from self._relative(stretches[at:], own, depth)
                at, comma = at + length, False
            elif self._is_aside(stretch, opens=not own.text):
                at, comma = at + 1, False
                yield self._set_aside(stretch, stretches[at] if at < len(stretches) else "", own)
            else:
                inner = self._words.adjacent.search(stretch) if depth < _DEEPEST else None
                own.add(stretch[: inner.end()].rstrip() if inner else stretch, comma)
                length = 1
                if inner:
                    length = yield from self._relative([stretch[inner.end() :], *stretches[at + 1 :]], own, depth)
                at, comma = at + length, True
        yield own

    def _relative(self, stretches: Sequence[str], own: Strand, depth: int) -> Generator[Strand, None, int]:
        """The relative clause that the first of these stretches opens, and how many of them it takes."""
        opened = self._words.relative.match(stretches[0])
        if opened is None:
            return 1
        how = "where" if opened["where"] else "whom" if opened["whom"] or opened["object"] else "which"
        told, end = stretches[0][opened.end() :], 1
        inside = [told]
        while end < len(stretches) and not (
            self._words.finite.search(told) and (how == "which" or _ACTOR.search(told))
        ):
            told += "" if self._is_aside(stretches[end], opens=False) else f" {stretches[end]}"
            inside.append(stretches[end])
            end += 1
        antecedent = _antecedent(own.text or own.aside, own.antecedent, self._words, opened)
        if antecedent.startswith("⟦") and own.after_aside and _ENDS_WITH_ACTOR.search(own.aside):
            antecedent = ""  # "thanked ⟦S⟧, as well as ⟦U⟧, which chairs": who chairs is not ⟦S⟧
        yield from self.woven(inside, Strand(how=how, antecedent=antecedent), depth + 1)
        return end

    def _is_aside(self, stretch: str, *, opens: bool) -> bool:
        """Whether a stretch tells no more than when, where, how or with whom. opens: whether it is the first."""
        words = self._words
        if words.keeps.search(stretch) or words.goes_on.match(stretch) or (opens and words.noun.match(stretch)):
            return False
        if words.participle.match(stretch) and (words.by.search(stretch) or self._says(stretch) != 0):
            return True
        if not words.aside.match(stretch) and (opens or _NAMES.search(stretch) or words.finite.search(stretch)):
            return False
        if (words.noun.match(stretch) and "⟦" in stretch) or words.lists.fullmatch(stretch):
            return False
        return not (self._tells(stretch) or (opens and _ends_with_subject(stretch, words)))

    def _tells(self, stretch: str) -> bool:
        """Whether a stretch has a verb, however it opens: "in the afternoon ⟦S⟧ took the chair", "luego intervino"."""
        if self._says(stretch) >= 0:
            return True
        told = self._words.told.search(stretch) if "⟦" in stretch else None
        return told is not None and not self._words.is_governed(stretch[: told.start("group")])

    def _set_aside(self, stretch: str, following: str, own: Strand) -> Strand:
        """Keeps what an aside tells of the strand, and gives it as one of its own, for what a participle tells."""
        if "⟦" in stretch and self._words.beside.match(stretch):
            own.beside.append((len(own.text), stretch))
        if _OF_TIME_OR_PLACE.search(stretch):
            own.moved.append(stretch)
        own.aside, own.after_aside = stretch, True
        named = _LAST_NAME.search(own.text)
        hangs_on = named is not None and not (
            named[1].startswith(_BODIES) and self._words.is_governed(own.text[: named.start()])
        )
        before = named[1] if named and hangs_on else ""
        return Strand(stretch, "participle", before, [], ["" if own.text else following])


def _ends_with_subject(stretch: str, words: Words) -> bool:
    """Whether a stretch goes on to who does it, after when or where: "After the break ⟦S⟧, in the chair, said"."""
    found = words.subject.search(stretch) if stretch.endswith("⟧") else None
    return found is not None and found.start() > 0 and not words.is_governed(stretch[: found.start()])


def _antecedent(before: str, of_strand: str, words: Words, opened: re.Match[str]) -> str:
    """What a relative clause hangs on: a person for "who", else the name before it that hangs on no other noun.

    before: the words of the strand that go before it. of_strand: what the strand itself hangs on.
    """
    persons = _PERSON.findall(before)
    if words.who.match(opened[0]) or (persons and not before.endswith(persons[-1])):
        return persons[-1] if persons else ""
    meeting = words.meeting.search(before)
    if meeting:
        return meeting["event"] or meeting[0]
    doers = words.subject.search(before)
    front = before[: doers.start()] if doers else ""
    named = apposed(front, words)
    if named:
        return named["name"]
    if doers and not words.is_governed(front):
        return doers["group"]
    return "" if before else of_strand
