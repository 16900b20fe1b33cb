"""Things named by number: objectives, roundtables, resolutions.

Numbers are read only behind their own noun, so "paragraph 47", "RT 4" and "objective 7" never meet.
"""

import re
from collections.abc import Iterator

from graph.iris import slug
from loaders.recognition.names.editions import year_of_edition
from loaders.recognition.names.spans import Span
from loaders.recognition.names.tables_in_order import tables_in_order
from loaders.rules.sought import Sought

_WORD_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("one", "uno", "una", "un", "une", "first", "primera", "première"),
            ("two", "dos", "deux", "second", "segunda", "deuxième"),
            ("three", "tres", "trois", "third", "tercera", "troisième"),
            ("four", "cuatro", "quatre", "fourth", "cuarta", "quatrième"),
        ),
        start=1,
    )
    for word in words
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
LAST_OBJECTIVE = 23
LAST_ROUNDTABLE = 4

_LIST = (
    r"\d{1,2}(?:(?:\s*(?:,|;|/|&|to\b|through\b|and\b|y\b|e\b|et\b|à\b|a\b|[-–]"
    r"|(?:in part|partly|en parte|en partie|as well as|así como|ainsi que)\b))+\s*\d{1,2})*"
    r"(?:\s*,\s*(?:and|y|et)\s+\d{1,2})*"
)
_OBJECTIVES = Sought(
    rf"\b(?:objectives?|objetivos?|objectifs?|obj\.)\s*(?:of the (?:GCM|Global Compact)|del (?:PMM|Pacto Mundial)"
    rf"|du Pacte mondial)?(?: numbered)?"
    r"(?: (?:concerned|covered|addressed|abordados?|relacionados?|cubiertos?|concernés?|visés?|couverts?|traités?)"
    r"(?=\s?:))?"
    rf"\s*(?:(?:nos?|n[úu]ms?|n)[.°º]?\s*)?:?\s*(?P<list>{_LIST})(?!\s*(?:%|per cent))",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(\d{1,2})(?:\s*(?:to|through|a|à|[-–])\s*(\d{1,2}))?")
_NUMERAL = r"(?:\d|IV|I{1,3}|one|two|three|four|uno|dos|tres|cuatro|un|deux|trois|quatre)"
_ROUNDTABLE = Sought(
    rf"\b(?:round[ -]?tables?|RT|mesas? redondas?|MR|tables? rondes?)\s*(?:(?:no\.?|n[°º]|núm\.)\s*)?"
    rf"(?P<n>{_NUMERAL})\b",
    re.IGNORECASE,
)
_ORDINAL_ROUNDTABLE = Sought(
    r"\b(?P<n>first|second|third|fourth|primera|segunda|tercera|cuarta|première|deuxième|troisième|quatrième)"
    r"\s+(?:IMRF\s+)?(?:round[ -]?table|mesa redonda|table ronde)\b"
    r"(?!\s(?:of|de|del|du)\s(?:(?:the|that|this|esa|esta|la|cette)\s)?(?:[\w-]+\s)?(?:review|revisión|examen)\b"
    r"(?!\s[Ff]orum))",
    re.IGNORECASE,
)
_THIS_ROUNDTABLE = Sought(
    r"\b(?:the|this|la|esta|cette)\s+(?P<noun>round[ -]?table|mesa redonda|table ronde)\b(?!\s+(?:\d|on|sur|sobre|I"
    r"|one|two|three|four)\b)",
    re.IGNORECASE,
)
_OF_EDITION = re.compile(
    r"(?:\s|,)+(?:of|at|del?|du|de la)\s(?:the\s|el\s|le\s)?(?P<edition>[\w-]+)\s"
    r"(?:IMRF|International Migration Review|Foro de Examen|Forum d['’]examen)"
    r"|(?:\s|,)+(?:of|at|del?|du)\s(?:the\s|el\s|le\s)?(?:IMRF|FEMI)\s(?P<year>20\d\d)",
    re.IGNORECASE,
)
_RESOLUTION = Sought(r"\bA/(?:RES|CONF|AC|HRC|C)[./](?:[A-Z]?\d+[/.]?)+(?:L\.\d+)?(?:/Rev\.\d+)?", re.IGNORECASE)
_RESOLUTION_IN_WORDS = Sought(
    r"\b(?:General Assembly resolution|resolución(?: de la Asamblea General)?|résolution"
    r"(?: de l['’]Assemblée générale)?|resolution)"
    r"\s+(?P<n>\d{2}/\d{1,3})\b",
    re.IGNORECASE,
)


_PRINCIPLES = {
    "principle/i": Sought(
        r"\bwhole-\s?of\s?-\s?government\b(?=.{0,60}\bapproach)|\benfoque pangubernamental\b"
        r"|\bapproche pangouvernementale\b",
        re.IGNORECASE,
    ),
    "principle/j": Sought(
        r"\bwhole-\s?of\s?-\s?society\b(?=.{0,60}\bapproach)|\benfoque pansocial\b|\bapproche pansociétale\b",
        re.IGNORECASE,
    ),
}


def principles(text: str) -> Iterator[Span]:
    """The two principles that running text calls by their own words; the others are everyday words."""
    for path, pattern in _PRINCIPLES.items():
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), "G", path, "words")


def roundtable_number(word: str) -> int | None:
    """1 to 4 from a digit, a Roman numeral or a number word; None for anything else."""
    low = word.casefold()
    if low.isdigit():
        return int(low)
    return _ROMAN.get(low) or _WORD_NUMBERS.get(low)


def objectives(text: str) -> Iterator[Span]:
    """A span for each objective of a list; a range ("objectives 4 to 6") is one span that names all within it."""
    for found in _OBJECTIVES.finditer(text):
        start, listed = found.start("list"), found["list"]
        for item in _ITEM.finditer(listed):
            low, high = int(item[1]), int(item[2] or item[1])
            if not 1 <= low <= high <= LAST_OBJECTIVE:
                continue
            paths = [f"objective/{number}" for number in range(low, high + 1)]
            # a single objective takes its noun with it: "Objective 7", not "7"
            alone = item[0] == listed and ":" not in found[0]  # "Objectives: 15" is a label and its value
            at = found.start() if alone else start + item.start()
            yield Span(at, start + item.end(), "J", paths[0], "number", also=tuple(paths[1:]))


def roundtables(text: str, edition: str) -> Iterator[Span]:
    """Roundtables of the review forum by number; `edition` is the year of the forum that the text is about."""
    for pattern in (_ROUNDTABLE, _ORDINAL_ROUNDTABLE):
        for found in pattern.finditer(text):
            number = roundtable_number(found["n"])
            if number and number <= LAST_ROUNDTABLE:
                said = _OF_EDITION.match(text, found.end())
                year = (said and (said["year"] or year_of_edition(said["edition"]))) or edition
                yield Span(found.start(), found.end(), "T", f"roundtable/imrf-{year}-{number}", "number")


def roundtables_in_order(text: str, edition: str) -> Iterator[Span]:
    """Roundtables of the forum that a text counts, and tells by their place."""
    for at, to, number in tables_in_order(text):
        if number <= LAST_ROUNDTABLE:
            yield Span(at, to, "T", f"roundtable/imrf-{edition}-{number}", "coreference")


def this_roundtable(text: str, path: str) -> Iterator[Span]:
    """As in "The Roundtable", "this round table" in a paper on one of them."""
    for found in _THIS_ROUNDTABLE.finditer(text):
        yield Span(found.start("noun"), found.end("noun"), "T", path, "coreference")


def resolutions(text: str) -> Iterator[tuple[Span, str]]:
    """United Nations document symbols, with the symbol in its standard spelling."""
    for found in _RESOLUTION.finditer(text):
        symbol = found[0].rstrip("./").upper().replace("REV", "Rev")
        yield Span(found.start(), found.start() + len(symbol), "I", f"instrument/{slug(symbol)}", "symbol"), symbol
    for found in _RESOLUTION_IN_WORDS.finditer(text):
        symbol = f"A/RES/{found['n']}"
        yield Span(found.start(), found.end(), "I", f"instrument/{slug(symbol)}", "symbol"), symbol
