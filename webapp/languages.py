"""The languages of labels, and which one a reader gets."""

from collections.abc import Iterable

OFFERED = {"en": "English", "es": "Español", "fr": "Français"}
"""What a reader may choose; the interface itself is in English."""

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def choose_language(wanted: str | None, accepted: Iterable[str]) -> str:
    """`wanted` where we offer it, else the first accepted language that we offer, else English."""
    if wanted in OFFERED:
        return wanted
    for tag in accepted:
        if tag.split("-")[0].lower() in OFFERED:
            return tag.split("-")[0].lower()
    return "en"


def fallback(language: str) -> tuple[str, ...]:
    """The order in which labels are looked for: the language, then English, Spanish, French, then the other UN ones."""
    return tuple(dict.fromkeys((language, "en", "es", "fr", "ar", "ru", "zh")))


def direction(language: str) -> str:
    """`rtl` or `ltr`, for the `dir` attribute."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
