"""The import law, and what a process must be able to start without."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import networkx as nx
import pytest

from tests.architecture.project import PACKAGES, ROOT, source_files, tree

HEAVY = {"rdflib", "pyoxigraph", "numpy", "networkx", "flask", "pyshacl", "pyvis", "tqdm", "yaml"}
READERS = {"ahocorasick_rs", "charset_normalizer"}


def _modules_after(statement: str) -> set[str]:
    """Names of the top-level modules a fresh process has loaded after the statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    return set(
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split()
    )


def test_the_import_law_holds() -> None:
    """webapp and loaders know graph, graph knows ontology, and libraries stay inside their fences."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def _imported(module: ast.Module) -> Iterator[str]:
    """Names a module imports anywhere; `from a import b` may mean the module `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_imports_go_in_circles() -> None:
    """Two modules that need each other would need a third, lower one."""
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in source_files()}
    imports = nx.DiGraph(
        (name, used) for name, path in names.items() for used in _imported(tree(path)) if used in names
    )
    assert [sorted(circle) for circle in nx.strongly_connected_components(imports) if len(circle) > 1] == []


@pytest.mark.parametrize("name", PACKAGES)
def test_each_package_is_ours(name: str) -> None:
    """`import graph` finds our package, not the folder of its tests nor somebody else's."""
    code = f"import {name}; print({name}.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    assert found == str(ROOT / name / "__init__.py")


def test_the_command_starts_without_heavy_packages() -> None:
    """Asking for help loads no engine, no web framework and no numerics."""
    assert not HEAVY & _modules_after("import gcm; gcm.parser().format_help()")


def test_the_web_application_starts_without_what_reads_documents() -> None:
    """A web process needs no parser installed."""
    loaded = _modules_after("import webapp.app")
    assert not READERS & loaded
    assert "loaders" not in loaded


def test_reading_documents_needs_no_web_framework() -> None:
    """Loading in a batch needs neither flask nor pyvis installed."""
    assert not {"flask", "waitress", "pyvis", "webapp"} & _modules_after("import loaders.run")
