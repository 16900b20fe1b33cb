"""Votes on a text: "152 votes in favour, five against and twelve abstentions", "Five nations said no"."""

import re

from loaders.figures.numbers import Number
from loaders.rules.sought import Sought

_VOTERS = (
    r"countries|(?:member )?states|nations|governments|(?:un |eu )?members?|delegations|países|estados|delegaciones"
    r"|gobiernos|pays|états|délégations|gouvernements"
)
_WHO = rf"(?:\s(?:{_VOTERS})(?:\s[–—-]{{1,2}}\s[^.;:()]{{1,140}}?\s[–—-]{{1,2}}|,\s[^.;:()]{{1,140}}?,|\s\([^()]*\))?)"
_BALLOTS = r"(?:\s(?:votes?|votos?|voix|sí|voices))"
_FOR = Sought(
    rf"(?:{_BALLOTS}(?:\s(?:were\s)?(?:in favou?r|for\b|a favor|afirmativos|pour\b|favorables)"
    r"|(?=\s(?:to|contra|contre)\s\w))"
    rf"|{_WHO}?\s(?:in (?:its |their )?favou?r\b|(?:had )?voted (?:for|in favou?r|yes)\b|(?:were|was) in favou?r\b"
    r"|a favor\b|(?:ya )?(?:votaron|votó) a favor\b|(?:ont|a) voté pour\b))",
    re.IGNORECASE,
)
_AGAINST = Sought(
    rf"(?:{_BALLOTS}|{_WHO})?\s(?:(?:had |have )?(?:voted|votes?|stood) against\b|(?:voted|said) no\b"
    rf"|votaron en contra\b|(?:ont|a) voté contre\b)|(?:{_BALLOTS}|{_WHO})\s(?:against|en contra|contre)\b(?!\s\d)",
    re.IGNORECASE,
)
_ABSTAINED = Sought(
    rf"{_WHO}?\s(?:(?:had |have )?abstain(?:ed|ing)\b|abstentions?\b|se abstuv(?:o|ieron)\b|abstenci(?:ón|ones)\b"
    r"|s['’]est abstenu|se sont abstenu)",
    re.IGNORECASE,
)
_SHORT_AGAINST = Sought(r"\s(?:against|en contra|contre)\b", re.IGNORECASE)
_AFTER_BALLOTS = Sought(r"\b(?:votes?|votos?|voix)\s(?:to|against|contra|contre)\s$", re.IGNORECASE)
_LONGEST = 30
_IN_FAVOUR = "in favour"


def vote(text: str, number: Number, before: str) -> tuple[str, int] | None:
    """What a number of votes is ("votes in favour", "votes against", "abstentions"), and where the words end.

    before: the unit of the figure right before it, which lets "five against" be votes.
    """
    told = _FOR.match(text, number.to)
    if told:
        voters = re.search(_VOTERS, told[0], re.IGNORECASE)
        return f"{voters[0].lower() if voters else 'votes'} {_IN_FAVOUR}", told.end()
    told = _AGAINST.match(text, number.to)
    told = told or (_SHORT_AGAINST.match(text, number.to) if before.endswith(_IN_FAVOUR) else None)
    if told:
        return "votes against", told.end()
    if _AFTER_BALLOTS.search(text, max(0, number.at - _LONGEST), number.at):
        return "votes against", number.to
    told = _ABSTAINED.match(text, number.to)
    return ("abstentions", told.end()) if told else None
