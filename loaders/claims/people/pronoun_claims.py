"""spokeAt for those whom a sentence calls by a pronoun or an office alone: '"We wait," she said', "the Minister added".

Who that is, the sentences before tell: the one person that the last of them names, or whoever alone holds that office.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from graph.records import Modality, Polarity
from loaders.claims.about.context import Context
from loaders.claims.claims import is_quoted_apart
from loaders.claims.sentence.masked import Masked, unmasked
from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.people.person import Person
from loaders.recognition.recognition import Recognition
from loaders.rules.sought import Sought
from loaders.rules.word_lists import fastest

_OPENING = 30  # letters into a sentence within which its subject stands
_QUOTES = '"”»'
_FIRM = (Modality.ASSERTED, Modality.PLANNED)
_LETTERS = re.compile(r"\b(?:s?he|-?t-(?:il|elle)|il|elle|the|la|el|le)\b|l['’]|[\"”»]|ó que", re.IGNORECASE)
_OFFICE = (
    r"(?:the|la|el|le|l['’])\s?(?P<office>(?:vice-?|deputy |prime |regional )?(?:minist(?:er|re|r[oa])|viceministr[oa]"
    r"|canciller|vicecanciller|ambassador|embajador[a]?|ambassad(?:eur|rice)|director(?: general)?|directora|directrice"
    r"|directeur|secretary(?:-general)?|secretari[oa]|secrétaire|mayor|alcalde|alcaldesa|maire|commissioner|commissaire"
    r"|coordinator|coordinador[a]?|coordonnat(?:eur|rice)|special envoy|high commissioner|resident coordinator))"
    r"(?: (?:general|ejecutiv[oa]|générale?|exécuti(?:f|ve)))?"
)


@lru_cache(maxsize=1)
def _said() -> tuple[Sought, ...]:
    verb = {code: rf"(?:{fastest('said', code)}|{fastest('spoke', code)})(?!\w)" for code in ("en", "es", "fr")}
    adverb = r"(?:\s(?:also|then|further|later|également|aussi|ensuite|también|además|asimismo|luego))?"
    return tuple(
        Sought(source, re.IGNORECASE)
        for source in (
            rf"(?:^|[\"”»],?\s|[;,]\s(?:and\s|but\s)?)s?he{adverb}\s{verb['en']}",
            rf"(?:^|[\"”»],?\s|[;,]\s(?:et\s|mais\s)?)(?:il|elle){adverb}\s{verb['fr']}",
            rf"(?:[\"”»]\s?,?\s)(?:a|ajoute|souligne|explique|déclare|affirme|conclut|rappelle)-t-(?:il|elle){adverb}"
            r"(?:\s(?:déclaré|dit|ajouté|souligné|affirmé|expliqué|indiqué|rappelé|précisé|conclu|insisté|noté))?(?!\w)",
            rf"[\"”»],?\s(?:{verb['es']})(?=[.,;]|$)",
            rf"^(?:(?:también|además|asimismo|por último|al respecto),?\s)?{fastest('said', 'es')}(?=\sque\b)",
            rf"(?:^|[\"”»],?\s|[;.] ){_OFFICE}{adverb}\s(?:{'|'.join(verb.values())})",
            rf"[\"”»],?\s(?:{'|'.join(verb.values())})\s{_OFFICE}(?=[.,;]|$)",
        )
    )


def pronoun_claims(
    found: Recognition, context: Context, sentences: Mapping[tuple[int, int], Masked]
) -> Iterator[Stated]:
    """What persons are said to have said in sentences that do not name them.

    sentences: those with names, masked, by their block and place.
    """
    before: list[Person] = []
    for block in found.reading.blocks:
        for at, to in block.sentences or ((0, len(block.text)),):
            here = [p for p in found.people.get(block.order, ()) if at <= p.at < to]
            if _LETTERS.search(block.text, at, to):
                masked = sentences.get((block.order, at)) or unmasked(block, at, to)
                unit = Unit(masked, block, (Spot(block.order, at, to),))
                yield from _of_sentence(found, context, unit, before, here)
            before = here or before
            if not here and _names_others(found, block, at, to):
                before = []


def _names_others(found: Recognition, block: Block, at: int, to: int) -> bool:
    """Whether a sentence without persons opens with somebody else, of whom the next may go on to tell."""
    return any(s.code in "SUOW" and at <= s.at < at + _OPENING for s in found.spans[block.order])


def _of_sentence(
    found: Recognition, context: Context, unit: Unit, before: list[Person], here: list[Person]
) -> Iterator[Stated]:
    masked = unit.masked
    for pattern in _said():
        said = pattern.search(masked.text)
        if said is None or is_quoted_apart(found, unit):
            continue
        office = said.groupdict().get("office")
        meant = _holders(found, unit.block, masked.at, office) if office else {p.path for p in before}
        if len(meant) != 1 or (here and {p.path for p in here} != meant):
            continue
        begin = said.start() if said[0][:1] in _QUOTES else 0  # what stands in the quotation is not said of the speaker
        qualification = qualify(masked.text[begin:], said.start() - begin, said.end() - begin)
        meeting = context.fill("context-debate", unit, said.end())
        if meeting and qualification.polarity is Polarity.POSITIVE and qualification.modality in _FIRM:
            yield Stated(subject=meant.pop(), relation="spokeAt", object=meeting, spots=unit.spots, rule="pronoun",
                         qualification=qualification, inferences=("context",))  # fmt: skip
        return


def _holders(found: Recognition, block: Block, at: int, office: str) -> set[str]:
    """The persons named before a place whose office is called by that noun."""
    noun = office.casefold()
    return {
        person.path
        for order, people in found.people.items()
        for person in people
        if (order, person.at) < (block.order, at)
        for role in person.roles
        if role.text.casefold().startswith(noun)
    }
