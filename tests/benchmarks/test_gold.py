"""The annotations of benchmarks/extraction say only what their documents say, in the words that scoring knows."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

YARDSTICK = Path(__file__).resolve().parents[2] / "benchmarks" / "extraction"
SETS = {"development": 434, "test": 93}
GOLD_FILES = sorted(YARDSTICK.glob("*/gold/*.json"))
TYPES = set(
    "State UNEntity Organization RegionalProcess Process Objective GuidingPrinciple Roundtable WorkingGroup Event "
    "Person Document Fund Platform Place".split()
)
PREDICATES = set(
    "champion memberOf observerOf chairs coChairs leads hosts organizes participatesIn spokeAt coversObjective partOf "
    "contributesTo memberOfCommittee holdsRole takesPlaceIn takesPlaceOn adopts endorses notPartyTo submitsPledge "
    "submitsReport hasCount".split()
)
STATUSES = {"planned", "term completed"}
LOOK_ALIKES = {"development": 51, "test": 6}
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|\d\d-\d\d")  # a day may have no year in the text


def label(path: Path) -> str:
    """What a listing calls a document: by name where rules are mended against it, else by its set and place."""
    name = path.parents[1].name
    return path.stem if name == "development" else f"{name}-{GOLD_FILES.index(path)}"


each_gold_file = pytest.mark.parametrize("path", GOLD_FILES, ids=label)


def read_gold(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def document_of(path: Path) -> str:
    (document,) = (path.parents[1] / "documents").glob(f"{path.stem}.*")
    return document.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SETS)
def test_each_document_has_one_annotation(name: str) -> None:
    """Every set is complete: so many documents, and one annotation for each."""
    documents = sorted(path.stem for path in (YARDSTICK / name / "documents").iterdir())
    annotations = sorted(path.stem for path in (YARDSTICK / name / "gold").iterdir())
    assert documents == annotations
    assert len(documents) == SETS[name]


def test_no_document_stands_in_two_sets() -> None:
    """The names of documents are their own, so that the sets can be told apart in any listing."""
    assert len({path.stem for path in GOLD_FILES}) == sum(SETS.values())


@each_gold_file
def test_evidence_is_an_exact_quotation(path: Path) -> None:
    """Every evidence is a substring of its document, line breaks included."""
    text = document_of(path)
    assert [relation for relation in read_gold(path)["relations"] if relation["evidence"] not in text] == []


@each_gold_file
def test_types_and_predicates_are_those_of_the_model(path: Path) -> None:
    """Annotations use the entity types and the relations that are scored, and no others."""
    gold = read_gold(path)
    assert gold["doc"] == path.stem
    assert {entity["type"] for entity in gold["entities"]} <= TYPES
    assert {relation["predicate"] for relation in gold["relations"]} <= PREDICATES
    assert {relation["status"] for relation in gold["relations"] if "status" in relation} <= STATUSES


@each_gold_file
def test_relations_join_annotated_entities(path: Path) -> None:
    """The subject of a relation is an entity of its document, and so is the object unless it is a date or a figure."""
    gold = read_gold(path)
    names = [entity["name"] for entity in gold["entities"]]
    assert len(names) == len(set(names))
    for relation in gold["relations"]:
        assert relation["subject"] in names
        if relation["predicate"] == "takesPlaceOn":
            assert all(ISO_DATE.fullmatch(part) for part in relation["object"].split("/")), relation
        elif relation["predicate"] == "hasCount":
            assert relation["object"] is None
            assert isinstance(relation["value"], int | float), relation
            assert relation["unit"], relation
        else:
            assert relation["object"] in names, relation
        assert relation["predicate"] != "holdsRole" or relation["role"], relation


@each_gold_file
def test_nothing_is_said_twice(path: Path) -> None:
    """A statement stands once in an annotation."""
    relations = read_gold(path)["relations"]
    parts = ("subject", "predicate", "object", "value", "role", "date")
    said = Counter(tuple(relation.get(part) for part in parts) for relation in relations)
    assert [statement for statement, times in said.items() if times > 1] == []


@each_gold_file
def test_a_document_without_relations_names_only_states_and_bodies_of_the_united_nations(path: Path) -> None:
    """Nothing else is taken from a look-alike, a document of another world."""
    gold = read_gold(path)
    assert gold["relations"] or {entity["type"] for entity in gold["entities"]} <= {"State", "UNEntity"}


@pytest.mark.parametrize("name", SETS)
def test_only_look_alikes_are_without_relations(name: str) -> None:
    """Every document of this world states something; so many of each set are look-alikes."""
    silent = [path for path in (YARDSTICK / name / "gold").iterdir() if not read_gold(path)["relations"]]
    assert len(silent) == LOOK_ALIKES[name]


def test_the_readme_counts_what_is_there() -> None:
    """The tables of relations and entity types give the figures of the files."""
    counts: dict[str, list[int]] = {}
    for column, name in enumerate(SETS):
        for path in (YARDSTICK / name / "gold").iterdir():
            gold = read_gold(path)
            for word in [r["predicate"] for r in gold["relations"]] + [e["type"] for e in gold["entities"]]:
                counts.setdefault(word, [0] * len(SETS))[column] += 1
    readme = (YARDSTICK / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `?(\w+)`? \|((?: \d+ \|)+)$", readme, flags=re.MULTILINE)
    told = {word: [int(figure) for figure in re.findall(r"\d+", figures)] for word, figures in rows}
    assert {word: told.get(word) for word in counts} == counts
    for what, words in (("entities", TYPES), ("relations", PREDICATES)):
        assert told[what] == [sum(counts[word][column] for word in words & set(counts)) for column in range(len(SETS))]
