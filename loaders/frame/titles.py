"""The title of a document, and the heading that names the meeting it is about."""

import re
from collections.abc import Sequence

from graph.records import PassageKind
from loaders.reading.blocks import Block
from loaders.reading.headings import is_date_line
from loaders.rules.lexicons import alternatives, load

_GENRE_ONLY = re.compile(
    r"(?:joint )?(?:press|media|news) (?:note|release|advisory|statement)|news|noticias?|actualités?"
    r"|aviso a (?:los )?medios|convocatoria de prensa|avis aux médias|invitation (?:à la )?presse"
    r"|meeting (?:summary|report|note|minutes)|minutes|orden del día|ordre du jour|relevé de (?:conclusions|décisions)"
    r"|fact ?sheet|hoja informativa|fiche d['’]information|background paper|documento de antecedentes"
    r"|concept (?:note|paper)|(?:draft |provisional )?(?:agenda|programme|programa)"
    r"|summary"
    r"(?: of (?:the )?discussions?)?|nota (?:conceptual|de prensa|informativa)(?: ?/ ?para difusión inmediata)?"
    r"|note (?:conceptuelle|de cadrage|de synthèse|d['’]information|for the file)|communiqué(?: de presse)?"
    r"|comunicado(?: de prensa)?"
    r"|information note|background(?: note)?|report|informe|rapport|statement|introduction|contents|record of decisions"
    r"|(?:para difusión|for immediate|pour diffusion) (?:inmediata|release|immédiate)|check against delivery"
    r"|distr(?:\.|ib)[^\n]{0,30}|original ?:[^\n]{0,20}|(?:english|french|spanish) only|compte[- ]rendu"
    rf"|{alternatives(load('pages')['navigation'])}"
    r"|[A-Z0-9/.-]+\d[A-Z0-9/.-]*",
    re.IGNORECASE,
)
"""Headings that tell what kind of paper it is, its symbol or distribution, but not what it is about."""
_BODY_NAME = re.compile(
    r"\b(?:network|mission|organi[sz]ation|commission|ministry|secretariat|united nations|process|conference|forum"
    r"|union|agency"
    r"|council|fund|réseau|organisation|ministère|processus|conférence|proceso|conferencia|foro|red|misión"
    r"|ministerio|secretaría)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:statement|speech|remarks|address|declaration|communiqué|summary|record|minutes|report|note|guide"
    r"|programme|agenda"
    r"|declaración|comunicado|discurso|resumen|acta|informe|guía|programa|déclaration|discours|compte rendu|rapport)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:meeting|consultation|workshop|forum|conference|briefing|dialogue|summit|session|seminar|webinar"
    r"|round ?table|hearing"
    r"|review|reunión|consulta|taller|foro|conferencia|diálogo|cumbre|sesión|seminario|mesa redonda|audiencia|examen"
    r"|réunion"
    r"|consultation|atelier|conférence|dialogue|sommet|séance|séminaire|table ronde|audition)s?\b",
    re.IGNORECASE,
)
_FRONT = 8
_LONGEST, _LONGEST_BODY = 100, 60
_LONGEST_LINE = 160
_LEAST_SENTENCE = 40


def front(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks above the first running text: title, subtitle, date, place; a letterhead in cells before them."""
    cells = next((n for n, block in enumerate(blocks) if block.kind is not PassageKind.CELL), 0)
    opens = cells <= _FRONT and any(block.kind is PassageKind.HEADING for block in blocks[cells : cells + 1])
    begun = cells if opens else 0
    for index, block in enumerate(blocks[begun : begun + _FRONT], start=begun):
        if block.kind is not PassageKind.HEADING and _is_body(block):
            return blocks[:index]
    return blocks[: begun + _FRONT]


def _is_body(block: Block) -> bool:
    if block.kind is not PassageKind.PARAGRAPH or len(block.text) > _LONGEST_LINE:
        return True
    return len(block.text) > _LEAST_SENTENCE and block.text.endswith((".", "!", "?", ":"))


def find_title(blocks: Sequence[Block]) -> str:
    """The first heading that says more than the kind of document, behind the name of the body that issues it where that
    stands above; empty where there is no heading.
    """
    headings = [block for block in blocks if block.kind is PassageKind.HEADING]
    near = [block for block in front(blocks) if block.kind is PassageKind.HEADING]
    telling = [block for block in near if not _GENRE_ONLY.fullmatch(block.text) and not is_date_line(block.text)]
    if len(telling) > 1 and (_is_letterhead(telling[0]) or _is_body_above(telling)):
        named = [block for block in telling[1:] if _EVENT.search(block.text) or _TELLING.search(block.text)]
        return f"{telling[0].text}: {(named or telling[1:])[0].text}"
    if telling or near:
        return (telling or near)[0].text
    top = headings[0].level if headings else 0
    return next((block.text for block in headings if block.level <= top and block.order < _FRONT), "")


def _is_body_above(telling: Sequence[Block]) -> bool:
    """Whether the first line is nothing but the name of a body, and the next names a meeting or a paper of it."""
    first, second = (block.text for block in telling[:2])
    plain = _BODY_NAME.search(first) and not _TELLING.search(first) and not _EVENT.search(first)
    named = _EVENT.search(second) or _TELLING.search(second)
    return bool(plain and named) and len(first) <= _LONGEST_BODY and not re.search(r"[\d:.,;–—]", first)


def _is_letterhead(block: Block) -> bool:
    """The name of a body in capitals, above the title."""
    text = block.text
    is_name = _BODY_NAME.search(text) and not _TELLING.search(text) and not any(map(str.isdigit, text))
    return text.isupper() and bool(is_name)


def supplied_title(genre: str, roles: Sequence[str], blocks: Sequence[Block], file_name: str = "") -> str:
    """A title for a text without one, in square brackets as catalogues set what they supply themselves.

    A table that stands alone is called by its file.
    """
    if file_name and blocks and blocks[0].row is not None:
        return f"[{file_name}]"
    if genre == "speech":
        spoken_by = max(roles, key=list(roles).count, default="")
        return f"[Speech by the {spoken_by}]" if spoken_by else "[Speech]"
    first = next((block.text for block in blocks if any(map(str.isalpha, block.text))), "")
    if not first:
        return "[Untitled]"
    words = first if len(first) <= _LONGEST else first[:_LONGEST].rsplit(" ", 1)[0] + " ..."
    return f"[{words}]"


def event_heading(blocks: Sequence[Block]) -> str:
    """The heading above the text that names a meeting, without what follows its colon; empty where none does."""
    headings = [block for block in front(blocks) if block.kind is PassageKind.HEADING][:2]
    for block in headings:
        if block.order <= headings[0].order + 1 and _EVENT.search(block.text):
            named = next((part for part in block.text.split(": ") if _EVENT.search(part)), block.text)
            return named.strip()
    return ""
