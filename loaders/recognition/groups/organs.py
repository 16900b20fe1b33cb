"""The committees of bodies: "Its Steering Committee", "the Troika of the GFMD", "le Comité" once it is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.groups.committees import is_committee
from loaders.recognition.names.gazetteer import reference_names, wholes
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought

_NOUN = Sought(
    r"\b(?:(?:[Ss]teering|[Ee]xecutive|[Mm]anagement|[Cc]oordinat(?:ion|ing)|[Aa]dvisory|[Gg]overning)"
    r" (?:[Cc]ommittee|[Bb]oard)"
    r"|(?:[Ff]ollow-up|[Mm]onitoring|[Tt]echnical|[Cc]onsultative) [Cc]ommittee|[Ss]teering [Gg]roup"
    r"|[Tt]ro[iï]ka|[Gg]roup of [Ff]riends|[Gg]rupo de [Aa]migos|[Gg]roupe d(?:es |['’])[Aa]mis"
    r"|[Cc]omité (?:[Dd]irectivo|[Ee]jecutivo|[Dd]irecteur|[Ee]xécutif|[Cc]oordinador|[Rr]ector|[Aa]sesor"
    r"|[Cc]onsultatif|[Tt]écnico|[Tt]echnique|[Cc]onsultivo"
    r"|de (?:[Ss]eguimiento|[Ss]uivi|[Pp]ilotage|[Gg]estion|[Gg]estión|[Dd]irección|[Cc]oordination|[Cc]oordinación)"
    r"))\b"
)
_OF = re.compile(r"\s(?:of|de|del|du|des)\s?(?:the\s|la\s|las\s|el\s|los\s|les\s|l['’])?|\sd['’]")
_POSSESSIVE = re.compile(
    r"\b(?:its|their|whose|su|cuyo|cuya|son|sa|leur|dont le|dont la)\s$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|el|del|al|le|la|du|au|un|an?)\s$", re.IGNORECASE)
_OF_THE_NETWORK = re.compile(r"(?:comité )?(?:execut|ejecut|exécut|manag|gesti)|comité de gesti", re.IGNORECASE)
_JOINS = re.compile(
    r"\s|['’]s\s|"
    r"\s(?:has|have|is guided by|is led by|set up|tiene|cuenta con|dispone de|a|compte|dispose d['’]|est dirigé par)"
    r"\s?(?:an? |un |une )?"
)
_SHORT = Sought(
    r"(?<=\bthe )Committee\b|(?<=\b[Tt]he )Troika\b|(?<=\b[Ll]e )Comité\b|(?<=\b[Dd]u )Comité\b|(?<=\b[Aa]u )Comité\b"
    r"|(?<=\b[Ee]l )Comité\b|(?<=\b[Dd]el )Comité\b|(?<=\b[Aa]l )Comité\b|(?<=\b[Ll]a )Tro[iï]ka\b"
)
_GOES_ON = re.compile(r"\s(?:of|on|de|del|des|du|sur|sobre|for|contre|contra|[A-ZÀ-Þ])|\sd['’]")
_OWNERS = "RPFUO"
_OTHER_FORUM = "process/gfmd"
_NETWORK = "un-entity/un-network-on-migration"
_NETWORK_NOUN = re.compile(r"(?:(?:Regional|Thematic|RCM|la|le)\s)?(?:Network|Red|Réseau)\b")
_NO_OWNERS = frozenset({"process/gcm-champion-countries", "process/imrf"})
_ENGLISH = {
    "grupo de amigos": "Group of Friends",
    "groupe des amis": "Group of Friends",
    "groupe d'amis": "Group of Friends",
    "groupe d’amis": "Group of Friends",
    "comité directeur": "Steering Committee",
    "comité rector": "Steering Committee",
    "troïka": "Troika",
}


@dataclass(frozen=True, slots=True)
class _Named:
    """The noun of a committee and the body it is of."""

    at: int
    to: int
    owner: str


def name_organs(found: Recognition) -> None:
    """Puts in spans for the committees of bodies, and notes of which body each is."""
    for block in found.reading.blocks:
        row = Row(found.spans[block.order])
        spans = [_span(found, block.text, named) for named in _committees(found, block, row)]
        _put(found, block, spans)
        _last_network(found, block)
    told = {s.entity for spans in found.spans.values() for s in spans if s.code == "W" and is_committee(s.entity)}
    if len(told) == 1:
        _name_again(found, told.pop())


def _last_network(found: Recognition, block: Block) -> None:
    """Behind "the Network of Liaison Officers", "the Network" is that one."""
    last: str | None = None
    for at, span in enumerate(found.spans[block.order]):
        words = block.text[span.at : span.to]
        if span.code == "W" and _NETWORK_NOUN.match(words):
            last = span.entity
        elif span.entity == _NETWORK and span.method != "context":
            last = None
        elif last and span.entity == _NETWORK and span.method == "context":
            found.spans[block.order][at] = replace(span, code="W", entity=last)


def _committees(found: Recognition, block: Block, row: Row) -> Iterator[_Named]:
    for noun in _NOUN.finditer(block.text):
        known = row.touching(*noun.span())
        if any(span.code != "W" or span.method != "context" for span in known):
            continue
        owner = _owner(found, block, noun, row)
        if owner and not (known and wholes().get(known[0].entity) == owner):
            yield _Named(*noun.span(), owner)


def _owner(found: Recognition, block: Block, noun: re.Match[str], row: Row) -> str | None:
    """The body behind ("of the Rabat Process"), before ("the GFMD Troika"), or that a possessive points back to."""
    text = block.text
    of = _OF.match(text, noun.end())
    behind = row.at(of.end()) if of else None
    if of:
        return behind.entity if behind and behind.code in _OWNERS else None
    before = [s for s in row.inside(0, noun.start()) if s.code in _OWNERS and s.entity not in _NO_OWNERS]
    if before and _JOINS.fullmatch(text, before[-1].to, noun.start()):
        return before[-1].entity
    if noun.start() == 0 and found.home and found.home.startswith(("regional-process/", "process/", "fund/")):
        return found.home  # a part of the page on a body: "Steering Committee. It meets twice a year"
    if _POSSESSIVE.search(text, 0, noun.start()):
        named = [s.entity for s in before if s.code in "RPF"]
        return named[-1] if named else found.home
    definite = _DEFINITE.search(text, 0, noun.start()) or (noun.start() == 0 and block.kind is PassageKind.HEADING)
    goes_on = _GOES_ON.match(text, noun.end()) and row.at(noun.end() + 1) is None  # "Conforman la Troika Belice y Cuba"
    alone = definite and not goes_on and not _OF_THE_NETWORK.match(noun[0])
    return _only_owner(found, block, noun) if alone else None


def _only_owner(found: Recognition, block: Block, noun: re.Match[str]) -> str | None:
    """The process or fund that the passage names before "the Steering Committee", else the only one of the paper."""
    of_passage = [s.entity for s in found.spans[block.order] if s.to <= noun.start() and _has_organs(s)]
    of_paper = {s.entity for spans in found.spans.values() for s in spans if _has_organs(s)}
    if of_passage or len(of_paper) == 1:
        return of_passage[-1] if of_passage else of_paper.pop()
    kind = f"working-group/{slug(noun[0])}"
    of_page = found.home is not None and not found.home.startswith("working-group/") and is_committee(kind)
    return found.home if of_page else None


def _has_organs(span: Span) -> bool:
    return span.code in "RF" or span.entity == _OTHER_FORUM


def _span(found: Recognition, text: str, named: _Named) -> Span:
    noun = text[named.at : named.to]
    english = _in_english(found, noun)
    listed = [p for p, whole in wholes().items() if whole == named.owner and p.endswith(f"-{slug(english)}")]
    if listed:
        return Span(named.at, named.to, "W", listed[0], "context")
    brought = found.names.brought
    owner = brought[named.owner].name if named.owner in brought else reference_names()[named.owner]
    name = f"{' '.join(word.capitalize() for word in english.split())} of the {owner}"
    path = found.names.bring(f"working-group/{slug(name)}", "WorkingGroup", name, noun)
    found.parts[path] = named.owner
    return Span(named.at, named.to, "W", path, "pattern", LinkStatus.PROVISIONAL)


def _in_english(found: Recognition, noun: str) -> str:
    english = _ENGLISH.get(noun.casefold()) or in_english(noun, found.reading.language) or noun
    return english[0].upper() + english[1:]


def _name_again(found: Recognition, path: str) -> None:
    """Where a document names one committee only, "the Committee" is that; no Steering Group is a Troika."""
    for block in found.reading.blocks:
        row = Row(found.spans[block.order])
        spans = [
            Span(*short.span(), "W", path, "context")
            for pattern in (_SHORT, _NOUN)
            for short in pattern.finditer(block.text)
            if not row.touching(*short.span()) and not _GOES_ON.match(block.text, short.end())
            if pattern is _SHORT or slug(_in_english(found, short[0])) in path
        ]
        _put(found, block, spans)


def _put(found: Recognition, block: Block, spans: Sequence[Span]) -> None:
    if spans:
        found.spans[block.order] = longest_first([*spans, *found.spans[block.order]])
