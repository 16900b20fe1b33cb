"""How alike two names are, spelling, case, accents and small words aside."""

import re
import unicodedata

_NOT_NAME = re.compile(r"[^a-z0-9/]+")
_SMALL_WORDS = frozenset("the of on for a an and in to de la el los las y sur le les des du et un gcm".split())


def name_key(text: object) -> str:
    """Lower-case ASCII words of a name, `/` kept (`A/RES/73/195`); the empty string for nothing."""
    plain = unicodedata.normalize("NFKD", "" if text is None else str(text))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_NAME.sub(" ", letters.casefold()).strip()


def _words(text: str) -> frozenset[str]:
    return frozenset(name_key(text).split()) - _SMALL_WORDS


def shares_word(one: str, other: str) -> bool:
    """Whether the two have a word in common, small words aside."""
    return bool(_words(one) & _words(other))


def likeness(one: str, other: str) -> float:
    """Share of common words, 0 to 1: half for what the shorter name shares, scaled up as the longer shares it too."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return 0.0
    common = len(a & b)
    return common / min(len(a), len(b)) * (0.5 + 0.5 * common / max(len(a), len(b)))
