"""Where the name of a meeting begins and ends around its noun."""

import re

from loaders.recognition.meetings.candidate import FOR_DAYS
from loaders.recognition.meetings.event_grammar import Grammar, grammar
from loaders.recognition.names.ordinals import ordinal
from loaders.recognition.names.spans import Row, Span
from loaders.rules.lexicons import load

_WORD_BEFORE = re.compile(r"([\w°'’./-]+)\s$")
_LONGEST_WORD, _LONGEST_NAME = 40, 14
_ARTICLES = frozenset(("the", "la", "el", "le", "les", "los", "las"))
_TOKEN = re.compile(r"[\w'’./-]{1,200}|[^\w\s]")
_WORD_AHEAD = re.compile(r"\s*([\w-]+)")
_LONGEST_ABBREVIATION = 4
_BESIDE, _ACTORS = frozenset((",", "with", "con", "avec")), frozenset("SUOH")
_ARTICLE = re.compile(r"\s*(?:(?:the|la|el|le|les)\s|l['’])?")
_FOR_WHOM = re.compile(  # "Séance d'information à l'intention des pays champions"
    r"\s(?:devoted to|dedicated to|intended for|aimed at|addressed to"
    r"|à (?:l['’]intention|destination) d(?:e la|e l['’]|e|es|u)"
    r"|(?:consacr|dédi)ée?s? (?:à la|à l['’]|à|au|aux)|dedicad[oa]s? (?:al|a la|a los|a)"
    r"|destinée?s? (?:à la|à l['’]|à|au|aux)|(?:dirigid|destinad)[oa]s? (?:al|a las|a los|a la|a))"
)
_GERUND, _TIED = re.compile(r"[A-Z]\w+ing"), ("mise", "en")
_OF_NOUN = re.compile(r"[Dd]['’](?!une?$|entre$|autres?$|abord$|ailleurs$|après$|aujourd)[a-zà-ÿ-]{4,}")
_VERB_FORM = re.compile(r"[a-zà-ÿ]\S*(?:ed|ó|[aei]ron|[aei]rán|[aei]rá|aban)")
# "consultation sous-régionale sur", "taller técnico binacional de": adjectives by their form, before what else is told
_ADJECTIVES = re.compile(
    r"(?:\s(?!(?:arrive|vive|sirve|mañana|semana)\s)[a-zà-ÿ-]{3,}(?:al|ale|aux|ales|iques?|ic[oa]s?|[eé]ll?es?|els|ifs?"
    r"|ives?|iv[oa]s?|aires?|ari[oa]s?|oires?|ori[oa]s?|en(?:ne)?s?|aine?s?|an[oa]s?|ites?)|\s20\d\d(?=\s(?:du|de|del|of)\s)){1,3}"
    r"(?=,?\s(?:sur|sobre|de|du|des|del|d['’]|pour|para|en|à|entre|au|que|qui|relati\w+)\b)"
)
_LISTED = re.compile(r"\s?,?\s(?:(?:and|y|e|et|&)\s)?|\s?[;/]\s?")
# a name is over before another that is counted, "Working Group on Return 12th meeting", and before who invites
_OVER = re.compile(
    r"\d{1,3}(?:st|nd|rd|th|[ªºa°]|e|ème|er|re)\s[a-zà-ÿ]"
    r"|(?:at the|by|à l['’]|por|a) ?(?:(?:kind|gentil|aimable) )?invita(?:tion|ción)\b"
)
_PURPOSE = re.compile(r"[A-ZÀ-Þ]\S*\sto\s[a-z]")  # "at the Global Assembly to prepare for the Forum"
_MIDTERM = re.compile(r"\sà (?=mi-parcours\b)")  # "réunion d'examen à mi-parcours"


def begin_of_name(text: str, at: int, spans: Row, dates: Row) -> int:
    """Where a name begins whose noun stands at `at`: before its adjectives and the names it opens with."""
    rules = grammar()
    while True:
        date = dates.last_before(at)
        if date and at - date.to <= 2:
            return at
        known = spans.last_before(at - 1)
        if known and at - known.to <= 3 and known.code in "RPWUFITG" and not text[known.to : at].strip(" '’s"):
            at = known.at
            continue
        word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
        if not word or not _fits(word[1], rules):
            return at
        at = at - 1 - len(word[1])


def _fits(word: str, rules: Grammar) -> bool:
    """Whether a word before the noun of a meeting belongs to its name."""
    plain = word.casefold().strip("'’")
    if plain in rules.pointers or plain in load("events")["counts"]:
        return False
    if ordinal(word):
        return True
    capital = word[0].isupper() and not word.endswith(".")
    return plain not in rules.stops and (plain in rules.modifiers or bool(FOR_DAYS.fullmatch(plain)) or capital)


def _is_other(text: str, to: int, behind: int, spans: Row, *, pending: bool) -> bool:
    """Whether what stands at `behind` is no part of a name: a person or body, "During the retreat UNFPA presented", who
    invites, what is counted next.
    """
    span, last_word = spans.at(behind), text.rfind(" ", 0, to) + 1
    if not pending and (_OVER.match(text, behind) or _PURPOSE.match(text, last_word)):
        return True
    return span is not None and (span.code == "H" or (span.code in "UO" and text[last_word].islower() and not pending))


def end_of_name(text: str, to: int, spans: Row, dates: Row, *, connected: bool = False) -> int:
    """Where a name that goes on at `to` ends: before a verb, a bracket or dash, a date.

    connected: the text before `to` already calls for a noun ("working group on").
    """
    rules = grammar()
    adjectives = None if connected else _ADJECTIVES.match(text, to)
    end = to = adjectives.end() if adjectives else to
    pending, on = connected, connected  # a connector was just read
    whom = _FOR_WHOM.match(text, to)
    if whom:
        end, pending, connected = whom.end(), True, True
    for _ in range(_LONGEST_NAME):
        rest = _TOKEN.match(text, end + (1 if end < len(text) and text[end] == " " else 0))
        if not rest or dates.holding(rest.start()) or _is_other(text, to, rest.start(), spans, pending=pending):
            break
        known = spans.at(rest.start())
        barred = "CDNS" if text[to : rest.start()].strip() == "to" else "CDN"
        if known and (known.code == "J" or (pending and known.code not in barred)):
            end = to = _end_of_list(text, known, spans)
            pending = False
            continue
        token, plain = rest[0], rest[0].casefold().rstrip(".")
        listed = token == "," and connected and not (on and _is_beside(text, rest, spans, of_group=on))
        if _goes_on(text, end, token) or (listed and _continues(text, rest.end())):
            end, pending = rest.end(), True
        elif not pending and (plain in _ARTICLES or (connected and _is_beside(text, rest, spans, of_group=on))):
            break
        elif plain in rules.connectors or plain.rstrip("'’") + "'" in rules.connectors:
            if plain in rules.stops and not pending and plain not in ("de", "y"):
                break
            end, pending, connected = rest.end(), True, True
        elif not token[0].isalnum() or plain in rules.stops or (token[0].islower() and _VERB_FORM.fullmatch(plain)):
            break
        elif connected or token[0].isupper() or plain in rules.modifiers or _OF_NOUN.fullmatch(token):
            end = to = rest.end()
            connected = connected or _OF_NOUN.fullmatch(token) is not None
            pending = False
            if len(token) > _LONGEST_ABBREVIATION and token[-1] == ".":
                break
        else:
            break
    return to - 1 if text[to - 1] == "." else to


def _is_beside(text: str, token: re.Match[str], spans: Row, *, of_group: bool) -> bool:
    """Whether what follows a whole name is another: a State, or whoever does it "with Peru" or is listed behind it."""
    known = spans.at(token.start())
    if known and known.code == "S":
        return True
    behind = _ARTICLE.match(text, token.end()) if of_group and token[0].casefold() in _BESIDE else None
    name = spans.at(behind.end()) if behind else None
    return name is not None and name.code in _ACTORS


def _end_of_list(text: str, first: Span, spans: Row) -> int:
    """Where a name ends, with the objectives that are listed from one on: "on Objectives 6, 18 and 22"."""
    to = first.to
    while first.code == "J" and (joined := _LISTED.match(text, to)):
        span = spans.at(joined.end())
        if span is None or span.code != "J":
            break
        to = span.to
    return to


def _goes_on(text: str, at: int, token: str) -> bool:
    """Whether a small word belongs to a name: "Building a Positive Narrative", "la mise en œuvre", "à mi-parcours"."""
    if _MIDTERM.match(text, at):
        return True
    word = _WORD_BEFORE.search(f"{text[max(0, at - _LONGEST_WORD) : at]} ")
    return word is not None and ((token == "a" and _GERUND.fullmatch(word[1]) is not None) or (word[1], token) == _TIED)


def _continues(text: str, at: int) -> bool:
    """Whether a comma goes on with a list of adjectives ("sub-regional, regional and inter-regional processes")."""
    word = _WORD_AHEAD.match(text, at)
    return word is not None and word[1].casefold() in grammar().modifiers
