"""A real server, asked by the clients people use."""

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from graph.stores.store_memory import MemoryStore
from ontology.settings import Settings
from tests.webapp.serving import Served
from webapp.app import create_app
from webapp.serve import WebServer

pytestmark = [
    pytest.mark.server,
    # rdflib 7.6 warns of what its own parsers and SPARQLWrapper still use.
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
]

ROOT = Path(__file__).parents[2]
GCM = "https://w3id.org/gcm-kg/ontology#"
SELECT = f"SELECT ?s WHERE {{ ?s a <{GCM}Document> }}"
CONSTRUCT = f"CONSTRUCT {{ ?s a <{GCM}Document> }} WHERE {{ ?s a <{GCM}Document> }}"


def wrapper(served: Served, query: str, returned: str, method: str = "GET", direct: bool = False) -> SPARQLWrapper:
    asked = SPARQLWrapper(f"{served.base}/sparql")
    asked.setQuery(query)
    asked.setReturnFormat(returned)
    asked.setMethod(method)
    if direct:
        asked.setRequestMethod(POSTDIRECTLY)
    return asked


@pytest.mark.parametrize(("method", "direct"), [("GET", False), (POST, False), (POST, True)])
@pytest.mark.parametrize("returned", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_gets_rows_in_every_format(served: Served, returned: str, method: str, direct: bool) -> None:
    """With the parameters it always adds, by each method."""
    answer = wrapper(served, SELECT, returned, method, direct).query()
    body = answer.response.read()
    answer.response.close()
    assert body.count(b"/document/") == 6


@pytest.mark.parametrize("returned", [TURTLE, XML, RDFXML, N3, JSONLD])
def test_sparqlwrapper_gets_graphs_in_every_format(served: Served, returned: str) -> None:
    """It turns RDF/XML and JSON-LD into rdflib graphs by itself; the others parse."""
    answer = wrapper(served, CONSTRUCT, returned).query().convert()
    graph = answer if isinstance(answer, Graph) else Graph().parse(data=answer, format="turtle")
    assert len(graph) == 6


def test_rdflib_reads_the_endpoint_as_a_store(served: Served) -> None:
    """SPARQLStore: queries and patterns."""
    store = SPARQLStore(f"{served.base}/sparql", returnFormat="json")
    graph = Graph(store)
    assert len(list(graph.query(SELECT))) == 6
    found = list(graph.subjects(URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), URIRef(f"{GCM}Document")))
    assert len(found) == 6


@pytest.mark.parametrize(("suffix", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_rdflib_parses_what_a_thing_leads_to(served: Served, suffix: str, name: str) -> None:
    """From the address of the thing over the 303 to the same graph in every format."""
    graph = Graph().parse(f"{served.base}/data/state/mexico.{suffix}", format=name)
    whole = Graph().parse(f"{served.base}/id/state/mexico", format="turtle")
    assert len(graph) == len(whole) > 20


def test_plain_http_meets_the_redirect_and_its_links(served: Served) -> None:
    """urllib follows 303 to the format it asked for."""
    request = Request(f"{served.base}/id/state/mexico", headers={"Accept": "application/n-triples"})
    with urlopen(request) as response:
        assert response.url == f"{served.base}/data/state/mexico.nt"
        assert response.headers.get_content_type() == "application/n-triples"


def test_an_error_over_http_is_a_problem_document(served: Served) -> None:
    """Line and column reach the client."""
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{served.base}/sparql?query=SELECT")
    with refused.value as error:
        assert error.code == 400
        assert error.headers.get_content_type() == "application/problem+json"
        assert json.load(error)["line"] == 1


def test_a_server_names_no_product_to_strangers(served: Served) -> None:
    """No version of the server in its answers."""
    with urlopen(f"{served.base}/health") as response:
        assert "waitress" not in response.headers.get("Server", "")


_PROGRAM = """
import sys
from graph.stores.store_memory import MemoryStore
from ontology.settings import Settings
from webapp.app import create_app
from webapp.serve import serve
settings = Settings(store_url="memory:", port=0, query_workers=1)
store = MemoryStore(settings)
serve(create_app(settings, store), settings, announce=lambda url: print(url, flush=True))
store.close()
print("ended", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_quietly(number: signal.Signals) -> None:
    """Ready when it says its address; exit code 0 and nothing on stderr after the signal."""
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with urlopen(f"{address}health") as response:
            assert response.status == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out.strip(), err) == (0, "ended", "")


def test_what_is_under_way_is_answered_before_the_end(settings: Settings, store: MemoryStore) -> None:
    """A stop does not cut off who is being served."""
    app = create_app(settings, store)
    entered, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        entered.set()
        go_on.wait(30)
        return "whole answer"

    app.add_url_rule("/slow", view_func=slow)
    server = WebServer(app, settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    answers: list[bytes] = []
    asking = threading.Thread(target=lambda: answers.append(_read(f"{server.address}slow")))
    asking.start()
    assert entered.wait(30)
    server.stop()
    go_on.set()
    asking.join(30)
    thread.join(30)
    assert answers == [b"whole answer"]


def test_a_port_that_is_taken_is_an_error(settings: Settings, store: MemoryStore, served: Served) -> None:
    """Said at once, before anything is announced."""
    app = create_app(settings, store)
    with pytest.raises(OSError, match="in use"):
        WebServer(app, replace(settings, port=int(served.base.rsplit(":", 1)[1])))


def _read(url: str) -> bytes:
    with urlopen(url) as response:
        body: bytes = response.read()
    return body
