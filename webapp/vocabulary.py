"""Names of classes and properties for pages, in the reader's language; plurals and addresses of classes."""

import re

from ontology.vocabulary import entity_classes, label, relations
from webapp.labels import Label
from webapp.languages import fallback

CLASSES = (
    "State", "UNEntity", "Organization", "RegionalProcess", "Process", "Event", "Roundtable", "WorkingGroup",
    "Objective", "GuidingPrinciple", "Instrument", "Platform", "Fund", "Person", "Place",
)  # fmt: skip
"""Classes of entities, in the order in which pages list them."""

_PLURALS = {
    "State": "States", "UNEntity": "UN entities", "Organization": "Organizations",
    "RegionalProcess": "Regional processes", "Process": "Processes", "Event": "Events", "Roundtable": "Round tables",
    "WorkingGroup": "Working groups", "Objective": "Objectives", "GuidingPrinciple": "Guiding principles",
    "Instrument": "Resolutions and declarations", "Platform": "Platforms", "Fund": "Funds", "Person": "Persons",
    "Place": "Places", "Document": "Documents",
}  # fmt: skip


def property_label(local: str, language: str, inverse: bool = False) -> Label:
    """Name of a property as read from its subject, or from its object when `inverse`."""
    relation = relations().get(local)
    labels = (relation.inverse_labels if inverse else relation.labels) if relation else {}
    for code in fallback(language):
        if code in labels:
            return Label(labels[code], code)
    known = label(local, "en")
    return Label(_spelled(local) if known == local else known, "en")


def _spelled(local: str) -> str:
    """`wasQuotedFrom` -> `was quoted from`, for terms of other vocabularies."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()


def class_label(local: str, language: str, plural: bool = False) -> Label:
    """Name of a class; plurals are in English."""
    if plural:
        return Label(_PLURALS.get(local, label(local, "en")), "en")
    return Label(label(local, language), language)


def class_slug(local: str) -> str:
    """`RegionalProcess` -> `regional-process`, the class in addresses: what its paths start with."""
    return entity_classes()[local].prefix.rstrip("/")


def class_of_slug(text: str) -> str | None:
    """The class whose paths start so, or None."""
    return next((local for local in CLASSES if class_slug(local) == text), None)
