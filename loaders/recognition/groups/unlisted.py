"""Names that no list has, by what they are made of: bodies, groups, papers, programmes, offices."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from graph.iris import slug
from graph.records import LinkStatus
from loaders.reading.blocks import Block
from loaders.recognition.groups.acting_forums import acting_forums
from loaders.recognition.groups.branches import branches, nested
from loaders.recognition.groups.departments import departments
from loaders.recognition.groups.neighbours import neighbours
from loaders.recognition.groups.organizations import organizations
from loaders.recognition.meetings.event_extent import end_of_name
from loaders.recognition.names.bodies import Found, before_meeting, documents, national_bodies, offices, working_groups
from loaders.recognition.names.gazetteer import ancestors, reference_names
from loaders.recognition.names.glossary import in_english
from loaders.recognition.names.names import Names
from loaders.recognition.names.numbered_groups import LETTERED, NUMBERED
from loaders.recognition.names.spans import Row, Span, longest_first
from loaders.recognition.papers.adopted_papers import papers_of_cities
from loaders.recognition.papers.plain_papers import plain_papers
from loaders.recognition.papers.process_funds import named_funds, process_funds
from loaders.recognition.papers.programmes import programmes
from loaders.recognition.papers.quoted_papers import quoted_papers
from loaders.recognition.recognition import Recognition

_MINISTRY = re.compile(r"minist|secretaría|dire[ck]|department", re.IGNORECASE)
_TELLING = 3  # words by which a body is known again without its state
_WHOSE = re.compile(r"\s(?:of|de|del|du)\s|\sd['’]|,\s|\s\(")
_OF_A_BODY = re.compile(r"\s(?:of|within|under|del?|du|des)(?:\s(?:the|la|el|les))?(?:\s(?:l['’])?)?$")


def with_unlisted(result: Recognition, block: Block, linked: list[Span], dates: Sequence[Span]) -> list[Span]:
    """Names with those that no list has: national bodies, groups, documents, programmes, offices."""
    text, names, row = block.text, result.names, Row(linked)
    dated = Row(dates)
    language = result.reading.language
    found = [*national_bodies(text, [s for s in linked if s.code == "S"], partial(_national, language))]
    ends = partial(end_of_name, text, spans=row, dates=dated, connected=True)
    found += working_groups(
        text, lambda at: _before_owner(text, at, ends(at), row), lambda at, to: not row.touching(at, to)
    )
    if result.of_this_world:
        found += departments(text, row, lambda words, state: _of_state(language, words, state))
        found += organizations(text, row, partial(end_of_name, text, spans=Row(()), dates=dated, connected=True))
        found += acting_forums(text, row)
        found += _branches(result, block, row)
        found += _funds(result, block, row)
        found += (one for one in named_funds(text) if _names_no_body(one, row))
        found += documents(text, lambda at: before_meeting(text, at, _before_owner(text, at, ends(at), row)))
        found += papers_of_cities(text, row)
        found += plain_papers(text, row, lambda at: _before_owner(text, at, ends(at), row))
        found += programmes(result.reading.raw, block)
        found += quoted_papers(result.reading.raw, block)
    linked = _of_other_bodies(text, linked, names, language)
    of_places = {
        one.at: _bring(one, names, result.reading.language)
        for one in offices(text, linked, lambda path: _name_of(path, names))
    }
    linked = [of_places.get(s.at, s) for s in linked]
    _note_hosts(result, block, found, row)
    linked = longest_first(
        [*linked, *(_bring(one, names, result.reading.language) for one in found if not _known_already(one, row))]
    )
    if result.of_this_world:
        beside = [_bring(one, names, result.reading.language) for one in neighbours(text, Row(linked))]
        linked = longest_first([*linked, *beside])
    result.parts |= nested(text, linked)
    return linked


def _note_hosts(result: Recognition, block: Block, found: Sequence[Found], row: Row) -> None:
    """The city stands within the name of an embassy, and is named there."""
    for one in found:
        inside = row.inside(one.at, one.to) if one.cls == "Organization" else []
        if inside and inside[0].code == "S":
            result.inside.setdefault(block.order, []).extend(s for s in inside if s.code == "C")


def _branches(result: Recognition, block: Block, row: Row) -> Iterator[Found]:
    """The branches of bodies; notes of which body each is, which stands within its name."""
    for one in branches(block.text, row, lambda path: _name_of(path, result.names)):
        path = _bring(one.found, result.names, result.reading.language).entity
        result.parts[path] = one.whole
        body = next(s for s in row.inside(one.found.at, one.found.to) if s.entity == one.whole)
        result.inside.setdefault(block.order, []).append(body)
        yield one.found


def _names_no_body(fund: Found, known: Row) -> bool:
    """Whether no name that is known reaches over that of a fund: a body may open it ("IOM Development Fund")."""
    return all(s.at == fund.at and s.to < fund.to for s in known.touching(fund.at, fund.to) if s.code != "F")


def _funds(result: Recognition, block: Block, row: Row) -> Iterator[Found]:
    """The funds of processes; notes of which process each is, which stands within its name."""
    for fund, owner in process_funds(block.text, row, lambda path: _name_of(path, result.names)):
        inside = [s for s in row.inside(fund.at, fund.to) if s.entity == owner]
        result.inside.setdefault(block.order, []).extend(inside)
        yield fund


def _of_other_bodies(text: str, linked: list[Span], names: Names, language: str) -> list[Span]:
    """As in "Steering Committee of the Rabat Process": not the committee that is meant where no body is named."""
    out = list(linked)
    for at, (group, body) in enumerate(pairwise(linked)):
        joined = group.code == "W" and group.method == "context" and _OF_A_BODY.fullmatch(text, group.to, body.at)
        if joined and body.code in "RPF" and body.entity not in ancestors(group.entity):
            noun = text[group.at : group.to]
            name = f"{in_english(noun, language) or noun} of the {_name_of(body.entity, names)}"
            path = names.bring(f"working-group/{slug(name)}", "WorkingGroup", name)
            out[at] = replace(group, entity=path, method="pattern", status=LinkStatus.PROVISIONAL)
    return out


def _national(language: str, words: str, state: str) -> str | None:
    """The English name of a body of a state: "Secretaría de Relaciones Exteriores de" of Mexico."""
    told = in_english(words.strip(), language)
    return re.sub(r"(?:\sof)?(?:\sthe)?$", "", told) + f" of {reference_names()[state]}" if told else None


def _of_state(language: str, words: str, state: str) -> str:
    """As in "Ministry of Labour of Ghana", where the text has it "Ghana's Ministry of Labour"."""
    return _national(language, words, state) or f"{words} of {reference_names()[state]}"


def _before_owner(text: str, at: int, to: int, known: Row) -> int:
    """Where the name of a group ends whose body is named behind it: "... on data of the Network"."""
    for body in known.inside(at, to):
        if body.at == at and body.to == to and body.code in "RP":
            return at  # "the working groups of the Process" are named by nothing else
        owner = _OF_A_BODY.search(text, at, body.at) if body.code in "UORP" else None
        if owner:
            return owner.start()
    return to


def _known_already(found: Found, linked: Row) -> bool:
    """A document whose name is that of a linked entity, or lies inside one, is not a new one."""
    around = linked.holding(found.at)
    return around is not None and found.to <= around.to


@lru_cache(maxsize=1)
def _paths_by_name() -> Mapping[str, str]:
    return {name: path for path, name in reference_names().items()}


def _name_of(path: str, names: Names) -> str:
    return names.brought[path].name if path in names.brought else reference_names()[path]


def _same_body(found: Found, name: str, names: Names) -> str | None:
    """The body that was named before, with its state or without: "Ministry of Labour (of Ghana)"."""
    told = _MINISTRY.match(found.name) or len(found.name.split()) >= _TELLING
    if found.cls != "Organization" or not told:
        return None
    bodies = ((path, [one.name, *one.labels]) for path, one in names.brought.items() if one.cls == "Organization")
    alike = [path for path, known in bodies if _same_name(name, known) or _same_name(found.name, known)]
    return alike[0] if len(alike) == 1 else None


def _same_name(name: str, others: Sequence[str]) -> bool:
    """Whether a name is one of the others, or each of those that says more, or less, only adds of which state."""
    if name in others:
        return True
    longer = [one for one in others if len(one) > len(name)]
    if longer:
        return any(one.startswith(name) and _WHOSE.match(one, len(name)) for one in longer)
    return any(name.startswith(one) and _WHOSE.match(name, len(one)) is not None for one in others)


def _same_number(found: Found, names: Names) -> str | None:
    """The group that goes by the number alone, or with what it is on: "Workstream 3(: Regular pathways)"."""
    numbered = NUMBERED.match(found.name) if found.cls == "WorkingGroup" else None
    if numbered is None:
        return None
    alike = [
        path
        for path, one in names.brought.items()
        if one.cls == "WorkingGroup" and (known := NUMBERED.match(one.name)) and known[0] == numbered[0]
    ]
    return alike[0] if len(alike) == 1 else None


def _bring(found: Found, names: Names, language: str) -> Span:
    # a body, a programme and a title keep the name they have
    kept = found.quoted or found.cls in ("Organization", "Process")
    translated = not kept and not LETTERED.match(found.name)
    name = (in_english(found.name, language) if translated else None) or found.name
    known = _paths_by_name().get(found.name) or _paths_by_name().get(name)
    if known:
        return Span(found.at, found.to, found.code, known, "pattern")
    path = names.bring(
        _same_body(found, name, names) or _same_number(found, names) or replace(found, name=name).path,
        found.cls, name, found.name, name,
    )  # fmt: skip
    return Span(found.at, found.to, found.code, path, "pattern", LinkStatus.PROVISIONAL)
