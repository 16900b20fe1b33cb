"""Round tables that a text counts and then tells by their place alone: "four round tables. The first, on ..."."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.recognition.names.ordinals import ordinal
from loaders.rules.sought import Sought
from loaders.rules.word_lists import lists

_SEVERAL = Sought(
    r"\b(?:(?:two|three|four|five|six|dos|tres|cuatro|cinco|seis|deux|trois|quatre|cinq|six|\d|the|l[ae]s|ces|estas)\s)"
    r"(?:[\w-]+\s)?(?:round[ -]?tables|mesas redondas|tables rondes)\b(?!\s\d)",
    re.IGNORECASE,
)
_MOST = 6


@lru_cache(maxsize=1)
def _place() -> Sought:
    known = lists()
    told = "|".join(known[name] for name in ("covers", "is-about", "covered", "presided"))
    return Sought(
        r"\b(?:the\s|las?\s)(?P<n>[\w-]{3,12})(?P<one>\sone)?"
        rf"(?=\s?[,(:]|\s[–—-]\s|\s(?:{told}|will|is|was|has|looks?|se|será|sera|est|était|estará|fue|a|aura)\b)",
        re.IGNORECASE,
    )


def tables_in_order(text: str) -> Iterator[tuple[int, int, int]]:
    """Each such round table: where its word stands, and its number."""
    counted = next(_SEVERAL.finditer(text), None)
    for told in _place().finditer(text, counted.end()) if counted else ():
        number = ordinal(told["n"])
        if number and number <= _MOST:
            yield told.start("n"), told.end(), number
