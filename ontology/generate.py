"""Write what is derived from gcm.ttl and the reference data; `--check` only tells whether it is stale.

`python -m ontology.generate` writes `ontology/terms.py`, `ontology/vocabulary.json`, the concept
schemes and the pages of docs/reference. The output depends on nothing but its sources: no clock, no order of a set.
"""

import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ontology.reference_page import reference_page
from ontology.scheme_file import scheme_file
from ontology.term_source import Term, read_terms
from ontology.vocabulary_page import vocabulary_page

ROOT = Path(__file__).resolve().parent.parent

_TERMS_HEAD = '''"""IRIs of the vocabulary, generated from gcm.ttl by `python -m ontology.generate`. Do not edit.

A class whose name differs from that of a property only in case ends in `_CLASS`.
"""

from typing import Final

from ontology.namespaces import ONTOLOGY

'''


def constant(local: str) -> str:
    """`championOf` -> `CHAMPION_OF`, `UNEntity` -> `UN_ENTITY`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", local).upper()


def constants(terms: Sequence[Term]) -> dict[str, str]:
    """Name of the constant for each local name, all different."""
    taken = {constant(term.local) for term in terms if term.kind != "class"}
    return {
        term.local: f"{name}_CLASS" if term.kind == "class" and name in taken else name
        for term in terms
        for name in (constant(term.local),)
    }


def terms_module(terms: Sequence[Term]) -> str:
    """Text of ontology/terms.py."""
    lines = (f'{name}: Final = f"{{ONTOLOGY}}{local}"' for local, name in constants(terms).items())
    return _TERMS_HEAD + "\n".join(lines) + "\n"


def vocabulary_data(terms: Sequence[Term]) -> str:
    """Text of ontology/vocabulary.json: classes of entities, relations and the labels of all terms."""
    data = {
        "classes": [
            {"local": term.local, "prefix": term.path_prefix, "extract_name": term.extract_name, "labels": term.labels,
             "definition": term.definition, "parents": [p for p in term.parents if ":" not in p]}
            for term in terms
            if term.kind == "class" and term.extract_name
        ],
        "relations": [
            {"local": term.local, "labels": term.labels, "inverse_labels": term.inverse_labels,
             "domain": term.domain_includes, "range": term.range_includes, "extract_name": term.extract_name,
             "negative_extract_name": term.negative_extract_name, "definition": term.definition,
             "parents": [p for p in term.parents if ":" not in p]}
            for term in terms
            if term.is_relation
        ],
        "labels": {term.local: term.labels for term in terms},
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


OUTPUTS: dict[str, Callable[[Sequence[Term]], str]] = {
    "ontology/terms.py": terms_module,
    "ontology/vocabulary.json": vocabulary_data,
    "docs/reference/vocabulary.md": vocabulary_page,
    "ontology/schemes/objectives.ttl": lambda _: scheme_file("Objective"),
    "ontology/schemes/principles.ttl": lambda _: scheme_file("GuidingPrinciple"),
    "docs/reference/reference-data.md": lambda _: reference_page(),
}


def stale(root: Path = ROOT) -> list[str]:
    """Paths whose content is not what their sources give."""
    terms = read_terms()
    return [path for path, render in OUTPUTS.items() if _content(root / path) != render(terms)]


def write(root: Path = ROOT) -> list[str]:
    """Bring every generated file up to date, in order: later ones read earlier ones. The paths that changed."""
    terms = read_terms()
    changed = []
    for path, render in OUTPUTS.items():
        content = render(terms)
        if _content(root / path) != content:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
            changed.append(path)
    return changed


def main(arguments: Sequence[str]) -> int:
    """Exit code: 1 when `--check` finds a stale file, else 0."""
    if "--check" not in arguments:
        sys.stdout.writelines(f"wrote {path}\n" for path in write())
        return 0
    found = stale()
    sys.stderr.writelines(f"{path} is stale: run python -m ontology.generate\n" for path in found)
    return 1 if found else 0


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
