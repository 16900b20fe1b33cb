"""What the passage of a group says of it: who leads it, who its members are, which objectives it has.

In the sentence that names a group, and in those behind it that point back to it, a word of leading or belonging and the
names beside it tell enough, however the sentence is built. A clause tells of the group that it names, else of the one
before, where it opens with a pronoun for it, or with what is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from graph.records import Polarity
from loaders.claims.groups.group_cues import SUCCEEDS, Cue, words
from loaders.claims.groups.group_rosters import roster
from loaders.claims.sentence.masked import Masked
from loaders.claims.sentence.qualify import Qualification, qualify
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Spot
from loaders.recognition.groups.committees import membership
from loaders.recognition.recognition import Recognition

# a group may stand in one enumeration with those before it: "led by Peru, and of the network on visas"
_GROUP = re.compile(r"⟦(?:T|[A-Z]*W)#(?P<n>\d+)⟧")
_ACTORS = re.compile(r"⟦[HOSU]+W?#(?P<n>\d+)⟧")
_OTHERS = re.compile(r"⟦[ERPFLWT]+#\d+⟧")
_MEETINGS = re.compile(r"⟦[ERPFL]+#\d+⟧")
_OBJECTIVES = re.compile(r"⟦J#(?P<n>\d+)⟧")
_REMARK = re.compile(r"\((?!⟦)(?:[^()⟦⟧]|⟦[SUOWRPF]+#\d+⟧)*\)|\(⟦[A-Z]+#\d+⟧\s[^\W\d_]{4,}[^()⟦⟧]*\)")
_IN_BRACKETS = re.compile(r"\((?:[\w']+\s){0,3}$")
_WITH = re.compile(
    r"(?:\s\w+)?\s(?:(?:together |jointly |junto |conjointement )?(?:with|con|avec))\s"
    r"(?:the\s|la\s|el\s|le\s|l['’])?(?=⟦[SUO]+#)"
)
_OWNER = re.compile(r"(?:['’]s)?\s?(?:(?:of|del?|d[eu]|within)\s(?:the\s|la\s|l['’])?)?(?:⟦[RPFULO]+#\d+⟧)?")
_GOES_ON = re.compile(
    r"\s*(?:(?:[,;/&]|\band\b|\by\b|\be\b|\bet\b)\s*)+(?:(?:the|l[aeo]s?|el|d[eu])\s|l['’])*(?=⟦[SUOH]+#)"
)
_BREATH = re.compile(r"[^⟦⟧,;.:]{0,24}")
_ENDS = re.compile(r"\s*(?:[;.,]|$|(?:and|y|et)\b)")
_JOINED = re.compile(r",|\b(?:and|y|e|et)\b")
_ALONE = re.compile(r"\W*(?:(?:[\w'’]+|⟦I#\d+⟧)\s){0,3}(?:objectives?|objetivos?|objectifs?)?\s?:?\s?$", re.IGNORECASE)
_CLAUSE = re.compile(r";\s|\.\s(?=[A-ZÀ-Þ⟦])")
_AT_A_GUESS = frozenset(
    {"participatesIn", "organizes", "hosts", "memberOf", "memberOfCommittee", "chairs", "coChairs", "leads"}
)
_NEAR_OBJECT = 40
_OPENING = 12
_NEAR_OBJECTIVES = 60


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence that tells of one group; [begin, end): where it is named, both `at` where it is not."""

    text: str
    group: str
    at: int
    to: int
    begin: int
    end: int

    @property
    def named(self) -> bool:
        """Whether the clause names the group."""
        return self.end > self.begin


def group_passages(found: Recognition, sentences: Sequence[Masked]) -> list[Stated]:
    """All that the passages of groups say of them. sentences: in reading order."""
    told: list[Stated] = []
    block, group, term = -1, None, False
    for sentence in sentences:
        if sentence.block != block:
            block, group, term = sentence.block, _heading(found, sentence.block), False
        if not group and not _GROUP.search(sentence.text):
            continue
        text = _REMARK.sub(lambda remark: " " * len(remark[0]), sentence.text)
        clauses = list(_clauses(sentence, text, group))
        for clause in clauses:
            told += _told(sentence, clause, term=term)
        if not group or not words().back.match(text):  # "it is a part of workstream 3" tells of another
            opens = clauses and clauses[0].named and clauses[0].begin <= _OPENING
            group = clauses[0 if opens else -1].group if clauses else None
        elif not clauses and _MEETINGS.search(text):
            group = None
        term = words().term.search(text) is not None
    return told


def without_guesses(stated: Sequence[Stated], passages: Sequence[Stated]) -> list[Stated]:
    """Without what was guessed of those of whom the same sentence says what they are in a group."""
    groups = {(one.subject, one.spots[:1]): one.object for one in passages}
    return [
        one
        for one in stated
        if one.relation not in _AT_A_GUESS
        or groups.get((one.subject, one.spots[:1]), one.object) == one.object
        or not ("context" in one.inferences or (one.object or "", one.spots[:1]) in groups)
    ]


def _heading(found: Recognition, order: int) -> str | None:
    """The group that the heading over a block opens with."""
    if found.reading.blocks[order].row is not None:
        return None  # of a cell the table tells
    section = found.reading.blocks[order].section
    first = next(iter(found.spans[section]), None) if section is not None else None
    heads = first is not None and first.code in "WT"
    return first.entity if first and heads else found.home if (found.home or "").startswith("working-group/") else None


def _clauses(sentence: Masked, text: str, before: str | None) -> Iterator[_Clause]:
    """The clauses of a sentence with the group that each tells of: the one it names, else the one named before it."""
    groups = list(_GROUP.finditer(text))
    ends = (match.end() for match in _CLAUSE.finditer(text))
    bounds = sorted({0, len(text), *ends, *(one.start() for one in groups[1:])})
    current = before
    for at, to in pairwise(bounds):
        here = next((one for one in groups if at <= one.start() < to), None)
        if here:
            current = next(
                one.span.entity for one in reversed(sentence.members(int(here["n"]))) if one.span.code in "WT"
            )
        if current:
            yield _Clause(text, current, at, to, *(here.span() if here else (at, at)))


def _told(sentence: Masked, clause: _Clause, *, term: bool) -> Iterator[Stated]:
    taken: set[int] = set()
    back = clause.named or words().back.match(clause.text, clause.at, clause.to) is not None
    for cue in words().cues:
        if cue.relation == SUCCEEDS and not (term or words().term.search(clause.text)):
            continue
        for told in cue.words.finditer(clause.text, clause.at, clause.to):
            if told.start() in taken or _is_help(clause, told) or not _is_of_group(clause, cue, told, back=back):
                continue
            tokens = _beside(clause, cue, told)
            if tokens:
                taken.update(range(told.start(), told.end()))
                yield from _stated(sentence, clause, cue, told, tokens)
    yield from _listed(sentence, clause)
    yield from _objectives(sentence, clause, back=back)


def _listed(sentence: Masked, clause: _Clause) -> Iterator[Stated]:
    state = partial(_one, sentence, clause, Qualification(), "group-passage-roster")
    for who, relation in roster(sentence, _behind_owner(clause), clause.group):
        yield state(who, relation, clause.group)


def _is_help(clause: _Clause, told: re.Match[str]) -> bool:
    """Whether the words are told of a secretariat, of observers, of those who only support: in the same breath."""
    text = clause.text
    begin = max(clause.at, text.rfind("⟧", clause.at, told.start()), text.rfind(",", clause.at, told.start()))
    behind = _BREATH.match(text, told.end())
    return words().helpers.search(text, begin, behind.end() if behind else told.end()) is not None


def _is_of_group(clause: _Clause, cue: Cue, told: re.Match[str], *, back: bool) -> bool:
    """Whether words are told of the group of the clause, and of nothing else that it speaks of."""
    text, begin, end = clause.text, clause.begin, clause.end
    if clause.named and told.end() <= begin:
        opens = cue.side == "after" and words().opens.fullmatch(text, clause.at, told.start())
        end = _with(text, told.end())[1]
        near = cue.side != "after" and begin - end <= _NEAR_OBJECT and "⟦" not in text[end:begin]
        return bool(opens or near)
    if cue.side == "verb":
        return _has_object(clause, told)
    behind = _behind_owner(clause)
    another = clause.named and words().groups.search(text, behind, told.start())
    if another or _OTHERS.search(text, behind, told.start()):
        return False
    return back or bool(
        words().opens.fullmatch(text, clause.at, told.start())
        or words().object_before.search(text, clause.at, told.start())
        or words().object_behind.match(text, told.end(), clause.to)
    )


def _has_object(clause: _Clause, told: re.Match[str]) -> bool:
    """Whether the object of a verb is the group: a pronoun for it stands beside the verb, a relative one between."""
    text = clause.text
    if words().object_behind.match(text, told.end(), clause.to):
        return True
    first = _ACTORS.search(text, clause.end, told.start())
    stop = first.start() if first and clause.named else told.start()
    near = stop - clause.end <= _NEAR_OBJECT if clause.named else True
    return near and words().object_before.search(text, clause.end, stop) is not None


def _beside(clause: _Clause, cue: Cue, told: re.Match[str]) -> list[int]:
    """The tokens of those of whom words are told; a list of members may go on behind a semicolon."""
    text, side = clause.text, cue.side
    begin = _behind_owner(clause) if told.start() >= clause.end else clause.at
    before = words().before.search(text, begin, told.start()) if side != "after" else None
    if before:
        return [int(before["n"]), *_with(text, told.end())[0]]
    behind = words().behind.match(text, told.end()) if side != "before" else None
    if behind is None or (side == "verb" and _JOINED.search(behind[0])):
        return []
    tokens: list[int] = []
    at: int | None = behind.end()
    while at is not None and (token := _ACTORS.match(text, at)):
        tokens.append(int(token["n"]))
        more = _GOES_ON.match(text, token.end())
        at = more.end() if more else None
        if more and ";" in more[0]:
            listed = _ACTORS.match(text, more.end()) if cue.relation == "memberOf" else None
            at = at if listed and _ENDS.match(text, listed.end()) else None
    return tokens


def _behind_owner(clause: _Clause) -> int:
    """Where what is told of a group begins: behind its name and that of the body it is of."""
    owner = _OWNER.match(clause.text, clause.end) if clause.named else None
    return owner.end() if owner else clause.end


def _with(text: str, at: int) -> tuple[list[int], int]:
    """The token of those "with" whom somebody does something, right behind the verb, and where it ends."""
    joined = _WITH.match(text, at)
    token = _ACTORS.match(text, joined.end()) if joined else None
    return ([int(token["n"])], token.end()) if token else ([], at)


def _stated(
    sentence: Masked, clause: _Clause, cue: Cue, told: re.Match[str], tokens: Sequence[int]
) -> Iterator[Stated]:
    said = qualify(clause.text[clause.at :], max(0, told.start() - clause.at), told.end() - clause.at)
    relation = "memberOf" if cue.relation == SUCCEEDS else cue.relation
    of_a_table = clause.group.startswith("roundtable/") and relation in ("memberOf", "leads")
    if said.polarity is Polarity.NEGATIVE or of_a_table or ("troika" in clause.group and relation != "memberOf"):
        return
    relation = membership(clause.group) if relation == "memberOf" else relation
    told_of = (one.span for token in tokens for one in sentence.members(token) if one.span.code in "SUOH")
    members = [path for span in told_of for path in span.entities]
    relation = "coChairs" if relation == "chairs" and len(members) > 1 else relation
    state = partial(_one, sentence, clause, said, "group-passage")
    for path in members:
        if path != clause.group and (not path.startswith("person/") or relation in ("chairs", "coChairs")):
            yield state(path, relation, clause.group)


def _objectives(sentence: Masked, clause: _Clause, *, back: bool) -> Iterator[Stated]:
    """The objectives that a clause gives to its group, by the words right before or behind them."""
    text = clause.text
    before, behind = words().objectives
    for listed in _OBJECTIVES.finditer(text, clause.end, clause.to):
        begin = max(clause.end, listed.start() - _NEAR_OBJECTIVES)
        begin = max([begin, *(token.end() for token in _ACTORS.finditer(text, begin, listed.start()))])
        given = behind.search(text, listed.end(), min(clause.to, listed.end() + _NEAR_OBJECT))
        told = before.search(text, begin, listed.start())
        alone = _ALONE.match(text[: listed.start()], clause.at) and not text[listed.end() : clause.to].strip(" .;")
        if alone and not clause.named:
            told = listed
        in_brackets = _IN_BRACKETS.search(text, clause.end, listed.start())
        if in_brackets and clause.named:
            told = in_brackets
        elif told and not back and not alone and not words().pronoun.search(text, begin, told.start()):
            told = None
        if not (told or given) or _OTHERS.search(text, clause.end, listed.start()):
            continue
        said = qualify(text[clause.at :], listed.start() - clause.at, listed.end() - clause.at)
        state = partial(_one, sentence, clause, said, "group-passage-objectives")
        for one in sentence.members(int(listed["n"])):
            for path in one.span.entities:
                yield state(clause.group, "coversObjective", path)


def _one(
    sentence: Masked, clause: _Clause, said: Qualification, rule: str, who: str, relation: str, whom: str
) -> Stated:
    return Stated(
        subject=who, relation=relation, object=whom, spots=(Spot(sentence.block, sentence.at, sentence.to),),
        qualification=said, rule=rule, inferences=() if clause.named else ("context",),
    )  # fmt: skip
