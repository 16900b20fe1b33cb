"""Places: the state behind a city, cities that no list has, the city that opens a dated line."""

import re
from collections.abc import Iterator, Sequence

from graph.iris import slug
from graph.records import LinkStatus
from loaders.dates.calendar import WEEKDAYS
from loaders.places import Places
from loaders.recognition.names import Names
from loaders.recognition.person_grammar import grammar as people_grammar
from loaders.recognition.spans import Span
from loaders.rules.sought import Sought

_LONGEST_HEADER = 170
_PLACE_THEN_STATE = re.compile(r"^\s*[,(–-]\s*(?:(?:in|en|au|aux)\s+)?(?:the\s+|la\s+|le\s+|el\s+|l['’])?$")
_UNKNOWN_CITY = re.compile(
    r"\b(?:in|en|à|at|city of|ciudad de)\s+(?P<city>[A-ZÁÉÍÓÚÑ][\w'’-]+(?:[ -](?:de |del |la "
    r"|los )?[A-ZÁÉÍÓÚÑ][\w'’-]+){0,2}),\s*(?:the\s+)?$"
)
_CITY = r"(?P<city>[A-ZÁÉÍÓÚÑ][a-záéíóúñüèçã'’-]{2,}(?:[ -](?:de |del |la )?[A-ZÁÉÍÓÚÑ][a-záéíóúñüèçã'’-]+){0,2})"
_HELD_IN = Sought(
    r"\b(?:held|took place|take place|hosted|convened|met|meeting|conference|workshop|summit|gathered"
    r"|celebrad[ao]s?|celebró|reunión|cumbre|taller|tenue?s?|réunion|conférence|sommet)"
    rf"\s+(?:in|at|en|à)\s+{_CITY}(?=[,.;)]|\s(?:on|from|in|del?|el|le|les|du|los)\b|\s\d|$)"
)
# "Online, 5 May": where a meeting is that is in no city
_NO_CITIES = frozenset(
    "online|virtual|virtually|hybrid|zoom|teams|microsoft teams|webex|videoconference|plenary|person|en línea|línea"
    "|virtualmente|videoconferencia|ligne|visioconférence".split("|")
)
_DAYS = frozenset(day.casefold() for days in WEEKDAYS.values() for day in days)
_NAMED_CITY = Sought(rf"\b(?:city of|ciudad de|ville de|cité de|town of|localidad de)\s{_CITY}")
_CITY_LINE = re.compile(rf"^(?:[^,–-]{{0,40}}[–-]\s)?{_CITY},\s+(?:le\s+|el\s+|on\s+)?(?=\d)")


def locations(text: str, spans: list[Span], names: Names) -> list[Span]:
    """As in "Puebla, Mexico": a state behind a place tells where that is; an unknown city before a state is one."""
    out: list[Span] = []
    for span in spans:
        before = out[-1] if out else None
        if span.code == "S" and before and before.code == "C" and _PLACE_THEN_STATE.match(text[before.to : span.at]):
            span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        elif span.code == "S":
            city = _UNKNOWN_CITY.search(text, max(0, span.at - 60), span.at)
            if city and (before is None or before.to <= city.start("city")):
                path = names.bring(f"place/{slug(city['city'])}", "Place", city["city"])
                out.append(Span(city.start("city"), city.end("city"), "C", path, "pattern", LinkStatus.PROVISIONAL))
                span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        out.append(span)
    return out


def cities(text: str, linked: Sequence[Span], dates: Sequence[Span], names: Names) -> Iterator[Span]:
    """Places that no list has: where a meeting is said to be held, and the city that opens a dated line."""
    found = [*_HELD_IN.finditer(text), *_NAMED_CITY.finditer(text)]
    opening = _CITY_LINE.match(text)
    if opening and dates and len(text) < _LONGEST_HEADER:
        found.append(opening)
    taken = Places((s.at, s.to) for s in (*linked, *dates))
    for city in found:
        at, to = city.span("city")
        if (
            not taken.touch(at, to)
            and city["city"].casefold() not in _DAYS | _NO_CITIES
            and people_grammar().never.isdisjoint(city["city"].split())
        ):
            path = names.bring(f"place/{slug(city['city'])}", "Place", city["city"])
            yield Span(at, to, "C", path, "pattern", LinkStatus.PROVISIONAL)
