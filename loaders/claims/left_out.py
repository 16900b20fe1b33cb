"""A masked sentence without words that tell nothing of who did what (`rules/left_out.yaml`).

Rules look at how a sentence opens and at what stands side by side: "In this context, the Government of ⟦S⟧ was also
elected" is read as "⟦S⟧ was elected" as well.
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
    opens, that = (alternatives(list(chain(*load("left_out")["fronts"][key].values()))) for key in ("opens", "that"))
    return re.compile(
        rf"\W{{0,3}}(?:(?P<phrase>{opens}\b[^,;:.()⟦⟧]{{0,70}}),\s|{that}(?:\s|['’]\s?))(?=\S)", re.IGNORECASE
    )


@cache
def _more() -> re.Pattern[str]:
    """What a phrase says that is more than where or when: the office in which someone acts, a condition, a plan."""
    return re.compile(rf"(?<!\w){alternatives(load('left_out')['fronts']['not'])}", re.IGNORECASE)


def without_adverbs(text: str) -> str:
    """The sentence without words that change nothing, and states without "the Government of"."""
    return _governments().sub("", _adverbs().sub("", text))


@cache
def _adverbs() -> re.Pattern[str]:
    words = alternatives(list(chain(*load("left_out")["adverbs"].values())))
    return re.compile(rf"(?:,\s{words},(?=\s)|(?<=\w|⟧)\s{words}(?=\s))", re.IGNORECASE)


@cache
def _governments() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(load('left_out')['governments'])}(?=⟦S)", re.IGNORECASE)
