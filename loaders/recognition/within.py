"""Names within names: the Compact is named where its Champion countries are."""

from loaders.recognition.names.spans import Span
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought

_COMPACT = "instrument/gcm"
_NAME = Sought(
    r"\b(?:GCM|PMM|Global Compact(?: for (?:Safe, Orderly and Regular )?Migration)?"
    r"|Pacto Mundial(?: para la Migración)?"
    r"|Pacte mondial(?: (?:sur|pour) les migrations)?)\b"
)


def name_within(result: Recognition) -> None:
    """Adds the Compact where it stands within the name of something else: "GCM Champion countries"."""
    for block in result.reading.blocks:
        for span in result.spans[block.order]:
            told = _NAME.search(block.text, span.at, span.to) if span.entity and span.entity != _COMPACT else None
            if told:
                within = Span(told.start(), told.end(), "I", _COMPACT, "label")
                result.inside.setdefault(block.order, []).append(within)
