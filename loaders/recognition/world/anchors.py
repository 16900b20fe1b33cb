"""Which names of a document tell its world: not those it only sets itself off from, nor acronyms it means otherwise."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from loaders.reading.blocks import Block
from loaders.recognition.linking import plain_label
from loaders.recognition.names.definitions import is_acronym
from loaders.recognition.names.gazetteer import Hit, ancestors, long_names
from loaders.recognition.names.names import Names
from loaders.recognition.world.world import (
    BESIDE,
    PASSING,
    TOLD,
    Named,
    anchors,
    is_of_the_field,
    is_said_of_migrants,
    of_something_else,
    tells_what_it_is_on,
)
from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased

_BEFORE = 60
_A_LINE, _SHORTEST_LEAD = 80, 250  # characters of the longest line that is no paragraph, and of what comes first
_ALIKE = 75  # token-set ratio above which words spell out a name of the anchor
_PROCESS, _PAPER = "regional-process/", "instrument/"
_ORDINAL = r"(?:first|second|third|\d\w{1,2}|primer|segundo|tercer|premier|deuxième|troisième)"
_OF_THE = r"\s?(?:of|del?|du|on|sobre|sur)\s(?:(?:the|la|le|el)\s|l['’])?"
_SMALL = (
    r"(?:(?:of|for|on|and|in|the|to|de|del|la|las|el|los|y|sobre|para|por|des|du|le|les|et|sur|pour|en)\s|[dl]['’])*"
)


@lru_cache(maxsize=1)
def _contrast() -> Uncased:
    return Uncased(rf"\b{alternatives(load('world')['contrast'])}\b[^.;:]*$")


@lru_cache(maxsize=1)
def _bound() -> Uncased:
    return Uncased(rf"\b{alternatives(load('world')['bound'])}{_OF_THE}$")


@lru_cache(maxsize=1)
def _cited_beside() -> Uncased:
    return Uncased(rf"\b{alternatives(load('world')['cited_beside'])}\b")


@lru_cache(maxsize=1)
def _binding() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(load('world')['bound'])}{_OF_THE}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _bound_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(load('world')['bound_behind'])}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _meets() -> Uncased:
    """What stands before a process that meets, or before what a meeting is on."""
    words, carried_out = alternatives(load("world")["meets"]), alternatives(load("world")["on_carrying_out"])
    of_or_on = r"(?:of|on|del?|du|des|sobre|sur)"
    return Uncased(
        rf"\b{words}(?:\s[\w-]+){{0,3}}\s{of_or_on}\s(?:{carried_out}\s)?(?:(?:the|el|la|le)\s|l['’])?(?:{_ORDINAL}\s)?$"
    )


@lru_cache(maxsize=64)
def _spelled(acronym: str) -> re.Pattern[str]:
    words = r"\b" + rf"\s{_SMALL}".join(rf"{letter}[\w’-]+" for letter in acronym)
    return re.compile(rf"{words}|(?i:{words})(?=\s\({acronym}\))")


def leave_acronyms_of_others(blocks: Sequence[Block], hits: Mapping[int, Sequence[Hit]], names: Names) -> None:
    """An acronym that a document spells out as something else, if in no bracket, is not that of an anchor."""
    found = {(words, path) for _, _, words, path in _plain(blocks, hits, names) if _is_acronym_of_anchor(words, path)}
    for acronym, path in found:
        if acronym in names.short:
            continue
        spelled = [words[0] for block in blocks for words in _spelled(acronym).finditer(block.text)]
        if spelled and not any(_is_named_like(words, path) for words in spelled):
            names.define(acronym, None)


def _is_named_like(spelled: str, path: str) -> bool:
    """Whether words are a name of an anchor, were it another than is known: not "Incremental Migration Readiness"."""
    return any(fuzz.token_set_ratio(spelled.casefold(), name.casefold()) >= _ALIKE for name in long_names()[path])


def mentions(blocks: Sequence[Block], title: str, hits: Mapping[int, Sequence[Hit]], names: Names) -> list[Named]:
    """Names that need no context and that the document neither gives to others nor sets itself off from.

    One that stands alone behind the first paragraph is said in passing, unless several short names confirm it.
    """
    found, short = list(_mentions(blocks, title, hits, names)), named_in_passing(hits)
    of_anchors = [at for at, (_, (path, _, _)) in enumerate(found) if path in anchors()]
    if len(of_anchors) == 1 and len(short) < load("world")["short_names"]:
        offset, (path, words, in_title) = found[of_anchors[0]]
        late = (not in_title or words == TOLD) and offset > _end_of_lead(blocks)
        if late and tells_what_it_is_on(path, words) and not _is_confirmed(path, short):
            found[of_anchors[0]] = offset, (path, PASSING, False)
    return [named for _, named in found]


def _is_confirmed(path: str, short: frozenset[str]) -> bool:
    """Whether a body or process, other than a paper that anybody may cite, is called by a short name as well."""
    if path.startswith(_PROCESS):
        return True
    return not path.startswith(_PAPER) and any(path in (one, *ancestors(one)) for one in short)


def _end_of_lead(blocks: Sequence[Block]) -> int:
    """Where the first two sentences end of the first paragraph that is more than a line; without one all is lead."""
    for block in blocks:
        if len(block.text) >= _A_LINE and not block.level:
            ends = [to for _, to in block.sentences[:2]] or [len(block.text)]
            return max(_SHORTEST_LEAD, block.offsets[min(ends[-1], len(block.offsets) - 1)])
    return blocks[-1].offsets[-1] if blocks else 0


def _mentions(
    blocks: Sequence[Block], title: str, hits: Mapping[int, Sequence[Hit]], names: Names
) -> Iterator[tuple[int, Named]]:
    plain = list(_plain(blocks, hits, names))
    end = max((block.offsets[-1] for block in blocks if block.offsets), default=0)
    begun = min(end * 2 // 3, load("world")["beginning"])
    others = _of_others(plain)
    for block, hit, words, named in plain:
        path = next((one for one in (named, *ancestors(named)[:1]) if one in anchors()), named)
        if path in others and (_is_process(words, path) or others[path]):
            continue  # said once to be on something else, it is so throughout
        if path in anchors() and _is_aside(block.text, hit, words, path):
            continue
        if named != path and names.short.get(words.split()[0], path) != path:
            continue  # "IMRF 2026" of a document whose IMRF is another
        in_title = bool(title) and (block.text in title or title in block.text)
        if path in anchors() and _is_cited(block, hit):
            words, in_title = PASSING, False
        elif path in anchors() and _is_bound(block.text, hit, words):
            words, in_title = TOLD, True
        else:
            in_title |= " " in words and _is_what_is_met_on(block, hit, begun)
            if _says_what_it_is_on(block, hit, words, path):
                words, in_title = BESIDE, in_title or is_said_of_migrants(title)
        yield block.offsets[hit.at], (path, words, in_title)


def _of_others(plain: Sequence[tuple[Block, Hit, str, str]]) -> dict[str, bool]:
    """Anchors whose names another world bears here; whether their acronyms are another's too.

    That is so where a name that tells of migration goes on to things as often as it does not.
    """
    found = {
        path: False for block, hit, words, path in plain if _is_process(words, path) and _of_another(block.text, hit)
    }
    ours: Counter[str] = Counter()
    for block, hit, words, path in plain:
        if path in anchors() and tells_what_it_is_on(path, words):
            ours[path] += -1 if of_something_else().match(block.text, hit.to) else 1
    return found | {path: True for path, more in ours.items() if more <= 0}


def named_in_passing(hits: Mapping[int, Sequence[Hit]]) -> frozenset[str]:
    """The anchors that a document calls by names which need the context of this world: "the Network", "Champions"."""
    shortened = {label.path for found in hits.values() for hit in found for label in hit.labels if label.needs}
    return frozenset(path for path in shortened if path in anchors() or {*ancestors(path)} & anchors())


def title_needs_context(blocks: Sequence[Block], title: str, hits: Mapping[int, Sequence[Hit]]) -> bool:
    """Whether a title has an anchor's name of several words that needs the context of this world: "Champion countries".

    Not "Migration Network": those who move data have one too.
    """
    titles = (block for block in blocks if title and (block.text in title or title in block.text))
    return any(_needs_context(block.text[hit.at : hit.to], hit) for block in titles for hit in hits[block.order])


def _needs_context(words: str, hit: Hit) -> bool:
    needing = [label.path for label in hit.labels if label.needs and label.path in anchors()]
    return " " in words and any(not tells_what_it_is_on(path, words) for path in needing)


def _is_cited(block: Block, hit: Hit) -> bool:
    """Whether a name is one of several papers that a sentence cites: "the Protocol of Palermo and the Compact"."""
    at, to = block.sentence_at(hit.at)
    around = block.text[at : hit.at] + " " + block.text[hit.to : to]
    return _cited_beside().search(around) is not None


def _is_bound(text: str, hit: Hit, words: str) -> bool:
    """As in "a champion country of the Global Compact", "GCM indicators"."""
    if _binding().match(words) or _bound().search(text, max(0, hit.at - _BEFORE), hit.at):
        return True
    return words in load("world")["acronyms_bound"] and _bound_behind().match(text, hit.to) is not None


def _is_what_is_met_on(block: Block, hit: Hit, begun: int) -> bool:
    """Whether a document tells in its first so many characters of a meeting of a process or on the Compact."""
    if block.offsets[hit.at] > begun:
        return False
    return _meets().search(block.text, max(0, hit.at - _BEFORE), hit.at) is not None


@lru_cache(maxsize=1)
def _on_something() -> re.Pattern[str]:
    """What goes on behind a process that says what it is on: " on radiation safety", " pour la liberté"."""
    other = alternatives(load("world")["not_on"])
    return re.compile(rf"\s(?:on|for|sur|sobre|pour|para)\s(?!{other}\b)[a-zà-ÿ][^.;:]{{3,40}}", re.IGNORECASE)


def _says_what_it_is_on(block: Block, hit: Hit, words: str, path: str) -> bool:
    """Whether the sentence of a name that others may bear tells its world: "the Rabat Process on migrants' rights"."""
    at, to = block.sentence_at(hit.at)
    return _is_process(words, path) and is_said_of_migrants(block.text[at:to])


def _plain(
    blocks: Sequence[Block], hits: Mapping[int, Sequence[Hit]], names: Names
) -> Iterator[tuple[Block, Hit, str, str]]:
    for block in blocks:
        for hit in hits[block.order]:
            words, label = block.text[hit.at : hit.to], plain_label(hit.labels)
            if label and names.short.get(words, label.path) == label.path:
                yield block, hit, words, label.path


def _is_acronym_of_anchor(words: str, path: str) -> bool:
    return len(words) > 2 and words.isalpha() and words.isupper() and is_acronym(words) and path in anchors()


def _is_aside(text: str, hit: Hit, words: str, path: str) -> bool:
    """As in "unlike the Global Compact for Migration", "Regional Conference on Migration of Databases"."""
    if _contrast().search(text, max(0, hit.at - _BEFORE), hit.at):
        return True
    return tells_what_it_is_on(path, words) and bool(of_something_else().match(text, hit.to))


def _of_another(text: str, hit: Hit) -> bool:
    """As in "the Rabat Process on radiation safety"."""
    topic = _on_something().match(text, hit.to)
    return topic is not None and not is_said_of_migrants(topic[0]) and not is_of_the_field(topic[0])


def _is_process(words: str, path: str) -> bool:
    """Whether words are the name of a regional process that others may bear too: "Rabat Process"."""
    return path.startswith(_PROCESS) and " " in words and not tells_what_it_is_on(path, words)
