"""Bare numbers that say how many there are by now: "brings the group to 33", "los campeones suman 39"."""

import re

from loaders.rules.sought import Sought

_LONGEST = 110
_WHOM = (
    r"(?:champions?(?: countries| states)?|member(?: state| countrie)?s|countries|states|signatories|donors|networks"
    r"|pledges|practices|(?:países )?campeones|(?:países |estados )?miembros|países|estados|donantes|redes|promesas"
    r"|prácticas|(?:pays |états )?champions|(?:pays |états )?membres|pays|états|donateurs|réseaux|annonces|engagements"
    r"|pratiques)"
)
_NOW = (
    r"(?:(?:now|by now|today|thereby|thus|already|currently|since|ya|hoy|ahora|actualmente|así|désormais|maintenant"
    r"|aujourd['’]hui|déjà|ainsi|à présent)\s){0,2}"
)
_SOME = r"(?:(?:a total of|un total de|au total|al menos|at least|more than|over|más de|plus de)\s)?"
_GROUP = (
    r"(?:group|membership|number|total|tally|count|network|family|circle|ranks|club|grupo|número|total|cifra|familia"
    rf"|groupe|nombre|cercle|famille|{_WHOM})"
)
_THEIR = r"(?:the|its|their|our|al?|el|la|le|l['’]|su|sus|son|leur)\s?"
_GROWS = (
    r"(?:increased|grown|risen|rises|come|climbed|stands|stood|reached|reaches|amounts|aumentado|aumentó|llegado|llega"
    r"|llegó|asciende|ascendió|sube|subió|pasa|pasó|se eleva|crecido|creció|alcanza|alcanzó|passe|passé|s['’]élève"
    r"|élevé|porté|monté|monte|atteint)"
)


def _of(number: int) -> str:
    """Whose number it is, as a group of a pattern."""
    return (
        r"(?:\s(?:of|de|des|del?|d['’])\s?(?:the\s|los\s|las\s|les\s|its\s|sus\s|ses\s)?"
        rf"(?P<whom{number}>(?:[\w-]+\s){{0,2}}?{_WHOM}))?"
    )


_GROWN = Sought(
    rf"(?:\b(?:bring|brought|tak|took|rais|swell|lift|llev|elev|port|fait passer)\w*\s{_THEIR}"
    rf"(?:[\w’'-]+\s){{0,4}}?{_GROUP}{_of(1)}\s(?:to|at|a|en|à)"
    rf"|(?:number|total|membership|tally|group|número|total|cifra|grupo|nombre|groupe){_of(2)}\s{_NOW}"
    rf"(?:(?:has|have|had|ha|a|est|s['’]est)\s)?{_NOW}{_GROWS}(?:\s(?:to|at|a|à))?"
    rf"|{_WHOM}(?:,? (?:who|which|que|qui))?\s{_NOW}(?:number|count|total|suman|alcanzan|totalizan|ascienden a"
    r"|comptent)"
    rf"|(?:champions?(?: countries)?|campeones|pays champions|(?<!of )(?<!the )members|miembros|membres|they|ils|elles)"
    rf"\s{_NOW}(?:are|son|sont)(?=\s(?:now|by now|today|ya|hoy|ahora|désormais|maintenant|déjà|aujourd|already))"
    rf"|(?:countries|members|champions|they)\s(?:(?:now\s)?number|are)|(?:países|miembros) suman)\s{_NOW}{_SOME}$",
    re.IGNORECASE,
)
_CHAMPIONS = re.compile(r"champion|campe[oó]n", re.IGNORECASE)
_NO_GROUP = re.compile(r"\b(?:their|its|the total|sus?|leur|son)\s(?:number|total|número|nombre)\b", re.IGNORECASE)


def grown(text: str, at: int, before: str = "") -> str:
    """What a bare number at `at` counts by the words before it; nothing where they do not say how many there are.

    before: what the number before it counts, which "their number" may mean.
    """
    found = _GROWN.search(text, max(0, at - _LONGEST), at)
    if not found:
        return ""
    if _CHAMPIONS.search(found[0]):
        return "champion countries"
    whom = found["whom1"] or found["whom2"]
    if whom:
        return str(whom).lower()
    return before if before and _NO_GROUP.search(found[0]) else "members"
