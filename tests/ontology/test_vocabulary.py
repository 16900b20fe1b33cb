"""The typed table of classes and relations says what gcm.ttl says."""

import pytest

from ontology.errors import OntologyError
from ontology.namespaces import ONTOLOGY
from ontology.vocabulary import class_of_path, entity_classes, label, relations

# the names used by the output of `gcm extract`, beside the properties that are named otherwise
EXTRACTED = {
    "champion", "memberOf", "observerOf", "chairs", "coChairs", "leads", "hosts", "organizes", "participatesIn",
    "spokeAt", "coversObjective", "partOf", "contributesTo", "memberOfCommittee", "holdsRole", "takesPlaceIn",
    "takesPlaceOn", "adopts", "endorses", "partyTo", "submitsPledge", "submitsReport", "supports", "hasCount",
}  # fmt: skip
TYPES = {
    "State", "UNEntity", "Organization", "RegionalProcess", "Process", "Objective", "GuidingPrinciple", "Roundtable",
    "WorkingGroup", "Event", "Person", "Document", "Fund", "Platform", "Place",
}  # fmt: skip


def test_every_relation_has_its_name_in_the_extraction() -> None:
    """The relations and their extracted names are those of the design."""
    assert {relation.extract_name for relation in relations().values()} == EXTRACTED
    assert relations()["championOf"].extract_name == "champion"
    assert relations()["partyTo"].negative_extract_name == "notPartyTo"


def test_every_class_has_its_type_in_the_extraction() -> None:
    """Instruments and loaded documents are both extracted as Document."""
    assert {cls.extract_name for cls in entity_classes().values()} - {""} == TYPES
    assert entity_classes()["Instrument"].extract_name == "Document"


def test_relations_read_from_both_ends_in_three_languages() -> None:
    """Every relation has a label and an inverse label in English, French and Spanish."""
    for relation in relations().values():
        assert set(relation.labels) == set(relation.inverse_labels) == {"en", "fr", "es"}


def test_values_are_told_from_entities() -> None:
    """Only dates and figures have values."""
    assert {name for name, relation in relations().items() if relation.has_value} == {"hasCount", "takesPlaceOn"}


@pytest.mark.parametrize(
    ("path", "cls"),
    [
        ("state/costa-rica", "State"),
        ("roundtable/imrf-2022-4", "Roundtable"),
        ("objective/23", "Objective"),
        ("un-entity/iom", "UNEntity"),
        ("instrument/gcm", "Instrument"),
    ],
)
def test_a_path_tells_the_class(path: str, cls: str) -> None:
    """The first part of a path names the class."""
    assert class_of_path(path).local == cls
    assert class_of_path(path).iri == ONTOLOGY + cls


@pytest.mark.parametrize("path", ["", "nothing", "claim/abc", "../state/x", "State/x"])
def test_a_path_of_no_class_is_refused(path: str) -> None:
    """What is no entity of ours has no class, and the error names it."""
    with pytest.raises(OntologyError, match="no class of entities"):
        class_of_path(path)


def test_labels_fall_back() -> None:
    """A language we do not have gives English, an unknown term its own name."""
    assert label("championOf", "es") == "país campeón de"
    assert label("championOf", "ar") == "champion of"
    assert label("noSuchTerm") == "noSuchTerm"


def test_the_table_cannot_be_changed() -> None:
    """What one part of the program reads no other can alter."""
    with pytest.raises(TypeError):
        relations()["chairs"] = relations()["leads"]  # type: ignore[index]
    with pytest.raises(TypeError):
        relations()["chairs"].labels["en"] = "sits on"  # type: ignore[index]
