"""Footnotes of a page: links with a number for text that lead further down, and where they lead."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NUMBER = re.compile(
    r"\s*[\[(]?\s*(?:(?:note|footnote|fn)\s*)?([0-9]{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{2,4})\s*[\])]?\s*", re.IGNORECASE
)
_CALLED_NOTE = re.compile(r"note|fn|cite|foot", re.IGNORECASE)
_BACK = re.compile(r"\s*(?:[↑↩⏎^⤴🔙]\ufe0e?|\[?\(?(?:back|top|[0-9]{1,3})\)?\]?)+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notes:
    """marks: link -> number; bodies: id of an element that is a note -> number; back: links that lead back."""

    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    back: frozenset[int] = frozenset()


def find_notes(page: LexborHTMLParser) -> Notes:
    """Pairs of marks and notes. A link to a place further down is a mark when its text is a number or a sign."""
    links = page.css("a[href^='#']")
    if not links:
        return Notes()
    places, targets = _places(page)
    marks: dict[int, str] = {}
    bodies: dict[str, str] = {}
    back: set[int] = set()
    for link in links:
        target, text = (link.attributes.get("href") or "")[1:], link.text()
        if target not in targets:
            continue
        number = _NUMBER.fullmatch(text)
        leads_down = targets[target] > places[link.mem_id]
        if number and leads_down and _is_mark(link, text, target):
            marks[link.mem_id] = bodies.setdefault(target, number[1])
        elif not leads_down and _BACK.fullmatch(text):
            back.add(link.mem_id)
    return Notes(marks, bodies, frozenset(back))


def _places(page: LexborHTMLParser) -> tuple[dict[int, int], dict[str, int]]:
    """Where links stand, and where the places stand that links can lead to, in the order of the page."""
    places: dict[int, int] = {}
    targets: dict[str, int] = {}
    for at, node in enumerate(page.css("[id], a[name], a[href^='#']")):
        places[node.mem_id] = at
        name = node.attributes.get("id") or node.attributes.get("name")
        if name:
            targets.setdefault(name, at)
    return places, targets


def _is_mark(link: LexborNode, text: str, target: str) -> bool:
    """A number that leads to a section is none: a mark is raised, in brackets, or leads to what is called a note."""
    parent = link.parent
    raised = link.css_first("sup") is not None or (parent is not None and parent.tag == "sup")
    return raised or text.strip()[:1] in "[(" or bool(_CALLED_NOTE.search(target))
