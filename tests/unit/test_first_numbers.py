"""Lists of HTML that start from a number of their own: they go on from one another when an entry comes or goes."""

from __future__ import annotations

import re

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.errors import Refused
from profile_tui.text.source import Source

PAPER: Values = {"title": "A study of bogs", "authors": (Author("Ada Quill"),), "venue": "Bog Letters", "year": 2026}
ITEMS = (
    "<li>Ada Quill. Rivers of small towns. <i>Bog Letters</i>, 2024.</li>\n"
    "<li>Ada Quill. Salt and the memory of floods. <i>Bog Letters</i>, 2023.</li>\n"
)
NEW = "<li>Ada Quill. A study of bogs. <i>Bog Letters</i>, 2026.</li>\n"


def page_of(tag: str, above: str = "") -> Page:
    return Page(Source(f"# Publications\n\n{above}{tag}\n{ITEMS}</ol>\n".encode()))


@pytest.mark.parametrize(
    ("tag", "raised"),
    [
        ('<ol reversed start="12">', '<ol reversed start="13">'),
        ("<ol start='9' class=papers reversed>", "<ol start='10' class=papers reversed>"),
        ('<OL REVERSED START=2 id="start-2">', '<OL REVERSED START=3 id="start-2">'),
        ('<ol reversed="" data-start="4" start = "12">', '<ol reversed="" data-start="4" start = "13">'),
        # these count from all entries that they have, or up
        ("<ol reversed>", "<ol reversed>"),
        ('<ol start="12">', '<ol start="12">'),
        ('<ol class="a reversed b" start="12">', '<ol class="a reversed b" start="12">'),
        ("<ol>", "<ol>"),
    ],
)  # fmt: skip
def test_the_first_number_goes_with_the_entries(tag: str, raised: str) -> None:
    page = page_of(tag)
    added = edit.add(page, "publications", PAPER)
    assert added.page.text == f"# Publications\n\n{raised}\n{NEW}{ITEMS}</ol>\n"
    assert edit.remove(added.page, "publications", 1).page.text == page.text


def test_an_older_entry_raises_those_above_it() -> None:
    changed = edit.add(page_of('<ol reversed start="2">'), "publications", {**PAPER, "year": 2020}).page
    assert changed.text == f'# Publications\n\n<ol reversed start="3">\n{ITEMS}{NEW.replace("2026", "2020")}</ol>\n'


def test_a_list_that_goes_on_from_another_raises_that_one_too() -> None:
    above = (
        '## 2026\n\n<ol reversed start="3">\n'
        "<li>Ada Quill. Harbours in winter. <i>Bog Letters</i>, 2026.</li>\n</ol>\n"
        "\n## Older\n\n"
    )
    page = page_of('<ol reversed start="2">', above)
    changed = edit.remove(page, "publications", 2).page
    assert '<ol reversed start="2">\n<li>Ada Quill. Harbours' in changed.text
    assert '<ol reversed start="1">\n<li>Ada Quill. Salt' in changed.text
    changed = edit.remove(page, "publications", 1).page
    assert '<ol reversed start="2">\n<li>Ada Quill. Rivers' in changed.text


def test_a_list_with_numbers_of_its_own_stays() -> None:
    above = (
        '## Journal articles\n\n<ol reversed start="9">\n'
        "<li>Ada Quill. Harbours in winter. <i>Ice Notes</i>, 2022.</li>\n</ol>\n"
        "\n## Conference papers\n\n"
    )
    changed = edit.remove(page_of('<ol reversed start="2">', above), "publications", 2).page
    assert '<ol reversed start="9">' in changed.text
    assert '<ol reversed start="1">' in changed.text


def years(*tags: str) -> Page:
    """A paper each of 2026, 2025 and 2023, in lists of their own."""
    titles = ("Salt and the floods", "Harbours in winter", "Rivers of small towns")
    lists = (
        f"\n## {year}\n\n{tag}\n<li>Ada Quill. {title}. <i>Bog Letters</i>, {year}.</li>\n</ol>\n"
        for tag, title, year in zip(tags, titles, (2026, 2025, 2023), strict=True)
    )
    return Page(Source(f"# Publications\n{''.join(lists)}".encode()))


UP = ("<ol>", '<ol start="2">', '<ol start="3">')
DOWN = ('<ol reversed start="3">', '<ol reversed start="2">', '<ol reversed start="1">')


@pytest.mark.parametrize(
    ("tags", "year", "starts"),
    [
        (UP, 2026, ["", "3", "4"]),
        (UP, 2025, ["", "2", "4"]),
        (UP, 2023, ["", "2", "3"]),
        (UP, 2020, ["", "2", "3", "4"]),
        (DOWN, 2026, ["4", "2", "1"]),
        (DOWN, 2023, ["4", "3", "2"]),
        (DOWN, 2027, ["4", "3", "2", "1"]),
        (("<ol>", '<ol start="1">', '<ol start="1">'), 2026, ["", "1", "1"]),
        (("<ol>", "<ol>", "<ol>"), 2027, ["", "", "", ""]),
    ],
)
def test_no_number_is_shown_twice_where_lists_go_on_from_year_to_year(
    tags: tuple[str, ...], year: int, starts: list[str]
) -> None:
    page = years(*tags)
    added = edit.add(page, "publications", {**PAPER, "year": year})
    assert re.findall(r"<ol(?: reversed)?(?: start=\"(\d)\")?>", added.page.text) == starts
    assert edit.remove(added.page, "publications", added.number or 0).page.text == page.text


@pytest.mark.parametrize(("tags", "year"), [(UP, 2027), (UP, 2024), (DOWN, 2024), (DOWN, 2020)])
def test_a_new_year_does_not_take_the_numbers_of_others(tags: tuple[str, ...], year: int) -> None:
    with pytest.raises(Refused, match="the lists here count on from one to the next"):
        edit.add(years(*tags), "publications", {**PAPER, "year": year})
