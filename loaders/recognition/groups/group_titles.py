"""Groups that a short part has for a title: "**Data committee.** Chaired by ...", "1. Comité de Datos: INE, IOM"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.word_lists import trigger

_WORD = re.compile(r"[\w’'-]+")
_TOPIC = re.compile(r"\W*(?P<topic>[A-ZÀ-Þ][^.:;()\n–—«\"]{3,60}?)(?=\s?[:.]\s|\s[–—-]\s)")
_ACTORS = "SUO"
_MOST_WORDS = 9
_TELLS = ("leads", "led", "leadership", "presided", "presides")


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    words = load("groups")["titles"]
    name = (
        rf"(?:[A-ZÀ-Þ][\w’'-]*\s(?:[\w’'-]+\s){{0,5}}?{alternatives(words['last'])}"
        rf"|{alternatives(words['first'])}\s[^.:;()\n–—«\"]{{4,70}}?)"
    )
    return re.compile(rf"\W*(?P<name>{name})(?=\s?[.:]\s|[.:]?$|\s\()")


def group_titles(found: Recognition, block: Block) -> Iterator[Span]:
    """The group that a block opens with as its title, where what follows tells who leads it or names who is in it."""
    title = _title().match(block.text) if block.order and block not in found.header else None
    if title is None or Row(found.spans[block.order]).touching(*title.span("name")):
        return
    name, language = title["name"], found.reading.language
    own = [word for word in _WORD.findall(name) if word.casefold() not in load("groups")["titles"]["general"]]
    if not 1 < len(own) <= _MOST_WORDS or not _is_told_of(found, block, title.end()):
        return
    english = in_english(name, language) or name
    path = found.names.bring(f"working-group/{slug(english)}", "WorkingGroup", english, name)
    yield Span(*title.span("name"), "W", path, "pattern", LinkStatus.PROVISIONAL)


def topics_of_groups(found: Recognition, block: Block, noun: str) -> Iterator[Span]:
    """The group that an item of a list of groups is on: "**Skills:** chair Philippines". noun: what one is called."""
    title = _TOPIC.match(block.text) if block.kind is PassageKind.ITEM else None
    if title is None or Row(found.spans[block.order]).touching(*title.span("topic")):
        return
    behind = block.text[title.end() :]
    if not any(trigger(one, found.reading.language).search(behind) for one in (*_TELLS, "presidency")):
        return
    topic, language = title["topic"], found.reading.language
    if any(trigger(one, language).search(topic) for one in (*_TELLS, "presidency", "member")):
        return  # a label, not a topic
    name = f"{noun} on {in_english(topic, language) or topic}"
    path = found.names.bring(f"working-group/{slug(name)}", "WorkingGroup", name, topic)
    yield Span(*title.span("topic"), "W", path, "pattern", LinkStatus.PROVISIONAL)


def _is_told_of(found: Recognition, block: Block, at: int) -> bool:
    """Whether the rest of a block, or the next one where there is none, says who leads or names bodies."""
    text = block.text[at:]
    if len(text) < _MOST_WORDS:
        blocks = found.reading.blocks
        if block.order + 1 >= len(blocks) or blocks[block.order + 1].kind is PassageKind.HEADING:
            return False
        block, at = blocks[block.order + 1], 0
        text = block.text
    named = any(span.code in _ACTORS for span in found.spans[block.order] if span.at >= at)
    return named and (":" in text[:2] or any(trigger(one, found.reading.language).search(text) for one in _TELLS))
