"""All settings, in one place: each with a default, its environment name and what it changes.

They stand in the lowest package because every other one reads them.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypeVar

from ontology.errors import GcmError

_Value = TypeVar("_Value")

DEFAULT_BASE_IRI = "https://w3id.org/gcm-kg/"
SHORTEST_TOKEN = 16


class SettingError(GcmError):
    """An environment variable holds a value that its setting cannot take."""


def _setting(default: _Value, meaning: str) -> _Value:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. Field `store_url` is read from `GCM_STORE_URL`, and so on."""

    base_iri: str = _setting(DEFAULT_BASE_IRI, "Prefix of every IRI this service mints; ends in a slash.")
    store_url: str = _setting(
        "data/store", "Where the graph lives: a folder, `memory:`, or the http(s) address of a SPARQL 1.1 server."
    )
    host: str = _setting("127.0.0.1", "Address the web server listens on.")
    port: int = _setting(8000, "Port the web server listens on; 0 takes a free one.")
    query_seconds: float = _setting(10.0, "A query is ended after this many seconds.")
    query_workers: int = _setting(6, "Worker processes that evaluate queries.")
    query_memory_mb: int = _setting(2048, "Memory one query worker may use, in MiB.")
    query_result_mb: int = _setting(64, "Size at which an answer is refused as too large, in MiB.")
    load_workers: int = _setting(0, "Processes that read documents; 0 takes one per core.")
    cache_dir: str = _setting(
        "~/.cache/gcm",
        "Folder in which compiled patterns are kept from one start to the next; empty keeps none.",
    )
    reviewer: str = _setting("", "Name under which `gcm decide` decides; empty asks for `--by`.")
    write_token: str = _setting(
        "", "Token that lets people decide on the page `/review`; at least 16 characters, empty allows nobody."
    )
    max_document_mb: int = _setting(20, "A larger file is not read as a document, in MiB.")

    @property
    def data_dir(self) -> Path:
        """Folder of an embedded store; derived files stand beside it."""
        return Path(self.store_url)


def environment_name(setting: str) -> str:
    """`store_url` -> `GCM_STORE_URL`."""
    return f"GCM_{setting.upper()}"


def load_settings(environment: dict[str, str] | None = None, **overrides: object) -> Settings:
    """Settings from the environment (`os.environ` by default), with overrides on top.

    Raises SettingError naming the variable when a value does not fit.
    """
    source = os.environ if environment is None else environment
    values: dict[str, object] = {}
    for setting in fields(Settings):
        raw = source.get(environment_name(setting.name))
        if raw is None:
            continue
        default: object = getattr(Settings(), setting.name)
        kind: Callable[[str], object] = type(default)
        try:
            values[setting.name] = kind(raw)
        except ValueError as error:
            raise SettingError(
                f"{environment_name(setting.name)} must be a {type(default).__name__}, not {raw!r}"
            ) from error
    values.update({name: value for name, value in overrides.items() if value is not None})
    settings = Settings(**values)  # type: ignore[arg-type]
    if not settings.base_iri.endswith("/"):
        raise SettingError(f"GCM_BASE_IRI must end in a slash: {settings.base_iri!r}")
    if 0 < len(settings.write_token) < SHORTEST_TOKEN:
        raise SettingError(f"GCM_WRITE_TOKEN must have at least {SHORTEST_TOKEN} characters")
    return settings
