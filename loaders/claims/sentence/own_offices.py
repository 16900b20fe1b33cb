"""Whose office it is that stands behind a name: its own, or that of a person who is told of by it."""

import re

_AS = re.compile(
    r"⟧,?\s?(?:as|in (?:its|their)|como|en (?:sus?|calidad|ejercicio)|en tant que|en (?:sa|leur) qualité)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"⟧(?:,\s|\s?\()")
_COUNTRY = re.compile(r"⟧,?\s(?:the\s)?(?:country|state|país|pays)\b", re.IGNORECASE)
_DOER = re.compile(
    r"\b(?:by|from|with|to|por|con|al?|par|avec|à|aux?)\s(?:(?:the|el|la|los|las|le|les)\s|l['’])?$", re.IGNORECASE
)
# "⟦H⟧, ...", "the Minister of Labour of": whoever is told of here holds the office, and not what they are of
_OF_A_PERSON = re.compile(
    r"(?:⟦H#\d+⟧|minist|secretar|secrétaire|direct|ambassad|embajad|chief|head|jef[ae]|chef|commission|comisi)[^⟦⟧.;]*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"⟦[A-Z]*[SOH][A-Z]*#")
_GOES_ON = re.compile(r",\s(?:and|y|et)\s", re.IGNORECASE)
_LONGEST_TITLE = 90


def is_its_own_office(text: str, token: int, to: int) -> bool:
    """Whether an office that a match up to `to` tells of the name at `token` is its own, whatever the name hangs on.

    "Statements were made by ⟦S⟧, in its capacity as chair"; "the director of ⟦S⟧, country that holds the presidency".
    """
    behind = text.find("⟧", token)
    if _OTHERS.search(text, behind, to) or _GOES_ON.search(text, behind + 2, to):
        return False
    if _COUNTRY.match(text, behind):
        return True
    if _OF_A_PERSON.search(text, max(0, token - _LONGEST_TITLE), token):
        return False
    doer = _DOER.search(text, 0, token) is not None
    return _AS.match(text, behind) is not None or (doer and _APPOSED.match(text, behind) is not None)
