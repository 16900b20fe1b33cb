"""The words around figures in English, Spanish and French: currencies, scales, "about", what is no count."""

import re

_SIGNS: dict[str, tuple[str, ...]] = {
    "USD": ("US$", "USD", "$", "U.S. dollars", "US dollars", "dollars", "dollar", "dólares", "dólares estadounidenses",
            "dólares de los Estados Unidos", "dollars des États-Unis"),
    "EUR": ("EUR", "€", "euros", "euro"),
    "GBP": ("GBP", "£"),
    "CHF": ("CHF",),
    "CAD": ("CAD", "C$"),
    "AUD": ("AUD", "A$"),
    "SEK": ("SEK",),
    "NOK": ("NOK",),
    "DKK": ("DKK",),
    "JPY": ("JPY", "¥"),
    "MXN": ("MXN",),
}  # fmt: skip
CURRENCIES: dict[str, str] = {sign: code for code, signs in _SIGNS.items() for sign in signs}
"""Sign, code or word -> ISO 4217 code. A bare dollar is that of the United States, as United Nations papers use it."""

_FACTORS: tuple[tuple[str, int, str], ...] = (
    ("thousand", 10**3, "thousand k mil mille"),
    ("million", 10**6, "million millions m mn millón millones"),
    ("billion", 10**9, "billion bn mil_millones milliard milliards"),
    ("trillion", 10**12, "trillion"),
)
SCALES: dict[str, tuple[int, str]] = {
    word.replace("_", " "): (factor, name) for name, factor, words in _FACTORS for word in words.split()
}
"""Word -> factor and its English name. Spanish `billón` and French `billion` are left out: another number."""

ABOUT = (
    "around", "about", "approximately", "approx.", "some", "roughly", "nearly", "almost", "circa", "ca.", "c.",
    "close to", "an estimated", "alrededor de", "aproximadamente", "unos", "unas", "cerca de", "casi", "environ",
    "près de", "quelque", "autour de", "presque",
)  # fmt: skip
BOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("at least", ("at least", "no fewer than", "not less than", "a minimum of", "al menos", "por lo menos",
                  "como mínimo", "au moins")),
    ("less than", ("less than", "fewer than", "menos de", "moins de")),
    ("more than", ("more than", "over", "in excess of", "upwards of", "más de", "plus de")),
    ("up to", ("up to", "at most", "a maximum of", "hasta", "como máximo", "jusqu'à", "jusqu’à", "au plus")),
)  # fmt: skip

LABELS = frozenset(
    "objective objectives objetivo objetivos objectif objectifs goal goals sdg sdgs ods odd target targets meta"
    " metas cible cibles paragraph paragraphs para paras para. paras. párrafo párrafos párr. párrs. paragraphe"
    " paragraphes par. article articles artículo artículos art. arts. resolution resolutions resolución"
    " resoluciones résolution résolutions decision decisions principle principles principio principios principe"
    " principes table tables roundtable roundtables rt rts redonda redondas ronde rondes session sessions sesión"
    " sesiones séance séances annex annexes anexo anexos annexe chapter chapters capítulo capítulos chapitre"
    " chapitres section sections sección secciones part parts parte partes partie parties phase phases fase fases"
    " item items cluster clusters room rooms sala salas salle salles page pages página páginas p. pp. no. nos."
    " número números núm. núms. numéro numéros footnote footnotes note notes nota notas figure box step day día"
    " jour version level tier covid sars cov window windows pillar pillars pilar pilares pilier piliers workstream"
    " workstreams group zone # § n° nº n.º".split()
)
"""Words before a number that names something instead of counting."""
LIST_OF_NUMBERS = re.compile(r"\s?(?:,\s?(?:and|or|y|et|ou)|,|;|and|to|or|y|e|o|a|et|ou|à|&|[-–])\s?")
"""What stands between numbers of one list."""

FRACTION = re.compile(
    r"\s(?:in|out of|de cada|sur)\s(?:every\s)?(?:\d|two|three|four|five|six|ten|dos|tres|cuatro|cinco|deux|trois)"
)
PERCENT = re.compile(r"\s?(?:%|per ?cent\b|percent\b|por ciento\b|pour ?cent\b)")

DURATIONS = frozenset(
    "year years month months week weeks day days hour hours minute minutes min mins decade decades año años mes"
    " meses semana semanas día días hora horas minutos década décadas an ans année années mois semaine semaines"
    " jour jours heure heures minutes décennies times veces fois pages page páginas".split()
)
STOPS = frozenset(
    "a an the of in on at to for from by with without as and or but nor so if than that which who whom whose"
    " where when while is are was were be been being has have had will would shall should can could may might must"
    " do does did not no this these those their its his her our your my all each every both such also already now"
    " then there here they we he she it you i including include includes follow followed following between during"
    " after before since until over under into through against across per via within among about around so-called"
    " took take takes met meet meets el la los las un una unos unas de del en a al con por para sin sobre entre"
    " que y e o u es son fue fueron ser ha han había habían será serán se su sus este esta estos estas como más ya"
    " no también desde hasta según durante tras cuyos le les l d du des au aux dans par pour avec sans sur sous et"
    " ou où qui que dont est sont était étaient a ont eu été sera seront ce cet cette ces son sa ses leur leurs ne"
    " pas plus aussi comme depuis jusqu selon pendant lors soit".split()
)
PLURALS = frozenset(
    "people children women men youth staff personnel persons media criteria data feet fora élus".split()
)
NO_PLURALS = frozenset(
    "various previous numerous status focus process access business congress progress consensus census crisis"
    " analysis basis plus thus always towards perhaps besides overseas series across less news politics campus"
    " virus cours pays".split()
) - {"series", "pays"}
COMPOUND = re.compile(
    r"(?<=groupes|.grupos|..mesas|equipos|équipes) (?:de (?:travail|trabajo|expert[oe]?s)|d['’]experts)\b"
    r"(?: (?:temátic[oa]s|técnic[oa]s|thématiques|techniques|regionales|régionaux|nacionales|nationaux))?",
    re.IGNORECASE,
)
"""What a counted noun goes on with: "cinq groupes de travail"."""
TAIL = re.compile(
    r"(?:\s(?:currently|now|already|presently|actualmente|ya|actuellement|déjà))?\s(?P<state>under\s?way"
    r"|in the pipeline|in progress"
    r"|in place|ongoing|under implementation|under development|en curso|en trámite|en cartera|en preparación"
    r"|en cours|en préparation"
    r"|en attente)\b",
    re.IGNORECASE,
)
"""A state that belongs to what is counted: "joint programmes in the pipeline"."""
STATE = re.compile(
    r"\s(?:(?:are|were|have been|is|was|están|fueron|han sido|sont|étaient|ont été)\s)?"
    r"(?P<state>(?:operationally |financially |already )?(?:closed|completed|ongoing|active|approved|under ?way"
    r"|finished)"
    r"|(?:ya )?(?:concluid|finalizad|cerrad|aprobad|activ|terminad)[oa]s|en curso"
    r"|(?:clos|achevé|terminé|approuvé|acti[fv])e?s?)\b",
    re.IGNORECASE,
)
"""What became of some of those that were counted: "nine have closed", "19 operationally closed"."""
OF_THOSE = re.compile(
    r"(?:\b(?:compared (?:with|to)|as against|against|up from|down from|frente a(?: l[ao]s)?|en comparación con"
    r"|contre|of which|of whom|of them|of those|among them|entre ell[oa]s|de quienes|parmi eux|parmi elles"
    r"|de (?:l[ao]s )?(?:cuales|ellos|ellas|los que)|dont"
    r"|parmi lesquel(?:le)?s|par rapport à))"
    r"(?: some| only| solo| about)?\s$",
    re.IGNORECASE,
)
"""Words after which a bare number counts what was counted before."""
SOME_OF = re.compile(
    r"\s(?:of (?:whom|which|them|these|those)|d['’]entre (?:eux|elles)|de (?:ell[oa]s|l[oa]s cuales|estos|estas))\b",
    re.IGNORECASE,
)
"""Words behind a bare number that is of what was counted before: "34 of them women"."""
SORT = re.compile(
    r"\s(?:of (?:whom|them|those)\s|de (?:ellos|ellas|los cuales|las cuales)\s|d['’]entre (?:eux|elles)\s)?"
    r"(?:(?:are|were|being|son|eran|fueron|sont|étaient)\s)?"
    r"(?P<sort>women|men|girls|youth|mujeres|hombres|niñas|jóvenes|femmes"
    r"|hommes|filles|jeunes)\b",
    re.IGNORECASE,
)
"""Which of those counted before: "34 of them women"."""
OF_ALL = re.compile(r"\b(?:(?:of|among|de|sur|parmi|entre)\s(?:the|its|all|l[oa]s|les|ses|sus)|des)\s$", re.IGNORECASE)
"""Before the number of all, of whom a bare number behind it is some: "Of the 600 who registered, 370 came"."""
FILE_NAME = re.compile(r"[^.;:!?\n]{0,80}\.(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|html?|aspx?)\b", re.IGNORECASE)
"""Behind a number that belongs to the name of a file."""
