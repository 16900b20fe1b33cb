"""Hypothesis strategies: documents made of sentences over a small world, so that their claims meet and clash."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from graph.iris import digest
from graph.records import (
    Basis,
    Claim,
    Description,
    Document,
    DocumentRecords,
    Evidence,
    Flag,
    LinkStatus,
    Mention,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    When,
)

STATES = ["state/mexico", "state/ghana", "state/niger", "state/iraq"]
BODIES = ["un-entity/iom", "organization/mayors-migration-council", "person/marina-manke"]
PROCESSES = ["process/gcm-champion-countries", "regional-process/rcm"]
EVENTS = ["event/imrf-2022", "event/workshop-on-data"]
ROUNDTABLES = [f"roundtable/imrf-2022-{number}" for number in range(1, 5)]
OBJECTIVES = [f"objective/{number}" for number in range(1, 24)]
TIMES = [
    "2021", "2022", "2022-05", "2022-05-17/2022-05-20", "2022-40", "2022-05-10/2022-05-13", "2021-11-03", "2020-10-19",
    "XXXX-01-19", "2022-33",
]  # fmt: skip

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from(" \n\té'\"<>&\\"),
    min_size=1,
    max_size=40,
)
names = st.from_regex(r"[a-z]{2,8}", fullmatch=True)
times = st.builds(When, st.sampled_from(TIMES), st.sampled_from(Basis))
decimals = st.decimals(min_value=0, max_value=10**9, places=2)
labels = st.lists(st.tuples(words, st.sampled_from(["en", "es", "fr", ""])), max_size=3, unique=True).map(tuple)


@dataclass(frozen=True)
class Shape:
    """What a relation joins in these worlds."""

    predicate: str
    subjects: list[str]
    objects: list[str]


SHAPES = [
    Shape("championOf", STATES, PROCESSES[:1]),
    Shape("memberOf", STATES + BODIES, PROCESSES[1:]),
    Shape("chairs", STATES, PROCESSES[1:]),
    Shape("partyTo", STATES, ["instrument/gcm"]),
    Shape("participatesIn", STATES + BODIES, EVENTS),
    Shape("memberOfCommittee", STATES, ["working-group/migration-mptf-steering-committee"]),
]


@st.composite
def claims(draw: st.DrawFn, document: str, evidence: str) -> list[Claim]:
    """Claims that one sentence states: a list of objectives, a relation, a time or a figure."""
    kind = draw(st.sampled_from(["listing", "members", "relation", "relation", "time", "figure"]))
    common = {
        "document": document,
        "evidence": (evidence,),
        "when": draw(st.none() | times),
        "attested": draw(st.none() | times),
        "rule": draw(names),
    }
    if kind == "listing":
        subject = draw(st.sampled_from(ROUNDTABLES[2:]))
        members = draw(st.lists(st.sampled_from(OBJECTIVES[:4]), min_size=1, unique=True))
        listing, whole = digest("listing", document, evidence), draw(st.booleans())
        return [
            Claim(subject=subject, predicate="coversObjective", object=m, listing=listing, exhaustive=whole, **common)
            for m in members
        ]
    modality = draw(st.sampled_from([Modality.ASSERTED] * 3 + [Modality.PLANNED, Modality.POSSIBLE]))
    if kind == "time":
        value = draw(st.sampled_from(TIMES))
        subject = draw(st.sampled_from(EVENTS))
        return [Claim(subject=subject, predicate="takesPlaceOn", value=value, modality=modality, **common)]
    if kind == "figure":
        return [_figure(draw, common)]
    shape = draw(st.sampled_from(SHAPES))
    if kind == "members":
        subjects = draw(st.lists(st.sampled_from(shape.subjects), min_size=1, unique=True))
        listing, whole = digest("listing", document, evidence), draw(st.booleans())
        target = draw(st.sampled_from(shape.objects))
        return [
            Claim(subject=s, predicate=shape.predicate, object=target, listing=listing, exhaustive=whole, **common)
            for s in subjects
        ]
    return [
        Claim(
            subject=draw(st.sampled_from(shape.subjects)),
            predicate=shape.predicate,
            object=draw(st.sampled_from(shape.objects)),
            polarity=draw(st.sampled_from(Polarity)),
            modality=modality,
            ended=draw(st.booleans()),
            role=draw(st.none() | st.sampled_from(["presidency pro tempore", "chair"])),
            attributed_to=draw(st.none() | words),
            inferences=tuple(draw(st.lists(names, max_size=2, unique=True))),
            **common,
        )
    ]


def _figure(draw: st.DrawFn, common: dict) -> Claim:
    return Claim(
        subject=draw(st.sampled_from(["fund/migration-mptf", *EVENTS])),
        predicate="hasCount",
        value=draw(st.sampled_from([Decimal(12), Decimal("12.5"), Decimal("20.00")]) | decimals),
        unit=draw(st.sampled_from(["USD million", "participants"])),
        measure=draw(st.none() | st.sampled_from(["mobilised", "attended"])),
        approximate=draw(st.booleans()),
        **common,
    )


@st.composite
def document_records(draw: st.DrawFn, slug: str | None = None) -> DocumentRecords:
    """A whole document: passages one after the other, a sentence and its claims in each."""
    slug = slug or draw(names)
    texts = draw(st.lists(words, min_size=1, max_size=5))
    text = "\n\n".join(texts)
    sha256 = digest(slug, text) * 2
    passages, evidence, mentions, found = [], [], [], []
    start = 0
    for order, part in enumerate(texts):
        end = start + len(part)
        passage = Passage(
            slug, order, draw(st.sampled_from(PassageKind)), part.strip(), start, end,
            level=draw(st.integers(0, 3)),
            section=draw(st.none() | st.integers(0, order)),
            row=draw(st.none() | st.integers(0, 9)),
            note=draw(st.none() | names),
            host=draw(st.none() | st.integers(0, order)),
            place=draw(st.just("") | names),
            sha256=sha256,
        )  # fmt: skip
        item = Evidence(
            slug, passage.id, start, end, 0, len(part.strip()), part, part.strip(), prefix=text[:start][-20:]
        )
        mentions.append(
            Mention(slug, passage.id, start, end, 0, 1, part, draw(st.sampled_from(STATES + BODIES)),
                    draw(st.sampled_from(LinkStatus)), draw(names))
        )  # fmt: skip
        found += draw(claims(slug, item.id))
        passages.append(passage)
        evidence.append(item)
        start = end + 2
    document = Document(
        slug, sha256, f"{slug}.txt", draw(words), draw(st.sampled_from(["en", "es"])), "note", text,
        date=draw(st.none() | times), date_note=draw(st.just("") | words), flags=_flags(draw, evidence), version="1",
    )  # fmt: skip
    return DocumentRecords(
        document, tuple(passages), tuple(mentions), tuple(draw(st.lists(descriptions(slug), max_size=2))),
        tuple(evidence), tuple(found),
    )  # fmt: skip


def _flags(draw: st.DrawFn, evidence: list[Evidence]) -> tuple[Flag, ...]:
    chosen = draw(st.lists(st.sampled_from(["heading-date", "no-title"]), unique=True))
    return tuple(Flag(kind, draw(words), (evidence[0].id,)) for kind in chosen)


def descriptions(slug: str) -> st.SearchStrategy[Description]:
    """What a document proposes to know of an entity."""
    return st.builds(
        Description,
        document=st.just(slug),
        entity=st.sampled_from([*EVENTS, *BODIES]),
        cls=st.sampled_from(["Event", "Organization", "UNEntity"]),
        name=words,
        labels=labels,
    )
