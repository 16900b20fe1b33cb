"""Joint programmes are known by the quotes or the emphasis that set their names apart."""

import pytest

from tests.loaders.told import recognised

FUND = "The Migration Multi-Partner Trust Fund serves the Global Compact for Migration."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The joint programme "Routes to work" began in 2025.', "Routes to work"),
        ('Presentaron "Volver con oficio", el nuevo programa conjunto.', "Volver con oficio"),
        ("Le programme conjoint « Droits en route » avance.", "Droits en route"),
        ("Four joint programmes run. The most recent one, *Moving with the tide*, is new.", "Moving with the tide"),
        ("- *Safe return, fair return* (Georgia) – IOM, UNDP – Objectives 21 and 22 – USD 2,100,000",
         "Safe return, fair return"),
        ("**Comoros – Coastal livelihoods.** Participating organizations: IOM. GCM Objectives 2 and 5.",
         "Coastal livelihoods"),
    ],
)  # fmt: skip
def test_a_programme_is_named_by_what_sets_it_apart(text: str, name: str) -> None:
    """By the noun before or after it, or by a line that tells its objectives, organizations or budget."""
    found = recognised(f"{text}\n\n{FUND}")
    spans = [(b.text[s.at : s.to], s.code) for b in found.reading.blocks for s in found.spans[b.order]]
    assert (name, "P") in spans


@pytest.mark.parametrize(
    "text", ['They read the report "Cuidar lejos de casa".', "The *Objectives* of the programme are many."]
)
def test_what_is_set_apart_alone_is_no_programme(text: str) -> None:
    """A title, or a word that is stressed."""
    found = recognised(f"{text}\n\n{FUND}")
    assert not [s for spans in found.spans.values() for s in spans if s.code == "P"]
