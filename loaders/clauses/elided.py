"""Clauses that leave out the verb of the one before: "Fiji spoke of cost, Samoa of training, and Tonga too"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.clauses.words import ACTORS
from loaders.rules.lexicons import alternatives, load
from loaders.rules.word_lists import whole_words

_TOKEN = re.compile(rf"⟦(?P<code>[A-Z]*[{ACTORS}][A-Z]*)#(?P<number>\d+)⟧")
_ARTICLE = r"(?:(?:the|las?|los|el|les?)\s|l['’])?"
_REST = re.compile(r",?\s(?P<rest>[^⟦⟧.;,]{2,90}(?:⟦[CDNTEIJPR]+#\d+⟧[^⟦⟧.;,]{0,40}){0,2})(?P<end>[.;,]|$|⟦)")
_JOINED = re.compile(r"\s(?:and|y|e|et)\s\S*\s?$")
_KINDS = ("S", "H")  # who is told beside those of the same kind


@dataclass(frozen=True, slots=True)
class _Words:
    same: re.Pattern[str]
    front: re.Pattern[str]
    opens: re.Pattern[str]
    too: re.Pattern[str]
    finite: re.Pattern[str]


def elided(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Of each such clause the numbers of two tokens: who does it, and the last one of the same kind before it."""
    words = _words(language)
    last: dict[str, int] = {}
    for token in _TOKEN.finditer(text):
        kind, number = _kind(token["code"]), int(token["number"])
        before = last.get(kind)
        last[kind] = number
        if before is None:
            continue
        if words.same.search(text, 0, token.start()):
            yield number, before
        if not words.front.search(text, 0, token.start()):
            continue
        rest = _REST.match(text, token.end())
        if rest and _leaves_out(rest, words):
            yield number, before


def _leaves_out(rest: re.Match[str], words: _Words) -> bool:
    """Whether what follows a name, up to the end of its clause, goes on with a verb told before."""
    said = _JOINED.sub("", rest["rest"]) if rest["end"] == "⟦" else rest["rest"]
    if words.too.fullmatch(said.strip()):
        return True
    ends = rest["end"] != "⟦" or said != rest["rest"]
    return ends and words.opens.match(said) is not None and words.finite.search(said) is None


def _kind(code: str) -> str:
    return next((kind for kind in _KINDS if kind in code), "O")


@lru_cache(maxsize=4)
def _words(language: str) -> _Words:
    data = load("elided")
    lists = {name: alternatives(list(of[language])) for name, of in data.items()}
    whom = rf"(?:{whole_words('stand-in', language)}\s?)?{lists['stands']}?{_ARTICLE}"
    return _Words(
        same=re.compile(rf"(?:[;,]|\s[–—-])\s{lists['same']}\s(?:[^⟦⟧.;]{{0,40}},\s)?{whom}$", re.IGNORECASE),
        front=re.compile(rf"(?:{lists['joint']}){whom}$", re.IGNORECASE),
        opens=re.compile(rf"{lists['opens']}(?!\w)", re.IGNORECASE),
        too=re.compile(lists["too"], re.IGNORECASE),
        finite=re.compile(rf"(?<![\w#]){lists['finite']}(?!\w)", re.IGNORECASE),
    )
