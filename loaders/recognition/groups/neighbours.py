"""Bodies that only their place in a list of bodies tells: "the ILO, Save the Children and la Cimade took part"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.people.people import whole_name
from loaders.recognition.people.person_grammar import grammar
from loaders.rules.lexicons import alternatives, load

_CAPITAL = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇÜÖÄ][\w’'&.-]*\w"
_CONJUNCTION = r"(?:and|y|e|et|und|&|as well as|así como|ainsi que|together with|along with|junto con)"
_OF = r"(?:de\s|d['’]|du\s|des\s|à\s|a\s|al\s|del\s|of\s|from\s)?"
_BRACKET = r"(?:\s?\([A-Z][\w-]{1,11}\))?"
_BODIES = frozenset("UO")
_ACTORS = frozenset("UOSRWP")
_LONGEST = 90
_JOINED = re.compile(r"\s(?:and|y|et)\s")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = load("neighbours")
    article = rf"(?P<article>{alternatives(words['articles'])}\s|[lL]['’])?"
    name = rf"(?P<name>{_CAPITAL}(?:(?:\s{alternatives(words['small'])}\b){{0,3}}(?:\s[ld]['’]|\s){_CAPITAL}){{0,6}})"
    behind = re.compile(
        rf"{_BRACKET}(?:,\s(?:{_CONJUNCTION}\s)?|;\s(?:{_CONJUNCTION}\s)?|\s{_CONJUNCTION}\s){_OF}{article}{name}{_BRACKET}"
    )
    before = re.compile(
        rf"(?:^|[:;,(•–-]\s?|\b(?:by|with|from|including|were|are|por|con|de|entre|par|avec|d[eu]s?|à|a|al|au|aux)\s|\b{_CONJUNCTION}\s|(?=\b(?:the|la|le)\s)){article}{name}"
        rf"{_BRACKET}(?:,\s(?:{_CONJUNCTION}\s)?|;\s|\s{_CONJUNCTION}\s)(?:{alternatives(words['articles'])}\s|[lL]['’])?$"
    )
    return behind, before, frozenset(words["never"])


_END = re.compile(rf"\s?(?:[,;.)]|$)|\s{_CONJUNCTION}\s|\s(?:from|in|d['’]|en)\s?")
_JOINS = re.compile(rf"[,;]\s|\s{_CONJUNCTION}\s")
_LISTED = re.compile(
    rf"{_BRACKET}(?:,\s?|;\s?|\s)(?:{_CONJUNCTION}\s)?{_OF}(?:(?:the|el|la|los|las|les?)\s|[lL]['’])?$"
)


def neighbours(text: str, row: Row) -> Iterator[Found]:
    """Names of bodies that a list of bodies holds. row: the names that are known already, bodies among them."""
    bodies = [span for span in row.starting(0, len(text)) if span.code in _BODIES]
    yield from (one for body in bodies for one in _first(text, body, row))
    for body in bodies:
        at = body.to
        passed: list[Found] = []
        while found := _next(text, at, row):
            passed.append(found)
            at = found.to
        known = bool(passed) and _follows(text, at, row)
        for number, one in enumerate(passed):
            closed = known or _listed_before(text, body, row)
            if _is_body(text, one, sure=closed and (known or number == 0)):
                yield one


def _first(text: str, body: Span, row: Row) -> Iterator[Found]:
    """The name that stands before the first known body of a list."""
    window = max(0, body.at - _LONGEST)
    found = (
        _patterns()[1].search(text[window : body.at]) if _JOINS.search(text, max(0, body.at - 18), body.at) else None
    )
    if found:
        at, to = (window + place for place in found.span("name"))
        one = Found(at, to, "Organization", found["name"])
        if not row.touching(at, to) and _is_body(text, one, sure=_follows(text, body.to, row)):
            yield one


def _next(text: str, at: int, row: Row) -> Found | None:
    found = _patterns()[0].match(text, at, at + _LONGEST)
    if found is None or row.touching(*found.span("name")) or not _END.match(text, found.end()):
        return None
    return Found(*found.span("name"), "Organization", found["name"])


def _follows(text: str, at: int, row: Row) -> bool:
    """Whether the list goes on with a body that is known."""
    ahead = next((s for s in row.starting(at, at + _LONGEST)), None)
    return ahead is not None and ahead.code in _ACTORS and _LISTED.fullmatch(text, at, ahead.at) is not None


def _listed_before(text: str, body: Span, row: Row) -> bool:
    """Whether another body stands before the one that a name stands behind."""
    before = row.last_before(body.at)
    return before is not None and before.code in _ACTORS and _LISTED.fullmatch(text, before.to, body.at) is not None


def _is_body(text: str, one: Found, *, sure: bool) -> bool:
    """Whether a name is no person's, paper's or day's; one that might be a person's needs bodies on both sides."""
    never = _patterns()[2]
    words = one.name.split()
    if not never.isdisjoint(words) or (len(words) == 1 and not one.name.isupper() and len(one.name) < 4):
        return False
    led = re.search(r"\b(?:the|la|le|les|las|los)\s$|\b[lL]['’]$", text[max(0, one.at - 5) : one.at]) is not None
    if not (led or sure) or (len(words) == 1 and not (led and sure)) or grammar().role.search(one.name):
        return False
    return led or not (whole_name(one.name) or _JOINED.search(one.name))
