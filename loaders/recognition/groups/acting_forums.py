"""Bodies that go by the noun of a meeting, told by what they do: "the Asia Dialogue on Trade sat in as an observer"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.recognition.names.bodies import Found
from loaders.recognition.names.spans import Row
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

_WORD = r"[A-ZÁÉÍÓÚÑÀÂÊÎÔÛÇ][\w’'-]{1,40}"
_LEAST_OWN = 3  # words with a capital, the noun among them


@lru_cache(maxsize=1)
def _acting() -> Sought:
    words = load("bodies")["acting"]
    nouns, of = (
        alternatives(words["nouns"]),
        r"(?:of|on|for|in|the|de|del|la|las|los|sur|sobre|para|pour|les|des|du|l['’])",
    )
    topic = rf"(?:(?:\s{of}){{1,3}}|\s(?:and|y|et))\s{_WORD}"
    return Sought(
        rf"(?<![\w/-])(?P<name>(?:{_WORD}\s){{0,4}}{nouns}(?!\w)(?:\s{_WORD}|{topic}){{0,5}}?)"
        rf"(?:\s\([A-Z][\w-]{{1,12}}\))?,?\s(?:\w+ly\s|too\s|also\s|both\s)?{alternatives(words['acts'])}(?!\w)"
    )


def acting_forums(text: str, spans: Row) -> Iterator[Found]:
    """The forums and dialogues of a text that take part in a meeting, which no meeting does."""
    for one in _acting().finditer(text):
        begin, end = one.span("name")
        name = re.sub(r"^(?:The|La|El|Le|Both)\s", "", one["name"])
        begin = end - len(name)
        if sum(word[0].isupper() for word in name.split()) >= _LEAST_OWN and not spans.touching(begin, end):
            yield Found(begin, end, "Organization", name)
