"""Write whole graphs to a server by the SPARQL 1.1 Graph Store HTTP Protocol."""

import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit, urlunsplit

from pyoxigraph import RdfFormat, Triple, serialize

from graph.errors import StoreError, StoreFull, StoreUnreachable

_SIBLINGS = ("store", "data", "rdf-graphs/service", "statements")
"""Where servers have it beside the query address: Oxigraph, Fuseki, RDF4J and GraphDB."""

_FULL, _ABSENT = 507, (404, 405)


def candidates(query_url: str) -> Sequence[str]:
    """Addresses at which the graphs of a server may be written: beside its query address, or the same."""
    scheme, host, path, _, _ = urlsplit(query_url)
    folder = path.rsplit("/", 1)[0]
    return [*(urlunsplit((scheme, host, f"{folder}/{name}", "", "")) for name in _SIBLINGS), query_url]


class GraphStore:
    """The graph store of a server; its address is found at the first write."""

    def __init__(self, query_url: str, seconds: float) -> None:
        self._candidates, self._seconds = list(candidates(query_url)), seconds

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        """Make these the only triples of the graph; without any, remove it (sections 5.3 and 5.4).

        Raises StoreUnreachable, StoreFull or StoreError.
        """
        body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
        method = "PUT" if body else "DELETE"
        for url in list(self._candidates):
            status = self._send(url, method, graph, body)
            if status < 300:
                self._candidates = [url]
                return
            if method == "DELETE" and status == 404 and len(self._candidates) == 1:
                return
            if status not in _ABSENT or len(self._candidates) == 1:
                break
        if status == _FULL:
            raise StoreFull(f"no space left at {url}")
        raise StoreError(f"{url} did not take the graph {graph}: HTTP status {status}")

    def _send(self, url: str, method: str, graph: str, body: bytes) -> int:
        request = urllib.request.Request(
            f"{url}?graph={quote(graph, safe='')}",
            data=body or None,
            method=method,
            headers={"Content-Type": "application/n-triples"},
        )
        try:
            with urllib.request.urlopen(request, timeout=self._seconds) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError as error:
            raise StoreUnreachable(f"{url} does not answer: {getattr(error, 'reason', error)}") from error
