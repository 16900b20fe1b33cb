"""Rules are data: each example is read as a document, each word list is used, each entry of it matches."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Modality, Polarity
from loaders.claims.about.context import Context
from loaders.claims.claims import rule_claims
from loaders.claims.sentence.qualify import gives_voice, qualify
from loaders.claims.sentence.units import units
from loaders.rules.frames import rows
from loaders.rules.inflection import inflected
from loaders.rules.lexicons import RuleError, alternatives, load
from loaders.rules.phrases import PHRASES
from loaders.rules.rulebook import FILES, Rule, rules
from loaders.rules.word_lists import lexicon, lists
from ontology.vocabulary import relations
from tests.loaders.told import WORLD, recognised, records_of, told

Example = Mapping[str, Any]

EXAMPLES = [(rule, example) for rule in rules() for example in rule.examples]
LEXICON = lexicon()
LANGUAGES = {"en", "es", "fr"}
QUALIFIERS: Mapping[str, Any] = load("qualifiers")
letters = st.characters(max_codepoint=0x17F, categories=("Lu", "Ll", "Nd")) | st.sampled_from(" '’-,.()/&:")

each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
each_example = pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(EXAMPLES)]
)


def whole(example: Example) -> str:
    """An example as a document: its text, and a sentence that places it in this world (it need not say so itself)."""
    return f"{example['text']}\n\n{WORLD}"


def holds(claim: str, said: list[str]) -> bool:
    """Whether a claim is among those told; `*` stands for any name."""
    pattern = re.compile(".+".join(re.escape(part) for part in claim.split("*")))
    return any(pattern.fullmatch(one) for one in said)


def patterns_of(name: str) -> list[str]:
    """The patterns of a file of rules, as they are written."""
    return [pattern for row in rows(name) for pattern in row["patterns"]]


@each_rule
def test_every_rule_has_an_example(rule: Rule) -> None:
    """A rule without a sentence that shows it cannot be judged."""
    assert rule.examples
    assert all(example["claims"] for example in rule.examples)


@each_example
def test_an_example_holds(rule: Rule, example: Example) -> None:
    """What an example is said to claim is claimed when it is read like any document."""
    said = told(records_of(whole(example), example.get("genre", "")))
    assert [claim for claim in example["claims"] if not holds(claim, said)] == [], said


@each_rule
def test_a_rule_finds_something_in_its_examples(rule: Rule) -> None:
    """The rule itself matches one of its examples, whatever other rules say of the same sentence."""
    found = []
    for example in rule.examples:
        recognition = recognised(whole(example), example.get("genre", ""))
        context = Context(recognition)
        for unit in units(recognition.reading, recognition.spans):
            found += [one for one in rule_claims(recognition, unit, context) if one.rule == rule.id]
    assert {one.relation for one in found} == {rule.relation}


@each_example
def test_an_example_claims_nothing_in_another_world(rule: Rule, example: Example) -> None:
    """The same words in a document that rivals name (the Compact on Refugees, the Commonwealth) claim nothing."""
    rivals = "\n\n".join(["The Global Compact on Refugees and the Commonwealth are two other things."] * 20)
    assert records_of(f"{example['text']}\n\n{rivals}").claims == ()


def test_rules_have_names_of_their_own() -> None:
    """No two rules share an id; a claim's rule is found by it."""
    assert [name for name, count in Counter(rule.id for rule in rules()).items() if count > 1] == []
    assert [rule.id for rule in rules() if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.id)] == []


@each_rule
def test_a_rule_is_of_a_relation_of_the_vocabulary(rule: Rule) -> None:
    """Rules state only what the ontology has a word for; what they always state is a modality that there is."""
    assert rule.relation in relations()
    assert rule.modality == "" or rule.modality in set(Modality)


def test_every_list_is_used_by_a_rule() -> None:
    """A word list that neither a rule nor a class of verbs names would be kept up for nothing."""
    patterns = [*(pattern for file in FILES for pattern in patterns_of(file)), *PHRASES.values()]
    used = {name for pattern in patterns for name in re.findall(r"\{([a-z-]+)\}", pattern)}
    used |= {name for row in load("clauses")["verbs"] for name in (*row["active"], *row.get("passive", ()))}
    assert set(LEXICON) - used == set()


@pytest.mark.parametrize("name", LEXICON)
def test_a_list_is_in_three_languages(name: str) -> None:
    """English, Spanish and French, no entry twice."""
    assert set(LEXICON[name]) == LANGUAGES
    for language, entries in LEXICON[name].items():
        assert [e for e, n in Counter(entries).items() if n > 1] == [], language


@pytest.mark.parametrize("name", LEXICON)
def test_entries_bind_no_groups(name: str) -> None:
    """An entry with a capture group of its own would shift the slots of the rule it stands in."""
    entries = [inflected(entry, code) for code, entries in LEXICON[name].items() for entry in entries]
    assert [entry for entry in entries if re.compile(entry).groups] == []


@pytest.mark.parametrize("name", LEXICON)
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_entry_is_met_as_a_word(name: str, data: st.DataObject) -> None:
    """A text made from an entry is found by its list, as rules look for it: whole words, whatever the case."""
    as_rules_look = re.compile(rf"\b{lists()[name]}(?!\w)", re.IGNORECASE)
    missed = []
    for language, entries in LEXICON[name].items():
        for entry in entries:
            sample = data.draw(st.from_regex(inflected(entry, language), fullmatch=True, alphabet=letters), label=entry)
            found = as_rules_look.search(f"Ghana {sample} Iraq")
            if not found or found.start() > len("Ghana "):
                missed.append((entry, sample))
    assert missed == []


MODALITIES = [
    (modality, entry)
    for modality, by_language in QUALIFIERS["modality"].items()
    for entries in by_language.values()
    for entry in entries
]
NEGATIONS = [entry for entries in QUALIFIERS["negation"].values() for entry in entries]
ENDED = [entry for entries in QUALIFIERS["ended"].values() for entry in entries]


def test_the_cues_are_of_the_modalities_there_are() -> None:
    """Every modality but the plain assertion has its cues, in three languages."""
    assert set(QUALIFIERS["modality"]) == set(Modality) - {Modality.ASSERTED}
    assert {frozenset(by_language) for by_language in QUALIFIERS["modality"].values()} == {frozenset(LANGUAGES)}


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_cue_of_doubt_takes_the_assertion_away(data: st.DataObject) -> None:
    """What stands with a cue of modality in its clause is not asserted."""
    asserted = []
    for modality, entry in MODALITIES:
        sample = data.draw(st.from_regex(entry, fullmatch=True, alphabet=letters), label=entry)
        text = f"⟦S#0⟧ {sample} host ⟦E#1⟧"
        if qualify(text, 0, len(text)).modality is Modality.ASSERTED:
            asserted.append((modality, sample))
    assert asserted == []


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_cue_of_denial_denies(data: st.DataObject) -> None:
    """What stands with a negation in its clause is denied; a trigger alone is affirmed, asserted and not over."""
    affirmed = []
    for entry in NEGATIONS:
        text = f"⟦S#0⟧ {data.draw(st.from_regex(entry, fullmatch=True, alphabet=letters), label=entry)} host ⟦E#1⟧"
        if qualify(text, 0, len(text)).polarity is Polarity.POSITIVE:
            affirmed.append(text)
    assert affirmed == []
    plain = qualify("⟦S#0⟧ hosted ⟦E#1⟧", 0, 18)
    assert (plain.polarity, plain.modality, plain.ended) == (Polarity.POSITIVE, Modality.ASSERTED, False)


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_cue_of_an_end_ends(data: st.DataObject) -> None:
    """A former chair is no chair any more."""
    samples = [data.draw(st.from_regex(entry, fullmatch=True, alphabet=letters), label=entry) for entry in ENDED]
    assert [s for s in samples if not qualify(f"⟦S#0⟧, {s} chair", 0, len(f"⟦S#0⟧, {s} chair")).ended] == []


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_heading_of_voices_gives_voice(data: st.DataObject) -> None:
    """A record of what others said is known by its headings, in any case."""
    for entry in QUALIFIERS["voices"]:
        assert gives_voice(data.draw(st.from_regex(entry, fullmatch=True, alphabet=letters)).upper())
    assert not gives_voice("Background")


def test_longer_entries_come_first() -> None:
    """Of two entries the longer is tried first, or "co-" would win over "co-chaired"."""
    assert re.search(alternatives(["took", "took the floor"]), "Ghana took the floor")[0] == "took the floor"  # type: ignore[index]


def test_a_list_that_is_not_there_is_an_error() -> None:
    """A rule file that does not exist is not passed over in silence."""
    with pytest.raises((RuleError, FileNotFoundError)):
        load("no-such-list")
