"""How each relation behaves: what its lists enumerate, whether time can change it, whether it has one value.

This is knowledge about relations, not about documents: it decides what can be a disagreement at all.
"""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.derived.statements import Statement
from graph.iris import entity_path
from ontology.namespaces import ID, ONTOLOGY


@dataclass(frozen=True, slots=True)
class Behaviour:
    """members: the end of the relation that a list enumerates, "subject" or "object".

    lasting: once true it stays true (a roundtable's objectives), so that two whole lists must agree
    whenever they were written. single: one value at most (the time of an event).
    office: held by one after another (a presidency).
    """

    members: str = "subject"
    lasting: bool = False
    single: bool = False
    office: bool = False


_USUAL = Behaviour()
_OFFICE = Behaviour(office=True)
_BEHAVIOURS = {
    "coversObjective": Behaviour(members="object", lasting=True),
    "takesPlaceOn": Behaviour(members="object", lasting=True, single=True),
    "takesPlaceIn": Behaviour(members="object", lasting=True),
    "hasCount": Behaviour(members="object"),
    "partOf": Behaviour(lasting=True),
    "adopts": Behaviour(lasting=True),
    "endorses": Behaviour(lasting=True),
    "participatesIn": Behaviour(lasting=True),
    "spokeAt": Behaviour(lasting=True),
    "chairs": _OFFICE,
    "coChairs": _OFFICE,
    "leads": _OFFICE,
    "holdsRole": _OFFICE,
}
_OF_ONE_MOMENT = ("event/", "roundtable/")
_ROUNDTABLE = f"{ID}roundtable/"


def behaviour_of(predicate: str) -> Behaviour:
    """How a relation behaves, by its IRI."""
    return _BEHAVIOURS.get(predicate.removeprefix(ONTOLOGY), _USUAL)


def lasting(statement: Statement) -> bool:
    """Whether time cannot change it: by its relation, or because it is about one event."""
    if behaviour_of(statement.predicate).lasting:
        return True
    ends = [statement.subject]
    if isinstance(statement.object, NamedNode):
        ends.append(statement.object.value)
    return any((entity_path(end) or "").startswith(_OF_ONE_MOMENT) for end in ends)


def whole_and_member(statement: Statement) -> tuple[str, str]:
    """What a list is about, and the item of it that a statement gives: (roundtable, objective), (body, member)."""
    object = statement.object.value
    if behaviour_of(statement.predicate).members == "object":
        return statement.subject, object
    return object, statement.subject


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """Statements that are compared with each other: one relation around one thing.

    The roundtables of one forum are one topic, because their objectives are shared out among them;
    `about` is then what their IRIs start with.
    """

    predicate: str
    about: str

    @property
    def end(self) -> str:
        """Which end of the statements `about` stands at."""
        return "subject" if behaviour_of(self.predicate).members == "object" else "object"

    @property
    def is_series(self) -> bool:
        """Whether `about` is the common start of several subjects."""
        return self.about.startswith(_ROUNDTABLE) and self.about.endswith("-")


def topic_of(statement: Statement) -> Topic:
    """The one topic that a statement belongs to."""
    about, _ = whole_and_member(statement)
    if statement.predicate == f"{ONTOLOGY}coversObjective" and about.startswith(_ROUNDTABLE):
        series, dash, number = about.rpartition("-")
        if dash and number.isdigit():
            about = series + dash
    return Topic(statement.predicate, about)
