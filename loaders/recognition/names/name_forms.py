"""Names worded anew: a name of the reference data said with other small words, or one of its words in the plural.

"Foro Mundial sobre Migración y Desarrollo" is meant by "Foro Global sobre las Migraciones y el Desarrollo" too. Which
phrases stand for one another is data (`loaders/rules/name_forms.yaml`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from loaders.rules.lexicons import alternatives, load
from ontology.reference import Label

_KINDS = frozenset({"name", "official", "variant"})


def worded_anew(known: Sequence[Label], classes: Mapping[str, str]) -> list[Label]:
    """The other forms of names, but for those that two entities could bear. classes: that of each entity, by path."""
    rules = load("name_forms")
    taken = {label.text.casefold() for label in known}
    made: dict[str, list[Label]] = defaultdict(list)
    for label in known:
        if label.kind not in _KINDS or label.needs or classes.get(label.path) not in rules["classes"]:
            continue
        if len(label.text.split()) < rules["words"]:
            continue
        for form in islice(_forms(label.text, rules.get(label.language, ())), rules["forms"]):
            if form.casefold() not in taken:
                made[form.casefold()].append(replace(label, text=form, kind="variant"))
    return [labels[0] for labels in made.values() if len({one.path for one in labels}) == 1]


def _forms(text: str, interchangeable: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text with each phrase that it has in place of any that stands for it."""
    parts = [text]
    choices: list[Sequence[str]] = [[]]
    for phrases in interchangeable:
        pattern = re.compile(
            rf"\b{alternatives(sorted(map(re.escape, phrases), key=len, reverse=True))}\b", re.IGNORECASE
        )
        for at, part in enumerate(parts):
            found = None if choices[at] else pattern.search(part)
            if found:
                parts[at : at + 1] = [part[: found.start()], found[0], part[found.end() :]]
                choices[at : at + 1] = [[], phrases, []]
                break
    for chosen in product(*(choice or [part] for part, choice in zip(parts, choices, strict=True))):
        yield "".join(chosen)
