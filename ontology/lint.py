"""What every term of the vocabulary must have, as findings in plain lines."""

from collections.abc import Iterable, Iterator, Sequence

from ontology.generate import constants
from ontology.term_source import Term, read_graph, read_terms

LANGUAGES = ("en", "fr", "es")


def vocabulary_findings(terms: Sequence[Term] | None = None) -> list[str]:
    """One line for each thing that is wrong with a term; none when all is well."""
    found = read_terms() if terms is None else terms
    known = {term.local for term in found}
    lines = [line for term in found for line in (*_described(term), *_connected(term, known))]
    return lines + _prefixes(found) + _constants(found) + _isolated(found)


def unnamed_terms() -> list[str]:
    """Terms that do not say which vocabulary defines them."""
    graph = read_graph()
    is_defined = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy"
    defined = {str(s).partition("#")[2] for s, p, _ in graph if str(p) == is_defined}
    return [f"gcm:{term.local} has no rdfs:isDefinedBy" for term in read_terms(graph) if term.local not in defined]


def _described(term: Term) -> Iterator[str]:
    for language in LANGUAGES:
        if not term.labels.get(language):
            yield f"gcm:{term.local} has no label in {language}"
        if term.is_relation and not term.inverse_labels.get(language):
            yield f"gcm:{term.local} has no inverse label in {language}"
    if not term.definition.endswith("."):
        yield f"gcm:{term.local} has no definition that ends in a full stop"
    if not term.example:
        yield f"gcm:{term.local} has no example"
    if term.is_relation and not term.extract_name:
        yield f"gcm:{term.local} has no name in the extraction"


def _connected(term: Term, known: set[str]) -> Iterator[str]:
    if term.kind == "property" and not (term.domain and term.range):
        yield f"gcm:{term.local} has no domain or no range"
    ours = [term.domain, term.range, term.scheme, *term.parents, *term.domain_includes, *term.range_includes]
    for name in ours:
        if name and ":" not in name and name not in known:
            yield f"gcm:{term.local} speaks of gcm:{name}, which does not exist"


def _prefixes(terms: Iterable[Term]) -> list[str]:
    prefixes = [term.path_prefix for term in terms if term.path_prefix]
    return [f"the path prefix {p} is used twice" for p in sorted(set(prefixes)) if prefixes.count(p) > 1]


def _constants(terms: Sequence[Term]) -> list[str]:
    names = list(constants(terms).values())
    return [f"two terms give the constant {name}" for name in sorted(set(names)) if names.count(name) > 1]


def _isolated(terms: Sequence[Term]) -> list[str]:
    """Classes that nothing is connected to, concepts without a scheme, schemes without concepts."""
    used = {name for term in terms for name in (term.domain, term.range, term.scheme, *term.parents)}
    used |= {name for term in terms for name in (*term.domain_includes, *term.range_includes)}
    alone = [t for t in terms if t.kind in ("class", "scheme") and t.local not in used and not t.parents]
    loose = [t for t in terms if t.kind == "concept" and not t.scheme]
    return [f"gcm:{term.local} stands alone" for term in (*alone, *loose)]
