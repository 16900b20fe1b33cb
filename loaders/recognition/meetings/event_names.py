"""What a meeting is called in English, put together from what is known of it: ordinal, kind, whose it is, place, date.

The same meeting named in three languages gets one name so; the words it was met with stay names of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from loaders.recognition.meetings.event import Event
from loaders.recognition.meetings.event_index import long_words
from loaders.recognition.names.editions import EDITIONS
from loaders.recognition.names.ordinals import in_digits, in_roman, in_words
from loaders.rules.lexicons import load

_LONGEST_ACRONYM = 6
_TELLING = 3  # long words of a name that tells more than its kind and whose it is: "briefing on fund" does not
_OF_OR_ON = re.compile(r"\s(?:d[eu]l?|des|of|on|for|sobre|sur|para|pour|con|avec|with)\b|\sd['’]")


def names_of(event: Event, language: str, name_of: Callable[[str], str]) -> tuple[str, ...]:
    """All names of an event, the one to print first. name_of: the English name of a path."""
    composed = list(filter(None, (*_composed(event, name_of), event.english)))
    own_words = not event.series or (not event.ordinal and len(long_words(event.english)) >= _TELLING)
    if event.english and not event.region and own_words:
        composed.reverse()  # its own words tell more than its kind and place
    when = [f", {event.when}"] if event.when else [f", {name_of(place)}" for place in event.places[:1]]
    told = [name if name.endswith(one) else f"{name}{one}" for name in composed for one in when]
    if event.when:
        told += [f"{event.kind.capitalize()}, {name_of(place)}, {event.when}" for place in event.places]
    own = event.names
    if composed and (language != "en" or _tells_more(event, composed[0])):
        return tuple(dict.fromkeys((*told[:1], *composed[:1], *own, *told, *composed)))
    return tuple(dict.fromkeys((*own, *told, *composed)))


def told_apart(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The names of each of several events, by its path, without those that two of them would share."""
    held = Counter(name.casefold() for own in names.values() for name in set(own))
    return {path: (own[0], *(n for n in own[1:] if held[n.casefold()] == 1)) for path, own in names.items()}


def _composed(event: Event, name_of: Callable[[str], str]) -> Iterator[str]:
    """As in "Seventh ministerial conference of the Rabat Process", "15th GFMD Summit"; nothing where little is told."""
    number = in_words(event.ordinal) if event.ordinal else ""
    if event.region:
        yield f"{number} {load('events')['regions'][event.region]['before'][0]} regional review".strip()
        return
    series = name_of(event.series[-1]) if event.series else ""
    if event.series and event.series[-1] in EDITIONS and event.dates and event.kind in series.casefold():
        yield f"{_short(event.series[-1])} {event.dates[0][:4]}"
    adjectives = _adjectives(event.words)
    if event.ordinal and event.kind in series.casefold():
        adjectives = [word for word in adjectives if word.casefold() not in series.casefold()]
    if not (series or event.ordinal or adjectives or event.places):
        return
    if number and event.kind in series.casefold() and not adjectives:  # what meets again is itself a conference
        yield f"{number} {series}"
        short = _short(event.series[-1])
        yield from (f"{in_roman(event.ordinal or 0)} {name}" for name in (series, short) if name)
        yield f"{in_digits(event.ordinal or 0)} {series}"
        return
    kind = " ".join((*adjectives, event.kind))
    whose = f" of the {series}" if series else ""
    words = f"{number} {kind}{whose}".strip()
    yield words[0].upper() + words[1:]
    if series and event.ordinal:
        yield f"{in_digits(event.ordinal)} {series} {kind}"
        yield f"{in_digits(event.ordinal)} {kind} of the {series}"
        yield f"{in_roman(event.ordinal)} {kind} of the {_short(event.series[-1]) or series}"
        if short := _short(event.series[-1]):
            yield f"{in_digits(event.ordinal)} {short} {kind}"
    elif series:
        own = event.english or event.words
        if not long_words(series) & long_words(own):
            yield f"{own[0].upper()}{own[1:]} of the {series}"
        yield f"{series} {kind}"
        if short := _short(event.series[-1]):
            yield f"{short} {kind}"


def _short(path: str) -> str:
    """The acronym that the path of a process is made of: "RCM"; the empty string for any other."""
    last = path.rpartition("/")[2]
    return last.upper() if last.isalpha() and len(last) <= _LONGEST_ACRONYM else ""


def _adjectives(words: str) -> list[str]:
    """Those that stand with the noun, before what the meeting is of or on."""
    english = load("events")["in_english"]
    own = _OF_OR_ON.split(words.casefold(), maxsplit=1)[0]
    return list(dict.fromkeys(english[word] for word in own.split() if word in english))


def _tells_more(event: Event, composed: str) -> bool:
    """Whether the words of an event leave out whose it is ("thirteenth meeting", "meeting")."""
    plain = not any(word[0].isupper() for word in event.words.split()[1:])
    return bool(event.series) and plain and len(event.words.split()) <= 3 < len(composed.split())
