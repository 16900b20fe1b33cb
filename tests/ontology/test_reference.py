"""The reference data hold what they promise, and know the traps of names."""

from collections import Counter
from pathlib import Path

import pytest

from ontology import reference
from ontology.errors import OntologyError
from ontology.reference import Label, by_path, entities, labels, statements

OBJECTIVES = {f"objective/{number}" for number in range(1, 24)}


def _labels(text: str) -> list[Label]:
    return [label for label in labels() if label.text == text]


def _paths(text: str) -> set[str]:
    return {label.path for label in _labels(text) if label.kind != "negative"}


def _objects(subject: str, predicate: str) -> list[str]:
    return [s.object for s in statements() if (s.subject, s.predicate) == (subject, predicate)]


def _subjects(predicate: str, object: str, period: str | None = None) -> set[str]:
    found = (s for s in statements() if (s.predicate, s.object) == (predicate, object))
    return {s.subject for s in found if period in (None, s.period)}


def test_all_states_are_there() -> None:
    """193 member states, the two observer states, and the two others that UNTERM lists."""
    status = Counter(entity.attributes["un_status"] for entity in entities() if entity.cls == "State")
    assert status == {"member": 193, "observer": 2, "non-member": 2}


def test_states_have_names_in_six_languages_and_codes() -> None:
    """Every state has a name in each language of the United Nations, its codes and its region."""
    for entity in entities():
        if entity.cls == "State":
            assert set(entity.names) == {"ar", "en", "es", "fr", "ru", "zh"}
            assert all(entity.names.values())
            assert {"iso2", "iso3", "m49", "wikidata"} <= set(entity.codes)
            assert {"region", "subregion"} <= set(entity.attributes)


@pytest.mark.parametrize(
    ("iso2", "name"),
    [
        ("US", "United States"), ("GB", "United Kingdom"), ("TZ", "Tanzania"), ("IR", "Iran"), ("VE", "Venezuela"),
        ("BO", "Bolivia"), ("KR", "Republic of Korea"), ("RU", "Russian Federation"), ("SY", "Syria"),
        ("CD", "Democratic Republic of the Congo"), ("VN", "Viet Nam"), ("TR", "Türkiye"), ("NA", "Namibia"),
        ("DO", "Dominican Republic"), ("PH", "Philippines"), ("CR", "Costa Rica"), ("CI", "Côte d'Ivoire"),
    ],
)  # fmt: skip
def test_states_have_the_name_a_summary_would_use(iso2: str, name: str) -> None:
    """The English name is the ordinary short one; long forms are labels."""
    assert [entity.name for entity in entities() if entity.codes.get("iso2") == iso2] == [name]


@pytest.mark.parametrize(
    ("iso3", "wikidata"),
    [
        ("ARG", "Q414"), ("ARM", "Q399"), ("AUS", "Q408"), ("AUT", "Q40"), ("BEL", "Q31"), ("BGR", "Q219"),
        ("BLR", "Q184"), ("BOL", "Q750"), ("BRA", "Q155"), ("CAN", "Q16"),
    ],
)  # fmt: skip
def test_identifiers_agree_with_an_independent_list(iso3: str, wikidata: str) -> None:
    """Ten identifiers are the same in another list that was made apart from ours."""
    assert [entity.codes["wikidata"] for entity in entities() if entity.codes.get("iso3") == iso3] == [wikidata]


def test_objectives_and_principles_are_complete() -> None:
    """23 objectives and 10 principles, each with a name in English, Spanish and French."""
    assert {entity.path for entity in entities() if entity.cls == "Objective"} == OBJECTIVES
    principles = [entity for entity in entities() if entity.cls == "GuidingPrinciple"]
    assert [entity.path for entity in principles] == [f"principle/{letter}" for letter in "abcdefghij"]
    for entity in (*principles, *(by_path()[path] for path in OBJECTIVES)):
        assert {"en", "es", "fr"} <= set(entity.names)


def test_the_round_tables_of_2022_share_out_the_objectives() -> None:
    """Every objective belongs to exactly one of the four round tables."""
    tables = [_objects(f"roundtable/imrf-2022-{number}", "coversObjective") for number in range(1, 5)]
    assert sum(map(len, tables)) == 23
    assert set().union(*tables) == OBJECTIVES
    assert set(tables[3]) == {"objective/1", "objective/3", "objective/7", "objective/17", "objective/23"}


def test_members_are_those_of_the_pages_of_each_process() -> None:
    """Counts of members and observers as the processes' pages give them."""
    assert len(_subjects("memberOf", "regional-process/rcm")) == 11
    assert len(_subjects("observerOf", "regional-process/rcm")) == 5
    assert len(_subjects("memberOf", "regional-process/sacm")) == 12
    assert len(_subjects("memberOf", "regional-process/midsa")) == 16
    assert len(_subjects("memberOf", "regional-process/midwa")) == 15
    assert len(_subjects("memberOf", "un-entity/un-network-lac")) == 15
    assert len(_subjects("championOf", "process/gcm-champion-countries")) == 24


def test_presidencies_have_their_year() -> None:
    """Who presides is bound to a period, so that nobody presides for ever."""
    assert _subjects("chairs", "regional-process/rcm", "2021") == {"state/mexico"}
    assert _subjects("chairs", "regional-process/sacm", "2021") == {"state/argentina"}


def test_what_is_contested_says_how() -> None:
    """Sources disagree about Belize, objective 23 and others; each has a note."""
    contested = [s for s in statements() if s.contested]
    assert {"state/belize", "roundtable/imrf-2022-4"} <= {s.subject for s in contested}
    assert all(s.note for s in contested)


def test_nothing_makes_non_parties_of_votes() -> None:
    """A vote says nothing of being party, so the reference data state no parties."""
    assert [s for s in statements() if s.predicate == "partyTo"] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Niger", "state/niger"), ("Nigeria", "state/nigeria"), ("Guinea", "state/guinea"),
        ("Guinea-Bissau", "state/guinea-bissau"), ("Guinea Bissau", "state/guinea-bissau"),
        ("Papua New Guinea", "state/papua-new-guinea"), ("Equatorial Guinea", "state/equatorial-guinea"),
        ("Dominica", "state/dominica"), ("Dominican Republic", "state/dominican-republic"),
        ("Congo", "state/congo"), ("DRC", "state/democratic-republic-of-the-congo"),
        ("South Korea", "state/republic-of-korea"), ("DPRK", "state/democratic-people-s-republic-of-korea"),
        ("Swaziland", "state/eswatini"), ("Turkey", "state/turkiye"), ("Ivory Coast", "state/cote-d-ivoire"),
        ("Mexico City", "place/mexico-city"), ("New Mexico", "place/new-mexico"),
        ("Panama City", "place/panama-city"), ("CRM", "regional-process/rcm"),
        ("CSM", "regional-process/sacm"), ("PMM", "instrument/gcm"), ("FEMI", "process/imrf"), ("FMMD", "process/gfmd"),
        ("OIM", "un-entity/iom"), ("ACNUR", "un-entity/unhcr"), ("CEPAL", "un-entity/eclac"),
        ("OIT", "un-entity/ilo"), ("PNUD", "un-entity/undp"), ("FNUAP", "un-entity/unfpa"),
        ("Global Compact on Refugees", "instrument/global-compact-on-refugees"),
    ],
)  # fmt: skip
def test_a_name_names_one_thing(text: str, path: str) -> None:
    """Names that are easily confused lead to one entity each."""
    assert _paths(text) == {path}


@pytest.mark.parametrize(
    "text",
    ["Gulf of Mexico", "Gulf of Guinea", "New Guinea", "Atlanta, Georgia", "Lake Chad",
     "Northern Ireland", "Niger Delta", "US$", "Panama Canal", "Latin American",
     "Colombo Plan", "Global Digital Compact"],
)  # fmt: skip
def test_a_trap_is_a_negative_label(text: str) -> None:
    """What holds a name within another name is known as no name."""
    assert {label.kind for label in _labels(text)} == {"negative"}


@pytest.mark.parametrize(
    "text",
    ["the Network", "Network", "the Forum", "the Compact", "the Fund", "the Hub", "Champion countries", "Champions",
     "Steering Committee", "Chad", "Jordan", "Georgia"],
)  # fmt: skip
def test_an_ambiguous_name_needs_context(text: str) -> None:
    """What other worlds say too counts only in a document of this one."""
    assert {label.needs for label in _labels(text) if label.language == "en"} == {"context"}


def test_international_cooperation_is_two_things() -> None:
    """A principle and the short label of an objective share a name; neither is taken without a definition."""
    found = _labels("International cooperation")
    assert {(label.path, label.needs) for label in found} == {
        ("objective/23", "definition"),
        ("principle/b", "definition"),
    }


def test_demonyms_are_marked() -> None:
    """An adjective of nationality is no name of the state."""
    for text in ("Mexican", "mexicanas", "mexicain", "Salvadoran"):
        assert {label.kind for label in _labels(text)} == {"demonym"}


def test_a_file_that_is_missing_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its sources the reference data cannot be read, and the error names the file."""
    monkeypatch.setattr(reference, "FOLDER", tmp_path)
    with pytest.raises(OntologyError, match=r"reference/sources\.csv cannot be read"):
        reference.sources.__wrapped__()
