"""What leads about a site is no part of the text: the menu above it and the lines below."""

import pytest

from loaders.reading.read import read

BODY = "# Workshop on data\n\nThe workshop was held in Accra on 3 May 2021."


@pytest.mark.parametrize(
    "above",
    [
        "Home\n\nNews\n\nContact",
        "- Who we are\n- Our work\n- Take action\n- Events",
        "Inicio\n\nNoticias\n\n– Quiénes somos\n– Publicaciones",
        "Accueil\nActualités\n\n* Qui sommes-nous\n* Notre action",
    ],
)
def test_a_menu_is_left_out(above: str) -> None:
    assert _texts(f"{above}\n\n{BODY}") == _texts(BODY)


@pytest.mark.parametrize(
    "below",
    [
        "---\n\nShare this page\n\nRelated content\n\nContact us | Terms of use | Privacy",
        "© 2026 United Nations. All rights reserved",
        "Compartir\n\nNoticias relacionadas\n\nAviso legal · Privacidad",
        "Partager\n\nLire la suite\n\nMentions légales | Plan du site",
    ],
)
def test_the_foot_of_a_page_is_left_out(below: str) -> None:
    assert _texts(f"{BODY}\n\n{below}") == _texts(BODY)


@pytest.mark.parametrize("whole", ["Home\n\nNews", "Share this page"])
def test_a_text_that_is_nothing_else_stays(whole: str) -> None:
    assert _texts(whole) == [line for line in whole.split("\n") if line]


def test_a_list_that_no_site_opens_with_stays() -> None:
    assert "Ghana" in _texts(f"- Ghana\n- Peru\n- Nepal\n\n{BODY}")


def _texts(raw: str) -> list[str]:
    return [block.text for block in read(raw, "page.md").blocks]
