"""One meeting of a document: what is known of it, its path and its names."""

import re
from dataclasses import dataclass, field

from graph.iris import slug
from graph.periods_text import display
from loaders.recognition.names.editions import EDITIONS
from loaders.rules.lexicons import load

# each of them may be what an edition of a forum is called; a preparatory meeting is none
_WHOLE = re.compile(
    r"\S+\s(?:meeting|summit|conference|réunion|sommet|conférence|reunión|cumbre|conferencia)(?=$|\s(?:of|d[eu]l?)\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Event:
    """One meeting of a document: its path grows from the words and date it was first seen with.

    english: its words in English, where they are not. number: its place among the events of the document.
    known: its path in the reference data, where that has it.
    """

    kind: str
    words: str
    dates: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    labels: list[str] = field(default_factory=list)
    ordinal: int | None = None
    places: tuple[str, ...] = ()
    region: str = ""
    english: str = ""
    number: int = -1
    known: str = ""

    @property
    def path(self) -> str:
        """Entity path: that of the reference data, else the series (or the words) and kind, and the first date."""
        if self.known:
            return self.known
        if self.series and self.series[-1] in EDITIONS and self._year and self.kind == "conference":
            return f"event/{self.series[-1].split('/')[1]}-{self._year}"
        if self.region:
            return "-".join(filter(None, ("event/regional-review", self.region, self._year)))
        if self.series and self.ordinal and _WHOLE.match(self.words) and self.series[-1] in load("events")["editions"]:
            return f"event/{self.series[-1].split('/')[1]}-{load('events')['editions'][self.series[-1]]}-{self.ordinal}"
        # the series, the kind and the ordinal say the same in every document; the words do not
        stem = (
            slug(f"{self.series[-1].split('/')[1]} {self.kind}", 60)
            if self.series
            else slug(self.english or self.words, 60)
        )
        if self.series and self.ordinal:
            return f"event/{stem}-{self.ordinal}"
        date = slug(self.dates[0].split("/")[0]) if self.dates else ""
        return f"event/{stem}-{date}" if date else f"event/{stem}"

    @property
    def _year(self) -> str:
        return self.dates[0][:4] if self.dates and self.dates[0][:4].isdigit() else ""

    @property
    def name(self) -> str:
        """As in "Meeting of the Consultation Group, 29-30 July 2021"."""
        words = self.words[0].upper() + self.words[1:]
        return f"{words}, {self.when}" if self.when else words

    @property
    def when(self) -> str:
        """The dates in words; empty where not even the month is known."""
        if not self.dates or not any(map(str.isdigit, self.dates[0])):
            return ""
        shown = display(self.dates[0]) if len(self.dates) == 1 else display(f"{self.dates[0]}/{self.dates[-1]}")
        return shown.replace("–", "-").strip()

    @property
    def names(self) -> list[str]:
        """All it may be called by: its words, its kind and date, the words it was met with."""
        kind_and_date = [f"{self.kind.capitalize()}, {self.when}"] if self.when else []
        dated = [f"{label}, {self.when}" for label in self.labels] if self.when else []
        return list(dict.fromkeys([self.name, *self.labels, *dated, *kind_and_date]))
