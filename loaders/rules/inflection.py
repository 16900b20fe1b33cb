"""Forms of a verb, so that word lists name verbs and not forms.

An entry of a word list may begin with `~` and a verb in the infinitive:
    ~host          what its subject does: "hosts", "hosted", "has hosted", "hosting", "acogió", "a accueilli"
    ~host=ed       what is done to something: "hosted", "acogida", "accueillies"
    ~take the floor, ~s'engager, ~comprometerse    words may follow; French and Spanish verbs may be reflexive

Only the third person and the first of the plural are given (papers of this genre say "the Government announced" and "we
announce"), in the tenses that written reports use. English -ise verbs are met with -ize too.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from loaders.rules.lexicons import RuleError, alternatives, load

_ENTRY = re.compile(r"~(?P<verb>[\w'’-]+)(?P<passive>=ed)?(?P<rest>.*)", re.DOTALL)
_BETWEEN = r"(?:[\w-]+\s)?"  # "has also hosted"
# "a également accueilli", "a, pour sa part, accueilli"
_BETWEEN_TOO = r"(?:[\w-]+\s|(?:pour|de|à|en|par)\s(?:(?:sa|son|leur)\s)?(?:part|côté|tour|outre|ailleurs|effet),?\s)?"
# between a verb and what belongs to it: "prendra mercredi la suite de", "hizo también uso de la palabra"
_MEANWHILE = {
    "es": r"(?:\s?⟦D#\d+⟧|\s(?:hoy|ayer|mañana|también|además|asimismo|luego|después|igualmente|ahora|finalmente"
    r"|(?:el\s|este\s)?(?:lun|mart|miércol|juev|viern)es))?",
    "fr": r"(?:\s?⟦D#\d+⟧|\s(?:hier|demain|également|aussi|ensuite|alors|enfin|désormais|notamment|aujourd['’]hui"
    r"|(?:ce\s)?(?:lun|mar|mercre|jeu|vendre)di))?",
}


def inflected(entry: str, language: str) -> str:
    """An entry of a word list as a regular expression: forms of its verb where it names one, else as it stands.

    Raises RuleError for a verb of no known conjugation.
    """
    found = _ENTRY.fullmatch(entry)
    if not found:
        return entry
    active, passive = _CONJUGATIONS[language]
    if found["passive"]:
        return passive(found["verb"]) + found["rest"]
    meanwhile = _MEANWHILE.get(language, "") if found["rest"].startswith(" ") else ""
    return active(found["verb"]) + meanwhile + found["rest"]


def _irregular(language: str) -> Mapping[str, Any]:
    return load("verbs")[language]  # type: ignore[no-any-return]


def _any_of(forms: Iterable[str]) -> str:
    return alternatives(list(dict.fromkeys(forms)))


# English ----------------------------------------------------------------------------------------------------------

_IZE = re.compile(r"i[sz](?=e|ed|es|ing)")
_NOT_PASSIVE = "".join(f"(?<!{word} )" for word in ("was", "were", "been", "being", "is", "are", "be"))


def _english(verb: str) -> str:
    past, participle, gerund = _english_parts(verb)
    compound = rf"(?:has|have|had|having)\s{_BETWEEN}{participle}"
    third = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + _sibilant(verb) + "s"
    third = load("verbs")["en-third"].get(verb, third)
    return _either_z(rf"(?:{compound}|{_NOT_PASSIVE}{past}|{third}|{verb}|{gerund})")


def _english_passive(verb: str) -> str:
    return _either_z(_english_parts(verb)[1])


def _english_parts(verb: str) -> tuple[str, str, str]:
    """Past, past participle, gerund."""
    prefix = verb[: verb.rfind("-") + 1]
    stem = verb[len(prefix) :]
    doubled = stem + stem[-1] if stem in load("verbs")["en-doubling"] else stem
    gerund = re.sub(r"(?<=[^ey])e$", "", doubled) + "ing"
    regular = re.sub(r"(?<=[^aeiou])y$", "i", doubled).removesuffix("e") + "ed"
    past, *other = _irregular("en").get(stem, (regular,))
    return prefix + past, prefix + (other[0] if other else past), prefix + gerund


def _sibilant(verb: str) -> str:
    return "e" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else ""


def _either_z(forms: str) -> str:
    return _IZE.sub("i[sz]", forms)


# Spanish ----------------------------------------------------------------------------------------------------------


def _spanish(verb: str) -> str:
    reflexive = verb.endswith("se")
    infinitive = verb[:-2] if reflexive else verb
    stem, ending = infinitive[:-2], infinitive[-2:]
    if ending not in ("ar", "er", "ir"):
        raise RuleError(f"{verb} is no Spanish infinitive")
    present, preterite, future, subjunctive, participle = _spanish_parts(infinitive)
    a = ending == "ar"
    past = "á" if a else "í"
    finite = [
        f"{present}{'an?' if a else 'en?'}", f"{stem}{'amos' if a else 'emos' if ending == 'er' else 'imos'}",
        *_preterite(preterite, a=a),
        f"{stem}{'aba(?:n|mos)?' if a else f'{past}a(?:n|mos)?'}",
        f"{future}(?:á|án|emos|ía|ían)",
        f"{subjunctive}{'en' if infinitive in load('verbs')['es-nouns'] else 'en?' if a else 'an?'}",
        rf"(?:ha|han|hemos|había|habían|habrá|habrán|haya|hayan)\s{_BETWEEN}{participle}",
    ]  # fmt: skip
    gerund = re.sub(r"e(?=[^aeiou]+$)", "i", stem) if preterite.endswith("^") else preterite if ending == "ir" else stem
    other = [f"{gerund}{'ando' if a else 'iendo'}".replace("yiendo", "yendo"), infinitive]
    if reflexive:
        return rf"(?:(?:se|nos)\s{_any_of(finite)}|{_any_of(other)}se)"
    return _any_of([*finite, *other])


def _spanish_parts(infinitive: str) -> tuple[str, str, str, str, str]:
    stem, a = infinitive[:-2], infinitive.endswith("ar")
    spelled = re.sub(r"g$", "gu", stem) if a else re.sub(r"c$", "z", stem) if stem.endswith(("rc", "nc")) else stem
    regular = (stem, stem, infinitive, re.sub(r"z$", "c", re.sub(r"c$", "qu", spelled)) if a else spelled,
               stem + ("ado" if a else "ido"))  # fmt: skip
    special = _irregular("es").get(infinitive, [""] * 5)
    return tuple(own or usual for own, usual in zip(special, regular, strict=True))  # type: ignore[return-value]


def _preterite(stem: str, *, a: bool) -> tuple[str, ...]:
    strong = stem.endswith("^")
    stem = stem.rstrip("^")
    if strong:
        third = "zo" if stem == "hic" else "io" if stem == "d" else "o"
        plural = "eron" if stem.endswith("j") else "ieron"
        return (f"{stem[:-1] if stem == 'hic' else stem}{third}", f"{stem}{plural}", f"{stem}imos")
    if a:
        return (f"{stem}ó", f"{stem}aron")
    return (f"{stem}ó", f"{stem}eron") if stem.endswith("y") else (f"{stem}ió", f"{stem}ieron")


def _spanish_passive(verb: str) -> str:
    return re.sub(r"o$", "[oa]s?", _spanish_parts(verb.removesuffix("se"))[4])


# French -----------------------------------------------------------------------------------------------------------


def _french(verb: str) -> str:
    reflexive = re.match(r"s['’]|se\s?-", verb)
    infinitive = verb[reflexive.end() :] if reflexive else verb
    present, plural, imperfect, future, participle, past, past_plural = _french_parts(infinitive)
    with_be = reflexive is not None or infinitive in load("verbs")["fr-with-être"]
    agreed = rf"{participle}(?:e?s?)"
    have = r"(?:a,?|ont,?|avait|avaient|aura|auront|aurait|ait|aient|ayant|avons|avoir)"
    be = r"(?:est|sont|était|étaient|sera|seront|soit|soient|étant|sommes)"
    finite = [
        present,
        plural,
        f"{imperfect}(?:ait|aient|ant|ons)",
        f"{future}(?:a|ont|ons|ait|aient)",
        past,
        past_plural,
    ]
    if reflexive:
        told = _any_of([*finite, infinitive])
        return rf"(?:(?:s['’]|se\s){be}\s{_BETWEEN_TOO}{agreed}|(?:s['’]|se\s|nous\s){told})"
    compound = rf"{be}\s{_BETWEEN_TOO}{agreed}" if with_be else rf"{have}\s{_BETWEEN_TOO}{agreed}"
    return _any_of([*finite, compound, infinitive])


def _french_parts(infinitive: str) -> tuple[str, str, str, str, str, str, str]:
    if infinitive in _irregular("fr"):
        return tuple(_irregular("fr")[infinitive])
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        open_stem = re.sub(r"[eé](?=(?:[^aeiouéèx]|[bcdfgptv][lr])$)", "è", stem)
        soft = stem + "e" if stem.endswith("g") else re.sub(r"c$", "ç", stem)
        return (f"{open_stem}e", f"{open_stem}ent", soft, infinitive, f"{stem}é", f"{soft}a", f"{stem}èrent")
    if infinitive.endswith("ir") and not infinitive.endswith("oir"):
        return (f"{stem}it", f"{stem}issent", f"{stem}iss", infinitive, f"{stem}i", f"{stem}it", f"{stem}irent")
    raise RuleError(f"{infinitive} is of no regular French conjugation; verbs.yaml lacks it")


def _french_passive(verb: str) -> str:
    return f"{_french_parts(verb)[4]}(?:e?s?)"


_CONJUGATIONS: Mapping[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "en": (_english, _english_passive),
    "es": (_spanish, _spanish_passive),
    "fr": (_french, _french_passive),
}
