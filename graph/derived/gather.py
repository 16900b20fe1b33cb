"""Reading from a view what facts, disagreements and entities are computed from."""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.columns import read_local
from graph.contract import View
from graph.decisions import Decision
from graph.derived.judged import Aside, Judged
from graph.derived.predicates import Topic, topic_of
from graph.derived.statements import Statement, statements_in_rows
from graph.iris import DECISIONS_GRAPH, document_graph, entity_iri, slug_of_document_graph
from graph.quads_decisions import read_decisions
from graph.records import Description
from ontology.namespaces import DOCUMENT


def decisions_in(view: View) -> list[Decision]:
    """All decisions, those taken back too, in the order in which they were taken."""
    return read_decisions(view.graph(DECISIONS_GRAPH))


def judged_in(view: View) -> Judged:
    """What the decisions that are in a view say."""
    return Judged(tuple(decisions_in(view)))


def aside_in(view: View, gone: Collection[str] = ()) -> Aside:
    """Claims that are set aside, except those of documents (IRIs) that are gone."""
    return {
        row["claim"].value: row["decision"].value
        for row in view.rows("claims_set_aside")
        if row["claim"] and row["decision"] and not (row["document"] and row["document"].value in gone)
    }


def topics_naming(view: View, entity: str, *views: Judged) -> set[Topic]:
    """The topics that statements naming an entity (IRI) belong to, as each of several judgements sees them."""
    found: set[Topic] = set()
    for row in view.rows("statements_naming", entity=NamedNode(entity)):
        subject, predicate, object = row["subject"], row["predicate"], row["object"]
        if subject and predicate and isinstance(object, NamedNode | Literal):
            statement = Statement("", subject.value, predicate.value, object)
            found.update(topic_of(moved) for judged in views for moved in judged.applied([statement]))
    return found


def statements_about(
    view: View, topic: Topic, roundtables: Iterable[str] = (), judged: Judged | None = None
) -> list[Statement]:
    """All statements of a topic as documents make them; `roundtables` are those among which a series is looked for."""
    judged = judged or Judged()
    predicate = NamedNode(topic.predicate)
    abouts = [iri for iri in sorted(roundtables) if iri.startswith(topic.about)] if topic.is_series else [topic.about]
    found: dict[str, Statement] = {}
    for end in (member for about in abouts for member in judged.standing_for(about)):
        if topic.end == "subject":
            rows = view.rows("statements_by_subject", subject=NamedNode(end), predicate=predicate)
        else:
            rows = view.rows("statements_by_object", object=NamedNode(end), predicate=predicate)
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
