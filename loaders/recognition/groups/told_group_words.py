"""Words by which a passage tells of a group that goes by a plain noun, as `rules/groups.yaml` lists them (`told`)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.rules.lexicons import alternatives, load
from loaders.rules.uncased import Uncased
from loaders.rules.word_lists import lists


@dataclass(frozen=True, slots=True)
class Words:
    """What is sought around the nouns of groups, in texts whose actors are struck out ("§§§§").

    english, other: the nouns behind what they are on and before it. on: what joins an English noun to it. of_whom:
    what tells whose a group is and not what it is on. empty: adjectives that tell nothing. plain: words of no topic.
    behind, opening, before, again: what tells who leads a group or belongs to it, right behind its name, farther
    behind a name that opens a sentence, right before it, and at the beginning of the sentence behind.
    """

    english: re.Pattern[str]
    other: re.Pattern[str]
    on: re.Pattern[str]
    of_whom: re.Pattern[str]
    empty: re.Pattern[str]
    plain: re.Pattern[str]
    behind: Uncased
    opening: Uncased
    before: Uncased
    again: Uncased


@lru_cache(maxsize=1)
def words() -> Words:
    """Compiled once."""
    data, told, known = load("groups"), load("groups")["told"], lists()
    one_of = {name: alternatives(entries) for name, entries in told.items()}
    art = rf"(?:{one_of['articles']}\s|l['’])"
    lexicon = {key: alternatives([known[one] for one in told[key]]) for key in ("verbs", "acts", "offices")}
    # each struck-out name in one piece, or a long one would be taken apart in every way
    small = rf"(?:(?:{alternatives([*data['small'], *told['adverbs']])}(?:(?<=['’])|(?!\w))|\d{{4}}|§+(?!§))[\s,]*)"
    after = (one for row in data["passage"] if row["side"] == "after" for one in row["words"])
    said = alternatives([*(one for one in after if "{" not in one), *told["later"]])
    topic = rf"(?:\s|{one_of['articles']}\b|{one_of['of']}\b|[dl]['’])*"
    return Words(
        english=re.compile(
            rf"(?<![\w’'-])(?:{one_of['articles']}\s|(?<=['’]s\s))"
            rf"(?P<name>(?:(?!{one_of['parted']}\s)[\w-]+\s){{0,5}}?{one_of['last']})(?![\w-])",
            re.IGNORECASE,
        ),
        other=re.compile(
            rf"(?<![\w’'-]){art}(?:{one_of['empty']}\s)?(?P<name>{one_of['first']})(?![\w-])", re.IGNORECASE
        ),
        on=re.compile(r"\s(?:on|of|against)\s(?=\w)"),
        of_whom=re.compile(rf"{topic}(?:{one_of['whom']}\b|\d)|.*?\b{one_of['never']}\b", re.IGNORECASE | re.DOTALL),
        empty=re.compile(rf"(?:{one_of['empty']}\s)+", re.IGNORECASE),
        plain=re.compile(alternatives([*told["last"], *told["first"], *told["empty"]]), re.IGNORECASE),
        behind=Uncased(rf"[\s,(–—-]*{small}{{0,7}}(?:{lexicon['verbs']}|{said})(?!\w)"),
        opening=Uncased(rf"[^.;:]{{0,70}}?\b{one_of['later']}(?!\w)"),
        before=Uncased(
            rf"(?<!\w)(?:{lexicon['acts']}|{lexicon['offices']}(?:\s{one_of['of']}|\sd['’])?)"
            rf"(?:\s?{art})?\s?(?:{one_of['empty']}\s)*$"
        ),
        again=Uncased(
            rf"[.;]\s(?:{alternatives(data['back'])}\s)(?:\w+\s){{0,2}}?"
            rf"(?:{lexicon['verbs']}|{lexicon['offices']}|{said})(?!\w)"
        ),
    )
