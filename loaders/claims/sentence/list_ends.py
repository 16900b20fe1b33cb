"""Where an enumeration of names ends: names in a row may be of two clauses, or of two lists."""

import re
from itertools import pairwise

from loaders.rules.cues import cue

SEPARATOR_WORDS = (
    "and|y a|y|e|et|or|as well as|así como|ainsi que|together with|along with|junto con|junto a|además de|plus|also"
    "|también|tanto|"
    "representatives of|representatives from|delegations of|delegations from|by|in cooperation with"
    "|in collaboration with|in partnership with|en colaboración con|"
    "en coopération avec|en partenariat avec|avec|jointly with|in (?:conjunction|association|consultation) with"
    "|(?:en conjunto|conjuntamente|en conjunción|en asociación|en alianza|en coordinación|de manera conjunta) con"
    "|(?:conjointement|en association|en lien|de concert|en coordination) avec"
)
CONJUNCTION = re.compile(rf"\b(?:{SEPARATOR_WORDS})\b|[&;/]")
_OTHER_CLAUSE = re.compile(r",\s(?:and|y|et)\s")  # "Participaron A y B, y C lo hizo como observador"
_GOES_ON = re.compile(r"\s+[^\W\d_]")
_CLAUSES = re.compile(r",\s(?:and|y|et)\s(?:the\s|l['’]|le\s|la\s|les\s|los\s|el\s)?")
_HAS_SUBJECT = re.compile(r"⟦[SUOH]#\d+⟧,?\s(?:\w+\s){1,4}(?:the\s|l['’])?$")
_NEAR = 60
ONE_TOKEN = re.compile(r"⟦([A-Z]+)#(\d+)⟧")


def end_of_list(text: str, found: re.Match[str]) -> int:
    """How far the tokens that `found` holds are one list, in letters from its beginning; `text` is the sentence.

    A list that the sentence ends with goes to its end, but for one more name behind a pair.
    """
    closed = min(_closed_by_conjunction(found[0]), _closed_by_comma(text, found), _closed_by_office(text, found))
    if not _GOES_ON.match(text, found.end()):
        return closed
    return min(closed, _closed_by_semicolon(found[0]), _closed_by_kind(found[0]), _closed_by_clause(text, found))


def _closed_by_conjunction(words: str) -> int:
    """Where an enumeration ends: "A and B, C presented" is A and B; "A and B, C and D" goes on."""
    tokens = list(ONE_TOKEN.finditer(words))
    joined = [bool(CONJUNCTION.search(words[a.end() : b.start()])) for a, b in pairwise(tokens)]
    if True in joined:
        first = joined.index(True)
        if first < len(joined) - 1 and _OTHER_CLAUSE.match(words, tokens[-2].end()):
            return tokens[-2].end()
        # one more name behind the pair begins a clause; several go on with the list
        if first + 2 == len(joined) and not joined[-1]:
            return tokens[first + 1].end()
    return len(words)


def _closed_by_comma(text: str, words: re.Match[str]) -> int:
    """As in "Alongside Ghana, Togo took part": a comma between two behind such words parts them."""
    tokens = list(ONE_TOKEN.finditer(words[0]))
    beside = len(tokens) == 2 and words[0][tokens[0].end() : tokens[1].start()].startswith(", ")
    joined = CONJUNCTION.search(words[0][tokens[0].end() : tokens[1].start()]) if beside else None
    return (
        tokens[0].end()
        if beside and not joined and cue("mixed_lists", "beside").search(text, 0, words.start())
        else len(words[0])
    )


def _closed_by_office(text: str, words: re.Match[str]) -> int:
    """As in "the co-chairs of ⟦W⟧, ⟦S⟧ and ⟦S⟧": behind the body of an office follow those who hold it."""
    first, second = list(ONE_TOKEN.finditer(words[0]))[:2]
    held = first[1] != second[1] and words[0][first.end() : second.start()].lstrip().startswith(",")
    office = held and cue("mixed_lists", "office-of").search(text, max(0, words.start() - _NEAR), words.start())
    return first.end() if office else len(words[0])


def _closed_by_clause(text: str, words: re.Match[str]) -> int:
    """As in "Tunisia replaced Uganda, and Spain took over": what follows ", and" has a verb of its own.

    What follows a person and is none begins a clause without a comma too: "Chad sent Ms. X and Libya came".
    """
    tokens = list(ONE_TOKEN.finditer(words[0]))
    between = words[0][tokens[0].end() : tokens[1].start()]
    comma = "," if [token[1] == "H" for token in tokens] == [True, False] and between[0] == " " else ""
    joined = len(tokens) == 2 and _CLAUSES.fullmatch(comma + between)
    return tokens[0].end() if joined and _HAS_SUBJECT.search(text, 0, words.start()) else len(words[0])


def _closed_by_semicolon(words: str) -> int:
    """Before a clause of its own an enumeration ends: "with Portugal; Thailand spoke" names Portugal alone."""
    tokens = list(ONE_TOKEN.finditer(words))
    parted = [";" in words[a.end() : b.start()] for a, b in pairwise(tokens)]
    return tokens[parted.index(True)].end() if parted.count(True) == 1 else len(words)


def _closed_by_kind(words: str) -> int:
    """Where a list of one kind ends before one of another: "by ECLAC and IOM, Peru and Chile presented" is of two."""
    tokens = list(ONE_TOKEN.finditer(words))
    joined = [bool(CONJUNCTION.search(words[a.end() : b.start()])) for a, b in pairwise(tokens)]
    if joined.count(True) != 2 or not joined[-1]:
        return len(words)
    last = joined.index(True) + 1
    before, behind = ({token[1] == "S" for token in part} for part in (tokens[: last + 1], tokens[last + 1 :]))
    comma = words[tokens[last].end() : tokens[last + 1].start()] == ", "
    return len(words) if before & behind or not comma else tokens[last].end()
