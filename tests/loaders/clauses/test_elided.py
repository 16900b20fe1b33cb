"""Clauses that leave out their verb are those of the names before them."""

import pytest

from loaders.clauses.elided import elided


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "⟦S#0⟧ spoke of cost, ⟦S#1⟧ of training."),
        ("en", "⟦S#0⟧ showed its register; and ⟦S#1⟧, its survey."),
        ("en", "The delegate of ⟦S#0⟧ asked for training, and her colleague from ⟦S#1⟧ for equipment."),
        ("en", "⟦S#0⟧ regretted the delay; so did ⟦S#1⟧."),
        ("en", "⟦S#0⟧ found it long, a view shared by the delegate of ⟦S#1⟧."),
        ("es", "⟦S#0⟧ habló de costos; el ⟦S#1⟧, de formación."),
        ("es", "⟦S#0⟧ lamentó la demora, en lo que coincidió ⟦S#1⟧."),
        ("fr", "Le ⟦S#0⟧ a parlé de coûts et le ⟦S#1⟧ de formation."),
        ("fr", "Le ⟦S#0⟧ a regretté le retard ; le ⟦S#1⟧ aussi."),
    ],
)
def test_who_does_as_the_one_before(language: str, text: str) -> None:
    """The second of two names does what the first does."""
    assert list(elided(text, language)) == [(1, 0)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "⟦S#0⟧ spoke of cost, and ⟦S#1⟧ was silent."),
        ("en", "⟦S#0⟧ spoke of work with ⟦S#1⟧ on training."),
        ("en", "⟦U#0⟧ spoke of costs, ⟦S#1⟧ of training."),
        ("es", "⟦S#0⟧ habló de costos, y ⟦S#1⟧ fue invitada."),
        ("fr", "Le ⟦S#0⟧ a parlé de coûts, que le ⟦S#1⟧ a payés."),
    ],
)
def test_who_has_a_verb_or_another_place(language: str, text: str) -> None:
    """A name with a verb of its own, behind a preposition or of another kind is told of by itself."""
    assert list(elided(text, language)) == []
