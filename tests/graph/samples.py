"""Documents of the Compact's world in the shape in which the loaders read them, with true facts."""

from collections.abc import Iterable
from decimal import Decimal

from graph.iris import digest
from graph.records import (
    Basis,
    Claim,
    Description,
    Document,
    DocumentRecords,
    Evidence,
    Flag,
    LinkStatus,
    Mention,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    When,
)

ROUNDTABLE_OBJECTIVES = {
    1: (2, 5, 6, 12, 18),
    2: (4, 8, 9, 10, 11, 13, 21),
    3: (14, 15, 16, 19, 20, 22),
    4: (1, 3, 7, 17, 23),
}
CHAMPIONS = "process/gcm-champion-countries"
MEETING = "event/technical-meeting-of-gcm-champion-countries-2021-11-03"
COMMITTEE = "working-group/migration-mptf-steering-committee"
WORKSHOP = "event/rcm-gcm-virtual-workshop-2021-09-17"


class Draft:
    """A document under construction: sentences, one a passage, and what each states."""

    def __init__(self, slug: str, title: str, date: When | None, genre: str = "meeting-summary") -> None:
        self.slug, self.title, self.date, self.genre = slug, title, date, genre
        self.sentences: list[tuple[str, list[dict]]] = []
        self.descriptions: list[Description] = []
        self.flags: list[tuple[str, str, int]] = []
        self.mentioned: list[tuple[int, str, str]] = []

    def say(self, sentence: str, *claims: dict | Iterable[dict]) -> None:
        """One more sentence; its claims as keyword arguments of Claim."""
        rows: list[dict] = []
        for claim in claims:
            rows += [claim] if isinstance(claim, dict) else list(claim)
        self.sentences.append((sentence, rows))

    def mention(self, exact: str, entity: str) -> None:
        """A mention in the last sentence."""
        self.mentioned.append((len(self.sentences) - 1, exact, entity))

    def describe(self, entity: str, cls: str, name: str, *labels: tuple[str, str]) -> None:
        """An entity that the document brings."""
        self.descriptions.append(Description(self.slug, entity, cls, name, labels))

    def records(self) -> DocumentRecords:
        """The document with everything it says."""
        text = "\n\n".join(sentence for sentence, _ in self.sentences)
        sha256 = digest(self.slug, text) * 2
        passages, evidence, claims, starts, start = [], [], [], [], 0
        for order, (sentence, rows) in enumerate(self.sentences):
            end = start + len(sentence)
            passage = Passage(self.slug, order, PassageKind.PARAGRAPH, sentence, start, end, sha256=sha256)
            item = Evidence(self.slug, passage.id, start, end, 0, len(sentence), sentence, sentence)
            claims += [
                Claim(document=self.slug, evidence=(item.id,), rule="sample", **_listed(row, item.id)) for row in rows
            ]
            passages.append(passage)
            evidence.append(item)
            starts.append(start)
            start = end + 2
        flags = tuple(Flag(kind, message, (evidence[order].id,)) for kind, message, order in self.flags)
        document = Document(
            self.slug,
            sha256,
            f"{self.slug}.txt",
            self.title,
            "en",
            self.genre,
            text,
            self.date,
            flags=flags,
            version="1",
        )
        mentions = [self._mention(passages[order], exact, entity) for order, exact, entity in self.mentioned]
        return DocumentRecords(
            document, tuple(passages), tuple(mentions), tuple(self.descriptions), tuple(evidence), tuple(claims)
        )

    def _mention(self, passage: Passage, exact: str, entity: str) -> Mention:
        at = passage.text.index(exact)
        start = passage.start + at
        return Mention(
            self.slug,
            passage.id,
            start,
            start + len(exact),
            at,
            at + len(exact),
            exact,
            entity,
            LinkStatus.LINKED,
            "label",
        )


def _listed(row: dict, evidence: str) -> dict:
    if "listing" not in row:
        return row
    return row | {"listing": digest("listing", evidence, row["listing"])}


def each(subjects: Iterable[str], predicate: str, object: str, **more: object) -> list[dict]:
    """One claim for each subject."""
    return [{"subject": subject, "predicate": predicate, "object": object} | more for subject in subjects]


def states(*names: str) -> list[str]:
    """Paths of states."""
    return [f"state/{name}" for name in names]


def covers(roundtable: int, objectives: Iterable[int]) -> list[dict]:
    """The objectives of a roundtable of the forum of 2022, given as a whole list."""
    return [
        {
            "subject": f"roundtable/imrf-2022-{roundtable}",
            "predicate": "coversObjective",
            "object": f"objective/{number}",
            "listing": str(roundtable),
            "exhaustive": True,
        }
        for number in objectives
    ]


def leaflet() -> DocumentRecords:
    """The roadmap leaflet: roundtable 4 without objective 23; its heading is older than its text."""
    draft = Draft(
        "imrf-roadmap", "Key milestones and progress", When("2022-01-24/2022-02-28", Basis.INFERRED), "leaflet"
    )
    draft.say("#3 - IMRF ROADMAP - SEPTEMBER 2021")
    draft.flags.append(("heading-date", "The heading says September 2021, the text knows of January 2022.", 0))
    draft.say(
        "Date of the IMRF: 17 to 20 May 2022",
        {"subject": "event/imrf-2022", "predicate": "takesPlaceOn", "value": "2022-05-17/2022-05-20"},
    )
    draft.say(
        "RT 1: 2, 5, 6, 12 and 18; RT 2: 4, 8, 9, 10, 11, 13 and 21; "
        "RT 3: 14, 15, 16, 19, 20 and 22; RT 4: 1, 3, 7, and 17.",
        *(covers(number, ROUNDTABLE_OBJECTIVES[number]) for number in (1, 2, 3)),
        covers(4, (1, 3, 7, 17)),
    )
    draft.say(
        "Colombia, Costa Rica, Ecuador, El Salvador, Honduras and Mexico are part of a group committed to the GCM.",
        each(
            states("colombia", "costa-rica", "ecuador", "el-salvador", "honduras", "mexico"),
            "championOf",
            CHAMPIONS,
            attested=When("2022-01-24/2022-02-28", Basis.INFERRED),
        ),
    )
    draft.mention("Mexico", "state/mexico")
    return draft.records()


def concept_note() -> DocumentRecords:
    """The concept note: roundtable 4 with objective 23; who is not part of the Compact; the RCM's presidency."""
    attested = When("2021-09-17", Basis.HEADER)
    draft = Draft(
        "rcm-concept-note", "Regional Conference on Migration and the Global Compact", attested, "concept-note"
    )
    draft.describe(WORKSHOP, "Event", "RCM-GCM virtual workshop, 17 September 2021", ("taller virtual", "es"))
    draft.say(
        "IOM and ECLAC are proposing to organize a virtual workshop.",
        each(["un-entity/iom", "un-entity/eclac"], "organizes", WORKSHOP, modality=Modality.PROPOSED),
    )
    draft.say(
        "The first edition will take place during the first semester of 2022.",
        {"subject": "event/imrf-2022", "predicate": "takesPlaceOn", "value": "2022-40"},
    )
    draft.say(
        "Round table one: objectives 2, 5, 6, 12 and 18; two: 4, 8, 9, 10, 11, 13 and 21; "
        "three: 14, 15, 16, 19, 20 and 22; "
        "and round table four: objectives 1, 3, 7, 17 and 23.",
        *(covers(number, objectives) for number, objectives in ROUNDTABLE_OBJECTIVES.items()),
    )
    draft.say(
        "Mexico holds the current Presidency of the RCM.",
        {
            "subject": "state/mexico",
            "predicate": "chairs",
            "object": "regional-process/rcm",
            "when": When("2021"),
            "role": "presidency pro tempore",
        },
    )
    draft.mention("Mexico", "state/mexico")
    draft.say(
        "The United States and the Dominican Republic are not part of the Compact.",
        each(states("united-states", "dominican-republic"), "partyTo", "instrument/gcm", polarity=Polarity.NEGATIVE),
    )
    return draft.records()


def champions_meeting() -> DocumentRecords:
    """The technical meeting of 3 November 2021: speakers, observers, new champions, the steering committee, money."""
    on = When("2021-11-03")
    draft = Draft("champions-meeting", "Technical meeting of GCM Champion Countries", on)
    draft.describe(MEETING, "Event", "Technical meeting of GCM Champion Countries, 3 November 2021")
    draft.describe(COMMITTEE, "WorkingGroup", "Migration MPTF Steering Committee")
    draft.say(
        "On 3 November 2021, the Network invited GCM Champion countries.",
        {"subject": MEETING, "predicate": "takesPlaceOn", "value": "2021-11-03"},
    )
    speakers = states(
        "cambodia",
        "canada",
        "colombia",
        "ecuador",
        "egypt",
        "ghana",
        "indonesia",
        "mexico",
        "niger",
        "philippines",
        "portugal",
        "thailand",
        "luxembourg",
    )
    draft.say(
        "Delegates of 13 countries took the floor.", each(speakers, "spokeAt", MEETING, listing="s", exhaustive=True)
    )
    draft.say(
        "Welcomed new Champion countries Costa Rica and Niger, now as 25 Champions; and observers.",
        each(states("costa-rica", "niger"), "championOf", CHAMPIONS, attested=on),
        {
            "subject": CHAMPIONS,
            "predicate": "hasCount",
            "value": Decimal(25),
            "unit": "champions",
            "measure": "members",
            "attested": on,
        },
        each(states("fiji", "jamaica", "luxembourg"), "observerOf", MEETING),
    )
    draft.say(
        "Ghana, Iraq, Mexico and the Philippines serve on the Committee; three served a full term already.",
        each(states("ghana", "iraq", "mexico", "philippines"), "memberOfCommittee", COMMITTEE, attested=on),
        each(states("ecuador", "morocco", "thailand"), "memberOfCommittee", COMMITTEE, ended=True),
    )
    draft.say(
        "USD 20 million has already been mobilized.",
        {
            "subject": "fund/migration-mptf",
            "predicate": "hasCount",
            "value": Decimal(20),
            "unit": "USD million",
            "measure": "mobilised",
            "attested": on,
        },
    )
    return draft.records()


def briefing() -> DocumentRecords:
    """The briefing of October 2020: fourteen champions, USD 12.5 million."""
    on = When("2020-10-19", Basis.INFERRED)
    draft = Draft("coordinator-briefing", "Briefing by the Coordinator", on, "speech")
    fourteen = states(
        "bangladesh",
        "canada",
        "el-salvador",
        "ethiopia",
        "guinea-bissau",
        "ghana",
        "indonesia",
        "mexico",
        "morocco",
        "nepal",
        "philippines",
        "portugal",
        "senegal",
        "thailand",
    )
    draft.say(
        "Currently 14 countries have officially confirmed.",
        {
            "subject": CHAMPIONS,
            "predicate": "hasCount",
            "value": Decimal(14),
            "unit": "champions",
            "measure": "members",
            "attested": on,
        },
        each(fourteen, "championOf", CHAMPIONS, attested=on, listing="c", exhaustive=True),
    )
    draft.say(
        "The total commitment from donors stands at approximately USD 12.5 million.",
        {
            "subject": "fund/migration-mptf",
            "predicate": "hasCount",
            "value": Decimal("12.5"),
            "unit": "USD million",
            "measure": "mobilised",
            "approximate": True,
            "attested": on,
        },
    )
    return draft.records()


def consultation() -> DocumentRecords:
    """The consultation of April 2019: what the Forum could become, said by participants."""
    draft = Draft("gfmd-consultation", "Consultation on the GFMD and the GCM", When("2019-04-04"))
    draft.say(
        "The GFMD could act as a mechanism to aggregate States' voluntary reporting.",
        {
            "subject": "process/gfmd",
            "predicate": "supports",
            "object": "process/imrf",
            "modality": Modality.POSSIBLE,
            "attributed_to": "participants",
        },
    )
    return draft.records()


def corpus() -> list[DocumentRecords]:
    """All of them."""
    return [champions_meeting(), consultation(), leaflet(), concept_note(), briefing()]
