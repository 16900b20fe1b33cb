"""Known names in a text: one automaton over all labels, leftmost and longest.

A label with a capital matches only in its own case ("WHO", not "who"); of several words, with its accents or without
("Communauté économique des Etats"), and in the name of a state with hyphens or without ("Côte-d'Ivoire"); a negative
label ("New Mexico") hides what stands inside it; a label that needs a definition ("RCM") or the context of this
world ("the Network") counts only where the document gives it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product, zip_longest

import ahocorasick_rs

from loaders.recognition.names.name_forms import worded_anew
from loaders.rules.lexicons import lower_in_place
from ontology.reference import Label, entities, labels, statements

_FOLD = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "‐": "-", "\u00a0": " ", "\n": " "})
# Names of several words are found without their accents too: French writes capitals without ("Etats"), others forget.
_PLAIN = str.maketrans("áàâäéèêëíìîïóòôöúùûüçÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇ", "aaaaeeeeiiiioooouuuucAAAAEEEEIIIIOOOOUUUUC")
_STATES = "state/"
_JOINTS = re.compile(r"[ -]")
_MOST_PARTS = 4  # of a name that may be joined: "São Tomé-et-Príncipe"; official names are not
_ARTICLE = re.compile(r"^(?:[Tt]he|[Ll]a|[Ll]e|[Ee]l|[Ll]os|[Ll]as|[Ll]es) (?=[A-ZÁÉ])|^[Ll]'(?=[A-ZÁÉ])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found at [at, to); the labels that share its spelling."""

    at: int
    to: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The automaton and what each of its patterns stands for: labels, each as it is spelled."""

    automaton: ahocorasick_rs.AhoCorasick
    meanings: tuple[tuple[tuple[Label, str], ...], ...]

    def find(self, text: str) -> list[Hit]:
        """Hits in text order, none overlapping; negative ones are left in, so that the caller sees what they hide."""
        folded = text.translate(_FOLD)
        lowered = lower_in_place(folded).translate(_PLAIN)
        hits: list[Hit] = []
        for index, at, to in self.automaton.find_matches_as_indexes(lowered, overlapping=True):
            if not _whole(folded, at, to):
                continue
            found = folded[at:to]
            fitting = tuple(label for label, spelled in self.meanings[index] if _case_fits(label, spelled, found))
            if fitting:
                hits.append(Hit(at, to, fitting))
        return _leftmost_longest(hits)


def _whole(text: str, at: int, to: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[to] if to < len(text) else " "
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return False
    # "Guinea-Bissau" is not Guinea; "Mexico-based" still is Mexico, so only a capital ends the match
    if after == "-" and to + 1 < len(text) and text[to + 1].isupper() and text[at].isupper():
        return False
    return not (before == "-" and at > 1 and text[at - 2].isalpha() and text[at].isupper())


def _case_fits(label: Label, spelled: str, found: str) -> bool:
    if " " in spelled:
        spelled, found = spelled.translate(_PLAIN), found.translate(_PLAIN)
    elif lower_in_place(spelled) != lower_in_place(found):
        return False
    if label.path.startswith(_STATES) and " " in spelled and found[0].isupper() and " " in found:
        return lower_in_place(spelled) == lower_in_place(found)  # "République Centrafricaine"
    return not label.case_sensitive or found == spelled or (len(spelled) > 3 and found == spelled.upper())


def _spelled(label: Label) -> str:
    """The label as it is looked for. The article of a contextual name is no part of it: "the Network" must not hide
    "Network Secretariat" ("El Salvador" keeps its own).
    """
    text = label.text.translate(_FOLD)
    return _ARTICLE.sub("", text) if label.needs else text


def _spellings(label: Label) -> Iterator[str]:
    """How the label may be written: in the name of a state with a hyphen between words or without."""
    spelled = _spelled(label)
    parts = _JOINTS.split(spelled)
    if not label.path.startswith(_STATES) or not 1 < len(parts) <= _MOST_PARTS:
        yield spelled
        return
    for joints in product(" -", repeat=len(parts) - 1):
        yield "".join(chain(*zip_longest(parts, joints, fillvalue="")))


def _leftmost_longest(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=lambda h: (h.at, -h.to)):
        if hit.at >= end:
            kept.append(hit)
            end = hit.to
    return kept


def build(known: Iterable[Label]) -> Gazetteer:
    """A gazetteer over these labels."""
    by_spelling: dict[str, list[tuple[Label, str]]] = defaultdict(list)
    for label in known:
        for spelled in _spellings(label):
            by_spelling[lower_in_place(re.sub(r"\s+", " ", spelled)).translate(_PLAIN)].append((label, spelled))
    patterns = sorted(by_spelling)
    automaton = ahocorasick_rs.AhoCorasick(patterns, store_patterns=False)
    return Gazetteer(automaton, tuple(tuple(by_spelling[p]) for p in patterns))


@lru_cache(maxsize=1)
def reference_gazetteer() -> Gazetteer:
    """The gazetteer of the reference data, built once a process."""
    known = labels()
    return build([*known, *worded_anew(known, reference_classes())])


@lru_cache(maxsize=1)
def reference_classes() -> Mapping[str, str]:
    """Class name of each entity of the reference data, by path."""
    return {entity.path: entity.cls for entity in entities()}


@lru_cache(maxsize=1)
def reference_names() -> Mapping[str, str]:
    """Preferred English name of each entity of the reference data, by path."""
    return {entity.path: entity.name for entity in entities()}


@lru_cache(maxsize=1)
def long_names() -> Mapping[str, tuple[str, ...]]:
    """The labels of more than one word of each entity, by path."""
    found: dict[str, list[str]] = defaultdict(list)
    for label in labels():
        if " " in label.text and label.kind != "negative":
            found[label.path].append(label.text)
    return {path: tuple(texts) for path, texts in found.items()}


@lru_cache(maxsize=1)
def wholes() -> Mapping[str, str]:
    """What each known body, group or platform is part of, by path."""
    classes, others = reference_classes(), ("Event", "Roundtable", "Place")
    return {part: whole for part, whole in _parts().items() if classes.get(part) not in others}


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, str]:
    classes = reference_classes()
    return {s.subject: s.object for s in statements() if s.predicate == "partOf" and s.object in classes}


def hearing_of(event: str) -> str | None:
    """The meeting that a known meeting belongs to; None for any other."""
    whole = _parts().get(event)
    return whole if whole and reference_classes().get(whole) == "Event" else None


def city_of(place: str) -> str:
    """The city that a venue is in ("Palais des Nations"); any other place itself."""
    return next((whole for whole in ancestors(place) if whole.startswith("place/")), place)


def ancestors(path: str) -> tuple[str, ...]:
    """All that a known entity is part of, nearest first."""
    found: list[str] = []
    while (path := _parts().get(path, "")) and path not in found:
        found.append(path)
    return tuple(found)
