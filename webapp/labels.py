"""Names of things in the reader's language, with a fallback; read once per state of the graph."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from graph.contract import Term, View
from ontology.namespaces import ID, PREFIXES, shorten
from webapp.languages import fallback

_NAMING = (f"{PREFIXES['skos']}prefLabel", f"{PREFIXES['rdfs']}label", f"{PREFIXES['dcterms']}title")

_OTHER = NamedNode(f"{PREFIXES['skos']}altLabel")
_NUMBERED = (f"{ID}objective/", f"{ID}principle/")
"""Things whose name is a number: a reader wants to know what it is about."""

_RECORD = re.compile(r"/id/([a-z]+)/([0-9a-f]{8})[0-9a-f]{24}$")
"""Records have no name but their digest: its beginning is enough to tell two apart on a page."""

Names = dict[str, tuple[Literal, ...]]


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the language it is in (empty where it has none)."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(slots=True)
class LabelMemory:
    """Names already read, for the newest state of the graph only."""

    _kept: tuple[str, Names] = ("", {})

    def of(self, generation: str) -> Names:
        """The names of that state; a new state starts empty. Threads may ask at the same time."""
        kept = self._kept
        if kept[0] != generation:
            kept = self._kept = (generation, {})
        return kept[1]


def pick(names: tuple[Literal, ...], language: str) -> Label | None:
    """The name in the first language of the fallback order, else the first in alphabetical order."""
    by_language: dict[str, str] = {}
    for name in sorted(names, key=str):
        by_language.setdefault((name.language or "").split("-")[0], name.value)
    for wanted in fallback(language):
        if wanted in by_language:
            return Label(by_language[wanted], wanted)
    first = next(iter(by_language.items()), None)
    return Label(first[1], first[0]) if first else None


class Labels:
    """Labels of terms for one reader."""

    def __init__(self, view: View, language: str, names: Names) -> None:
        """names: what was read before, shared by the requests on one state of the graph."""
        self._view = view
        self._names = names
        self.language = language

    def names(self, iri: str) -> tuple[Literal, ...]:
        """All names of a thing: preferred labels, else labels, else titles."""
        known = self._names.get(iri)
        if known is None:
            known = self._names[iri] = self._read(iri)
        return known

    def _read(self, iri: str) -> tuple[Literal, ...]:
        try:
            node = NamedNode(iri)
        except ValueError:
            return ()
        for naming in _NAMING:
            found = {one.object for one in self._view.quads(node, NamedNode(naming))}
            names = [term for term in found if isinstance(term, Literal)]
            if names:
                titled = self._titled(node, names) if iri.startswith(_NUMBERED) else names
                return tuple(sorted(titled, key=str))
        return ()

    def _titled(self, node: NamedNode, names: list[Literal]) -> list[Literal]:
        """`Objective 2` -> `Objective 2: Minimize adverse drivers`, with the shortest other name of that language."""
        others = [one.object for one in self._view.quads(node, _OTHER) if isinstance(one.object, Literal)]
        titled = []
        for name in names:
            titles = sorted(
                (one.value for one in others if one.language == name.language), key=lambda text: (len(text), text)
            )
            titled.append(
                Literal(f"{name.value}: {titles[0]}", language=name.language) if titles and name.language else name
            )
        return titled

    def of(self, term: Term | str | None) -> Label:
        """Name of a thing, or the text of a literal. Something without a name is called by the end of its IRI."""
        if term is None:
            return Label("")
        if isinstance(term, Literal):
            return Label(term.value, term.language or "")
        iri = term if isinstance(term, str) else term.value
        if "://" not in iri:
            return Label(iri)
        return pick(self.names(iri), self.language) or Label(plain_name(iri))

    def text(self, term: Term | str | None) -> str:
        """The label as plain text."""
        return self.of(term).text


def plain_name(iri: str) -> str:
    """A readable last resort: `.../working-group/bilateral-agreements` -> `bilateral agreements`."""
    record = _RECORD.search(iri)
    if record:
        return f"{record[1]} {record[2]}"
    short = shorten(iri)
    end = short.replace("#", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    return unquote(end).replace("-", " ").replace("_", " ") or iri
