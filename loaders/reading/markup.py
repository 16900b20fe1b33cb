"""The characters that mark something up in text, and for each the rule that says what becomes of it.

A rule gets the source, the offset of its character and the end of its region, and gives the edit to
make there, or None where the character is plain text. Markup: CommonMark 0.31 inline syntax, the
footnotes of common extensions, HTML tags and character references, Unicode superscripts.
"""

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from loaders.reading.source import Source

Marks = tuple[str, ...]

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
NOTE_SUP = (
    r"(?:<sup\b[^<>]{0,40}>(?:&</sup>lt;sup>)?|&lt;sup(?:>|&gt;))"
    r"\s{0,3}[\[(]?\s{0,3}(?P<numbers>\d{1,3}(?:\s{0,2}[,;]\s{0,2}\d{1,3}){0,5}|[*†‡§]{1,3})\s{0,3}[\])]?(?:\([^()<>]{0,200}\))?"
    r"\s{0,3}(?:</sup>|&lt;/sup(?:>|&gt;))"
)
"""A superscript that holds the number of a note, in the spellings that converters leave."""


class Edit(NamedTuple):
    """Replace what stands up to `to` by `text`, whose characters come from raw offsets `origin`, `origin + 1` ..."""

    to: int
    text: str = ""
    origin: int = 0
    marks: Marks = ()


Rule = Callable[[Source, int, int], Edit | None]

_TARGET = (
    r"(?:https?:|mailto:|ftp:|www\.|[#/.]|[\w-]{1,80}\.\w)[^()\s\[\]]{0,2000}"
    r"(?:\([^()\s\[\]]{0,200}\)[^()\s\[\]]{0,200})?|\#?"
)
_TITLE = r"(?:\s{1,3}\"[^\"\n]{0,200}\")?"
_LINK_OPEN = re.compile(rf"\[(?=[^\[\]]{{0,500}}\]\((?:{_TARGET}){_TITLE}\))")
_LINK_CLOSE = re.compile(rf"\]\((?:{_TARGET}){_TITLE}\)")
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,300}}\]\((?:{_TARGET}){_TITLE}\)")
_MARKDOWN_NOTE = re.compile(r"\[\^([^\]\[\s]{1,20})\]")
_BRACKET_NOTE = re.compile(r"\[(\d{1,3})\]")
_SUP = re.compile(NOTE_SUP, re.IGNORECASE)
_COMMENT = re.compile(r"<!--[^<>]{0,4000}-->")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|tr|td|th|table|tbody|thead|h[1-6]|hr|tab)\b[^<>]{0,400}>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>]{0,400})?/?>")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]{1,2000})>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BROKEN = re.compile(r"[-\u2010][^\S\n]*\n\s*(?=[^\W_])")
_LOOSE_PREFIX = re.compile(
    r"(?<![\w-])(?:multi|inter|intra|non|sub|pre|post|vice|trans|anti|cross|semi)$", re.IGNORECASE
)
_WHITE = re.compile(r"\s+(?:>(?=\s)\s*)?")
_SOFT = re.compile(r"\u00ad(?:[^\S\n]*\n\s*)?")
_STARS = re.compile(r"\*+")
_BACKSLASHES = re.compile(r"\\+")
_LOW_LINES = re.compile(r"_+")
_RAISED = re.compile(f"[{SUPERSCRIPTS}]{{1,3}}")
_UNIT = re.compile(r"(?:^|[\W\d])(?:m|km|cm|mm|ha)$")
_ESCAPED = frozenset("`*_{}[]()#+-.!|<>~")
_RAISED_ENDINGS = frozenset("\"'”’»)].,;:!?")


def _white(source: Source, at: int, end: int) -> Edit | None:
    found = _WHITE.match(source.raw, at, end)
    return Edit(found.end(), " ", at) if found else None


def _hidden(source: Source, at: int, end: int) -> Edit | None:
    return Edit(at + 1)


def _soft_hyphen(source: Source, at: int, end: int) -> Edit | None:
    found = _SOFT.match(source.raw, at, end)
    return Edit(found.end()) if found else None


def _hyphen(source: Source, at: int, end: int) -> Edit | None:
    raw = source.raw
    broken = _BROKEN.match(raw, at, end)
    if broken and at and raw[at - 1].isalnum():
        keep = source.vocabulary.keeps_hyphen(raw, at, broken.end())
        return Edit(broken.end(), "-" if keep else "", at)
    if raw[at + 1 : at + 2] == " " and raw[at + 2 : at + 3].isupper() and _LOOSE_PREFIX.search(raw, max(0, at - 8), at):
        return Edit(at + 2, "-", at)
    return Edit(at + 1, "-", at) if raw[at] != "-" else None


def _note_marks(numbers: str) -> Marks:
    return tuple(part for part in re.split(r"[,;\s]+", numbers) if part)


def _less_than(source: Source, at: int, end: int) -> Edit | None:
    raw = source.raw
    if raw[at + 1 : at + 4].lower() == "sup":
        note = _SUP.match(raw, at, end)
        if note and not _UNIT.search(raw, max(0, at - 4), at):
            return Edit(note.end(), marks=_note_marks(note["numbers"]))
    if found := _BLOCK_TAG.match(raw, at, end):
        return Edit(found.end(), " ", at)
    if found := _TAG.match(raw, at, end) or _COMMENT.match(raw, at, end):
        return Edit(found.end())
    if found := _AUTOLINK.match(raw, at, end):
        return Edit(found.end(), found[1], at + 1)
    return None


def _ampersand(source: Source, at: int, end: int) -> Edit | None:
    raw = source.raw
    if raw.startswith("&lt;sup", at) and (note := _SUP.match(raw, at, end)):
        return Edit(note.end(), marks=_note_marks(note["numbers"]))
    found = _ENTITY.match(raw, at, end)
    if not found:
        return None
    char = html.unescape(found[0])
    if len(char) != 1:
        return None
    return Edit(found.end(), " " if char.isspace() else char, at)


def _open_bracket(source: Source, at: int, end: int) -> Edit | None:
    raw = source.raw
    if found := _MARKDOWN_NOTE.match(raw, at, end):
        return Edit(found.end(), marks=(found[1],))
    if _LINK_OPEN.match(raw, at, end):
        return Edit(at + 1)
    if (found := _BRACKET_NOTE.match(raw, at, end)) and found[1] in source.noted:
        return Edit(found.end(), marks=(found[1],))
    return None


def _close_bracket(source: Source, at: int, end: int) -> Edit | None:
    found = _LINK_CLOSE.match(source.raw, at, end)
    return Edit(found.end()) if found else None


def _exclamation(source: Source, at: int, end: int) -> Edit | None:
    found = _IMAGE.match(source.raw, at, end)
    return Edit(found.end()) if found else None


def _around(raw: str, at: int, to: int) -> tuple[str, str]:
    return raw[at - 1 : at] if at else "", raw[to : to + 1]


def _star(source: Source, at: int, end: int) -> Edit | None:
    found = _STARS.match(source.raw, at, end)
    if not found:
        return None
    before, after = _around(source.raw, at, found.end())
    loose = (not before or before.isspace()) and (not after or after.isspace())
    if len(found[0]) > 3 or loose or (before.isdigit() and after.isdigit()):
        return Edit(found.end(), found[0], at)
    return Edit(found.end())


def _low_line(source: Source, at: int, end: int) -> Edit | None:
    found = _LOW_LINES.match(source.raw, at, end)
    if not found:
        return None
    before, after = _around(source.raw, at, found.end())
    opens = not before.isalnum() and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and not after.isalnum()
    if len(found[0]) <= 3 and (opens or closes) and before not in ("/", "=") and after != "/":
        return Edit(found.end())
    return Edit(found.end(), found[0], at)


def _tilde(source: Source, at: int, end: int) -> Edit | None:
    return Edit(at + 2) if source.raw.startswith("~~", at) else None


def _backtick(source: Source, at: int, end: int) -> Edit | None:
    before, after = _around(source.raw, at, at + 1)
    return None if before.isalpha() and after.isalpha() else Edit(at + 1)


def _backslash(source: Source, at: int, end: int) -> Edit | None:
    """Escapes, also those that converters escaped once more."""
    found = _BACKSLASHES.match(source.raw, at, end)
    if not found:
        return None
    sign = source.raw[found.end() : found.end() + 1]
    if sign and sign in _ESCAPED:
        return Edit(found.end() + 1, sign, found.end())
    return Edit(found.end(), found[0], at)


def _raised(source: Source, at: int, end: int) -> Edit | None:
    raw = source.raw
    found = _RAISED.match(raw, at, end)
    before = raw[at - 1 : at] if at else ""
    if not found or not (before.isalnum() or before in _RAISED_ENDINGS) or _UNIT.search(raw, max(0, at - 4), at):
        return None
    return Edit(found.end(), marks=(found[0].translate(PLAIN_DIGITS),))


def _rules() -> dict[str, Rule]:
    rules: dict[str, Rule] = {
        "\u00ad": _soft_hyphen,
        "-": _hyphen,
        "\u2010": _hyphen,
        "\u2011": _hyphen,
        "<": _less_than,
        "&": _ampersand,
        "[": _open_bracket,
        "]": _close_bracket,
        "!": _exclamation,
        "*": _star,
        "_": _low_line,
        "~": _tilde,
        "`": _backtick,
        "\\": _backslash,
    }
    rules.update(dict.fromkeys("\n\t\r\f\v\x85\u00a0\u2028\u2029\u202f\u3000", _white))
    rules.update(dict.fromkeys(map(chr, range(0x2000, 0x200B)), _white))
    rules.update(dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", _hidden))
    rules.update(dict.fromkeys(SUPERSCRIPTS, _raised))
    return rules


RULES = _rules()
