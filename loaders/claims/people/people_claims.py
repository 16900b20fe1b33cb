"""What stands with a person's name: the roles they hold, and, in an agenda, that they speak."""

import re
from collections.abc import Iterator

from graph.records import Modality, PassageKind
from loaders.claims.about.focus import OF_NO_MEETING
from loaders.claims.sentence.qualify import Qualification
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Block, Spot
from loaders.reading.markers import is_time, timed
from loaders.recognition.listing import is_out
from loaders.recognition.meetings.programme_days import opens_a_day
from loaders.recognition.people.person import Role
from loaders.recognition.people.person_grammar import grammar
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import meanings_of
from ontology.vocabulary import class_of_path

# who chairs, not who speaks for the chair
_PRESIDES = re.compile(
    r"^(?!.*\b(?:represent\w+|représent\w+|adviser|advisor|asesor\w*|conseill\w+|ambassador|vice|deputy)\b)"
    r".*\b(?:chair|presidency|presidencia|présidence|chairperson|chairman"
    r"|president[ea]?|présidente?)\b",
    re.IGNORECASE,
)
_CO_LEAD = re.compile(r"\bco-?lead\b", re.IGNORECASE)
_AGENDA = re.compile(
    r"\b(?:agenda|programme|program|programa|ordre du jour|orden del día|speakers|panel(?:l?ists)?|oradores"
    r"|intervenants)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"^(?!.*\b(?:absent|apolog|regret|excus|observ|invit))(?:annex\w* |anexo |annexe )?"
    r"(?:[IVX\d]+\W+)?(?:list of |lista de |liste des )?"
    r"(?:participants?|attendees|delegates|heads of delegations?|participantes|asistentes"
    r"|jef[ea]s de (?:las )?delegaci(?:ón|ones)"
    r"|participante?s|chefs? de (?:la )?délégations?)\b(?! (?:said|asked|agreed))",
    re.IGNORECASE,
)
_LONGEST_TITLE = 90
_SPELLED_OUT = re.compile(
    r"\b(?:countries|states|members|champions|delegations|países|estados|miembros|delegaciones|pays|états|membres)\s*$",
    re.IGNORECASE,
)
_NOT_SPEAKING = re.compile(r"\b(?:observer|observador|observat|absent|excused)", re.IGNORECASE)
# columns of an agenda that name others than speakers
_OF_A_TEAM = re.compile(r"\bteam|chair|\bmembers?\b|equipo|presid|miembros|équipe|présid|membres|venue|place", re.I)
# "hands over the Chair to Ghana, represented by Ms. Mensah"
_REPRESENTS = re.compile(
    r"\b(?:represented|accompanied|joined) by(?: [\w.]+)? $|\b(?:representad|acompañad)[oa]s? por(?: [\w.]+)? $"
    r"|\b(?:représent|accompagn)ée?s? par(?: [\w.]+)? $",
    re.IGNORECASE,
)
_LONGEST_CUE, _LONGEST_LINE = 60, 180
_NAME_ENDS = re.compile(r"\s?(?:[,(–—-]|$)")
_LABEL_BEFORE = re.compile(r"(?:^|[.;:(*]\s?|\s)(?P<label>[^\W\d_][\w-]*)\s?:\W*(?:[\w.'’]+\s){0,3}$")
_CHAIRED = {"RegionalProcess", "Process", "Event", "Roundtable", "WorkingGroup"}


def people_claims(found: Recognition, block: Block, main_event: str | None) -> Iterator[Stated]:
    """Claims of one block about the persons it names."""
    agenda = main_event is not None and in_agenda(found, block) and not _tells_the_chair(block)
    came = main_event is not None and _is_list_of_those_who_came(found, block)
    for person in found.people[block.order]:
        at, to = block.sentence_at(person.at)
        spot = Spot(block.order, at, max(to, person.to))
        for role in person.roles:
            yield from role_claim(person.path, role, spot)
        if agenda and main_event and not _is_chair(block.text, person.at) and not is_out(block.text, person.to):
            here = "participatesIn" if represents(block.text, person.at) else "spokeAt"
            yield Stated(subject=person.path, relation=here, object=main_event,
                         spots=(spot,), qualification=Qualification(modality=Modality.PLANNED), rule="agenda-speaker",
                         inferences=("context",))  # fmt: skip
        if came and main_event:
            yield Stated(subject=person.path, relation="participatesIn", object=main_event, spots=(spot,),
                         rule="list-of-participants", inferences=("context",))  # fmt: skip
    if agenda and main_event and not _OF_A_TEAM.search(header_over(found, block)):
        for span in found.spans[block.order]:
            if span.code == "S" and _opens_or_bracketed(block.text, span.at):
                spot = Spot(block.order, *block.sentence_at(span.at))
                yield Stated(subject=span.entity, relation="spokeAt", object=main_event, spots=(spot,),
                             qualification=Qualification(modality=Modality.PLANNED), rule="agenda-speaker",
                         inferences=("context",))  # fmt: skip


def represents(text: str, at: int) -> bool:
    """Whether the words before a name say that it only stands for another: "Ghana, represented by"."""
    return _REPRESENTS.search(text, max(0, at - _LONGEST_CUE), at) is not None


def _tells_the_chair(block: Block) -> bool:
    """Whether a line gives who presides ("Chair: Ms. Mensah"): that they preside is all it says."""
    return any(meaning.id in ("presidency", "co-presidency") for meaning in meanings_of(block.text.partition(":")[0]))


def _is_chair(text: str, at: int) -> bool:
    """Whether the label right before a name tells that it presides: "Session 1. Chair: Ms. Mensah"."""
    label = _LABEL_BEFORE.search(text, max(0, at - _LONGEST_CUE), at)
    return label is not None and any(
        meaning.id in ("presidency", "co-presidency") for meaning in meanings_of(label["label"])
    )


def role_claim(person: str, role: Role, spot: Spot) -> Iterator[Stated]:
    """What it says of a person to hold an office at a body: mostly holdsRole."""
    if role.body is None:
        return
    cls = class_of_path(role.body).local
    relation, text = "holdsRole", role.text or "representative"
    if cls in _CHAIRED and _PRESIDES.search(role.text):
        relation, text = "chairs", role.text
    elif cls == "WorkingGroup" and _CO_LEAD.search(role.text):
        relation, text = "leads", role.text
    yield Stated(subject=person, relation=relation, object=role.body, role=text, spots=(spot,), rule="person-role",
                 qualification=Qualification(ended=role.ended))  # fmt: skip


def in_agenda(found: Recognition, block: Block) -> bool:
    """Whether a block is a cell or item of an agenda: a table or list under a heading that says so."""
    if block.kind is PassageKind.PARAGRAPH:
        return in_timetable(found, block) and _is_of_a_person(found, block)
    if block.kind not in (PassageKind.CELL, PassageKind.ITEM):
        return False
    if found.frame.genre == "agenda" or in_timetable(found, block) or _in_row_of_a_day(found, block):
        return True
    section = found.reading.blocks[block.section].text if block.section is not None else ""
    return bool(_AGENDA.search(section)) or (block.row is not None and bool(_AGENDA.search(found.frame.title)))


def _is_of_a_person(found: Recognition, block: Block) -> bool:
    """Whether a line is a person's name with title and office, as those of a programme are."""
    first = min(found.people[block.order], key=lambda person: person.at, default=None)
    if first is None or len(block.sentences) > 1 or len(block.text) > _LONGEST_LINE:
        return False
    titles = re.fullmatch(rf"{grammar().title}{{0,3}}", block.text[: first.at])
    return titles is not None and _NAME_ENDS.match(block.text, first.to) is not None


def _in_row_of_a_day(found: Recognition, block: Block) -> bool:
    """Whether the row of a cell opens with a day or hour of the programme: "Day 1, morning", "09:30 – 10:00"."""
    table = found.grid_of(block)
    row = table.row_of(block) if table else {0: [block]}
    first = row[min(row)][0]
    return first is not block and (opens_a_day(first.text) or timed(f"{first.text} X") > 0)


def _is_list_of_those_who_came(found: Recognition, block: Block) -> bool:
    """Whether a block is an item or cell under a title or lead that says it lists the participants of a meeting."""
    if block.kind not in (PassageKind.CELL, PassageKind.ITEM) or found.frame.genre in OF_NO_MEETING:
        return False
    over = [found.reading.blocks[order].text for order in (block.lead, block.section) if order is not None]
    return any(len(text) <= _LONGEST_TITLE and _CAME.match(text) for text in over[:1])


def in_timetable(found: Recognition, block: Block) -> bool:
    """Whether a block is a line of a timetable, or stands under one."""
    lead = found.reading.blocks[block.lead] if block.lead is not None else block
    section = found.reading.blocks[block.section].text if block.section is not None else ""
    return is_time(block.marker) or is_time(lead.marker) or timed(lead.text) > 0 or timed(section) > 0


def header_over(found: Recognition, block: Block) -> str:
    """The words over the column in which a cell stands; none for what is no cell."""
    table = found.grid_of(block) if block.kind is PassageKind.CELL else None
    held = (row[block.column][0] for row in table.rows if block.column in row) if table else iter(())
    top = next(held, block)
    return "" if top is block else top.text


def _opens_or_bracketed(text: str, at: int) -> bool:
    """A state at the head of an agenda line, or in a bracket that spells out those before it ("countries (...)")."""
    opened = text.rfind("(", 0, at)
    inside = opened >= 0 and ")" not in text[opened:at] and ":" not in text[opened:at]
    return at <= 2 or (inside and bool(_SPELLED_OUT.search(text[:opened])) and not _NOT_SPEAKING.search(text[:opened]))
