"""Texts that no one would write are read as well, without an error and in reasonable time."""

import pytest

from loaders.pipeline import read_document

HEAD = "The Global Compact for Migration (GCM) and the International Migration Review Forum (IMRF) 2022.\n\n"
MANY = 3000
HOSTILE = {
    "nested brackets": "(" * MANY + "Ghana" + ")" * MANY,
    "brackets that never close": "Ghana (" * MANY,
    "a short form in each sentence": " ".join(f"Aaa Bbb Organization (AB{i}) met." for i in range(MANY)),
    "dates in a row": "3 May 2021, " * MANY,
    "meetings in a row": " ".join(f"the meeting of {1 + i % 28} May {1950 + i % 90} and" for i in range(MANY)),
    "one long word": "A" * 20 * MANY,
    "one long hyphenated word": "Meeting-" * MANY,
    "names in a row": "Ghana, Iraq and Mexico " * MANY + "took the floor.",
    "a long list": "Participants:\n" + "\n".join("- Ghana" for _ in range(MANY)),
    "a list in each line of a list": "\n".join(" " * (i % 60) + "- Ghana, IOM" for i in range(MANY)),
    "figures in one sentence": "30 states and USD 3 million, " * MANY,
    "roles in one sentence": "Director and Head of IOM, " * MANY,
    "forums pointed back to": "The Forum. The event. " * MANY,
    "our own marks": "⟦S#5⟧ took the floor at ⟦E#9⟧ with 30 states \x00" + "7\x01 (⟦U#0⟧). " * MANY,
    "quotation marks before brackets": "\"”»' (A) " * MANY,
    "letters that grow when lowered": "İstanbul, Türkiye (İİ) " * MANY,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read(kind: str) -> None:
    """Whatever stands in a text, its records quote it exactly."""
    raw = HEAD + HOSTILE[kind] + "\n"
    records = read_document(raw, "hostile.txt", "hostile", "0" * 64)
    assert all(raw[mention.start : mention.end] == mention.exact for mention in records.mentions)
    assert all(raw[one.start : one.end] == one.exact for one in records.evidence)


def test_tokens_in_a_document_are_no_tokens() -> None:
    """What looks like a token of ours names nothing."""
    records = read_document(HEAD + "⟦S#0⟧ took the floor.", "marks.txt", "marks", "0" * 64)
    assert not any(claim.predicate == "spokeAt" for claim in records.claims)
