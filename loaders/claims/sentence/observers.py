"""Where a list ends that observers close: "Benin and Togo, as well as Chad, as observers" tells it of Chad alone."""

import re

from loaders.rules.sought import Sought

_JOINED = re.compile(
    r",?\s(?:as well as|together with|along with|así como|junto con|junto a|además de|ainsi que|de même que)\s"
)
_AS_OBSERVERS = Sought(
    r",?\s?(?:(?:all|both|this last|estos últimos|este último|tous|ces derniers|ce dernier)\s)?"
    r"(?:as|in (?:an|their|its)|como|en (?:su |sa |leur )?(?:calidad|carácter|condición|qualité)|en tant qu|à titre)\b"
    r"[^⟦⟧.;,]{0,25}?observ",
    re.IGNORECASE,
)
# "du Niger et du Tchad, ce dernier pour la première fois comme observateur"
_THE_LAST = Sought(
    r"[,;]\s(?:(?:and|y|et)\s)?(?:the latter|the last|ce dernier|cette dernière|[eé]st[ea] últim[oa])\b"
    r"[^⟦⟧.;]{0,70}?observ",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"⟦[A-Z]+#\d+⟧")
_FARTHEST, _FARTHEST_LAST = 60, 120


def parted_from_observers(words: str, text: str, end: int) -> int:
    """How far the enumeration `words` goes, which stands in `text` up to `end`, before the observers that close it."""
    tokens = list(_TOKEN.finditer(words))
    if len(tokens) > 1 and _THE_LAST.match(text, end, end + _FARTHEST_LAST):
        return tokens[-2].end()
    joined = list(_JOINED.finditer(words))
    if joined and _AS_OBSERVERS.match(text, end, end + _FARTHEST):
        return joined[-1].start()
    return len(words)
