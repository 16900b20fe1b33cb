"""The whole way for one document, pure: read, segment, recognise, link, claim, qualify, check.

No store, no engine, no clock: the same bytes give the same records, whoever calls.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.iris import slug
from graph.records import Document, DocumentRecords
from loaders.claims.about.context import Context
from loaders.claims.advance import said_there
from loaders.claims.assemble import assemble
from loaders.claims.claims import rule_claims
from loaders.claims.clause_claims import clause_claims
from loaders.claims.counts.fact_tables import fact_tables, label_counts
from loaders.claims.counts.figure_claims import figure_claims
from loaders.claims.counts.meeting_counts import meeting_counts
from loaders.claims.counts.money_tables import money_tables
from loaders.claims.elided_claims import elided_claims
from loaders.claims.event_claims import editions, main_event_date, settings
from loaders.claims.groups.group_passages import group_passages, without_guesses
from loaders.claims.groups.listed_leads import listed_leads
from loaders.claims.groups.part_claims import branch_claims, part_claims
from loaders.claims.layout.header_claims import header_claims
from loaders.claims.layout.label_claims import label_claims
from loaders.claims.layout.members_present import members_present
from loaders.claims.layout.person_tables import person_tables
from loaders.claims.layout.programme_claims import programme_claims
from loaders.claims.layout.session_claims import (
    cell_claims,
    days_at_parts,
    header_parts,
    part_days,
    programme_date,
    session_claims,
    table_objectives,
)
from loaders.claims.layout.table_claims import table_claims
from loaders.claims.layout.titled_claims import titled_claims
from loaders.claims.layout.turn_claims import turn_claims
from loaders.claims.list_claims import list_claims
from loaders.claims.name_claims import name_claims, roundtable_claims
from loaders.claims.papers.about_objectives import about_objectives
from loaders.claims.papers.listed_objectives import listed_objectives
from loaders.claims.papers.listed_pledges import listed_pledges
from loaders.claims.papers.named_objectives import named_objectives
from loaders.claims.papers.own_paper import own_paper
from loaders.claims.papers.papers_by_clause import papers_by_clause
from loaders.claims.people.officer_claims import officer_claims
from loaders.claims.people.people_claims import people_claims
from loaders.claims.people.presided_by_me import with_the_speaker
from loaders.claims.people.pronoun_claims import pronoun_claims
from loaders.claims.people.speech_claims import speech_claims
from loaders.claims.preambles import with_preamble
from loaders.claims.sentence.stated import Stated
from loaders.claims.sentence.units import as_they_stand, units
from loaders.claims.tidy import tidy
from loaders.frame.frame import frame
from loaders.reading.canonical import Places
from loaders.reading.read import read
from loaders.recognition.recognise import recognise
from loaders.recognition.recognition import Recognition
from loaders.rules.mappings import TableMapping

# Raised whenever the same bytes may give other records: documents are read anew then.
VERSION = "9"


def version_for(mapping: TableMapping | None) -> str:
    """What a document was read by, besides its bytes."""
    return f"{VERSION}+{mapping.digest}" if mapping else VERSION


def read_document(
    raw: str, file_name: str, document_slug: str, sha256: str, places: Places = (), mapping: TableMapping | None = None,
    declared: str = "",
) -> DocumentRecords:  # fmt: skip
    """Records of one document from its text.

    places: where the parts of the text stand in its file. mapping: how its tables are read, where that was declared.
    declared: the language that its file says it is in.
    """
    reading = read(raw, file_name, sha256, places, declared)
    about = frame(reading)
    found = recognise(reading, about, of_this_world=mapping is not None)
    stated = claim(found) if found.of_this_world else []
    tables = table_claims(found, mapping)
    if tables.read:  # a table that a mapping reads is read by that mapping alone
        others = [one for one in stated if not any((spot.block, one.relation) in tables.read for spot in one.spots)]
        stated = tidy([*tables.stated, *others])
    found.frame = replace(about, flags=(*about.flags, *tables.flags))
    document = Document(
        slug=document_slug, sha256=sha256, file_name=file_name, title=about.title, language=reading.language,
        genre=about.genre, text=raw, date=about.date, date_note=about.date_note,
        version=version_for(mapping),
    )  # fmt: skip
    return assemble(document, found, stated)


def claim(found: Recognition) -> list[Stated]:
    """All that a document states, each thing once for each sentence."""
    context = Context(found)
    stated: list[Stated] = []
    told = list(units(found.reading, found.spans))
    for unit in told:
        stated += rule_claims(found, unit, context)
    stated += list(clause_claims(found, context, told, stated))
    stated += list(list_claims(found, context, told, stated))
    stated += list(elided_claims(found, told, stated))
    for one in found.labelled:
        stated += label_claims(found, one, context)
    for block in found.reading.blocks:
        stated += people_claims(found, block, context.parts.where_spoken(block, context.main))
        stated += figure_claims(found, block, context)
        stated += meeting_counts(found, block, context)
        stated += label_counts(found, block, context)
        stated += settings(found, block)
        stated += name_claims(found, block)
        stated += named_objectives(found, block)
    stated += turn_claims(found, context, told)
    sentences = as_they_stand(told)
    groups = group_passages(found, list(sentences.values()))
    stated = [*without_guesses(stated, groups), *groups, *listed_leads(found)]
    stated += officer_claims(found, context, stated, sentences)
    stated += pronoun_claims(found, context, sentences)
    stated += session_claims(found)
    stated += titled_claims(found)
    stated += part_days(found)
    stated += days_at_parts(found)
    stated += programme_date(found)
    stated += table_objectives(found)
    stated += listed_objectives(found)
    stated += about_objectives(found, context, sentences, stated)
    stated += papers_by_clause(found, context, sentences, stated)
    stated += listed_pledges(found, context)
    stated += cell_claims(found)
    stated += person_tables(found)
    stated += money_tables(found, context)
    stated += fact_tables(found, context)
    stated += programme_claims(found)
    stated += header_parts(found)
    stated += _of_own_meeting(found, context.meeting)
    stated = with_preamble(found, context.meeting, stated)
    stated = with_the_speaker(found, context, stated)
    stated += part_claims(found)
    stated += branch_claims(found, stated)
    stated += roundtable_claims(found, stated)
    stated += editions(found, stated)
    return tidy(list(said_there(found, stated)))


def _of_own_meeting(found: Recognition, meeting: str | None) -> Iterator[Stated]:
    """What a document states of the meeting that is its own, by the lines at its head and the lists of its minutes."""
    for told in (header_claims, speech_claims, members_present, main_event_date, own_paper):
        yield from told(found, meeting)


def document_slug(file_name: str) -> str:
    """Address of a document: its file name without the ending."""
    stem = file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return slug(stem)
