"""The parts of a meeting that a document numbers: "Panel 1", "Session II: ...", "the first round table".

A number is no name of its own: each is called by its meeting. Round tables of the review forum are entities of the
reference data and not looked for here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.places import Places
from loaders.reading.blocks import Block
from loaders.reading.markers import is_time, timed
from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.round_tables import round_tables
from loaders.recognition.names.editions import EDITIONS, series_of
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.names.typed import this_roundtable
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load

_LONGEST_TITLE = 90
_TITLE = re.compile(r"(?P<title>[^.:;(–—]{8,110}?)(?:\.(?=\s)|\s?[:;(–—])")
SIDE_EVENTS = re.compile(
    r"side[ -]events?|eventos paralelos|manifestations parallèles|événements parallèles", re.IGNORECASE
)
# "13:00 – 13:45 | Side event: Financing the Compact"
_SIDE_EVENT_LINE = re.compile(
    r"(?:\d[\d\s:.hH–—-]*(?:[|,]\s?)?)?(?:side[ -]event|evento paralelo|acto paralelo|manifestation parallèle"
    r"|événement parallèle)(?:\s(?:\d{1,2}|[A-H]))?\s?[:–—-]\s(?P<title>[“«\"]?[^.:;|]{8,110}[”»\"]?)",
    re.IGNORECASE,
)
SIDE_EVENT, TITLED = "event/side-event-", "event/titled-"
_OTHER_TABLES = re.compile(
    r"regional review|(?:examen|revisión) regional|examen régional|ministerial conference|conferencia ministerial"
    r"|conférence ministérielle",
    re.IGNORECASE,
)
_OF_FORUM = re.compile(r"\b(?:IMRF|FEMI|review forum|foro de examen|forum d['’]examen)\b", re.IGNORECASE)
_UNDATED = re.compile(r",? (?:\d[^,]*)?\d{4}$")
_FORUM = "event/imrf-"
_SHORT = 4  # words of a name that others are made with
_SERIES = {"process/gfmd": "GFMD"}  # what has summits with round tables, whoever prepares them
_SUMMIT = "summit"


def numbers_its_own_tables(found: Recognition) -> bool:
    """Whether the round tables of a document are those of a regional review or a conference, not of the forum.

    A programme that names the forum in no title has those that it gives an hour.
    """
    if _OTHER_TABLES.search(found.frame.title):
        return True
    timed_tables = (
        b for b in found.reading.blocks if is_time(b.marker) and any(t.at == 0 for t in round_tables(b.text))
    )
    return not _OF_FORUM.search(found.frame.title) and next(timed_tables, None) is not None


def name_sessions(found: Recognition) -> None:
    """Notes the numbered parts of the document's own meeting: by the block that opens with one, and as mentions.

    Only those of which more is told than the number: their objectives, or that the document is about one.
    """
    main = found.book.main
    if main is None or main.path.startswith(_FORUM):
        _tables_of_a_summit(found)
        return
    told = {b.order for b in found.header} | {order for order, spans in found.spans.items() if _of_objectives(spans)}
    told |= {b.lead for b in found.reading.blocks if b.lead is not None and b.order in told}
    _side_events(found)
    if not _on_the_forum(found):
        _tables(found, *_whose_tables(found, main))
    for block in (found.reading.blocks[order] for order in sorted(told)):
        for span, title in _sessions(found, block, main.path):
            words = block.text[span.at : span.to]
            name = f"{words[0].upper()}{words[1:]}"
            found.names.bring(span.entity, "Event", f"{name}, {main.name}", name, words, title)
            found.inside.setdefault(block.order, []).append(span)
            found.sessions.setdefault(block.order, span.entity)


def _tables_of_a_summit(found: Recognition) -> None:
    """The round tables in a paper that has no meeting of its own and tells most of what has summits."""
    named = Counter(span.entity for spans in found.spans.values() for span in spans if span.code in "PE")
    forum = sum(n for path, n in named.items() if series_of(path) or path in EDITIONS)
    for series in _SERIES if not _on_the_forum(found) else ():
        its = [event for event in found.book.events if series in event.series]
        if forum < named[series] + sum(named[event.path] for event in its):
            _tables(found, *_of_series(found, series))


def _whose_tables(found: Recognition, main: Event) -> tuple[str, list[str]]:
    """The path of the meeting that has the round tables, and its names: the summit, where the paper is on a meeting
    that prepares it.
    """
    series = next((path for path in _SERIES if path in main.series or _is_prepared(found, main, path)), "")
    if series and main.kind != _SUMMIT:
        return _of_series(found, series)
    return main.path, _names_of(found, main)


def _is_prepared(found: Recognition, main: Event, series: str) -> bool:
    """Whether a meeting that no body is named with prepares a summit that the paper names."""
    return not main.series and any(series in event.series and event.kind == _SUMMIT for event in found.book.events)


def _of_series(found: Recognition, series: str) -> tuple[str, list[str]]:
    summit = next((event for event in found.book.events if series in event.series and event.kind == _SUMMIT), None)
    return (summit.path, _names_of(found, summit)) if summit else (series, [_SERIES[series]])


def _tables(found: Recognition, whole: str, meetings: list[str]) -> None:
    """Each "round table 2" in a paper of another meeting than the forum, and "the round table" behind it.

    whole: the path of the meeting that has them. meetings: its names.
    """
    stem = whole.partition("/")[2]
    last = ""
    for block in found.reading.blocks:
        taken = Places((s.at, s.to) for s in found.spans[block.order] if s.code in "TEW")
        named = {}
        for one in round_tables(block.text):
            names = one.names(block.text[one.at : one.to], meetings)
            path = f"roundtable/{slug(f'{stem} {one.noun}', 60)}-{one.mark.lower()}"
            named[one.at, one.to] = found.names.bring(path, "Roundtable", *names)
            found.parts.setdefault(path, whole)
        pointed = {(s.at, s.to): "" for s in this_roundtable(block.text, whole)}
        spans = []
        for (at, to), path in sorted({**pointed, **named}.items()):
            last = path or last
            if last and not taken.touch(at, to):
                spans.append(Span(at, to, "T", last, "pattern" if path else "coreference", LinkStatus.PROVISIONAL))
        if spans:
            found.spans[block.order] = longest_first([*found.spans[block.order], *spans])
            found.round_tables[block.order] = [s for s in found.spans[block.order] if s in spans]
            if block in found.header:
                found.sessions.setdefault(block.order, spans[0].entity)


def _names_of(found: Recognition, main: Event) -> list[str]:
    """What a meeting is called without its date, the name to print first and then the short ones."""
    brought = found.names.brought.get(main.path)
    names = [brought.name, *brought.labels] if brought else [reference_names()[main.path]]
    plain = [_UNDATED.sub("", name) for name in names]
    short = [name for name in plain[1:] if len(name.split()) <= _SHORT and name[:1].isupper()]
    series = [_SERIES.get(path, "") for path in main.series]
    return list(dict.fromkeys(filter(None, (plain[0], *short, *series))))


def _on_the_forum(found: Recognition) -> bool:
    """Whether the round tables that a document numbers are those of the review forum."""
    return any(span.code == "T" for spans in found.spans.values() for span in spans)


def _side_events(found: Recognition) -> None:
    """The items under "Side events", each an event that its first words are the title of; lines that name one."""
    blocks = found.reading.blocks
    for block in blocks:
        line = _SIDE_EVENT_LINE.fullmatch(block.text) if block not in found.header else None
        if line:
            _side_event(found, block, line)
            continue
        if block.kind is not PassageKind.ITEM or block.section is None:
            continue
        heading = blocks[block.section].text
        title = _TITLE.match(block.text)
        if title and SIDE_EVENTS.fullmatch(heading[timed(heading) :].strip(" :")):
            _side_event(found, block, title)


def _side_event(found: Recognition, block: Block, title: re.Match[str]) -> None:
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
