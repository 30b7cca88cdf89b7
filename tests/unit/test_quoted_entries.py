"""Entries in quotes, in lists whose terms are years, and below headings whose names are quoted or made by Liquid."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values, authors_in
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

RIVERS = "Quill, N., & Example, A. (2024). Rivers of small towns. *Bog Letters*."
FLOODS = "Example, A. (2023). Salt and the memory of floods. *Journal of Ice*."
NEW = "Example, A., & Quill, N. (2024). A study of bogs. *Bog Letters*."
PAPER: Values = {
    "title": "A study of bogs",
    "authors": (Author("Ada Example"), Author("Nora Quill")),
    "venue": "Bog Letters",
    "year": 2024,
}
HEADED = (
    "#### [Rivers of small towns](https://example.org/1)\n{}*Bog Letters*, 2024\n\n"
    "#### [Salt and the memory of floods](https://example.org/2)\n{}*Journal of Ice*, 2023\n"
)


def page(body: str, heading: str = "Publications") -> Page:
    """A page with one section."""
    return Page(Source(f"# {heading}\n\n{body}".encode()))


PARAGRAPHS = f"> {RIVERS}\n\n> {FLOODS}\n"
ITEMS = f"> - {RIVERS}\n> - {FLOODS}\n"
WRAPPED = PARAGRAPHS.replace("small towns", "small\n> towns")
TERMS = f"2024\n: {RIVERS.replace(' (2024)', '')}\n\n2023\n: {FLOODS.replace(' (2023)', '')}\n"
DEFINITIONS = (
    "<dl>\n<dt>2024</dt>\n<dd>Nora Quill, Ada Example. Rivers of small towns. <em>Bog Letters</em>.</dd>\n"
    "<dt>2023</dt>\n<dd>Ada Example, Ben Sample. Salt and the memory of floods. <em>Journal of Ice</em>.</dd>\n</dl>\n"
)
QUOTED = (
    HEADED.replace("*Bog", "> *Bog")
    .replace("*Jou", "> *Jou")
    .format("> Nora Quill, Ada Example\n>\n", "> Ada Example, Ben Sample\n>\n")
)


@pytest.mark.parametrize(
    ("body", "new", "names"),
    [
        (PARAGRAPHS, f"> {NEW}\n\n", True),
        (ITEMS, f"> - {NEW}\n", True),
        (WRAPPED, f"> {NEW}\n\n", True),
        (TERMS, f": {NEW.replace(' (2024)', '')}\n", True),
        (DEFINITIONS, "<dd>Ada Example, Nora Quill. A study of bogs. <em>Bog Letters</em>.</dd>\n", True),
        (QUOTED, "#### A study of bogs\n> Ada Example, Nora Quill\n>\n> *Bog Letters*, 2024\n\n", True),
        (HEADED.format(*['{% include people.html names="Nora Quill" %}\n'] * 2),
         "#### A study of bogs\nAda Example, Nora Quill\n*Bog Letters*, 2024\n\n", False),
        (HEADED.format(*["{{ site.data.people.nora }}, {{ site.data.people.ada }}\n"] * 2),
         "#### A study of bogs\nAda Example, Nora Quill\n*Bog Letters*, 2024\n\n", False),
    ],
    ids=["paragraphs", "items", "wrapped", "terms", "dl", "names quoted", "names by an include", "names by Liquid"],
)  # fmt: skip
def test_they_are_read_and_written(body: str, new: str, names: bool) -> None:
    before = page(body)
    entries = before.entries("publications")
    assert [entry.values["title"] for entry in entries] == ["Rivers of small towns", "Salt and the memory of floods"]
    assert [entry.values["year"] for entry in entries] == [2024, 2023]
    assert [entry.values["venue"] for entry in entries] == ["Bog Letters", "Journal of Ice"]
    assert [bool(authors_in(entry.values)) for entry in entries] == [names, names]
    after = edit.add(before, "publications", PAPER).page
    assert new in after.text
    assert after.text.replace(new, "", 1) == before.text
    assert after.entries("publications")[0].values["title"] == "A study of bogs"


@pytest.mark.parametrize("body", [PARAGRAPHS, ITEMS, WRAPPED, TERMS, DEFINITIONS, QUOTED])
def test_a_field_is_changed_in_its_place(body: str) -> None:
    before = page(body)
    after = edit.change(before, "publications", 1, {"venue": "Moss Letters"}).page
    assert after.text == before.text.replace("Bog Letters", "Moss Letters")


def test_names_that_liquid_makes_stay() -> None:
    before = page(HEADED.format(*["{{ site.data.people.nora }}\n"] * 2))
    with pytest.raises(Refused):
        edit.change(before, "publications", 1, {"authors": (Author("Ben Sample"),)})


def test_news_in_a_quote_is_news() -> None:
    before = page("> - 2024-05: One paper accepted.\n> - 2024-03: Moved to Bogtown.\n", "News")
    after = edit.add(before, "news", {"date": "2026-11", "text": "Talk given."}).page
    assert after.text.split("\n")[2:4] == ["> - 2026-11: Talk given.", "> - 2024-05: One paper accepted."]


@pytest.mark.parametrize(
    "body",
    [
        f"- {RIVERS}\n- {FLOODS}\n\n> All of these are by Ada Example, in Bog Letters, 2024.\n",
        f"> ## On method\n>\n> {RIVERS}\n\n- {RIVERS}\n- {FLOODS}\n",
    ],
    ids=["beside entries", "with a heading"],
)
def test_other_quotes_are_no_entries(body: str) -> None:
    assert [entry.values["title"] for entry in page(body).entries("publications")] == [
        "Rivers of small towns",
        "Salt and the memory of floods",
    ]


def test_terms_that_are_no_years_are_no_headings() -> None:
    assert page("Venue\n: Bog Letters\n\nYear\n: 2024\n").entries("publications") == ()
