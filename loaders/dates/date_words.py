"""The words of dates in English, Spanish and French, as patterns: what stands between and around days and months."""

import re
from dataclasses import dataclass
from functools import cache

from loaders.dates.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS, alternatives
from loaders.rules.sought import Sought


@dataclass(frozen=True, slots=True)
class DateWords:
    """One language. Fields are sources of patterns, but for the tables.

    day: a day of the month. of: between day and month. of_year: between month and year. both: joins days that are
    meant one by one; through: joins the ends of a range; between: opens one. ordinals: of quarters and weeks.
    parts: word of a part of the year -> (first EDTF code, how many). opening: what may stand before a month alone.
    vague: "early", "the end of". week: "the first week of" with groups n. relative_year: "last year" with the shift.
    relative: phrases without any number -> (unit, shift); units: what one of them stands in each.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    day: str
    of: str
    of_year: str
    both: str
    through: str
    between: str
    ordinals: dict[str, int]
    parts: dict[str, tuple[int, int]]
    part_of: str
    opening: str
    vague: str
    week: str
    relative_year: tuple[tuple[str, int], ...]
    relative: tuple[tuple[str, str, int], ...]
    seasons: dict[str, int]
    units: tuple[str, ...]
    month_first: bool = False


_EN = DateWords(
    months=MONTH_NUMBERS["en"],
    weekdays=WEEKDAY_NUMBERS["en"],
    day=r"(?:the\s)?\d{1,2}(?:st|nd|rd|th)?",
    of=r"\s(?:of\s)?|-",
    of_year=r",?\s(?:of\s)?|-",
    both=r"\s?(?:,\s?(?:and|&)\s|,\s?|\s(?:and|&)\s)",
    through=r"\s?(?:\s(?:to|until|till|through)\s|[-–—]\s?)",
    between=r"between",
    ordinals={
        w: n
        for n, ws in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th final"), 1)
        for w in ws.split()
    } | {"last": -1},
    parts={"quarter": (33, 4), "trimester": (37, 3), "semester": (40, 2), "half": (40, 2)},
    part_of=r"\s(?:of\s)?(?:the\s(?:year\s)?)?",
    opening=r"(?:in|since|by|until|till|during|of|for|from|before|after|through|this|next|last|every|around|between"
    r"|the|to|and)",
    vague=r"(?:early|late|mid|(?:the\s)?(?:end|beginning|start|middle)\sof)[\s-]",
    week=r"(?:the\s)?(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th)\sweek\s(?:of|in)\s",
    relative_year=((r"(?:of\s)?(?:this|the\scurrent"
        r"|the\ssame)\syear", 0), (r"(?:of\s)?last\syear", -1), (r"(?:of\s)?next\syear", 1)),
    relative=(
        (r"next\smonth", "month", 1), (r"last\smonth", "month", -1), (r"this\smonth", "month", 0),
        (r"(?:a|one)\syear\s(?:earlier|before|ago)|the\syear\sbefore|last\syear", "year", -1),
        (r"(?:a|one)\syear\s(?:later|after)|the\syear\safter|next\syear", "year", 1),
        (r"(?:later|earlier)\s(?:in\sthe|this)\syear|this\syear", "year", 0),
    ),
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    units=("month", "year"),
    month_first=True,
)  # fmt: skip

_ES = DateWords(
    months=MONTH_NUMBERS["es"],
    weekdays=WEEKDAY_NUMBERS["es"],
    day=r"(?:(?:el|los)\s)?(?:días?\s)?(?:\d{1,2}(?:\.?º|°)?|primero)",
    of=r"\s(?:de|del\smes\sde)\s|\s",
    of_year=r",?\s(?:de|del)\s(?:año\s)?|\s",
    both=r"\s?(?:,\s?(?:y|e)\s|,\s?|\s(?:y|e)\s)",
    through=r"\s?(?:\s(?:al?|hasta(?:\sel)?)\s|[-–—]\s?)",
    between=r"entre",
    ordinals={
        w: n
        for n, ws in enumerate(
            ("primer primera primero 1er", "segundo segunda 2º", "tercer tercera tercero 3er", "cuarto cuarta 4º"), 1
        )
        for w in ws.split()
    } | {"último": -1, "última": -1},
    parts={"trimestre": (33, 4), "cuatrimestre": (37, 3), "semestre": (40, 2)},
    part_of=r"\s(?:(?:de|del)\s)?(?:año\s)?",
    opening=r"(?:en|desde|hasta|durante|de|del|para|antes\sde|después\sde|a|este|próximo|pasado|cada|entre|y|mes\sde)",
    vague=r"(?:a\s)?(?:principios|comienzos|inicios|mediados|finales|fines)\sde(?:l)?\s",
    week=r"(?:la\s)?(?P<n>primera|segunda|tercera|cuarta|última)\ssemana\sde\s",
    relative_year=(
        (r"(?:de\s)?(?:este|del\spresente|del\smismo)\saño|del\saño\sen\scurso", 0),
        (r"del\s(?:año\spasado|pasado\saño)", -1),
        (r"del\s(?:próximo\saño|año\spróximo|año\sque\sviene)", 1),
    ),
    relative=(
        (r"(?:el\s)?(?:próximo\smes|mes\spróximo|mes\sque\sviene)", "month", 1),
        (r"(?:el\s)?(?:mes\spasado|pasado\smes)", "month", -1),
        (r"un\saño\s(?:antes|atrás)|(?:el\s)?año\s(?:pasado|anterior)", "year", -1),
        (r"un\saño\s(?:después|más\starde)|(?:el\s)?(?:próximo\saño|año\spróximo|año\ssiguiente)", "year", 1),
        (r"(?:(?:más\sadelante|a\slo\slargo\sde)\s)?este\saño", "year", 0),
    ),
    seasons={"primavera": 21, "verano": 22, "otoño": 23, "invierno": 24},
    units=("mes", "año"),
)  # fmt: skip

_FR = DateWords(
    months=MONTH_NUMBERS["fr"],
    weekdays=WEEKDAY_NUMBERS["fr"],
    day=r"(?:(?:le|les)\s)?(?:\d{1,2}(?:\s?er|ᵉʳ)?|premier)",
    of=r"\s",
    of_year=r",?\s(?:de\s)?",
    both=r"\s?(?:,\s?et\s|,\s?|\set\s)",
    through=r"\s?(?:\s(?:au?|à|jusqu['’]au)\s|[-–—]\s?)",
    between=r"entre",
    ordinals={
        w: n
        for n, ws in enumerate(
            ("premier première 1er 1ère", "deuxième second seconde 2e", "troisième 3e 3ème", "quatrième 4e 4ème"), 1
        )
        for w in ws.split()
    } | {"dernier": -1, "dernière": -1},
    parts={"trimestre": (33, 4), "semestre": (40, 2)},
    part_of=r"\s(?:(?:de|de\sl['’]année|de\sl['’]an)\s)?",
    opening=r"(?:en|depuis|dès|jusqu['’]en|avant|après|de|pour|courant|durant|pendant|à|mois\sde|mois\sd['’]|ce"
    r"|entre|et)",
    vague=r"(?:(?:au|le|à\sla)\s)?(?:début|milieu|fin|mi)[\s-](?:de\s|du\smois\sde\s|du\smois\sd['’])?",
    week=r"(?:la\s)?(?P<n>première|deuxième|troisième|quatrième|dernière)\ssemaine\s(?:de\s|d['’]|du\smois\sde\s"
    r"|du\smois\sd['’])",
    relative_year=(
        (r"de\s(?:cette\sannée|la\smême\sannée|l['’]année\sen\scours)", 0),
        (r"(?:de\s)?l['’](?:an|année)\s(?:dernier|dernière|passée?)", -1),
        (r"(?:de\s)?l['’](?:an|année)\sprochaine?", 1),
    ),
    relative=(
        (r"le\smois\sprochain", "month", 1), (r"le\smois\s(?:dernier"
        r"|passé)", "month", -1), (r"ce\smois-ci", "month", 0),
        (r"un\san\s(?:plus\stôt|auparavant|avant)|l['’](?:an|année)\s(?:dernier|dernière|passée"
        r"|précédente)", "year", -1),
        (r"un\san\s(?:plus\stard|après)|l['’](?:an|année)\s(?:prochain|prochaine|suivante)", "year", 1),
        (r"(?:plus\stard\s)?cette\sannée", "year", 0),
    ),
    seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    units=("mois", "année", " an ", "’an ", "'an "),
)  # fmt: skip

WORDS: dict[str, DateWords] = {"en": _EN, "es": _ES, "fr": _FR}


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """The compiled patterns of one language; `days_before` ends where a month starts, the others start there."""

    words: DateWords
    month: Sought
    days_before: re.Pattern[str]
    days_after: re.Pattern[str]
    day: re.Pattern[str]
    through: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    year_after: re.Pattern[str]
    relative_year: re.Pattern[str]
    opening: re.Pattern[str]
    vague_before: re.Pattern[str]
    week_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    part: re.Pattern[str]
    vague_year: Sought
    season: Sought
    relative: Sought

    def shift_of_year(self, found: re.Match[str]) -> tuple[str, int]:
        """What a match of `relative_year` means."""
        return "year", next(many for i, (_, many) in enumerate(self.words.relative_year) if found[f"y{i}"])

    def shift_of(self, found: re.Match[str]) -> tuple[str, int]:
        """What a match of `relative` means: a unit, and how many."""
        return next((unit, many) for i, (_, unit, many) in enumerate(self.words.relative) if found[f"r{i}"])


def _compile(words: DateWords) -> DatePatterns:
    month, weekday = alternatives(words.months), alternatives(words.weekdays)
    ordinals, parts = alternatives(words.ordinals), alternatives(dict.fromkeys(words.parts, 0))
    years = "|".join(f"(?P<y{i}>{source})" for i, (source, _) in enumerate(words.relative_year))
    phrases = "|".join(f"(?P<r{i}>{source})" for i, (source, _, _) in enumerate(words.relative))
    joined = rf"(?:{words.through}|{words.both})"
    return DatePatterns(
        words=words,
        month=Sought(rf"(?:{month})(?![^\W_])"),
        days_before=re.compile(
            rf"(?<![\w/.,–-])(?<!\bday\s)(?<!\bdía\s)(?<!\bjour\s)(?P<days>{words.day}(?:{joined}(?:(?:el\s|le\s)?(?:{weekday}),?\s)?{words.day}){{0,9}})"
            rf"(?:{words.of})$", re.I
        ),
        days_after=re.compile(
            rf"\.?\s(?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:{joined}\d{{1,2}}(?:st|nd|rd|th)?){{0,6}})"
            rf"(?:,?\s(?P<year>\d{{4}})\b|(?=\s?[,.;:)–—-]|\s?$|(?<=st)\s|(?<=nd)\s|(?<=rd)\s|(?<=th)\s|\s(?:and|at|in|to|the|from|on|with|for|by|was|were"
            rf"|is|are|has|have|when|during|under|will)\b))"
        ),
        day=re.compile(r"(?P<n>\d{1,2}|primero|premier)(?:st|nd|rd|th|\s?er|ᵉʳ|\.?º|°)?", re.I),
        through=re.compile(words.through),
        both=re.compile(words.both),
        between=re.compile(
            rf"\b{words.between}\s(?:the\s|el\s|los\s|les?\s)?(?:días\s|jours\s)?(?:(?:{weekday}),?\s)?$", re.I
        ),
        year_after=re.compile(rf"\.?(?:{words.of_year})(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d|\sAgenda)"),
        relative_year=re.compile(rf"\s(?:{years})\b"),
        opening=re.compile(rf"\b{words.opening}\s(?:{words.vague})?$", re.I),
        vague_before=re.compile(rf"\b{words.vague}$", re.I),
        week_before=re.compile(rf"\b{words.week}$", re.I),
        weekday_before=re.compile(rf"\b(?P<weekday>{weekday}),?\s(?:the\s)?$"),
        part=re.compile(
            rf"\b(?:(?P<n>{ordinals})\s(?P<part>{parts})s?(?:{words.part_of}(?P<year>(?:19|20)\d\d)\b)?"
            rf"|(?P<code>[QHST][1-4])[\s,-]?(?:of\s|de\s)?(?P<code_year>(?:19|20)\d\d)\b"
            rf"|(?P<year_code>(?:19|20)\d\d)[\s/-]?(?P<after_code>[QHST][1-4])\b)",
            re.I,
        ),
        vague_year=Sought(rf"\b{words.vague}(?:de\s)?(?P<year>(?:19|20)\d\d)(?![\w/-])", re.I),
        season=Sought(
            rf"\b(?P<season>{'|'.join(words.seasons)})\s(?:(?:of|de)\s)?(?P<year>(?:19|20)\d\d)(?![\w/-])", re.I
        ),
        relative=Sought(rf"\b(?:{phrases})\b", re.I),
    )  # fmt: skip


@cache
def patterns(language: str) -> DatePatterns:
    """The patterns of a language, compiled when it is first met; of English where the language has none."""
    return _compile(WORDS.get(language, WORDS["en"]))
