"""The statement that a paper is, where those who signed it stand below: its title names it."""

import re
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import meanings_of
from loaders.rules.lexicons import alternatives, load

_FIRST_BLOCKS, _LONGEST_LABEL = 3, 60
_SIGNED = "signatories"


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<noun>{alternatives(load('own_report')['statements'])})(?!\w)(?=.{{8}})", re.IGNORECASE)


def name_own_statement(result: Recognition) -> None:
    """Names the statement by the first of its lines that opens with the noun of one, where a label tells who signed."""
    if not any(_tells_who_signed(block) for block in result.reading.blocks):
        return
    for block in result.reading.blocks[:_FIRST_BLOCKS]:
        titled = _title().match(block.text)
        if titled and not (block.text.endswith(".") or Row(result.spans[block.order]).touching(*titled.span("noun"))):
            name = block.text.capitalize() if block.text.isupper() else block.text
            path = result.names.bring(f"instrument/{slug(name)}", "Instrument", name, titled["noun"])
            own = Span(*titled.span("noun"), "I", path, "pattern", LinkStatus.PROVISIONAL)
            result.spans[block.order] = longest_first([*result.spans[block.order], own])
            return


def _tells_who_signed(block: Block) -> bool:
    label = block.text.partition(":")[0]
    return len(label) <= _LONGEST_LABEL and any(one.id == _SIGNED for one in meanings_of(label.strip(" *_")))
