"""The frame of a document: what it is, what it is called, when it was written, who speaks, and what is odd about it."""

from dataclasses import dataclass

from graph.periods_text import display
from graph.records import Basis, When
from loaders.dates.completion import limits_of
from loaders.dates.dates import find_dates
from loaders.frame.dating import Stated, event_date, is_of_issue, stated_date
from loaders.frame.genres import genre_of
from loaders.frame.order_of_events import Told, Window, contradicts, told_dates, written_between
from loaders.frame.speakers import SpeakerRole, speaker_roles
from loaders.frame.titles import event_heading, find_title, supplied_title
from loaders.reading import language
from loaders.reading.blocks import Reading, Spot


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning for people about a document, and where its text shows the reason."""

    kind: str
    message: str
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a document as a whole.

    title: in square brackets where the document has none. date: its own date with its basis, or None; date_note: how it
    was found, where that needs telling; date_block: the block that states it. event_date: when the meeting takes place
    that the head names, which may be another day. issued: its own date is that of its distribution. flags: warnings for
    people. event_heading: the part of the head that names a meeting. speaker_roles: roles of a first person.
    """

    title: str
    genre: str
    date: When | None = None
    date_note: str = ""
    date_block: int | None = None
    event_date: When | None = None
    issued: bool = False
    flags: tuple[Warned, ...] = ()
    event_heading: str = ""
    speaker_roles: tuple[SpeakerRole, ...] = ()


def frame(reading: Reading) -> Frame:
    """The frame of a document that was read; pure."""
    blocks = reading.blocks
    title = find_title(blocks)
    genre = genre_of(title, blocks)
    roles = speaker_roles(blocks) if genre == "speech" else ()
    stated = stated_date(reading)
    when, note, flags = _date(reading, stated)
    return Frame(
        title=title or supplied_title(genre, [role.role for role in roles], blocks, reading.file_name),
        genre=genre,
        date=when,
        date_note=note,
        date_block=stated.block if stated else None,
        issued=stated is not None and is_of_issue(reading, stated),
        event_date=meeting.when if (meeting := event_date(reading)) else None,
        flags=(*flags, *_language_flag(reading), *_weekday_flags(reading)),
        event_heading=event_heading(blocks),
        speaker_roles=roles,
    )


def _date(reading: Reading, stated: Stated | None) -> tuple[When | None, str, tuple[Warned, ...]]:
    told = told_dates(reading)
    window = written_between(told)
    if stated is None:
        if window is None:
            return None, "", ()
        return When(window.edtf, Basis.ORDER), f"The document gives no date. {_reason(window)}", ()
    heading = limits_of(stated.when.edtf)
    if window is None or heading is None or not contradicts(told, window, heading):
        return stated.when, stated.note, ()
    said = _heading_text(reading, stated)
    told_so = (part for part in (window.past, window.coming) if part)
    spots = (_sentence(reading, stated.block, 0), *(_sentence(reading, part.block, part.span.at) for part in told_so))
    flag = Warned("heading-date", f"The heading says {said}, but {_reason(window, start=False)}", spots)
    note = f"By the order of events in the text it was written in {display(window.edtf)}."
    return stated.when, f"{stated.note} {note}".strip(), (flag,)


def _sentence(reading: Reading, block: int, at: int) -> Spot:
    return Spot(block, *reading.blocks[block].sentence_at(at))


def _reason(window: Window, start: bool = True) -> str:
    """One sentence: what the text tells as past, what as coming, and which dated plan settles the year."""
    parts = []
    if window.past:
        parts.append(f"tells of {window.past.text} as past")
    if window.coming:
        parts.append(
            f"of {window.coming.text} as still to come" if parts else f"tells of {window.coming.text} as still to come"
        )
    sentence = f"{'The' if start else 'the'} text {' and '.join(parts)}"
    if window.plan and window.plan is not window.coming and not _has_year(window.coming):
        sentence += f", before its plan for {window.plan.text}"
    return f"{sentence}."


def _has_year(told: Told | None) -> bool:
    return told is not None and told.span.has_year


def _heading_text(reading: Reading, stated: Stated) -> str:
    text = reading.blocks[stated.block].text
    spans = find_dates(text, reading.language)
    return next((text[span.at : span.to] for span in spans), stated.when.edtf)


def _language_flag(reading: Reading) -> tuple[Warned, ...]:
    note = language.note(reading.language)
    return (Warned("language", note),) if note and reading.blocks else ()


def _weekday_flags(reading: Reading) -> tuple[Warned, ...]:
    """A day of the week that is not that of its date: one of the two is wrong."""
    return tuple(
        Warned(
            "weekday",
            f"{block.text[span.at : span.to]} is not the day of the week that the text names with it.",
            (_sentence(reading, block.order, span.at),),
        )
        for block in reading.blocks
        for span in find_dates(block.text, reading.language)
        if span.weekday_agrees is False
    )
