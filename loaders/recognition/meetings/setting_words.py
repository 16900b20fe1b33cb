"""The words between a meeting, its dates and its places, as patterns made of the lists of events.yaml."""

import re
from collections.abc import Iterable
from functools import lru_cache

from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.phrases import STATE_FORM
from loaders.rules.sought import Sought
from loaders.rules.uncased import Uncased

# "s'est achevée à Cotonou après trois jours de travaux (18-20 juin 2025)"
_AFTER_DAYS = (
    r"(?:after|following|tras|después de|après|à l['’]issue de)\s(?:(?:the|its|los|sus|les|ses)\s)?"
    r"(?:\d|two|three|four|five|dos|tres|cuatro|cinco|deux|trois|quatre|cinq)\s(?:days|días|jours|journées|jornadas)"
    r"(?:\s(?:of|de|d['’])\s?(?:\w+\s)?\w+(?=[\s,]*[,(]))?"
)

# "organised with IOM in Manila"
_WITH_WHOM = (
    r"(?<!\w)(?:together |jointly )?(?:with|con|avec)\s(?!which|que|qui)[^.;:()\n,]{2,60}?"
    r"(?=,?\s(?:in|on|at|en|el|los|le|les|à)\s)"
)
# "originally planned for March, was held", "outside Geneva, in Nyon": what is told of another day and place
_NOT_THEN = (
    r"(?<!\w)(?:originally|initially|inicialmente|originalmente|initialement|d['’]abord prévue?s?)\s[^,;.()]{3,50}(?=,)"
    r"|(?<!\w)(?:just )?(?:outside|near|close to|not far from|cerca de|a las afueras de|près de|aux portes de)"
    r"\s[\w'’-]+(?=,\s(?:in|at|en|à)\s)"
)
# "Held in Quito on 3 May, the conference ...", "Tenue à Dakar les 3 et 4 mai, la réunion ..."
HELD_FIRST = re.compile(
    r"(?:Held|Convened|Organi[sz]ed|Hosted|Tenue?s?|Organisée?s?|Réunie?s?|Convoquée?s?|Celebrad[oa]s?|Realizad[oa]s?"
    r"|Organizad[oa]s?|Convocad[oa]s?|Desarrollad[oa]s?)(?=\s)"
)
_ARTICLES = (
    r"(?:the|an?|its|their|la|el|los|las|le|les|l['’]|su|sus|sa|son|ses|una?|une|du|des|del?"
    r"|de (?:la|l['’]|los|las|una?)|d['’]une?|aux?|à (?:la|une?)|à l['’]|al|(?:a|en) (?:la|el|las|los|una?))"
)
_WITH = (
    r"(?:,?\s(?:together with|jointly with|along with|alongside|with|in (?:partnership|cooperation|collaboration) with"
    r"|con|junto (?:a|con)|juntamente con|conjuntamente con|en (?:colaboración|cooperación|conjunto) con|avec"
    r"|conjointement avec|en (?:partenariat|collaboration|coopération) avec|by invitation of|at the invitation of"
    r"|por invitación de|à l['’]invitation d[eu])\s[^,.;:]{2,80},)?"
)


@lru_cache(maxsize=1)
def between() -> Uncased:
    """What may stand between a meeting, its dates and its places."""
    return _between(())


@lru_cache(maxsize=1)
def among() -> Uncased:
    """What may stand between the dates and places of several meetings: also "one in", "the other on"."""
    return _between(load("events")["each"])


def _between(each: Iterable[str]) -> Uncased:
    words = load("events")
    small = alternatives([*words["holding"], *map(re.escape, (*words["before_date"], *words["between"], *each))])
    venue = alternatives([re.escape(word) for word in words["venues"]])
    by = alternatives([re.escape(word) for word in words["by"]])
    hosted = alternatives(words["hosted"])
    held = alternatives([word for word in map(re.escape, words["before_date"]) if " " in word or "'" in word])
    onwards = r"(?=,?\s(?:in|on|from|at|en|el|le|los|du|del|à)\s|,\s|\s?\()"
    return Uncased(
        rf"(?:,\s[^.;:()\n]{{3,180}}?,\s(?={held}\s)|(?<!\w)(?:par|por|by|entre|between|among)\s(?:(?!\s(?:that|which|qui|que)\s)[^.;:()\n]){{2,130}}?(?=\s{held}\s)"
        rf"|(?<!\w){_AFTER_DAYS}|(?<!\w){venue}(?!\w)[^.,;:()\n]{{0,70}}?{onwards}|(?<!\w){by}\s[^.;:()\n]{{2,90}}?{onwards}"
        rf"|(?<!\w)(?:que|which|that)\s(?:(?:[^.;:()\n]|\([A-Z]{{2,10}}\)){{2,130}}?\s)?{hosted}(?=\s)"
        rf"|{_WITH_WHOM}|{_NOT_THEN}"
        rf"|\sd\.\s?[cf]\.|[(\[][A-Z][\w&./-]{{1,12}}[)\]]|[\s,(\[:–—”»\x22-]|[)\]](?!\.)|(?<!\w){small}(?!\w)|(?<!\w){STATE_FORM}|[ld]['’])*",
    )


@lru_cache(maxsize=1)
def held() -> Sought:
    """A verb that says that a meeting is held, or that a body meets."""
    words = load("events")
    took_place = [re.escape(verb) for verb in words["before_date"] if " " in verb or "'" in verb or "’" in verb]
    return Sought(rf"\b{factored([*took_place, *words['meets'], *words['staged']])}(?=[\s,])", re.IGNORECASE)


# ", en el Palacio de Torre Tagle," : a house that no list has
_HOUSE = (
    r"(?:in|at|en|à|au|dans)\s(?:the\s|el\s|la\s|le\s|l['’])?(?-i:[A-ZÀ-Þ])[^.,;:()\n]{2,50},"
    r"(?=\s(?:in|at|en|à|au|el|on|le|les)\s)"
)
# " au Palais des congrès," behind a day: a house whose city is told elsewhere
_ROOM = r"(?<=\s)(?:in|at|en|à|au|dans)\s(?:the\s|el\s|la\s|le\s|l['’])?\w[^.,;:()\n]{2,50},"
_THE = r"(?:(?:the|an?|its|their|la|el|su|le|leur|sa|son|une?)\s|l['’])"


@lru_cache(maxsize=1)
def staging() -> Sought:
    """A verb of holding a meeting, up to the date or place behind it."""
    return Sought(
        rf"\b{factored(load('events')['staged'])}(?:\s(?:in|on|at|from|during|between|en|el|los|las|la|a|à|au|aux|le|les|du"
        rf"|del|de|entre|ce|este|días|the|depuis|since|desde|{_today()})|\s?{_venue()}|\s?{_HOUSE}|\sl['’]|,|\s?\((?:du|del|from)?)*\s?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def to_name() -> Uncased:
    """What may stand from a date or place to the name of the meeting behind it: with whom, in which house."""
    return Uncased(rf"(?:,?\s?(?:{_venue()}|{_ROOM}))?{_WITH}[\s,)]*(?:{_ARTICLES}\s?)?")


@lru_cache(maxsize=1)
def gathering() -> Uncased:
    """From the name of a meeting to whom it brings together: "(which) brought together"."""
    return Uncased(
        rf"(?:,\s[^.,;:()\n]{{3,60}}(?=,))?,?\s(?:(?:which|that|que|qui)\s)?(?:ha\s|has\s|had\s)?{alternatives(load('events')['gathers'])}\s",
    )


@lru_cache(maxsize=1)
def in_a_house() -> re.Pattern[str]:
    """Where it was, between commas: ", en el salón de actos de la Academia Diplomática de Asunción,"."""
    return re.compile(r",\s(?:in|at|en|à|au|aux|dans)\s[^,;:.()]{3,120},", re.IGNORECASE)


def _venue() -> str:
    return rf"{alternatives([re.escape(word) for word in load('events')['venues']])}\b[^.,;:()\n]{{0,70}}?"


def _today() -> str:
    return alternatives(load("events")["relative_days"])


@lru_cache(maxsize=1)
def during() -> re.Pattern[str]:
    """From a date or place to the meeting at which one met: "met in Sucre during the", "met in Rabat to open their"."""
    return re.compile(
        rf"[\s,)]*(?:(?:(?:since|desde|depuis)\s)?(?:el\s|ce\s|este\s)?{_today()}\s)?\b{alternatives(load('events')['during'])}\s?{_THE}?"
        rf"|\),?\s(?:à|au)\s{_THE}?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def leads_to() -> re.Pattern[str]:
    """From a date to the meeting that it is of: "the 3 May workshop", "on 15 November, when the Consultation opens"."""
    when = alternatives(load("events")["when"])
    return re.compile(rf"[\s'’s,]*|,\s{_THE}|,?\s{when}\s?{_THE}?", re.IGNORECASE)
