"""English for names that Spanish and French papers make of the common words of this field.

Phrases stand before words; reference data names states, places and bodies, and what is of a state.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from loaders.recognition.names.gazetteer import reference_names
from loaders.recognition.names.ordinals import in_words, known_ordinals, ordinal
from loaders.rules.common_words import adjective_forms, noun_forms
from loaders.rules.lexicons import load
from ontology.reference import labels

_TOKEN = re.compile(r"[ldLD]['’]|[\w’'-]+|[^\w\s]")
_LONGEST = 15  # words of a phrase
_MOST_STRANGERS = 3  # words that close a name after "of" or "in": the name of a place
_SMALL = frozenset("the of on for and in with to between against or by at under without , (".split())
_OPENS_PLACE = frozenset("of in at to for the".split())
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}")
_SHORT_FORM = re.compile(r"\s\([A-Z][\w-]{1,10}\)")
_SPACE = re.compile(r"\s(?=[,.;:)])|(?<=\()\s")
_NAMES = ("name", "variant", "official", "acronym")
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Glossary:
    """phrases: English by the words of a phrase. adjectives, places: single words that are (also) one."""

    phrases: Mapping[_Words, str]
    adjectives: Mapping[_Words, str]
    places: Mapping[_Words, str]


@lru_cache(maxsize=2)
def _glossary(language: str) -> _Glossary:
    words, vocabulary = load("glossary"), load("vocabulary")
    ordinals = ((word, in_words(number).lower()) for word, number in known_ordinals().items())
    nouns = (form for told, own in vocabulary["nouns"].items() for word in own for form in noun_forms(word, told))
    own = (*_turned(vocabulary[language]), *_turned(words["words"]), *_turned(vocabulary["phrases"]))
    adjectives = [
        *_turned(words["adjectives"]),
        *(
            (form, told)
            for told, own in vocabulary["adjectives"].items()
            for word in own
            for form in adjective_forms(word)
        ),
        *_of_states(),
    ]
    called = [one for one in _called() if " " in one[0]]
    places = [one for one in _called() if " " not in one[0]]
    return _Glossary(_first((*own, *ordinals, *nouns, *adjectives, *called)), _first(adjectives), _first(places))


def _turned(section: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    yield from ((phrase, english) for english, phrases in section.items() for phrase in phrases)


def _first(told: Iterable[tuple[str, str]]) -> Mapping[_Words, str]:
    """By words; what was told first holds."""
    held: dict[_Words, str] = {}
    for phrase, english in told:
        held.setdefault(tuple(_words(phrase)), english)
    return held


def _called() -> Iterator[tuple[str, str]]:
    """What reference data calls in Spanish or French."""
    for label in labels():
        of_place = label.path.startswith(("place/", "state/")) and label.language == "en"
        if (label.language in ("es", "fr") or of_place) and label.kind in _NAMES and not label.needs:
            yield label.text, reference_names()[label.path]


def _of_states() -> Iterator[tuple[str, str]]:
    """What is of a state: "guatemalteco"."""
    english: dict[str, str] = {}
    for label in labels():
        if label.kind == "demonym" and label.language == "en":
            english[label.path] = min(label.text, english.get(label.path, label.text), key=len)
    for label in labels():
        if label.kind == "demonym" and label.language in ("es", "fr"):
            yield label.text, english.get(label.path, reference_names()[label.path])


def titled(english: str) -> str:
    """The name of a body: "Ministry of Foreign Affairs"."""
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in english.split(" "))


def _words(text: str) -> list[str]:
    return [token.casefold().replace("’", "'") for token in _TOKEN.findall(text)]


@lru_cache(maxsize=1024)
def in_english(name: str, language: str) -> str | None:
    """A name in English; None where it is English already, or where glossary and reference data do not know a word.

    Names of places stay as they are: words with a capital in a name of small words, or the last ones behind "of".
    """
    if language not in ("es", "fr"):
        return None
    told = _Told(_SHORT_FORM.sub("", name), _glossary(language))
    return told.english if told.read() else None


class _Told:
    """A name as it is told in English, word by word."""

    def __init__(self, name: str, glossary: _Glossary) -> None:
        self._tokens, self._low, self._glossary = _TOKEN.findall(name), _words(name), glossary
        self._upper = name.isupper()
        self._told: list[str] = []
        self._strange: list[int] = []  # places of words with a capital that nothing knows
        self._known = self._titled = self._described = False

    @property
    def english(self) -> str:
        """The name in English, without articles."""
        said = _SPACE.sub("", " ".join(word for word in self._told if word != "the"))
        return said[0].upper() + said[1:]

    def read(self) -> bool:
        """Put all into English; whether that could be done."""
        at = 0
        while at < len(self._tokens):
            length = self._phrase(at) or self._stranger(at)
            if not length:
                return False
            at += length
        return self._known and not (self._strange and self._titled and not self._closing())

    def _phrase(self, at: int) -> int:
        """How many words were put into English as one phrase: the longest that is known."""
        told, capital = self._told, self._tokens[at][0].isupper()
        one = (self._low[at],)
        if capital and self._town(at):
            return self._stranger(at)
        place = self._glossary.places.get(one) if capital else None
        if place and (not told or told[-1] in _OPENS_PLACE or one not in self._glossary.phrases):
            told[-1:] = ["in"] if told[-1:] == ["to"] else told[-1:]  # "ambassade à Madrid"
            told.append(place)
            return 1
        for length in range(min(_LONGEST, len(self._low) - at), 0, -1):
            words = tuple(self._low[at : at + length])
            adjective = self._glossary.adjectives.get(words)
            if adjective and told and (told[-1] not in _SMALL or (told[-1] == "and" and self._described)):
                self._describe(adjective)
                return length
            if english := self._glossary.phrases.get(words):
                told.append(english)
                if english not in _SMALL:
                    self._known, self._described = True, False
                    self._titled |= at > 0 and capital
                return length
        return 0

    def _town(self, at: int) -> bool:
        """Whether the last word is the town that a declaration or university is of."""
        last = (
            at == len(self._tokens) - 1 and self._told[-1:] == ["of"] and (self._low[at],) not in self._glossary.places
        )
        return last and " ".join(self._told[:-1]).lower() in load("vocabulary")["of_towns"]

    def _describe(self, adjective: str) -> None:
        """An adjective stands before its noun, two of them with "and" between: "Diplomatic and consular academy"."""
        joined = ["and"] if self._told[-1] == "and" else []
        if joined:
            self._told.pop()
        self._told[-1:-1] = [*joined, adjective]
        self._described = True

    def _stranger(self, at: int) -> int:
        """A word that is not known: a name where it has a capital, a number, a sign."""
        word = self._tokens[at]
        if word[0].islower():
            return 0
        numeral = ordinal(word)
        if word.isalpha() and not numeral and (self._upper or not _ACRONYM.fullmatch(word)):
            self._strange.append(len(self._told))
        self._told.append(word.capitalize() if self._upper and not numeral else word)
        return 1

    def _closing(self) -> bool:
        """Whether the strange words are the last ones, behind "of" or "in"."""
        first, many = self._strange[0], len(self._strange)
        behind = first > 0 and self._told[first - 1] in _OPENS_PLACE
        return behind and many <= _MOST_STRANGERS and self._strange == list(range(first, len(self._told)))
