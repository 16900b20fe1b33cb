"""Papers that only what is done with them tells: "a road map was adopted", "aprobaron una Agenda Ciudadana"."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found, class_of_name
from loaders.recognition.names.spans import Row
from loaders.recognition.people.people import whole_name
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_CAPITAL = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w'’-]+"
_SMALL = r"(?:of|on|for|the|and|to|in|del?|la|las|los|y|para|sobre|contra|con|des?|du|les?|et|pour|sur)"
_YEARS = r"(?:\s\(?20\d\d(?:[-–]20\d\d)?\)?)?"
_LONGEST = 40  # of what may stand between a paper and the next


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Sought]:
    words = load("plain_papers")
    verbs = alternatives([f"[{verb[0]}{verb[0].upper()}]{verb[1:]}" for verb in words["verbs"]])
    deed = rf"\b(?:{verbs}\w*|{alternatives(words['ends'])})"
    by = rf"(?:,?\s(?:{alternatives(words['by'])}),?)?"
    any_article = rf"(?:\s(?i:{alternatives([*words['indefinite'], *words['definite']])})\b|\sl['’])"
    of = r"(?:\s(?:of|de|del|du|des)|\sd['’])?"
    fresh, which = (rf"(?:{alternatives(words[key])}\s){{0,2}}" for key in ("fresh", "which"))
    noun = rf"(?P<noun>{which}{alternatives(words['nouns'])}(?:\s{alternatives(words['adjectives'])})?){_YEARS}"
    article = (
        rf"(?:(?P<any>\b(?i:{alternatives(words['indefinite'])}))|(?P<the>\b(?i:{alternatives(words['definite'])})))\s"
    )
    on = rf"(?P<on>\s{alternatives(words['on'])}\s(?:the\s|la\s|las\s|los\s|el\s|les?\s|l['’])?|\sd['’])?"
    done = rf"[^.;:]{{0,60}}?\b{alternatives(words['passive'])}\s(?:\w+\s){{0,2}}?{verbs}"
    return {
        "object": Sought(rf"{deed}{by}{of}\s{article}{fresh}{noun}\b{on}"),
        "subject": Sought(rf"(?i:{article}){fresh}{noun}\b{on}(?={done})"),
        "devoted": Sought(
            rf"(?:(?i:{article})|(?<=['’]s\s)){fresh}(?P<noun>{which}"
            rf"{alternatives([*words['nouns'], *words['devoted']])}(?:\s{alternatives(words['adjectives'])})?)"
            rf"{_YEARS}{on}(?=[^.;:()]{{0,110}}?\b(?i:objectives?|objetivos?|objectifs?)\s\d)"
        ),
        "another": Sought(rf"\s(?:and|y|e|et){any_article}?\s?{alternatives(words['nouns'])}\b"),
        "titled": Sought(
            rf"{deed}{by}{of}{any_article}?\s?[\"“«]?\s?(?P<title>{_CAPITAL}(?:(?:\s{_SMALL}){{0,3}}\s(?:{_CAPITAL}|[dl]['’]{_CAPITAL}))+{_YEARS})"
        ),
    }


def plain_papers(text: str, row: Row, reach: Callable[[int], int]) -> Iterator[Found]:
    """Papers by what is done with them. row: the names that are known already. reach: where what they are on ends."""
    for role in ("object", "subject", "devoted"):
        for found in _patterns()[role].finditer(text):
            at, to = found.start("noun"), _end(text, found, reach)
            anybody = found["the"] and to == found.end("noun") and " " not in found["noun"]  # "the declaration"
            if not (anybody or row.touching(at, found.end("noun"))):
                yield Found(at, to, "Instrument", text[at:to])
    for found in _patterns()["titled"].finditer(text):
        at, to = found.span("title")
        name = found["title"]
        if class_of_name(name) in (None, "Instrument") and not (row.touching(at, to) or whole_name(name)):
            yield Found(at, to, "Instrument", name)


def _end(text: str, found: re.Match[str], reach: Callable[[int], int]) -> int:
    """Where a name ends, with what the paper is on; another paper behind "and" has a name of its own."""
    if not found["on"]:
        return found.end()
    to = reach(found.end("on"))
    another = _patterns()["another"].search(text, found.end("on"), to + _LONGEST)
    to = min(to, another.start()) if another else to
    return to if to > found.end("on") else found.start("on")
