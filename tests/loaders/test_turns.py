"""Records that give each speaker a paragraph of their own."""

from tests.loaders.told import WORLD, records_of


def speakers(text: str) -> set[str]:
    records = records_of(f"{text}\n\n## Background\n\n{WORLD}")
    return {claim.subject for claim in records.claims if claim.predicate == "spokeAt"}


def test_each_name_that_opens_a_paragraph_of_a_debate_spoke() -> None:
    told = speakers(
        "# Summary of the technical meeting of the champion countries, 4 March 2026\n\n## Discussion\n\n"
        "**Peru.** Set out its new law.\n\n**Fiji.** Asked for better data.\n\n**ILO** (Geneva): Offered its help."
    )
    assert {"state/peru", "state/fiji", "un-entity/ilo"} <= told


def test_names_that_open_paragraphs_elsewhere_are_no_speakers() -> None:
    told = speakers(
        "# Summary of the technical meeting of the champion countries, 4 March 2026\n\n## Pledges\n\n"
        "**Peru.** A new law in 2027.\n\n**Fiji.** Better data by 2028."
    )
    assert told == set()


def test_one_name_alone_is_no_row_of_speakers() -> None:
    told = speakers(
        "# Summary of the technical meeting of the champion countries, 4 March 2026\n\n## Discussion\n\n"
        "**Peru.** The law of 2027.\n\nSeveral delegations asked for better data."
    )
    assert told == set()


def test_in_spanish_and_french() -> None:
    spanish = speakers(
        "# Acta de la reunión técnica de los países campeones, 4 de marzo de 2026\n\n## Intervenciones\n\n"
        "**Perú.** Presentó su ley.\n\n**Chile.** Pidió mejores datos."
    )
    french = speakers(
        "# Compte rendu de la réunion technique des pays champions, 4 mars 2026\n\n## Débat\n\n"
        "**Pérou.** Présente sa loi.\n\n**Chili.** Demande de meilleures données."
    )
    assert {"state/peru", "state/chile"} <= spanish & french
