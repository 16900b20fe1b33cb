"""Who a verb is said of: the noun that opens the clause, and not a name that hangs on that noun."""

import re

from loaders.claims.sentence.own_offices import is_its_own_office
from loaders.recognition.names.gazetteer import reference_classes

_COMPACT = "instrument/gcm"
# "the commissioner of ECOWAS took the floor": who speaks is the commissioner
_GOVERNED = re.compile(
    r"(?P<head>[\w’'.-]+\)?|⟦H#\d+⟧)\s(?:(?:of|for|from|by|with|but|except|de|del|du|des|con|avec|para|pour|por|par|salvo"
    r"|excepto|sauf)\s(?:the |la |las |los |les |l['’])?|[ld]['’]|de l['’])$",
    re.IGNORECASE,
)
# "in Ghana, who delivered a message"; whom others thank ("thanked Ghana and recalled")
_NO_SPEAKER = re.compile(
    r"\b(?:in|en)\s(?:(?:the|la|el|les?)\s|l['’])?$"
    r"|\b(?:thank|congratulat|commend|prais|remind|assur|invit|urg)(?:ed|es|ing|s)\s(?:the\s)?$"
    r"|\b(?:agradec|felicit|invit|inst|exhort|solicit|dio las gracias|dieron las gracias)\w*\s(?:a|al|a la|a los)\s$"
    r"|\b(?:remerci|félicit|invit|exhort|pri)(?:é|ant|e|ent|er)\s(?:(?:le|la|les)\s|l['’])?$",
    re.IGNORECASE,
)
# nouns that speak for the name behind them: "the representative of Ghana", "the Government of Ghana"
_STANDS_FOR = re.compile(
    r"represent|représent|permanent|rep[uú]bli|républi|reino|royaume|deleg|délég|gov|gob|gouv|authorit|autorid|autorit"
    r"|people|state|estado|état|kingdom|ministr|minister"
    r"|secretary|secretari[oa]\b|secrétaire|secretariat|secretaría|secrétariat"
    r"|^c['’]est$|\boffice$|oficina|bureau|r[eé]gional|observ|panell|mission|misión|presid|présid|\bhead\b|\bchef|\bjef[ae]",
    re.IGNORECASE,
)
_MEMBERS_OF = re.compile(r"⟦[URO]#\d+⟧\s(?:[Mm]ember|[Ee]stados|[ÉEé]tats)\b")  # "UN Member States"
_HELD = frozenset({"chairs", "coChairs", "leads"})
_NEAR = 40  # letters before a name within which its noun stands
_STATES_OF = re.compile(
    r"\b(?:states|countries|governments|estados|países|gobiernos|[ée]tats|pays|gouvernements)\s"
    r"(?:of|in|de|del|du|des)\s?(?:(?:the|la|el|los|las|le|les)\s|l['’])?$",
    re.IGNORECASE,
)
# "the ⟦E⟧, made up of the ministers of ⟦S⟧, stressed": who stressed is the meeting
_MADE_UP_OF = re.compile(
    r"⟦[A-Z]*[EWRP][A-Z]*#\d+⟧,\s(?:made up|composed|formed|attended|(?:integrad|compuest|conformad|formad)[oa]s?"
    r"|composée?s?|formée?s?|constituée?s?)\s(?:of|by|por|de|des?|du|d['’]|par)\b[^⟦⟧]*$"
)
_SEVERAL = re.compile(r"⟦[A-Z]{2}")
_WHO = re.compile(r"⟧,\s(?:who|quien(?:es)?)\b")  # "⟦H⟧, head of the office of ⟦U⟧, who said"
# "⟦H⟧, head of the office of ⟦U⟧ congratulated"
_OF_A_PERSON = re.compile(
    r"⟦H#\d+⟧,\s[^,;.:⟦⟧]{3,80}(?:\s(?:of|for|at|in|de|del|du|des)\s?(?:(?:the|la|el|le|les)\s|l['’])?|\sd['’])$"
)
_RELATIVE = re.compile(r"⟧,\s(?:who|which|que|qui|quien)")


# "the representative of ⟦S⟧, ⟦H⟧,"; "the Network's ⟦secretariat⟧"
_PERSON_BEHIND = re.compile(
    r"⟦[SUORWPF]+#\d+⟧(?:(?!\b(?:by|por|par)\b)[^,;.:⟦⟧]){0,60}"
    r"(?:,? (?:(?:a|an|the)\s)?⟦H|, [A-ZÁÉÍÓÚ][\w’'-]+ (?:(?:de|del|la|van|von|da) )*[A-ZÁÉÍÓÚ])"
)
_BY_PREPOSITION = re.compile(
    r"\b(?:of|for|from|de|del|du|des|por|pour|par)\s(?:(?:the|la|el|los|las|le|les)\s|l['’])?$|\bd['’]$"
    # "la ministra ⟦S⟧ de Trabajo, ⟦H⟧"
    r"|\b(?:vice|sub|sous)?-?(?:ministr[oae]|canciller|chanceli(?:er|ère)|embajador(?:a)?|ambassad(?:eur|rice)|secretari[oa]"
    r"|secrétaire|direct(?:or|ora|eur|rice)|homólog[oa]|homologue|président[ae]?|president[ea]|jef[ea]|chef(?:fe)?"
    r"|délégué[e]?|delegad[oa]|représentante?|representante)\s$",
    re.IGNORECASE,
)

# "on behalf of ⟦S⟧ came ⟦H⟧" says of both that they came
_SENT_BY = re.compile(
    r"\b(?:on behalf|en (?:nombre|representación)|(?:por|de) parte|au nom|du côté|pour le compte)\s"
    r"(?:of|del?|du|des|d['’])\s?(?:(?:the|la|el|los|las|le|les)\s|l['’])?$",
    re.IGNORECASE,
)


_THROUGH = re.compile(
    r"⟦[SUO]#\d+⟧,\s(?:a través del?|por (?:medio|conducto|intermedio) del?|through|via"
    r"|represented by|representad[oa] por"
    r"|par la voix d[eu]|par l['’]intermédiaire d[eu]|représentée? par)\s[^.;]{0,90}$",
    re.IGNORECASE,
)


def is_spoken_for(text: str, token: int, relation: str) -> bool:
    """Whether a person is named behind who acts for the name at `token`: "the representative of Ghana, Ms. X, said".

    Who is sent to a meeting is there beside who sends: "for Ghana came Ms. X".
    """
    if relation == "chairs" and text.startswith("⟦H", token) and _THROUGH.search(text, 0, token):
        return True  # "Mexico, through its Undersecretary, ⟦H⟧, handed over"
    if relation == "spokeAt" and _is_no_speaker(text, token):
        return True
    named = _PERSON_BEHIND.match(text, token) is not None and _BY_PREPOSITION.search(text[:token]) is not None
    return named and not (relation == "participatesIn" and _SENT_BY.search(text[:token]))


def means_the_states(text: str, token: int) -> bool:
    """Whether a name only tells whose states are meant: "the States of ⟦O⟧ are members"."""
    return _STATES_OF.search(text, max(0, token - _NEAR), token) is not None


def is_governed(text: str, match: re.Match[str], token: int, relation: str) -> bool:
    """Whether a name that opens a match hangs on a noun before it that does not stand for it.

    text: a masked sentence; match: what tells the relation in it; token: where the name's token begins.
    """
    opened = match.start()
    if _MEMBERS_OF.match(text, token) or _MADE_UP_OF.search(text[:token]):
        return True
    if "⟦" in text[opened:token] or _RELATIVE.match(text, text.find("⟧", token)):
        return False
    found = _GOVERNED.search(text[:token])
    if found is None or opened <= found.end("head") or _STANDS_FOR.search(found["head"]):
        return False
    return relation not in _HELD or not is_its_own_office(text, token, match.end())


def _is_no_speaker(text: str, token: int) -> bool:
    """Whether the words around one name tell whose person speaks, where, or whom others thank.

    "the office in Ghana, who said", "⟦H⟧, head of ⟦U⟧ said", "thanked Ghana for it and said".
    """
    if text.startswith("⟦H", token) or _SEVERAL.match(text, token):
        return False
    if _OF_A_PERSON.search(text, max(0, token - 3 * _NEAR), token):
        return True
    if _NO_SPEAKER.search(text, max(0, token - _NEAR), token):
        return True
    return "⟦H" in text[:token] and _WHO.match(text, text.find("⟧", token)) is not None


def is_devoted(path: str) -> bool:
    """Whether something may be about some objectives alone: not the Compact, which has them, nor a standing process."""
    return path != _COMPACT and not (path.startswith("process/") and path in reference_classes())


def has_no_members(path: str) -> bool:
    """Whether nobody is told to be a member of it: an entity of the United Nations that is no network, a programme."""
    of_the_un = path.startswith("un-entity/") and not path.startswith("un-entity/un-network-")
    return of_the_un or path.startswith("process/")
