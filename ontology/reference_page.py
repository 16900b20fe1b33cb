"""The page docs/reference/reference-data.md: how much there is of what, and where it comes from."""

from collections import Counter
from collections.abc import Iterator

from ontology import reference
from ontology.reference import Statement
from ontology.reference_graph import citation
from ontology.vocabulary import entity_classes, label

_HEAD = """# Reference data

Generated from `ontology/reference` by `python -m ontology.generate`; do not edit.
How the files are kept, and what is left out: [README of the data](../../ontology/reference/README.md).
"""


def reference_page() -> str:
    """Markdown: counts, entities by class, what is contested, statements by property, sources."""
    parts = [_HEAD, *_counts(), *_entities(), *_states(), *_contested(), *_statements(), *_sources()]
    return "\n".join(parts) + "\n"


def _counts() -> Iterator[str]:
    kinds = Counter(label.kind for label in reference.labels())
    yield "\n## How much there is\n\n| what | rows |\n|---|---|"
    for cls, count in sorted(Counter(entity.cls for entity in reference.entities()).items()):
        yield f"| {cls} | {count} |"
    for kind, count in sorted(kinds.items()):
        yield f"| labels: {kind} | {count} |"
    yield f"| statements | {len(reference.statements())} |"
    yield f"| sources | {len(reference.sources())} |"


def _entities() -> Iterator[str]:
    yield "\n## Entities"
    for cls in sorted(entity_classes()):
        found = [entity for entity in reference.entities() if entity.cls == cls]
        if not found or cls == "State":
            continue
        yield f"\n### {cls}\n\n| path | name | Spanish | French | codes | sources |\n|---|---|---|---|---|---|"
        for entity in found:
            codes = ", ".join(f"{key} {value}" for key, value in sorted(entity.codes.items()))
            named = (entity.name, entity.names.get("es", ""), entity.names.get("fr", ""))
            yield _row(f"`{entity.path}`", *named, codes, _links(entity.source))


def _states() -> Iterator[str]:
    yield "\n## States\n\n| path | English | French | Spanish | Arabic | Russian | Chinese | codes | region | status |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for entity in reference.entities():
        if entity.cls == "State":
            codes = " ".join(entity.codes[code] for code in reference.STATE_CODES if code in entity.codes)
            names = (entity.names[language] for language in reference.LANGUAGES)
            place = entity.attributes.get("subregion", "")
            yield _row(f"`{entity.path}`", *names, codes, place, entity.attributes["un_status"])


def _contested() -> Iterator[str]:
    yield "\n## Where sources disagree\n\n| statement | period | note | sources |\n|---|---|---|---|"
    for statement in reference.statements():
        if statement.contested:
            yield _row(_said(statement), statement.period, statement.note, _links(statement.source))


def _statements() -> Iterator[str]:
    yield "\n## Statements of authorities"
    found = reference.statements()
    for predicate in sorted({statement.predicate for statement in found}):
        yield f"\n### `gcm:{predicate}` ({label(predicate)})\n"
        yield "| subject | object | period | role or unit | note | sources |\n|---|---|---|---|---|---|"
        for s in found:
            if s.predicate == predicate:
                yield _row(_name(s.subject), _name(s.object), s.period, s.role, s.note, _links(s.source))


def _sources() -> Iterator[str]:
    yield "\n## Sources\n\n| id | source |\n|---|---|"
    for source in reference.sources():
        yield _row(f'<a id="{source.id}"></a>`{source.id}`', citation(source))


def _said(statement: Statement) -> str:
    return f"{_name(statement.subject)}, {label(statement.predicate)}, {_name(statement.object)}"


def _name(path: str) -> str:
    """The name behind a path; a value is its own name."""
    entity = reference.by_path().get(path)
    return entity.name if entity else path


def _links(ids: str) -> str:
    return ", ".join(f"[{source}](#{source})" for source in ids.split())


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
