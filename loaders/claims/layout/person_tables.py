"""The offices that a table of persons tells: "Name | Title | Country"."""

import re
from collections.abc import Iterator

from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.recognition.people.person_tables import person_columns
from loaders.recognition.recognition import Recognition

_BODIES = "SUOR"
# an office that says itself where it is held: "Director of the National Institute of Migration"
_OF = re.compile(r"(?:,|\s(?:of|at|del?|du|des|de la))\s(?:the\s|la\s|el\s|l['’])?$|\s(?:de l|d)['’]$", re.IGNORECASE)


def person_tables(found: Recognition) -> Iterator[Stated]:
    """holdsRole for each row that names a person, an office and a body."""
    for table in found.grids:
        columns = person_columns(table)
        for row in table.rows[1:] if "body" in columns.values() else ():
            cells = {kind: row[number][0] for number, kind in columns.items() if number in row}
            if {"person", "office", "body"} <= set(cells):
                yield from _of_row(found, cells["person"], cells["office"], cells["body"])


def _of_row(found: Recognition, person: Block, office: Block, body: Block) -> Iterator[Stated]:
    names = [span.entity for span in found.spans[person.order] if span.code == "H"]
    bodies = [span.entity for span in found.spans[body.order] if span.code in _BODIES]
    own = next((span for span in found.spans[office.order] if span.code in _BODIES), None)
    of = _OF.search(office.text, 0, own.at) if own else None
    role = office.text[: of.start()] if of else office.text
    if len(names) == 1 and bodies and role.strip():
        yield Stated(
            subject=names[0], relation="holdsRole", object=own.entity if own and of else bodies[0], role=role.strip(),
            spots=tuple(Spot(cell.order, 0, len(cell.text)) for cell in (office, person, body)), rule="person-table",
        )  # fmt: skip
