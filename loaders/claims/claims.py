"""Rules applied to units: what a document states."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import product

from graph.iris import digest
from graph.records import LinkStatus, Modality, PassageKind, Polarity, When
from loaders.claims.about.context import CHAMPIONS, Context
from loaders.claims.about.focus import (
    AT_MEETINGS,
    CONCEPT_NOTE,
    OF_NO_MEETING,
    OF_THE_PRESS,
    goes_elsewhere,
    is_only_quoted,
    tells_another_time,
)
from loaders.claims.people.presiding import cannot_preside, has_a_group, presided
from loaders.claims.people.speech_claims import is_told_by_head
from loaders.claims.sentence import continued
from loaders.claims.sentence.affiliated import without_affiliations
from loaders.claims.sentence.masked import Located
from loaders.claims.sentence.periods import LASTING, period_of
from loaders.claims.sentence.qualify import Qualification, gives_voice, qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.subjects import has_no_members, is_devoted, is_governed, is_spoken_for, means_the_states
from loaders.claims.sentence.units import Unit
from loaders.reading.blocks import Block, Spot
from loaders.recognition.groups.committees import membership
from loaders.recognition.names.editions import edition_of
from loaders.recognition.recognition import Recognition
from loaders.rules.rulebook import Rule, matches
from loaders.rules.sought import Sought
from ontology.vocabulary import class_of_path, relations

_RESPECTIVELY = Sought(r"[^.;⟦⟧]{0,40}\b(?:respectively|respectivamente|respectivement)\b", re.IGNORECASE)
_ONLY_WORDS = re.compile(r"⟦[^⟧]*⟧")
# relations to a meeting that may still lie ahead: "a pledge ahead of the Forum"
_AHEAD = {"submitsPledge", "submitsReport"}
# relations in which a person does not bring along the body behind the slash
OF_PERSONS = {"spokeAt", "participatesIn"}
_OFFICES = {"chairs", "coChairs"}
# relations said of a name only where the name is the subject, and not what a noun before it is of
_OF_SUBJECTS = OF_PERSONS | _OFFICES | {"leads"}
_OF_MEETINGS = {"hosts", "organizes"}
_NETWORK = "un-entity/un-network-on-migration"
_ITS_OFFICE = re.compile(r"(?:['’]s)?\s(?:secretariat|coordinator)\b", re.IGNORECASE)
_QUOTED = re.compile(r".*(?:[,.!?…]\s?[\"”»]|[\"”»]\s?,)", re.DOTALL)
_MOST_PAIRS = 20_000  # what pairs more names is no sentence
_Member = tuple[str, tuple[Spot, ...]]


def rule_claims(found: Recognition, unit: Unit, context: Context) -> Iterator[Stated]:
    """What the rules find in one unit."""
    codes = {member.span.code for group in unit.masked.groups for member in group}
    language = found.language_of(unit.masked.text)
    for rule, match in matches(unit.masked.text, codes, found.frame.genre, language):
        for told in stated_by(found, unit, context, rule, match):
            context.hear(told)
            yield told


def stated_by(found: Recognition, unit: Unit, context: Context, rule: Rule, match: re.Match[str]) -> Iterator[Stated]:
    """What a rule states of a sentence where it was met in it."""
    if rule.after and not rule.after.search(_before(unit)):
        return
    subjects = _members(unit, rule, match, "s")
    if subjects is None or (rule.relation == "spokeAt" and unit.masked.notes):
        return  # who a footnote lists did not speak one by one
    if not subjects:
        filled = context.fill(rule.subject, unit, match.end())
        subjects = [(filled, unit.spots)] if filled else []
    if match.groupdict().get("t"):
        yield from _dated(found, unit, rule, match, subjects)
    elif subjects:
        yield from _related(found, unit, context, rule, match, subjects)


def _before(unit: Unit) -> str:
    """The sentence right before, within the passage."""
    ends = unit.block.sentences_before(unit.masked.at, 1)
    return unit.block.text[slice(*ends[-1])].replace("\n", " ") if ends and not unit.joined else ""


def _dated(
    found: Recognition, unit: Unit, rule: Rule, match: re.Match[str], subjects: Iterable[_Member]
) -> Iterator[Stated]:
    """A subject and the time that the sentence gives for it."""
    value = next((m.span.value for m in unit.masked.members(int(match["t"]))), None)
    for subject, spots in subjects:
        held = edition_of(subject, value or "", found.edition)
        if value and class_of_path(held).local in relations()[rule.relation].domain:
            yield Stated(
                subject=held, relation=rule.relation, value=value, role=rule.role or None, spots=spots, rule=rule.id,
                qualification=_qualification(found, unit, rule, match),
            )  # fmt: skip


def _related(
    found: Recognition, unit: Unit, context: Context, rule: Rule, match: re.Match[str], subjects: Sequence[_Member]
) -> Iterator[Stated]:
    """Each subject with each object, as far as the ontology lets the relation hold between them."""
    objects = _members(unit, rule, match, "o")
    if objects is None:
        return
    qualification = _qualification(found, unit, rule, match)
    inferred = not objects
    of_a_meeting = rule.relation in AT_MEETINGS and rule.object != "context-body"
    if inferred and rule.relation == "spokeAt":
        subjects = [one for one in subjects if not is_told_by_head(found, unit.block, one[0], rule.id)]
    if inferred and of_a_meeting and _is_of_another(found, unit, rule, match, qualification):
        return
    if inferred:
        filled = context.fill(rule.object, unit, match.end())
        of_itself = any(
            filled == subject for subject, _ in subjects[1:]
        )  # "IOM and the Network are observers": of what?
        objects = [(filled, ())] if filled and not of_itself else []
    pairs = len(subjects) * len(objects)
    if not 0 < pairs <= _MOST_PAIRS:
        return
    when = period_of(found, unit, match, rule.relation)
    listing = digest("listing", unit.block.order, match.start(), rule.id) if pairs > 1 else None
    state = partial(
        Stated, role=_role(rule, match), when=when, listing=listing, rule=rule.id,
        qualification=qualification, exhaustive=rule.exhaustive and listing is not None,
        inferences=("context",) if inferred and "/" not in rule.object else (),
    )  # fmt: skip
    for (subject, subject_spots), (target, object_spots) in _paired(unit, match, subjects, objects):
        if rule.relation == "chairs":
            target = presided(found, match[0], subject, target, partial(context.fill, "context-series", unit), inferred)
        relation = _committee(rule.relation, target)
        if relation in _OFFICES and cannot_preside(subject, target, match[0]):
            continue
        subject_as, target_as = _editions(found, rule, subject, target, when)
        if relation in _AHEAD:
            target_as = context.taken_in(target_as)
        if relation == "adopts" and not rule.subject and qualification.modality is Modality.ASSERTED:
            subject_as = context.taken_in(edition_of(subject_as, when.edtf if when else "", found.edition))
        if subject != target and _fits(relation, subject_as, target_as):
            spots = tuple(dict.fromkeys((*unit.spots[:1], *subject_spots[1:], *object_spots[1:])))
            yield state(subject=subject_as, relation=relation, object=target_as, spots=spots)


def _is_of_another(found: Recognition, unit: Unit, rule: Rule, match: re.Match[str], said: Qualification) -> bool:
    """Whether words that name no meeting tell of another time or thing than the meeting of the passage."""
    text = unit.masked.text
    if goes_elsewhere(rule.relation, text, match.start(), match.end()):
        return True
    if rule.relation == "spokeAt" and is_quoted_apart(found, unit):
        return True
    return said.polarity is Polarity.NEGATIVE or (
        said.modality is Modality.PLANNED and found.frame.genre in OF_NO_MEETING - {CONCEPT_NOTE}
    )


def is_quoted_apart(found: Recognition, unit: Unit) -> bool:
    """Whether a paper for the press quotes somebody in a passage that tells of no meeting before."""
    if found.frame.genre not in OF_THE_PRESS or not is_only_quoted(unit.masked.text):
        return False
    return not any(s.code == "E" and s.at < unit.masked.at for s in found.spans[unit.block.order])


def _paired(
    unit: Unit, match: re.Match[str], subjects: Sequence[_Member], objects: Sequence[_Member]
) -> Iterable[tuple[_Member, _Member]]:
    """Each with each; the first with the first and so on where the clause says "respectively"."""
    in_turn = len(subjects) == len(objects) and _RESPECTIVELY.match(unit.masked.text, match.end())
    return zip(subjects, objects, strict=True) if in_turn else product(subjects, objects)


def _role(rule: Rule, match: re.Match[str]) -> str | None:
    """The role in the words of the sentence, else that of the rule."""
    said = _ONLY_WORDS.sub("", match.groupdict().get("role") or "").strip(" ,")
    return said or rule.role or None


def _members(unit: Unit, rule: Rule, match: re.Match[str], role: str) -> list[_Member] | None:
    """The entities of a slot that are of its kind, each with the spots it rests on.

    None where the slot was met by something else than it is for; the empty list where there is no such slot.
    """
    named = match.groupdict()
    name, number = next(((n, named[n]) for n in (role, f"{role}last", f"{role}first") if named.get(n)), ("", None))
    if number is None:
        return []
    members = unit.masked.members(int(number))
    token = unit.masked.text.rfind("⟦", 0, match.start(name))
    if role == "s" and rule.relation in OF_PERSONS:
        members = (*members, *_further(unit, match))
    of_its_time = rule.relation in _AHEAD or not any(
        m.span.code in "EPT" and m.span.entity != CHAMPIONS for m in members
    )
    if not of_its_time and tells_another_time(unit.masked.text, token):
        return None
    if role == "s" and rule.relation in _OF_SUBJECTS and is_spoken_for(unit.masked.text, token, rule.relation):
        return None
    if role == "s" and rule.relation in _OF_SUBJECTS and is_governed(unit.masked.text, match, token, rule.relation):
        return None
    fitting = [m for m in _meant(unit, rule, role, token, members) if m.span.code in rule.kinds[role]]
    if role == rule.brought:
        fitting = [m for m in fitting if m.span.status is LinkStatus.PROVISIONAL]
    if role in rule.only:
        fitting = [m for m in fitting if _is_meant(rule.only[role], m.span.entity)]
        if not fitting:
            return None
    if rule.relation in OF_PERSONS and _ITS_OFFICE.match(unit.masked.text, unit.masked.text.find("⟧", token) + 1):
        fitting = [m for m in fitting if m.span.entity != _NETWORK]  # its secretariat is a body of its own
    if rule.relation in OF_PERSONS:
        fitting = without_affiliations(fitting, unit.block)
    chosen = fitting[-1:] if name.endswith("last") else fitting[:1] if name.endswith("first") else fitting
    homes = {spot.block: spot for spot in reversed(unit.spots[1:])}
    return [
        (path, (unit.spots[0], *filter(None, [homes.get(member.block)])))
        for member in chosen
        for path in member.span.entities
    ]


def _meant(unit: Unit, rule: Rule, role: str, token: int, members: Sequence[Located]) -> Sequence[Located]:
    """The members of a token without those that the noun before it only tells whose it is."""
    if role == "s" and rule.relation == "memberOf" and means_the_states(unit.masked.text, token):
        return [m for m in members if m.span.code == "S"]
    if role == "o" and rule.relation in _OFFICES and has_a_group(unit.masked.text, token):
        return [m for m in members if m.span.code != "U"]
    return members


def _further(unit: Unit, match: re.Match[str]) -> Iterator[Located]:
    """The persons with whom the list goes on whose first a match ends with."""
    if unit.masked.text[match.end() - 1] == "⟧":
        for number in continued.behind(unit.masked.text, match.end()):
            yield from (member for member in unit.masked.members(number) if member.span.code == "H")
        for number in continued.agents(unit.masked.text, match.end()):
            yield from unit.masked.members(number)


def _is_meant(meant: str, entity: str) -> bool:
    """Whether a slot for one entity means this one, or that of a country: "the Network in Ecuador"."""
    return entity != meant[1:] if meant[0] == "-" else entity == meant or entity.startswith(f"{meant}-in-")


def _committee(relation: str, target: str) -> str:
    """One is a member of a working group, of the committee of a fund, and a champion among the champions."""
    if relation in ("memberOf", "memberOfCommittee") and target.startswith("working-group/"):
        return membership(target)
    if relation == "memberOf" and target == CHAMPIONS:
        return "championOf"
    return relation


def _fits(name: str, subject: str, target: str) -> bool:
    """Whether the ontology lets the relation hold between things of these classes."""
    relation = relations()[name]
    if name == "memberOf" and has_no_members(target):
        return False
    if (name == "coversObjective" and not is_devoted(subject)) or (name in _OF_MEETINGS and target == CHAMPIONS):
        return False
    domain_fits = not relation.domain or class_of_path(subject).local in relation.domain
    range_fits = not relation.range or class_of_path(target).local in relation.range
    return domain_fits and range_fits


def _editions(found: Recognition, rule: Rule, subject: str, target: str, when: When | None) -> tuple[str, str]:
    """What is said of when, where and by whom a forum is held is said of one edition of it."""
    year = when.edtf if when else ""
    if rule.relation in ("takesPlaceIn",):
        return edition_of(subject, year, found.edition), target
    if rule.relation in ("organizes", "hosts"):
        return subject, edition_of(target, year, found.edition)
    return subject, target


def _qualification(found: Recognition, unit: Unit, rule: Rule, match: re.Match[str]) -> Qualification:
    text, at = unit.masked.text, match.start()
    # '"We cannot wait", said Ghana': what stands in the quotation is not said of Ghana
    quoted = _QUOTED.match(text, 0, at + 2)
    begin = min(quoted.end(), at) if quoted else 0
    said = qualify(text[begin:], at - begin, match.end() - begin)
    modality, attributed = said.modality, said.attributed_to
    if rule.modality:
        modality = Modality(rule.modality)
    if _is_told_by_others(found, unit.block) and attributed is None:
        attributed = "participants"
        modality = Modality.REPORTED if modality is Modality.ASSERTED else modality
    polarity = Polarity.NEGATIVE if rule.negative else said.polarity
    return Qualification(polarity, modality, attributed, rule.ended or (said.ended and rule.relation in LASTING))


def _is_told_by_others(found: Recognition, block: Block) -> bool:
    """Whether a block stands where a record tells what others said (its heading or lead-in announces it)."""
    blocks = found.reading.blocks
    carrier = blocks[block.host] if block.host is not None else block
    if found.frame.genre != "consultation-record" or carrier.kind is not PassageKind.ITEM:
        return False
    above = [blocks[order].text for order in (block.section, block.lead, block.host) if order is not None]
    return any(gives_voice(text) for text in above)
