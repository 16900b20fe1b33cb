"""Settings come from the environment, and a wrong value is told by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.settings import SettingError, environment_name, load_settings


def test_every_setting_has_a_default() -> None:
    """An empty environment gives a service that starts."""
    settings = load_settings({})
    assert settings.port == 8000
    assert settings.base_iri.endswith("/")


def test_the_environment_is_read_and_overrides_win() -> None:
    """A variable replaces a default, an argument a variable, and no argument nothing."""
    environment = {"GCM_PORT": "9", "GCM_HOST": "::1"}
    assert load_settings(environment).port == 9
    assert load_settings(environment, port=10).port == 10
    assert load_settings(environment, port=None).host == "::1"


@given(st.integers(0, 65535))
def test_numbers_are_numbers(port: int) -> None:
    """Any port number is taken."""
    assert load_settings({environment_name("port"): str(port)}).port == port


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"GCM_PORT": "eighty"}, "GCM_PORT must be a int, not 'eighty'"),
        ({"GCM_QUERY_SECONDS": ""}, "GCM_QUERY_SECONDS must be a float"),
        ({"GCM_BASE_IRI": "https://example.org"}, "GCM_BASE_IRI must end in a slash"),
    ],
)
def test_a_wrong_value_is_told_by_name(environment: dict[str, str], message: str) -> None:
    """The error is one line and names the variable."""
    with pytest.raises(SettingError, match=message):
        load_settings(environment)
