"""Pages of one kind of entries, which only their title announces."""

from __future__ import annotations

import pytest

from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

PAPERS = (
    '---\ntitle: "{}"\npermalink: {}\n---\n\nA list of *all* of them.\n\n# 2026\n\n'
    "- **Ada Example**, Ben Sample. [Reading small lakes](https://example.org/lakes). *ICE*.\n\n# 2025\n\n"
    "- Ben Sample, **Ada Example**. [Ice in spring](https://example.org/ice). *SNOW*.\n"
)


def _page(text: str) -> Page:
    """A page of some text."""
    return Page(Source(text.encode()))


def test_a_page_titled_publications_holds_publications_below_its_years() -> None:
    entries = _page(PAPERS.format("Publications", "/publications/")).entries("publications")
    assert [(entry.values["title"], entry.values["venue"], entry.values["year"]) for entry in entries] == [
        ("Reading small lakes", "ICE", 2026),
        ("Ice in spring", "SNOW", 2025),
    ]


@pytest.mark.parametrize(("title", "permalink"), [("About me", "/publications/"), ("Publications", "/")])
def test_another_title_or_the_home_page_says_nothing(title: str, permalink: str) -> None:
    page = _page(PAPERS.format(title, permalink))
    assert all(section.heading is not None or section.kind == "text" for section in page.sections)


def test_a_page_that_a_loop_fills_has_no_section_to_write_to() -> None:
    page = _page("---\ntitle: Publications\npermalink: /publications/\n---\n\n{% bibliography -f papers %}\n")
    assert [section.kind for section in page.sections] == ["text"]


def test_a_day_below_a_year_is_one_of_that_year() -> None:
    page = _page("# News\n\n## 2025\n\n- **March 10**: The page is online.\n- **2025.02**: Snow.\n")
    assert [entry.values["date"] for entry in page.entries("news")] == ["2025-03-10", "2025-02"]
