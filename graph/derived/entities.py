"""graph/entities: what is known of the entities that only documents brought.

Many documents may propose many names and classes for one thing; here it gets one class, one preferred
name and the others beside it. What graph/reference names is left alone.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from graph.iris import ENTITIES_GRAPH, entity_iri
from graph.records import Description
from graph.terms import ALT_LABEL, PREF_LABEL, PROVISIONAL, STATUS, TYPE, gcm
from ontology.vocabulary import entity_classes


def entity_quads(descriptions: Iterable[Description], status: NamedNode = PROVISIONAL) -> set[Quad]:
    """Quads of graph/entities for one entity, from all that documents propose; none when nothing is proposed.

    status: how well it is known by what people decided.
    """
    proposed = sorted(set(descriptions), key=lambda row: (row.document, row.cls, row.name, row.labels))
    if not proposed:
        return set()
    graph, subject = NamedNode(ENTITIES_GRAPH), NamedNode(entity_iri(proposed[0].entity))
    labels = {label for row in proposed for label in row.labels} | {(row.name, "") for row in proposed}
    preferred = _preferred_name(proposed, labels)
    quads = {
        Quad(subject, TYPE, gcm(_preferred_class(proposed)), graph),
        Quad(subject, PREF_LABEL, _literal(preferred), graph),
        Quad(subject, STATUS, status, graph),
    }
    quads.update(Quad(subject, ALT_LABEL, _literal(label), graph) for label in _others(labels, preferred))
    return quads


def by_entity(descriptions: Iterable[Description]) -> dict[str, list[Description]]:
    """Descriptions by the entity they describe."""
    groups: dict[str, list[Description]] = {}
    for description in descriptions:
        groups.setdefault(description.entity, []).append(description)
    return groups


def _preferred_class(proposed: list[Description]) -> str:
    """The class that most propose; among equals the most specific, then the first by name."""
    counts = Counter(row.cls for row in proposed)
    return min(counts, key=lambda cls: (-counts[cls], -_depth(cls), cls))


@cache
def _depth(cls: str) -> int:
    classes = entity_classes()
    if cls not in classes:
        return 0
    return 1 + max((_depth(parent) for parent in classes[cls].parents), default=0)


def _preferred_name(proposed: list[Description], labels: set[tuple[str, str]]) -> tuple[str, str]:
    """The name that most give, in the language in which somebody gives it as a label."""
    counts = Counter(row.name for row in proposed)
    name = min(counts, key=lambda name: (-counts[name], name))
    languages = sorted(language for text, language in labels if text == name and language)
    return name, ("en" if "en" in languages else languages[0] if languages else "")


def _others(labels: set[tuple[str, str]], preferred: tuple[str, str]) -> list[tuple[str, str]]:
    """Labels beside the preferred one; a text whose language is known is not repeated without it."""
    known = {text for text, language in labels if language} | {preferred[0]}
    return sorted((text, lang) for text, lang in labels if (text, lang) != preferred and (lang or text not in known))


def _literal(label: tuple[str, str]) -> Literal:
    text, language = label
    return Literal(text, language=language) if language else Literal(text)
