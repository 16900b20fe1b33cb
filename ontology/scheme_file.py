"""The concept schemes as Turtle files: the same triples as in graph/reference, for whoever wants only them."""

import re
from collections.abc import Iterable

from ontology.namespaces import BASE, PREFIXES, shorten
from ontology.reference_graph import scheme_lines
from ontology.settings import DEFAULT_BASE_IRI

_LINE = re.compile(r"<(?P<subject>[^>]+)> <(?P<predicate>[^>]+)> (?P<object>.+) \.\n")
_IRI = re.compile(r"<([^>]+)>")
_NUMBERS = re.compile(r"\d+")
_HEAD = "# Generated from ontology/reference by python -m ontology.generate; do not edit.\n\n"


def scheme_file(cls: str) -> str:
    """Turtle of the scheme of a class ("Objective", "GuidingPrinciple"), with the default base."""
    resources: dict[str, dict[str, list[str]]] = {}
    for text in scheme_lines(cls):
        found = _LINE.fullmatch(text)
        assert found, text
        predicate = "a" if shorten(found["predicate"]) == "rdf:type" else shorten(found["predicate"])
        objects = resources.setdefault(found["subject"], {}).setdefault(predicate, [])
        objects.append(_IRI.sub(lambda m: _name(m[1]), found["object"]))
    blocks = [_block(_name(subject), resources[subject]) for subject in sorted(resources, key=_by_number)]
    body = "\n".join(blocks)
    return (_HEAD + _prefixes(body) + "\n" + body).replace(BASE, DEFAULT_BASE_IRI)


def _block(subject: str, resource: dict[str, list[str]]) -> str:
    said = (f"{predicate} {' , '.join(resource[predicate])}" for predicate in sorted(resource))
    return f"{subject} " + " ;\n    ".join(said) + " .\n"


def _name(iri: str) -> str:
    """Short where Turtle allows it: a slash in a local name does not."""
    short = shorten(iri)
    return f"<{iri}>" if short == iri else short


def _by_number(subject: str) -> tuple[str, int, str]:
    """`objective/9` before `objective/10`."""
    digits = _NUMBERS.search(subject.rpartition("/")[2])
    return subject.rpartition("/")[0], int(digits[0]) if digits else 0, subject


def _prefixes(body: str) -> str:
    used: Iterable[str] = (prefix for prefix in sorted(PREFIXES) if re.search(rf"(?<![\w/]){prefix}:\w", body))
    return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in used)
