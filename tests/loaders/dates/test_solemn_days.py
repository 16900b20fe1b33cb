"""Days that are spelled out at the end of a declaration."""

import pytest

from loaders.dates.solemn_days import solemn_days


@pytest.mark.parametrize(
    ("text", "language", "means"),
    [
        ("Dada en Lima, a los treinta días del mes de octubre del año dos mil veinticinco.", "es", "2025-10-30"),
        ("Hecha en Quito, a los 5 días del mes de mayo de 2025.", "es", "2025-05-05"),
        ("Firmada el quince de mayo de dos mil veintiséis", "es", "2026-05-15"),
        ("Fait à Dakar, le six juin deux mille vingt-huit.", "fr", "2028-06-06"),
        ("Done at Dakar on the sixth day of June, two thousand and twenty-eight.", "en", "2028-06-06"),
        ("Done in Accra on this 6th day of June 2028.", "en", "2028-06-06"),
        ("Done in Accra, the twenty-first day of May 2028", "en", "2028-05-21"),
    ],
)
def test_spelled_days(text: str, language: str, means: str) -> None:
    assert [value for _, _, value in solemn_days(text, language)] == [means]


@pytest.mark.parametrize(("text", "language"), [("el 30 de octubre de 2025", "es"), ("el treinta y dos de mayo", "es")])
def test_other_days_are_left(text: str, language: str) -> None:
    """Figures alone, which are read elsewhere, and what is no day of a year."""
    assert list(solemn_days(text, language)) == []


@pytest.mark.parametrize("language", ["und", "ar", "de", ""])
def test_other_languages_have_no_spelled_days(language: str) -> None:
    """A text in one of them is read all the same."""
    assert list(solemn_days("Done in Accra on this 6th day of June 2028.", language)) == []
