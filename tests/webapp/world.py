"""A small world for the pages: the sample documents, and one with every kind of passage and hostile text."""

from graph.contract import Store
from graph.iris import digest
from graph.publish import ensure_reference, publish
from graph.records import (
    Claim,
    Description,
    Document,
    DocumentRecords,
    Evidence,
    Flag,
    LinkStatus,
    Mention,
    Passage,
    PassageKind,
    When,
)
from tests.graph import samples

HOSTILE = '<script>alert("x")</script> & "quoted" <img src=x onerror=alert(1)> {{ 7*7 }} href'


def odd_document() -> DocumentRecords:
    """A document with a heading, a list, a table, footnotes and text that would be markup if it were let."""
    rows: list[tuple[PassageKind, str, dict[str, object]]] = [
        (PassageKind.HEADING, "Notes on the Forum", {"level": 1}),
        (PassageKind.PARAGRAPH, f"Mexico said {HOSTILE}.", {}),
        (PassageKind.ITEM, "First item", {}),
        (PassageKind.ITEM, "Second item", {}),
        (PassageKind.CELL, "Day", {"row": 0, "column": 0}),
        (PassageKind.CELL, "Topic", {"row": 0, "column": 1}),
        (PassageKind.CELL, "17 May", {"row": 1, "column": 0}),
        (PassageKind.CELL, "Round table 1", {"row": 1, "column": 1, "place": 'page "3"'}),
        (PassageKind.FOOTNOTE, "A note on the second item.", {"note": "1", "host": 3}),
        (PassageKind.PARAGRAPH, "The Hidden Group met in Puebla.", {}),
    ]
    text = "\n".join(body for _, body, _ in rows)
    sha256 = digest(text) * 2
    passages, start = [], 0
    for order, (kind, body, more) in enumerate(rows):
        passages.append(Passage("odd", order, kind, body, start, start + len(body), sha256=sha256, **more))  # type: ignore[arg-type]
        start += len(body) + 1
    second, last = passages[1], passages[-1]
    spoken = Evidence("odd", second.id, second.start, second.end, 0, len(second.text), second.text, second.text)
    met = Evidence("odd", last.id, last.start, last.end, 0, len(last.text), last.text, last.text)
    mentions = (
        Mention("odd", second.id, second.start, second.start + 6, 0, 6, "Mexico", "state/mexico", LinkStatus.LINKED,
                "label"),
        Mention("odd", last.id, last.start + 4, last.start + 16, 4, 16, "Hidden Group", "working-group/hidden-group",
                LinkStatus.PROVISIONAL, "definition"),
    )  # fmt: skip
    claims = (
        Claim(document="odd", subject="state/mexico", predicate="supports", object="process/imrf",
              evidence=(spoken.id,)),
        Claim(document="odd", subject="state/mexico", predicate="participatesIn", object="working-group/hidden-group",
              role=HOSTILE, when=When("2023"), evidence=(met.id,)),
    )  # fmt: skip
    document = Document(
        "odd", sha256, "odd.txt", f"Notes {HOSTILE}", "es", "meeting-summary", text, None, "No day is given.",
        (Flag("no-date", "The text names no day.", (met.id,)),), "1",
    )  # fmt: skip
    described = Description("odd", "working-group/hidden-group", "WorkingGroup", f"Hidden Group {HOSTILE}")
    return DocumentRecords(document, tuple(passages), mentions, (described,), (spoken, met), claims)


def documents() -> list[DocumentRecords]:
    """All documents of this world."""
    return [
        samples.leaflet(), samples.concept_note(), samples.champions_meeting(), samples.briefing(),
        samples.consultation(), odd_document(),
    ]  # fmt: skip


def fill(store: Store) -> None:
    """Put the reference data and this world into an empty store."""
    ensure_reference(store)
    publish(store, documents())
