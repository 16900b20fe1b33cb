"""Who leads each of the groups that a sentence lists: "data (led by IOM), visas (UNHCR)", "Datos, Perú; ..."."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.claims.sentence.qualify import qualify
from loaders.claims.sentence.stated import Stated
from loaders.reading.blocks import Spot
from loaders.recognition.names.spans import Row, Span
from loaders.recognition.recognition import Recognition
from loaders.rules.lexicons import load
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import lists

_ACTORS = "SUO"
_LITTLE_ELSE = re.compile(r"[\s,;:()/&–—-]|\b(?:and|y|e|et|the|la|las|el|los|les?|l['’])\b|l['’]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _says() -> dict[str, Uncased]:
    known = lists()
    words = {
        "coChairs": ("co-presided", "co-presides", "co-presidency"),
        "chairs": ("presided", "presides", "presidency"),
        "leads": ("led", "leads", "leadership"),
    }
    told = {name: "|".join(known[one] for one in of) for name, of in words.items()}
    told["leads"] += "|" + "|".join(load("groups")["in_lists"])
    told["no"] = "|".join(load("groups")["helpers"])
    return {name: Uncased(rf"(?<!\w)(?:{of})") for name, of in told.items()}


def listed_leads(found: Recognition) -> Iterator[Stated]:
    """The leads and chairs of listed groups; a name alone is one where the sentence speaks of leading."""
    for span, order, end in found.told_of_groups:
        block = found.reading.blocks[order]
        at, to = block.sentence_at(span.at)
        named = [s for s in Row(found.spans[order]).inside(span.to, end) if s.code in _ACTORS]
        told = block.text[span.to : end]
        if not named or _says()["no"].search(told):
            continue
        relation = next((one for one in ("coChairs", "chairs", "leads") if _says()[one].search(told)), None)
        if relation is None and _is_names(told, span.to, named) and _speaks_of_leading(block.text[at:to]):
            relation = "leads"
        if relation is None:
            continue
        members = dict.fromkeys(path for one in named for path in one.entities)
        joint = relation == "chairs" and len(members) > 1
        said = qualify(block.text[at:to], span.at - at, end - at)
        for member in members:
            yield Stated(
                subject=member, relation="coChairs" if joint else relation, object=span.entity,
                spots=(Spot(order, at, to),), rule="leads-of-listed", qualification=said,
            )  # fmt: skip


def _is_names(told: str, begin: int, named: list[Span]) -> bool:
    for span in reversed(named):
        told = told[: span.at - begin] + told[span.to - begin :]
    return not _LITTLE_ELSE.sub("", told).strip(" .")


def _speaks_of_leading(sentence: str) -> bool:
    return any(_says()[one].search(sentence) for one in ("leads", "coChairs", "chairs"))
