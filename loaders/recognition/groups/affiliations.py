"""The bodies that persons' roles name and no list has: "presidenta de la Asociación de Retornadas"."""

import re
from dataclasses import replace

from graph.iris import slug
from graph.records import LinkStatus
from loaders.recognition.names.bodies import class_of_name
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.people.person import Role
from loaders.recognition.people.person_grammar import OF_A_CITY, grammar
from loaders.recognition.recognition import Recognition

_BODY = re.compile(
    r"(?:(?<=\s)(?:of|for|at|de|del|du|des)\s(?:the\s|la\s|las\s|los\s|l['’])?|(?<=\sd)['’]|,\s|\()"
    r"(?P<name>[A-ZÀ-Ý][\w'’&-]+(?:\s(?:(?:of|and|for|on|the|de|del|la|las|los|y|e|des?|du|et|les?|para|sobre|pour|sur)\s){0,3}"
    r"[A-ZÀ-Ý][\w'’&-]+){1,9})"
)
_OF = re.compile(
    r"\s(?:of|from)\s(?:the\s)?[A-Z]|,\s[A-ZÀ-Ý]|\s\([A-ZÀ-Ý]|,?\s(?:representing|from|with|for)\sthe\s[A-Z]"
    r"|,\s(?:del?\s(?:la\s|los\s|las\s)?|d['’]|d[eu]s?\s(?:la\s|l['’])?)[A-ZÀ-Ý]"
)
# "Mr. Farid Hossain (Bangladesh Centre for Mobility Research)": two words or an acronym, and no office
_BRACKETED = re.compile(r"\s?\((?P<name>[A-ZÀ-Ý][\w'’&.-]+(?:\s[\w'’&.-]+){1,9}|[A-Z]{3,10})(?=\)|,\s[A-ZÀ-Ý])")
_CITY = re.compile(r"\b(?:of|de|d['’])\s?(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+){0,2})$")
_LONGEST = 90


def name_affiliations(found: Recognition) -> None:
    """Gives each role that names an unlisted body that body, as an organisation the document brings."""
    for order, people in found.people.items():
        for number, person in enumerate(people):
            if person.roles and person.roles[-1].body is None:
                role = _affiliated(found, order, person.roles[-1])
                people[number] = replace(person, roles=(*person.roles[:-1], role))
            elif not person.roles:
                behind = Role("", person.to, min(person.to + _LONGEST, len(found.reading.blocks[order].text)))
                role = (
                    _affiliated(found, order, behind)
                    if _OF.match(found.reading.blocks[order].text, person.to)
                    else behind
                )
                people[number] = replace(person, roles=(role,) if role.body else ())


def _affiliated(found: Recognition, order: int, role: Role) -> Role:
    text = found.reading.blocks[order].text
    bracketed = _bracketed(found, order, role)
    named = bracketed or _named(text, role)
    if named is None or (bracketed is None and Row(found.spans[order]).touching(*named.span("name"))):
        return _of_its_city(found, order, role)
    at, to = named.span("name")
    path = _longer(found, named["name"]) or found.names.bring(
        f"organization/{slug(named['name'])}", "Organization", named["name"]
    )
    span = Span(at, to, "O", path, "pattern", LinkStatus.PROVISIONAL)
    found.spans[order] = longest_first([*found.spans[order], span])
    return Role(text[role.at : named.start()].strip(" ,"), role.at, to, path)


def _bracketed(found: Recognition, order: int, role: Role) -> re.Match[str] | None:
    """The bracket right behind a name, where it holds the name of a body that no list has."""
    named = _BRACKETED.match(found.reading.blocks[order].text, role.at) if not role.text else None
    if named is None or grammar().role.search(named["name"]) or grammar().honorific.match(named["name"] + " "):
        return None
    inside = Row(found.spans[order]).touching(*named.span("name"))
    whole = any((s.at, s.to) == named.span("name") for s in inside)
    return None if whole or any(s.code not in "SCUO" for s in inside) else named


def _of_its_city(found: Recognition, order: int, role: Role) -> Role:
    """A mayor's city that no list has."""
    city = _CITY.search(role.text) if OF_A_CITY.match(role.text) else None
    if city is None or grammar().never.intersection(city["name"].split()):
        return role
    path = found.names.bring(f"place/{slug(city['name'])}", "Place", city["name"])
    return replace(role, text=role.text[: city.start()].strip(), body=path)


def _named(text: str, role: Role) -> re.Match[str] | None:
    """The first words behind a preposition or comma that the noun of a body opens or ends."""
    at = role.at
    while named := _BODY.search(text, at, role.to):
        if not role.text and named.start() > role.at + 1:
            return None  # not what stands right behind the name
        first, *_, last = named["name"].split()
        if class_of_name(named["name"]) and (class_of_name(f"{first} Xx") or class_of_name(last)):
            return named
        at = named.start("name") + 1
    return None


def _longer(found: Recognition, name: str) -> str | None:
    """The body that the document names in full: "Secretaría de Relaciones Exteriores de México"."""
    longer = [path for path, one in found.names.brought.items() if one.name.startswith(f"{name} ")]
    return longer[0] if len(longer) == 1 else None
