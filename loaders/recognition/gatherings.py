"""Meetings that a verb names and no noun: "The Steering Committee met on 19 March in Geneva"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.recognition.candidate import Candidate
from loaders.recognition.spans import Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_ASIDE = r"(?:\s?\([^)]{2,30}\))?(?:,\s[^.;:,]{3,60},)?(?:,?\s(?:which|that|que|qui))?"
_FARTHEST_VERB = 130
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_NO_BODIES = frozenset(("process/imrf", "process/gcm-regional-reviews"))


@lru_cache(maxsize=1)
def _met() -> Sought:
    words = load("events")
    meets, besides = alternatives(words["meets"]), alternatives(words["meets_besides"])
    return Sought(rf"{_ASIDE}\s(?:{besides}\s)*(?P<verb>{meets})(?:\s{besides})*(?!\s(?:with|con|avec)\b)\s?:?(?=\W|$)")


@lru_cache(maxsize=1)
def _pointed() -> Sought:
    words = load("events")
    nouns = alternatives([noun.capitalize() for noun in words["meeting_bodies"]])
    return Sought(
        rf"\b(?:[Tt]he|[Ee]l|[Ll]a|[Ll]e|[Ii]ts|[Ss]u|[Ss]on)\s(?P<noun>{nouns})\b|(?P<it>\b(?:It|Elle|Il))\b"
    )


def gatherings(text: str, spans: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for each body that is said to meet; those without a date are left out when dates are known."""
    if not _met().may_match(text):
        return
    named = Row(spans)
    for body in (span for span in spans if _gathers(span)):
        yield from _behind(text, body.to, body, found)
    for pointer in _pointed().finditer(text):
        if not named.touching(*pointer.span()):
            meant = _meant(text, pointer, named)
            yield from _behind(text, pointer.end(), meant, found) if meant else ()


def _gathers(span: Span) -> bool:
    return (span.code in "WRP" and span.entity not in _NO_BODIES) or span.entity == "un-entity/un-network-on-migration"


def _behind(text: str, at: int, body: Span, found: Sequence[Candidate]) -> Iterator[Candidate]:
    met = _met().match(text, at, at + _FARTHEST_VERB)
    if met and not any(one.at < met.end() and met.start("verb") < one.to for one in found):
        yield Candidate(met.end(), met.end(), "meeting", "meeting", definite=False, named=False,
                        series=(body.entity,), told=met.end(), several=True)  # fmt: skip


def _meant(text: str, pointer: re.Match[str], named: Row) -> Span | None:
    """The body that "the Committee" or "It" stands for: one of that noun, or what the sentence before is about."""
    last = named.last_before(pointer.start())
    if pointer["it"]:
        before = [m.end() for m in _SENTENCE_ENDS.finditer(text, 0, pointer.start())]
        opened = before[-2] if len(before) > 1 else 0
        first = next(iter(named.starting(opened, pointer.start())), None)
        opens = first is not None and not re.search(r"\w{4}", text[opened : first.at])
        return first if first and opens and _gathers(first) else None
    while last is not None:
        if pointer["noun"].casefold() in text[last.at : last.to].casefold():
            return last if _gathers(last) else None
        last = named.last_before(last.at)
    return None
