"""Papers that are named by their meeting: "Conclusions and Recommendations of the workshop"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from graph.iris import slug
from graph.records import LinkStatus
from loaders.recognition.meetings.event import Event
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import alternatives, load
from loaders.rules.word_lists import lexicon

_OF_THE = re.compile(r"\s+(?:of|from|del?|de la|du|DE|DEL|DE LA)\s+(?:the |la |el |l['’])?")
_LONGEST = 60


@lru_cache(maxsize=1)
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The nouns of papers that nothing else names, alone and right before "of the"."""
    words = load("bodies")["documents"]["of_meetings"]
    nouns = alternatives([re.escape(form) for word in words for form in (word, word.upper())])
    return re.compile(nouns), re.compile(rf"(?<!\w){nouns}(?={_OF_THE.pattern}$)")


@lru_cache(maxsize=1)
def _by_whom() -> re.Pattern[str]:
    """A line that is the title of a declaration, and at most who makes it."""
    own = alternatives(load("bodies")["documents"]["own"])
    present = alternatives([one for words in lexicon()["those-present"].values() for one in words])
    of = r"\s(?:of|by|del?|d[eu]s?)\s(?:the|l[ao]s?)?(?:\(\w+\))?\s?"
    return re.compile(rf"(?P<noun>{own}(?:\s[\w-]+)?)(?:{of}(?:[\w-]+\s)?{present}(?:\(\w+\))?)?", re.IGNORECASE)


def name_papers_of_meetings(result: Recognition, order: int, meetings: Mapping[int, Event]) -> None:
    """Names such papers of a block by their meetings. meetings: by where their names begin."""
    spans = result.spans[order]
    for index, span in enumerate(spans):
        if span.code == "I" and span.entity in result.names.brought:
            text = result.reading.blocks[order].text
            of = _OF_THE.match(text, span.to)
            event = meetings.get(of.end()) if of else None
            if event and _nouns()[0].fullmatch(text, span.at, span.to):
                spans[index] = replace(span, entity=_bring(result, text[span.at : span.to], event))
    result.spans[order] = longest_first([*spans, *_unnamed(result, order, meetings)])


def _unnamed(result: Recognition, order: int, meetings: Mapping[int, Event]) -> Iterator[Span]:
    """Papers of which the text has the noun alone: "the Declaration of the Seventh Conference"."""
    text, row = result.reading.blocks[order].text, Row(result.spans[order])
    for at, event in meetings.items():
        noun = _nouns()[1].search(text, max(0, at - _LONGEST), at)
        if noun and not row.touching(*noun.span()):
            yield Span(*noun.span(), "I", _bring(result, noun[0], event), "pattern", LinkStatus.PROVISIONAL)


def name_own_paper(result: Recognition, meeting: Event) -> None:
    """Names the paper that a line of the header titles by who adopts it: "Declaration of the Vice-Ministers"."""
    for block in result.header:
        titled = _by_whom().fullmatch(block.text)
        if titled and not any(span.code == "I" for span in result.spans[block.order]):
            path = _bring(result, titled["noun"], meeting)
            own = Span(*titled.span(), "I", path, "pattern", LinkStatus.PROVISIONAL)
            result.spans[block.order] = longest_first([*result.spans[block.order], own])


def _bring(result: Recognition, noun: str, event: Event) -> str:
    first, _, rest = event.name.partition(" ")
    meeting = event.name if ordinal(first) and first.isupper() else f"{first[0].lower()}{first[1:]} {rest}".rstrip()
    name = f"{noun.capitalize() if noun.isupper() else noun} of the {meeting}"
    return result.names.bring(f"instrument/{slug(name)}", "Instrument", name, noun)
