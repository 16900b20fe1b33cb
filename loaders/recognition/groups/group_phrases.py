"""Groups that a passage counts or tells one by one, by what they are on: "two teams: one on data, another on returns".

A passage that speaks of several groups is followed by those that it tells of, in the sentence, the next ones, a list
or short parts: with their noun ("the team on data", "Équipe « Retours »"), or by a word that counts ("the first, on
data", "otro de integración"). They belong to the body whose groups were announced. Outside such a passage a plain
noun ("the group on data") needs a word that only a group has in its sentence: who leads it, who is a member.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.groups.group_titles import group_titles, topics_of_groups
from loaders.recognition.groups.listed_topics import entries
from loaders.recognition.meetings.event_extent import end_of_name
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import DATE_CODE, Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought
from loaders.rules.word_lists import trigger

_CAPITALS = re.compile(
    r"[A-ZÁÉÍÓÚÀÂÊÎÔÇ][\w’'-]+(?:\s(?:(?:y|e|de|del|la|et|des|du|d['’]|and|of)\s?){0,2}[A-ZÁÉÍÓÚÀÂÊÎÔÇ][\w’'-]+){0,6}"
)
_QUOTED = re.compile(r"\s?[«“\"]\s?(?P<topic>[^«»“”\"]{4,80}?)\s?[»”\"]")
_OF = re.compile(r"\s(?:of|in|within|under|del?|d[eu]s?)\s?(?:the\s|la\s|las\s|el\s|los\s|les?\s|l['’])?|\sd['’]")
_ON = re.compile(r"\s(?:on|sobre|sur)\s", re.IGNORECASE)
_SHORT = re.compile(r"\s?\([A-Z-]{2,12}\)")
_LONGEST = 70
_OPENING = 4  # letters of marks before a title
_FAR = 14  # blocks behind the one that announces groups
_SAME = re.compile(r"(?:(?:The|This|La|El|Esta|Este|Le|Ce|Cette)\s|L['’])(?P<noun>\w{4,})")
_NETWORK = "un-entity/un-network"
_UNITED_NATIONS = "un-entity/united-nations"
_GUARD = Sought(
    r"gro?up|team|stream|task ?force|cluster|committee|équipe|equipo|mesa|chantier|volet|redes|réseaux|línea|axe|comisi"
    r"|commission|comit",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    several: Sought
    one: re.Pattern[str]
    noun: Sought
    verbs: re.Pattern[str]
    nouns: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Announced:
    """Groups that a block announces from `at` on: what one of them is called, and the body they are of."""

    block: Block
    at: int
    noun: str
    owner: str | None


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = load("groups")
    nouns = tuple(
        (english, re.compile(rf"{alternatives(forms)}", re.IGNORECASE)) for english, forms in words["nouns"].items()
    )
    every = alternatives([form for forms in words["nouns"].values() for form in forms])
    on = words["on"]
    counts = alternatives([word for listed in words["counts"].values() for word in listed])
    article = alternatives(words["article"])
    links = rf"(?:(?:{alternatives([*on['plain'], *on['verbs']])})\s|(?P<weak>{alternatives(on['weak'])}\s|d['’]))"
    return _Patterns(
        several=Sought(
            rf"(?<![\w-])(?:(?P<counted>{counts})\s(?:\w+\s)?)?{alternatives(words['several'])}\b", re.IGNORECASE
        ),
        one=re.compile(
            rf"(?<![\w'’-])(?:(?P<noun>{every})|(?P<one>{alternatives(words['one'])})(?:\s(?P<noun2>{every}))?)"
            rf"(?:(?=\s?[«“\"])|,?\s{links}{article}?)",
            re.IGNORECASE,
        ),
        noun=Sought(rf"(?<![\w’'-]){every}(?=\s(?:of|within|del?|d[eu])\s|\sd['’]|['’]s)", re.IGNORECASE),
        verbs=re.compile(
            rf",?\s(?:(?:that|which|que|qui)\s)?(?:{alternatives([*on['plain'], *on['verbs']])})\s{article}?",
            re.IGNORECASE,
        ),
        nouns=nouns,
    )


def name_each(found: Recognition) -> None:
    """Puts in spans for each of the groups that a text announces, or tells of by what they are on."""
    announced: _Announced | None = None
    for block in found.reading.blocks:
        if announced and not _reaches(announced, block):
            announced = None
        if not announced and not _GUARD.search(block.text):
            continue
        told = list(_announcements(found, block))
        titles = list(group_titles(found, block))
        if announced and not titles:
            titles = list(topics_of_groups(found, block, announced.noun))
        for title in titles:
            owner = announced.owner if announced else found.home
            if owner:
                found.parts.setdefault(title.entity, owner)
        spans = [*titles, *_listed(found, block, told), *_each(found, block, told, announced)]
        if spans:
            found.spans[block.order] = longest_first([*spans, *found.spans[block.order]])
        announced = told[-1] if told else announced


def _listed(found: Recognition, block: Block, told: list[_Announced]) -> Iterator[Span]:
    """The groups that the sentence which announces them lists: "three groups: data (led by IOM), visas"."""
    row = Row(s for s in found.spans[block.order] if s.code != DATE_CODE)
    for announced in told:
        of = _OF.match(block.text, announced.at)
        body = row.at(of.end()) if of else None
        begin = body.to if body and body.code in "RUPOFW" else announced.at
        begin += len(short[0]) if (short := _SHORT.match(block.text, begin)) else 0
        several = row.holding(announced.at - 1)
        if several and several.code == "W" and several.status is LinkStatus.PROVISIONAL:
            begin = max((on.start() for on in _ON.finditer(block.text, announced.at, several.to)), default=begin)
        end = block.sentence_at(announced.at)[1]
        listed = entries(block.text, begin, end, row)
        if several and listed:
            found.spans[block.order].remove(several)
            found.names.brought.pop(several.entity, None)
        for one in listed:
            span = _group(found, block.text, announced, "", (one.at, one.at, one.to))
            found.told_of_groups.append((span, block.order, one.end))
            yield span


def _reaches(announced: _Announced, block: Block) -> bool:
    """Whether groups are still told of in a block: in the section that announces them, or as parts below it."""
    near = block.order - announced.block.order <= _FAR
    over = announced.block.order if announced.block.kind is PassageKind.HEADING else announced.block.section
    return near and (block.section == over or block.kind is PassageKind.ITEM or block.row is not None)


def _announcements(found: Recognition, block: Block) -> Iterator[_Announced]:
    for several in _patterns().several.finditer(block.text):
        if several["counted"] or block.kind is PassageKind.HEADING:
            words = several[0].removeprefix(several["counted"] or "")
            yield _Announced(block, several.end(), _noun(words), _owner(found, block, several))


def _noun(words: str) -> str:
    """What one of several groups is called in English."""
    named = [(len(form[0]), english) for english, noun in _patterns().nouns if (form := noun.search(_singular(words)))]
    return max(named, default=(0, "Group"))[1]


def _singular(words: str) -> str:
    return re.sub(r"(?<=[a-zé])s\b", "", re.sub(r"eaux\b", "eau", re.sub(r"(?<=d)es\b|(?<=n)es\b", "", words)))


def _owner(found: Recognition, block: Block, several: re.Match[str]) -> str | None:
    """The body behind ("groups of the Process"), the one the sentence or that before is about, the page's own."""
    row = Row(found.spans[block.order])
    of = _OF.match(block.text, several.end())
    behind = row.at(of.end()) if of else None
    if behind and behind.code in "RUPOFW":
        return behind.entity
    at, _ = block.sentence_at(several.start())
    here = [s.entity for s in row.inside(at, several.start()) if _has_groups(s)]
    if here:
        return here[-1]
    before = [s.entity for s in row.inside(0, at) if s.code == "W" or _has_groups(s)]
    home = found.home if found.home != _UNITED_NATIONS else None
    return before[0] if before else _titled_before(found, block, at) or home or _only(found)


def _titled_before(found: Recognition, block: Block, at: int) -> str | None:
    """The group that the block before opens with, where this one opens with its noun: "The Commission works in ..."."""
    above = found.reading.blocks[block.order - 1] if block.order else None
    first = next(iter(found.spans[above.order]), None) if above else None
    noun = _SAME.match(block.text) if at == 0 else None
    if above is None or first is None or first.code != "W" or noun is None:
        return None
    return first.entity if noun["noun"].casefold() in above.text[first.at : first.to].casefold() else None


def _has_groups(span: Span) -> bool:
    return span.code in "RF" or span.entity.startswith((_NETWORK, "process/gfmd"))


def _only(found: Recognition) -> str | None:
    """The only process of the paper's heading."""
    named = {s.entity for b in found.header for s in found.spans[b.order] if s.code == "R"}
    return named.pop() if len(named) == 1 else None


def _each(found: Recognition, block: Block, told: list[_Announced], before: _Announced | None) -> Iterator[Span]:
    text = block.text
    row = Row(s for s in found.spans[block.order] if s.code != DATE_CODE)
    dates = Row(s for s in found.spans[block.order] if s.code == DATE_CODE)
    yield from _of_bodies(found, block, row, dates)
    for one in _patterns().one.finditer(text):
        noun = one["noun"] or one["noun2"] or ""
        announced = next((a for a in reversed(told) if a.at <= one.start()), before)
        weak = bool(one["weak"]) or _QUOTED.match(text, one.end()) is not None
        titled = noun[:1].isupper() and one.start() <= _OPENING and not one["weak"] and weak
        if not announced and not titled and not (noun and not weak and _is_told_as_group(found, block, one)):
            continue
        topic_at, to = _topic(text, one, row, dates)
        if topic_at < to <= topic_at + _LONGEST and not row.touching(one.start(), to):
            yield _group(
                found, text, announced, noun, (one.start("noun") if one["noun"] else one.start(), topic_at, to)
            )


def _of_bodies(found: Recognition, block: Block, row: Row, dates: Row) -> Iterator[Span]:
    """As in "the working group of the Conference that deals with labour mobility"."""
    for noun in _patterns().noun.finditer(block.text):
        of = _OF.match(block.text, noun.end())
        body = row.at(of.end()) if of else None
        link = _patterns().verbs.match(block.text, body.to) if body and body.code in "RUPF" else None
        if body is None or link is None or row.touching(*noun.span()):
            continue
        to = end_of_name(block.text, link.end(), row, dates, connected=True)
        if link.end() < to <= link.end() + _LONGEST:
            announced = _Announced(block, noun.start(), _noun(noun[0]), body.entity)
            found.inside.setdefault(block.order, []).append(body)
            yield _group(found, block.text, announced, noun[0], (noun.start(), link.end(), to))


def _is_told_as_group(found: Recognition, block: Block, one: re.Match[str]) -> bool:
    """Whether the sentence of a plain "group on data" says who leads it or who is a member."""
    at, to = block.sentence_at(one.start())
    around = f"{block.text[at : one.start()]} | {block.text[one.end() : to]}"
    return any(trigger(words, found.reading.language).search(around) for words in ("leads", "led", "leadership"))


def _topic(text: str, one: re.Match[str], row: Row, dates: Row) -> tuple[int, int]:
    """Where what a group is on begins and ends; a word that joins loosely needs a noun before it or capitals behind."""
    quoted = _QUOTED.match(text, one.end())
    if quoted and not one["weak"]:
        return quoted.start("topic"), quoted.end("topic")
    if one["weak"] and not (one["noun"] or one["noun2"]):
        capitals = _CAPITALS.match(text, one.end())
        opens = text[: one.start()].rstrip()[-1:] in ("", ".", ";") and one["one"].casefold().startswith("cel")
        bare = opens or one["one"].casefold() in (
            "otro",
            "otra",
            "un tercero",
            "una tercera",
            "un segundo",
            "una segunda",
        )
        if not capitals and not bare:
            return one.end(), one.end()
        if capitals:
            return one.end(), capitals.end()
    return one.end(), end_of_name(text, one.end(), row, dates, connected=True)


def _group(found: Recognition, text: str, announced: _Announced | None, noun: str, place: tuple[int, int, int]) -> Span:
    at, topic_at, to = place
    topic, language = text[topic_at:to], found.reading.language
    kind = _noun(noun) if noun else announced.noun if announced else "Group"
    english = in_english(topic, language) or topic
    name = f"{kind} on {english[0].lower() if topic[0].islower() else english[0]}{english[1:]}"
    end = to + len(quote[0]) if (quote := re.match(r"\s?[»”\"]", text[to:])) else to
    path = _known(found, topic, text[topic_at:to]) or f"working-group/{slug(name)}"
    found.names.bring(path, "WorkingGroup", name, text[at:end], topic)
    owner = announced.owner if announced else found.home
    if owner and owner != path:
        found.parts.setdefault(path, owner)
    return Span(at, end, "W", path, "context", LinkStatus.PROVISIONAL)


def _known(found: Recognition, *topics: str) -> str | None:
    """The group that the paper has already named by what it is on, where that is one."""
    ends = tuple(topic.casefold() for topic in topics)
    alike = {
        path
        for path, one in found.names.brought.items()
        if one.cls == "WorkingGroup" and any(_ends_with(label.casefold(), ends) for label in (one.name, *one.labels))
    }
    return alike.pop() if len(alike) == 1 else None


def _ends_with(name: str, topics: tuple[str, ...]) -> bool:
    return any(name == topic or name.endswith((f" {topic}", f"’{topic}", f"'{topic}")) for topic in topics)
