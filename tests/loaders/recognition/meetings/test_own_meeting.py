"""Which meeting a document is about."""

import pytest

from loaders.recognition.meetings.event import Event
from tests.loaders.told import WORLD, recognised, records_of


def own(title: str) -> Event | None:
    """The meeting of a summary with this title."""
    return recognised(f"# {title}\n\n5 May 2022\n\nThe GCM was discussed.", "meeting-summary").book.main


@pytest.mark.parametrize(
    "title",
    [
        "Notes on the technical meetings of 2021 and 2022 of the Champion countries of the GCM",
        "Notas sobre las reuniones técnicas de los países campeones del PMM",
    ],
)
def test_a_title_of_several_meetings_names_none(title: str) -> None:
    """Several are no one meeting of the paper's own."""
    assert own(title) is None


def test_a_title_names_the_meeting_of_its_paper() -> None:
    """With the day of the paper, where the title tells none."""
    main = own("Summary of the technical meeting of the Champion countries of the GCM")
    assert main is not None
    assert "technical meeting of the Champion" in main.words
    assert main.dates == ("2022-05-05",)


def test_a_letterhead_is_no_title() -> None:
    """The line below it names the meeting, though it is named by what it does."""
    text = (
        "# Distr. générale\n\n8 juillet 2025\n\n# Réunion d'examen à mi-parcours de la mise en œuvre du Pacte mondial "
        "en Afrique centrale\n\nLibreville, 17-19 juin 2025\n\n# COMPTE RENDU\n\nLe PMM a été examiné."
    )
    main = recognised(text).book.main
    assert main is not None
    assert main.words.startswith("Réunion d'examen à mi-parcours de la mise en œuvre du Pacte mondial")
    assert main.dates == ("2025-06-17/2025-06-19",)


@pytest.mark.parametrize(
    "first",
    [
        "La réunion annuelle du MIDWA s'est achevée ce vendredi à Cotonou, après trois jours (18-20 juin 2025).",
        "The annual meeting of MIDWA concluded this Friday in Cotonou after three days of work (18-20 June 2025).",
        "La reunión anual del MIDWA concluyó este viernes en Cotonou, tras tres días (18-20 de junio de 2025).",
    ],
)
def test_a_press_note_tells_of_its_meeting(first: str) -> None:
    """Its days stand behind what it took, and a "road map" in its headline makes it no leaflet."""
    head = "# COMMUNIQUÉ DE PRESSE\n\n# MIDWA : une feuille de route commune\n\n20 June 2025"
    main = recognised(f"{head}\n\n{first} The GCM was discussed.").book.main
    assert main is not None
    assert main.dates == ("2025-06-18/2025-06-20",)
    assert main.places == ("place/cotonou",)


def test_the_days_of_a_summit_are_not_the_day_of_its_report() -> None:
    """Several days with a place are those of the meeting, a day with a place may be that of the signature."""
    text = (
        "# Report of the Sixteenth GFMD Summit\n\n**Arequipa, Peru, 13-15 October 2026**\n\n*Geneva, 11 December 2026*"
        "\n\nThe Sixteenth Summit of the GFMD discussed the GCM."
    )
    main = recognised(text).book.main
    assert main is not None
    assert main.dates == ("2026-10-13/2026-10-15",)


@pytest.mark.parametrize(
    "said",
    [
        "At the closing session on 15 October 2026, Peru read out the summary of the GCM.",
        "En la sesión de clausura, el 15 de octubre de 2026, el Perú habló del PMM.",
        "À la séance de clôture, le 15 octobre 2026, le Pérou a parlé du PMM.",
        "Belize assumes the presidency of the Conference on 1 January 2026, and speaks of the GCM.",
        "Belice asumirá la Presidencia Pro-Témpore de la Conferencia el 1 de enero de 2026, según el PMM.",
    ],
)
def test_neither_a_closing_session_nor_an_office_is_a_meeting(said: str) -> None:
    """They have a day, and no name."""
    assert not recognised(said).book.events


def test_an_ordinal_makes_no_edition_of_the_forum() -> None:
    """A first conference and a twenty-fourth meeting told of in a speech at the forum are none of it."""
    text = (
        "# Statement at the International Migration Review Forum\n\nNew York, 7 May 2026\n\nWe will host the first "
        "Ibero-American Conference on Migration and Care in Punta del Este in March 2027. The XXIV meeting will be "
        "held in Montevideo from 21 to 23 October 2026."
    )
    assert not [one for one in recognised(text, "speech").book.events if "process/imrf" in one.series and one.dates]


def test_the_number_of_a_meeting_stands_in_its_first_sentence() -> None:
    """The title leaves it out; the meeting is one."""
    text = (
        "# Summary of the informal consultation on the review forum\n\n12 February 2026\n\nThe second informal "
        "consultation on the preparations for the review forum was convened by Ghana. The GCM was discussed."
    )
    found = recognised(f"{text}\n\n{WORLD}", "meeting-summary").book
    assert [(one.ordinal, one.dates) for one in found.events if one.kind == "consultation"] == [(2, ("2026-02-12",))]


def test_a_consultation_on_the_forum_is_not_called_as_the_forum() -> None:
    """Its title names the forum, its first sentence what it prepares: one meeting, and no edition of the forum."""
    text = (
        "# Informal consultation of delegations on the International Migration Review Forum\n\n12 February 2026\n\n"
        "The second informal consultation of delegations on the arrangements for the Forum was convened by Ghana."
    )
    records = records_of(f"{text}\n\n{WORLD}", "meeting-summary")
    consultations = [one for one in records.descriptions if one.cls == "Event"]
    names = {label for one in consultations for label, _ in one.labels} | {one.name for one in consultations}
    assert len(consultations) == 1
    assert not [name for name in names if name.startswith("IMRF 2026")]


def test_a_meeting_told_by_its_length_is_the_one_named_below() -> None:
    """As in the first sentence of press notes."""
    text = (
        "# Champions gather\n\n**Nairobi, 19 February 2026** – Governments that champion the GCM concluded a two-day "
        "meeting in Nairobi today.\n\nThe Third Ministerial Meeting of Champion Countries, held on 18 and 19 February, "
        "was convened by Kenya."
    )
    found = recognised(f"{text}\n\n{WORLD}", "press-note").book
    assert [one.ordinal for one in found.events] == [3]


@pytest.mark.parametrize(
    "said",
    [
        "First, the South American Conference on Migration. Its XXIV meeting will be held on 21 May 2026.",
        "Primero, la Conferencia Suramericana sobre Migraciones. Su XXIV reunión se celebrará el 21 de mayo de 2026.",
    ],
)
def test_its_meeting_is_that_of_the_body_just_named(said: str) -> None:
    """The sentence before names one body only."""
    found = [one for one in recognised(f"{said} The GCM was discussed.").book.events if one.ordinal == 24]
    assert [one.series for one in found] == [("regional-process/sacm",)]
    assert not found[0].words.startswith("Su ")
