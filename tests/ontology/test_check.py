"""The checks find nothing wrong with what is here, and find what is made wrong."""

from dataclasses import replace

import pytest

from ontology import reference
from ontology.check import findings, main
from ontology.lint import unnamed_terms, vocabulary_findings
from ontology.reference import ReferenceEntity, Statement
from ontology.reference_checks import reference_findings
from ontology.term_source import Term, read_terms


def test_vocabulary_and_reference_data_are_in_order() -> None:
    """Nothing is wrong, and the command says so by its exit code."""
    assert findings() == []
    assert main() == 0


def test_every_term_says_who_defines_it() -> None:
    """Each own term has rdfs:isDefinedBy."""
    assert unnamed_terms() == []


def _spoilt(local: str, **changes: object) -> list[Term]:
    return [replace(term, **changes) if term.local == local else term for term in read_terms()]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("local", "changes", "finding"),
    [
        ("chairs", {"labels": {"en": "chairs", "es": "preside"}}, "gcm:chairs has no label in fr"),
        ("chairs", {"inverse_labels": {"fr": "x", "es": "y"}}, "gcm:chairs has no inverse label in en"),
        ("chairs", {"definition": "No full stop"}, "gcm:chairs has no definition that ends in a full stop"),
        ("chairs", {"example": ""}, "gcm:chairs has no example"),
        ("chairs", {"range": ""}, "gcm:chairs has no domain or no range"),
        ("chairs", {"range_includes": ("Chair",)}, "gcm:chairs speaks of gcm:Chair, which does not exist"),
        ("Place", {"path_prefix": "state/"}, "the path prefix state/ is used twice"),
        ("positive", {"scheme": ""}, "gcm:positive stands alone"),
    ],
)
def test_a_spoilt_term_is_found(local: str, changes: dict[str, object], finding: str) -> None:
    """Each rule of the vocabulary is enforced."""
    assert finding in vocabulary_findings(_spoilt(local, **changes))


def _with_statement(monkeypatch: pytest.MonkeyPatch, **changes: object) -> list[str]:
    good = next(s for s in reference.statements() if s.predicate == "chairs")
    bad: Statement = replace(good, **changes)  # type: ignore[arg-type]
    rows = (*reference.statements(), bad)
    monkeypatch.setattr(reference, "statements", lambda: rows)
    return reference_findings()


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"predicate": "rules"}, "unknown property or subject"),
        ({"subject": "state/atlantis"}, "unknown property or subject"),
        ({"object": "event/atlantis"}, "unknown object"),
        ({"object": "place/geneva"}, "such an object cannot have this property"),
        ({"subject": "place/geneva"}, "such a subject has no such property"),
        ({"period": "last year"}, "last year is no period"),
        ({"contested": True, "note": ""}, "contested, but no note says how"),
        ({"source": "hearsay"}, "the source hearsay does not exist"),
        ({}, "comes 2 times"),
    ],
)
def test_a_wrong_statement_is_found(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], finding: str) -> None:
    """Each rule of the statements is enforced."""
    assert any(finding in line for line in _with_statement(monkeypatch, **changes))


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"path": "state/mexico"}, "path state/mexico comes 2 times"),
        ({"path": "state/Two Words"}, "is no path"),
        ({"path": "state/two", "codes": {"iso2": "MX"}}, "iso2 MX comes 2 times"),
        ({"path": "state/two", "name": ""}, "state/two has no name"),
        ({"path": "state/two", "names": {"en": "Two"}}, "state/two lacks a name in one of the six languages"),
    ],
)
def test_a_wrong_entity_is_found(monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], finding: str) -> None:
    """Each rule of the entities is enforced."""
    bad: ReferenceEntity = replace(reference.by_path()["state/mexico"], **changes)  # type: ignore[arg-type]
    rows = (*reference.entities(), bad)
    monkeypatch.setattr(reference, "entities", lambda: rows)
    assert any(finding in line for line in reference_findings())


def test_a_wrong_name_that_is_a_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text cannot be a negative label of one entity and the name of another."""
    name = next(label for label in reference.labels() if label.text == "Mexico City")
    rows = (*reference.labels(), replace(name, path="state/mexico", kind="negative"))
    monkeypatch.setattr(reference, "labels", lambda: rows)
    assert "'Mexico City' is a wrong name of state/mexico, but a name of something" in reference_findings()
