"""A masked sentence without what stands before it and names no one: "In this context, ⟦S⟧ took the chair".

Rules that look at how a sentence opens so read it as if it opened with who does what.
"""

import re
from functools import cache
from itertools import chain

from loaders.rules.lexicons import alternatives, load

_MOST = 2  # "Asimismo, en este contexto, ..."


def without_front(text: str) -> str:
    """The sentence from its first word that may tell of someone; the same text where nothing stands before it."""
    for _ in range(0 if text.startswith("⟦") else _MOST):
        front = _front().match(text)
        if front is None or (front["phrase"] and _more().search(front["phrase"])):
            return text
        text = text[front.end() :]
    return text


@cache
def _front() -> re.Pattern[str]:
    opens, that = (alternatives(list(chain(*load("fronts")[key].values()))) for key in ("opens", "that"))
    return re.compile(
        rf"\W{{0,3}}(?:(?P<phrase>{opens}\b[^,;:.()⟦⟧]{{0,70}}),\s|{that}(?:\s|['’]\s?))(?=\S)", re.IGNORECASE
    )


@cache
def _more() -> re.Pattern[str]:
    """What a phrase says that is more than where or when: the office in which someone acts, a condition, a plan."""
    return re.compile(rf"(?<!\w){alternatives(load('fronts')['not'])}", re.IGNORECASE)
