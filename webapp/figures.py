"""Figures as people write them: `USD 12.5 million`, `25 champions`, `25 member states (states represented)`."""

import re
from decimal import Decimal, InvalidOperation

_CURRENCY = re.compile(r"[A-Z]{3}")
_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def number(value: object) -> str:
    """A number with groups of thousands; anything else as it is."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return f"{found.normalize():,f}" if found.is_finite() else str(value)


def figure(value: object, unit: str = "") -> str:
    """A figure with its unit: money by its code before it and in millions where it has them, counts with the noun."""
    code, _, scale = unit.partition(" ")
    if not _CURRENCY.fullmatch(code):
        return f"{number(value)} {unit}".rstrip()
    return f"{code} {number(value)} {scale}".rstrip() if scale else f"{code} {_scaled(value)}"


def measured(unit: str, measure: str) -> str:
    """What a figure measures, where its unit does not say so already: `champions` of `25 champions` is nothing new."""
    return "" if _bare(measure) in _bare(unit) else measure


def _scaled(value: object) -> str:
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    for size, name in _SCALES:
        if amount.is_finite() and abs(amount) >= size and amount % (size / 100) == 0:
            return f"{number(amount / size)} {name}"
    return number(value)


def _bare(words: str) -> str:
    """Without case, spaces and the plural, by which `round tables` and `roundtable` differ."""
    return "".join(words.casefold().split()).removesuffix("s")
