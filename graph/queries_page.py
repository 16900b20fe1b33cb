"""The reference page of named queries, written from their headers: `python -m graph.queries_page`."""

import re
import sys
from pathlib import Path

from graph.querying.query import QUERIES, NamedQuery, named_queries

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "queries.md"
_HEADER = re.compile(r"^#\s*(about|parameters|columns)\s*:\s*(.*?)\s*$", re.MULTILINE | re.IGNORECASE)
_INTRO = """<!-- Written by python -m graph.queries_page. Do not edit. -->

# Named queries

Each question that pages and programs ask is one file in `graph/queries`, in portable SPARQL 1.1: run it as it stands
in the editor or with `gcm query`, or from Python with its parameters bound to RDF terms (never with text put into it):

```python
with open_store(settings).view() as view:
    rows = view.rows("country_roles", state=NamedNode("https://w3id.org/gcm-kg/id/state/mexico"))
```

A parameter in brackets may be left open. Each query sees the union of all graphs.
"""
_SECTIONS = {
    "": "Questions",
    "page": "What the pages ask",
    "review": "What review asks",
    "search": "What the search index is made of",
    "network": "What networks are made of",
    "statements": "What facts and disagreements are computed from",
    "store": "What a store asks of a server",
}


def queries_page() -> str:
    """The page: every named query by section with title, meaning, parameters and columns."""
    sections: dict[str, list[NamedQuery]] = {key: [] for key in _SECTIONS}
    for query in named_queries().values():
        first = query.name.partition("_")[0]
        sections[first if first in sections else ""].append(query)
    parts = [_INTRO]
    for key, queries in sections.items():
        if queries:
            parts += [f"\n## {_SECTIONS[key]}\n", *map(_entry, queries)]
    return "".join(parts)


def _entry(query: NamedQuery) -> str:
    text = (QUERIES / f"{query.name}.rq").read_text(encoding="utf-8")
    header = {key.lower(): value for key, value in _HEADER.findall(text)}
    lines = [f"\n### `{query.name}`\n", f"\n{query.title.rstrip('.')}. {header.get('about', '')}".rstrip() + "\n"]
    for key in ("parameters", "columns"):
        if names := header.get(key, "").split():
            lines.append(f"\n{key.capitalize()}: {', '.join(f'`{name}`' for name in names)}.\n")
    return "".join(lines)


def main() -> int:
    """Write the page; 1 with `--check` when it is stale."""
    page = queries_page()
    if "--check" in sys.argv:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
