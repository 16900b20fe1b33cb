"""Words that may name a meeting, with what the text tells of it beside them."""

import re
from dataclasses import dataclass

from loaders.rules.lexicons import load

FOR_DAYS = re.compile(r"\w+-day")
# "three days of consultations", "tres días de consultas", "deux jours de consultations"
DAYS_OF = re.compile(
    r"(?:\d|two|three|four|five|dos|tres|cuatro|cinco|deux|trois|quatre|cinq)\s(?:days|días|jornadas|jours|journées)\s"
    r"(?:of|de|d['’])\s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words at [at, to) that may name an event.

    kind: a key of events.yaml. noun: the word for it, in small letters. words: the name without its article.
    definite: "the meeting".
    dates: EDTF values that belong to it. named: capitalised or with a known name in it. places: paths of where it is.
    told: where the words on its dates and places end. number: its ordinal.
    region: of a regional review, the word that the reference data has for its region. several: it may stand for one
    meeting on each of the days that follow. other: said of one that is not the one spoken of ("the previous meeting").
    of_its_day: it is one only where its day is told ("MIDSA took place in 2000" tells of no meeting).
    titled: its words are the title that a list gives it, by which alone it is told from others.
    A candidate that no words name has its place alone, `at` equal to `to`.
    """

    at: int
    to: int
    kind: str
    words: str
    definite: bool
    named: bool
    dates: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    told: int = 0
    number: int | None = None
    region: str = ""
    several: bool = False
    other: bool = False
    noun: str = ""
    titled: bool = False
    of_its_day: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether only a verb tells of it ("The Committee met"); without a day it is none."""
        return self.at == self.to and not self.named and bool(self.series) and self.words.endswith("meeting")

    @property
    def bare(self) -> bool:
        """Whether one word that the reader has not met yet names it: "at a ceremony", "en un acto"."""
        plain = not (self.definite or self.series or self.number or " " in self.words)
        return plain and self.at < self.to and self.kind in load("events")["occasions"]

    @property
    def only_kind(self) -> bool:
        """As in "The meeting", "the four-day event": nothing of its own but the kind."""
        return self.definite and not self.series and all(map(FOR_DAYS.fullmatch, self.words.casefold().split()[:-1]))

    @property
    def points_back(self) -> bool:
        """Whether it can only be what was named before: a kind without a date."""
        return self.only_kind and not self.dates and not self.other
