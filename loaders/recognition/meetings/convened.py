"""Meetings that a verb tells before the body that meets: "convened the Committee on 4 May", "sesionó en Lima el Grupo".

Who is received may be named by the body they are of: "Dakar accueille ce mardi les hauts fonctionnaires du Processus".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.recognition.meetings.candidate import Candidate
from loaders.recognition.meetings.gatherings import meeting_of
from loaders.recognition.meetings.setting_words import staging
from loaders.recognition.meetings.settings import setting_staged
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_REACH, _LONGEST_ARTICLE = 150, 8
_ARTICLE = re.compile(r"(?:\b(?:to the|the|its|el|la|los|las|al|a la|su|le|les|sa|son|ses)\s|l['’])$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _those_of() -> Sought:
    """Those who are of a body, up to its name: "les hauts fonctionnaires des pays membres du"."""
    words = load("events")
    people, of = alternatives(words["those_who_meet"]), alternatives(words["those_of"])
    return Sought(rf"(?<![\w’'-])(?:[a-zà-ÿ’']+\s){{0,3}}{people}(?:\s[a-zà-ÿ]+)?\s{of}\s?(?:the\s|la\s|l['’])?$")


@lru_cache(maxsize=1)
def _organ_of() -> Sought:
    """An organ that nobody has listed, up to the name of its whole: "the Consultation Mechanism of the"."""
    nouns = alternatives(
        sorted({noun.title() for noun in (*load("events")["meeting_bodies"], "mechanism", "mecanismo")})
    )
    return Sought(
        rf"(?:\b(?:[Tt]he|[Ii]ts|[Ee]l|[Aa]l|[Ll]a|[Ll]e)\s)?(?P<name>(?:[A-ZÀ-Þ][\w-]+\s){{0,3}}{nouns}(?:\s[A-ZÀ-Þ][\w-]+)?)"
        r"\s(?:of|d[eu]l?)\s(?:the\s|la\s|l['’])?$"
    )


@lru_cache(maxsize=2)
def _verb(words: str) -> Sought:
    """A verb of that list; what stands between it and who meets."""
    return Sought(rf"\b{alternatives(load('events')[words])}(?=[\s,])", re.IGNORECASE)


def convened(text: str, spans: Sequence[Span], dates: Row, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate behind each body that is said to be called together or received, but where a meeting is named."""
    if not (_verb("convenes").may_match(text) or _verb("receives").may_match(text)):
        return
    places = Row(span for span in spans if span.code in "CS")
    for body in (span for span in spans if span.code in "WRPF"):
        those = _those_of().search(text, max(0, body.at - _REACH), body.at)
        article = _ARTICLE.search(text, max(0, body.at - _LONGEST_ARTICLE), body.at)
        organ = _organ_of().search(text, max(0, body.at - _REACH), body.at)
        opens = those or organ or article
        at = opens.start() if opens else body.at
        told = setting_staged(text, at, places, dates)
        verb = _verb_before(text, max(0, at - _REACH), told.at if told else at, received=those is not None)
        if verb is None or any(verb < one.to and one.at < body.to for one in found):
            continue
        words = f"{organ['name']} meeting" if organ and not those else meeting_of(those[0] if those else "")
        yield Candidate(body.to, body.to, "meeting", words, definite=False, named=False, dates=told.dates,
                        series=(body.entity,), places=told.places, told=body.to, several=True)  # fmt: skip


def _verb_before(text: str, begin: int, at: int, *, received: bool) -> int | None:
    """Where a verb stands that calls a body together, or receives those of it, with no more than a time behind it."""
    for words in ("convenes", "receives") if received else ("convenes",):
        for verb in _verb(words).finditer(text, begin, at):
            if not text[verb.end() : at].strip(" ,") or staging().search(text, verb.start(), at):
                return verb.start()
    return None
