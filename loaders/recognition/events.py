"""Meetings: their names, kinds and dates, and which words point back to which.

An event is known by its series or words, its kind and its date; the same one named twice is one.
`find_events` gives candidates in one block, `EventBook` joins them over the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from loaders.recognition.candidate import DAYS_OF, FOR_DAYS, Candidate
from loaders.recognition.enumerated import lists_several
from loaders.recognition.event_settings import FIRST_OF_ALL, settle
from loaders.recognition.gatherings import briefings, gatherings
from loaders.recognition.look_alikes import is_no_meeting, is_term_of_office
from loaders.recognition.meeting_owners import is_earlier, of_what
from loaders.recognition.ordinals import lone_numeral, ordinal
from loaders.recognition.spans import Row, Span
from loaders.recognition.years_led import year_leading
from loaders.rules.lexicons import Words, alternatives, load

_COMMON_NAMES = frozenset(("process/gcm-regional-reviews",))
_ARTICLES = frozenset(("the", "la", "el", "le", "les", "los", "las"))
_TOKEN = re.compile(r"[\w'’./-]{1,200}|[^\w\s]")
_WORD_BEFORE = re.compile(r"([\w°'’./-]+)\s$")
_LONGEST_WORD, _LONGEST_NAME = 40, 14
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_WORD_AHEAD = re.compile(r"\s*([\w-]+)")
_QUOTED = re.compile(r"\s?[:,]?\s?(?:“[^”\n]{3,90}”|«[^»\n]{3,90}»|\"[^\"\n]{3,90}\")")
_IN_QUOTES, _OPENING_QUOTES = re.compile(r"[^“”«»\"\n]{0,150}(?=[”»\"])"), '“«"'
_LONGEST_ABBREVIATION = 4
_FOR_WHOM = re.compile(  # "Séance d'information à l'intention des pays champions"
    r"\s(?:intended for|aimed at|addressed to|à (?:l['’]intention|destination) d(?:e la|e l['’]|e|es|u)"
    r"|destinée?s? (?:à la|à l['’]|à|au|aux)|(?:dirigid|destinad)[oa]s? (?:al|a las|a los|a la|a))"
)
_SHORT_FORM = re.compile(r"\s\((?P<short>[A-Z]{2,10})\)")
_GERUND, _TIED = re.compile(r"[A-Z]\w+ing"), ("mise", "en")
_OF_NOUN = re.compile(r"[Dd]['’](?!une?$|entre$|autres?$|abord$|ailleurs$|après$|aujourd)[a-zà-ÿ-]{4,}")
_VERB_FORM = re.compile(r"[a-zà-ÿ]\S*(?:ed|ó|[aei]ron|[aei]rán|[aei]rá|aban)")
_MIDTERM = re.compile(r"\sà (?=mi-parcours\b)")  # "réunion d'examen à mi-parcours"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled lists of events.yaml."""

    heads: Words
    kinds: dict[str, str]
    modifiers: frozenset[str]
    connectors: frozenset[str]
    stops: frozenset[str]
    pointers: frozenset[str]
    pointing: frozenset[str]
    title_words: re.Pattern[str]
    of_region: re.Pattern[str]
    regions: dict[str, str]
    region: re.Pattern[str]
    bare_reviews: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of event names, compiled once a process."""
    words = load("events")
    kinds = {noun: kind for kind, nouns in words["heads"].items() for noun in nouns}
    kinds |= {noun: "event" for noun in words["pointing"] if noun not in kinds}
    regions = {name.casefold(): key for key, names in words["regions"].items() for name in chain(*names.values())}
    reviewed = [name for names in words["regions"].values() for name in names["before"]]
    kinds |= {f"{name.casefold()} {noun}": "review" for name in reviewed for noun in ("review", "regional review")}
    bare = [noun for noun in words["bare_reviews"] if noun not in kinds]
    kinds |= dict.fromkeys(bare, "review")
    of_regions = [name for names in words["regions"].values() for name in names["of"]]
    return Grammar(
        heads=Words(kinds),
        kinds=kinds,
        modifiers=frozenset(words["modifiers"]),
        connectors=frozenset(words["connectors"]),
        stops=frozenset(words["stops"]),
        pointers=frozenset(words["pointers"]),
        pointing=frozenset(words["pointing"]),
        title_words=re.compile(
            rf"\s*[:–—-]?\s*\b{alternatives([re.escape(w) for w in words['title_words']])}\b(?:\s+(?:of|on|for|de"
            rf"|del|du|sur)\s+(?:the|la|el|le|l['’])?\s*)?\s*[:–—-]?\s*",
            re.IGNORECASE,
        ),
        of_region=re.compile(
            rf"\s(?:in|for|of|en|de|para|pour|d['’])\s?(?:the\s|la\s|l['’])?{alternatives(of_regions)}\b"
        ),
        regions=regions,
        bare_reviews=frozenset(bare),
        region=re.compile(rf"(?<!\w){alternatives([re.escape(name) for name in regions])}(?!\w)", re.IGNORECASE),
    )


def find_events(text: str, spans: Sequence[Span], dates: Sequence[Span]) -> list[Candidate]:
    """Candidates of one block, in order. `spans`: linked names; `dates`: date spans of the block; none overlapping."""
    heads = list(grammar().heads.find(text))
    if not heads and not any(span.code in "RPWU" for span in spans) and " brief" not in text:
        return []
    names, dated = Row(spans), Row(dates)
    found: list[Candidate] = []
    end = 0
    for at, to in heads:
        if at < end or _is_in_name(at, to, names) or is_no_meeting(text, at, to) or _is_bare_review(text, at, to):
            continue
        one = _around(text, at, to, names, dated)
        end = one.to
        if not is_term_of_office(text, one.at, to):
            found.append(one)
    found += [*_numbered_series(text, spans, found)]
    found = sorted((*found, *gatherings(text, spans, found), *briefings(text, found)), key=lambda one: one.at)
    settled = settle(text, found, Row(span for span in spans if span.code in "CS"), dated)
    settled = [c for c in settled if not (_is_body_of(c) or lists_several(c))]
    return [c for c in settled if c.dates or c.definite or c.named or " " in c.words or _is_occasion(c)]


def _is_occasion(candidate: Candidate) -> bool:
    """Whether one word and a place name a meeting: "at a ceremony in Bishkek"."""
    return bool(candidate.places) and candidate.kind in load("events")["occasions"]


def _is_body_of(candidate: Candidate) -> bool:
    """Whether a forum without day and number is a body: "Zomba Diaspora Forum"."""
    if candidate.kind != "forum" or candidate.dates or candidate.number or not candidate.words.endswith("Forum"):
        return False
    return any(word.casefold() not in grammar().modifiers for word in candidate.words.split()[:-1])


def _numbered_series(text: str, spans: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "XX CSM", "the 15th Global Forum on Migration and Development": an edition of what meets again."""
    for span in (span for span in spans if span.code in "RP" and span.entity not in _COMMON_NAMES):
        word = _WORD_BEFORE.search(text, max(0, span.at - _LONGEST_WORD), span.at)
        number = (ordinal(word[1]) or lone_numeral(word[1], text[span.at : span.to])) if word else None
        if word and number and not any(one.at < span.to and word.start(1) < one.to for one in found):
            words, kind = text[word.start(1) : span.to], load("events")["editions"].get(span.entity, "conference")
            yield Candidate(
                word.start(1), span.to, kind, words, definite=False, named=True, series=(span.entity,), number=number
            )


def _is_bare_review(text: str, at: int, to: int) -> bool:
    """Whether a review is told without region and number: "the review", not "the review for the ECE region"."""
    rules = grammar()
    if text[at:to].casefold() not in rules.bare_reviews or rules.of_region.match(text, to):
        return False
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    return not (word and (ordinal(word[1]) or FIRST_OF_ALL.search(text, max(0, at - _LONGEST_WORD), at)))


def _is_in_name(at: int, to: int, names: Row) -> bool:
    """Whether a noun stands inside a known name; the name of all regional reviews may be the noun of one of them."""
    span = names.holding(at)
    return span is not None and to <= span.to and span.entity not in _COMMON_NAMES


def _around(text: str, noun_at: int, noun_to: int, spans: Row, dates: Row) -> Candidate:
    """The candidate whose noun stands at [noun_at, noun_to)."""
    rules = grammar()
    at = _leftwards(text, noun_at, spans, dates)
    titled = _QUOTED.match(text, noun_to)
    quoted = _IN_QUOTES.match(text, noun_to) if at and text[at - 1] in _OPENING_QUOTES else None
    to = titled.end() if titled else quoted.end() if quoted else end_of_name(text, noun_to, spans, dates)
    to = _with_short_form(text, at, to, spans)
    region = rules.of_region.match(text, to)
    to = region.end() if region else to
    before = text[max(0, at - 2 * _LONGEST_WORD) : at].split()
    definite = bool(before) and before[-1].casefold() in rules.pointers
    words = _SHORT_FORM.sub("", text[at:to])
    series = tuple(s.entity for s in spans.inside(at, to) if s.code in "RPWUFT")
    capitals = sum(1 for word in _WORD.findall(words) if word[0].isupper())
    kind = rules.kinds.get(text[noun_at:noun_to].casefold(), "event")
    noun = text[noun_at:noun_to]
    number = next((n for w in text[at:noun_at].split() if (n := ordinal(w) or lone_numeral(w, noun))), None)
    led = year_leading(text, at, dates) if not spans.touching(at, to) else None
    if led:
        at, words, definite = led[0], f"{text[led[0] : at]}{words}", True
    days = DAYS_OF.search(text, max(0, at - _LONGEST_WORD), at)
    if days and not led:
        at, words = days.start(), f"{days[0]}{words}"
    lone = _WORD_BEFORE.search(text, max(0, at - 2), at)
    if lone and not number and (number := lone_numeral(lone[1], text[at:to])):
        at, words = lone.start(1), f"{lone[1]} {words}"
    series = series or of_what(text, at, spans, number)
    named = capitals >= 2 or bool(series) or days is not None
    told = rules.region.search(words) if kind == "review" else None
    about = rules.regions[told[0].casefold()] if told else ""
    return Candidate(at, to, kind, words, definite, named=named, series=series, number=number, region=about,
                     dates=led[1:] if led else (), other=is_earlier(text, at, to))  # fmt: skip


def _with_short_form(text: str, at: int, to: int, spans: Row) -> int:
    """Where a name ends whose last part has its short form behind it: "Consultation on the Review Forum (IMRF)"."""
    bracket = _SHORT_FORM.match(text, to)
    short = spans.at(bracket.start("short")) if bracket else None
    inside = spans.inside(at, to)
    same = (
        short
        and inside
        and inside[-1].to == to
        and inside[-1].entity.split("/")[-1][:4] == short.entity.split("/")[-1][:4]
    )
    return bracket.end() if bracket and same else to


def _leftwards(text: str, at: int, spans: Row, dates: Row) -> int:
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


def _is_person(span: Span | None) -> bool:
    return span is not None and span.code == "H"


def end_of_name(text: str, to: int, spans: Row, dates: Row, *, connected: bool = False) -> int:
    """Where a name that goes on at `to` ends: before a verb, a bracket or dash, a date.

    connected: the text before `to` already calls for a noun ("working group on").
    """
    rules = grammar()
    end = to
    pending = connected  # a connector was just read
    whom = _FOR_WHOM.match(text, to)
    if whom:
        end, pending, connected = whom.end(), True, True
    for _ in range(_LONGEST_NAME):
        rest = _TOKEN.match(text, end + (1 if end < len(text) and text[end] == " " else 0))
        if not rest or dates.holding(rest.start()) or _is_person(spans.at(rest.start())):
            break
        known = spans.at(rest.start())
        if known and pending and known.code not in ("CDNS" if text[to : rest.start()].strip() == "to" else "CDN"):
            end = to = known.to
            pending = False
            continue
        token, plain = rest[0], rest[0].casefold().rstrip(".")
        if _goes_on(text, end, token) or (token == "," and connected and _continues(text, rest.end())):
            end, pending = rest.end(), True
        elif plain in _ARTICLES and not pending:
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


def event_name_from_title(title: str) -> str:
    """A title without the words that only tell the genre ("Summary of Discussions")."""
    rules = grammar()
    name = rules.title_words.sub(" ", title)
    return re.sub(r"\s+", " ", name).strip(" :–—-,.") or title
