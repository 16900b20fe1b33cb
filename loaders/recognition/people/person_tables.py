"""Tables of persons: a column of their names, one of their offices, and perhaps one of whose offices they are."""

from collections.abc import Mapping

from loaders.recognition.grid import Grid
from loaders.rules.labels import person_column


def person_columns(table: Grid) -> Mapping[int, str]:
    """What the columns tell by the first row; nothing where it does not head names and offices."""
    if len(table.rows) < 2:
        return {}
    told = {number: person_column(cell.text) for number, (cell, *_) in table.rows[0].items()}
    found = {number: kind for number, kind in told.items() if kind}
    return found if {"person", "office"} <= set(found.values()) else {}
