"""The page docs/reference/vocabulary.md, from the terms."""

from collections.abc import Iterator, Sequence

from ontology.term_source import Term

_HEAD = """# Vocabulary

Generated from `ontology/gcm.ttl` by `python -m ontology.generate`; do not edit.
All terms stand in the namespace `https://w3id.org/gcm-kg/ontology#` (prefix `gcm:`) unless another base is set.
"""


def vocabulary_page(terms: Sequence[Term]) -> str:
    """Markdown with a table for classes, relations, properties and concepts."""
    parts = [_HEAD, *_classes(terms), *_relations(terms), *_properties(terms), *_concepts(terms)]
    return "\n".join(parts) + "\n"


def _classes(terms: Sequence[Term]) -> Iterator[str]:
    yield "\n## Classes\n"
    yield "| class | labels (en, fr, es) | path | kind of | definition | example |\n|---|---|---|---|---|---|"
    for term in terms:
        if term.kind == "class":
            path = f"`{term.path_prefix}`" if term.path_prefix else ""
            yield _row(_anchor(term), _labels(term.labels), path, _codes(term.parents), term.definition, term.example)


def _relations(terms: Sequence[Term]) -> Iterator[str]:
    yield "\n## Relations\n"
    yield "| relation | extracted as | labels (en, fr, es) | inverse | subject | object | definition | example |"
    yield "|---|---|---|---|---|---|---|---|"
    for term in terms:
        if term.is_relation:
            names = [term.extract_name, term.negative_extract_name]
            yield _row(
                _anchor(term), _codes([name for name in names if name]), _labels(term.labels),
                _labels(term.inverse_labels), ", ".join(term.domain_includes),
                ", ".join(term.range_includes) or "a value", term.definition, term.example,
            )  # fmt: skip


def _properties(terms: Sequence[Term]) -> Iterator[str]:
    yield "\n## Properties of records\n"
    yield "| property | labels (en, fr, es) | domain | range | definition | example |\n|---|---|---|---|---|---|"
    for term in terms:
        if term.kind == "property" and not term.is_relation:
            yield _row(
                _anchor(term), _labels(term.labels), _codes([term.domain]), _codes([term.range]),
                term.definition, term.example,
            )  # fmt: skip


def _concepts(terms: Sequence[Term]) -> Iterator[str]:
    yield "\n## Concepts"
    for scheme in terms:
        if scheme.kind != "scheme":
            continue
        yield f"\n### {scheme.labels['en'].capitalize()} (`gcm:{scheme.local}`)\n\n{scheme.definition}\n"
        yield "| concept | labels (en, fr, es) | definition | example |\n|---|---|---|---|"
        for term in terms:
            if term.scheme == scheme.local:
                yield _row(_anchor(term), _labels(term.labels), term.definition, term.example)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _anchor(term: Term) -> str:
    return f'<a id="{term.local}"></a>`gcm:{term.local}`'


def _labels(labels: dict[str, str]) -> str:
    return " · ".join(labels.get(language, "") for language in ("en", "fr", "es"))


def _codes(names: Sequence[str]) -> str:
    """Classes of ours get their prefix; names with one, and names of the extraction, stay."""
    full = (name if ":" in name or name[:1].islower() else f"gcm:{name}" for name in names)
    return ", ".join(f"`{name}`" for name in full)
