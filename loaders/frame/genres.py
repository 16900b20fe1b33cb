"""What kind of document a text is, by words of its title, its headings and its first and last lines.

Each genre has cues: where to look, what to look for, how much it says. The genre with the highest sum wins;
where none reaches the threshold, the document is `other`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.records import PassageKind
from loaders.frame.datelines import dateline_of
from loaders.reading.blocks import Block
from loaders.reading.markers import is_time, timed
from loaders.rules.pattern_source import needs
from loaders.rules.sieve import Sieve

OTHER = "other"
_THRESHOLD = 3
_EDGE = 6
_MOST_COUNTED = 3
_LONGEST_FRONT_LINE = 100
_IN_QUOTES = re.compile(r"[\"“«][^\"“”«»]{3,80}[\"”»]")  # a headline names the paper that was adopted

# genre, place ("title", "heading", "edge": first and last blocks, "start" of paragraphs, up to three, "marker": time of
# day before an item, "dateline" of a first paragraph), weight, words
_CUES: tuple[tuple[str, str, int, str], ...] = (
    ("concept-note", "title", 6, r"concept (?:note|paper)|nota conceptual|note (?:conceptuelle|de cadrage)"),
    ("concept-note", "heading", 6, r"^(?:concept (?:note|paper)|nota conceptual|note (?:conceptuelle|de cadrage))"),
    ("consultation-record", "title", 6, r"\bconsultations?\b|\bconsultas?\b"),
    ("meeting-summary", "title", 5,
     r"summary|notes on the|meeting notes|minutes|proceedings|outcomes? of the (?:meeting|workshop)|highlights"
     r"|resumen|\bacta\b"
     r"|minuta|relator[ií]a|compte[- ]rendu|relevé|synthèse|report of the (?:meeting|workshop|\w+ session)"),
    ("meeting-summary", "heading", 4,
     r"^(?:summary(?: of (?:the )?(?:discussions?|meeting|proceedings))?|minutes|resumen"
     r"|note for the file|notes? (?:of|on|from) the (?:meeting|discussions?|session)"
     r"|record of|acta de|compte[- ]rendu|procès-verbal|note de synthèse)"),
    ("meeting-summary", "title", 2, r"\bmeetings?\b|reuni(?:ón|ones)|réunions?"),
    ("speech", "title", 6,
     r"\b(?:statement|remarks|speech|address|briefing) (?:by|of|to)\b|\b(?:opening|closing|keynote"
     r"|introductory) (?:remarks|statement)"
     r"|discurso|palabras de|alocución|intervención de|allocution|discours|déclaration (?:de|du) (?:m\.|mme|s\.e\.)"),
    ("speech", "heading", 4,
     r"^(?:national )?(?:statement|remarks|address) (?:delivered )?by\b|^(?:discurso|palabras|alocución|intervención"
     r"|allocution|discours|intervention|déclaration) (?:pronunciad[oa] por|prononcée? par|del?|du) "
     r"(?:la |el |l['’])?(?:sra?\.|señora?|exc|s\.\s?e\.|mme|m\.|minist|embajador|ambassad)"),
    ("speech", "start", 3,
     r"(?:your )?(?:excellenc(?:y|ies)|distinguished|ladies and gentlemen|dear (?:colleagues|friends|participants)"
     r"|mr\.? president"
     r"|madam(?:e la)? (?:président|president|chair)|señora? president|mr\.? chair|excelencias"
     r"|señoras y señores|estimad[oa]s|distinguid[oa]s|mesdames|excellences"
     r"|chers coll[eè]gues"
     r"|monsieur le président|i thank you|thank you\b|muchas gracias|je vous remercie)"),
    ("leaflet", "title", 5,
     r"leaflet|flyer|brochure|fact ?sheet|at a glance|infographic|short guide|road ?map|the road to|milestones"
     r"|folleto|ficha"
     r"|hoja de ruta|dépliant|feuille de route|fiche"),
    ("leaflet", "heading", 3, r"leaflet|road ?map|milestones|at a glance|hoja de ruta|feuille de route|short guide"),
    ("leaflet", "edge", 2, r"click here|scan the|for more information|más información|pour en savoir plus|haga clic"),
    ("declaration", "title", 6,
     r"\b(?:declaration|communiqué|joint statement|outcome document|plan of action|commitments?)\b|declaración"
     r"|déclaration"
     r"|compromisos|\bresolution\b|\bresolución\b|\brésolution\b"),
    ("declaration", "start", 5,
     r"we,? the (?:ministers|heads|representatives|states|governments|member|participants|delegat)|(?:nosotros"
     r"|nosotras)|las y los"
     r" (?:ministr|jef|represent)|nous,? (?:les )?(?:ministres|chefs|représentants|états)|the general assembly[ ,]"),
    ("press-note", "title", 6, r"press (?:note|release)|media (?:advisory|release)|nota de prensa|comunicado"
        r"|communiqué de presse"),
    ("press-note", "heading", 9, r"^(?:press (?:note|release)|media (?:advisory|release)|(?:nota|comunicado) de prensa"
        r"|communiqué de presse)"),
    ("press-note", "heading", 4, r"notes? (?:for|to) editors|notas? (?:para|a) (?:los )?(?:editores|medios)"
        r"|notes? aux rédactions"),
    ("press-note", "edge", 4, r"for immediate release|media contacts?|para difusión inmediata|contact presse"),
    ("press-note", "edge", 6, r"sala de prensa|(?:noticias|notas) relacionadas|salle de presse|espace presse|press room"
        r"|actualités (?:liées|connexes|associées)|related news|[|>»]\s*(?:noticias|actualités|news)\b"
        r"|\b(?:noticias|actualités|news(?:room)?)\s*[|>»]"),
    ("press-note", "dateline", 4, "."),
    ("agenda", "title", 6, r"\b(?:agenda|programme of work|programa|ordre du jour|orden del día)\b(?! 2030"
        r"| for sustainable)"),
    ("agenda", "heading", 2, r"^(?:draft |provisional |tentative )?(?:agenda|programme|programa|ordre du jour"
        r"|orden del día)$"),
    ("agenda", "marker", 3, "."),
    ("report", "title", 5, r"\breport\b|\binforme\b|\brapport\b|\breview of\b|evaluation|evaluación|évaluation"
        r"|\bstudy\b|\bestudio\b"),
    ("report", "heading", 3, r"^(?:\S+ )?(?:executive summary|resumen ejecutivo|résumé exécutif|methodology"
        r"|metodología|méthodologie)"),
    ("web-page", "edge", 3,
     r"\bcookies?\b|skip to (?:main )?content|share (?:this|on)|read more|subscribe|all rights reserved|home\s*[>»›]"
     r"|©|leer más"
     r"|suscríb|en savoir plus|s'abonner|last updated"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cue:
    genre: str
    place: str
    weight: int
    pattern: re.Pattern[str]


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(genre, place, weight, re.compile(source, re.IGNORECASE)) for genre, place, weight, source in _CUES
    )


@cache
def _sieve() -> Sieve:
    return Sieve(needs(cue.pattern.pattern) for cue in _cues())


def genre_of(title: str, blocks: Sequence[Block]) -> str:
    """One of concept-note, consultation-record, meeting-summary, speech, leaflet, declaration, press-note, agenda,
    report, web-page, other.
    """
    texts: dict[str, list[str]] = {
        "title": [_IN_QUOTES.sub("", title)],
        "heading": [block.text for block in blocks if block.kind is PassageKind.HEADING or _is_front_line(block)],
        "edge": [block.text for block in (*blocks[:_EDGE], *blocks[-_EDGE:])],
        "start": [block.text[:60] for block in blocks if block.kind is PassageKind.PARAGRAPH],
        "marker": _times(blocks),
        "dateline": _datelines(blocks),
    }
    scores: dict[str, int] = {}
    worth_trying = {place: set(_sieve().passing("\n".join(found))) for place, found in texts.items()}
    for number, cue in enumerate(_cues()):
        hits = _hits(cue, texts[cue.place]) if number in worth_trying[cue.place] else 0
        if hits:
            scores[cue.genre] = scores.get(cue.genre, 0) + cue.weight * hits
    best = max(scores, key=lambda genre: scores[genre], default=OTHER)
    return best if scores.get(best, 0) >= _THRESHOLD else OTHER


def _datelines(blocks: Sequence[Block]) -> list[str]:
    """A city with which the first running text opens, as news does: "Lilongwe, Malawi – ", "Quito, 18 de mayo. "."""
    body = (b for b in blocks if b.kind is PassageKind.PARAGRAPH and len(b.text) > _LONGEST_FRONT_LINE)
    first = next(body, None)
    opening = dateline_of(first.text) if first else ""
    return [opening] if opening else []


def _times(blocks: Sequence[Block]) -> list[str]:
    """A time of day before an item, or before one heading after another."""
    items = [block.marker for block in blocks if is_time(block.marker)]
    headings = [block.text for block in blocks if block.kind is PassageKind.HEADING and timed(block.text)]
    return items or (headings if len(headings) > 2 else [])


def _is_front_line(block: Block) -> bool:
    return block.order < _EDGE and block.kind is PassageKind.PARAGRAPH and len(block.text) <= _LONGEST_FRONT_LINE


def _hits(cue: _Cue, texts: Iterable[str]) -> int:
    found = cue.pattern.match if cue.place == "start" else cue.pattern.search
    count = sum(1 for text in texts if found(text))
    return min(count, _MOST_COUNTED if cue.place == "start" else 1)
