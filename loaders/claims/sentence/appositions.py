"""Persons in a masked sentence without what tells who they are, so that a list of them reads as a list.

"by ⟦H⟧, Executive Secretary of ⟦U⟧; by ⟦H⟧, Minister of ⟦S⟧; and, by video message, by ⟦H⟧" is "by ⟦H⟧; by ⟦H⟧; and by
⟦H⟧", and "the Director of Migration of ⟦S⟧, ⟦H⟧, said" is "⟦H⟧ said".
"""

import re

from loaders.rules.sought import Sought

OFFICE = (
    r"(?:(?:deputy|vice|vice-|under-?|assistant|executive|permanent|senior|special|principal|acting|first|state|high|former"
    r"|additional|joint|regional|national|resident|director[- ]|attorney|prime)[ -]?){0,3}"
    r"(?:secretar(?:y|ies)|director|minister|head|chief|ambassador|president|chair(?:person)?|commissioner|coordinator"
    r"|representative|officer|adviser|advisor|envoy|governor|mayor|rapporteur|counsell?or|expert|professor|manager"
    r"|co-?chair|chancellor|consultant|journalist|spokesperson|researcher|lawyer|specialist|economist|consul|senator)\b"
    r"|(?:vice|sub|alt[oa] )?-?(?:secretari[oa]|director(?:a)?|ministr[oa]|jef[ae]|embajador(?:a)?|president[ea]"
    r"|comisionad[oa]|coordinador(?:a)?|representante|asesor(?:a)?|enviad[oa]|gobernador(?:a)?|alcaldes(?:a)?|alcalde"
    r"|relator(?:a)?|oficial|expert[oa]|titular|encargad[oa]|canciller|vicecanciller|cónsul|defensor(?:a)?|diputad[oa]"
    r"|senador(?:a)?|superintendente|periodista|profesor(?:a)?|investigador(?:a)?|portavoz|homólog[oa]|delegad[oa]"
    r"|abogad[oa]|especialista|economista|vocer[oa]|consejer[oa]|asesor(?:a)?|fiscal|procurador(?:a)?|intendent[ea]|gerente"
    r"|punto focal|consultor(?:a)?|viceprimer[oa]? ministr[oa]|primer[oa]? ministr[oa]|magistrad[oa]|regidor(?:a)?"
    r"|responsable|rector(?:a)?|docente|líder)\b"
    r"|(?:vice|sous|haute?)?[- ]?(?:secrétaire|direct(?:eur|rice)|ministre|chef(?:fe)?|ambassad(?:eur|rice)|présidente?"
    r"|commissaire|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|représentante?|conseill(?:er|ère)|envoyée?|gouverneure?"
    r"|maire|rapporteure?|experte?|déléguée?|journaliste|professeure?|homologue|porte-parole|préf[eè]te?|députée?"
    r"|économiste|spécialiste|consule?|chanceli(?:er|ère)|premi(?:er|ère) ministre|garde des sceaux|point focal"
    r"|consultante?|responsable|juriste|avocate?|administrat(?:eur|rice)|médiat(?:eur|rice)|chargée? d"
    r"|sénat(?:eur|rice)|chercheu(?:r|se)|doyenne?|rect(?:eur|rice))\b"
)
_GOES_ON = r"[^,;.:()⟦⟧]{0,90}?(?:⟦[SUORWPFEC]+#\d+⟧[^,;.:()⟦⟧]{0,60}?){0,2}"
# "the Director of the Division of ⟦U⟧, ⟦H⟧," and "la viceministra ⟦H⟧"; of "del embajador de ⟦S⟧, ⟦H⟧" "de ⟦H⟧" stays
_BEFORE = Sought(
    rf"(?:\b(?:por|for|pour|on behalf of|en nombre de|au nom d[eu])\s(?:the\s|la\s|el\s|le\s|l['’])?⟦[SUORWP]#\d+⟧,\s)?"
    rf"(?P<by>\b(?:by|por|par)\s)?"
    rf"(?:\b(?:(?:(?P<joined>del|du|al|au)|the|its|his|her|el|la|su|le|sa|son)\s|l['’])|⟦[SUO]#\d+⟧['’]s\s)"
    rf"(?:(?:señora?|sra?\.|honou?rable|hon\.)\s)?"
    rf"(?:{OFFICE}){_GOES_ON}(?:,\s|\s)(?P<who>⟦H#\d+⟧)(?(by)|(?:,(?=\s[a-z]))?)",
    re.IGNORECASE,
)
# "⟦U⟧ Chief of Mission ⟦H⟧ pledged", "fell to Resident Coordinator ⟦H⟧"
_BARE = Sought(
    rf"(?:^|(?<=[.;:,]\s)|(?<=\b(?:to|by)\s)|(?<=\band\s)|(?<=\s)(?=(?-i:[A-Z⟦])))(?:⟦[SUO]#\d+⟧(?:['’]s)?\s)?(?:(?-i:[A-Z])[\w’'-]*\s){{0,5}}?(?:{OFFICE})"
    rf"(?:[\s-]general)?(?:\s(?:of|for)\s[^,;.:()⟦⟧]{{1,40}}?)?\s(?P<who>⟦H#\d+⟧)",
    re.IGNORECASE,
)
_CAPITAL_OR_OFFICE = rf"(?-i:(?=[A-ZÁÉÍÓÚÀÂÇÈÊÎÔÛ⟦]))|(?:the |el |la |le )?(?:{OFFICE})"
_MORE = (
    r",\s(?:(?-i:(?=[A-ZÁÉÍÓÚÀÂÇÈÊÎÔÛ⟦]))|pa[iy]s\b|country\b|on behalf|en nombre|au nom|in charge|chargé|and |y |et )"
)
_ENDS = (
    r"(?=;|\.?$|,?\s(?:and|y|e|et)\b(?:,\s[^,;.⟦]{3,60},)?\s(?:(?:by|par|por|de|from|with)\s|d['’])?⟦H"
    r"|,\s(?:by|par|por|de|from)\s⟦H)"
)
# ⟦H⟧, Minister of ⟦S⟧;
_AFTER = Sought(
    rf"(?P<who>⟦H#\d+⟧)(?:,\s(?:{_CAPITAL_OR_OFFICE})|,?\s(?:on behalf of|en nombre de|au nom d[eu]|of|from|de|du)\s)"
    rf"{_GOES_ON}(?:(?:{_MORE}){_GOES_ON}){{0,2}}{_ENDS}",
    re.IGNORECASE,
)
# prepositions that are one word with the article of the office
_APART = {"del": "de ", "du": "de ", "al": "a ", "au": "à "}
# "⟦H⟧ of ⟦S⟧ and ⟦H⟧ of ⟦S⟧ thanked": before a verb, or another person
_OF_A_BODY = Sought(
    r"(?P<who>⟦H#\d+⟧),?\s(?:of|from|de|del|du|d['’])\s?(?:(?:the|la)\s|l['’])?⟦[SUORW]#\d+⟧"
    r"(?=,?\s(?:and|y|e|et)\s(?:(?:the|by|par|por)\s)?⟦H|,\s⟦H|,?\s(?!(?:and|y|e|et|or|o|ou|in|en|at|for|para|pour|au|à)\b)[a-zà-ÿ])",
    re.IGNORECASE,
)
# "⟦H⟧, director of labour, who spoke for ⟦S⟧, said"
_WHO = Sought(
    rf"(?P<who>⟦H#\d+⟧),\s(?:{OFFICE})[^,;.⟦⟧]{{0,90}},\s(?:qui|who|quien)\s[^,;.]{{3,110}},(?=\s[a-zà-ÿ])",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"(⟦H#\d+⟧)\s(?=⟦H#\d+⟧)")
_BRACKET = re.compile(r"(?P<who>⟦H#\d+⟧)\s?\([^()]*\)")
# "; and, on behalf of stakeholders, by ⟦H⟧"
_ASIDE = Sought(
    r"(?P<joint>[;,]\s(?:and|y|e|et)),\s(?:on|by|via|in|par|por|en|au)\s[^,;.⟦]{3,60},\s(?=(?:(?:by|par|por|de)\s|l['’])?⟦H)",
    re.IGNORECASE,
)
_OFFICER = Sought(
    r"\b(?P<by>by|par|por)\s(?:the\s|la\s|el\s|le\s)(?:co-)?(?:chairs?|presidency|presidencia|présidente?|presidente)"
    r"(?:;|,)?\s(?:(?:and|y|et)\s)?(?:by|par|por)\s(?=⟦)",
    re.IGNORECASE,
)


def persons_alone(text: str) -> str:
    """The sentence with its persons by their names alone, where what stands beside them tells their office."""
    text = _BRACKET.sub(r"\g<who>", text)
    text = _BEFORE.sub(
        lambda told: (told["by"] or "") + _APART.get((told["joined"] or "").lower(), "") + told["who"], text
    )
    text = _BARE.sub(r"\g<who>", text)
    text = _SIDE_BY_SIDE.sub(r"\1, ", _WHO.sub(r"\g<who>", text))
    text = _OF_A_BODY.sub(r"\g<who>", text)
    text = _AFTER.sub(r"\g<who>", text)
    return _OFFICER.sub(r"\g<by> ", _ASIDE.sub(r"\g<joint> ", text))
