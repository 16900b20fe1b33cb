"""Rules as data: patterns over masked sentences, compiled once.

A pattern is a regular expression with slots in braces:
    {s:actor} {o:event}   a token of these kinds, bound to subject or object (also t: time, v: figure)
    {s:actor.last}        only the last member of an enumeration ("A, B (Presidency of ...)"); .first likewise
    {gap}                 up to 60 characters without a token or the end of a clause
    {gap+}                up to 140 characters of the sentence, tokens too
    {art} {of} {adv}      an article or none, a preposition of belonging, up to three words before a verb
    {link}                from a subject to its verb: an aside between commas, dashes or brackets, up to four words
    {vp}                  from a subject to its second verb: "Ghana thanked the hosts and [announced ...]"
    {reach}               from a verb to what it acts on: up to 90 characters of the clause, other names than actors'
    {breath}              likewise, but in one breath: behind one aside, up to 70 characters without a comma
    {verb}                nothing; but what follows is a verb of the subject, not "to share" nor "its plan"
    {whom}                nouns and articles before a name that they stand for: "the Government of the"
    {then}                from a Spanish or French verb to the subject behind it: "Intervinieron [en la sesión] ..."
    {by}                  likewise to the agent of a passive, with its preposition
    {rel}                 like {link}, with a relative pronoun or a comma before it: "Ghana, which ..."
    {np} {det}            up to six words of a noun phrase, up to four without "of"
    {head} {near}         the end of a noun phrase, up to 40 characters with dates
    {same}                like {reach}, within one part of a coordination
    {such} {namely}       from a noun to a list that spells it out ("fifteen states, among them ..."), what opens one
    {own}                 nothing; but the name behind it is not the agent of a passive
    {aside}               a comma or a bracket behind a name, or nothing
    {for}                 article, title, and a noun that stands for the name behind it ("the Government of")
    {at-a-time}           nothing; but what follows says when
    {took-floor}          any entry of that list of the lexicon (lexicon/*.yaml, see inflection.py)
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from loaders.rules.frames import rows
from loaders.rules.lexicons import RuleError
from loaders.rules.nearby import is_forbidden
from loaders.rules.pattern_source import Need, needs, spelled_out
from loaders.rules.phrases import PHRASES, STATE_FORM, TO_A_SECOND_VERB
from loaders.rules.sieve import Later, Sieve
from loaders.rules.word_lists import lexicon, needed, trigger, whole_words

FILES = tuple(
    "participation floor presence meetings conduct offices presidencies facilitators leadership turns champions"
    " membership belonging standing seats submissions commitments contributions objectives roles structure".split()
)
KINDS: Mapping[str, str] = {
    "state": "S",
    "actor": "SUORWH",
    "party": "SUORWHPF",
    "member": "SUORW",
    "body": "UORWPF",
    "person": "H",
    "event": "EPRT",
    "meeting": "E",
    "series": "RPUWO",
    "process": "P",
    "champions": "P",
    "programme": "P",
    "coordinated": "U",
    "region": "R",
    "group": "W",
    "fund": "F",
    "platform": "L",
    "devoted": "IWETFLP",
    "signatory": "SUORWHE",
    "employer": "SUORWF",
    "office": "UO",
    "sender": "SUO",
    "instrument": "I",
    "declared": "I",
    "roundtable": "T",
    "chaired": "RPETWU",
    "led": "W",
    "joined": "RPUWO",
    "gathered": "RPW",
    "review": "EPT",
    "pledging": "L",
    "network": "U",
    "objective": "J",
    "place": "CS",
    "city": "C",
    "organ": "UOWFL",
    "date": "D",
    "figure": "N",
    "any": "SUORPWHFLEIT",
}
_RARE = "JFILTW"  # kinds of tokens that few sentences have
# slots for one entity alone, or ("-") for all of their kind but one
ONLY: Mapping[str, str] = {
    "champions": "process/gcm-champion-countries",
    "coordinated": "un-entity/un-network-on-migration",
    "pledging": "platform/pledging-initiative",
    "declared": "-instrument/gcm",
}
_SLOT = re.compile(r"\{(?P<role>[sotv]):(?P<kind>\w+)(?:\.(?P<only>first|last))?\}|\{(?P<name>gap\+?|[a-z-]+)\}")
# a meeting may have its date with it: "the workshop of 3 May 2021"
_DATED = r"(?:,?\s(?:of|on|held on|del|de|du|celebrad[oa] el|tenue? le)\s⟦D#\d+⟧)?"
_WORD = r"[^\W\d_][\w'’-]*"
# after these a verb is said of something else than the name before them
_NO_LINK = r"(?!(?:was|were|been|being|be|fue|fueron|sido|été|by|por|par|that|que|whose|cuy[oa]s?|dont)\b)"
_NO_ACTOR = r"(?:[^.;:⟦⟧]|\.(?=\w)|⟦[DCEIJTN]+#\d+⟧)"


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\s{word}\s)" for word in words.split())


_ARTICLE = r"(?:(?:the|las?|los|el|les?|this|esta|este|cette|ce) |l['’])?"
_MACROS = {
    "gap": r"[^⟦⟧.;:]{0,60}?",
    "gap+": r"(?:[^.;]|\.(?=\S)){0,140}?",
    "link": r"(?:,\s(?:which|who|qui|que|quien(?:es)?)\b|,[^.;:]{1,110}?,|\s?\([^()]{0,110}\)"
    r"|\s[–—-]\s[^.;:–—]{1,110}?\s[–—-])?"
    rf"(?:\s{_NO_LINK}{_WORD},?){{0,4}}?\s",
    "vp": rf"{TO_A_SECOND_VERB}(?:{_NO_LINK}{_WORD}\s){{0,2}}?",
    "reach": rf"{_NO_ACTOR}{{0,90}}?",
    "by": rf"{_NO_ACTOR}{{0,90}}?\b(?:by|por|par|de la part d[eu]|a cargo de|de parte de)\s"
    r"(?:(?:the|las?|los|el|les?)\s|l['’])?",
    "breath": r"(?:\s(?:[^.;:,⟦⟧]|⟦[DCN]+#\d+⟧){0,30})?(?:,[^.;:]{1,90}?,)?(?:[^.;:,⟦⟧]|⟦[DCN]+#\d+⟧){0,70}?",
    "verb": _not_after("to the a an its their his her el su sus un son"),
    "whom": rf"(?:{{stand-in}}\s?{_ARTICLE}){{0,2}}?(?:{{stands-beside}}\s(?=⟦S))?{_ARTICLE}(?:{STATE_FORM})?",
    "adv": r"(?: [\w'’-]+){0,3}?\s",
    "art": _ARTICLE,
    "of": r"(?:of|for|de|del|des|du|d['’])",
}
_MACROS |= {**PHRASES, "rel": PHRASES["rel"] + _MACROS["link"]}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `subject`/`object` name what stands in when the pattern has no such slot (see claims.FILLERS).

    forbid, forbid_within: words that forbid its claim near a match, and in it. brought: the slot ("s", "o") that
    only counts things which the reference data does not have. after: what the words right before the sentence must say
    ("Voluntary reports came in. Nepal sent theirs").
    """

    id: str
    relation: str
    patterns: tuple[Later, ...]
    kinds: Mapping[str, str]
    only: Mapping[str, str]
    subject: str = ""
    object: str = ""
    role: str = ""
    ended: bool = False
    negative: bool = False
    exhaustive: bool = False
    genres: frozenset[str] = frozenset()
    forbid: re.Pattern[str] | None = None
    forbid_within: re.Pattern[str] | None = None
    modality: str = ""
    brought: str = ""
    after: re.Pattern[str] | None = None
    examples: tuple[Mapping[str, Any], ...] = field(default=())


@lru_cache(maxsize=4)
def rules(language: str = "") -> tuple[Rule, ...]:
    """All rules in file order, with the word lists of one language (those of all without one).

    Raises RuleError naming the rule that has an unknown slot.
    """
    return tuple(_rule(row, language) for name in FILES for row in rows(name))


@dataclass(frozen=True, slots=True)
class _Trial:
    """One pattern of a rule. triggers: lists of the lexicon of which a text must have a word, each a choice."""

    rule: Rule
    pattern: Later
    triggers: tuple[frozenset[str], ...]


@lru_cache(maxsize=4)
def _trials(language: str) -> tuple[Sieve, tuple[_Trial, ...]]:
    """Each pattern of each rule, and the sieve that tells which are worth trying."""
    of_lists = needed(language)
    patterns = ((rule, pattern) for rule in rules(language) for pattern in rule.patterns)
    trials = tuple(
        _Trial(rule, pattern, tuple(need for need in found if of_lists.keys() >= need))
        for (rule, pattern), found in zip(patterns, _needs_of_patterns(), strict=True)
    )
    named = {**of_lists, **{slot: list(spelled_out(found, of_lists)) for slot, found in _needs_of_macros().items()}}
    return Sieve(spelled_out(found, named) for found in _needs_of_patterns()), trials


@lru_cache(maxsize=1)
def _needs_of_macros() -> Mapping[str, list[Need]]:
    """What each macro needs, by its slot, whatever the language."""
    return {f"{{{name}}}": needs(source) for name, source in _MACROS.items()}


@lru_cache(maxsize=1)
def _needs_of_patterns() -> list[list[Need]]:
    """What each pattern of each rule needs, whatever the language."""
    return [
        needs(_SLOT.sub(lambda slot: _needs_token(slot) if slot["role"] else slot[0], pattern))
        for file in FILES
        for row in rows(file)
        for pattern in row["patterns"]
    ]


def matches(text: str, codes: Iterable[str], genre: str, language: str = "") -> Iterator[tuple[Rule, re.Match[str]]]:
    """Where the rules for a genre match a masked text, in file order. codes: kinds of the tokens in it.

    language: that of the text. A word of another one is no trigger: no "assistant minister" attends ("assister").
    """
    sieve, trials = _trials(language)
    said = _Said(text, language).__getitem__
    for number in sieve.passing(text + "".join(map(_code_mark, codes))):
        rule, triggers = trials[number].rule, trials[number].triggers
        if (not rule.genres or genre in rule.genres) and all(any(map(said, choice)) for choice in triggers):
            for match in trials[number].pattern.finditer(text):
                if not is_forbidden(text, match, rule.forbid, rule.forbid_within):
                    yield rule, match


class _Said(dict[str, bool]):
    """Whether a text has a word of a list, by the slot of the list; sought when it is first asked."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language

    def __missing__(self, slot: str) -> bool:
        self[slot] = found = trigger(slot[1:-1], self._language).search(self._text) is not None
        return found


def _code_mark(code: str) -> str:
    """What stands for a kind of token in the sieve; a longer mark for kinds that tell more than most words."""
    return f"¦{code * 8 if code in _RARE else code}"


def _rule(row: Mapping[str, Any], language: str) -> Rule:
    slots = [slot for pattern in row["patterns"] for slot in _SLOT.finditer(pattern)]
    for slot in slots:
        if (slot["kind"] or slot["name"]) not in (KINDS if slot["role"] else {**_MACROS, **lexicon()}):
            raise RuleError(f"rule {row['id']}: nothing fills {slot[0]}")
    tokens = [slot for slot in slots if slot["role"]]
    kinds: dict[str, str] = defaultdict(str)
    for token in tokens:
        kinds[token["role"]] += KINDS[token["kind"]]
    return Rule(
        id=row["id"],
        relation=row["relation"],
        patterns=tuple(Later(partial(_source, pattern, language)) for pattern in row["patterns"]),
        kinds=dict(kinds),
        only={token["role"]: ONLY[token["kind"]] for token in tokens if token["kind"] in ONLY},
        subject=row.get("subject", ""),
        object=row.get("object", ""),
        role=row.get("role", ""),
        ended=row.get("ended", False),
        negative=row.get("negative", False),
        exhaustive=row.get("exhaustive", False),
        genres=frozenset(row.get("genres", ())),
        forbid=re.compile(row["forbid"], re.IGNORECASE) if "forbid" in row else None,
        forbid_within=re.compile(row["forbid-within"], re.IGNORECASE) if "forbid-within" in row else None,
        modality=row.get("modality", ""),
        brought=row.get("brought", ""),
        after=_words_before(row["after"], language) if "after" in row else None,
        examples=tuple(row.get("examples", ())),
    )


def _words_before(pattern: str, language: str) -> re.Pattern[str]:
    return re.compile(_expand(pattern, _needs_token, partial(whole_words, language=language)), re.IGNORECASE)


def _source(pattern: str, language: str) -> str:
    return _expand(pattern, _token, partial(whole_words, language=language))


def _token(slot: re.Match[str]) -> str:
    codes = KINDS[slot["kind"]]
    dated = _DATED if "E" in codes else ""
    return rf"(?:⟦[A-Z]*[{codes}][A-Z]*#(?P<{slot['role']}{slot['only'] or ''}>\d+)⟧{dated})"


def _needs_token(slot: re.Match[str]) -> str:
    """What the sieve looks for in the place of a token: the mark of one of its codes, which stands elsewhere."""
    return f"(?={'|'.join(map(_code_mark, KINDS[slot['kind']]))})"


def _expand(pattern: str, token: Callable[[re.Match[str]], str], words: Callable[[str], str]) -> str:
    """A pattern with its slots filled: tokens and lists as told, macros by what they stand for."""

    def fill(slot: re.Match[str]) -> str:
        name = slot["name"]
        if slot["role"]:
            return token(slot)
        if name in _MACROS:
            return _SLOT.sub(fill, _MACROS[name])
        return words(name)

    return _SLOT.sub(fill, pattern)
