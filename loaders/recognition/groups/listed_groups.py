"""Groups that a list under "Working groups" names by what they are on: "Remittances (led by the Philippines)"."""

import re
from collections.abc import Iterator

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.grid import Labelled
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.recognition import Recognition

_PARTS = re.compile(r"\s*(?:;|•|·|\|)\s*(?:(?:and|y|et)\s)?")
_BEHIND = re.compile(
    r"\s*[(\[:].*$|\s[–—-]\s.*$"
    r"|,\s(?:(?:co-?)?(?:led|lead|coordinat|chair|conven|lider|coordin|dirig|presid|pilot|coordonn|anim)"
    r"|under|whose|with|a cargo)\w*\s.*$",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?![^(]*\))")
_OPENING = re.compile(r"^\s*(?:(?:on|sobre|sur)\s)?(?:(?:the|la|el|los|las|les?)\s|l['’])?")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|met|es|son|fue|ha|han|se|est|sont|a|ont|été|the|which|who|que|qui)\b"
)
_LONGEST = 80
_SHORTEST = 5
_NOUN = (
    r"(?:(?:working|expert|technical|thematic) group|group|work ?stream|task (?:team|force)|network"
    r"|grupo(?: de trabajo| técnico| temático)?|red|línea de trabajo|groupe(?: de travail| technique)?|réseau"
    r"|chantier|volet)"
)
_ON = r"(?:(?:on|for|de|del|sobre|sur|des|du|relatif à)(?:\s(?:the|la|el|los|las|les?))?|d['’]|(?:sur|de) l['’])"
_NETWORKS = re.compile(r"network|red(?:es)?\b|réseau", re.IGNORECASE)
_STREAMS = re.compile(r"stream|chantier|línea|volet", re.IGNORECASE)


def groups_listed(found: Recognition, one: Labelled, block: Block) -> Iterator[Span]:
    """The groups that the entries of a value name; none where the value is no list."""
    if not one.run_in and block.kind is not PassageKind.ITEM:
        return
    label = found.reading.blocks[one.label.block].text[one.label.at : one.label.to]
    row = Row(found.spans[block.order])
    for at, to in _entries(block.text, one.value.at, one.value.to):
        opening = _OPENING.match(block.text[at:to])
        begin = at + (opening.end() if opening else 0)
        topic = _BEHIND.sub("", block.text[begin:to]).rstrip(" .")
        named = [span for span in row.touching(begin, begin + len(topic)) if span.code in "WUORPFESH"]
        several = one.run_in and _COMMA.search(topic)
        if not named and not several and 3 < len(topic) <= _LONGEST and topic[0].isalpha() and not _PROSE.search(topic):
            yield _group(found, topic, begin, label)


def name_again(found: Recognition) -> None:
    """Spans where the text calls a group of a list or table by what it is on: "the group on remittances"."""
    topics = {label.casefold(): path for path, one in found.names.brought.items() if one.cls == "WorkingGroup"
              for label in one.labels if len(label) >= _SHORTEST}  # fmt: skip
    if not topics:
        return
    named = re.compile(rf"\b{_NOUN}\s{_ON}\s?(?P<topic>{'|'.join(map(re.escape, topics))})(?!\w)", re.IGNORECASE)
    for block in found.reading.blocks:
        row = Row(found.spans[block.order])
        spans = [
            Span(*again.span(), "W", topics[again["topic"].casefold()], "definition", LinkStatus.PROVISIONAL)
            for again in named.finditer(block.text)
            if not any(span.code in "WUORPF" for span in row.touching(*again.span()))
        ]
        if spans:
            found.spans[block.order] = longest_first([*spans, *found.spans[block.order]])


def _entries(text: str, at: int, to: int) -> Iterator[tuple[int, int]]:
    begin = at
    for part in _PARTS.finditer(text, at, to):
        yield begin, part.start()
        begin = part.end()
    if begin < to:
        yield begin, to


def _group(found: Recognition, topic: str, at: int, label: str) -> Span:
    noun = "Network" if _NETWORKS.search(label) else "Workstream" if _STREAMS.search(label) else "Working group"
    name = f"{noun} on {in_english(topic, found.reading.language) or topic}"
    path = found.names.bring(f"working-group/{slug(name)}", "WorkingGroup", name, topic)
    return Span(at, at + len(topic), "W", path, "pattern", LinkStatus.PROVISIONAL)
