"""The organisation whose paper a document is, and how it means itself: "Horn Link (HDL) was there. We spoke"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Reading
from loaders.recognition.names.definitions import definitions
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_CAPITAL = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w'’-]+"
_SMALL = r"(?:of|for|the|and|del?|la|las|los|des?|du|les|sans|sin|y|et)"
_NAME = rf"(?P<name>{_CAPITAL}(?:(?:\s{_SMALL}){{0,3}}\s{_CAPITAL}){{1,7}})"
_FIRST_BLOCKS = 8
_QUOTED = re.compile(r"[“«][^”»]*$")
_LEAST_SAID = 2  # how often a paper says "we" that is told by its own body
_PREFIX = "organization/"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("own_body")
    ours = rf"(?i:{alternatives(words['ours'])})"
    return {
        "self": re.compile(rf"\b(?:{alternatives(words['plain'])}|{ours}\s(?:{alternatives(words['nouns'])}))\b"),
        "first person": re.compile(
            rf"\b(?i:{alternatives(['we', 'nous', 'nosotros', *words['ours']])}|(?:\w+amos|\w+imos))\b"
        ),
        "acts": re.compile(rf",?\s{alternatives(words['acts'])}\b"),
        "others": re.compile(alternatives(words["others"])),
        "our officer": re.compile(rf"\b{ours}\s(?:[\w-]+\s){{0,2}}$"),
    }


@lru_cache(maxsize=1)
def _presents() -> Sought:
    return Sought(alternatives(load("own_body")["presents"]) + _NAME)


def own_body(reading: Reading, names: Names) -> str | None:
    """The path of the body whose paper a document is: it presents itself, or opens with its name and says "we"."""
    body = next(_presented(reading, names), None)
    if body is None or _patterns()["others"].search(reading.raw):
        return None
    said = sum(1 for _ in _patterns()["first person"].finditer(reading.raw))
    return None if said < _LEAST_SAID else names.short.get(body[0]) or _bring(*body, names)


def _presented(reading: Reading, names: Names) -> Iterator[tuple[str, str]]:
    """The name and the short form, if there is one, of a body that the first lines say something of."""
    for block in reading.blocks[:_FIRST_BLOCKS]:
        presented = _presents().search(block.text)
        if presented:
            yield presented["name"], ""
        for one in definitions(block.text) if "(" in block.text else ():
            path = names.short.get(one.short)
            before, behind = block.text[: one.at].rstrip(), block.text.find(")", one.to) + 1
            opens = not before or before.endswith((".", "The", "Le", "La", "El"))
            if opens and (path is None or path.startswith(_PREFIX)) and _patterns()["acts"].match(block.text, behind):
                yield one.long, one.short


def _bring(name: str, short: str, names: Names) -> str:
    path = names.bring(f"{_PREFIX}{slug(name)}", "Organization", name, *filter(None, [short]))
    for form in filter(None, (name, short)):
        names.short[form] = path
    return path


def means_itself(text: str, body: str) -> Iterator[Span]:
    """The words by which the body of a paper means itself, outside of what it quotes."""
    for found in _patterns()["self"].finditer(text):
        if not _QUOTED.search(text, 0, found.start()) and text.count('"', 0, found.start()) % 2 == 0:
            yield Span(*found.span(), "O", body, "coreference", LinkStatus.PROVISIONAL)


def is_ours(text: str, at: int) -> bool:
    """Whether an office at `at` is one of the body whose paper this is: "our director"."""
    return _patterns()["our officer"].search(text, max(0, at - 40), at) is not None
