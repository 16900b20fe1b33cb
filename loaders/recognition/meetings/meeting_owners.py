"""Whose a meeting is, as the words before its name tell: "RCM held its next meeting", "Its fourth meeting"."""

import re

from loaders.recognition.names.spans import Row
from loaders.rules.sought import Sought

_FARTHEST_OWNER, _FARTHEST_BODY = 90, 260
_OPENING = 12  # characters before what a sentence opens with
_OWN = re.compile(
    r"\b(?:its|their|su|sus|sa|son|ses|leurs?|two|three|four|several|dos|tres|cuatro|varias|varios|deux|trois|quatre"
    r"|plusieurs)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_ITS = re.compile(r"\s*(?:Its|Su|Sa|Son)\s")
_ASIDE = re.compile(r",[^,.;]*(?:,[^,.;]*)?,(?=\s)")
_HEADED = re.compile(r"\s?[:–—]\s?|\s-\s")
_APPENDED = re.compile(r"\)?\s*[,:–—-]\s*")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s")
_EARLIER = Sought(
    r"\b(?:last year['’]s|(?:the|its|their)\s(?:\w+\s)?(?:previous|last|preceding|earlier|former)"
    r"|(?:la|el|su)\s(?:última|último|anterior|pasada|precedente)"
    r"|(?:la|le|sa|son)\s(?:dernière|dernier|précédente|précédent))\s(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = Sought(
    r"(?:\s\w+){0,2}\s(?:anterior|pasad[oa]|precedente|précédente?|del año (?:anterior|pasado)|of last year"
    r"|de l['’]an(?:née)? (?:dernière?|passée?|précédente))\b",
    re.IGNORECASE,
)


_COMING = Sought(
    r"\b(?:(?:the|its|their|a)\s(?:\w+\s)?(?:next|upcoming|following|subsequent)"
    r"|(?:la|el|su|una)\s(?:próxim[oa]|siguiente|futur[oa])|(?:la|le|sa|son|leur|une)\s(?:prochaine?|future?))\s(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)


def is_coming(text: str, at: int) -> bool:
    """Whether a meeting is told as one to come after that which is spoken of: "la prochaine rencontre"."""
    return _COMING.search(text, max(0, at - 40), at) is not None


def is_earlier(text: str, at: int, to: int) -> bool:
    """Whether a meeting is one before that which is spoken of: "the previous meeting", "la reunión anterior"."""
    before = _EARLIER.search(text, max(0, at - 40), at)
    return before is not None or _EARLIER_BEHIND.match(text, to) is not None


def of_what(text: str, at: int, spans: Row, number: int | None) -> tuple[str, ...]:
    """Whose meeting it is as told before its name: "RCM held its next meeting", "Steering Committee, 14th meeting"."""
    begun = max((end.end() for end in _SENTENCE_ENDS.finditer(text, max(0, at - _FARTHEST_BODY), at)), default=0)
    bodies = [span for span in spans.starting(max(begun, at - _FARTHEST_BODY), at) if span.code in "RPWFU"]
    for subject in bodies:
        between = _ASIDE.sub("", text[subject.to : at])
        if len(between) < _FARTHEST_OWNER and _OWN.search(between):
            alone = len({span.entity for span in bodies}) == 1 or subject.at - begun < _OPENING
            return (subject.entity,) if alone else ()
    if _ITS.fullmatch(text, begun, at):
        earlier = [end.end() for end in _SENTENCE_ENDS.finditer(text, 0, max(0, begun - 2))]
        told = {span.entity for span in spans.starting(max(earlier, default=0), begun) if span.code in "RPWF"}
        return tuple(told) if len(told) == 1 else ()
    body = spans.last_before(at)
    if body is None or body.code not in "RPWF":
        return ()
    between = text[body.to : at]
    appended = _APPENDED.fullmatch(between) if number else _HEADED.fullmatch(between) and text[at].isupper()
    return (body.entity,) if appended else ()
