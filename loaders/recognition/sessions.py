"""The parts of a meeting that a document numbers: "Panel 1", "Session II: ...", "the first round table".

A number is no name of its own: each is called by its meeting. Round tables of the review forum are entities of the
reference data and not looked for here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.reading.markers import timed
from loaders.recognition.event_book import Event
from loaders.recognition.recognition import Recognition
from loaders.recognition.spans import Row, Span, longest_first
from loaders.recognition.typed import roundtables, this_roundtable
from loaders.rules.lexicons import alternatives, load

_LONGEST_TITLE = 90
_TITLE = re.compile(r"(?P<title>[^.:;(–—]{8,110}?)(?:\.(?=\s)|\s?[:;(–—])")
_SIDE_EVENTS = re.compile(
    r"side[ -]events?|eventos paralelos|manifestations parallèles|événements parallèles", re.IGNORECASE
)
SIDE_EVENT = "event/side-event-"
_OTHER_TABLES = re.compile(
    r"regional review|(?:examen|revisión) regional|examen régional|ministerial conference|conferencia ministerial"
    r"|conférence ministérielle",
    re.IGNORECASE,
)
_OTHER_FORUM = "process/gfmd"
_FORUM = "event/imrf-"


def numbers_its_own_tables(found: Recognition) -> bool:
    """Whether the round tables of a document are those of a regional review or a conference, not of the forum."""
    return _OTHER_TABLES.search(found.frame.title) is not None


def name_sessions(found: Recognition) -> None:
    """Notes the numbered parts of the document's own meeting: by the block that opens with one, and as mentions.

    Only those of which more is told than the number: their objectives, or that the document is about one.
    """
    main = found.book.main
    if main is None or main.path.startswith(_FORUM):
        return
    told = {b.order for b in found.header} | {order for order, spans in found.spans.items() if _of_objectives(spans)}
    told |= {b.lead for b in found.reading.blocks if b.lead is not None and b.order in told}
    _side_events(found)
    if found.topic == _OTHER_FORUM or numbers_its_own_tables(found):
        _tables(found, main)
    for block in (found.reading.blocks[order] for order in sorted(told)):
        for span, title in _sessions(found, block, main.path):
            words = block.text[span.at : span.to]
            name = f"{words[0].upper()}{words[1:]}"
            found.names.bring(span.entity, "Event", f"{name}, {main.name}", name, words, title)
            found.inside.setdefault(block.order, []).append(span)
            found.sessions.setdefault(block.order, span.entity)


def _tables(found: Recognition, main: Event) -> None:
    """Each "round table 2" in a paper of another meeting, and "the round table" behind it, as a meeting of its own."""
    last = ""
    for block in found.reading.blocks:
        numbered = list(roundtables(block.text, found.edition))
        named = [(s.at, s.to, f"round table {s.entity.rsplit('-', 1)[1]}") for s in numbered]
        pointed = [(s.at, s.to, "") for s in this_roundtable(block.text, main.path)]
        spans = []
        for at, to, words in sorted([*named, *pointed]):
            last = words or last
            if last:
                span = _session(at, to, last, main.path)
                found.names.bring(span.entity, "Event", f"{last.capitalize()}, {main.name}", last.capitalize())
                spans.append(span)
        if spans:
            found.spans[block.order] = longest_first([*found.spans[block.order], *spans])
            found.sessions.setdefault(block.order, spans[0].entity)
            found.round_tables[block.order] = spans


def _side_events(found: Recognition) -> None:
    """The items under "Side events", each an event that its first words are the title of."""
    blocks = found.reading.blocks
    for block in blocks:
        if block.kind is not PassageKind.ITEM or block.section is None:
            continue
        heading = blocks[block.section].text
        title = _TITLE.match(block.text)
        if title and _SIDE_EVENTS.fullmatch(heading[timed(heading) :].strip(" :")):
            name = title["title"].strip(' "“”«»')
            path = found.names.bring(f"{SIDE_EVENT}{slug(name, 60)}", "Event", f"Side event: {name}", name)
            span = Span(*title.span("title"), "E", path, "pattern", LinkStatus.PROVISIONAL)
            found.inside.setdefault(block.order, []).append(span)
            found.sessions[block.order] = path


def _of_objectives(spans: Sequence[Span]) -> bool:
    return any(span.code == "J" for span in spans)


def _sessions(found: Recognition, block: Block, main: str) -> Iterator[tuple[Span, str]]:
    opening = _opening().match(block.text)
    if (
        opening
        and block.kind is not PassageKind.FOOTNOTE
        and not Row(found.spans[block.order]).touching(0, opening.end())
    ):
        yield _session(0, opening.end(), opening[0], main), block.text[:_LONGEST_TITLE]


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    nouns = alternatives(load("labels")["sessions"])
    return re.compile(rf"{nouns}\s(?:\d{{1,2}}|[IVX]{{1,4}}|[A-D])\b", re.IGNORECASE)


def _session(at: int, to: int, words: str, main: str) -> Span:
    path = f"event/{slug(words)}-{main.removeprefix('event/')}"
    return Span(at, to, "E", path, "pattern", LinkStatus.PROVISIONAL)
