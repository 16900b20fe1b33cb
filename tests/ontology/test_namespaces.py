"""Prefixes and the base."""

import subprocess
import sys
from pathlib import Path

from ontology.namespaces import ID, ONTOLOGY, PREFIXES, rebase, shorten

ROOT = Path(__file__).resolve().parents[2]


def test_prefixes_name_different_namespaces() -> None:
    """No two prefixes stand for the same namespace, and each ends where a local name can follow."""
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(namespace[-1] in "#/" for namespace in PREFIXES.values())


def test_iris_are_shortened_where_a_plain_name_is_left() -> None:
    """A local name with a slash is not shortened."""
    assert shorten(f"{ONTOLOGY}championOf") == "gcm:championOf"
    assert shorten(f"{ID}state/mexico") == f"{ID}state/mexico"
    assert shorten("urn:other") == "urn:other"


def test_text_is_moved_to_the_configured_base() -> None:
    """With the default base nothing changes; with another every address of ours does."""
    assert rebase("<https://w3id.org/gcm-kg/id/x>") == "<https://w3id.org/gcm-kg/id/x>"
    code = "from ontology.namespaces import rebase; print(rebase('<https://w3id.org/gcm-kg/id/x>'))"
    environment = {"GCM_BASE_IRI": "http://localhost:1/"}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    assert result.stdout.strip() == "<http://localhost:1/id/x>"
