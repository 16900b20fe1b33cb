"""What people decide about entities, links and claims: plain values, never rewritten.

A decision is about one of three things, and says so by what it carries:

- an entity (`about` is its IRI): it is the same as, or not the same as, `other`; or it is new;
- a link (`about` is the IRI of a document, `words` what stands there): they do, or do not, name `other`;
- a claim (`about` is its IRI, `document` where it stands): it is wrong. `meaning` knows it again after the
  document was changed, because the name of a claim rests on the bytes of its document.

Taking a decision back adds who did so and when; the decision stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from graph.errors import DecisionRefused
from graph.iris import digest
from graph.records import Claim

LONGEST_NAME = 200
LONGEST_NOTE = 2000


class Verdict(StrEnum):
    """What can be decided."""

    SAME = "same"
    NOT_SAME = "notSame"
    NEW = "new"
    WRONG = "wrongClaim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. about, other, document: IRIs. at, withdrawn_at: ISO 8601 in UTC, ending in Z."""

    verdict: Verdict
    about: str
    other: str | None = None
    document: str | None = None
    words: str | None = None
    meaning: str | None = None
    by: str
    at: str
    note: str = ""
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise DecisionRefused("a decision names who takes it, and no name is given")
        if len(self.by) > LONGEST_NAME or len(self.note) > LONGEST_NOTE:
            raise DecisionRefused(
                f"a name has at most {LONGEST_NAME} characters and a note at most {LONGEST_NOTE:,}; write less"
            )
        if any(not (char.isprintable() or char in "\n\t") for char in (*self.by, *self.note)):
            raise DecisionRefused("a name or note holds characters that cannot be shown")
        if (self.other is not None) != (self.verdict in (Verdict.SAME, Verdict.NOT_SAME)):
            raise DecisionRefused("the same and not the same need an entity to compare with; the others take none")
        if self.other == self.about:
            raise DecisionRefused("a thing is the same as itself: name another to compare with")

    @property
    def id(self) -> str:
        """Content-addressed name: what, by whom, when."""
        return digest(
            "decision", self.verdict, self.about, self.other, self.document, self.words, self.meaning,
            self.by, self.at, self.note,
        )  # fmt: skip

    @property
    def active(self) -> bool:
        """Whether it holds: it was not taken back."""
        return self.withdrawn_at is None

    @property
    def of_link(self) -> bool:
        """Whether it is about words of a document, not about an entity or a claim."""
        return self.words is not None

    def withdrawn(self, by: str, at: str) -> "Decision":
        """The same decision, taken back."""
        if not by.strip() or len(by) > LONGEST_NAME:
            raise DecisionRefused(f"who takes a decision back gives a name, of at most {LONGEST_NAME} characters")
        return replace(self, withdrawn_by=by, withdrawn_at=at)


def now() -> str:
    """This moment in the spelling that every store keeps: no zeros at the end of the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f").rstrip("0").rstrip(".") + "Z"


def folded(words: str) -> str:
    """Words of a document as links are compared: by letters alone, not by case or line breaks."""
    return " ".join(words.split()).casefold()


def meaning_of(claim: Claim, sentences: Iterable[str]) -> str:
    """Digest of what a claim says in which sentences: it stays the same when other parts of its document change."""
    return digest(
        "meaning", claim.document, claim.subject, claim.predicate, claim.object, claim.value, claim.unit,
        claim.measure, claim.role, claim.polarity, claim.modality, *sorted({folded(text) for text in sentences}),
    )  # fmt: skip
