"""Groups that a text counts and then tells by what they are on: "two thematic groups, one on data, one on returns"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.events import end_of_name
from loaders.recognition.glossary import in_english
from loaders.recognition.recognition import Recognition
from loaders.recognition.spans import DATE_CODE, Row, Span, longest_first
from loaders.rules.lexicons import alternatives, load

_CAPITALS = re.compile(
    r"[A-ZÁÉÍÓÚÀÂÊÎÔÇ][\w’'-]+(?:\s(?:(?:y|e|de|del|la|et|des|du|d['’]|and|of)\s?){0,2}[A-ZÁÉÍÓÚÀÂÊÎÔÇ][\w’'-]+){0,6}"
)
_FOREIGN = re.compile(r"grupos|groupes|volets", re.IGNORECASE)
_LONGEST = 70


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("bodies")["elliptic"]
    counted = "|".join(rf"(?P<{kind}>(?i:{alternatives(nouns)}))" for kind, nouns in words["counted"].items())
    return re.compile(rf"\b(?:{counted})\b"), re.compile(
        rf"(?<![\w’'])(?:(?i:{alternatives(words['one'])})|(?P<named>(?i:{alternatives(words['one_named'])})))(?<=[\s’'])"
    )


def name_each(found: Recognition) -> None:
    """Puts in spans for each of the groups that a text counts first."""
    for block in found.reading.blocks:
        spans = list(_each(found, block))
        if spans:
            found.spans[block.order] = longest_first([*spans, *found.spans[block.order]])


def _each(found: Recognition, block: Block) -> Iterator[Span]:
    several, one = _patterns()
    groups = several.search(block.text)
    row = Row(s for s in found.spans[block.order] if s.code != DATE_CODE)
    dates = Row(s for s in found.spans[block.order] if s.code == DATE_CODE)
    for told in one.finditer(block.text, groups.end()) if groups else ():
        to = _topic_ends(block.text, told, row, dates)
        if groups and told.end() < to <= told.end() + _LONGEST and not row.touching(told.start(), to):
            yield _group(found, block.text, groups, told.start(), told.end(), to)


def _topic_ends(text: str, told: re.Match[str], row: Row, dates: Row) -> int:
    """Where what a group is on ends; "el de" and "celle de" need a name with capitals behind them."""
    if told["named"]:
        capitals = _CAPITALS.match(text, told.end())
        return capitals.end() if capitals else told.end()
    return end_of_name(text, told.end(), row, dates, connected=True)


def _group(found: Recognition, text: str, groups: re.Match[str], at: int, topic_at: int, to: int) -> Span:
    topic, language = text[topic_at:to], found.reading.language
    noun = "Network" if groups["networks"] else "Working group"
    if groups["groups"] and not _FOREIGN.match(groups[0]):
        noun = groups[0].removesuffix("s").capitalize() if groups[0].islower() else groups[0].removesuffix("s")
    name = f"{noun} on {in_english(topic, language) or topic}"
    path = found.names.bring(f"working-group/{slug(name)}", "WorkingGroup", name, text[at:to])
    if found.home:
        found.parts.setdefault(path, found.home)
    return Span(at, to, "W", path, "context", LinkStatus.PROVISIONAL)
