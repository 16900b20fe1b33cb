"""Where and when the meetings of a document are, and which forum an edition belongs to."""

from collections.abc import Iterator

from graph.records import Basis, Modality, When
from loaders.claims.qualify import Qualification, qualify
from loaders.claims.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.editions import series_of
from loaders.recognition.events import find_events
from loaders.recognition.recognition import Recognition
from loaders.recognition.spans import DATE_CODE


def event_dates(found: Recognition, block: Block) -> Iterator[Stated]:
    """takesPlaceOn for each date that stands with the name of a meeting."""
    spans = found.spans[block.order]
    dates = [s for s in spans if s.code == DATE_CODE]
    by_place = {s.at: s.entity for s in spans if s.code == "E"}
    if not dates or not by_place:
        return
    others = [s for s in spans if s.entity and s.code != "E"]
    for candidate in find_events(block.text, others, dates):
        event = by_place.get(candidate.at)
        if not event:
            continue
        at, to = block.sentence_at(candidate.at)
        for value in candidate.dates:
            said = qualify(block.text[at:to], candidate.at - at, candidate.to - at)
            modality = said.modality if said.modality is not Modality.POSSIBLE else Modality.ASSERTED
            yield Stated(subject=event, relation="takesPlaceOn", value=value, spots=(Spot(block.order, at, to),),
                         qualification=Qualification(modality=modality), rule="event-date")  # fmt: skip


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
