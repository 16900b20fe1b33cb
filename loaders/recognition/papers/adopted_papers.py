"""Papers named in small letters by the city that adopted them: "déclaration de Cadix", "the Praia conclusions"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row
from loaders.rules.lexicons import alternatives, load

_WHICH = r"(?:political|joint|ministerial|politique|conjointe|ministérielle|política|conjunta)"
_LONGEST = 60


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("bodies")["documents"]
    before = rf"\b{alternatives(words['of_city'])}(?:\s{_WHICH})?(?:\s(?:de|du)\s(?:la\s)?|\sd['’])$"
    behind = rf"\s(?:{_WHICH}\s)?{alternatives(words['by_city'])}\b(?:\s20\d\d[-–]20\d\d)?"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


def papers_of_cities(text: str, row: Row) -> Iterator[Found]:
    """Papers with the name of a city that is known. row: the names that are known already."""
    before, behind = _patterns()
    for city in row.starting(0, len(text)):
        if city.code != "C" or not city.entity.startswith("place/"):
            continue
        window = max(0, city.at - _LONGEST)
        of_city = before.search(text[window : city.at])
        by_city = behind.match(text, city.to)
        if of_city:
            at, to = window + of_city.start(), city.to
        elif by_city:
            at, to = city.at, by_city.end()
        else:
            continue
        yield Found(at, to, "Instrument", text[at:to])
