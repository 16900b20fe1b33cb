"""Whether words that name no meeting can be about the one that a paper reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.claims.masked import Masked

_MEETING = re.compile(r"⟦E#(\d+)⟧")
_ANOTHER_TIME = re.compile(
    r"\b(?:since|(?<!the )following|the following(?=\s(?:⟦D#\d+⟧\s?)?$)|after|before|prior to|ahead of|previous|last"
    r"|desde|tras|antes de|después de|depuis|après|avant)\b[^⟦⟧]{0,30}(?:⟦D#\d+⟧\s?)?$",
    re.IGNORECASE,
)
# papers that come before a meeting or tell of many things: what others do in them is done elsewhere
OF_NO_MEETING = frozenset({"speech", "concept-note", "leaflet", "web-page"})
# relations that hold at a meeting, and only there
AT_MEETINGS = frozenset({"spokeAt", "participatesIn", "observerOf"})
# what one speaks of is not where one speaks: "the outcome of the dialogue", "briefed them on its consultation"
_SPOKEN_OF = re.compile(
    r"(?:\b(?:outcomes?|results?|reports?|recommendations|conclusions|summary|minutes|preparations?|follow-?up|lessons"
    r"|resultados?|informes?|conclusiones|recomendaciones|preparativos|seguimiento"
    r"|résultats?|conclusions|rapports?|recommandations|préparatifs|suivi|issue)"
    r"\s(?:of|from|to|for|on|del?|d[eu]s?|para|sobre|pour|sur)\s(?:the |its |their |la |el |las |los |le |les |l['’])?"
    r"|\b(?:brief|inform|updat|report)\w+\s[^⟦⟧.;]{0,40}\b(?:on|about|of) (?:the |its |their |his |her |an? )"
    r"|\b(?:adopted|agreed|approved|endorsed|launched|made|taken|reached|announced|concluded|signed)\s(?:at|in|during)\s"
    r"(?:the |its |their )?)(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_LONGEST_CUE = 90  # what the patterns around a token can reach back
_AT = re.compile(
    r"\b(?:at|during|in(?! to\b)|en|durante|lors d[eu]|à|au)\s+"
    r"(?:the |its |their |this |that |an? |la |el |su |una? |une |leur |l['’])?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_MEETING_NOUN = re.compile(
    r"meeting|session|workshop|conference|consultation|event|dialogue|debate|discussion|deliberation|proceedings|work\b"
    r"|forum|summit|retreat|webinar|briefing|seminar|exchange|panel|hearing|review|opening|closing|ceremony|gathering"
    r"|round ?table|plenary|training|launch|symposium|call\b|visit|talks|negotiation|\bday|week|morning|afternoon"
    r"|reuni|sesi|taller|conferencia|consulta|evento|diálogo|discusi|trabajos|foro|cumbre|encuentro|jornada|acto\b|mesa"
    r"|seminario|intercambio|plenari|apertura|clausura|ceremonia|revisi|examen|misma|mismo|línea|presencial|virtual"
    r"|réunion|séance|atelier|conférence|débat|travaux|sommet|rencontre|séminaire|échange|plénière|ouverture|clôture"
    r"|cérémonie|audition|table ronde|lancement|capacity|person|calidad|qualité|⟦[ETDC]",
    re.IGNORECASE,
)
# what one takes part in, as the words right behind the verb say
_IN_SOMETHING = re.compile(
    r",?\s?(?:(?:\w+ly|also|activ\w+|also) )?(?:in|at|to|of|en|del?|al?|à|au|aux|dans) "
    r"(?:(?:the|an?|this|that|these|its|their|several|all|el|la|los|las|una?|este|esta|su|sus|le|les|une|ce|cette)\s)"
    r"(?P<thing>[^,.;:()]{3,60})|\s?(?:al|au|aux|del|du)\s(?P<there>[^,.;:()]{3,60})",
    re.IGNORECASE,
)
# a meeting that a sentence brings in: "hosted a regional workshop", "fuimos sede del Taller regional"
_SOME_MEETING = (
    r"(?:meeting|workshop|consultation|conference|seminar|retreat|forum|summit|webinar|dialogue|training|gathering"
    r"|reunión|taller|consulta|conferencia|seminario|foro|cumbre|encuentro|diálogo|jornada"
    r"|réunion|atelier|conférence|séminaire|forum|sommet|rencontre|dialogue)\b"
)
_BROUGHT_IN = re.compile(
    r"\b(?:host(?:ed)?|held|organi[sz]ed|convened|attended|launched|sede|acog\w+|celebr\w+|organiz\w+|convoc\w+"
    r"|accueilli\w*|organisé\w*|tenu\w*|convoqué\w*)\b[^.;]{0,60}?\b"
    rf"(?:an?|another|its \w+|una?|del?|otr[oa]|une?|d['’]une?|du)\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_SOME_MEETING})",
    re.IGNORECASE,
)
# "Kenya spoke there", "Denmark attended it", "y assistieron", "Les deux pays y ont participé"
_POINTS_BACK = re.compile(
    r"^(?:it|there|that|this)\b|\bthere\b(?! (?:is|are|was|were|has|have|had|will|should|must|can|remain|exist))"
    r"|\b(?:attend|join|address)\w* it\b"
    r"|\ballí\b|\ben (?:él|ella|ellas?|dicha|dicho|ese|esa|aquel)\b"
    r"|\bcelle-ci|\bcelui-ci|\by (?:a|ont|avai(?:en)?t|étai(?:en)?t|participai(?:en)?t|assistai(?:en)?t)\b",
    re.IGNORECASE,
)
_THE_MEETING = re.compile(rf"\b(?:the|that|this|la|el|dich[oa]|l['’]|le|cette?)\s?{_SOME_MEETING}", re.IGNORECASE)
# a sentence that opens so tells of another day than the passage before
LATER = re.compile(
    r"(?:since|later|recently|today|last|this (?:year|month)|(?:in|by|en) (?:⟦D|\d{4})"
    r"|desde|recientemente|hoy|depuis|récemment)\b",
    re.IGNORECASE,
)
# "as observer countries of the Conference, Argentina and Peru"
OBSERVED = re.compile(
    r"\b(?:observers?(?: \w+)?|observador(?:as?|es)?|observat(?:eur|rice)s?) (?:of|to|in|del?|en|du|auprès d[eu]|à|au) "
    r"(?:the |la |el |l['’])?⟦R#(\d+)⟧",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"\b(?:particip(?:a|ó|an|aron|e|ent|ates?|ated|é)|t(?:ake|akes|ook|aken) part|sits?|sat|asist\w+|siég\w+)\b",
    re.IGNORECASE,
)
# a meeting that the recognition does not know: "asked for it at their ministerial conference"
_AT_UNKNOWN = re.compile(
    r"\b(?:at|during|durante|lors d[eu]|en|dans)\s(?:the|that|their|its|his|her|our|an?|la|el|los|sus?|una?|une|leur)\s"
    r"(?:(?!same|present|current|opening|closing)[\w-]+\s){0,4}?(?:workshop|conference|consultation|dialogue|forum"
    r"|summit|retreat|webinar|seminar|symposium|taller|conferencia|consulta|cumbre|seminario|atelier|conférence|sommet"
    r"|séminaire)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",? (?:which|that|que|qui)\s$", re.IGNORECASE)
# what a report says was written, and not said: "In its voluntary report, Ghana noted ..."
_IN_A_REPORT = re.compile(
    r"\b(?:in|en|dans) (?:its|their|su|sus|son|leurs?) "
    r"(?:\w+ ){0,2}(?:reports?|reviews?|informes?|rapports?|examens?)\b",
    re.IGNORECASE,
)
# what one attends time and again
_EACH_TIME = re.compile(
    r"\b(?:their|its|these|those|all|sus|leurs|ses)(?: \w+)? "
    r"(?:meetings|sessions|reuniones|sesiones|réunions|séances)\b",
    re.IGNORECASE,
)
# what has been done by now was not done at a meeting: "Peru and Zambia have expressed interest"
_BY_NOW = re.compile(
    r"⟧(?:,[^.;:⟦⟧]{1,80},|,)?\s(?:\w+ )?"
    r"(?:(?:has|have|had) (?:\w+ )?(?!confirmed)\w+(?:ed|en|own|ung|it|ut|ade|old|aid)"
    r"|(?:había|habían) (?:\w+ )?(?!confirm)\w+[aió]d[oa]s?|(?:avait|avaient) (?:\w+ )?(?!confirm)\w+[éiu]e?s?)\b",
    re.IGNORECASE,
)


# a round table that is not recognised as one
_UNKNOWN_PART = re.compile(
    r"\b(?:round ?table|mesa redonda|table ronde)\s(?:(?:no\.?|n[°º])\s?)?(?:[A-H]|[IVX]+|\d{1,2})\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"^(?!.*⟦[ETD]#)[^⟦]{0,40}⟦[SUORW]+#\d+⟧ (?:also )?(?:takes? part|participates?|attends?|sits?"
    r"|participan?|asisten?|assiste(?:nt)?|siège(?:nt)?|participe(?:nt)?)\b",
    re.IGNORECASE,
)
_ONE_OF_SEVERAL = re.compile(
    r"^(?:the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|latter|former|other|next|previous)"
    r"|(?:el|la) (?:primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|sext[oa]|últim[oa]|siguiente|anterior|otr[oa])"
    r"|(?:le|la) (?:premi(?:er|ère)|deuxième|second[e]?|troisième|quatrième|cinquième"
    r"|sixième|derni(?:er|ère)|suivante?))"
    r"(?:,|\s(?:of (?:them|these|those)|one|took|was|were|will|is|had|has|met|opened"
    r"|fue|tuvo|será|se|es|a|est|sera|était)\b)",
    re.IGNORECASE,
)
_SUBJECT = 60  # letters into a sentence within which its subject stands


@dataclass(frozen=True, slots=True)
class Meeting:
    """A token of a meeting in a masked text, and whether a preposition says that one is at it."""

    at: int
    entity: str
    attended: bool


def meetings_of(masked: Masked) -> Iterator[Meeting]:
    """The meetings of a sentence but those that it only mentions."""
    for token in _MEETING.finditer(masked.text):
        at = token.start()
        if not is_only_mentioned(masked.text, at):
            attended = _AT.search(masked.text, max(0, at - _LONGEST_CUE), at) is not None
            yield Meeting(at, masked.members(int(token[1]))[-1].span.entity, attended)


def tells_another_time(text: str, at: int) -> bool:
    """Whether a token at `at` of a masked text is only mentioned as before or after ("following the workshop")."""
    return _ANOTHER_TIME.search(text, max(0, at - _LONGEST_CUE), at) is not None


def points_back(text: str) -> bool:
    """Whether a sentence speaks of the meeting that the one before told of: "Kenya spoke there"."""
    return _POINTS_BACK.search(text) is not None


def is_in_an_unknown_part(text: str) -> bool:
    """Whether a masked sentence tells of a round table that nothing else is known of ("Round table B, on data")."""
    return _UNKNOWN_PART.search(text) is not None


def is_of_one_of_several(text: str) -> bool:
    """Whether a masked sentence is about a meeting that it calls by its number alone: "The sixth was opened by"."""
    return _ONE_OF_SEVERAL.search(text) is not None


def stands_apart(text: str) -> bool:
    """Whether a masked sentence tells what goes on beyond a meeting: "The World Bank takes part as an observer"."""
    return _GOES_ON.search(text) is not None and not tells_of_a_meeting(text)


def tells_of_a_meeting(text: str) -> bool:
    """Whether a masked sentence speaks of a meeting by its noun alone, or points back to one."""
    return points_back(text) or _THE_MEETING.search(text) is not None


def brings_in(sentence: str, named: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence tells of a meeting that it does not name: "hosted a subregional meeting in Banjul".

    named: where the meetings stand that it names.
    """
    told = _BROUGHT_IN.finditer(sentence)
    return any(not any(at <= one.end("noun") and one.start() <= to for at, to in named) for one in told)


def referent(named: Sequence[tuple[int, str]], begin: int) -> str | None:
    """What "it" is behind a sentence: the meeting it opens with, else the only one; None where two compete.

    named: where the sentence names a meeting, and which. begin: where it begins.
    """
    at, opened = named[0]
    return opened if at - begin <= _SUBJECT or len({entity for _, entity in named}) == 1 else None


def _is_spoken_of(text: str, at: int) -> bool:
    """Whether a token at `at` of a masked text is what a sentence speaks about and not where it takes place."""
    return _SPOKEN_OF.search(text, max(0, at - _LONGEST_CUE), at) is not None


def is_only_mentioned(text: str, at: int) -> bool:
    """Whether a text mentions the meeting at `at` only as before or after, or as what is spoken of."""
    return tells_another_time(text, at) or _is_spoken_of(text, at)


def goes_elsewhere(relation: str, text: str, at: int, to: int) -> bool:
    """Whether a match at [at, to) of a masked text tells of something else than a meeting.

    "Mexico takes part in a search mechanism", "Peru and Zambia have expressed interest".
    """
    ends = {*([] if relation == "spokeAt" else [to]), *(verb.end() for verb in _TAKES_PART.finditer(text, at, to))}
    behind = filter(None, (_IN_SOMETHING.match(text, end) for end in ends))
    if any(not _MEETING_NOUN.search(found["thing"] or found["there"]) for found in behind):
        return True
    if not text.startswith("⟦", at) and _RELATIVE.search(text, max(0, at - _LONGEST_CUE), at):
        return True
    if relation == "spokeAt" and _IN_A_REPORT.search(text, 0, to):
        return True
    if _BY_NOW.search(text, at, to) or _EACH_TIME.search(text, at, to):
        return True
    return not points_back(text) and _AT_UNKNOWN.search(text, at) is not None
