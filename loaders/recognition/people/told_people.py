"""Persons whom a text names without a title or an office before or behind the name, by what it says that they do.

'"...", said Ana Ruiz' - "Ana Ruiz told the meeting" - "moderated by Ana Ruiz" - "Ana Ruiz, who heads the office of ..."
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.recognition.names.spans import Row
from loaders.recognition.people.person import Role
from loaders.recognition.people.person_grammar import grammar
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought
from loaders.rules.word_lists import fastest

_HEADED = "UORW"
_AT = "at|in|during|on|of|from|who|after|as|en|durante|al|ante|de|del|quien|tras|lors|du|à|qui|devant|hier|yesterday"
_ENDS = re.compile(r",\s(?=(?!(?:and|y|e|et)\b)[a-zà-ÿ])|[.;:”\"»]|$")
_LOOSE = re.compile(r"(?:(?:^|\s+)(?:of|in|at|de|del|du|the|la|le|l['’]|el|d['’]))+$")


@dataclass(frozen=True, slots=True)
class _Told:
    names: tuple[Sought, ...]
    who: Sought


@lru_cache(maxsize=1)
def _told() -> _Told:
    words, rules = load("people")["told"], grammar()
    name = rf"(?:{rules.title}){{0,2}}(?P<name>{rules.name})"
    said, done, view = (alternatives(words[key]) for key in ("said", "done-by", "in-whose-view"))
    does = _does()
    return _Told(
        (
            Sought(rf"(?:^|(?<=[”\"»’',.;?!]\s))(?i:{said})\s{name}(?=[,.;:)”\"»]|\s(?:{_AT})\b|$)"),
            Sought(
                r"(?:^|(?<=\s)(?:(?<=[.;:”\"»,]\s)|(?<=['’]s\s)|(?<=\b(?:and|que)\s)|(?<=\b(?:that|when)\s)|(?<=\by\s)|(?<=\bet\s)|(?<=\bwhile\s)))"
                rf"{name}(?:,[^.,;:]{{2,90}},|\s(?:from|of|de|del|du)\s(?:the|la|los|l['’])\s?[^.,;:]{{3,60}}?)?"
                rf"\s(?:(?:also|then|además|también|luego)\s)?{does}\b"
            ),
            Sought(rf"(?:^|(?<=[.;:”\"»]\s)){view}\s{name}(?=,\s)"),
            Sought(
                rf"\b{done}\s(?:[^.;:]{{3,90}}(?:,|\s)\s?(?:and|y|et)\s(?:by|por|par)\s)?{name}(?=[,.;)]|\s(?:{_AT}|and|y|et)\b|$)"
            ),
        ),
        Sought(
            rf"{name}(?:\s\([^()]{{2,30}}\))?,?\s(?:who|quien|qui|que)\s(?:\w+ly\s|hoy\s|actualmente\s|aujourd['’]hui\s)?"
            rf"(?:{'|'.join(f'(?P<{noun}>{alternatives(verbs)})' for noun, verbs in words['heads'].items())})"
            r"\s(?:of\s|de\s|d['’])?(?:the\s|la\s|el\s|le\s|l['’])?"
        ),
    )


def _does() -> str:
    """What persons do, bodies seldom, and what anybody does who speaks at a meeting."""
    return rf"(?:{alternatives(load('people')['told']['does'])}|{fastest('said')}|{fastest('spoke')})"


@lru_cache(maxsize=1)
def speaking_surname() -> tuple[Sought, ...]:
    """Patterns of a surname alone beside a verb of saying: "Quiroga told the delegates"."""
    words, rules = load("people")["told"], grammar()
    said, does = alternatives(words["said"]), _does()
    name = rf"(?P<name>{rules.part}(?:[ ]{rules.part})?)"
    return (
        Sought(rf"(?:^|(?<=[.;:”\"»,]\s)|(?<=\band\s)|(?<=\by\s)|(?<=\bet\s)|(?<=\bwhile\s)){name}\s{does}\b"),
        Sought(rf"{rules.role.pattern}(?:\sGeneral|\sGénéral(?:e)?)?\s{name}(?=[,.;:”\"»)]|\s[a-zà]|$)"),
        Sought(rf"(?<=[”\"»’',.;?!]\s)(?i:{said})\s{name}(?=[,.;:)”\"»]|\s(?:{_AT})\b|$)"),
    )


def told_of(text: str, spans: Row, name_at: Callable[[int, int], bool]) -> Iterator[tuple[int, int, tuple[Role, ...]]]:
    """Where persons are named, and the roles told of them. name_at: whether a name may stand at a place."""
    for pattern in _told().names:
        for found in pattern.finditer(text):
            if name_at(*found.span("name")):
                yield *found.span("name"), ()
    for found in _told().who.finditer(text):
        if name_at(*found.span("name")):
            yield *found.span("name"), _role(text, spans, found)


def _role(text: str, spans: Row, found: re.Match[str]) -> tuple[Role, ...]:
    """What one is who heads or represents a body: up to the body that the clause names first."""
    noun = found.lastgroup or ""
    end = _ENDS.search(text, found.end())
    to = end.start() if end else len(text)
    codes = _HEADED + "S" * (noun == "representative")
    body = next((s for s in spans.inside(found.end(), to) if s.code in codes), None)
    if body is None:
        return (Role(noun, found.start(noun), to),)
    between = _LOOSE.sub("", text[found.end() : body.at].strip(" ,"))
    return (Role(f"{noun} of {between}" if between else noun, found.start(noun), body.to, body.entity),)
