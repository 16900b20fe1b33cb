"""Editions of a forum that is held again and again: `process/imrf` in 2022 is `event/imrf-2022`."""

import re

from loaders.gazetteer import reference_classes

# forums whose editions are events of their own, and the edition meant where no year is given
EDITIONS = {"process/imrf": "2022"}


def edition_of(path: str, edtf: str) -> str:
    """The edition of a forum in the year of a time; the path itself where there is no such edition."""
    if path not in EDITIONS:
        return path
    year = re.search(r"\d{4}", edtf or "")
    edition = f"event/{path.split('/')[1]}-{year[0] if year else EDITIONS[path]}"
    return edition if edition in reference_classes() else path


def series_of(edition: str) -> str | None:
    """`event/imrf-2022` -> `process/imrf`; None for an event that is no edition."""
    stem = re.fullmatch(r"event/(\w+)-\d{4}", edition)
    series = f"process/{stem[1]}" if stem else None
    return series if series in EDITIONS else None
