"""The questions the start page offers, as data: each is answered by the facts of a few properties."""

from dataclasses import dataclass

from graph.contract import View
from graph.periods import order_key
from webapp.answer_parts import Attesting, Part, by_document, kind, parts
from webapp.labels import Labels
from webapp.statements import Statement, facts_by_property, numbered, unasserted
from webapp.vocabulary import CLASSES


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words and how it is answered.

    properties: local names whose facts answer it. by: what the answer is grouped by (subject, object,
    predicate or nothing). denied: show what documents deny instead of what they affirm. figures: values over time.
    attested: show who is named by each document. measure: show the counts that documents give of this.
    """

    name: str
    text: str
    note: str
    properties: tuple[str, ...] = ()
    by: str = "object"
    denied: bool = False
    figures: bool = False
    apart: bool = False
    attested: bool = False
    measure: str = ""

    @property
    def by_relation(self) -> bool:
        """Whether a section holds several relations, each a list of its own."""
        return self.by == "object" and len(self.properties) > 1 and not self.denied


QUESTIONS = (
    Question(
        "champions", "Which countries are champions of the Compact, and since when?",
        "Champion countries as each document attests them, with the period it states.", ("championOf",), attested=True,
        measure="champions",
    ),
    Question(
        "participation", "Who takes part in what?",
        "Participants, members, observers and speakers of meetings, processes and networks.",
        ("participatesIn", "memberOf", "observerOf", "spokeAt"),
    ),
    Question(
        "roundtables", "What does each round table cover?",
        "Objectives of the Compact by round table of the International Migration Review Forum.", ("coversObjective",),
        by="subject",
    ),
    Question(
        "working-groups", "Who leads what, and in which role?",
        "Leads, chairs and roles in working groups, processes and bodies.",
        ("leads", "chairs", "coChairs", "holdsRole"),
    ),
    Question(
        "meetings", "Who hosted and organised the meetings, and when were they?",
        "Hosts, organisers, places and dates.", ("takesPlaceOn", "takesPlaceIn", "hosts", "organizes"), by="predicate",
    ),
    Question(
        "figures", "How did money and counts develop over time?",
        "Amounts and counts with the day for which each is stated.", ("hasCount",), by="subject",
        figures=True,
    ),
    Question(
        "contributions", "Who contributes to the fund, and who steers it?",
        "Contributors and members of committees, with the day for which it is stated.",
        ("contributesTo", "memberOfCommittee", "supports"),
    ),
    Question(
        "not-party", "Who is not part of what?",
        "What documents state not to be so; no fact is made of it.",
        ("partyTo", "memberOf", "participatesIn", "endorses", "adopts", "championOf", "observerOf"), denied=True,
    ),
    Question(
        "proposed", "What is only planned, proposed or possible?",
        "What documents put forward without stating that it is so. None of it is among the facts.",
        by="modality", apart=True,
    ),
)  # fmt: skip

BY_NAME = {question.name: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading: `key` is a term, a property or a modality, by `kind`."""

    kind: str
    key: str
    statements: tuple[Statement, ...]

    def parts(self) -> tuple[Part, ...]:
        """The statements by relation."""
        return parts(self.statements)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question, with what it rests on counted.

    reference: whether some of it rests on the reference data. counts: figures of what is asked for, by date.
    """

    sections: tuple[Section, ...]
    facts: int
    documents: int
    reference: bool
    attested: tuple[Attesting, ...]
    counts: tuple[Statement, ...]


def answer(view: View, question: Question, labels: Labels) -> Answer:
    """The facts that answer the question, grouped and in order of time and name."""
    found = unasserted(view) if question.apart else _facts(view, question)
    sections: dict[str, list[Statement]] = {}
    for statement in found:
        sections.setdefault(_key(statement, question.by), []).append(statement)
    ordered = sorted(
        sections.items(), key=lambda one: (-len(one[1]) if question.by == "object" else 0, _label(labels, one[0]))
    )
    return Answer(
        tuple(
            Section(question.by, key, tuple(sorted(group, key=lambda s: _order(s, labels)))) for key, group in ordered
        ),
        len(found),
        len({sentence.document for one in found for sentence in one.sentences if sentence.document}),
        any(sentence.source for one in found for sentence in one.sentences),
        by_document(sorted(found, key=lambda s: labels.text(s.subject).casefold())) if question.attested else (),
        _counts(view, question.measure),
    )


def _counts(view: View, measure: str) -> tuple[Statement, ...]:
    found = facts_by_property(view, "hasCount") if measure else []
    return tuple(sorted((one for one in found if one.measure == measure), key=lambda one: order_key(one.when)))


def _facts(view: View, question: Question) -> list[Statement]:
    return [
        one for name in question.properties for one in facts_by_property(view, name) if one.denied == question.denied
    ]


def _key(statement: Statement, by: str) -> str:
    value = getattr(statement, by)
    return value if isinstance(value, str) else str(value.value)


def _label(labels: Labels, key: str) -> tuple[object, ...]:
    text = labels.text(key)
    last = key.rsplit("-", 1)[-1]
    return (text.rstrip("0123456789").casefold(), int(last) if last.isdigit() else 0, text)


def _order(statement: Statement, labels: Labels) -> tuple[object, ...]:
    return (
        statement.predicate,
        not statement.when,
        order_key(statement.when),
        _rank(statement),
        numbered(statement.object)[:2] if statement.predicate == "coversObjective" else ("", 0),
        labels.text(statement.subject).casefold(),
        labels.text(statement.object).casefold(),
    )


def _rank(statement: Statement) -> int:
    """States before bodies, bodies before persons."""
    cls = kind(statement.subject)
    return CLASSES.index(cls) if cls in CLASSES else len(CLASSES)
