"""What a paper tells in advance of a meeting: what was said by then was not said there."""

from collections.abc import Iterable, Iterator

from graph.records import Modality
from loaders.claims.sentence.stated import Stated
from loaders.recognition.recognition import Recognition

_PAST = frozenset(
    ("said", "spoke", "spoke-inverted", "spoke-in-turn", "pronoun", "officer", "quoted-whatever-the-verb")
)
_DAY = len("2026-05-08")


def said_there(found: Recognition, stated: Iterable[Stated]) -> Iterator[Stated]:
    """Without what was said before the document's own meeting, where that lies ahead of the document."""
    main, own = found.book.main, found.frame.date
    first = min(main.dates)[:_DAY] if main and main.dates else ""
    ahead = main is not None and own is not None and len(first) == len(own.edtf[:_DAY]) == _DAY and own.edtf < first
    for one in stated:
        firm = one.qualification.modality is Modality.ASSERTED or one.rule == "pronoun"
        past = one.relation == "spokeAt" and one.rule in _PAST and firm
        if not (ahead and past and main and one.object == main.path):
            yield one
