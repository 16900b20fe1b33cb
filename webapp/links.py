"""From IRI to the address of its page on this host, whatever host the IRI names."""

from urllib.parse import quote, urlencode

from graph.contract import Term
from ontology.namespaces import BASE, DOCUMENT, GRAPH, ID, ONTOLOGY

_LOCAL = ((ID, "/page/"), (DOCUMENT, "/document/"), (GRAPH, "/graph/"), (ONTOLOGY, "/ontology#"))


def local_path(iri: str) -> str | None:
    """Path of the page that shows an IRI of ours, percent-encoded; None for one of others."""
    for namespace, path in _LOCAL:
        if iri.startswith(namespace) and iri != namespace:
            return f"{path}{quote(iri[len(namespace) :], safe='/-._~')}"
    return "/" if iri == BASE else None


def href(target: Term | str, language: str = "", **parameters: str) -> str:
    """Address for a link: the local page of an IRI of ours (kept in the reader's language), else the IRI itself."""
    iri = target if isinstance(target, str) else target.value
    path = local_path(iri) if "://" in iri else iri
    if path is None:
        return iri if iri.startswith(("http://", "https://")) else "#"
    return with_parameters(path, {"lang": language} | parameters)


def with_parameters(path: str, parameters: dict[str, str]) -> str:
    """A path with the parameters that have a value, before its fragment."""
    kept = {name: value for name, value in parameters.items() if value}
    if not kept:
        return path
    address, mark, fragment = path.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode(kept)}{mark}{fragment}"


def record_id(iri: str) -> str:
    """The last part of an IRI: the content-addressed name of a record, the slug of a document."""
    return iri.rsplit("/", 1)[-1]
