"""A voluntary report is a paper that bears the name of its State, and means itself."""

import pytest

from tests.loaders.told import recognised


@pytest.mark.parametrize(
    ("text", "name", "itself"),
    [
        ("# Second Voluntary National Report of Palau on the Global Compact for Migration\n\nThis report was drafted by"
         " the Ministry of State.", "Second voluntary report of Palau", "This report"),
        ("# Guatemala\n\n## Informe voluntario sobre el Pacto Mundial para la Migración Segura, Ordenada y"
         " Regular\n\nEl presente informe se redactó.", "Voluntary report of Guatemala", "El presente informe"),
        ("# Premier rapport national volontaire du Mali sur le Pacte mondial pour les migrations\n\nLe présent rapport"
         " a été rédigé en janvier.", "First voluntary report of Mali", "Le présent rapport"),
    ],
)  # fmt: skip
def test_a_report_is_named_by_its_state(text: str, name: str, itself: str) -> None:
    """Its title brings it in, and "the present report" is it."""
    found = recognised(text)
    brought = {path: one.name for path, one in found.names.brought.items() if one.cls == "Instrument"}
    assert list(brought.values()) == [name]
    spans = {b.text[s.at : s.to]: s.entity for b in found.reading.blocks for s in found.spans[b.order]}
    assert spans[itself] in brought


def test_a_paper_on_reports_is_none() -> None:
    """News of a State's report is not that report."""
    found = recognised(
        "# Press release: Palau hands in its report\n\nThis report on the Global Compact for Migration was read."
    )
    assert not any(path.startswith("instrument/voluntary") for path in found.names.brought)
