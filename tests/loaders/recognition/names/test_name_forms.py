"""Names said with other small words are those of the reference data, if they can mean but one."""

import pytest

from loaders.recognition.names.gazetteer import reference_gazetteer
from loaders.recognition.names.name_forms import worded_anew
from ontology.reference import Label


def named(text: str) -> set[str]:
    return {label.path for hit in reference_gazetteer().find(text) for label in hit.labels}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("la XII Cumbre del Foro Global sobre Migraciones y Desarrollo", "process/gfmd"),
        ("le Forum global sur les migrations et le développement", "process/gfmd"),
        ("la Red de la ONU en materia de Migración", "un-entity/un-network-on-migration"),
        ("el Foro de Examen de las Migraciones Internacionales", "process/imrf"),
        ("la Conférence régionale de la migration", "regional-process/rcm"),
    ],
)
def test_a_name_is_known_in_other_small_words(text: str, path: str) -> None:
    """Articles, prepositions, plural and the words for "global" differ from author to author."""
    assert path in named(text)


def label(path: str, text: str, kind: str = "name", needs: str = "") -> Label:
    return Label(path=path, text=text, language="es", kind=kind, case_sensitive=True, needs=needs, source="usage")


def test_what_two_could_be_called_is_the_name_of_neither() -> None:
    """Two names that differ only in such words are left as they are."""
    two = [label("process/a", "Foro Local sobre Migración"), label("process/b", "Foro Local para la Migración")]
    made = worded_anew(two, {"process/a": "Process", "process/b": "Process"})
    assert made == []


def test_names_of_few_words_and_those_that_need_context_stay() -> None:
    """What is left of them would be too little to know them by."""
    few = [label("process/a", "Foro Mundial"), label("process/a", "el Foro Mundial sobre Migración", needs="context")]
    assert worded_anew(few, {"process/a": "Process"}) == []


def test_classes_that_no_rule_names_keep_their_names() -> None:
    """A paper's own title is not worded anew."""
    assert worded_anew([label("place/a", "Museo Mundial sobre Migración")], {"place/a": "Place"}) == []
