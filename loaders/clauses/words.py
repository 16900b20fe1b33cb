"""The words by which clauses are told apart, of one language, as patterns (`rules/clauses.yaml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.rules.lexicons import alternatives, load
from loaders.rules.word_lists import whole_words

ACTORS = "SUORWHP"
_TOKEN = rf"⟦(?:[A-Z]*[{ACTORS}][A-Z]*)#\d+⟧"
_ANY = r"⟦[A-Z]+#\d+⟧"
_ARTICLE = r"(?:(?:the|las?|los|el|les?)\s|l['’])"
_NOT_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in "to de para pour the its their his her a an el su sus un una del al le du une au son leur".split()
)
_NEAR = 90  # letters within which a name tells what it hangs on
_AT = r"(?:\s?⟦[DC]+#\d+⟧)*"
DATED = r"(?:(?:\s[^\W\d_]+){0,2}\s?⟦[DCRPUWI]+#\d+⟧)*"
"""When, where and of whom a meeting is, behind its name."""


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of one language; `rules/clauses.yaml` tells of the lists that they are made of.

    Of stretches between commas: aside, participle, noun (how one opens), keeps (what forbids to leave one out),
    goes_on (one that goes on with a list), lists (one that is only the "as well as" of a list), beside (with whom).
    Of relative clauses: relative (how one opens), adjacent (a name with one right behind), joined ("and which"), who.
    Of verbs: between and done (what stands before one, and before a participle), taken (where a word may be a verb),
    finite, told (names and their verb), joins and conjunction (what joins two), that (what opens what is told).
    Of names: subject (those that end a text), behind (those after a verb), agent (those after "by"), too ("as did"),
    governs and stands (what makes a name hang on another noun, and nouns that stand for a name), by, at, nothing (a
    front that names nobody), meeting (a meeting that ends a text), other (a meeting that is not the paper's own), it,
    pronoun (one of who does it), further (those after another "by").
    """

    aside: re.Pattern[str]
    participle: re.Pattern[str]
    noun: re.Pattern[str]
    keeps: re.Pattern[str]
    goes_on: re.Pattern[str]
    lists: re.Pattern[str]
    beside: re.Pattern[str]
    relative: re.Pattern[str]
    adjacent: re.Pattern[str]
    joined: re.Pattern[str]
    who: re.Pattern[str]
    between: re.Pattern[str]
    done: re.Pattern[str]
    taken: re.Pattern[str]
    finite: re.Pattern[str]
    told: re.Pattern[str]
    joins: re.Pattern[str]
    conjunction: re.Pattern[str]
    that: re.Pattern[str]
    subject: re.Pattern[str]
    behind: re.Pattern[str]
    agent: re.Pattern[str]
    too: re.Pattern[str]
    governs: re.Pattern[str]
    stands: re.Pattern[str]
    by: re.Pattern[str]
    at: re.Pattern[str]
    other: re.Pattern[str]
    nothing: re.Pattern[str]
    meeting: re.Pattern[str]
    it: re.Pattern[str]
    pronoun: re.Pattern[str]
    further: re.Pattern[str]

    def is_governed(self, front: str) -> bool:
        """Whether a name behind `front` hangs on a noun there, unless that stands for it ("the delegate of ...")."""
        near = front[-_NEAR:]
        if not self.governs.search(near):
            return False
        stood = self.stands.search(near)
        return stood is None or self.governs.search(near[: stood.start()]) is not None


@lru_cache(maxsize=4)
def words(language: str) -> Words:
    """The patterns of a language."""
    lists: Mapping[str, Any] = load("clauses")["words"]
    one = {name: alternatives(list(of[language])) if of[language] else "(?!)" for name, of in lists.items()}
    whom = rf"(?:{whole_words('stand-in', language)}\s?)?{_ARTICLE}?"
    by = rf"(?:{one['agent']}\s)"
    group = rf"{_TOKEN}(?:,\s{_ARTICLE}?{_TOKEN}|,?\s{one['list']}\s{by}?{whom}{_TOKEN})*"
    conjunction = rf"(?:{one['and']}\s)?"
    ends = r"(?:(?<=['’])|(?!\w))"
    pronoun = rf"(?:{one['where']}|qu['’]|{one['which']}|{one['whom']}){ends}"
    standing = rf"(?:^|(?<=\s)|(?<=⟧)\s?)(?:{one['between']}"
    nouns = rf"{whole_words('meeting-noun', language)}|\b{one['meeting']}"
    way = r"(?:[^⟦⟧.;:]|⟦[DCE]+#\d+⟧)"
    found = {
        "participle": one["participle"],
        "noun": rf"{one['noun']}\s",
        "lists": one["list"],
        "conjunction": rf"\s{one['and']}\s",
        "who": rf"{conjunction}{one['who']}(?!\w)",
        "that": rf"(?:^|\W){one['that']}\s?{_ARTICLE}?$",
        "done": rf"(?:{standing}|{one['passive']})(?:\s|(?<=['’])|$))+$",
        "joined": rf"\s{one['and']}\s(?={pronoun})",
        "taken": rf"{_NOT_AFTER}$",
        "aside": rf"{conjunction}(?:{one['aside']}(?!\w)|{one['participle']})",
        "keeps": one["keeps"],
        "goes_on": rf"(?:{one['list']}\s)?(?:by|por|par|de|del|des|du|d['’])\s?{whom}{_TOKEN}",
        "relative": rf"{conjunction}(?:(?P<where>{one['where']})|(?P<whom>qu['’])|(?P<which>{one['which']})"
        rf"|(?P<object>{one['whom']}))(?:(?<=['’])|(?!\w)\s?)",
        "adjacent": rf"{_ANY}{_AT}\s(?={pronoun})",
        "beside": rf"{conjunction}{one['beside']}\s?{group}$",
        "between": rf"(?:{standing})(?:\s|(?<=['’])|$))+$",
        "joins": rf"(?:^|\s|,){one['and']},?\s?$",
        "governs": rf"(?:^|(?<=\W)){one['before']}\s?(?:{_ARTICLE})?$",
        "nothing": rf"(?:{one['nothing']}(?:,?\s|$))*(?:{one['aside']}(?!\w)[^⟦⟧]*(?:⟦[CDEIJT]+#\d+⟧[^⟦⟧]*)*)?$",
        "finite": rf"(?<![\w#]){one['finite']}(?![\w#])",
        "subject": rf"(?P<group>{group})(?:['’]s)?\s?,?$",
        "other": rf"(?<!\w){one['other']}(?!\w)",
        "at": rf"(?:^|(?<=\W)){one['at']}\s?{_ARTICLE}?$",
        "too": rf"[^⟦⟧.;:]{{0,40}}?,\s{one['too']}\s?{whom}(?P<group>{group})",
        "by": rf"\b{one['agent']}\s",
        "stands": rf"(?:^|(?<=\W)){whole_words('stand-in', language)}\s?{_ARTICLE}?$",
        "told": rf"(?P<group>{group}),?\s(?:{one['between']}\s)*{one['finite']}(?!\w)",
        "behind": rf"(?P<way>{way}{{0,70}}?)(?<![^\s'’])(?P<group>{group})",
        "agent": rf"(?P<way>{way}{{0,80}}?\b{by}[^⟦⟧,.;:]{{0,60}}?)(?P<group>{group})",
        "further": rf",?\s{one['and']}\s(?:[^⟦⟧.;:,]|⟦[DC]+#\d+⟧){{0,40}}?,?\s?\b{by}{whom}(?P<group>{group})",
        "pronoun": rf"(?:^|(?<=\s)){one['pronoun']}$",
        "it": rf"{conjunction}{one['it']},?",
        "meeting": rf"(?:(?P<event>⟦E#\d+⟧){DATED}|{nouns})\s?,?$",
    }
    return Words(**{name: re.compile(source, re.IGNORECASE) for name, source in found.items()})
