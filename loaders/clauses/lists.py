"""What a list of names is a list of: the cue before it or behind it (`rules/list_cues.yaml`).

"It gathered heads of labour from ⟦S⟧": a noun that stands for the names, and before it the verb that says what they
do. What opens a list and the nouns that stand for its names are set aside; then the cue nearest to it is sought.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.rules.lexicons import alternatives, load
from loaders.rules.phrases import STATE_FORM
from loaders.rules.uncased import Uncased

_ARTICLES = rf"(?:(?:the|las?|los|el|les?)\s|l['’])?(?:{STATE_FORM})?"
_ARTICLE = re.compile(rf"{_ARTICLES}$", re.IGNORECASE)
_WAY = re.compile(r"(?:[^⟦⟧.;:(]|⟦[CDNE]#\d+⟧|⟦[SUOR]+#\d+⟧(?=$|,|['’]s|\s(?:y|e|and|et)\s)){0,110}")
_CLOSE = re.compile(r"[,:]?\s?")
_FAR = re.compile(r"\s[^⟦⟧.;:(]{3,60}")
_OPENS = re.compile(r"(?:\s?[:(–—]|\s-)\s?$")
_COMMA = re.compile(r",\s$")
_FARTHEST = 260  # letters before a list within which its cue stands
_NEAR = 60  # letters before a cue within which stands of what it tells
_DEEPEST = 3  # word lists that name another
# what is told already where something else is: who observed was there
_TELLS = {"observerOf": "participatesIn"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table of cues; see there."""

    id: str
    relation: str
    object: str
    front: Uncased | None
    behind: Uncased | None
    head: bool
    opened: bool
    apposed: bool
    close: bool
    far: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A list and its cue: [`at`, `to`) of the text goes from one to the other.

    number: of the token. body: the token of what they are members of, where the cue names it.
    of_group: whether the words of the cue tell of a group, and not of a process or a network.
    """

    cue: Cue
    number: int
    at: int
    to: int
    body: int | None = None
    of_group: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns of one language.

    people: nouns that stand for names. of, counted: what joins these to a list ("from four countries:"); noun: "four
    countries". namely: what opens a list. starts, few: what a clause begins with. finite, absent, members: what may
    not stand between a list and its cue. into: what makes a verb one of joining a body. groups: nouns. joint, apart:
    how a list goes on, and does not. alike: what says of others the same.
    """

    people: Uncased
    of: Uncased
    counted: Uncased
    noun: Uncased
    namely: Uncased
    starts: Uncased
    few: Uncased
    finite: Uncased
    absent: Uncased
    members: Uncased
    into: Uncased
    groups: Uncased
    joint: Uncased
    alike: Uncased
    apart: Uncased


def listed(text: str, lists: Mapping[int, int], language: str) -> Iterator[Listed]:
    """The lists of a masked sentence that have a cue, each once for a relation.

    lists: where each begins, by the number of its token.
    """
    words, cues = _table(language)
    for number, at in lists.items():
        told: set[tuple[str | None, int | None]] = set()
        for found in _of_list(text, number, at, words, cues):
            if (found.cue.relation, found.body) not in told:
                told |= {(found.cue.relation, found.body), (_TELLS.get(found.cue.relation), None)}
                yield found


def goes_on(text: str, end: int, at: int, behind: int, language: str) -> bool:
    """Whether a list that ends at `end` goes on with the name in [`at`, `behind`), which other words part from it."""
    words, _ = _table(language)
    if words.alike.fullmatch(text, end, at):
        return True
    way = words.joint.fullmatch(text, end, at)
    return way is not None and not words.finite.search(way["way"] or "") and not words.apart.match(text, behind)


def _of_list(text: str, number: int, at: int, words: _Words, cues: tuple[Cue, ...]) -> Iterator[Listed]:
    floor = max(0, at - _FARTHEST)
    end = text.find("⟧", at) + 1
    left, opened = _without_opening(text[floor:at], words)
    front, head = _without_head(left, words)
    noun = words.noun.search(front) if opened and not head else None
    clause, who = (front[: noun.start()], noun[0]) if noun else (front, head)  # "Three countries (⟦S⟧) sent"
    for cue in cues:
        if cue.head and not head:
            continue
        before = _before(cue, front, opened, words)
        if before:
            body = before.groupdict().get("body")
            of_group = words.groups.search(left, max(0, before.start() - _NEAR)) is not None
            yield Listed(cue, number, floor + before.start(), end, int(body) if body else None, of_group)
        elif cue.behind and (who or opened in ("", ", ")) and _opens_clause(clause, who, opened, words):
            behind = cue.behind.match(text, end)
            if behind and not words.absent.search(behind[0]) and not words.into.match(text, behind.end()):
                yield Listed(cue, number, floor + len(clause) if who else at, behind.end())


def _before(cue: Cue, front: str, opened: str, words: _Words) -> re.Match[str] | None:
    """The cue that stands last before a list; None where none does, or more than words between the two."""
    last = deque(cue.front.finditer(front), maxlen=1) if cue.front else None
    if not last or (cue.opened and opened in ("", ", ")) or (cue.apposed and (not opened or ":" in opened)):
        return None
    way = front[last[0].end() :]
    if cue.far and opened not in ("", ", ") and _FAR.fullmatch(way):
        return last[0]
    shape = (_CLOSE if cue.close else _WAY).fullmatch(way)
    ends = any(other.search(way) for other in (words.finite, words.absent, words.members))
    return None if not shape or ends else last[0]


def _opens_clause(front: str, head: str, opened: str, words: _Words) -> bool:
    """Whether a list, with the nouns that stand for its names, is what a clause begins with."""
    if not head:
        return opened != "" or words.starts.search(front) is not None
    few = words.few.search(front)
    return few is not None and not words.finite.search(few["words"])


def _without_opening(left: str, words: _Words) -> tuple[str, str]:
    """The text before a list without what opens it, and that: a colon for "namely"."""
    for pattern in (words.namely, _OPENS, _COMMA):
        found = pattern.search(left)
        if found:
            return left[: found.start()], ":" if pattern is words.namely else found[0]
    return left, ""


def _without_head(left: str, words: _Words) -> tuple[str, str]:
    """The text before the nouns that stand for the names of a list, and these nouns."""
    joint = words.of.search(left) or words.counted.search(left)
    base = left[: joint.start()] if joint else ""
    for noun in words.people.finditer(base):
        tail = base[noun.end() :]
        if _WAY.fullmatch(tail) and not words.finite.search(tail):
            return base[: noun.start()], base[noun.start() :]
    return _ARTICLE.sub("", left), ""


@lru_cache(maxsize=4)
def _table(language: str) -> tuple[_Words, tuple[Cue, ...]]:
    """The words and cues of a language."""
    data: Mapping[str, Any] = load("list_cues")
    lists = {name: alternatives(list(of[language])) for name, of in data["words"].items()}

    def compiled(pattern: str) -> Uncased:
        for _ in range(_DEEPEST):
            pattern = re.sub(r"\{([a-z]+)\}", lambda slot: lists.get(slot[1], slot[0]), pattern)
        return Uncased(pattern)

    return _words(compiled), tuple(_cue(row, compiled) for row in data["cues"])


def _words(compiled: Callable[[str], Uncased]) -> _Words:
    begins = r"(?:^|[.;:,(–—]\s?|\b{and}\s"
    by = rf"(?:{{by}}\s?{_ARTICLES})?"
    of_people = r"(?P<way>(?:[\w-]+\s){0,2}{people}(?:\s[\w-]+){0,3}?\s{of}\s?)?"
    return _Words(
        people=compiled(r"(?<![\w⟦#-]){people}(?!\w)"),
        of=compiled(rf"\s{{of}}\s?{_ARTICLES}$"),
        counted=compiled(r"(?:^|\s){of}\s(?:[\w-]+ ){0,3}{states}$"),
        noun=compiled(r"(?:^|(?<=\s)){number}\s(?:[\w-]+\s)?{states}$"),
        namely=compiled(rf"(?:,|\s\()?\s?{{namely}}(?: a)?,?\s?:?\s?{_ARTICLES}$"),
        starts=compiled(rf"{begins}|\b{{when}}\s)$"),
        few=compiled(rf"{begins})(?P<words>(?:[\w-]+\s){{0,3}}|l['’])$"),
        finite=compiled(r"(?<![\w#]){finite}(?![\w#])"),
        absent=compiled(r"(?<!\w){absent}(?!\w)"),
        members=compiled(r"(?<!\w)(?:{members}|integrantes)(?!\w)"),
        groups=compiled(r"(?<!\w){groups}(?!\w)"),
        into=compiled(rf"(?:\s\w+){{0,3}}\s{{by}}\s?{_ARTICLES}⟦[A-Z]*[RPWFI]"),
        joint=compiled(rf"\)?(?:\s\([^()]*\))?(?:[,;]?\s{{and}},?\s|[,;]\s(?={{by}}\b)){by}{of_people}{_ARTICLES}"),
        alike=compiled(
            rf"(?:[^.;⟦⟧]|⟦[DCERN]#\d+⟧){{0,120}}?,?\s{{alike}}(?:,(?:[^,;.⟦⟧]|⟦[DCERN]#\d+⟧){{1,90}},)?\s{_ARTICLES}"
        ),
        apart=compiled(r"\s(?:\w+\s){0,2}?{finite}(?!\w)|[^⟦⟧.;:]{0,60}?{observers}"),
    )


def _cue(row: Mapping[str, Any], compiled: Callable[[str], Uncased]) -> Cue:
    close = row.get("close", False)
    return Cue(
        id=row["id"],
        relation=row["relation"],
        object=row.get("object", ""),
        front=compiled(rf"(?<![\w#])(?:{row['front']})(?!\w)") if "front" in row else None,
        behind=compiled(rf"{'' if close else '{link}'}(?:{row['behind']})(?!\w)") if "behind" in row else None,
        head=row.get("head", False),
        opened=row.get("opened", False),
        apposed=row.get("apposed", False),
        close=close,
        far=row.get("far", False),
    )
