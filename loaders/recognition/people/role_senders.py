"""Who a person speaks for, as the words before the name say: "Ghana was represented by X, Minister of Labour"."""

import re
from collections.abc import Iterator

from loaders.reading.blocks import Block
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.people.person import Person, Role
from loaders.recognition.people.person_grammar import grammar
from loaders.recognition.recognition import Recognition

_BODIES = "UORWS"
_ITS = re.compile(r"(?:its|their|su|son|sa|leur)\s(?!homologue|homólog|counterpart)")
_ITS_BEFORE = re.compile(r"\b(?:its|their|su|son|sa|leur)\s(?:own\s)?$")
_SENT = re.compile(
    r"(?:,\s|\s\(|\s)?(?:which |que |qui )?(?:(?:was|were|is|are|will be|fue|estuvo|está|estará|será|era"
    r"|était|est|sera|a été)\s)?"
    r"(?:represented|headed|led|representad[oa]|encabezad[oa]|représentée?|dirigée?|conduite?)"
    r"(?:\s(?:in|at|on|en|à|au|aux)\s[^.;]{2,60}?)?\s(?:by|por|par)\s"
    r"|\s(?:sen(?:ds|t)|envi[óa]|envoie|a envoyé)\s[^.;]{0,40}?"
    r"(?:under|led by|headed by|encabezada por|conduite par|dirigée par)\s"
    r"|,\s(?:en (?:nombre|representación) de|on behalf of|au nom d[eu])\s"
    r"|,?\s(?:in the person of|en la persona de|en la personne de|through|por conducto de|a través de"
    r"|par la voix de)\s",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:^|[\s;:(*])(?:for|pour|on behalf of|(?:(?:en (?:nombre|representación)|(?:por|de) parte) d|por )(?:el?)?"
    r"|au nom d[eu]|du côté d[eu]|pour le compte d[eu])\s?(?:the\s|la\s|el\s|le\s|l['’])?$",
    re.IGNORECASE,
)
# "por Bolivia asistió la viceministra ..."
_CAME = re.compile(
    r",\s|\s?:\s|,?\s(?:(?:a|est|avait|ha|había|also|también)\s)?(?:acud|asist|particip|interv|habl|viaj|estuv|firm|tom[oó]"
    r"|hizo|assist|pris|parl|sign|spoke|took|attended|came)\w*"
    r"(?:\s(?:la palabra|la parole|the floor|uso de la palabra|part|parte))?\s"
)
# "..., Minister of Labour, will represent Ghana"
_SENT_BEHIND = re.compile(
    r",?\s(?:(?:who|qui|quien|que|y|will|would|also|également|aussi|también|avait|a|ha)\s){0,2}"
    r"(?:repr[eé]sent\w*|(?:spoke|speaks|speaking|took the floor) (?:for|on behalf of)"
    r"|habló (?:por|en nombre de)|a parlé (?:pour|au nom d[eu]))\s(?:al?\s)?(?:the\s|la\s|el\s|le\s|l['’])?"
)
_IN_NAME_OF = re.compile(
    r"\b(?:on behalf of|in the name of|en (?:nombre|representación) d(?:e|el)|(?:por|de) (?:la )?parte"
    r"|au nom d(?:e|u|es)|presid\w+ for|signed for|spoke for)\s?(?:the\s|la\s|el\s|le\s|l['’])?$",
    re.IGNORECASE,
)
_IS_SUBJECT = re.compile(
    r"(?:,\s[^.;]{3,80},)?\s(?:also\s|también\s|aussi\s|a\s|ha\s)?(?:host|acog|accueill|receiv|recib|open|inaugur|ouv"
    r"|presid|présid|chair|handed|entreg"
    r"|announc|anunci|annonc|pledg|was represented|estuvo representad|était représenté)[a-zà-ÿ]*\b"
    r"(?! of| del?\b| d[eu]\b)"
)
_OPENING = 40
_LONGEST = 160
_LONGEST_FOR = 24


def senders(found: Recognition, block: Block, person: Person, role: Role, *, of_a_state: bool) -> Iterator[str]:
    """The body or State of a role that names none, as its own sentence tells."""
    start = min(person.at, role.at)
    at, _ = block.sentence_at(start)
    row = Row(found.spans[block.order])
    spans = [s for s in row.inside(max(at, start - _LONGEST), start) if s.code in _BODIES]
    fitting = [s for s in spans if (s.code == "S") == of_a_state]
    if of_a_state:
        yield from _in_whose_name(block, row, start)
    behind = _SENT_BEHIND.match(block.text, max(person.to, role.to))
    body = row.at(behind.end()) if behind else None
    if body and (body.code == "S") == of_a_state and body.code in _BODIES:
        yield body.entity
    its = _ITS.match(block.text, role.at) or _ITS_BEFORE.search(block.text, max(0, role.at - 12), role.at)
    if its and (len({s.entity for s in fitting}) == 1 or (fitting and fitting[-1] is spans[-1])):
        yield fitting[-1].entity
    elif its and not fitting and len({s.entity for s in spans}) == 1:
        yield spans[0].entity
    for one in reversed(spans):
        if _sends(block.text, one, start) and (one is spans[-1] or one in fitting):
            yield one.entity


def _in_whose_name(block: Block, row: Row, start: int) -> Iterator[str]:
    """The State in whose name the sentence says that a minister acts: "..., handed over on behalf of Panama"."""
    at, to = block.sentence_at(start)
    told = [s for s in row.inside(at, to) if _IN_NAME_OF.search(block.text, max(at, s.at - _LONGEST_FOR), s.at)]
    if told and len({s.entity for s in told}) == 1 and told[0].code == "S":
        yield told[0].entity
    opens = [s for s in row.inside(at, start) if s.code == "S"]
    if (
        len({s.entity for s in opens}) == 1
        and opens[0].at - at <= _OPENING
        and _IS_SUBJECT.match(block.text, opens[0].to)
    ):
        yield opens[0].entity


def _sends(text: str, sender: Span, to: int) -> bool:
    """Whether nothing but words of sending, and titles, stand between a body and what begins at a place."""
    titles = re.compile(
        rf"(?:(?:by|por|par)\s)?(?:the\s|its\s|su\s|son\s|sa\s|la\s|el\s|le\s|l['’])?{grammar().title}{{0,3}}"
    )
    sent = _SENT.match(text, sender.to)
    if sent is None and _FOR.search(text, max(0, sender.at - _LONGEST_FOR), sender.at):
        sent = _CAME.match(text, sender.to)
    return sent is not None and titles.fullmatch(text, sent.end(), to) is not None
