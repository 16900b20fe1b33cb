"""Tables read by a mapping: claims by the cells of their row, and warnings where a table is not as expected."""

from decimal import Decimal
from pathlib import Path

import pytest

from graph.records import DocumentRecords, Failure
from graph.stores.store_memory import MemoryStore
from loaders.export import to_json
from loaders.pipeline import read_document
from loaders.rules.mappings import declared
from loaders.run import extract, load
from ontology.settings import load_settings
from tests.loaders.reading import files
from tests.loaders.reading.files import Rows
from tests.loaders.told import WORLD, records_of, told

SETTINGS = load_settings({}, store_url="memory:", load_workers=1)
TABLE = [["Nation", "Joined", "Sum"], ["Ghana", "2020", "1,250,000"], ["Peru", "3 May 2021", "2"]]
OWN = """
columns:
  who: {headers: [Nation], kinds: [State]}
  since: {headers: [Joined], optional: true}
  sum: {headers: [Sum], optional: true}
claims:
  - {relation: memberOf, subject: who, object: process/gfmd, when: since}
  - {relation: hasCount, subject: who, value: sum, unit: USD, measure: contributed}
"""


def mapped(rows: list[list[str]], mapping: str = OWN) -> DocumentRecords:
    raw = files.markdown([Rows(rows)]).decode()
    return read_document(raw, "a.md", "a", "0" * 64, (), declared(mapping, "a.mapping.yaml"))


def flags(records: DocumentRecords) -> dict[str, str]:
    return {flag.kind: flag.message for flag in records.document.flags if flag.kind.startswith("table")}


def test_a_declared_mapping_needs_no_other_sign_of_this_world() -> None:
    """Whoever declares it says that the table is of this world."""
    records = mapped(TABLE)
    assert {one for one in told(records) if "memberOf" in one} == {
        "Ghana memberOf Global Forum on Migration and Development",
        "Peru memberOf Global Forum on Migration and Development",
    }
    assert [claim.when.edtf for claim in records.claims if claim.when] == ["2020", "2021-05-03"]
    sums = [(one.value, one.unit, one.measure) for one in records.claims if one.predicate == "hasCount"]
    assert sums == [(Decimal(1_250_000), "USD", "contributed"), (Decimal(2), "USD", "contributed")]


def test_evidence_is_the_cells_of_the_row() -> None:
    """Each cell a quotation of its own, exact at its offsets."""
    records = mapped(TABLE)
    text = records.document.text
    by_id = {one.id: one for one in records.evidence}
    for claim in records.claims:
        quoted = sorted(by_id[name].exact for name in claim.evidence)
        assert quoted in (sorted(TABLE[1]), sorted(TABLE[2]))
    assert all(text[one.start : one.end] == one.exact for one in records.evidence)


def test_the_number_of_rows_is_checked() -> None:
    """Another number than expected is told on the document, and what the rows say stays."""
    assert flags(mapped(TABLE, f"{OWN}rows: 2\n")) == {}
    wrong = mapped(TABLE, f"{OWN}rows: 23\n")
    assert flags(wrong) == {"table-rows": "Its mapping expects 23 rows, and the table has 2."}
    assert len(wrong.claims) == 4


def test_a_table_with_other_headers_is_told() -> None:
    records = mapped([["Land", "Joined"], ["Ghana", "2020"]])
    assert list(flags(records)) == ["table-mapping"]
    assert "nation" in flags(records)["table-mapping"]


def test_rows_that_are_not_understood_are_named() -> None:
    """They are told by their first cell, with the cell as evidence; empty rows are none of them."""
    records = mapped([*TABLE, ["Total", "", "30"], ["–", "", ""]])
    assert flags(records) == {
        "table-unread": "1 of 3 rows of the table of declared say nothing that is understood: Total"
    }
    assert len(records.claims) == 4


def test_a_cell_that_says_none_pledges_nothing() -> None:
    table = files.markdown([Rows([["Country", "Pledge"], ["Ghana", "None"], ["Peru", "A fund"]])]).decode()
    assert [one.split()[0] for one in told(records_of(f"{table}\n\n{WORLD}"))] == ["Peru"]


def test_several_states_in_a_cell_are_several_claims() -> None:
    assert len(mapped([TABLE[0], ["Ghana, Peru and Kenya", "2020", ""]]).claims) == 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "list.csv").write_bytes(files.csv_of(TABLE))
    (tmp_path / "list.mapping.yaml").write_text(OWN)
    return tmp_path


def test_the_mapping_beside_a_file_is_used(folder: Path) -> None:
    (records,) = extract([folder], SETTINGS)
    assert isinstance(records, DocumentRecords)
    assert len(records.claims) == 4
    assert records.passages[3].place == "A2"


def test_a_wrong_mapping_is_told_and_the_others_go_in(folder: Path) -> None:
    (folder / "list.mapping.yaml").write_text("mapping: none\n")
    (folder / "note.md").write_text("Ghana took the floor.")
    failure, note = extract([folder], SETTINGS)
    assert isinstance(failure, Failure)
    assert "list.mapping.yaml" in failure.reason
    assert isinstance(note, DocumentRecords)


def test_a_changed_mapping_is_read_anew(folder: Path) -> None:
    """The bytes of the table are those of last time, and it says something else."""
    store = MemoryStore(SETTINGS)
    assert len(load([folder], store, SETTINGS).loaded) == 1
    assert load([folder], store, SETTINGS).unchanged == 1
    (folder / "list.mapping.yaml").write_text(f"{OWN}rows: 2\n")
    assert len(load([folder], store, SETTINGS).loaded) == 1
    (folder / "list.mapping.yaml").unlink()
    assert len(load([folder], store, SETTINGS).loaded) == 1
    store.close()


def test_what_is_printed_names_the_cell(folder: Path) -> None:
    """The place of the first evidence, for people with the table before them; of a text, offsets are enough."""
    (records,) = extract([folder / "list.csv"], SETTINGS)
    assert isinstance(records, DocumentRecords)
    assert [row["place"] for row in to_json(records)["relations"]] == ["A2", "A2", "A3", "A3"]
    assert not any("place" in row for row in to_json(mapped(TABLE))["relations"])
