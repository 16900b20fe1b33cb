"""Reading from a view what facts, disagreements and entities are computed from."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import read_local
from graph.contract import View
from graph.derived.predicates import Topic
from graph.derived.statements import Statement, statements_in_rows
from graph.iris import document_graph, entity_iri, slug_of_document_graph
from graph.records import Description
from ontology.namespaces import DOCUMENT


def statements_about(view: View, topic: Topic, roundtables: Iterable[str] = ()) -> list[Statement]:
    """All statements of a topic; `roundtables` are the IRIs among which those of a series are looked for."""
    predicate = NamedNode(topic.predicate)
    abouts = [iri for iri in sorted(roundtables) if iri.startswith(topic.about)] if topic.is_series else [topic.about]
    found: dict[str, Statement] = {}
    for about in abouts:
        if topic.end == "subject":
            rows = view.rows("statements_by_subject", subject=NamedNode(about), predicate=predicate)
        else:
            rows = view.rows("statements_by_object", object=NamedNode(about), predicate=predicate)
        found.update((statement.iri, statement) for statement in statements_in_rows(rows))
    return list(found.values())


def roundtables(view: View) -> set[str]:
    """IRIs of all roundtables that the view knows of."""
    return {row["roundtable"].value for row in view.rows("roundtables") if row["roundtable"]}


def reference_entities(view: View) -> set[str]:
    """IRIs of the entities that the reference data names."""
    return {row["entity"].value for row in view.rows("reference_entities") if row["entity"]}


def descriptions_of(view: View, entity: str) -> list[Description]:
    """What documents propose to know of an entity, named by path."""
    found: dict[str, Description] = {}
    labels: dict[str, set[tuple[str, str]]] = {}
    for row in view.rows("descriptions_of_entity", entity=NamedNode(entity_iri(entity))):
        node, cls, name, document = row["description"], row["class"], row["name"], row["document"]
        if node is None or cls is None or name is None or document is None:
            continue
        slug = document.value.removeprefix(DOCUMENT)
        found[node.value] = Description(slug, entity, read_local(cls), name.value)
        if isinstance(label := row["label"], Literal):
            labels.setdefault(node.value, set()).add((label.value, label.language or ""))
    return [
        Description(row.document, row.entity, row.cls, row.name, tuple(sorted(labels.get(node, ()))))
        for node, row in found.items()
    ]


def document_slugs(view: View) -> Iterator[str]:
    """Slugs of the documents in the graph, sorted."""
    return (slug for graph in view.graphs() if (slug := slug_of_document_graph(graph)))


def document_quads_in(view: View, slug: str) -> list[Quad]:
    """The quads of a document's graph; none when it is not there."""
    return list(view.graph(document_graph(slug)))
