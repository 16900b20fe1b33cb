"""Whether a sentence tells of a date as past or as coming, by the verb or cue that stands nearest to it."""

import re
from functools import cache

PAST = "past"
FUTURE = "future"

_FUTURE = {
    "en": (
        r"(?:will|shall|would)(?:\s\w+)?\sbe\s\w+|to\sbe\s\w+|will|shall|(?:is|are) to|planned|plans?|planning"
        r"|scheduled|expected|foreseen|upcoming|forthcoming|intends?|proposed|proposing|tentatively|likely"
        r"|deadline|no later than|must be \w+|invited to|going to|due|looks? forward|look ahead"
        r"|(?:re)?(?:meets?|convenes?|gathers?|assembles?) (?:again|next)|next meets?"
    ),
    "es": (
        r"\w+r(?:á|án|emos)|previst[oa]s?|programad[oa]s?|planead[oa]s?|próxim[oa]s?"
        r"|a más tardar|fecha límite|se prevé|está prevista|habrá|tendrá|propuest[oa]s?"
        r"|se reún\w+ (?:de nuevo|otra vez|nuevamente)|vuelven? a (?:reunirse|encontrarse)"
    ),
    "fr": (
        r"(?:sera|seront|devra|devront)(?:\sêtre)?\s\w+|\w{2,}r(?:a|ont)|prévue?s?|programmée?s?|planifiée?s?"
        r"|prochaine?s?|au plus tard|date limite|à venir|doit|doivent"
        r"|se (?:réuni|retrouve|rencontre)\w* (?:à nouveau|de nouveau)"
    ),
}
_PAST = {
    "en": (
        r"was|were|had|did|held|took|met|came|gave|began|sent|said|spoke|led|paid|chose|saw|made|became|left|drew|rose"
        r"|stood|(?:has|have) (?:been|had)|(?<!to be )(?<!is )(?<!are )(?<!be )(?<!being )\w{3,}ed|last|ago|previous"
        r"|since|brought|ran|heard|kept|told|taught|wrote|found|gathered"
    ),
    "es": (
        r"(?:celebrad|realizad|efectuad|sostenid|mantenid|organizad|tenid|reunid)[oa]s?|fue|fueron|tuvo|tuvieron|hubo|era|eran|estuvo|hizo|hicieron|dio|\w{3,}(?:ó|aron|ieron)|ha|han|había|habían"
        r"|pasad[oa]|desde"
    ),
    "fr": (
        r"fut|furent|a été|ont été|a eu|ont eu|eut|s['’]est|se sont|\w{2,}ait|\w{2,}aient"
        r"|(?:a|ont) (?:\w+é|tenu|reçu|accueilli|réuni|offert|fait|pris|ouvert|clos)e?s?"
        r"|\w{4,}ée?s? le|dernier|dernière|depuis|passée?|est entrée?|sont entrée?s|y a"
        r"|(?:tenu|réuni|organisé|accueilli|convoqué)e?s?"
    ),
}
_CLAUSE = re.compile(r"[;:(]|[.!?]\s|,\s(?:and|but|which|who|with the|y|pero|et|mais)\s")
_FARTHEST = 240


@cache
def _pattern(language: str) -> re.Pattern[str]:
    future, past = (_FUTURE.get(language, _FUTURE["en"]), _PAST.get(language, _PAST["en"]))
    return re.compile(rf"(?<![\w-])(?:(?P<future>{future})|(?P<past>{past}))(?![\w-])", re.IGNORECASE)


def tense_at(text: str, at: int, to: int, language: str = "en", sentence: tuple[int, int] | None = None) -> str | None:
    """PAST or FUTURE for what stands at [at, to), None where nothing tells. sentence: the part of the text that counts.

    The nearest cue decides; one in another clause counts as three times as far away.
    """
    best: tuple[int, str] | None = None
    first, last = sentence or (0, len(text))
    for cue in _pattern(language).finditer(text, max(first, at - _FARTHEST), min(last, to + _FARTHEST)):
        before = cue.end() <= at
        between = text[cue.end() : at] if before else text[to : cue.start()]
        distance = len(between) * (3 if _CLAUSE.search(between) else 1)
        if best is None or distance < best[0]:
            best = (distance, FUTURE if cue["future"] else PAST)
    return best[1] if best else None
