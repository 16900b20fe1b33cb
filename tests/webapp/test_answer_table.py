"""Answers to take away."""

import csv
import io

from flask.testing import FlaskClient


def rows(client: FlaskClient, name: str) -> list[dict[str, str]]:
    response = client.get(f"/question/{name}?format=csv")
    assert response.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_every_line_carries_its_sentence_and_addresses(client: FlaskClient) -> None:
    """Enough to cite it without coming back."""
    found = [row for row in rows(client, "champions") if row["subject"] == "Niger" and row["document"]]
    assert [row["sentence"] for row in found] == [
        "Welcomed new Champion countries Costa Rica and Niger, now as 25 Champions; and observers."
    ]
    assert found[0]["document IRI"].endswith("/document/champions-meeting")
    assert found[0]["first attested"] == "2021-11-03"


def test_a_denial_is_not_told_as_a_fact(client: FlaskClient) -> None:
    """The relation says so itself."""
    assert {row["relation"] for row in rows(client, "not-party") if row["document"]} == {"not party to"}


def test_what_is_not_asserted_says_how_firm_it_is(client: FlaskClient) -> None:
    """Modality and who is said to say it."""
    found = next(row for row in rows(client, "proposed") if row["attributed to"])
    assert (found["modality"], found["attributed to"]) == ("possible", "participants")


def test_a_text_that_looks_like_a_formula_is_only_text(client: FlaskClient) -> None:
    """No cell begins with what a spreadsheet would run."""
    for name in ("champions", "participation", "figures"):
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows(client, name) for cell in row.values())
