"""Names of bodies that hold the name of another one."""

from loaders.recognition.names.short_names import in_short


def test_the_acronym_stands_for_the_name() -> None:
    """Wherever in the name it is."""
    assert in_short("Regional Conference on Migration Executive Secretariat") == "RCM Executive Secretariat"
    assert in_short("Secretariat of the Organization of American States") == "Secretariat of the OAS"


def test_a_name_that_holds_none_has_no_short_form() -> None:
    """Nor has the name of the body alone."""
    assert in_short("Working group on data") is None
    assert in_short("Regional Conference on Migration") is None
