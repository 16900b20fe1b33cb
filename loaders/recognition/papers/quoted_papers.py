"""Papers whose title is set apart behind their noun: the study "Alone on the way", el informe *Cuidar y migrar*."""

from collections.abc import Iterator
from functools import lru_cache

from loaders.reading.blocks import Block
from loaders.recognition.names.bodies import Found
from loaders.recognition.papers.set_apart import CALLED, SET_APART, placed, raw_text
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought


@lru_cache(maxsize=1)
def _titled() -> Sought:
    words = load("plain_papers")
    noun, article = alternatives(words["published"]), alternatives([*words["definite"], *words["indefinite"]])
    made = (
        r"(?:\s(?:prepared|drafted|written|issued|elaborad[oa]|preparad[oa]|editad[oa]|préparée?|rédigée?|établie?))?"
    )
    between = rf"{made}(?:\s(?:by|of|from|del?|d[eu]s?|par|por)\s(?:{article}\s)?(?:[\w’'-]+\s?){{1,4}}?|\s[\w-]+)?"
    return Sought(rf"(?i:\b{noun}{between}{CALLED}),?\s{SET_APART.format('a')}")


def quoted_papers(raw: str, block: Block) -> Iterator[Found]:
    """The papers that a block names so. raw: the document as it is written, with its quotes and emphasis."""
    told = raw_text(raw, block)
    if told is None:
        return
    text, start = told
    for one in _titled().finditer(text):
        group = "aq" if one["aq"] else "ae"
        yield from placed(block, one[group], start + one.start(group), start + one.end(group), "Instrument")
