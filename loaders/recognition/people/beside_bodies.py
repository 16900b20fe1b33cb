"""Persons beside the body that they are of: "Name/Body", "Name, Body", "Name (Body)", "Name of Body, Role".

Before a State the name needs a title, a mission, or the office that stands behind the State.
"""

import re
from collections.abc import Callable, Iterator

from loaders.recognition.names.spans import Row
from loaders.recognition.people.given_names import is_given
from loaders.recognition.people.person import Person, Role
from loaders.recognition.people.person_grammar import grammar
from loaders.recognition.people.role_bounds import end_of_role

_CLOSING = ("", ".", ";", ",", ")", "/")  # what stands behind a body that closes "Name, Body"
_ROLES_IN_TITLES = ("Ambassador", "Amb", "Embajador", "Embajadora", "Ambassadeur", "Ambassadrice")
_OF_ITS_OFFICE = re.compile(r"['’]s\s[A-Z]")  # "of IOM's Regional Office"
# "elected Mr. Alemu (Ethiopia) Chair": whom the meeting has for it, not whom Ethiopia has
_ELECTED = re.compile(
    r"\)\s(?:as\s(?:its\s)?|como\s|comme\s|en qualité de\s)?(?:Co-)?(?:Chair|Vice|Rapporteu|President|Présid|Relator)"
)
_OF_FIELD = re.compile(r"(?:[\s-][A-Z]\w+)?\s(?:of|for|on|de|del|du|para|chargée?\sd[eu])\s(?:the\s|la\s)?")
_LONGEST_RANKS = 24
_GOES_ON_WITH = re.compile(r"\),?\s(?:(?:and|y|e|et)\s)?")
_COMMA = re.compile(r",\s(?:the\s|la\s|el\s|le\s|l['’])?")
_ENDS = re.compile(r"[,;:()\n]|\.(?:\s|$)")
_NameAt = Callable[[int, int], bool]


def beside_bodies(text: str, spans: Row, name_at: _NameAt) -> Iterator[Person]:
    """The persons that a text names beside their bodies. name_at: whether a name may stand at a place."""
    yield from _before_slash(text, spans, name_at)
    yield from _beside_body(text, spans, name_at)


def _before_slash(text: str, spans: Row, name_at: _NameAt) -> Iterator[Person]:
    """As in "Name/Body"."""
    for found in grammar().slash.finditer(text) if "/" in text else ():
        body = spans.at(found.end())
        if body and body.code in "UORW" and name_at(*found.span("name")):
            yield Person(found["name"], *found.span("name"), (Role("", body.at, body.to, body.entity),))


def _beside_body(text: str, spans: Row, name_at: _NameAt) -> Iterator[Person]:
    """As in "Name, Body", "Name (Body)", "Name of Body", and with an office behind the body."""
    rules, listed = grammar(), -1
    for found in rules.beside.finditer(text):
        body, bracket = spans.at(found.end()), found[0][-1] == "("
        office = _office_behind(text, body.to) if body and not bracket else ""
        codes = "UOR" if found["of"] and not (found["mission"] or office) else "UORWS"
        if body is None or body.code not in codes or not name_at(*found.span("name")):
            continue
        if _is_field(text, found.start("name")):
            continue
        closed = text[body.to : body.to + 1] in _CLOSING or text[body.to].isspace()
        if bracket and body.code in "SR":  # "(IOM Peru)", but not "(Moldova Red Cross)"
            closed = text[body.to : body.to + 1] in _CLOSING
        if bracket and _ELECTED.match(text, body.to):
            continue
        # "Ana Ruiz (IOM) and Kofi Mensah (Ghana)"
        follows = bracket and listed >= 0 and _GOES_ON_WITH.fullmatch(text, listed, found.start()) is not None
        titled = found["mission"] or office or rules.honorific.match(text, found.start())
        titled = titled or (bracket and is_given(found["name"].partition(" ")[0]))
        if closed and (body.code != "S" or follows or titled):
            listed = body.to if bracket else -1
            role = Role(office or _title(found, text), body.at, body.to, body.entity)
            yield Person(found["name"], *found.span("name"), (role,))
        elif found["of"] and body.code in "UO" and _OF_ITS_OFFICE.match(text, body.to):
            yield Person(found["name"], *found.span("name"))


def _is_field(text: str, at: int) -> bool:
    """Whether capitals are what an office is for: "Director of [Disaster Management], Government of Fiji"."""
    return any(
        _OF_FIELD.fullmatch(text, role.end(), at)
        for role in grammar().role.finditer(text, max(0, at - _LONGEST_RANKS), at)
    )


def _office_behind(text: str, at: int) -> str:
    """The office behind a body that ends at a place and is not that of the next person: "IOM, Director General"."""
    rules, comma = grammar(), _COMMA.match(text, at)
    opened = rules.role.match(text, comma.end()) if comma else None
    if opened is None or rules.role_first.match(text, opened.start()) or rules.role_comma.match(text, opened.start()):
        return ""
    ends = _ENDS.search(text, opened.end())
    return text[opened.start() : end_of_role(text, opened.start(), ends.start() if ends else len(text))].strip()


def _title(found: re.Match[str], text: str) -> str:
    """The title before a name that is a role of its own: "Ambassador"."""
    before = text[found.start() : found.start("name")].strip()
    return before if before.rstrip(".") in _ROLES_IN_TITLES else ""
