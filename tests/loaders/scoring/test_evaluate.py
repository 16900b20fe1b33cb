"""The measures of extraction: what counts as found, and what is not held against the reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.scoring.evaluate import Count, GoldError, evaluate, read_gold, wilson_interval
from loaders.scoring.likeness import likeness, name_key
from loaders.scoring.score_table import table

Item = dict[str, Any]

MEXICO = {"name": "Mexico", "type": "State"}
COMPACT = {"name": "Global Compact for Migration", "type": "Instrument", "aliases": ["GCM"]}


def relation(subject: str, predicate: str, thing: str | None = None, **more: object) -> Item:
    """A relation as a gold file or an extraction writes it."""
    return {"subject": subject, "predicate": predicate, "object": thing, "evidence": "A sentence.", **more}


def document(*relations: Item, entities: tuple[Item, ...] = (MEXICO, COMPACT), name: str = "note") -> Item:
    """A document with entities and relations."""
    return {"doc": name, "entities": list(entities), "relations": list(relations)}


def relations_found(gold: Item, found: Item) -> Count:
    """The count of relations of one document against one gold file."""
    return evaluate([gold], [found]).relations


def test_what_equals_the_gold_is_perfect() -> None:
    """A document read as annotated has precision, recall and F1 of 1."""
    one = document(relation("Mexico", "champion", "Global Compact for Migration"))
    score = evaluate([one], [one])
    assert (score.entities, score.relations) == (Count(2, 2, 2), Count(1, 1, 1))
    assert score.relations.f1 == score.entities.f1 == 1.0


def test_an_alias_names_the_same_entity() -> None:
    """A relation told of an alias's entity is the relation of the gold."""
    found = document(relation("Mexico", "champion", "GCM"), entities=(MEXICO, {"name": "GCM", "type": "Instrument"}))
    assert relations_found(document(relation("Mexico", "champion", "Global Compact for Migration")), found).found == 1


def test_states_are_never_matched_by_likeness() -> None:
    """Guinea is not Guinea-Bissau, however alike the names."""
    gold = document(entities=({"name": "Guinea", "type": "State"},))
    assert evaluate([gold], [document(entities=({"name": "Guinea-Bissau", "type": "State"},))]).entities.found == 0


def test_an_event_matches_by_its_words() -> None:
    """Kinds with free names match when most words agree, in any order and spelling."""
    gold = document(entities=({"name": "Technical meeting of champion countries", "type": "Event"},))
    found = document(entities=({"name": "Champion Countries: Technical Meeting", "type": "Event"},))
    assert evaluate([gold], [found]).entities.found == 1


def test_what_is_read_as_a_kin_type_counts_under_the_type_of_the_annotation() -> None:
    """So no type has more found than predicted."""
    bureau = {"name": "Bureau of Statistics"}
    gold = document(entities=({**bureau, "type": "Organization"},))
    score = evaluate([gold], [document(entities=({**bureau, "type": "UNEntity"},))])
    assert dict(score.by_type) == {"Organization": Count(1, 1, 1)}


def test_each_entity_is_matched_once() -> None:
    """Two readings of one thing are one find and one excess."""
    assert evaluate([document(entities=(MEXICO,))], [document(entities=(MEXICO, MEXICO))]).entities == Count(1, 2, 1)


def test_a_relation_repeated_counts_once() -> None:
    """The same statement twice is one statement."""
    one = relation("Mexico", "champion", "Global Compact for Migration")
    assert relations_found(document(one), document(one, one)) == Count(1, 1, 1)


@pytest.mark.parametrize(("modality", "predicted"), [("asserted", 1), ("planned", 1), ("possible", 0), ("reported", 0)])
def test_what_is_not_firm_is_not_held_against_the_reader(modality: str, predicted: int) -> None:
    """An unmatched relation counts as excess only when the text asserts or plans it."""
    found = document(relation("Mexico", "hosts", "Global Compact for Migration", modality=modality))
    assert relations_found(document(), found) == Count(0, predicted, 0)


def test_what_is_not_firm_counts_when_it_matches() -> None:
    """A possibility that the gold has too is found."""
    gold = document(relation("Mexico", "hosts", "Global Compact for Migration"))
    found = document(relation("Mexico", "hosts", "Global Compact for Migration", modality="possible"))
    assert relations_found(gold, found) == Count(1, 1, 1)


def test_loose_relations_are_not_scored() -> None:
    """`supports` is too loose to measure anything by."""
    one = document(relation("Mexico", "supports", "Global Compact for Migration"))
    assert relations_found(one, one) == Count()


@pytest.mark.parametrize(
    ("wanted", "given_date", "same"),
    [
        ("2022-05-17/2022-05-20", "2022-05-17", True),
        ("2021-11", "2021-11-03", True),
        ("2021-11-03", "2021-11-04", False),
    ],
)
def test_dates_agree_within_one_another(wanted: str, given_date: str, *, same: bool) -> None:
    """A day within the month, or an interval of the same start, is the same date."""
    found = document(relation("Mexico", "takesPlaceOn", given_date))
    assert relations_found(document(relation("Mexico", "takesPlaceOn", wanted)), found).found == same


def test_a_figure_may_hang_on_a_neighbour() -> None:
    """Value and unit identify a figure even when its subject differs; another value is another figure."""
    gold = document(relation("Mexico", "hasCount", value=25, unit="champion countries"))
    near = document(relation("Global Compact for Migration", "hasCount", value="25", unit="countries"))
    far = document(relation("Mexico", "hasCount", value="24", unit="champion countries"))
    assert (relations_found(gold, near).found, relations_found(gold, far).found) == (1, 0)


def test_a_role_matches_by_its_words() -> None:
    """`holdsRole` counts when the person agrees and the role is told in other words."""
    person = ({"name": "Ana Ruiz", "type": "Person"},)
    gold = document(relation("Ana Ruiz", "holdsRole", "Network", role="Head of the Secretariat"), entities=person)
    found = document(relation("Ana Ruiz", "holdsRole", None, role="Head of Secretariat"), entities=person)
    assert relations_found(gold, found).found == 1


def test_a_document_nobody_read_counts_as_missed() -> None:
    """What was not read is named, and its relations are not found."""
    score = evaluate([document(relation("Mexico", "champion", "Global Compact for Migration"))], [])
    assert (score.missing, score.relations) == (["note"], Count(0, 0, 1))


def test_the_table_shows_every_kind() -> None:
    """Totals, types and predicates, weak rows included."""
    one = document(relation("Mexico", "champion", "Global Compact for Migration"))
    text = table(evaluate([one], [document()]))
    assert all(word in text for word in ("all relations", "champion", "State", "0.000", "1.000"))


def test_gold_that_is_missing_or_broken_is_said(tmp_path: Path) -> None:
    """A folder without gold, or with a file that is no JSON, is named."""
    with pytest.raises(GoldError, match="no gold files"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json is not a gold file"):
        read_gold(tmp_path)


def test_gold_is_read_by_name(tmp_path: Path) -> None:
    """Files come in the order of their names."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(json.dumps(document(name=name)), encoding="utf-8")
    assert [item["doc"] for item in read_gold(tmp_path)] == ["a", "b"]


def test_counts_are_told_by_genre_and_by_rule() -> None:
    """The genre of the gold goes before the one the reader took; a rule has its right and its wrong claims."""
    right = relation("Mexico", "champion", "GCM", rule="champion-list")
    wrong = relation("Mexico", "hosts", "GCM", rule="hosted-by")
    gold = {**document(relation("Mexico", "champion", "GCM")), "genre": "press note"}
    score = evaluate([gold], [{**document(right, wrong), "genre": "report"}])
    assert dict(score.by_genre) == {"press note": Count(1, 2, 1)}
    assert dict(score.by_rule) == {"champion-list": Count(1, 1), "hosted-by": Count(0, 1)}
    told = table(score)
    assert "  press note" in told
    assert told.index("  champion-list") < told.index("  hosted-by")


def test_an_interval_says_how_little_few_cases_tell() -> None:
    """Two of two may be luck, two hundred of two hundred hardly are (values of Wilson's formula by hand)."""
    assert wilson_interval(0, 0) == (0.0, 1.0)
    assert wilson_interval(3, 2) == wilson_interval(2, 2)
    assert wilson_interval(2, 2) == pytest.approx((0.342, 1.0), abs=0.001)
    assert wilson_interval(200, 200) == pytest.approx((0.981, 1.0), abs=0.001)
    assert wilson_interval(81, 263) == pytest.approx((0.255, 0.366), abs=0.001)


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_share_lies_in_its_interval(hits: int, others: int) -> None:
    """Whatever the counts."""
    low, high = wilson_interval(hits, hits + others)
    share = hits / (hits + others) if hits + others else 0.5
    assert 0.0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1.0


names = st.text(max_size=40)


@given(names, names)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    """The order of two names does not matter, and nothing is more than alike."""
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0


@given(names)
def test_a_name_key_is_stable(text: str) -> None:
    """The key of a key is itself."""
    assert name_key(name_key(text)) == name_key(text)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_rates_stay_between_nought_and_one(found: int, excess: int, missed: int) -> None:
    """Precision, recall and F1 are shares, and F1 lies between the other two."""
    count = Count(found, found + excess, found + missed)
    low, high = sorted((count.precision, count.recall))
    assert low - 1e-9 <= count.f1 <= high + 1e-9
    assert 0.0 <= low <= high <= 1.0
