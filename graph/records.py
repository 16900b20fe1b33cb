"""What a document says, as plain values: no RDF, no I/O.

Character offsets: `start`/`end` count in the document as read (`Document.text`), so
`document.text[start:end]` is exactly what stands there; `at`/`to` count in the clean text of the
passage (line noise, markup and note marks removed), which is what people see.
Entities are named by path (`state/costa-rica`, see graph.iris).
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from graph.errors import RecordError
from graph.iris import digest


class Polarity(StrEnum):
    """Whether a text affirms or denies (FactBank, Saurí and Pustejovsky 2009)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How firmly a text states a thing; only `asserted` can become a fact."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    RECOMMENDED = "recommended"
    REQUESTED = "requested"
    REPORTED = "reported"


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    HEADER = "header"
    ORDER = "order-of-events"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class PassageKind(StrEnum):
    """The addressable parts of a document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"


class LinkStatus(StrEnum):
    """Whether a mention was linked to a known entity or to one this document brings."""

    LINKED = "linked"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class When:
    """A time as an EDTF string (ISO 8601-2) and where it comes from.

    Examples: `2021-11-03`, `2021`, `2022-05-17/2022-05-20`, `2022-40` (first half-year),
    `2022-33` (first quarter), `XXXX-01-19` (a day whose year is not known).
    """

    edtf: str
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning about a document, for people: `kind` is a slug, `message` one sentence."""

    kind: str
    message: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A published text in one language; its identity is the SHA-256 of the bytes read.

    origin: digest of the path it was read from, which tells a new version from another text of that file name.
    """

    slug: str
    sha256: str
    file_name: str
    title: str
    language: str
    genre: str
    text: str
    date: When | None = None
    date_note: str = ""
    flags: tuple[Flag, ...] = ()
    version: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document, in reading order. A footnote names its number and the passage that carries it.

    place: where it stands in a file that is no text ("page 3", "Champions!B4"); empty for text.
    """

    document: str
    order: int
    kind: PassageKind
    text: str
    start: int
    end: int
    level: int = 0
    section: int | None = None
    row: int | None = None
    column: int | None = None
    note: str | None = None
    host: int | None = None
    place: str = ""
    sha256: str = ""

    @property
    def id(self) -> str:
        """Content-addressed name."""
        return digest("passage", self.sha256, self.order, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity. `method` says how it was linked (label, acronym, definition, ...)."""

    document: str
    passage: str
    start: int
    end: int
    at: int
    to: int
    exact: str
    entity: str
    status: LinkStatus
    method: str

    @property
    def id(self) -> str:
        """Content-addressed name."""
        return digest("mention", self.passage, self.start, self.end, self.entity)


@dataclass(frozen=True, slots=True)
class Description:
    """What one document brings to know of an entity that the reference data does not have.

    labels: pairs of label and language tag ("" when it is not known).
    """

    document: str
    entity: str
    cls: str
    name: str
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Content-addressed name."""
        return digest("description", self.document, self.entity, self.cls, self.name, *sum(sorted(self.labels), ()))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence, cell or footnote that claims rest on. `exact` is `Document.text[start:end]`."""

    document: str
    passage: str
    start: int
    end: int
    at: int
    to: int
    exact: str
    text: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not self.exact or self.end - self.start != len(self.exact):
            raise RecordError(f"evidence must quote its span exactly: {self.start}-{self.end} {self.exact[:40]!r}")

    @property
    def id(self) -> str:
        """Content-addressed name: the same sentence gives all its claims one evidence."""
        return digest("evidence", self.passage, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Subject, property, object as one document states it. Never rewritten.

    subject, object: entity paths. predicate: local name of a property of the ontology (`championOf`).
    A figure (`hasCount`) or a date (`takesPlaceOn`) has no object but a `value`; `unit` names what
    is counted, `measure` its kind (mobilised, pledged, target, participants, ...).
    when: the period that the text states. attested: the moment at which the text says it is so.
    role: for `holdsRole` and `chairs`. attributed_to: who is reported to say it, in the text's words.
    listing: id shared by the claims of one enumeration; exhaustive: the text gives the list as whole.
    ended: the text says that it is over (a term served, a former chair).
    inferences: what was not literally there (year, coreference, ellipsis, fuzzy match, footnote).
    """

    document: str
    subject: str
    predicate: str
    object: str | None = None
    value: str | Decimal | None = None
    unit: str | None = None
    measure: str | None = None
    approximate: bool = False
    role: str | None = None
    when: When | None = None
    attested: When | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    ended: bool = False
    listing: str | None = None
    exhaustive: bool = False
    evidence: tuple[str, ...] = ()
    rule: str = ""
    inferences: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError(f"a claim needs evidence: {self.subject} {self.predicate} {self.object}")
        if (self.object is None) == (self.value is None):
            raise RecordError(f"a claim has an object or a value, not both: {self.subject} {self.predicate}")

    @property
    def id(self) -> str:
        """Content-addressed name: two sentences that say the same stay two claims.

        It outlives a round trip through RDF: evidence is a set there, and 12.50 is 12.5.
        """
        value = format(self.value.normalize(), "f") if isinstance(self.value, Decimal) else self.value
        return digest(
            "claim", self.document, self.subject, self.predicate, self.object, value, self.unit, self.measure,
            self.role, self.when.edtf if self.when else None, self.polarity, self.modality, self.attributed_to,
            self.ended, *sorted(self.evidence),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentRecords:
    """All that was read from one document: what its named graph holds."""

    document: Document
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    descriptions: tuple[Description, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """One load (`prov:Activity`). Times are ISO 8601 in UTC."""

    id: str
    started: str
    ended: str
    version: str
    loaded: tuple[str, ...] = ()
    unchanged: int = 0
    withdrawn: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    counts: tuple[tuple[str, int], ...] = field(default=())
