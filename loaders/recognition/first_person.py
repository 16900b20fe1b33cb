"""Who speaks: the state whose statement a speech is, and the words by which it means itself."""

import re

from loaders.frame.frame import Frame
from loaders.reading.blocks import Reading
from loaders.recognition.gazetteer import reference_classes, reference_gazetteer
from loaders.recognition.spans import Span

_FIRST_BLOCKS = 6
_NAMES = ("name", "official", "variant")
_STATEMENT_BY = re.compile(
    r"\b(?:permanent mission of|misión permanente del?|mission permanente d[eu]|(?:statement|intervention|remarks"
    r"|speech|declaración|discurso|intervención|déclaration|allocution)\b[^.]{0,30}\b(?:by|of|from|de|del|du"
    r"|d['’]))\s",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|I|[Mm]y (?:delegation|country|Government)|[Oo]ur (?:delegation|country|Government)|[Mm]i "
    r"(?:delegación|país)|[Mm]a délégation|[Mm]on pays|[Nn]otre pays)\b"
)


def first_person(text: str, speaker: str) -> list[Span]:
    """The words of a text by which a speaking state means itself ("we", "my delegation")."""
    return [Span(m.start(), m.end(), "S", speaker, "coreference") for m in _FIRST_PERSON.finditer(text)]


def speaking_state(reading: Reading, frame: Frame) -> str | None:
    """The state whose statement a speech is, when its title says so ("Statement by Ghana")."""
    for block in reading.blocks[:_FIRST_BLOCKS] if frame.genre == "speech" else ():
        by = _STATEMENT_BY.search(block.text)
        if by:
            for hit in reference_gazetteer().find(block.text):
                for label in hit.labels:
                    if hit.at >= by.end() - 1 and label.kind in _NAMES and reference_classes()[label.path] == "State":
                        return label.path
    return None
