"""What labels say of the values they stand with: "Co-chairs: Spain, Fiji", a column of leads, a list under a title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.iris import digest
from graph.records import Basis, Modality, Polarity, When
from loaders.claims.about.context import Context
from loaders.claims.counts.money_tables import only_number
from loaders.claims.layout.label_topics import entity_in, topic_of
from loaders.claims.layout.seats import SEATED, committee_over, successors
from loaders.claims.people.people_claims import represents
from loaders.claims.sentence.qualify import Qualification, qualify
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.subjects import has_no_members, is_devoted
from loaders.figures.numbers import LANGUAGES, Number, find_numbers
from loaders.reading.blocks import Block, Spot
from loaders.reading.lines import LABEL
from loaders.recognition.grid import Labelled, of_several
from loaders.recognition.groups.committees import membership
from loaders.recognition.listed import members
from loaders.recognition.listing import Entry
from loaders.recognition.names.editions import edition_of
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.labels import Meaning, meaning_by_id, meanings_of
from ontology.vocabulary import class_of_path, relations

_CO = re.compile(r"\bco-?(?:chair|presiden|président)", re.IGNORECASE)
_OF_ONE_EDITION = frozenset({"hosts", "organizes", "takesPlaceIn", "takesPlaceOn"})
_WITH_MEMBERS = ("regional-process/", "working-group/", "un-entity/un-network")
_COUNTED = frozenset({"memberOf", "observerOf", "participatesIn", "championOf"})
# labels that tell apart kinds of members, or of those who came
_KINDS_OF_MEMBERS = frozenset({"constituency", "kinds-of-those-who-came", "members", "contributors", "team"})
_CHAMPIONS = "champions"
_KINDS = "kinds-of-those-who-came"
_BESIDE = frozenset({"constituency", _KINDS, _CHAMPIONS})
_WHO_CAME = frozenset({"participants", "absent"})
_RUN_IN = re.compile(r"^[^.:]{3,60}[.:]")
_AHEAD = {"agenda", "concept-note"}
_LONGEST_NOUN = 14  # "GCM objective 5": what a value under a heading may open with
_BRACKET = re.compile(r"\([^()]*\)")
_OF_PERSONS = frozenset({"spokeAt", "chairs", "coChairs"})
_SENT_BY = re.compile(
    r"[^;:\n.*]{0,30}\s?:\s(?:[\w.]{1,10}\s){0,2}[A-ZÀ-Ý][\w'’-]+\s(?=[A-ZÀ-Ý])"
)  # "ILO: Ms. Lina Haddad"
_NEXT_ENTRY = re.compile(r"[;\n•]|\s(?:and|y|e|et)\s")


def label_claims(found: Recognition, one: Labelled, context: Context) -> Iterator[Stated]:
    """The claims that one labelled value makes; none where the label is about nothing that the text names."""
    block = found.reading.blocks[one.value.block]
    seated = committee_over(found, block) if one.meaning.id in SEATED and one.key is None else None
    one = replace(one, meaning=_meant(found, one, seated))
    meaning = one.meaning
    if not meaning.relation:
        return
    if meaning.id == _CHAMPIONS and _is_of_attendance(found, one):
        yield from label_claims(found, replace(one, meaning=meaning_by_id("participants")), context)
    if meaning.side == "amount":
        yield from _amount(found, one, block)
        return
    if meaning.side == "count":
        yield from _count_of_row(found, one, block)
        return
    if meaning.side == "row":
        yield from _of_row(found, one, block)
        return
    there = context.main if meaning.id == "observers" and _is_of_attendance(found, one) else None
    topic = seated or there or meaning.always or topic_of(found, one, context)
    if topic is None or (meaning.always and topic not in context.named):
        return
    if meaning.side == "subject":
        yield from _listed(found, one, block, topic)
        return
    for span in found.spans[block.order]:
        opens = one.run_in or span.at - one.value.at <= _LONGEST_NOUN
        if one.value.at <= span.at < one.value.to and span.code in meaning.value and opens:
            yield from _told_of(found, one, topic, span)


def _meant(found: Recognition, one: Labelled, seated: str | None) -> Meaning:
    """What a label means where it stands: "Network: ..." may tell members of a committee, or of those who came."""
    if one.meaning.id in _KINDS_OF_MEMBERS and _is_of_attendance(found, one):
        return meaning_by_id("participants")
    if seated:
        return meaning_by_id("members")
    if one.meaning.id == "participants" and _is_of_a_process(found):
        return meaning_by_id("members")
    return one.meaning


def _is_of_a_process(found: Recognition) -> bool:
    """Whether a paper is a page on a process or group, without a meeting of its own: there they take part for good."""
    return found.book.main is None and (found.home or "").startswith(_WITH_MEMBERS)


def _is_of_attendance(found: Recognition, one: Labelled) -> bool:
    """Whether a label tells a kind of those who came ("UN system: ...") under a title or label that says so."""
    block = found.reading.blocks[one.label.block]
    over = [found.reading.blocks[order].text for order in (block.section, block.lead) if order is not None]
    opening = _RUN_IN.match(block.text[: one.label.at])
    words = [text.rstrip(" :.") for text in (*over, *([opening[0]] if opening else []))]
    if one.meaning.id in _BESIDE:
        words += _labels_beside(found, block)
    return any(meaning.id in _WHO_CAME for text in words for meaning in meanings_of(text))


def _labels_beside(found: Recognition, block: Block) -> Iterator[str]:
    """The labels of the lines right above and below one, to the first that has none: "Participating States: ..."."""
    blocks = found.reading.blocks
    for row in (reversed(blocks[: block.order]), blocks[block.order + 1 :]):
        for beside in row:
            label = LABEL.match(beside.text) if beside.section == block.section else None
            if label is None:
                break
            yield label[0].rstrip(": ")


def _listed(found: Recognition, one: Labelled, block: Block, topic: str) -> Iterator[Stated]:
    """Each entry of a list as subject of what the label says."""
    listed = [e for e in members(found, one.value) if not e.out]
    known = [e.span for e in listed if e.span and e.span.code in one.meaning.value]
    if not known or not _is_list(block, listed, known) or (not one.run_in and len(known) * 2 < len(listed)):
        return
    if not one.run_in and listed[0].span is None and _names_a_body(found, block, listed[0]):
        return  # a sentence that says itself of which body it tells: "The Process has nine members: ..."
    relation = _sharper(one, block, topic)
    if relation in _OF_PERSONS:
        known = list(_without_affiliations(block.text, known))
    if one.meaning.id in ("constituency", _KINDS) and relation == "memberOf":
        return
    known += successors(block, listed, Row(found.spans[block.order]))
    listing = digest("listing", block.order, one.value.at, one.meaning.id) if len(known) > 1 else None
    when = _year(found, one)
    said = _qualification(found, one, relation)
    for span in known:
        for path in span.entities:
            if path != topic and _fits(relation, path, topic):
                yield Stated(
                    subject=path, relation=relation, object=_held(found, relation, topic), when=when,
                    role=one.meaning.role or None, qualification=said, listing=listing, spots=_spots(one, block),
                    rule=f"label-{one.meaning.id}",
                )  # fmt: skip
    yield from _counted(found, one, block, relation, topic, said)


def _names_a_body(found: Recognition, block: Block, entry: Entry) -> bool:
    return any(entry.at <= span.at < entry.to and span.code in "RWP" for span in found.spans[block.order])


def _without_affiliations(text: str, known: Sequence[Span]) -> Iterator[Span]:
    """As in "Ms. A, Labour Authority, Kuwait; UNHCR": what stands behind a name is theirs, up to the next entry."""
    person: Span | None = None
    for span in known:
        if span.code == "H" and represents(text, span.at):
            continue
        if span.code == "H":
            person = span
        elif _SENT_BY.match(text, span.to) or (person is not None and not _NEXT_ENTRY.search(text, person.to, span.at)):
            continue
        yield span


def _is_list(block: Block, listed: Sequence[Entry], known: Sequence[Span]) -> bool:
    """Little else than names: persons may have their roles with them."""
    if any(span.code == "H" for span in known):
        return True
    named = sum(span.to - span.at for span in known)
    said = sum(len(_BRACKET.sub("", block.text[entry.at : entry.to])) for entry in listed)
    return named * 5 >= 2 * said


def _sharper(one: Labelled, block: Block, topic: str) -> str:
    relation = one.meaning.relation
    if relation == "chairs" and _CO.search(block.text, one.value.at, one.value.to):
        return "coChairs"
    return membership(topic) if relation == "memberOf" else relation


def _told_of(found: Recognition, one: Labelled, topic: str, span: Span) -> Iterator[Stated]:
    """The topic as subject: what it covers, where and when it is."""
    relation, block = one.meaning.relation, found.reading.blocks[one.value.block]
    said = _qualification(found, one, relation)
    if one.meaning.side == "time":
        yield Stated(subject=_held(found, relation, topic, span.value), relation=relation, value=span.value,
                     qualification=said, spots=_spots(one, block), rule=f"label-{one.meaning.id}")  # fmt: skip
        return
    for path in span.entities:
        if path != topic and _fits(relation, topic, path):
            yield Stated(subject=_held(found, relation, topic), relation=relation, object=path, qualification=said,
                         spots=_spots(one, block), rule=f"label-{one.meaning.id}")  # fmt: skip


def _amount(found: Recognition, one: Labelled, block: Block) -> Iterator[Stated]:
    """A sum in the row of who gave it; the currency stands with it or in the header."""
    actor = entity_in(found, one.key, "SUO") if one.key else None
    numbers = list(find_numbers(block.text, found.reading.language))
    if actor is None or len(numbers) != 1 or _of_several(found, one, block):
        return
    unit = _currency(block.text) or _currency(found.reading.blocks[one.label.block].text)
    if unit:
        yield Stated(subject=actor, relation="hasCount", value=numbers[0].value, unit=unit, measure="contributed",
                     spots=_spots(one, block), rule="label-amounts")  # fmt: skip


def _count_of_row(found: Recognition, one: Labelled, block: Block) -> Iterator[Stated]:
    """A bare number in the row of a meeting; the header says what is counted."""
    topic = entity_in(found, one.key, one.meaning.of) if one.key else None
    number = only_number(block.text, found.reading.language)
    if topic and number and not _of_several(found, one, block):
        unit = found.reading.blocks[one.label.block].text.lower()
        yield Stated(subject=topic, relation="hasCount", value=number.value, unit=unit, measure=unit,
                     spots=_spots(one, block), rule="label-counts")  # fmt: skip


def _of_several(found: Recognition, one: Labelled, block: Block) -> bool:
    return one.key is not None and of_several(block, found.reading.blocks[one.key.block])


def _of_row(found: Recognition, one: Labelled, block: Block) -> Iterator[Stated]:
    """What a column says of the one that the row is about: it pledges."""
    actor = entity_in(found, one.key, one.meaning.of) if one.key else None
    if actor:
        yield Stated(subject=actor, relation=one.meaning.relation, object=one.meaning.always,
                     qualification=_qualification(found, one, one.meaning.relation), spots=_spots(one, block),
                     rule=f"label-{one.meaning.id}")  # fmt: skip


_CURRENCIES = (
    ("USD", re.compile(r"us\$|usd|dollars?|dólares|\$", re.IGNORECASE)),
    ("EUR", re.compile(r"eur|€|euros?", re.IGNORECASE)),
)


def _number(words: str) -> Number | None:
    """The number that words open with, in any of the languages."""
    return next((n for language in LANGUAGES for n in find_numbers(words, language) if n.at == 0), None)


def _currency(header: str) -> str | None:
    return next((code for code, words in _CURRENCIES if words.search(header)), None)


def _counted(
    found: Recognition, one: Labelled, block: Block, relation: str, topic: str, said: Qualification
) -> Iterator[Stated]:
    """As in "Twelve countries: ...": how many the list has, said right before it."""
    words = block.text[one.count.at : one.count.to].rstrip(": ") if one.count and relation in _COUNTED else ""
    number = _number(words.lower()) if words else None
    if number and number.value >= 2:
        yield Stated(subject=topic, relation="hasCount", value=number.value, unit=words[number.to :].strip().lower(),
                     measure="members", qualification=said, spots=_spots(one, block), rule="label-count")  # fmt: skip


def _held(found: Recognition, relation: str, topic: str, when: str = "") -> str:
    return edition_of(topic, when, found.edition) if relation in _OF_ONE_EDITION else topic


def _year(found: Recognition, one: Labelled) -> When | None:
    """The time of a row, or of the label ("Presidency 2025")."""
    for spot in (one.year, one.label):
        years = re.findall(r"(?:19|20)\d\d", found.reading.blocks[spot.block].text[spot.at : spot.to]) if spot else ()
        if years:
            return When("/".join(dict.fromkeys((years[0], years[-1]))), Basis.STATED)
    return None


def _qualification(found: Recognition, one: Labelled, relation: str) -> Qualification:
    """What the words of the label say of it: former, incoming, proposed; what an agenda tells lies ahead."""
    text = found.reading.blocks[one.label.block].text[one.label.at : one.label.to]
    said = qualify(text, 0, len(text))
    modality = said.modality
    if modality is Modality.ASSERTED and relation in ("spokeAt", "participatesIn") and found.frame.genre in _AHEAD:
        modality = Modality.PLANNED
    return Qualification(Polarity.POSITIVE, modality, said.attributed_to, said.ended)


def _spots(one: Labelled, block: Block) -> tuple[Spot, ...]:
    """The sentence of the value, then the label where it stands elsewhere, then what names the row."""
    at, to = block.sentence_at(one.value.at)
    first = Spot(block.order, min(at, one.value.at), max(to, one.value.to))
    others = [spot for spot in (one.label, one.key, one.year) if spot and spot.block != block.order]
    return (first, *others)


def _fits(name: str, subject: str, target: str) -> bool:
    relation = relations()[name]
    if name == "memberOf" and has_no_members(target):
        return False
    if name == "coversObjective" and not is_devoted(subject):
        return False
    return class_of_path(subject).local in relation.domain and class_of_path(target).local in relation.range
