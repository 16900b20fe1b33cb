"""Files that follow from the vocabulary and the reference data are fresh, and follow from nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from ontology import generate, terms
from ontology.namespaces import ONTOLOGY
from ontology.term_source import read_terms

ROOT = Path(__file__).resolve().parents[2]


def test_generated_files_are_fresh() -> None:
    """Nobody changed a source and forgot the files that follow from it."""
    assert generate.stale() == []


def test_writing_brings_back_what_was_changed(tmp_path: Path) -> None:
    """In an empty folder everything is written; a second time nothing; a change by hand is put right."""
    assert generate.write(tmp_path) == list(generate.OUTPUTS)
    assert generate.write(tmp_path) == []
    page = tmp_path / "docs" / "reference" / "vocabulary.md"
    page.write_text("edited", encoding="utf-8")
    assert generate.stale(tmp_path) == ["docs/reference/vocabulary.md"]
    assert generate.write(tmp_path) == ["docs/reference/vocabulary.md"]
    assert generate.stale(tmp_path) == []


def test_the_output_is_the_same_under_another_hash_seed() -> None:
    """No order of a set and no clock goes into a generated file."""
    command = [sys.executable, "-m", "ontology.generate", "--check"]
    environment = {"PYTHONHASHSEED": "4711", "PATH": "", "GCM_BASE_IRI": "https://example.org/other/"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_every_term_has_its_constant() -> None:
    """Each term is importable under its constant, and the constant holds its IRI."""
    for local, name in generate.constants(read_terms()).items():
        assert getattr(terms, name) == ONTOLOGY + local


def test_a_term_that_does_not_exist_fails_at_import() -> None:
    """A misspelt term is found before any query runs."""
    with pytest.raises(ImportError):
        exec("from ontology.terms import CHAMPIONS_OF", {})


@pytest.mark.parametrize(
    ("local", "name"),
    [("championOf", "CHAMPION_OF"), ("UNEntity", "UN_ENTITY"), ("sha256", "SHA256"), ("iso2", "ISO2"), ("m49", "M49")],
)
def test_constants_are_the_names_in_capitals(local: str, name: str) -> None:
    """Words of a name are told apart by their capitals, abbreviations kept whole."""
    assert generate.constant(local) == name


def test_a_class_that_meets_a_property_gets_a_suffix() -> None:
    """`gcm:Evidence` and `gcm:evidence` are two constants."""
    names = generate.constants(read_terms())
    assert (names["evidence"], names["Evidence"]) == ("EVIDENCE", "EVIDENCE_CLASS")
