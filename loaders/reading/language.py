"""The language of a text, from its script and its commonest words.

Claims are made from English, Spanish and French. Text in another language is read, kept and searchable,
and said to be without claims.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

SUPPORTED = ("en", "es", "fr")
OTHER = "und"
"""Code of a language that is not told apart here (BCP 47: undetermined)."""

_STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in for is on that with as by are this be at from will which their has have its was an or"
        " not it were".split()
    ),
    "es": frozenset(
        "la de en y el los las del que por con una para como sus al entre su lo más este esta fue son han se y ha sobre"
        " desde también".split()
    ),
    "fr": frozenset(
        "la de en le les des du et une dans pour que qui par sur est au aux avec ce cette ont été sont ces leur il"
        " ou nous dont plus".split()
    ),
    "pt": frozenset(
        "de em o os das dos do da em um uma não são ao pelo pela mais com para que foi à às também sua seu na no nas"
        " nos".split()
    ),
    "de": frozenset(
        "der die das und den dem ein eine ist für von mit auf im zu nicht des sich werden auch als bei".split()
    ),
    "it": frozenset(
        "il lo gli di che è per con una del della dei delle nel nella sono alla anche dal dalla si".split()
    ),
}
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_LETTERS = {"es": re.compile("[ñ¿¡óÓÑ]"), "fr": re.compile("[èêçœâûîëïÈÊÇŒ]"), "pt": re.compile("[ãõÃÕ]")}
"""Letters that one of the languages has and its neighbours seldom: they decide short texts."""
_MOST_LETTERS = 3
_SAMPLE = 3_000
_BLANK = str.maketrans(dict.fromkeys('.,;:!?()[]"«»“”', " ") | {"'": "' ", "’": "' "})
_TAG = re.compile(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")
_FEW_WORDS = 30
_MIXED = 0.2
"""A text whose commonest language leads another one by less than this share of its stop words is in both."""
_NEIGHBOURS, _LEAST_LEAD = frozenset({"es", "fr"}), 2
"""Languages that share words, and stop words by which a sentence must be nearer to one than to that of its document."""
_LEAST_SHARE = 0.08
"""A text of which fewer words than this are stop words of a language is not in it."""


def detect(texts: Iterable[str], declared: str = "") -> str:
    """`en`, `es`, `fr`, `ar`, `ru`, `zh`, another code, or `und` where nothing decides.

    Looks at the first 3,000 characters only. A few words in Latin script without any
    stop word are taken for English. declared: the language that the file says it is in ("es-MX"), which decides where
    the text is short or in several languages; no further, since templates and programs often say the wrong one.
    """
    sample = _sample(texts)
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        for code, script in _SCRIPTS:
            if letters and len(script.findall(sample)) > 0.4 * letters:
                return code
    words = Counter(sample.lower().translate(_BLANK).split())
    if not words:
        return OTHER
    scores = {code: sum(words[word] for word in stops) for code, stops in _STOP_WORDS.items()}
    for code, letters_of_it in _LETTERS.items():
        scores[code] += min(len(letters_of_it.findall(sample)), _MOST_LETTERS)
    best = max(scores, key=lambda code: scores[code])
    hinted = _is_near(primary(declared), scores)
    best = primary(declared) if hinted else best
    if words.total() <= _FEW_WORDS and any("a" <= char.lower() <= "z" for char in sample):
        return best if scores[best] or hinted else SUPPORTED[0]
    return best if scores[best] >= _LEAST_SHARE * words.total() / (1 + hinted) else OTHER


def _is_near(declared: str, scores: Mapping[str, int]) -> bool:
    """Whether a text can be in the language that its file declares: no other has much more of its stop words."""
    own, most = scores.get(declared, -1), max(scores.values())
    return most - own < max(_LEAST_LEAD, _MIXED * most) and (own > 0 or own == most)


def primary(tag: str) -> str:
    """The language of a tag (BCP 47), or of a locale: "es" of "es-MX", "ES_mx"; empty where it is none."""
    found = _TAG.match(tag)
    return found[1].lower() if found else ""


def likeliest(sentence: str) -> str:
    """The one of the three languages that a sentence has the most stop words of; "" where none has more than the next.

    Cheaper than `detect`, and for single sentences: papers quote, and some are in two languages.
    """
    words = sentence.lower().translate(_BLANK).split()
    ranked = sorted(((sum(map(_STOP_WORDS[code].__contains__, words)), code) for code in SUPPORTED), reverse=True)
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else ""


@lru_cache(maxsize=1024)
def spoken_in(sentence: str, of_document: str) -> str:
    """The language of a sentence: that of its document, unless another one shows ("y" alone is French too).

    of_document: the code of one of the three languages, or "" where the document is in another; "" is none of them.
    """
    if not of_document:
        return likeliest(sentence)
    words = sentence.lower().translate(_BLANK).split()
    scores = {code: sum(map(_STOP_WORDS[code].__contains__, words)) for code in SUPPORTED}
    best = max(scores, key=lambda code: scores[code])
    least = _LEAST_LEAD if {best, of_document} == _NEIGHBOURS else 1
    return best if scores[best] - scores[of_document] >= least else of_document


def is_supported(language: str) -> bool:
    """Claims can be made from texts in this language."""
    return language in SUPPORTED


def note(language: str) -> str:
    """One sentence for people where no claims can be made from a language, else nothing."""
    if is_supported(language):
        return ""
    name = {"ar": "Arabic", "ru": "Russian", "zh": "Chinese", "pt": "Portuguese", "de": "German", "it": "Italian"}
    told = f"in {name[language]}" if language in name else "in a language that was not recognised"
    return f"The text is {told}: it can be searched, but claims are made from English, Spanish and French only."


def _sample(texts: Iterable[str]) -> str:
    pieces: list[str] = []
    size = 0
    for text in texts:
        pieces.append(text[: _SAMPLE - size])
        size += len(text)
        if size >= _SAMPLE:
            break
    return "\n".join(pieces)
