"""Places: the state behind a city, cities that no list has, the city that opens a dated line."""

import re
from collections.abc import Iterator, Sequence

from graph.iris import slug
from graph.records import LinkStatus
from loaders.dates.calendar import WEEKDAYS
from loaders.places import Places
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import Span
from loaders.recognition.people.person_grammar import grammar as people_grammar
from loaders.rules.phrases import STATE_FORM
from loaders.rules.sought import Sought

_LONGEST_HEADER, _FARTHEST_CITY = 170, 70
_PLACE_THEN_STATE = re.compile(
    rf"^\s*[,(–-]\s*(?:(?:in|en|au|aux)\s+)?(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?:{STATE_FORM})?$", re.IGNORECASE
)
_UNKNOWN_CITY = re.compile(
    r"\b(?:in|en|à|at|city of|ciudad de)\s+(?P<city>[A-ZÁÉÍÓÚÑ][\w'’-]+(?:[ -](?:de |del |la "
    r"|los )?[A-ZÁÉÍÓÚÑ][\w'’-]+){0,2}),\s*(?:(?:in|en|au|aux)\s)?(?:the\s+|la\s|el\s|le\s|l['’])?"
    rf"(?i:{STATE_FORM})?$"
)
_CAPITALISED = (
    r"[A-ZÁÉÍÓÚÑÎÉ][a-záéíóúñüèçãôîêïâ'’-]{2,}"
    r"(?:[ -](?:de |del |la |los |sur |en )?[A-ZÁÉÍÓÚÑ][a-záéíóúñüèçãôîêïâ'’-]+){0,2}"
)
_CITY = rf"(?P<city>{_CAPITALISED})"
_HELD_IN = Sought(
    r"\b(?:held|took place|take place|takes place|hosted|convened|met|meets|meeting|gathered|gathers|run|organi[sz]ed"
    r"|delivered"
    r"|(?:conference|workshop|summit|consultation|training|seminar|briefing|dialogue|forum|retreat|hearing)s?"
    r"|celebrad[ao]s?|celebró|celebrará|realiz(?:ó|ará|ad[oa]s?)|(?:tuvo|tendrá) lugar|llev(?:ó|ará|ad[oa]) a cabo"
    r"|reuni(?:ó|rá|eron|d[oa]s?)|organiz(?:ó|ad[oa])|desarroll(?:ó|ará)"
    r"|reunión|cumbre|taller|consulta|encuentro|seminario|foro|capacitación|curso|conferencia|diálogo"
    r"|tenue?s?|tiendra|tient|eu lieu|aura lieu|réunie?s?|réunit|organisée?s?|déroulée?s?|déroulera"
    r"|réunion|conférence|sommet|atelier|consultation|séminaire|rencontre|formation)"
    rf"\s+(?:in|at|en|à)\s+{_CITY}(?:,\s(?P<region>{_CAPITALISED}))?"
    r"(?=[,.;)]|\s(?:on|from|in|between|and|del?|el|le|les|du|los|entre|y|et)\b|\s\d|$)"
)
_DAY_BEHIND = re.compile(
    rf"\b(?:in|at|en|à|\()\s?{_CITY}(?:,\s(?P<region>{_CAPITALISED}))?,?"
    r"\s(?:(?:on|from|between|the|el|los|días?|del?|entre|le|les|du)\s){0,3}$"
)
_DAY_BEFORE = re.compile(
    rf",?\s(?:in|en|à)\s{_CITY}(?:,\s(?P<region>{_CAPITALISED}))?(?=[,.;)]|\s(?:by|with|por|con|par|avec|and|y|et)\b|$)"
)
# "Online, 5 May": where a meeting is that is in no city
_NO_CITIES = frozenset(
    "online|virtual|virtually|hybrid|zoom|teams|microsoft teams|webex|videoconference|plenary|person|en línea|línea"
    "|virtualmente|videoconferencia|ligne|visioconférence|english|french|spanish|arabic|portuguese|parliament|congress"
    "|headquarters|parlamento|parlement|congreso|cancillería|plenaria|plénière|geneva-based|person|brief".split("|")
)
_DAYS = frozenset(day.casefold() for days in WEEKDAYS.values() for day in days)
_NAMED_CITY = Sought(
    rf"\b(?:city of|ciudad de|ville de|cité de|town of|localidad de)\s{_CITY}|\bin\s(?P<so>[A-Z][a-z]{{3,}} City)\b"
)
# "in Khujand, Osh and Shymkent": a name among known places, all of them said to be where something is
_AMONG_PLACES = re.compile(
    r"(?:,\s|,?\s(?P<last>and|y|e|et)\s)(?:(?P<where>in|at|en|à)\s)?"
    rf"{_CITY}(?=[.;)]|,?\s(?:and|y|e|et)\s(?!(?:the|la|el|le)\s)|,\s(?P<more>[A-ZÀ-Þ])|$)"
)
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ee]n|[ÀA]|à|[Ff]rom|[Bb]etween|[Ee]ntre|[Aa]cross|[Dd]esde)\s$")
# "Roatán, Honduras, 12 de mayo", "Mamou, Guinée – Le 3 mai": the city of a line that opens with it, its state and a day
_OPENS = re.compile(rf"^\W{{0,3}}{_CITY}\s?[,(]\s?(?i:(?:en\s|au\s)?{STATE_FORM})?$")
_DAY_NEXT = re.compile(r"\)?,?\s?[–—-]{0,2}\s?(?:[a-zà-ÿ]{2,4}\s)?(?:\d|[A-Z][a-z]+\s\d)")
_CITY_LINE = re.compile(rf"^(?:[^,–-]{{0,40}}[–-]\s)?{_CITY},\s+(?:le\s+|el\s+|on\s+)?(?=\d)")


def locations(text: str, spans: list[Span], names: Names) -> list[Span]:
    """As in "Puebla, Mexico": a state behind a place tells where that is; an unknown city before a state is one."""
    out: list[Span] = []
    for span in spans:
        before = out[-1] if out else None
        # "Maseru, Lesotho – Lesotho has invited": whose state is told is told no second time
        told = before is not None and before.code == "C" and not before.entity.startswith("state/")
        if span.code == "S" and before and told and _PLACE_THEN_STATE.match(text[before.to : span.at]):
            span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        elif span.code == "S":
            city = _UNKNOWN_CITY.search(text, max(0, span.at - _FARTHEST_CITY), span.at)
            city = city or (_OPENS.search(text, 0, span.at) if _DAY_NEXT.match(text, span.to) else None)
            if city and (before is None or before.to <= city.start("city")):
                path = names.bring(f"place/{slug(city['city'])}", "Place", city["city"])
                out.append(Span(city.start("city"), city.end("city"), "C", path, "pattern", LinkStatus.PROVISIONAL))
                span = Span(span.at, span.to, "C", span.entity, span.method, span.status)
        out.append(span)
    return out


def cities(text: str, linked: Sequence[Span], dates: Sequence[Span], names: Names) -> Iterator[Span]:
    """Places that no list has: where a meeting is said to be held, and the city that opens a dated line."""
    found = [
        *_HELD_IN.finditer(text), *_NAMED_CITY.finditer(text), *_beside(text, dates), *_among_places(text, linked),
    ]  # fmt: skip
    opening = _CITY_LINE.match(text)
    if opening and dates and len(text) < _LONGEST_HEADER:
        found.append(opening)
    taken = Places((s.at, s.to) for s in (*linked, *dates))
    for city in found:
        for part in ("city", "region", "so"):
            at, to = city.span(part) if part in city.re.groupindex else (-1, -1)
            if at >= 0 and not taken.touch(at, to) and _is_place(text[at:to]):
                path = names.bring(f"place/{slug(text[at:to])}", "Place", text[at:to])
                yield Span(at, to, "C", path, "pattern", LinkStatus.PROVISIONAL)


def _among_places(text: str, linked: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Places that a list of places names: behind "in", beside one that is known."""
    known = {span.at: span for span in linked if span.code == "C" and span.entity.startswith("place/")}
    for place in known.values():
        at, said = place.to, _WHERE.search(text, max(0, place.at - 12), place.at) is not None
        while city := _AMONG_PLACES.match(text, at):
            other = known.get(city.start("city"))
            alone = " " not in city["city"] and (city["last"] or (city["more"] and known.get(city.end() + 2)))
            if other is None and not (city["where"] or (said and alone)):
                break
            if other is None:
                yield city
            at = other.to if other else city.end("city")


def _beside(text: str, dates: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Places that stand with a day: "in Kumasi on 3 May", "el 3 de mayo en Flores"."""
    for day in dates:
        if len(day.value) < len("XXXX-05-03"):
            continue
        before = _DAY_BEHIND.search(text, max(0, day.at - _FARTHEST_CITY), day.at)
        behind = _DAY_BEFORE.match(text, day.to)
        yield from filter(None, (before, behind))


def _is_place(name: str) -> bool:
    known = name.casefold() in _DAYS | _NO_CITIES
    return not known and people_grammar().never.isdisjoint(name.split())
