"""Bodies of states, and the branches of bodies, that no list has."""

import pytest

from tests.loaders.told import in_world, named, told_by


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The Ministry of Labour, Social Security and Migration joined.",
         "ministry-of-labour-social-security-and-migration"),
        ("India's Ministry of External Affairs hosted it.", "ministry-of-external-affairs-of-india"),
        ("Mr. John Banda, Ministry of Labour, Malawi, took the floor.", "ministry-of-labour-of-malawi"),
        ("They met the ministry of the interior of Malawi.", "ministry-of-the-interior-of-malawi"),
        ("The Department of Immigration joined.", "department-of-immigration"),
        ("The Bureau for Diaspora Relations joined.", "bureau-for-diaspora-relations"),
        ("The State Migration Service joined.", "state-migration-service"),
        ("Intervino la Dirección General de Migración y Extranjería.", "direccion-general-de-migracion-y-extranjeria"),
        ("Intervino la Secretaría de Relaciones Exteriores.", "secretaria-de-relaciones-exteriores"),
        ("Le ministère de l'emploi et de l'insertion professionnelle ouvre la séance.",
         "ministere-de-l-emploi-et-de-l-insertion-professionnelle"),
        ("The Federal Ministry of Labour, the Police and NAPTIP joined.", "federal-ministry-of-labour"),
        ("Asistió la Superintendencia Nacional de Migración del Perú.",
         "superintendencia-nacional-de-migracion-of-peru"),
        ("Asistió Migración Colombia.", "migracion-colombia"),
        ("L'Agence nationale d'insertion des migrants y était.", "agence-nationale-d-insertion-des-migrants"),
        ("Maastricht University joined.", "maastricht-university"),
        ("The parliament of Sweden joined.", "parliament-of-sweden"),
        ("The City of Freetown joined.", "city-of-freetown"),
        ("The Kenya Red Cross joined.", "kenya-red-cross"),
        ("La Croix-Rouge togolaise y était.", "croix-rouge-togolaise"),
        ("Statistics Sierra Leone joined.", "statistics-sierra-leone"),
        ("The Embassy of Ghana in Rabat joined.", "embassy-of-ghana-in-rabat"),
        ("La Commission de la CEDEAO y était.", "ecowas-commission"),
        ("The Caribbean Community (CARICOM) Secretariat joined.", "caricom-secretariat"),
        ("Asistió la Secretaría General de la OEA.", "organization-of-american-states-general-secretariat"),
        ("The Technical Support Unit of the Colombo Process joined.", "colombo-process-technical-support-unit"),
    ],
)  # fmt: skip
def test_a_body_is_named(text: str, path: str) -> None:
    """By what it looks after, where it is, or the body that it serves."""
    assert f"organization/{path}" in named(in_world(text))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("The IOM Office in Bishkek joined.", "iom-office-in-kyrgyzstan"),
        ("The Mission to Turkmenistan of the International Organization for Migration (IOM) joined.",
         "iom-mission-in-turkmenistan"),
        ("IOM's Subregional Coordination Office for Central Asia joined.",
         "iom-subregional-coordination-office-for-central-asia"),
        ("Apoyó el taller la Oficina de la OIM en Chile.", "iom-office-in-chile"),
        ("Le Bureau de l'OIM au Niger y était.", "iom-office-in-niger"),
        ("ECLAC Subregional Headquarters for the Caribbean joined.",
         "eclac-subregional-headquarters-for-the-caribbean"),
    ],
)  # fmt: skip
def test_an_office_is_named(text: str, path: str) -> None:
    """In three languages, by its body and its place."""
    paths = {p.removeprefix("un-entity/") for p in named(in_world(text))}
    assert path in paths


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("L'atelier du 3 mai 2021 a été organisé par la Commission de la CEDEAO.", "ECOWAS Commission", "ECOWAS"),
        ("The Secretariat of the Almaty Process organized the workshop of 3 May 2021.", "Almaty Process Secretariat",
         "Almaty Process"),
        ("La Secretaría Ejecutiva de la CRM organizó el taller del 3 de mayo de 2021.",
         "Regional Conference on Migration Executive Secretariat",
         "Regional Conference on Migration"),
        ("Ms. Wen Li, Secretariat of the United Nations Network on Migration", "Network Secretariat",
         "UN Network on Migration"),
        ("The Regional Support Office of the Bali Process spoke.", "Regional Support Office of the Bali Process",
         "Bali Process"),
        ("The IOM Office in Bishkek joined.", "IOM Office in Kyrgyzstan", "IOM"),
        ("Le directeur de la direction générale de l'immigration du ministère de l'intérieur a parlé.",
         "direction générale de l'immigration", "ministère de l'intérieur"),
    ],
)  # fmt: skip
def test_a_branch_is_part_of_its_body(text: str, part: str, whole: str) -> None:
    """As its name says; a secretariat or commission where it does something of its own."""
    assert f"{part} -> {whole}" in told_by(in_world(text), "partOf")


def test_a_secretariat_that_only_takes_part_stands_for_its_body() -> None:
    """Nothing is claimed of what it is part of."""
    assert told_by(in_world("Observers from Canada and the CARICOM Secretariat followed both days."), "partOf") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was held in the City of Geneva.",
        "The ministers of Labour of Ghana and Peru met.",
        "Each state names one person from a ministry of labour.",
        "ICMPD acts as the secretariat of the Budapest Process.",
        "La OIM actúa como Secretaría Técnica de la Conferencia Suramericana sobre Migraciones.",
        "Gerardo Ulloa, Jefe de Misión de la OIM en Honduras, habló.",
        "Mr. Ali spoke for the United Nations Office in Geneva.",
    ],
)
def test_no_body_is_named(text: str) -> None:
    """Where a noun tells a place, an office that somebody holds, or any ministry."""
    new = {path for path in named(in_world(text)) if path.startswith(("organization/", "un-entity/"))}
    assert not any(word in path for path in new for word in ("city", "minist", "secretariat", "mission-in", "office"))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("They signed the déclaration de Cadix at last.", "declaration-de-cadix"),
        ("They took note of the work plan 2025-2027 there.", "work-plan-2025-2027"),
        ("They adopted the Praia conclusions.", "praia-conclusions"),
        ("They cited the 2009 Human Development Report.", "2009-human-development-report"),
        ("La XXIX Declaración fue leída.", "xxix-declaracion"),
    ],
)
def test_a_paper_is_named(text: str, path: str) -> None:
    """By the city that adopted it, by its years or its number."""
    assert f"instrument/{path}" in named(in_world(text))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The Network has two thematic groups, one on labour mobility led by ILO and one on data, under UNFPA.",
         {"thematic-group-on-labour-mobility", "thematic-group-on-data"}),
        ("Se reunieron los grupos de trabajo. El de Retorno habló; el de Consulados, también.",
         {"working-group-on-retorno", "working-group-on-consulados"}),
        ("Le Réseau a deux groupes de travail, l'un sur les visas, l'autre sur les remises.",
         {"working-group-on-visas", "working-group-on-remises"}),
        ("One on data and one on visas were proposed.", set()),
    ],
)  # fmt: skip
def test_groups_that_are_counted_first(text: str, groups: set[str]) -> None:
    """Each is named by what it is on."""
    found = {path.removeprefix("working-group/") for path in named(in_world(text)) if path.startswith("working-group/")}
    assert found == groups


def test_the_name_of_a_file_names_no_meeting() -> None:
    """In a list of downloads."""
    assert not any(path.startswith("event/") for path in named(in_world("2302 Champions informal meeting.pdf")))


def test_one_ministry_has_one_name() -> None:
    """With its state or without."""
    paths = named(in_world("The Ministry of Labour of Ghana hosts the meeting. The Ministry of Labour thanked IOM."))
    assert sum("ministry-of-labour" in path for path in paths) == 1
