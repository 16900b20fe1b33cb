"""From spans and stated relations to records: evidence with exact quotes, claims, mentions, descriptions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from graph.records import (
    Basis,
    Claim,
    Description,
    Document,
    DocumentRecords,
    Evidence,
    Flag,
    Mention,
    Passage,
)
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Reading, Spot
from loaders.recognition.names.gazetteer import reference_classes
from loaders.recognition.names.glossary import in_english, titled
from loaders.recognition.names.names import Brought
from loaders.recognition.names.short_names import in_short
from loaders.recognition.recognition import Recognition

_SAID_IN_PASSING = frozenset({"un-entity/united-nations"})
"""What nearly every paper names, in letterheads and titles: it is mentioned where something is claimed of it."""
_KEEP_THEIR_NAME = frozenset({"Organization", "Fund", "Platform", "WorkingGroup", "Instrument"})
_CONTEXT = 32  # characters of prefix and suffix, as Web Annotation text quote selectors usually have


def assemble(document: Document, found: Recognition, stated: Sequence[Stated]) -> DocumentRecords:
    """The records of one document."""
    reading = found.reading
    passages = tuple(_passage(document, reading, block) for block in reading.blocks)
    names = tuple(passage.id for passage in passages)
    evidence: dict[Spot, Evidence] = {}
    of_claims, of_flags = (one.spots for one in stated), (one.spots for one in found.frame.flags)
    for spot in chain.from_iterable((*of_claims, *of_flags)):
        if spot not in evidence:
            evidence[spot] = _evidence(document, reading, names, spot)
    evidence_names = {spot: one.id for spot, one in evidence.items()}
    flags = tuple(
        Flag(warned.kind, warned.message, tuple(dict.fromkeys(evidence_names[spot] for spot in warned.spots)))
        for warned in found.frame.flags
    )
    claims = tuple(_claim(document, one, evidence_names) for one in stated)
    unique = tuple({claim.id: claim for claim in claims}.values())
    return DocumentRecords(
        document=replace(document, flags=flags),
        passages=passages,
        mentions=tuple(_mentions(document, found, names, _claimed(unique))),
        descriptions=tuple(_descriptions(document, found, unique)),
        evidence=tuple({evidence_names[spot]: one for spot, one in evidence.items()}.values()),
        claims=unique,
    )


def _passage(document: Document, reading: Reading, block: Block) -> Passage:
    start, end = block.raw_span(0, len(block.text))
    return Passage(
        document=document.slug, sha256=document.sha256, order=block.order, kind=block.kind, text=block.text,
        start=start, end=end, level=block.level, section=block.section, row=block.row, column=block.column,
        note=block.note, host=block.host, place=reading.place(start),
    )  # fmt: skip


def _evidence(document: Document, reading: Reading, passages: Sequence[str], spot: Spot) -> Evidence:
    block = reading.blocks[spot.block]
    start, end = block.raw_span(spot.at, spot.to)
    return Evidence(
        document=document.slug, passage=passages[spot.block], start=start, end=end, at=spot.at, to=spot.to,
        exact=reading.raw[start:end], text=block.text[spot.at : spot.to],
        prefix=reading.raw[max(0, start - _CONTEXT) : start], suffix=reading.raw[end : end + _CONTEXT],
    )  # fmt: skip


def _claim(document: Document, one: Stated, evidence: Mapping[Spot, str]) -> Claim:
    said = one.qualification
    attested = document.date if document.date and document.date.basis is not Basis.UNKNOWN else None
    return Claim(
        document=document.slug, subject=one.subject, predicate=one.relation, object=one.object, value=one.value,
        unit=one.unit, measure=one.measure, approximate=one.approximate, role=one.role, when=one.when,
        attested=attested, polarity=said.polarity, modality=said.modality, attributed_to=said.attributed_to,
        ended=said.ended, listing=f"{document.slug}-{one.listing}" if one.listing else None, exhaustive=one.exhaustive,
        evidence=tuple(dict.fromkeys(evidence[spot] for spot in one.spots)), rule=one.rule,
        inferences=one.inferences,
    )  # fmt: skip


def _claimed(claims: Sequence[Claim]) -> set[str]:
    return {path for claim in claims for path in (claim.subject, claim.object) if path}


def _mentions(document: Document, found: Recognition, passages: Sequence[str], claimed: set[str]) -> Iterator[Mention]:
    passed_over = _SAID_IN_PASSING - claimed
    for block in found.reading.blocks:
        spans = [*found.entities(block.order), *found.inside.get(block.order, ())]
        for span in sorted((s for s in spans if s.at < s.to), key=lambda s: (s.at, -s.to)):
            start, end = block.raw_span(span.at, span.to)
            for path in (one for one in span.entities if one not in passed_over):
                yield Mention(
                    document=document.slug, passage=passages[block.order], start=start, end=end,
                    at=span.at, to=span.to, exact=found.reading.raw[start:end], entity=path,
                    status=span.status, method=span.method,
                )  # fmt: skip


def _descriptions(document: Document, found: Recognition, claims: Sequence[Claim]) -> Iterator[Description]:
    """What the document brings, of what it mentions or claims anything of."""
    used = _claimed(claims)
    used |= {p for spans in (*found.spans.values(), *found.inside.values()) for span in spans for p in span.entities}
    language = found.reading.language
    text = "\n".join(block.text for block in found.reading.blocks).casefold()
    for path, brought in sorted(found.names.brought.items()):
        if path in used and path not in reference_classes():
            labels = tuple(_labels(brought, text, language))
            yield Description(document=document.slug, entity=path, cls=brought.cls, name=brought.name, labels=labels)


def _labels(brought: Brought, text: str, language: str) -> Iterator[tuple[str, str]]:
    """What an entity is called besides its name: by the document, or by us in English, whose name is a body's own.

    text: of the document, in small letters.
    """
    for label in brought.labels:
        yield label, language if label.split(", ")[0].casefold() in text else "en"
    english = in_english(brought.name, language) if brought.cls in _KEEP_THEIR_NAME else None
    if english and titled(english) != brought.name:
        yield titled(english), "en"
    short = in_short(titled(english or brought.name)) if brought.cls in _KEEP_THEIR_NAME else None
    if short and short != brought.name:
        yield short, "en"
