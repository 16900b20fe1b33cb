"""A masked sentence with what its lists are divided into taken out, so that one list stands for all of its parts.

"three donors (A, B), the agencies of the region (C, D) and E" reads "A, B, C, D and E"; so does "by the donors: A, B;
by the countries of origin: C, D".
"""

import re

from loaders.rules.sought import Sought

_TOKEN = r"⟦[A-Z]+#\d+⟧"
# "X, in its role as Coordinator of Y," between commas
_ASIDE = Sought(
    r",\s(?:in its (?:role|capacity|function)s? as|as (?:the )?(?:co-?)?(?:chair|coordinator|lead|host|presidency"
    r"|secretariat)|acting as|represented by|"
    r"en su (?:calidad|carácter) de|en tant que|en sa qualité de)\b[^,;]{0,120}(?=,)",
    re.IGNORECASE,
)
_LIST = (
    r"(?:(?:the|la|el|los|las|le|les)\s|l['’])?"
    rf"(?P<list>{_TOKEN}(?:(?:[,;&\s]|\b(?:and|y|e|et|the|la|el|los|las|le|les)\b|\bl['’])+{_TOKEN})+)"
)
# "three members of the Conference – ⟦list⟧ – are"
_SET_OFF = re.compile(
    r"(?:\b[\w-]+\s)?\b(?:members?|countries|states|governments|agencies|organi[sz]ations|delegations"
    r"|of (?:its|them|these)|miembros|países|estados|gobiernos|organismos|organizaciones|delegaciones|de ell[oa]s"
    r"|membres|pays|états|gouvernements"
    rf"|organismes|organisations|délégations|d['’]entre (?:eux|elles))\b[^,;()–—]{{0,90}}\s[–—-]\s{_LIST}\s[–—-](?=\s)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[–—-]\s")
# "the agencies of the region (⟦list⟧)"
_DESCRIBED = re.compile(
    r"(?:\b(?:the|several|other|all|following|las|los|les|des|otros|otras|autres|\w+)\s)?\b(?:agencies|entities"
    r"|bodies|organi[sz]ations|countries|states|member states|"
    r"governments|institutions|partners|stakeholders|donors?|contributors|donantes|contribuyentes|miembros|socios"
    r"|partes interesadas|donateurs|contributeurs|membres|partenaires|parties prenantes|agencias|entidades"
    r"|organismos|organizaciones|países|estados|gobiernos|agences|entités|organismes|organisations|pays|états)\b"
    rf"[^,;()]{{0,130}}\({_LIST}\)",
    re.IGNORECASE,
)
_ART = r"(?:the |l['’]|les? |la |las |el |los )"
_WHOM = rf"{_ART}?(?:[^:;.⟦⟧]{{3,60}}|[^:;.⟦⟧]{{0,40}}⟦[UOPS]+#\d+⟧[^:;.⟦⟧]{{0,20}}):\s(?={_ART}?⟦)"
# "integrated by the donors: Germany, Norway; by the countries of origin: Chile, Peru"
_FOR_WHOM_FIRST = re.compile(
    r"(\b(?:integrad[oa]|compuest[oa]|conformad[oa]|composed|made up|composée?) (?:por|of|by|de|par)) " + _WHOM
)
_FOR_WHOM = re.compile(
    rf"\s?;\s(?:and |y |et )?(?:por|for|pour|from|by|de|of|par|en representación de|au nom de)\s{_WHOM}"
)
# "on the side of Africa, Egypt and Kenya; on the side of Europe, Malta"
_BY_SIDE = re.compile(
    r"(?:^|[,;])\s?(?:(?:and|y|et)\s)?"
    r"(?:du côté|on the side|on behalf|por (?:parte|el lado)|del lado|for|from|pour|por|côté)"
    rf"\s(?:(?:of|de|del|du)\s)?{_ART}?[^,;:⟦⟧]{{3,40}}[,:]\s(?={_ART}?⟦[SUO])"
)
# "Egypt and Kenya for the African side; Malta for the European side"
_SIDES = re.compile(rf"(?<=⟧) (?:pour|por|for|from|du côté|por el lado) {_ART}[^;:.,⟦⟧]{{3,45}}(?=\s?[;.]|$)")


def flattened(text: str) -> str:
    """The sentence without asides on a member of a list, and without what parts the list."""
    told = _ASIDE.sub("", text)
    told = _DESCRIBED.sub(r"\g<list>", told) if "(⟦" in told else told
    told = _SET_OFF.sub(r"\g<list>", told) if _DASH.search(told) else told
    told = _BY_SIDE.sub(", ", told) if len(_BY_SIDE.findall(told)) > 1 else told
    return _SIDES.sub("", _FOR_WHOM.sub(", ", _FOR_WHOM_FIRST.sub(r"\1 ", told))) if ";" in told else told
