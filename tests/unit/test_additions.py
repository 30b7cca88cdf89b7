"""Additions where a section is unlike others: placeholders, levels of headings, lists that need more than a copy."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

NEWS: Values = {"date": "2026-11", "text": "A new grant."}


def page_of(text: str) -> Page:
    return Page(Source(text.encode()))


def added(text: str, kind: str, values: Values) -> list[str]:
    """The lines that an addition puts in."""
    after = edit.add(page_of(text), kind, values).page.text.split("\n")
    for line in text.split("\n"):
        after.remove(line)
    return after


@pytest.mark.parametrize("placeholder", ["- Coming soon!", "Coming soon", "* 敬请期待", "- *To be updated.*"])
def test_an_item_that_says_there_is_nothing_yet_is_no_entry_and_gives_way(placeholder: str) -> None:
    page = page_of(f"# News\n\n{placeholder}\n\n# Contact\n")
    assert len(page.entries("news")) == 0
    assert edit.add(page, "news", NEWS).page.text == "# News\n\n- *2026.11*: A new grant.\n\n# Contact\n"


def test_a_new_section_has_the_level_of_the_sections_not_of_the_name_above_them() -> None:
    page = (
        "# Ada Example\n\nI study.\n\n### Publications\n\n- [Ice](https://x.y), *ICE*, 2026\n\n### Contact\n\nMail.\n"
    )
    assert added(page, "news", NEWS)[0] == "### News"


@pytest.mark.parametrize(
    ("written", "new"),
    [
        ("2024年9月18日", "2026年11月5日"),
        ("2024年10月18日", "2026年11月5日"),
        ("2024年09月18日", "2026年11月05日"),
        ("2023/6/30", "2026/11/5"),
        ("2023/06/30", "2026/11/05"),
        ("2023.10.30", "2026.11.05"),
        ("Sept. 30, 2024", "Nov. 5, 2026"),
        ("2024年10月", "2026年11月"),
    ],
)
def test_a_single_neighbour_tells_whether_days_are_padded(written: str, new: str) -> None:
    page = f"# News\n\n- {written}: A map.\n"
    assert added(page, "news", {"date": "2026-11-05", "text": "A talk."}) == [f"- {new}: A talk."]


def test_a_row_without_its_end_tag_does_not_take_in_the_next() -> None:
    page = "# News\n\n<table>\n<tr><td>2025.06</td><td>A map.\n<tr><td>2025.03</td><td>A talk.\n</table>\n"
    assert [entry.values["text"] for entry in page_of(page).entries("news")] == ["A map.", "A talk."]
    assert added(page, "news", NEWS) == ["<tr><td>2026.11</td><td>A new grant.</td></tr>"]
    assert added(page, "news", {"text": "No day."}) == ["<tr><td></td><td>No day.</td></tr>"]


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("- [Ice in spring](https://x.y), *ICE*, 2026", "- Frost maps, Ben Sample, Ada Example, *POLAR*, 2027"),
        ("- **Ice in spring**. *ICE*, 2026", "- **Frost maps**. Ben Sample, Ada Example. *POLAR*, 2027"),
        ("- **Ice in spring**  \n  *ICE*, 2026", "- **Frost maps**  \n  Ben Sample, Ada Example  \n  *POLAR*, 2027"),
    ],
)
def test_authors_go_behind_the_title_where_the_list_shows_none(line: str, new: str) -> None:
    values: Values = {
        "title": "Frost maps",
        "authors": (Author("Ben Sample"), Author("Ada Example")),
        "venue": "POLAR",
        "year": 2027,
    }
    assert added(f"# Publications\n\n{line}\n", "publications", values) == new.split("\n")


def test_the_only_entry_of_a_section_that_it_alone_made_one_is_removed() -> None:
    text = (
        "# Publications\n\n## Ice\n\n- **How ice melts**, Ada Example, Ben Sample, *Journal of Ice*, 2024\n\n"
        "# Snowfall\n\n- **How snow falls**, Ada Example, Ben Sample, *Journal of Snow*, 2025\n\n"
        "# Contact\n\nBy post.\n"
    )
    page = Page(Source(text.encode()))
    assert len(page.entries("publications")) == 2
    after = edit.remove(page, "publications", 2).page
    assert "snow falls" not in after.text
    assert "# Snowfall" in after.text
    assert len(after.entries("publications")) == 1


def test_a_line_break_that_is_typed_is_one_in_the_form_of_markdown() -> None:
    page = Page(Source(b"# News\n\n*   *2026.05*: We moved.\n*   *2026.04*: We came.\n"))
    done = edit.add(page, "news", {"date": "2026-06", "text": "Snow came.  \nIt *stayed*."})
    assert done.splices[0].text == "*   *2026.06*: Snow came.  \n    It *stayed*.\n"
    assert done.page.entries("news")[0].values["text"] == "Snow came.\nIt *stayed*."
