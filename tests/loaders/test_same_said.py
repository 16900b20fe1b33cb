"""A sentence that is told in another form says the same: each claim of the banks of sentences holds under each change.

A change that leaves the words of a claim as they are must not lose it. A few sentences are so worded that a change
makes another sentence of them; hence a share, and not all.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from loaders.reading.language import likeliest
from tests.loaders.test_sentences import BANKS, Entry, stated

_EACH = 8  # one of so many sentences that a change touches: all of them would take minutes
_FEW = 40  # but all of these
_LEAST = 0.95  # of the sentences that a change touches keep all their claims
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FRONTS = {"en": "In addition, ", "es": "Asimismo, ", "fr": "En outre, "}
_STAYS_CAPITAL = re.compile(r"(?:M[rs]s?|H\.E|Sra?|Mme|M)\.?\s|[A-ZÀ-Ý]{2}|[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý]")
_OPENS_LOW = re.compile(
    r"(?:The|A|An|El|La|Los|Las|Le|Les|L['’]|Un|Une|Una|Delegates|Ministers|States)\b(?! Salvador| Paz)"
)


def _with_front(text: str) -> str:
    """Words before the text that tell nothing of who did what."""
    low = text[0].lower() + text[1:] if _OPENS_LOW.match(text) else text
    return _FRONTS[likeliest(text) or "en"] + low if low != text or _STAYS_CAPITAL.match(text) else text


CHANGES: dict[str, Callable[[str], str]] = {
    "rank": lambda text: re.sub(r"\b(M[rs])\. ", r"H.E. \1. ", text),
    "month first": lambda text: re.sub(rf"\b(\d\d?) ({_MONTHS}) (\d{{4}})", r"\2 \1, \3", text),
    "comma before the year": lambda text: re.sub(rf"\b(\d\d? (?:{_MONTHS})) (\d{{4}})", r"\1, \2", text),
    "typographer's apostrophe": lambda text: text.replace("'", "’"),
    "space that does not break": lambda text: re.sub(r"(\d) (?=[A-Za-z])", "\\1\N{NO-BREAK SPACE}", text),
    "bold": lambda text: re.sub(r"(?<![\w#|-])(IOM|Ghana|Kenya|Togo|Chile|Perú)(?=[ ,.])", r"**\1**", text),
    "government": lambda text: re.sub(r"\bby (Ghana|Kenya|Nepal|Norway)\b", r"by the Government of \1", text),
    "no hyphen": lambda text: re.sub(r"\b([Cc])o-(?=chair|lead|host|organi)", r"\1o", text),
    "front": _with_front,
}


def _sample(change: Callable[[str], str]) -> Sequence[tuple[str, Entry]]:
    """Of the sentences that a change touches so many, each with its relation."""
    told = ((relation, entry) for relation, bank in BANKS.items() for entry in bank.get("read", ()))
    touched = [(relation, one) for relation, one in told if one.get("claims") and change(one["text"]) != one["text"]]
    return touched[:: _EACH if len(touched) > _FEW else 1]


def _claims(relation: str, entry: Entry) -> Counter[str]:
    return Counter(claim for claim in stated(entry) if f" {relation} " in claim)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_form_loses_no_claim(change: str) -> None:
    sample, lost = _sample(CHANGES[change]), []
    for relation, entry in sample:
        text = CHANGES[change](entry["text"])
        if _claims(relation, entry) - _claims(relation, {**entry, "text": text}):
            lost.append(text)
    assert sample, "the change touches no sentence"
    assert len(lost) <= (1 - _LEAST) * len(sample), "\n".join(lost)
