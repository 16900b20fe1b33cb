"""From hits of the gazetteer to entities: what the document defines, what its context allows, never forced."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick
from rapidfuzz import fuzz

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.names.bodies import PREFIXES, class_of_name
from loaders.recognition.names.definitions import brackets, definitions, end_before, is_acronym
from loaders.recognition.names.editions import EDITIONS
from loaders.recognition.names.gazetteer import Gazetteer, Hit, ancestors, long_names, reference_classes, wholes
from loaders.recognition.names.names import Names
from loaders.recognition.names.spans import CODES, Row, Span
from loaders.rules.lexicons import alternatives, load
from ontology.reference import Label

_GOES_ON = re.compile(
    r"\s(?:(?:of|on|for|de|del|sobre|sur|des|du|para|pour) (?:the |la |los |les |las )?)?"
    r"(?!I{1,3}\b)[A-ZÁÉÍÓÚ][a-záéíóú]{2,}"
    r"|\s(?:des|de las|de los)\s(?!migra)[a-zà-ÿ]{4,}"  # "le Forum des diasporas"
)
_ARTICLES = frozenset(("the", "la", "el", "le", "los", "las", "les"))
_WENT_BEFORE = re.compile(r"(?:[a-zà-ÿ,]|[A-Z]{2}) (?!The\b|This\b)[A-ZÀ-Þ][a-zà-ÿ]{2,} $")
_LISTED = re.compile(r"\s*(?:[,;/|]|,?\s(?:and|y|e|et))\s*(?:(?:the|la|le|el|les|l['’])\s?)?", re.IGNORECASE)
_FORUM = re.compile(r"\bIMRF\b|\bF(?:EMI|IEM)\b|Review Forum|Foro de Examen|Forum d['’]examen")
_OFTEN = 2  # names of the forum, from which on its parts need not be told to be its
_WHOLE = 2  # an edition and its forum; a part of it has one more
_LONGEST_NOUN = 40  # of "secrétaire d'État adjoint", before a demonym
_ALIKE = 88  # token-set ratio above which a long form is the name of the known entity with the same acronym


def define_short_forms(blocks: Sequence[Block], hits: dict[int, list[Hit]], gazetteer: Gazetteer, names: Names) -> None:
    """Read the document's own definitions: "Long Form (SF)", "the United Nations Network on Migration (Network)"."""
    for block in blocks:
        known = {hit.to: hit for hit in hits[block.order]}
        for found in brackets(block.text):
            hit = known.get(end_before(block.text, found.start()))
            if hit:
                label = plain_label(hit.labels)
                if label and _is_short_for(found["short"], block.text[hit.at : hit.to], label.path, gazetteer):
                    names.define(found["short"], _shortened(found["short"], label.path, gazetteer))
                elif any(label.kind == "negative" for label in hit.labels):
                    names.define(found["short"], None)  # a body of another world has the acronym here
        plain = {to for to, hit in known.items() if plain_label(hit.labels)}
        for definition in definitions(block.text):
            if definition.short not in names.short and definition.to not in plain:
                _define_unknown(definition.long, definition.short, gazetteer, names)


def tells_itself(label: Label) -> bool:
    """Whether a name that counts only in this world needs no more there: "champion countries", not "the Network"."""
    several_words = " " in label.text.removeprefix("the ") and not ancestors(label.path)
    return label.needs == "context" and (several_words or label.path.startswith("state/"))


def _is_short_for(short: str, long: str, path: str, gazetteer: Gazetteer) -> bool:
    """Whether a bracket behind a name shortens it ("(Network)", "(RCM)") and names nothing else ("(ILO)")."""
    if any(label.path == path for hit in gazetteer.find(short) for label in hit.labels):
        return True
    if is_acronym(short):
        return any(found.short == short for found in definitions(f"{long} ({short})"))
    return set(short.casefold().split()) <= set(long.casefold().split())


def _shortened(short: str, path: str, gazetteer: Gazetteer) -> str:
    """What a bracket shortens: behind "Secretariat of the Network on Migration", "(the Network)" is the Network."""
    meant = {label.path for hit in gazetteer.find(short) if hit.to - hit.at == len(short) for label in hit.labels}
    whole = wholes().get(path)
    return whole if whole and whole in meant and path not in meant else path


def plain_label(found: Iterable[Label]) -> Label | None:
    """The label among those of one spelling that needs neither definition nor context, if there is just one entity."""
    fitting = [label for label in found if not label.needs and label.kind not in ("negative", "demonym")]
    return fitting[0] if len({label.path for label in fitting}) == 1 else None


def _define_unknown(long: str, short: str, gazetteer: Gazetteer, names: Names) -> None:
    for hit in gazetteer.find(short):
        for label in hit.labels:
            if label.kind != "negative" and hit.to - hit.at == len(short) and _means(long, label.path):
                names.define(short, label.path)
                names.define(long, label.path)
                names.alike |= {short, long}
                return
    cls = class_of_name(long)
    if cls is None:
        names.define(short, None)
        return
    path = names.bring(f"{PREFIXES[cls]}/{slug(long)}", cls, long, short)
    names.define(short, path)
    names.define(long, path)


def _means(long: str, path: str) -> bool:
    """Whether a long form is another spelling of a known name ("United Nations Food and Agriculture Organization")."""
    return any(fuzz.token_set_ratio(long.casefold(), text.casefold()) >= _ALIKE for text in long_names().get(path, ()))


def _is_state(span: Span | None) -> bool:
    return span is not None and span.code == "S"


class Linker:
    """Chooses the entity of each hit, given what the document defines and which entities it names plainly."""

    def __init__(
        self,
        names: Names,
        *,
        of_this_world: bool,
        plainly_named: Counter[str],
        edition: str,
        on_forum: bool | None = None,
    ) -> None:
        self.names, self.of_this_world, self.plainly_named, self.edition = names, of_this_world, plainly_named, edition
        self._on_forum = on_forum  # whether its title names the review forum, or another meeting; None: neither
        demonym_nouns = load("bodies")["for_the_state"]
        united_nations, kinds = load("bodies")["united_nations"], load("bodies")["kinds_of_bodies"]
        # "all UN entities": what they do the United Nations does not
        self._of_the_united_nations = re.compile(rf"{alternatives(united_nations)}\s{alternatives(kinds)}\b")
        self._for_the_state = re.compile(rf"\s+(?:[Pp]ro[ -][Tt][ée]mpore\s+)?(?:{'|'.join(demonym_nouns)})\b")
        behind = alternatives(load("bodies")["of_the_state"])
        self._of_the_state = re.compile(rf"\b(?i:{behind})(?:\s(?i:general|pro t[ée]mpore|adjointe?|adjunt[oa]))?\s$")

    def spans(self, text: str, hits: Sequence[Hit]) -> list[Span]:
        """Spans of the hits that can be linked."""
        linked = [(hit, self._link(text, hit)) for hit in hits]
        if not self.of_this_world:
            linked = [(hit, span or self._among_states(text, at, linked)) for at, (hit, span) in enumerate(linked)]
        return [span for _, span in linked if span]

    def _among_states(self, text: str, at: int, linked: Sequence[tuple[Hit, Span | None]]) -> Span | None:
        """A name that is a state's and others', as in "Georgia, Kenya and Nepal": beside a state it is the state's."""
        hit = linked[at][0]
        states = {label.path for label in hit.labels if label.needs == "context" and label.path.startswith("state/")}
        if len(states) != 1:
            return None
        before = at > 0 and _is_state(linked[at - 1][1]) and _LISTED.fullmatch(text, linked[at - 1][0].to, hit.at)
        after = at + 1 < len(linked) and _is_state(linked[at + 1][1])
        behind = after and _LISTED.fullmatch(text, hit.to, linked[at + 1][0].at)
        return self._span(hit, states.pop(), "context") if before or behind else None

    def _link(self, text: str, hit: Hit) -> Span | None:
        words = text[hit.at : hit.to]
        if words in self.names.short:
            path = self.names.short[words]
            return self._span(hit, path, self.names.method(words)) if path else None
        if any(label.kind == "negative" for label in hit.labels) or self._of_the_united_nations.match(text, hit.at):
            return None
        candidates = [label for label in hit.labels if self._allowed(label, text, hit)]
        if not candidates:
            return None
        if len({label.path for label in candidates}) > 1:
            # one spelling, several things: the one the document names otherwise or whose edition it is about, or none
            ranked = sorted(candidates, key=self._rank, reverse=True)
            if self._rank(ranked[0]) == self._rank(ranked[1]):
                return None
            candidates = ranked
        return self._span(hit, candidates[0].path, "context" if candidates[0].needs else candidates[0].kind)

    def _rank(self, label: Label) -> tuple[int, bool]:
        return (self.plainly_named[label.path], f"-{self.edition}" in label.path)

    def _allowed(self, label: Label, text: str, hit: Hit) -> bool:
        if label.kind == "demonym":
            before = max(0, hit.at - _LONGEST_NOUN)
            return bool(self._for_the_state.match(text, hit.to) or self._of_the_state.search(text, before, hit.at))
        if label.needs == "definition":
            return False
        if label.needs == "context" and _goes_on(text, hit):
            return False
        if label.needs == "context":
            # "the Steering Committee" needs its fund to be named, "the Network" the Network itself;
            # "champion countries" needs nothing
            family = (label.path, *ancestors(label.path))
            named = any(self.plainly_named[path] for path in family) or self._named_by_parts(family[-1])
            return self.of_this_world and (tells_itself(label) or named) and not self._is_elsewhere(family, text)
        # short titles of objectives and principles are everyday words: only full titles name them
        return reference_classes().get(label.path) not in ("Objective", "GuidingPrinciple") or _is_full_title(label)

    def _is_elsewhere(self, family: Sequence[str], text: str) -> bool:
        """Whether a part of the review forum is told in a paper on another meeting, or one that hardly names it."""
        if len(family) <= _WHOLE or family[-1] not in EDITIONS or self._on_forum or _FORUM.search(text):
            return False
        return self._on_forum is False or sum(self.plainly_named[path] for path in family) < _OFTEN

    def _named_by_parts(self, whole: str) -> bool:
        """Whether a group or office is named by the body that it is of: "the GFMD Troika and the Steering Group"."""
        return any(wholes().get(path) == whole for path, count in self.plainly_named.items() if count)

    def _span(self, hit: Hit, path: str, method: str) -> Span:
        cls = self.names.brought[path].cls if path in self.names.brought else reference_classes()[path]
        status = LinkStatus.PROVISIONAL if path in self.names.brought else LinkStatus.LINKED
        return Span(hit.at, hit.to, CODES[cls], path, method, status)


def _goes_on(text: str, hit: Hit) -> bool:
    """Whether one word is but a part of another name: "Network of Consular Officers", "Marine Research Forum"."""
    words = text[hit.at : hit.to].split()
    if len(words) - (words[0].casefold() in _ARTICLES) > 1:
        return False
    return bool(_GOES_ON.match(text, hit.to) or _WENT_BEFORE.search(text, max(0, hit.at - 40), hit.at))


def _is_full_title(label: Label) -> bool:
    return len(label.text) > 36 or "whole-of-" in label.text or bool(re.search(r"\d", label.text))


class OwnForms:
    """Finds the short and long forms that a document defines for itself."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._forms = [(form, path) for form, path in names.short.items() if path is not None]
        self._automaton = AhoCorasick([form for form, _ in self._forms], store_patterns=False)

    def spans(self, text: str, taken: Sequence[Span]) -> list[Span]:
        """Where they stand, except in names as long that are linked already."""
        row = Row(taken)
        found = []
        for index, at, to in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _within_word(text, at, to) or any(s.to - s.at >= to - at for s in row.touching(at, to)):
                continue
            span = self._span(*self._forms[index], at, to)
            if span:
                found.append(span)
        return found

    def _span(self, form: str, path: str, at: int, to: int) -> Span | None:
        own = self._names.brought.get(path)
        if own is None and not is_acronym(form) and " " not in form:
            return None
        cls = own.cls if own else reference_classes().get(path)
        if cls is None:
            return None
        status = LinkStatus.PROVISIONAL if own else LinkStatus.LINKED
        return Span(at, to, CODES[cls], path, self._names.method(form), status)


def _within_word(text: str, at: int, to: int) -> bool:
    before, after = text[at - 1 : at], text[to : to + 1]
    return before.isalnum() or after.isalnum() or before in ("_", "-") or after in ("_", "-")
