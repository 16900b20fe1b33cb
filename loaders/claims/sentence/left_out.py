"""A masked sentence without words that tell nothing of who did what (`rules/left_out.yaml`).

Rules look at how a sentence opens and at what stands side by side: "In this context, the Government of ⟦S⟧ was also
elected" is read as "⟦S⟧ was elected" as well.
"""

import re
from functools import cache
from itertools import chain

from loaders.rules.factored import factored
from loaders.rules.lexicons import alternatives, load
from loaders.rules.sought import Sought

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


def without_seat(text: str) -> str:
    """The sentence without the body to which missions are accredited, which does nothing there."""
    return _seat().sub(r"\g<missions>", text) if "isi" in text or "issi" in text else text


@cache
def _seat() -> re.Pattern[str]:
    words = load("left_out")["missions"]
    state = r"(?:the |la |el |le |l['’])?⟦S#\d+⟧"
    several = rf"{state}(?:(?:,|,? (?:and|y|et))\s(?:of |de |del |du |des |d['’])?{state})*"
    return re.compile(
        rf"(?P<missions>{alternatives(words['of'])}\s?{several})\s{alternatives(words['to'])}\s?⟦U#\d+⟧", re.IGNORECASE
    )


def in_short(text: str) -> str:
    """The sentence without adverbs that change nothing, asides on a body, ranks, "both" and "the Government of"."""
    for pattern, instead in _left_out():
        text = pattern.sub(instead, text)
    return text


@cache
def _left_out() -> tuple[tuple[Sought, str], ...]:
    words = load("left_out")
    adverbs = factored(chain(*words["adverbs"].values()))

    def words_of(key: str) -> str:
        return alternatives(list(chain(*words[key].values())))

    patterns = [
        (rf"(?<!\w)co\s?(?={alternatives(words['hyphenated'])})", "co-"),
        (rf"(⟦[SUO]#\d+⟧),\s{alternatives(words['asides'])}\s[^,;:.()⟦⟧]{{3,80}},(?=\s(?!and\b|y\b|et\b|[⟦]))", r"\1"),
        (rf",\s{words_of('beside')}\s[^,;:.()⟦⟧]{{3,60}},(?=\s)", ""),
        (rf"(?<=\w|⟧)\s{words_of('ranks')}", ""),
        (rf"(?<!\w){words_of('sides')}\s?", ""),
        (rf",\s{adverbs},(?=\s)|(?<=\w|⟧)\s{adverbs}(?=\s)", ""),
        (rf"(?<!\w)(?<!, ){alternatives(words['governments'])}(?=⟦S)", ""),  # "with IOM, the Government" is no list
    ]
    # "s'y sont exprimés", "⟦S⟧ y ont pris la parole", and not "il y a eu"
    patterns.append((r"\bs['’]y\s(?=(?:est|sont|étai(?:en)?t)\b)", "se "))
    was = r"(?:ont|avai(?:en)?t|sont|étai(?:en)?t|auront|a\s\w+(?:é|i|u|it|is|ert)e?s?)"
    patterns.append((rf"(?<!\bil )\by\s(?={was}\b)", ""))
    article = r"(?:the |el |la |los |las |le |les |l['’])?"
    for first, between, plainly in words["both"]:
        one = rf"(?<!\w){first}\s(?P<one>{article}⟦\w#\d+⟧),?\s{between}\s(?={article}⟦)"
        patterns.append((one, rf"\g<one> {plainly} "))
    return tuple((Sought(pattern, re.IGNORECASE), instead) for pattern, instead in patterns)
