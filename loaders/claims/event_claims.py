"""Where and when the meetings of a document are, and which forum an edition belongs to."""

from collections.abc import Iterator
from dataclasses import replace

from graph.records import Basis, Modality, When
from loaders.claims.qualify import Qualification, qualify
from loaders.claims.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.editions import series_of
from loaders.recognition.recognition import Recognition


def settings(found: Recognition, block: Block) -> Iterator[Stated]:
    """takesPlaceOn and takesPlaceIn for the dates and places that stand with the name of a meeting."""
    for candidate, event in found.meetings.get(block.order, ()):
        at, to = block.sentence_at(candidate.at)
        said = qualify(block.text[at:to], candidate.at - at, min(candidate.told, to) - at)
        modality = said.modality if said.modality is not Modality.POSSIBLE else Modality.ASSERTED
        told = Stated(subject=event.path, relation="takesPlaceOn", spots=(Spot(block.order, at, to),),
                      qualification=Qualification(modality=modality), rule="event-setting")  # fmt: skip
        for value in candidate.dates:
            yield replace(told, value=value)
        for place in candidate.places:
            yield replace(told, relation="takesPlaceIn", object=place)


def main_event_date(found: Recognition, main: str | None) -> Iterator[Stated]:
    """takesPlaceOn for the document's own event, from the line that dates the document."""
    spot = found.timeline.day_spot
    if main and spot and found.timeline.event_day:
        yield Stated(subject=main, relation="takesPlaceOn", value=found.timeline.event_day, spots=(spot,),
                     when=When(found.timeline.event_day, Basis.HEADER), rule="document-date")  # fmt: skip


def editions(stated: list[Stated]) -> Iterator[Stated]:
    """An edition that a document tells of is part of its forum: said where the edition is."""
    seen: set[str] = set()
    for one in stated:
        for path in (one.subject, one.object):
            series = series_of(path) if path else None
            if path and series and path not in seen:
                seen.add(path)
                yield Stated(subject=path, relation="partOf", object=series, spots=one.spots[:1], rule="edition",
                             inferences=("edition",))  # fmt: skip
