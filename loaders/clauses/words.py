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


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of one language.

    group: those who do something, a list of names; named: one name. listed: likewise, where the list goes on.
    """

    aside: re.Pattern[str]
    keeps: re.Pattern[str]
    goes_on: re.Pattern[str]
    relative: re.Pattern[str]
    adjacent: re.Pattern[str]
    beside: re.Pattern[str]
    between: re.Pattern[str]
    joins: re.Pattern[str]
    governs: re.Pattern[str]
    nothing: re.Pattern[str]
    finite: re.Pattern[str]
    subject: re.Pattern[str]
    told: re.Pattern[str]
    stands: re.Pattern[str]
    by: re.Pattern[str]
    behind: re.Pattern[str]
    agent: re.Pattern[str]
    meeting: re.Pattern[str]

    participle: re.Pattern[str]
    joined: re.Pattern[str]
    taken: re.Pattern[str]
    noun: re.Pattern[str]
    who: re.Pattern[str]
    conjunction: re.Pattern[str]
    that: re.Pattern[str]
    done: re.Pattern[str]
    lists: re.Pattern[str]

    def is_governed(self, front: str) -> bool:
        """Whether a name behind `front` hangs on what stands there, unless that stands for it ("the delegate of ...")."""
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
    found = {
        "participle": one["participle"],
        "noun": rf"{one['noun']}\s",
        "lists": one["list"],
        "conjunction": rf"\s{one['and']}\s",
        "who": rf"{conjunction}{one['who']}(?!\w)",
        "that": rf"(?:^|\W){one['that']}\s?{_ARTICLE}?$",
        "done": rf"(?:(?:(?:^|(?<=\s)|(?<=⟧)\s?)(?:{one['between']}|{one['passive']})(?:\s|(?<=['’])|$))+)$",
        "joined": rf"\s(?:{one['and']})\s(?=(?:{one['where']}|qu['’]|{one['which']}|{one['whom']})(?:(?<=['’])|(?!\w)))",
        "taken": rf"{_NOT_AFTER}$",
        "aside": rf"{conjunction}(?:{one['aside']}(?!\w)|{one['participle']})",
        "keeps": one["keeps"],
        "goes_on": rf"(?:{one['list']}\s)?(?:by|por|par|de|del|des|du|d['’])\s?{whom}{_TOKEN}",
        "relative": rf"{conjunction}(?:(?P<where>{one['where']})|(?P<whom>qu['’])|(?P<which>{one['which']})"
        rf"|(?P<object>{one['whom']}))(?:(?<=['’])|(?!\w)\s?)",
        "adjacent": rf"(?P<name>{_ANY}){_AT}\s(?=(?:{one['where']}|qu['’]|{one['which']}|{one['whom']})(?:(?<=['’])|(?!\w)))",
        "beside": rf"{conjunction}{one['beside']}\s?{group}$",
        "between": rf"(?:(?:(?:^|(?<=\s)|(?<=⟧)\s?){one['between']}(?:\s|(?<=['’])|$))+)$",
        "joins": rf"(?:^|\s|,){one['and']},?\s?$",
        "governs": rf"(?:^|(?<=\W)){one['before']}\s?(?:{_ARTICLE})?$",
        "nothing": rf"(?:{one['nothing']}(?:,?\s|$))*(?:{one['aside']}(?!\w)[^⟦⟧]*(?:⟦[CDEIJT]+#\d+⟧[^⟦⟧]*)*)?$",
        "finite": rf"(?<![\w#]){one['finite']}(?![\w#])",
        "subject": rf"(?P<group>{group})(?:['’]s)?\s?,?$",
        "by": rf"\b{one['agent']}\s",
        "stands": rf"(?:^|(?<=\W)){whole_words('stand-in', language)}\s?{_ARTICLE}?$",
        "told": rf"(?P<group>{group}),?\s(?:{one['between']}\s)*{one['finite']}(?!\w)",
        "behind": rf"(?P<way>(?:[^⟦⟧.;:]|⟦[DCE]+#\d+⟧){{0,70}}?)(?<![^\s'’])(?P<group>{group})",
        "agent": rf"(?P<way>(?:[^⟦⟧.;:]|⟦[DCE]+#\d+⟧){{0,80}}?\b{by}[^⟦⟧,.;:]{{0,60}}?)(?P<group>{group})",
        "meeting": rf"(?:(?P<event>⟦E#\d+⟧)(?:(?:\s[^\W\d_]+){{0,2}}\s?⟦[DCRPUWI]+#\d+⟧)*|{whole_words('meeting-noun', language)})\s?,?$",
    }
    return Words(**{name: re.compile(source, re.IGNORECASE) for name, source in found.items()})
