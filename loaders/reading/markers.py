"""What the start of a line says it is: a heading, an item, a rule, a row of a table, the body of a footnote."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from loaders.reading.lines import Line
from loaders.reading.markup import NOTE_SUP, PLAIN_DIGITS, SUPERSCRIPTS

_BULLETS = "·•◦▪‣●○■□➢➤✓❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
_NUMBER = r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=[^\S\n]+[^\W\d_a-z])"
_MARKER = re.compile(
    rf"(?P<heading>\#{{1,6}})[^\S\n]+(?=[^\s\#])"
    rf"|(?P<bullet>[{_BULLETS}][^\S\n]*|(?:[-*+–—]|o(?=\t| {{2}}))[^\S\n]+)(?=\S)"
    rf"|(?P<number>{_NUMBER})[^\S\n]+(?=\S)"
    rf"|(?P<quote>>)[^\S\n]+(?=\S)"
)
_CLOCK = r"(?:[01]?\d|2[0-3])\s?(?:(?:[:.hH]\s?[0-5]\d|h(?=\s))(?:\s?(?:hrs?|h|[ap]\.?m\.?))?|[ap]\.?m\.?)"
_TIME = re.compile(
    rf"(?P<time>{_CLOCK}(?:\s?(?:[-–—]|to|a|à)\s?{_CLOCK})?)\s?[:.–—-]?[^\S\n]+(?:\d{{1,2}}[.)][^\S\n]+)?"
    r"(?=[^\W\d_]|[\"“«*])",
    re.IGNORECASE,
)
_FEWEST_TIMES = 3
_CHECKBOX = re.compile(r"\[[ xX]\][^\S\n]+")
_RULE = re.compile(r"(?:[-–—*_=~][ \t]*){3,}")
_TAGGED_ROW = re.compile(
    r"</?(?:table|thead|tbody|tr|td|th|ul|ol|li)\b|</b>[^\S\n]*(?:\t|<tab\b)|<tab\b", re.IGNORECASE
)
_NOTE_BODY = re.compile(
    rf"{NOTE_SUP}|\[\^(?P<label>[^\]\[\s]{{1,20}})\]:|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})|\[(?P<bracket>\d{{1,3}})\]:?(?!\()",
    re.IGNORECASE,
)
_LINK_DEFINITION = re.compile(r"\[[^\]\[]{1,80}\]:\s+(?:https?:|mailto:|#|/)\S*$")
_LONGEST_RULE = 300


class Marker(NamedTuple):
    """How a line starts. kind: heading, item, or empty; text: the marker itself; body: offset of what follows."""

    kind: str
    text: str
    body: int


def marker(raw: str, line: Line, capitals: frozenset[str]) -> Marker:
    """The marker of a line; two in a row ("- a) ...") are one. capitals: letters that number something here."""
    found = _MARKER.match(raw, line.start, line.end)
    if not found or not _counts(found, capitals):
        return Marker("", "", line.start)
    if found["heading"]:
        return Marker("heading", found["heading"], found.end())
    if found["quote"]:
        return Marker("", "", found.end())
    body = found.end()
    box = _CHECKBOX.match(raw, body, line.end)
    if box:
        body = box.end()
    inner = _MARKER.match(raw, body, line.end) if found["bullet"] else None
    if inner and (inner["bullet"] or inner["number"]) and _counts(inner, capitals):
        return Marker("item", f"{found[0].strip()} {inner[0].strip()}", inner.end())
    return Marker("item", found[0].strip(), body)


def _counts(found: re.Match[str], capitals: frozenset[str]) -> bool:
    """A capital letter with a full stop is an initial ("M. Dupont"), unless the text numbers by capitals."""
    number = found["number"]
    return not (number and len(number) == 2 and number[0].isupper() and number[1] == ".") or number[0] in capitals


def timetable(lines: Sequence[Line]) -> Mapping[int, re.Match[str]]:
    """The lines that open with a time of day, by where they start; none unless there are several."""
    found = {line.start: match for line in lines if line.text[0].isdigit() and (match := _TIME.match(line.text))}
    return found if len(found) >= _FEWEST_TIMES else {}


def is_time(mark: str) -> bool:
    """Whether the marker of an item is a time of day."""
    return mark[:1].isdigit() and _TIME.match(f"{mark} X") is not None


def timed(text: str) -> int:
    """How many characters the time of day takes that a text opens with ("9:00 Opening"); 0 for none."""
    found = _TIME.match(text) if text[:1].isdigit() else None
    return found.end() if found else 0


def numbering_capitals(lines: Iterable[Line]) -> frozenset[str]:
    """Capital letters that number headings here: only where both "A." and "B." start a line."""
    found = {line.text[0] for line in lines if line.text[1:3] == ". " and line.text[0].isupper()}
    if {"I"} == found:
        return frozenset()
    return frozenset(found - {"M", "H"} if {"A", "B"} <= found else ())


def same_numbering(before: str, mark: str) -> bool:
    """Two markers of one list: the same signs around a number, or the same bullet."""
    return _shape(before) == _shape(mark)


def _shape(mark: str) -> str:
    return (
        "".join("1" if char.isdigit() else "a" if char.isalpha() else char for char in mark)
        .replace("aa", "a")
        .replace("11", "1")
    )


def is_rule(line: Line) -> bool:
    """A line of dashes, stars, low lines or equals signs: it parts what stands above and below."""
    return len(line.text) <= _LONGEST_RULE and line.text[0] in "-–—*_=~" and bool(_RULE.fullmatch(line.text))


def is_tagged_row(line: Line) -> bool:
    """A line that holds HTML of a table or list, or cells set in bold and parted by tabs."""
    return "<" in line.text and bool(_TAGGED_ROW.search(line.text))


def is_piped_row(line: Line) -> bool:
    """A row of a Markdown table, also in a quotation."""
    return line.text.lstrip("> ")[:1] == "|" and line.text.count("|") > 1


def is_link_definition(line: Line) -> bool:
    """`[name]: https://...`: the target of links elsewhere, no text of its own."""
    return line.text[0] == "[" and bool(_LINK_DEFINITION.match(line.text))


def note_body(line: Line, bracketed: frozenset[str]) -> tuple[str, int] | None:
    """(number, offset of its text) where a line starts a footnote. bracketed: numbers set as `[1]` in the text."""
    if line.text[0] not in "<&[" + SUPERSCRIPTS:
        return None
    found = _NOTE_BODY.match(line.text)
    if not found or (found["bracket"] and found["bracket"] not in bracketed):
        return None
    number = found["numbers"] or found["label"] or found["bracket"] or found["raised"].translate(PLAIN_DIGITS)
    body = found.end()
    rest = line.text[body:]
    return number, line.start + body + len(rest) - len(rest.lstrip(" \t*_"))
