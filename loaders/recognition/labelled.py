"""Values and the labels they stand with: on a line, under a heading, in a row or a column of a table."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.records import PassageKind
from loaders.reading.blocks import Block, Spot
from loaders.reading.markers import timed
from loaders.recognition.grid import Grid, Labelled
from loaders.recognition.grids import masked_label
from loaders.recognition.meetings.listed_titles import title_column
from loaders.recognition.names.spans import DATE_CODE
from loaders.recognition.people.person_tables import person_columns
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import AT_MEETINGS, LONGEST_LABEL, Meaning, meaning_by_id, meanings_of, sorts_rows

_COLON = re.compile(r"\s?:(?=\s|$)|\s[–—](?=\s)")
_BEFORE_LABEL = re.compile(r"(?:^|[.;•·|(»]\s*|\s[–—]\s)(?=[^.;•·|(–—]*(?:[(\[]\d[^()]{0,30}[)\]])?$)")
_LONGEST_CATEGORY = 60
_KINDS = frozenset({"constituency", "kinds-of-those-who-came"})
_ARTICLE = 5  # letters that may stand before the first name of a list
_WHO_CAME = frozenset({"presidency", "observers", "absent", "participants"})
_GROUPS_OF_MEMBERS = frozenset({"constituency", "kinds-of-those-who-came", "ex-officio", "members"})
_REGION = re.compile(
    r"(?:\W|\d|\b(?:the|and|of|la|el|las|los|y|del?|le|les|et|des?|states|countries|region|estados|países|región|états|pays"
    r"|(?:north|south|east|west)(?:ern)?|sub|saharan|central[e]?|middle|latin[ae]?|africa|asia|pacific|oceania|europe|americas?"
    r"|caribbean|arab|norte|sur|este|oeste|oriental|occidental|áfrica|pacífico|oceanía|europa|américas?|caribe|árabes?"
    r"|african|africanos|africains?|asian|asiáticos|asiatiques?|european|europeos|européens?"
    r"|medio|oriente|nord|sud|est|ouest|afrique|asie|pacifique|océanie|amériques?|caraïbes|arabes|moyen|orient|l|d))+",
    re.IGNORECASE,
)
_OF_LISTS = frozenset({"memberOf", "observerOf", "chairs", "coChairs", "leads", "participatesIn"})
_YEAR = re.compile(r"\s*(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\s*")


def labelled(found: Recognition, tables: Sequence[Grid]) -> Iterator[Labelled]:
    """All values of a document that have a label with a meaning, in reading order."""
    in_grid = {b.order for t in tables for b in t.cells()}
    for table in tables:
        yield from _in_grid(found, table)
    above = _Above(found)
    for block in found.reading.blocks:
        own = list(_run_in(found, block))
        yield from own
        if block.order in in_grid:
            continue
        if all(_may_stand_under_another(block, one) for one in own) and block.kind is not PassageKind.FOOTNOTE:
            yield from above.values(block)


def _may_stand_under_another(block: Block, one: Labelled) -> bool:
    """Whether a label is in a bracket behind a name, or only tells what kind the names are ("Twelve countries:")."""
    return block.text[one.label.at - 1 : one.label.at] == "(" or one.meaning.id in _KINDS


def _run_in(found: Recognition, block: Block) -> Iterator[Labelled]:
    """As in "Chair: Ghana. Members: Iraq and Mexico"."""
    text = block.text
    labels = []
    stopped = _opening_label(found, block)
    if stopped:
        labels.append(stopped)
    for colon in _COLON.finditer(text) if ":" in text or "–" in text or "—" in text else ():
        window = max(0, colon.start() - LONGEST_LABEL)
        opened = _BEFORE_LABEL.search(text, window, colon.start())
        if opened is None or (colon[0].strip() != ":" and opened.end() > 0):
            continue
        told = meanings_of(masked_label(found, block, opened.end(), colon.start()))
        if told:
            labels.append((opened.end(), colon.start(), colon.end(), told))
    for index, (at, to, begin, told) in enumerate(labels):
        following = labels[index + 1][0] if index + 1 < len(labels) else len(text)
        end = min(_end(block, at, begin), following)
        if text[begin:end].strip():
            for meaning in told:
                yield Labelled(meaning, Spot(block.order, at, to), Spot(block.order, begin, end), run_in=True)


def _opening_label(found: Recognition, block: Block) -> tuple[int, int, int, tuple[Meaning, ...]] | None:
    """As in "Who belongs to it. IOM, OHCHR and WHO": a first sentence that is a label, before one that is a list."""
    if len(block.sentences) < 2 or block.sentences[0][1] > _LONGEST_CATEGORY:
        return None
    (at, to), (begin, end) = block.sentences[:2]
    told = tuple(
        one
        for one in meanings_of(masked_label(found, block, at, to))
        if one.relation in _OF_LISTS and one.side == "subject"
    )
    inside = [span for span in found.spans[block.order] if begin <= span.at and span.to <= end]
    names = sum(span.to - span.at for span in inside)
    opens = bool(inside) and inside[0].at - begin <= _ARTICLE
    return (at, to, begin, told) if told and opens and names * 2 >= end - begin else None


def _end(block: Block, at: int, begin: int) -> int:
    """Where the value behind a label ends: with its sentence, or the bracket that the label opens."""
    end = block.sentence_at(min(begin + 1, len(block.text) - 1))[1]
    if at and block.text[at - 1] == "(":
        closed = block.text.find(")", begin)
        end = closed if begin < closed < end else end
    return end


class _Above:
    """What stands above a block as its label: the line that introduces its list, else its heading."""

    def __init__(self, found: Recognition) -> None:
        self._found = found
        self._told: dict[int, tuple[Meaning, ...]] = {}

    def values(self, block: Block) -> Iterator[Labelled]:
        """The block as a value of the label above it; behind a category of its own ("UN entities: ...")."""
        for above in (block.lead, block.section):
            if above is None or above == block.order:
                continue
            told = self._meanings(above) or self._over(above)
            if told:
                yield from self._value(block, above, told)
                return

    def _value(self, block: Block, above: int, told: Sequence[Meaning]) -> Iterator[Labelled]:
        if block.kind is PassageKind.HEADING:
            return
        at, to = block.sentences[0] if block.sentences else (0, len(block.text))
        colon = _COLON.search(block.text, at, min(to, _LONGEST_CATEGORY))
        category = colon is not None and colon[0].strip() == ":"
        begin = colon.end() if colon and category else at
        label = Spot(above, 0, len(self._found.reading.blocks[above].text))
        count = Spot(block.order, at, begin) if category else None
        if block.text[begin:to].strip():
            for meaning in told:
                yield Labelled(meaning, label, Spot(block.order, begin, to), count=count)

    def _over(self, order: int) -> tuple[Meaning, ...]:
        """For a category of a list ("- UN entities:", a heading that is a region), the label over the list."""
        block = self._found.reading.blocks[order]
        if block.kind is PassageKind.HEADING:
            region = block.section is not None and _REGION.fullmatch(block.text)
            return self._meanings(block.section) if region and block.section is not None else ()
        if not block.text.endswith(":") or len(block.text) > _LONGEST_CATEGORY:
            return ()
        above = block.lead if block.lead is not None else block.section
        return self._meanings(above) if above is not None else ()

    def _meanings(self, order: int) -> tuple[Meaning, ...]:
        if order not in self._told:
            block = self._found.reading.blocks[order]
            short = len(block.text) <= LONGEST_LABEL
            label = masked_label(self._found, block, timed(block.text), len(block.text)) if short else ""
            self._told[order] = meanings_of(label) if label else ()
        return self._told[order]


def _in_grid(found: Recognition, table: Grid) -> Iterator[Labelled]:
    came = list(_below_label(found, table)) if person_columns(table) else []
    if any(one.meaning.id == "participants" for one in came):
        yield from came  # "Delegation | Head | Title" under "Attendance"
        return
    yield from _under_header(found, table) if table.columns else _beside_labels(found, table)


def _beside_labels(found: Recognition, table: Grid) -> Iterator[Labelled]:
    """Rows of a label and its value. Among those that tell who came, the groups of members came as well."""
    rows = [[row[number] for number in sorted(row)] for row in table.rows if len(row) > 1]
    told = [meanings_of(masked_label(found, first[0], 0, len(first[0].text))) for first, *_ in rows]
    if not any(told):
        yield from _below_label(found, table)
        return
    of_a_meeting = found.home is None and any(one.id in _WHO_CAME for row in told for one in row)
    for (first, *others), meanings in zip(rows, told, strict=True):
        for cell in (cell for cells in others for cell in cells):
            for meaning in meanings:
                yield Labelled(meaning, _whole(first[0]), _whole(cell), run_in=True)
                if of_a_meeting and meaning.id in _GROUPS_OF_MEMBERS:
                    yield Labelled(meaning_by_id("participants"), _whole(first[0]), _whole(cell), run_in=True)


def _below_label(found: Recognition, table: Grid) -> Iterator[Labelled]:
    """A table of names right below a line or a heading that is a label and no more: "Present:", "1. Attendance"."""
    heads = person_columns(table)
    cells = list(table.cells())
    before = found.reading.blocks[cells[0].order - 1] if cells and cells[0].order else None
    if before is None or before.row is not None:
        return
    listed = [
        cell for cell in cells if not heads or (cell.row != cells[0].row and heads.get(cell.column or 0) != "office")
    ]
    for meaning in meanings_of(masked_label(found, before, 0, len(before.text))):
        for cell in listed:
            yield Labelled(meaning, _whole(before), _whole(cell), run_in=True)


def _key(found: Recognition, table: Grid, row: Mapping[int, Sequence[Block]]) -> Block:
    """The cell that names what a row is about: the first, or that of a column of meetings where the first is a date."""
    first, *others = sorted(row)
    cell = row[first][0]
    dated = sum(s.to - s.at for s in found.spans[cell.order] if s.code == DATE_CODE)
    titles = title_column(found, table) if dated else None
    if dated * 2 < len(cell.text) and titles is None:
        return cell
    of_meetings = (n for n in others if n == titles or (n in table.columns and table.columns[n].key == "Event"))
    return next((row[n][0] for n in of_meetings), cell)


def _under_header(found: Recognition, table: Grid) -> Iterator[Labelled]:
    """Cells under a header that is a label; the row is about its first cell, or about a year."""
    for row in table.body:
        cells = [row[number][0] for number in sorted(row)]
        year = next((cell for cell in cells if _YEAR.fullmatch(cell.text)), None)
        sorted_by = sorts_rows(table.columns[min(table.columns)].header)
        key = _key(found, table, row) if cells[0] is not year and not sorted_by else None
        for number, column in table.columns.items():
            for cell in row.get(number, ()):
                for meaning in column.meanings if cell is not year else ():
                    if key is not None or meaning.relation not in AT_MEETINGS:
                        yield Labelled(
                            meaning, _whole(column.cell), _whole(cell), run_in=True,
                            key=_whole(key) if key is not None and key is not cell else None,
                            year=_whole(year) if year is not None else None,
                        )  # fmt: skip


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))
