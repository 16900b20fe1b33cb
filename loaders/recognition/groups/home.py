"""The standing body that a document is a page about: its profile, leaflet, fact sheet, the page of a working group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus, PassageKind
from loaders.reading.blocks import Block
from loaders.recognition.groups.networks import NETWORK, called, networks_of_countries
from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.names.spans import Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import meanings_of
from loaders.rules.lexicons import alternatives, load

# papers of a meeting, or of somebody who speaks
_NO_PAGES = frozenset({"meeting-summary", "agenda", "concept-note", "speech", "declaration"})
_BODIES = "WRPFUO"
_FORUM = "process/imrf"
_OTHER_FORUM = "process/gfmd"
_REGIONAL = frozenset(path for path in reference_names() if path.startswith("un-entity/un-network-"))
_MOST_BESIDE = 24  # letters of a title that is little else than a name
_SEPARATOR = re.compile(r"\s?[:–—-]\s+")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]")
_REMARK = re.compile(r"\([^()]*\)")
_ASKS = re.compile(r"who we are|about us|about the|qui sommes[- ]nous|à propos|quiénes somos|acerca de", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"\s(?:\([^()]*\)\s)?(?:is|was|has been|are|es|fue|est|a été|fut|constitu[ey]|brings|reúne|réunit|regroupe)\b"
)
_STANDING = re.compile(r"\b(?:Dialogue|Process|Diálogo|Proceso|Processus)\b")
_MOST_WORDS = 9
_WITH_GROUPS = ("un-entity/", "regional-process/", "process/")
_OF_MEMBERS = frozenset({"members", "participants", "observers"})
_FIRST_WORDS = 5  # letters before the name that a first sentence opens with


def find_home(found: Recognition) -> None:
    """Notes the body that a document is about, and gives it the words that mean it there."""
    _forum(found)
    network = networks_of_countries(found)
    if any(_of_a_meeting(found, block) for block in found.header if block.kind is PassageKind.HEADING):
        return
    titles = [block for block in found.header if block.kind is PassageKind.HEADING]
    for title in titles if found.frame.genre not in _NO_PAGES else ():
        _titled(found, title)
        found.home = _named(found, title) or (_trail(found, title) if _ASKS.search(title.text) else None)
        if found.home:
            found.home = next(_groups_below(found, titles, title), found.home)
            break
    if found.home and found.home in _REGIONAL:
        called(found, found.home, "")
    found.home = found.home or network or next(_introduced(found, titles), None) or _unlisted(found, titles)


def _forum(found: Recognition) -> None:
    """In a paper whose title names the other forum and not that of review, "the Forum" is the other one."""
    titled = {s.entity for block in found.header for s in found.spans[block.order]}
    if _OTHER_FORUM not in titled or any(entity.startswith((_FORUM, "event/imrf")) for entity in titled):
        return
    for order, spans in found.spans.items():
        found.spans[order] = [
            replace(s, entity=_OTHER_FORUM) if s.entity == _FORUM and s.method == "context" else s for s in spans
        ]


def _of_a_meeting(found: Recognition, heading: Block) -> bool:
    """Whether a heading names a meeting: by a noun that no name holds, or by the number of an edition."""
    spans = found.spans[heading.order]
    beside = _beside(heading.text, [s for s in spans if s.code in _BODIES])
    numbered = any(ordinal(word) for word in _WORD.findall(beside))
    return numbered or _meeting().search(beside) is not None or any(s.code in "ET" for s in spans)


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    nouns = (noun for nouns in load("events")["heads"].values() for noun in nouns)
    return re.compile(rf"\b{alternatives([re.escape(noun) for noun in nouns])}\b", re.IGNORECASE)


def _beside(text: str, spans: Sequence[Span]) -> str:
    """A text without these names."""
    for span in sorted(spans, key=lambda s: -s.at):
        text = text[: span.at] + text[span.to :]
    return text


def _named(found: Recognition, title: Block) -> str | None:
    """The body of which a title is the name, and little else."""
    bodies = [s for s in found.spans[title.order] if s.code in _BODIES and s.entity != _FORUM]
    if not bodies:
        return None
    text = _beside(title.text, bodies)
    beside = len(_LETTERS.findall(_REMARK.sub("", text)))
    group = next((s for s in bodies if s.code == "W"), None)  # a letterhead names what it is of as well
    country = bodies[0].entity.startswith(f"{NETWORK}-in-")  # "the Network in Ecuador presents its plan"
    home = bodies[0] if country or group is None else group
    return home.entity if country or (beside <= _MOST_BESIDE and "/" not in text) else None


def _groups_below(found: Recognition, titles: Sequence[Block], letterhead: Block) -> Iterator[str]:
    """The group of which a later title is the name: "UN Network on Migration" stands over the page of its group."""
    for title in titles if (found.home or "").startswith(_WITH_GROUPS) else ():
        below = _named(found, title) if title.order > letterhead.order else None
        if below and below.startswith("working-group/"):
            yield below


def _unlisted(found: Recognition, titles: Sequence[Block]) -> str | None:
    """A dialogue or process that no list has: the first title, in a page with fields that tell of its members."""
    if not titles or found.frame.genre in _NO_PAGES or found.spans[titles[0].order] or found.book.main:
        return None
    name = _REMARK.sub("", titles[0].text).strip()
    fields = (meaning.id for b in found.reading.blocks for meaning in meanings_of(b.text.partition(":")[0]))
    if not _STANDING.search(name) or len(name.split()) > _MOST_WORDS or _OF_MEMBERS.isdisjoint(fields):
        return None
    path = found.names.bring(f"regional-process/{slug(name)}", "RegionalProcess", name, titles[0].text)
    found.spans[titles[0].order] = [Span(0, len(name), "R", path, "pattern", LinkStatus.PROVISIONAL)]
    return path


def _trail(found: Recognition, title: Block) -> str | None:
    """For "Who we are": the body of the line above that tells where the page stands."""
    above = [block for block in found.header if block.order < title.order]
    named = [s.entity for block in above for s in found.spans[block.order] if s.code in _BODIES]
    return named[-1] if named else None


def _introduced(found: Recognition, titles: list[Block]) -> Iterator[str]:
    """The body with which the first sentence opens to tell what it is, in a page whose title names no body."""
    if found.frame.genre not in ("web-page", "leaflet") or not titles:
        return
    first = next((b for b in found.reading.blocks if b.kind is PassageKind.PARAGRAPH and len(b.text) > 80), None)
    for span in found.spans[first.order][:2] if first else ():
        if first and span.code in "WRF" and span.at <= _FIRST_WORDS and _INTRODUCES.match(first.text, span.to):
            yield span.entity


def _titled(found: Recognition, title: Block) -> None:
    """As in "Workstream: Alternatives to Immigration Detention"."""
    nouns = alternatives([noun.replace("s?", "") for noun in load("bodies")["groups"]["nouns"]])
    noun = re.match(rf"(?i:(?:\w+\s)?{nouns})", title.text)
    colon = _SEPARATOR.match(title.text, noun.end()) if noun else None
    if noun is None or colon is None or found.spans[title.order]:
        return
    topic = title.text[colon.end() :].rstrip(". ")
    language = found.reading.language
    name = f"{in_english(noun[0], language) or noun[0]} on {in_english(topic, language) or topic}"
    path = found.names.bring(f"working-group/{slug(name)}", "WorkingGroup", name, title.text, topic)
    span = Span(noun.start(), len(title.text), "W", path, "pattern", LinkStatus.PROVISIONAL)
    found.spans[title.order] = longest_first([span])
