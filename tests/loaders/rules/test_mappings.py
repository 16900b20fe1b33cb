"""Mappings are data: each has examples that hold, and one that is wrong is told in one line."""

from collections.abc import Mapping
from typing import Any

import pytest

from loaders.rules.lexicons import RuleError
from loaders.rules.mappings import TableMapping, built_in, declared, fold
from tests.loaders.reading import files
from tests.loaders.reading.files import Rows
from tests.loaders.told import WORLD, records_of, told

EXAMPLES = [(mapping, example) for mapping in built_in() for example in mapping.examples]
OWN = """
columns:
  who: {headers: [Nation], kinds: [State]}
  since: {headers: [Joined], optional: true}
claims:
  - {relation: memberOf, subject: who, object: process/gfmd, when: since}
"""


def matches(claim: str, said: str) -> bool:
    before, _, after = claim.partition("*")
    return said == claim or ("*" in claim and said.startswith(before) and said.endswith(after))


@pytest.mark.parametrize("mapping", built_in(), ids=lambda mapping: mapping.id)
def test_every_mapping_has_an_example_that_claims(mapping: TableMapping) -> None:
    assert any(example["claims"] for example in mapping.examples)


@pytest.mark.parametrize(("mapping", "example"), EXAMPLES, ids=[f"{one.id}-{n}" for n, (one, _) in enumerate(EXAMPLES)])
def test_an_example_holds(mapping: TableMapping, example: Mapping[str, Any]) -> None:
    """What a table is said to claim it claims, no more and no less, by the rule of its mapping."""
    records = records_of(f"{files.markdown([Rows(example['table'])]).decode()}\n\n{WORLD}")
    said = told(records)
    assert len(said) == len(example["claims"])
    assert all(any(matches(claim, one) for one in said) for claim in example["claims"]), said
    assert {claim.rule for claim in records.claims} <= {f"table-{mapping.id}"}
    if "dates" in example:
        assert [claim.when.edtf for claim in records.claims if claim.when] == example["dates"]
    if "modalities" in example:
        assert [claim.modality.value for claim in records.claims] == example["modalities"]


@pytest.mark.parametrize(("mapping", "example"), EXAMPLES, ids=[f"{one.id}-{n}" for n, (one, _) in enumerate(EXAMPLES)])
def test_an_example_claims_nothing_in_another_world(mapping: TableMapping, example: Mapping[str, Any]) -> None:
    """The same table among texts of the Compact on Refugees and the Commonwealth is none of ours."""
    rivals = "\n\n".join(["The Global Compact on Refugees and the Commonwealth are two other things."] * 20)
    assert records_of(f"{files.markdown([Rows(example['table'])]).decode()}\n\n{rivals}").claims == ()


def test_headers_are_compared_without_case_and_punctuation() -> None:
    assert fold("  Champion-Country:\n(GCM) ") == "champion country gcm"


def test_a_mapping_of_ones_own() -> None:
    mapping = declared(f"{OWN}rows: 23\n", "a.mapping.yaml")
    assert (mapping.rows, mapping.declared) == (23, True)
    assert mapping.match({0: "Nation", 3: "JOINED "}) == {"who": 0, "since": 3}
    assert mapping.match({0: "Nation"}) == {"who": 0}
    assert mapping.match({0: "Joined"}) is None


def test_a_built_in_mapping_with_a_number_of_rows() -> None:
    mapping = declared("mapping: champions\nrows: 35\n", "a.mapping.yaml")
    assert (mapping.id, mapping.rows, mapping.declared) == ("champions", 35, True)


def test_another_text_is_another_mapping() -> None:
    """By its digest a load knows that a document is to be read anew."""
    assert declared(OWN, "a").digest != declared(f"{OWN}rows: 2\n", "a").digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n- b\n", "keys and values"),
        ("columns: [", "not YAML"),
        ("mapping: nope\n", "champions"),
        ("mapping: champions\ncolumns: {}\n", "goes with 'rows' only"),
        ("rows: 3\n", "columns"),
        (OWN + "row: 3\n", "row"),
        (OWN + "rows: many\n", "number of rows"),
        (OWN.replace("memberOf", "likes"), "likes"),
        (OWN.replace("kinds: [State]", "kinds: [Country]"), "Country"),
        (OWN.replace(", kinds: [State]", ""), "kinds"),
        (OWN.replace("subject: who", "subject: whom"), "whom"),
        (OWN.replace("process/gfmd", "process/none"), "process/none"),
        (OWN.replace("when: since", "since: since"), "since"),
        (OWN.replace("object: process/gfmd, ", ""), "object or a value"),
        (OWN.replace("when: since", "when: since, modality: maybe"), "maybe"),
        (
            OWN.replace("{headers: [Nation], kinds: [State]}", "{headers: [Nation], kinds: [State], optional: true}"),
            "needed",
        ),
    ],
)
def test_a_mapping_that_is_wrong_is_told_in_one_line(text: str, said: str) -> None:
    """The file, and what in it."""
    with pytest.raises(RuleError, match=said) as caught:
        declared(text, "a.mapping.yaml")
    assert str(caught.value).startswith("a.mapping.yaml")
    assert "\n" not in str(caught.value)
