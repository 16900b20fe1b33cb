"""Which release answers, and under which licences: what every page says at its foot."""

from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "gcm-knowledge-graph"


def _installed_version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "development"


VERSION = _installed_version()
CODE_LICENCE = "Apache-2.0"
DATA_LICENCE = "CC BY 4.0"
DATA_NOTE = (
    "Statements are quoted from the documents named beside them; the documents stay under the terms of their "
    "publishers."
)
