"""Groups that go by a plain noun, where a passage says who leads them or is in them: "a drafting team, led by IOM".

The noun with what it is on names the group ("the Gender Task Force", "el comité de redacción"), a noun alone none.
Once it is told of, the same words name it all over the paper.
"""

import re
from collections.abc import Iterator

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.groups.told_group_words import words
from loaders.recognition.meetings.event_extent import end_of_name
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import DATE_CODE, Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives

_ACTORS = "SUOH"
_NEAR = 90  # letters behind a name within which the words that tell of it stand
_BACK = 60
_LONGEST = 80
_OPENS = 16  # letters before a name that opens a sentence
_STRUCK = "§"


def name_told(found: Recognition) -> None:
    """Puts in spans for the groups that passages tell of by a plain noun."""
    told: dict[str, str] = {}
    for block in found.reading.blocks:
        _put(found, block, [_bring(found, told, block.text[at:to], at, to) for at, to in _told(found, block)])
    if not told:
        return
    again = re.compile(rf"(?<![\w-]){alternatives([re.escape(name) for name in told])}(?![\w-])", re.IGNORECASE)
    paths = {name.casefold(): path for name, path in told.items()}
    for block in found.reading.blocks:
        row = Row(found.spans[block.order])
        places = (one.span() for one in again.finditer(block.text) if not row.touching(*one.span()))
        _put(found, block, [_span(at, to, paths[block.text[at:to].casefold()]) for at, to in places])


def _put(found: Recognition, block: Block, spans: list[Span]) -> None:
    if spans:
        found.spans[block.order] = longest_first([*found.spans[block.order], *spans])


def _span(at: int, to: int, path: str) -> Span:
    return Span(at, to, "W", path, "phrase", LinkStatus.PROVISIONAL)


def _bring(found: Recognition, told: dict[str, str], named: str, at: int, to: int) -> Span:
    english = in_english(named, found.reading.language) or named
    name = english[0].upper() + english[1:]
    path = told.setdefault(named, _known(found, named, name) or f"working-group/{slug(name)}")
    found.names.bring(path, "WorkingGroup", name, named)
    return _span(at, to, path)


def _known(found: Recognition, *names: str) -> str | None:
    """The group of this paper whose name has all the words that tell what this one is on, where that is one."""
    groups = {span.entity for spans in found.spans.values() for span in spans if span.code == "W"}
    brought = (found.names.brought[path] for path in groups if path in found.names.brought)
    wanted = [topic for topic in map(_topic_words, names) if topic]
    alike = {
        one.path
        for one in brought
        if any(topic <= _topic_words(label) for label in (one.name, *one.labels) for topic in wanted)
    }
    return alike.pop() if len(alike) == 1 else None


def _topic_words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w{4,}", name.casefold()) if not words().plain.fullmatch(word)}


def _told(found: Recognition, block: Block) -> Iterator[tuple[int, int]]:
    """Where the groups stand that the sentences of a block tell of."""
    known = found.spans[block.order]
    actors = [span for span in known if span.code in _ACTORS]
    if not actors:
        return
    named = list(
        _named(block.text, Row(s for s in known if s.code != DATE_CODE), Row(s for s in known if s.code == DATE_CODE))
    )
    text = _struck_out(block.text, actors) if named else ""
    for at, to in named:
        begin, end = block.sentence_at(at)
        opens = at - begin <= _OPENS
        behind = words().behind.match(text, to, min(end, to + _NEAR)) and _STRUCK in text[to:end]
        before = _STRUCK in text[begin:end] and words().before.search(text, max(begin, at - _BACK), at)
        farther = opens and words().opening.match(text, to, end)
        if behind or before or farther or (opens and words().again.match(text, end - 1, end + _BACK)):
            yield at, to


def _struck_out(text: str, actors: list[Span]) -> str:
    letters = list(text)
    for span in actors:
        letters[span.at : span.to] = _STRUCK * (span.to - span.at)
    return "".join(letters)


def _named(text: str, row: Row, dates: Row) -> Iterator[tuple[int, int]]:
    """The plain nouns of groups that have something with them that tells what they are on."""
    for noun in words().english.finditer(text):
        at, to = noun.span("name")
        on = words().on.match(text, to)
        empty = words().empty.match(noun["name"])
        bare = at + (empty.end() if empty else 0)
        end = _end_of_topic(text, to, on.end(), row, dates) if on else to
        if (" " in text[bare:to] or end > to) and not row.touching(at, to):
            yield (bare if " " in text[bare:to] else at), end
    for noun in words().other.finditer(text):
        at, to = noun.span("name")
        end = end_of_name(text, to, row, dates)
        if to < end <= at + _LONGEST and not words().of_whom.match(text, to, end) and not row.touching(at, to):
            yield at, end


def _end_of_topic(text: str, to: int, at: int, row: Row, dates: Row) -> int:
    """Where ends what an English noun, that ends at `to`, is on; `to` for one that goes on to whose it is."""
    end = end_of_name(text, at, row, dates, connected=True)
    none = end <= at or end - at > _LONGEST or row.at(at) or words().of_whom.match(text, at, end)
    return to if none else end
