"""Titles that a list of names could be taken for, as words that `and` joins; and links behind numbers."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Link, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source


def titles(*items: str) -> list[object]:
    body = "".join(f"- {item}\n" for item in items)
    return [one.values["title"] for one in Page(Source(f"# Publications\n\n{body}".encode())).entries("publications")]


ITALIC = (
    "**A. Example**, N. Quill. *Rivers and Lakes*. SAMPLE, 2025.",
    "N. Quill and **A. Example**. *Seas, Lakes and Rivers*. MODEL, 2024.",
    "**A. Example**. *Sleep and Wake Rhythms in Rivers and Lakes*. Ph.D. thesis, Sample University, 2023.",
)


def test_words_that_are_joined_in_italics_are_one_title() -> None:
    assert titles(*ITALIC) == [
        "Rivers and Lakes",
        "Seas, Lakes and Rivers",
        "Sleep and Wake Rhythms in Rivers and Lakes",
    ]


def test_a_new_paper_takes_the_whole_place_of_such_a_title() -> None:
    page = Page(Source(("# Publications\n\n" + "".join(f"- {item}\n" for item in ITALIC)).encode()))
    people = (Author("Nora Quill"), Author("Ada Example"))
    values: Values = {"title": "A Study of Bogs", "authors": people, "venue": "Bog Letters", "year": 2026}
    changed = edit.add(page, "publications", values).page
    assert changed.text.split("\n")[2] == "- N. Quill, **A. Example**. *A Study of Bogs*. Bog Letters, 2026."


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("**J. Muster**. *Flüsse und Seen*. Zeitschrift für Proben, 10(1), S. 1–20, 2023.", "Flüsse und Seen"),
        ('Ada Example, Nora Quill. "Rivers and Lakes." *SAMPLE*, 2025.', "Rivers and Lakes"),
        ('**김예시**, 이견본. "잠자는 강." 예시학회 학술대회, 2023.', "잠자는 강"),
        ("李四例，**张三样**. 冰湖[C]. 样例会议，2024：1-12.", "冰湖"),
        ("张三样. 海[D]. 北京: 样例大学, 2023.", "海"),
    ],
)
def test_a_title_is_no_name(item: str, title: str) -> None:
    assert titles(item) == [title]


def test_names_that_are_joined_in_italics_stay_names() -> None:
    page = Page(Source(b"# Publications\n\n- **Sleeping Bogs**\n  *Ada Example and Nora Quill*\n  SAMPLE, 2025.\n"))
    authors = page.entries("publications")[0].values["authors"]
    assert authors == (Author("Ada Example"), Author("Nora Quill"))


@pytest.mark.parametrize(
    "end",
    ["*Bog Letters*, 4(2), p. 12-19.", "*Bog Letters*, *12*(3), 45–67. https://doi.org/10.5555/abc.1"],
)
def test_a_first_link_goes_behind_the_numbers_of_a_venue(end: str) -> None:
    item = f"- Example, A., & Moss, B. (2025). Rivers that sleep. {end}"
    page = Page(Source(f"# Publications\n\n{item}\n".encode()))
    changed = edit.change(page, "publications", 1, {"links": (Link("Code", "https://example.org/c"),)}).page
    assert changed.text == f"# Publications\n\n{item} [[Code](https://example.org/c)]\n"


def test_what_stands_for_other_authors_in_italics_is_no_title() -> None:
    assert titles(
        "Best, R.; Brook, L.; Moss, A.; *et al.* How lamps learn. *Field Opt.* **42**:149–55; 2020.",
        "Ko, J.-I.; Moss, A.; Hori, T. Robust estimates of snow depth. *Rev. Map Theory* **18**:85–109; 2018.",
        "Ouyang, Z.; van Hoek, L.; Moss, A.; *et al.* Fast walks on sparse hedges. *Lett. Birds* **50**:311–23; 2016.",
    ) == ["How lamps learn", "Robust estimates of snow depth", "Fast walks on sparse hedges"]
