"""Markdown tables as lists of entries: columns by their names, rows added cell by cell, whole tables that go."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.markup.blocks.cells import cells
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source
from profile_tui.text.span import Span

TALKS = (
    "# Invited Talks\n\n"
    "| Title               | Where         | When       |\n"
    "|:--------------------|---------------|------------|\n"
    "| Reading small lakes | Polar seminar | 2025-03-04 |\n"
    "| Ice                 | Tarn          | 2024-11-02 |\n"
)
SCHOOLS = "# Education\n\n| Period | Degree |\n|---|---|\n| 2019 - 2023 | PhD in 2 parts |\n| 2015 – 2019 | BSc |\n"
PAPERS = (
    "# Publications\n\n| Year | Title | Authors | Venue | Cited | Links |\n|---|---|---|---|---|---|\n"
    "| 2025 | Reading small lakes | **Ada Example**, Ben Sample | J. Ice. | 12 | |\n"
    "| 2024 | Ice in spring | Ben Sample, **Ada Example** | SNOW | 3 | |\n"
)


def page(body: str) -> Page:
    return Page(Source(f"---\ntitle: T\n---\n\n{body}".encode()))


def lines(made: edit.ProvenEdit) -> set[str]:
    """The lines that were added."""
    return set(made.page.text.split("\n")) - set(made.before.text.split("\n"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Snow | Lindholm", "| Snow                | Lindholm      | 2025-06-01 |"),
        ("Snow", "| Snow                |               | 2025-06-01 |"),
        ("Snow | Lindholm | Sweden", "| Snow &#x7C; Lindholm &#x7C; Sweden |               | 2025-06-01 |"),
    ],
)
def test_a_talk_fills_the_cells_that_its_bars_part(text: str, line: str) -> None:
    made = edit.add(page(TALKS), "talks", {"date": "2025-06-01", "text": text})
    assert lines(made) == {line}
    assert made.page.entries("talks")[0].values == {"date": "2025-06-01", "text": text}


VENUES = "# Publications\n\n| Year | Title | Authors | Venue |\n|---|---|---|---|\n| 2019 | Fog and lamps | {} | {} |\n"


@pytest.mark.parametrize(
    ("people", "cell", "venue"),
    [
        ("H. Brook, I. Holm", "Fen Letters", "Fen Letters"),
        ("Hal Brook", "Ice, 12(3), 3-5", "Ice, 12(3), 3-5"),
        ("Hal Brook", "under review", None),
        ("Hal Brook", "n/a", None),
        ("Hal Brook", "-", None),
    ],
)
def test_the_words_of_a_column_of_venues_are_the_venue(people: str, cell: str, venue: str | None) -> None:
    (entry,) = page(VENUES.format(people, cell)).entries("publications")
    assert [entry.values[name] for name in ("title", "venue", "year")] == ["Fog and lamps", venue, 2019]
    assert venue is None or not entry.unsure


def test_a_cell_is_edited_by_itself() -> None:
    made = edit.change(page(TALKS), "talks", 1, {"text": "Reading small lakes | Tarn"})
    assert lines(made) == {"| Reading small lakes | Tarn          | 2025-03-04 |"}


def test_periods_are_read_and_what_only_has_numbers_in_it_is_none() -> None:
    found = page(SCHOOLS).entries("education")
    assert [one.values for one in found] == [
        {"date": "2019 - 2023", "text": "PhD in 2 parts"},
        {"date": "2015 – 2019", "text": "BSc"},
    ]


def test_a_publication_leaves_the_cells_of_no_field_empty_and_has_its_link_where_links_go() -> None:
    people = (Author("Cleo Third"), Author("Ada Example"))
    values: Values = {
        "title": "Snow",
        "authors": people,
        "venue": "POLAR",
        "year": 2026,
        "links": (Link("PDF", "/s.pdf"),),
    }
    made = edit.add(page(PAPERS), "publications", values)
    assert lines(made) == {"| 2026 | Snow | Cleo Third, **Ada Example** | POLAR |  | [PDF](/s.pdf) |"}


def test_links_are_refused_where_no_column_is_for_them() -> None:
    bare = PAPERS.replace("| Cited | Links |", "| Cited | Rank |")
    with pytest.raises(Refused, match="no column for links"):
        edit.add(page(bare), "publications", {"title": "Snow", "year": 2026, "links": (Link("PDF", "/s.pdf"),)})


def test_the_only_row_takes_its_table_along() -> None:
    body = "# Awards\n\n| Year | Award |\n|---|---|\n| 2023 | Best paper of ICE |\n\n# Contact\n\nWrite to me.\n"
    made = edit.remove(page(body), "awards", 1)
    assert made.page.text == "---\ntitle: T\n---\n\n# Awards\n\n# Contact\n\nWrite to me.\n"


def test_a_year_that_stands_twice_in_a_row_is_changed_twice() -> None:
    body = (
        "# Publications\n\nYear | Publication\n---- | ----\n"
        "2025 | Ada Example, Ben Sample. *Reading small lakes*. ICE, 2025.\n"
        "2024 | Ben Sample, Ada Example. *Ice in spring*. SNOW, 2024.\n"
    )
    made = edit.change(page(body), "publications", 2, {"year": 2023})
    assert lines(made) == {"2023 | Ben Sample, Ada Example. *Ice in spring*. SNOW, 2023."}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |\n", [" a ", " b "]),
        ("a | b", ["a ", " b"]),
        (r"| a \| b | `c|d` | |", [r" a \| b ", " `c|d` ", " "]),
        ("|a||", ["a", ""]),
    ],
)
def test_cells_are_parted_at_bars_outside_of_code(row: str, found: list[str]) -> None:
    assert [cell.of(row) for cell in cells(row, Span(0, len(row)))] == found


def test_a_line_with_a_bar_in_it_is_no_table_of_entries() -> None:
    body = "# News\n\n- *2025.01*: Snow.\n\nSee [this](/a) | [that](/b)\n"
    assert [one.values["text"] for one in page(body).entries("news")] == ["Snow."]


@pytest.mark.parametrize("around", ["**{}**", "*{}*", "[{}]", "`{}`"])
@pytest.mark.parametrize("head", ["", "| Date         | News |\n|---|---|\n"])
def test_a_date_in_emphasis_is_written_into_it(around: str, head: str) -> None:
    rows = f"| {around.format('Oct 2025')} | A. |\n| {around.format('May 2025')} | B. |\n"
    page = Page(Source(f"# News\n\n{head}{rows}".encode()))
    added = edit.add(page, "news", {"date": "2026-11", "text": "New."}).page
    assert added.text == f"# News\n\n{head}| {around.format('Nov 2026')} | New. |\n{rows}"
    changed = edit.change(page, "news", 2, {"date": "2022-03"}).page
    assert changed.text == page.text.replace("May 2025", "Mar 2022")


def test_a_date_in_emphasis_stays_lined_up() -> None:
    rows = "| **October 2025** | A.   |\n| **May 2025**     | B.   |\n"
    page = Page(Source(f"# News\n\n{rows}".encode()))
    changed = edit.change(page, "news", 2, {"date": "2022-03"}).page
    assert changed.text.splitlines()[3] == "| **March 2022**   | B.   |"
