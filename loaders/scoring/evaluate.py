"""How well documents are read: extraction compared with annotations made by hand.

A gold file is JSON: `{"doc", "entities": [{"name", "type", "aliases"}], "relations": [{"subject", "predicate",
"object", "role", "value", "unit"}]}`; what is compared with it has the shape that `loaders.export.to_json` gives.
Entities are paired one to one by name or alias, kinds with free names (events, documents, groups) also by their
words; a relation counts when subject, predicate and object agree. What a text only proposes, allows, recommends,
requests or reports counts when it matches and is not held against the reader when it does not.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.scoring.likeness import likeness, name_key, shares_word
from ontology.errors import GcmError

Item = Mapping[str, Any]
Pairs = list[tuple[int, int]]

FIRM = frozenset({"asserted", "planned"})
UNSCORED = frozenset({"supports"})  # too loose a relation to measure anything by
STATED_NAMES = frozenset({"State", "Objective", "Instrument"})
RELATED_TYPES = (
    {"UNEntity", "Organization", "Process", "RegionalProcess", "Platform", "Fund", "WorkingGroup"},
    {"Event", "Process", "RegionalProcess"},
    {"Document", "Process", "Event"},
    {"Place", "State"},
    {"Document", "Platform"},
    {"Roundtable", "Event"},
)
SAME_NAME = 0.6
_NORMAL_95 = 1.96


class GoldError(GcmError):
    """Annotations that are missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found among the predicted and the expected; counts add up."""

    found: int = 0
    predicted: int = 0
    expected: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.found + other.found, self.predicted + other.predicted, self.expected + other.expected)

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 0 when nothing was expected."""
        return self.found / self.expected if self.expected else 0.0

    @property
    def precision_interval(self) -> tuple[float, float]:
        """Where precision lies with 95 per cent certainty, were the documents a sample of many."""
        return wilson_interval(self.found, self.predicted)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """Where recall lies with 95 per cent certainty, were the documents a sample of many."""
        return wilson_interval(self.found, self.expected)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def wilson_interval(hits: int, trials: int) -> tuple[float, float]:
    """The 95 per cent score interval of a share (Wilson 1927), which holds for few trials too; (0, 1) for none.

    Things of a kin type are paired, so that a type may be hit more often than it was predicted: that is a share of 1.
    """
    if not trials:
        return 0.0, 1.0
    share, spread = min(hits, trials) / trials, _NORMAL_95**2 / trials
    centre = share + spread / 2
    margin = math.sqrt(spread * share * (1 - share) + spread**2 / 4)
    return max(0.0, (centre - margin) / (1 + spread)), min(1.0, (centre + margin) / (1 + spread))


@dataclass(slots=True)
class Score:
    """Counts over all documents, whole and by kind; `missing` names gold documents that nobody read.

    A genre is that of the gold, else the one the reader took the document for. Rules have no share in what was
    expected: their counts tell precision only.
    """

    documents: int = 0
    missing: list[str] = field(default_factory=list)
    entities: Count = field(default_factory=Count)
    relations: Count = field(default_factory=Count)
    with_evidence: int = 0
    by_type: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_predicate: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_genre: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_rule: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))


def read_gold(folder: Path) -> list[Item]:
    """The gold files of a folder, by name. Raises GoldError when there is none or one is not JSON."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise GoldError(f"no gold files (*.json) in {folder}")
    gold: list[Item] = []
    for path in files:
        try:
            gold.append(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise GoldError(f"{path} is not a gold file: {error}") from error
    return gold


def evaluate(gold: Iterable[Item], predicted: Iterable[Item]) -> Score:
    """The score of what was read against the gold; documents are matched by the stem of their name."""
    read = {Path(item["doc"]).stem: item for item in predicted}
    score = Score()
    for item in gold:
        score.documents += 1
        found = read.get(item["doc"])
        if found is None:
            score.missing.append(item["doc"])
        _score_document(score, item, found or {"entities": [], "relations": []})
    return score


def _score_document(score: Score, gold: Item, found: Item) -> None:
    pairs = match_entities(gold["entities"], found["entities"])
    names = {name_key(gold["entities"][g]["name"]): name_key(found["entities"][p]["name"]) for g, p in pairs}
    for kind, count in _by(gold["entities"], found["entities"], pairs, "type").items():
        score.by_type[kind] += count
        score.entities += count

    expected = _distinct(gold["relations"])
    relations = _distinct(found["relations"])
    matched = match_relations(expected, relations, names)
    hit = {p for _, p in matched}
    kept = [p for p, item in enumerate(relations) if p in hit or (item.get("modality") or "asserted") in FIRM]
    place = {p: position for position, p in enumerate(kept)}
    held = [relations[p] for p in kept]
    genre = gold.get("genre") or found.get("genre") or "unknown"
    for predicate, count in _by(expected, held, [(g, place[p]) for g, p in matched], "predicate").items():
        score.by_predicate[predicate] += count
        score.by_genre[genre] += count
        score.relations += count
    for item in held:
        score.by_rule[item.get("rule") or "unknown"] += Count(predicted=1)
    for p in hit:
        score.by_rule[relations[p].get("rule") or "unknown"] += Count(found=1)
    score.with_evidence += sum(bool(item.get("evidence")) for item in held)


def match_entities(expected: list[Item], found: list[Item]) -> Pairs:
    """Pairs of positions (expected, found), best first, each used once."""
    candidates = []
    for g, want in enumerate(expected):
        for p, have in enumerate(found):
            closeness = _entity_likeness(want, have)
            if closeness:
                candidates.append((closeness + (0.01 if want["type"] == have.get("type") else 0.0), g, p))
    pairs: Pairs = []
    used_expected: set[int] = set()
    used_found: set[int] = set()
    for _, g, p in sorted(candidates, reverse=True):
        if g not in used_expected and p not in used_found:
            pairs.append((g, p))
            used_expected.add(g)
            used_found.add(p)
    return pairs


def _entity_likeness(want: Item, have: Item) -> float:
    """1 for a shared name, less for shared words where names are free, 0 for a different thing."""
    kind, other = want["type"], have.get("type", "")
    if kind != other and not any({kind, other} <= kin for kin in RELATED_TYPES):
        return 0.0
    wanted, had = _names(want), _names(have)
    if {name_key(name) for name in wanted} & {name_key(name) for name in had}:
        return 1.0
    if kind in STATED_NAMES:
        return 0.0
    best = max((likeness(a, b) for a in wanted for b in had), default=0.0)
    return best if best >= SAME_NAME else 0.0


def match_relations(expected: list[Item], found: list[Item], names: Mapping[str, str]) -> Pairs:
    """Pairs of positions (expected, found), each used once; names leads from gold names to found ones."""
    pairs: Pairs = []
    used: set[int] = set()
    for g, want in enumerate(expected):
        for p, have in enumerate(found):
            if p not in used and _same_relation(want, have, names):
                pairs.append((g, p))
                used.add(p)
                break
    return pairs


def _same_relation(want: Item, have: Item, names: Mapping[str, str]) -> bool:
    if want["predicate"] != have.get("predicate"):
        return False
    if want["predicate"] == "hasCount":
        # either side may hang a number on a neighbouring thing: its value and its unit say enough
        near = shares_word(want.get("unit") or "", have.get("unit") or "") or _same(want, have, "subject", names)
        return near and _number(want.get("value")) == _number(have.get("value")) is not None
    if not _same(want, have, "subject", names):
        return False
    if want["predicate"] == "takesPlaceOn":
        return any(_same_date(want["object"], have.get(place)) for place in ("object", "date"))
    if _same(want, have, "object", names):
        return True
    if want["predicate"] != "holdsRole":
        return False
    role = want.get("role") or want["object"] or ""
    return likeness(role, f"{have.get('role') or ''} {have.get('object') or ''}") >= SAME_NAME


def _same(want: Item, have: Item, place: str, names: Mapping[str, str]) -> bool:
    key = name_key(want[place])
    return names.get(key, key) == name_key(have.get(place))


def _same_date(one: object, other: object) -> bool:
    """One date within the other, or intervals with the same start."""
    a, b = str(one or ""), str(other or "")
    return bool(a and b) and (a.startswith(b) or b.startswith(a) or a.split("/")[0] == b.split("/")[0])


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _names(item: Item) -> list[str]:
    return [name for name in (item["name"], *item.get("aliases", ())) if name]


def _distinct(relations: Iterable[Item]) -> list[Item]:
    """Scored relations, each meaning once."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in relations:
        meaning = (item.get("subject"), item.get("object") or item.get("value"), item.get("role"))
        seen.setdefault((str(item.get("predicate")), *(name_key(part) for part in meaning)), item)
    return [item for item in seen.values() if item.get("predicate") not in UNSCORED]


def _by(expected: list[Item], found: list[Item], pairs: Pairs, key: str) -> dict[str, Count]:
    """Counts by type or predicate; what is paired with another kin type counts under the type of the annotation."""
    counts: dict[str, Count] = defaultdict(Count)
    paired = {p: str(expected[g][key]) for g, p in pairs}
    for item in expected:
        counts[item[key]] += Count(expected=1)
    for number, item in enumerate(found):
        counts[paired.get(number, str(item.get(key, "?")))] += Count(predicted=1)
    for g, _ in pairs:
        counts[expected[g][key]] += Count(found=1)
    return counts
