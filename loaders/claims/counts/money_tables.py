"""Tables of sums: what each donor has given, by year or in all."""

import re
from collections.abc import Iterator

from loaders.claims.about.context import Context
from loaders.claims.sentence.masked import unmasked
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import Unit
from loaders.figures.figure_words import CURRENCIES, SCALES
from loaders.figures.numbers import Number, find_numbers
from loaders.reading.blocks import Block, Spot
from loaders.recognition.grid import Grid, of_several
from loaders.recognition.recognition import Recognition

_SIGNS = sorted(CURRENCIES, key=len, reverse=True)
_CURRENCY = re.compile(
    rf"(?<!\w)(?:united states |états-unis )?(?P<sign>{'|'.join(map(re.escape, _SIGNS))})(?!\w)", re.IGNORECASE
)
_BY_SIGN = {sign.lower(): code for sign, code in CURRENCIES.items()}
_GIVEN = re.compile(
    r"contribut|donor|donat|deposit|pledg|commit|paid|aport|contribu|donant|ingres|depósit|versement|verse|donat|bailleur"
    r"|funding|financi|financement|\bpartners?\b|\bsocios?\b|partenaires?\b",
    re.IGNORECASE,
)
# a column of sums: a year, a time, a sum; and one of something else
_OF_SUMS = re.compile(
    r"\W*(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?|since\b.*|desde\b.*|depuis\b.*|cumulat.*|acumulad.*"
    r"|cumul.*|to date|a la fecha"
    r"|à ce jour|total.*|all years|amounts?.*|sums?|monto.*|importe.*|montant.*"
    r"|.*(?:contribut|deposit|aport|versement|paid|received).*)\W*",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"%|per ?cent|share|number|rank|año de ingreso|programmes?|projects?|objecti", re.IGNORECASE)
_OF_PROGRAMMES = re.compile(
    r"program|project|proyecto|projet|objecti|objetiv|organi[sz]a|agenc|entit|entidad|recipient|beneficiar|bénéficiaire|receptor",
    re.IGNORECASE,
)
# "Contributions to the [budget of the] GFMD": what is given to is a process, and no fund of it
_TO_A_PROCESS = re.compile(
    r"(?:contributions?|contribuci(?:ón|ones)|aportes?|aportaciones|payments?|pagos?|versements?)"
    r"(?: (?:paid|received|made|versées|recibid[oa]s|reçues))? (?:to|al?|au|aux|à) "
    r"(?:(?:the|la|el|le|los|las|les) |l['’])?(?:(?:budget|presupuesto|work|costs?) (?:of|del?|du|de la) (?:the )?)?$",
    re.IGNORECASE,
)
_A_FUND = re.compile(
    r"\W{0,3}(?:\w+ ){0,2}(?:trust |multi-)?(?:fund|fondo|fonds|account|cuenta|compte)\b", re.IGNORECASE
)
_TOTAL = re.compile(r"\W*(?:grand |sub-?)?total(?: general| général| recibido| received| reçu)?\W*", re.IGNORECASE)
_SUMS_ARE = re.compile(
    r"^\W*(?:the |these |all |note:? |los |las |estos |estas |les |ces )*"
    r"(?:sums?|amounts?|figures|contributions|montos|importes|cifras|sumas|aportes|montants|sommes|versements|chiffres)\b",
    re.IGNORECASE,
)
_CAPTIONS = 2  # blocks above a table that may say what its sums are


def money_tables(found: Recognition, context: Context) -> Iterator[Stated]:
    """A sum for each cell in the row of a donor, and that they give to the fund of the passage."""
    for table in found.grids:
        if len(table.rows) > 1 and len(table.rows[0]) > 1:
            yield from _of_table(found, table, context)


def _of_table(found: Recognition, table: Grid, context: Context) -> Iterator[Stated]:
    head, *body = table.rows
    headers = {number: " ".join(cell.text for cell in cells) for number, cells in head.items()}
    above = _above(found, table)
    if not _GIVEN.search(" ".join((*headers.values(), *above))) or any(map(_OF_PROGRAMMES.search, headers.values())):
        return
    of_sums = [n for n, header in headers.items() if _is_of_sums(header) and n != min(headers)]
    currencies = {n: (headers[n], *above, *headers.values()) for n in of_sums}
    money = any(_CURRENCY.search(text) for text in (*headers.values(), *above))
    fund = _fund_below(found, table) or context.fill("context-fund", _whole_unit(head[min(head)][0]))
    fund = fund or _process(found, table)
    for row in body:
        first = row[min(row)][0]
        giver = _giver(found, first)
        total = giver is None and len(of_sums) == 1 and _TOTAL.fullmatch(first.text)
        owner = fund if total else giver
        for number in of_sums if owner else ():
            if number in row and not of_several(row[number][0], first):
                cell = row[number][0]
                yield from _cell(found, str(owner), cell, currency_of(cell.text, *currencies[number]))
        if giver and fund and giver != fund and money:
            yield Stated(subject=giver, relation="contributesTo", object=fund, spots=(_whole(first),),
                         rule="table-of-sums")  # fmt: skip


def _fund_below(found: Recognition, table: Grid) -> str | None:
    """The fund that the line right under a table says its sums are given to."""
    order = max(cell.order for cell in table.cells()) + 1
    if order >= len(found.reading.blocks) or not _SUMS_ARE.search(found.reading.blocks[order].text):
        return None
    return next((span.entity for span in found.spans[order] if span.code == "F"), None)


def _is_of_sums(header: str) -> bool:
    """Whether a column holds sums, by its header."""
    return bool((_CURRENCY.search(header) or _OF_SUMS.fullmatch(header)) and not _OF_OTHERS.search(header))


def _process(found: Recognition, table: Grid) -> str | None:
    """The process that the caption says is given to: "Contributions to the budget of the Forum"."""
    named: set[str] = set()
    for order in _orders_above(found, table):
        text = found.reading.blocks[order].text
        for span in found.spans[order]:
            if span.code in "PR" and _TO_A_PROCESS.search(text, 0, span.at) and not _A_FUND.match(text, span.to):
                named.add(span.entity)
    return named.pop() if len(named) == 1 else None


def _cell(found: Recognition, giver: str, cell: Block, currency: str | None) -> Iterator[Stated]:
    number = only_number(cell.text, found.reading.language)
    if currency and number and number.value:
        yield Stated(subject=giver, relation="hasCount", value=number.value, unit=currency, measure="contributed",
                     spots=(_whole(cell),), rule="table-of-sums")  # fmt: skip


def only_number(text: str, language: str) -> Number | None:
    """The number that a cell holds, and little else."""
    numbers = find_numbers(text, language)
    if len(numbers) != 1:
        return None
    number = numbers[0]
    rest = _CURRENCY.sub("", text[: number.at] + text[number.to :]).strip().lower()
    if rest in SCALES:
        return number._replace(value=number.value * SCALES[rest][0])
    return None if re.search(r"\w", rest) else number


def _giver(found: Recognition, cell: Block) -> str | None:
    """The state or body that the first cell of a row names, and nothing else."""
    named = [span for span in found.spans[cell.order] if span.code in "SUOF"]
    return named[0].entity if len(named) == 1 and (named[0].to - named[0].at) * 3 >= 2 * len(cell.text) else None


def _above(found: Recognition, table: Grid) -> list[str]:
    """The lines right above a table, and its heading."""
    return [found.reading.blocks[order].text for order in _orders_above(found, table)]


def _orders_above(found: Recognition, table: Grid) -> list[int]:
    first = table.first
    orders = [
        *range(max(0, first.order - _CAPTIONS), first.order),
        *([first.section] if first.section is not None else []),
    ]
    return [order for order in orders if found.reading.blocks[order].row is None]


def currency_of(*texts: str) -> str | None:
    """The currency of a cell, of its header, else of the table."""
    signs = (_CURRENCY.search(text) for text in texts)
    return next((_BY_SIGN[sign["sign"].lower()] for sign in signs if sign), None)


def _whole(block: Block) -> Spot:
    return Spot(block.order, 0, len(block.text))


def _whole_unit(block: Block) -> Unit:
    return Unit(unmasked(block, 0, len(block.text)), block, (_whole(block),))
