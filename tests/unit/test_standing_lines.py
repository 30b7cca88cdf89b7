"""Publications whose lines are broken and that are not read one by one: nothing is added beside them."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from support.papers import NEW

LINES = (
    "A. Moss, B. Reed. Effects of tall lamps. Journal of Lamps, 2025.",
    "B. Reed, M. Do. The best page. Bog Studies, 2024.",
    "R. To. On the link of models. Journal of Lamps, 2023.",
)
ITEMS = "- R. To, A. Moss. Old links. *Journal of Lamps*, 2020.\n- R. To. Older links. *Journal of Lamps*, 2019.\n"


@pytest.mark.parametrize(
    "body",
    [
        "<br>\n".join(LINES) + "\n",
        "<br/>".join(LINES) + "\n",
        "  \n".join(LINES) + "\n",
        "\\\\\n".join(LINES) + "\n",
        "<br>\n".join(LINES) + "\n\n" + ITEMS,
        "<p>" + "<br>\n".join(LINES) + "</p>\n",
        "Effects of tall lamps<br>\nThe best page<br>\nOn the link of models\n",
        "Effects of tall lamps, Journal of Lamps (to appear)<br>\nThe best page, Bog Studies, 2024<br>\nLinks (new)\n",
    ],
)
def test_a_publication_is_not_added_beside_lines_that_are_not_read(body: str) -> None:
    with pytest.raises(Refused, match="isn't a list that I can add to"):
        edit.add(Page(Source(f"# Publications\n\n{body}".encode())), "publications", NEW)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("My papers of 2019 were few,\nthose of 2020 more, and all are here:\n", "- **Tides of the inner fen**"),
        ("I wrote some in 2020 and more\nin 2021, as told here.\n\n" + ITEMS, "- A. Moss. Tides of the inner fen."),
        (ITEMS + "\n" + "<br>\n".join(LINES) + "\n", "- A. Moss. Tides of the inner fen."),
    ],
)
def test_prose_above_a_list_and_what_is_below_it_are_no_hindrance(body: str, line: str) -> None:
    after = edit.add(Page(Source(f"# Publications\n\n{body}".encode())), "publications", NEW).page.text
    assert f"\n{line}" in after


@pytest.mark.parametrize(
    "labels", [("Journal papers", "Conference papers"), ("Journal Articles", "Books"), ("Preprints", "Theses")]
)
def test_labels_above_nested_papers_are_no_papers(labels: tuple[str, str]) -> None:
    first, second = labels
    body = (
        f"- {first}\n  - R. To, A. Moss. Old links of the fen. *Lamps*, 2022.\n"
        f"- {second}\n  - R. To. Older links of the fen. *Bogs*, 2020.\n"
    )
    page = Page(Source(f"# Publications\n\n{body}".encode()))
    assert not {entry.values["title"] for entry in page.entries("publications")} & {*labels}
    with pytest.raises(Refused):
        edit.add(page, "publications", NEW)
