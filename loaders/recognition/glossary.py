"""English for names that Spanish and French papers make of the common words of this field."""

import re
from functools import lru_cache

from loaders.recognition.ordinals import in_words, known_ordinals, ordinal
from loaders.rules.lexicons import load

_TOKEN = re.compile(r"[ldLD]['’]|[\w’'-]+|[^\w\s]")
_LONGEST = 15  # words of a phrase
_MOST_STRANGERS = 3  # in a name in capitals, which hide what is a name
_SMALL = frozenset(("the", "of", "on", "for", "and", "in", "with", "to", "between", "against", ","))


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], str]:
    ordinals = {(word,): in_words(number).lower() for word, number in known_ordinals().items()}
    entries = [entry for part in load("glossary").values() for entry in part.items()]
    return ordinals | {tuple(_words(phrase)): english for english, phrases in entries for phrase in phrases}


def _words(text: str) -> list[str]:
    return [token.casefold().replace("’", "'") for token in _TOKEN.findall(text)]


@lru_cache(maxsize=1024)
def in_english(name: str, language: str) -> str | None:
    """A name in English; None where it is English already or has a common word that the glossary does not know.

    Names of places and other words with a capital stay as they are.
    """
    if language == "en":
        return None
    tokens, low = _TOKEN.findall(name), _words(name)
    told: list[str] = []
    at, known, strange = 0, 0, 0
    strangers = _MOST_STRANGERS if name.isupper() else 0
    while at < len(tokens):
        length = next((n for n in range(_LONGEST, 0, -1) if tuple(low[at : at + n]) in _phrases()), 0)
        if length:
            english = _phrases()[tuple(low[at : at + length])]
            behind = bool(told) and english in load("glossary")["adjectives"] and told[-1] not in _SMALL
            told.insert(len(told) - behind, english)
            known += length
        else:
            strange += tokens[at][0].islower() or (strangers and tokens[at].isalpha())
            told.append(tokens[at].capitalize() if strangers and not ordinal(tokens[at]) else tokens[at])
        at += length or 1
    name = " ".join(word for word in told if word != "the")
    said = re.sub(r"\s([,.;:)])", r"\1", name)
    return said[0].upper() + said[1:] if known and strange <= strangers else None
