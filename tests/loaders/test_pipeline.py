"""What holds of any text: it is read, quotes are exact, claims rest on sentences, one text gives one result."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.quads import document_quads
from graph.records import DocumentRecords
from loaders.pipeline import document_slug, read_document
from loaders.reading.read import read
from loaders.recognition.names.gazetteer import reference_classes
from ontology.vocabulary import relations
from tests.conftest import SAMPLES
from tests.loaders.told import WORLD, records_of

SAMPLE_FILES = sorted(path for path in SAMPLES.iterdir() if path.name != "README.md")
SAMPLE_TEXTS = [path.read_text(encoding="utf-8") for path in SAMPLE_FILES]
SENTENCES = sorted(
    {
        block.text[at:to]
        for text in SAMPLE_TEXTS
        for block in read(text, "sample.md", "0").blocks
        for at, to in block.sentences or ((0, len(block.text)),)
        if to > at
    }
)
BLOCKS = sorted({block for text in SAMPLE_TEXTS for block in text.split("\n\n") if block.strip()})

MARKUP = [
    "# ", "## ", "- ", "* ", "1. ", "| ", "|---|---|", "\n", "\n\n", "\r\n", "\f", "\t", "**", "_", "[", "](", ")", "(",
    "<sup>1</sup>", "<sup>", "</td>", "<td>", "<table>", "<ul><li>", "<br/>", "&amp;", "&#0;", "&lt;sup&gt;", "```",
    "---", "...", ":", ";", "/", "⟦", "⟧", "⟦S#0⟧", "#g0", "\x00", "\x01", "\x1b[31m", "\u200f", "\u202e", "\u2066",
    "\ufeff", "\u00ad", "\u2028", "\U0001f30d", "\U00020000", "e\u0301", "İ", "ß", "ﬁ", "الهجرة", "移民", "миграция",
    "Mexico", "Niger", "the Network", "IMRF", "GCM", "(GCM)", "RCM", "Champion countries", "objectives 2 to 5", "RT 1:",
    "Roundtable 4", "3 May 2021", "on 29 and 30 July", "USD 12.5 million", "took the floor", "is not part of",
    "was hosted by", WORLD,
]  # fmt: skip
anything = st.text(st.characters(codec="utf-8"), max_size=200)
hostile = st.lists(st.sampled_from(MARKUP) | st.text(st.characters(codec="utf-8"), max_size=6), max_size=40).map(
    "".join
)
between = st.sampled_from(["\n\n", "\n", " ", "\r\n\r\n", "\n\n- ", "\n\n# ", "\n\n| ", "\n\n1. "])
thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def composed(draw: st.DrawFn) -> str:
    """A document of sentences and blocks that documents of this kind really hold, in any order."""
    parts = draw(st.lists(st.sampled_from(SENTENCES) | st.sampled_from(BLOCKS), min_size=1, max_size=12))
    text = "".join(part + draw(between) for part in parts)
    return f"{text}\n\n{WORLD}" if draw(st.booleans()) else text


def check(records: DocumentRecords, text: str) -> None:
    """All that must hold of the records of a text."""
    assert records.document.text == text
    passages = {passage.id: passage for passage in records.passages}
    assert len(passages) == len(records.passages)
    for passage in records.passages:
        assert 0 <= passage.start <= passage.end <= len(text)
    for evidence in records.evidence:
        assert evidence.exact == text[evidence.start : evidence.end]
        assert text[: evidence.start].endswith(evidence.prefix)
        assert text[evidence.end :].startswith(evidence.suffix)
        assert evidence.text == passages[evidence.passage].text[evidence.at : evidence.to]
        assert evidence.exact
    for mention in records.mentions:
        assert mention.exact == text[mention.start : mention.end]
        assert mention.exact
        assert mention.passage in passages
    check_claims(records)


def check_claims(records: DocumentRecords) -> None:
    """Claims rest on evidence that is there, and speak of what is known or described."""
    evidence = {one.id for one in records.evidence}
    described = {one.entity: one.cls for one in records.descriptions}
    assert not described.keys() & reference_classes().keys()
    known = {**described, **reference_classes()}
    for claim in records.claims:
        assert set(claim.evidence) <= evidence
        assert claim.predicate in relations()
        assert claim.subject in known
        assert claim.object is None or claim.object in known
        assert claim.subject != claim.object
        assert claim.rule
    of_claims = {one for claim in records.claims for one in claim.evidence}
    of_flags = {one for flag in records.document.flags for one in flag.evidence}
    assert of_claims | of_flags == evidence
    assert len({claim.id for claim in records.claims}) == len(records.claims)
    assert {mention.entity for mention in records.mentions} <= set(known)


@thorough
@given(anything)
def test_any_text_is_read(text: str) -> None:
    """No text at all makes the reader fail, and its offsets lead to exactly what stands there."""
    check(records_of(text), text)


@settings(thorough, max_examples=150)
@given(hostile, st.sampled_from(["note.md", "note.txt", "note"]))
def test_any_mixture_of_markup_names_and_triggers_is_read(text: str, name: str) -> None:
    """Controls, directions, halves of markup and our own marks between real words harm nothing."""
    check(records_of(text, name=name), text)


@thorough
@given(composed())
def test_sentences_of_this_world_in_any_order_keep_the_laws(text: str) -> None:
    """However real sentences are put together, every claim rests on an exact quote and on known things."""
    check(records_of(text), text)


@settings(thorough, max_examples=20)
@given(composed())
def test_the_same_text_gives_the_same_records(text: str) -> None:
    """Reading is a function: no clock, no order of a set, no memory of the document before."""
    first = records_of(text)
    records_of(f"{text}\n\nGhana hosted the workshop (Network) of the Regional Coordination Mechanism (RCM).")
    assert records_of(text) == first
    assert set(document_quads(first)) == set(document_quads(records_of(text)))


@settings(thorough, max_examples=20)
@given(composed(), st.sampled_from(["\n", "\n\n\n", "   \n"]))
def test_white_space_in_front_moves_offsets_and_nothing_else(text: str, space: str) -> None:
    """Empty lines in front of a document change where things stand, not what they say."""
    plain, moved = records_of(text), records_of(space + text)
    assert [(c.subject, c.predicate, c.object, c.value) for c in moved.claims] == [
        (c.subject, c.predicate, c.object, c.value) for c in plain.claims
    ]
    assert [e.exact for e in moved.evidence] == [e.exact for e in plain.evidence]


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_samples_keep_the_laws_and_claim_something(path: Path) -> None:
    """Every sample document is of this world and states something."""
    text = path.read_text(encoding="utf-8")
    records = records_of(text, name=path.name)
    check(records, text)
    assert records.claims
    assert records.document.title


EDGES = {
    "nothing": "",
    "space": " ",
    "line": "\n",
    "zero": "\x00",
    "byte order mark": "\ufeff",
    "heading": "# ",
    "bar": "|",
    "letter": "a",
    "round brackets": "(" * 5000,
    "square brackets": "[" * 5000,
    "our own marks": "⟦" * 2000,
    "tags": "<sup>" * 2000,
    "cells outside of a row": "<td>Ghana<td rowspan=3>Peru</td><td>Chad</table><td>",
    "states": "Mexico, " * 3000,
    "one word": "a" * 100_000,
}


@pytest.mark.parametrize("text", EDGES.values(), ids=EDGES)
def test_texts_at_the_edge_are_read(text: str) -> None:
    """Nothing, a single character, ten thousand brackets, one endless word."""
    check(records_of(text), text)


def test_records_say_which_program_read_them() -> None:
    """A document tells its file, its hash and the version of the pipeline, so that a load can skip it."""
    document = read_document(f"# A note\n\n{WORLD}", "folder/My Note.v2.md", "my-note", "ab" * 32).document
    assert (document.slug, document.sha256, document.file_name) == ("my-note", "ab" * 32, "folder/My Note.v2.md")
    assert document.version
    assert document.language == "en"


@pytest.mark.parametrize(
    ("name", "address"),
    [("a/b/My Note.md", "my-note"), ("Résumé.txt", "resume"), ("note", "note"), ("x.v2.md", "x-v2")],
)
def test_the_address_of_a_document_is_its_file_name(name: str, address: str) -> None:
    """Folders and the last ending go, the rest becomes a slug."""
    assert document_slug(name) == address
