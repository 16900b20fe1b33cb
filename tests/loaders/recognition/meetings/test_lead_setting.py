"""The meeting of which news tells in its lead: which it is, and its day and place, by those of the news."""

import pytest

from tests.loaders.told import FRENCH, SPANISH, WORLD, recognised

_LEADS = [
    # it ends; the next paragraph tells how long it was
    (WORLD, "DOHA, 12th March, 2026 (Gulf Newsroom) -- Labour ministers of twelve countries wound up their Sixth "
     "Ministerial Consultation here on Thursday with a promise of fair pay.\n\nThe two-day gathering of the Abu Dhabi "
     "Dialogue was hosted by Qatar.", ("2026-03-11/2026-03-12",), ("place/doha",)),
    # it ends; further on it is told when it had begun
    (WORLD, "Nairobi, 5 June 2025 – The fourth meeting of the IGAD Regional Consultative Process on Migration came to "
     "a close on Thursday with a call for funds. It had opened on Tuesday.", ("2025-06-03/2025-06-05",),
     ("place/nairobi",)),
    # it ends, and nobody tells when it began
    (WORLD, "BANGKOK, March 12, 2026 – The Colombo Process closed its Seventh Ministerial Consultation in the Thai "
     "capital on Thursday, with ministers promising more.", (), ("place/bangkok",)),
    (SPANISH, "Lima, 12 de marzo de 2026 (SP). Con la firma de una declaración concluyó ayer aquí la XXX Reunión "
     "Viceministerial de la Conferencia Regional sobre Migración.\n\nLa cita, que duró dos días, fue intensa.",
     ("2026-03-10/2026-03-11",), ("place/lima",)),
    (SPANISH, "Lima, 3 de mayo de 2025.- Delegaciones de once países se dieron cita en Lima para la XXIX Reunión "
     "Viceministerial de la Conferencia Regional sobre Migración, que finaliza hoy.\n\nEl encuentro fue inaugurado el "
     "jueves por la ministra.", ("2025-05-01/2025-05-03",), ("place/lima",)),
    (FRENCH, "Dakar, 12 mars 2026 (SP) – Les hauts fonctionnaires de quinze pays ont bouclé jeudi à Dakar leur réunion "
     "annuelle du Dialogue sur les migrations en Afrique de l'Ouest.\n\nLa rencontre de deux jours était organisée par "
     "le Sénégal.", ("2026-03-11/2026-03-12",), ("place/dakar",)),
    (FRENCH, "Rabat, le 20 octobre 2025 – La capitale marocaine abrite depuis hier la septième Conférence "
     "ministérielle du Processus de Rabat, qui traite des visas.", (), ("place/rabat",)),
]  # fmt: skip


@pytest.mark.parametrize(("world", "lead", "days", "places"), _LEADS)
def test_a_lead_sets_the_meeting_it_tells_of(
    world: str, lead: str, days: tuple[str, ...], places: tuple[str, ...]
) -> None:
    """What the lead does not tell is left open."""
    main = recognised(f"{lead}\n\n{world}", name="news.txt").book.main
    assert main is not None
    assert (main.dates, main.places) == (days, places)


@pytest.mark.parametrize(
    ("world", "lead"),
    [
        (WORLD, "GENEVA, 12 March 2026 – IOM published a report on pay on Thursday, ahead of the eighth Ministerial "
         "Consultation of the Colombo Process."),
        (SPANISH, "Quito, 12 de marzo de 2026.- El Ecuador pidió ayer más fondos, de cara a la XXX Reunión "
         "Viceministerial de la Conferencia Regional sobre Migración."),
        (FRENCH, "Dakar, 12 mars 2026 – Le Sénégal a publié jeudi son plan, après la septième Conférence ministérielle "
         "du Processus de Rabat."),
    ],
)  # fmt: skip
def test_a_meeting_that_a_lead_only_mentions_is_not_set(world: str, lead: str) -> None:
    """What was done before or after it says nothing of when and where it is."""
    assert recognised(f"{lead}\n\n{world}", name="news.txt").book.main is None


def test_a_meeting_elsewhere_is_not_where_the_news_was_written() -> None:
    """The city that the sentence is in goes before that of the news."""
    lead = "Brussels, 12 March 2026 – The seventh Ministerial Conference of the Rabat Process opened in Cadiz today."
    main = recognised(f"{lead}\n\n{WORLD}", name="news.txt").book.main
    assert main is not None
    assert main.places == ("place/cadiz",)


@pytest.mark.parametrize(
    "text",
    ["Before the workshop, on 8 September 2025, a visit was paid to the port.",
     "After the workshop, on 8 September 2025, a visit was paid to the port.",
     "Antes del taller, el 8 de septiembre de 2025, se visitó el puerto.",
     "Après l'atelier, le 8 septembre 2025, une visite du port a eu lieu."],
)  # fmt: skip
def test_the_day_of_what_went_before_or_after_is_not_that_of_the_meeting(text: str) -> None:
    """As in "Before the workshop, on 8 September": the day is that of the visit."""
    held = "The Network held a workshop on data in Quito on 9 and 10 September 2025."
    events = recognised(f"{held}\n\n{text}\n\n{WORLD}").book.events
    assert [day for event in events for day in event.dates if day == "2025-09-08"] == []


@pytest.mark.parametrize(
    ("world", "text"),
    [
        (WORLD, "Accra, 12 March 2026 – Ghana this week hosted the fourth meeting of the IGAD Regional Consultative "
         "Process on Migration.\n\nThe next meeting will be held in Kampala on 4 May 2027."),
        (FRENCH, "Accra, 12 mars 2026 – Le Ghana a accueilli cette semaine la réunion annuelle du Dialogue sur les "
         "migrations en Afrique de l'Ouest.\n\nLa prochaine réunion aura lieu le 4 mai 2027 à Cotonou."),
    ],
)  # fmt: skip
def test_the_next_meeting_is_another(world: str, text: str) -> None:
    """Its day is not that of the one that news tells of."""
    main = recognised(f"{text}\n\n{world}", name="news.txt").book.main
    assert main is not None
    assert main.dates == ()


def test_a_paper_that_ends_on_a_weekday_tells_of_that_meeting() -> None:
    """It need not open as news does; the opening session tells when it began."""
    text = (
        "# Panama takes over from Honduras\n\nBy a staff writer\n\nFriday, 28 November 2025\n\nVice-ministers of the "
        "countries that form the Regional Conference on Migration ended their thirty-first meeting on Thursday with a "
        'text on pathways.\n\n"We are small," the host told the opening session on Tuesday.'
    )
    main = recognised(f"{text}\n\n{WORLD}").book.main
    assert main is not None
    assert (main.ordinal, main.dates) == (31, ("2025-11-25/2025-11-27",))


@pytest.mark.parametrize(
    ("world", "text", "days", "places"),
    [
        (FRENCH, "# Dialogue sur les migrations en Afrique de l'Ouest\n\n## Recommandations\n\n1. Convoquée par "
         "la CEDEAO, "
         "la réunion annuelle du Dialogue sur les migrations en Afrique de l'Ouest s'est tenue à Cotonou du 4 au 6 mai "
         "2026 et a porté sur les papiers de séjour.\n\n2. Le Ghana et le Togo y ont pris part.",
         ("2026-05-04/2026-05-06",), ("place/cotonou",)),
        (SPANISH, "MINISTERIO DE RELACIONES EXTERIORES\n\nEl Ministerio saluda a las Misiones y tiene el gusto de "
         "referirse a la Reunión Ministerial de la Conferencia Regional sobre Migración, que, con el apoyo de Panamá y "
         "de Honduras, y con ayuda de la Secretaría, ha de celebrarse en Lima los días 4 y 5 de mayo de 2026.",
         ("2026-05-04/2026-05-05",), ("place/lima",)),
        (WORLD, "Budapest Process – Working Group on the Black Sea Region\n12th meeting, Tirana, 4-5 March 2026\n\n"
         "NOTE FOR THE FILE\n\nThe meeting was hosted by Albania, which had not done so before and was thanked for it.",
         ("2026-03-04/2026-03-05",), ("place/tirana",)),
    ],
)  # fmt: skip
def test_papers_tell_of_their_own_meeting_in_other_ways(
    world: str, text: str, days: tuple[str, ...], places: tuple[str, ...]
) -> None:
    """In a numbered paragraph, behind long asides, under the name of the group that met."""
    main = recognised(f"{text}\n\n{world}", name="paper.md").book.main
    assert main is not None
    assert (main.dates, main.places) == (days, places)
