"""Sentences as papers of this genre word them, and what each claims: one bank for each relation.

`sentences/<relation>.yaml` has `read`, which hold, and `missed`, which the rules do not reach, each with `why`. Of its
own relation a text asserts just its `claims` ("Ghana hosts *"; `*` is any name), or these among others where the bank
says `some`; it claims nothing that `not` names. A claim that is no plain assertion has its modality behind it: "Ghana
hosts * (planned)".
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.export import to_json
from loaders.reading.language import likeliest
from tests.loaders.told import WORLD, records_of, told_row

Entry = Mapping[str, Any]

WORLDS = {
    "en": WORLD,
    "es": "El Pacto Mundial para la Migración Segura, Ordenada y Regular se examina en el Foro de Examen de la"
    " Migración Internacional, al que ayuda la Red de las Naciones Unidas sobre la Migración.",
    "fr": "Le Pacte mondial pour des migrations sûres, ordonnées et régulières est examiné au Forum d'examen des"
    " migrations internationales, qu'aide le Réseau des Nations Unies sur les migrations.",
}
"""A sentence that places a text in this world, in its own language: dates are read in the language of a document."""

BANKS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "sentences").glob("*.yaml"))
}


def entries(which: str) -> list[Any]:
    """The entries of all banks under a key, each with its relation, as parameters of a test."""
    return [
        pytest.param(relation, entry, id=f"{relation}-{number}")
        for relation, bank in BANKS.items()
        for number, entry in enumerate(bank.get(which, ()), start=1)
    ]


def stated(entry: Entry) -> list[str]:
    """What an entry's text claims when it stands in a document of this world, affirmed."""
    text = entry["text"]
    world = WORLDS[entry.get("in") or likeliest(text) or "en"]
    whole = f"{text}\n\n{world}" if text.startswith("#") else f"{world}\n\n{text}"  # a first line may be a title
    rows = to_json(records_of(whole, entry.get("genre", "")))["relations"]
    return [told_row(row) + ("" if row["modality"] == "asserted" else f" ({row['modality']})") for row in rows]


def matches(pattern: str, claim: str) -> bool:
    """Whether a claim is one that an entry names; `*` stands for any name."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), claim) is not None


def wrong(relation: str, entry: Entry) -> list[str]:
    """What is not claimed and should be, and what is claimed and should not be."""
    found, wanted = stated(entry), entry.get("claims", [])
    whole = not BANKS[relation].get("some")
    lacking = [f"lacks {one}" for one in wanted if not any(matches(one, claim) for claim in found)]
    too_much = [
        f"claims {claim}"
        for claim in found
        if any(matches(one, claim) for one in entry.get("not", ()) if "(" in one or not claim.endswith(")"))
        or (whole and _asserts(relation, claim) and not any(matches(one, claim) for one in wanted))
    ]
    return lacking + too_much


def _asserts(relation: str, claim: str) -> bool:
    return f" {relation} " in claim and not claim.endswith(")")


@pytest.mark.parametrize(("relation", "entry"), entries("read"))
def test_a_sentence_claims_what_it_says(relation: str, entry: Entry) -> None:
    """Everything the sentence states of the relation, and nothing else of it."""
    assert wrong(relation, entry) == [], entry["text"]


@pytest.mark.parametrize(("relation", "entry"), entries("missed"))
def test_what_is_missed_is_known(relation: str, entry: Entry) -> None:
    """A sentence that is read by now belongs under `read`."""
    assert entry["why"]
    assert wrong(relation, entry) != [], entry["text"]
