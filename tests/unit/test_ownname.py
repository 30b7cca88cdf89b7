"""The owner's name: learned from the page, recognised in its variants, set off as the neighbours do it."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.content.publications.names.self_author import own_names, same_person
from profile_tui.text.source import Source

PAGE = """# Publications

- **Reading Small Lakes**
  Ben Sample\\*, <u>Ada Example</u>\\*, Cy Ruler.
  *ICE, 2026.*

- **Ice in Spring**
  <u>Ada Example</u>, Ben Sample.
  *Journal of Ice, 2025.*
"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Example", "ada example", True),
        ("Ada Example", "Example, Ada", True),
        ("Ada Example", "Example, A.", True),
        ("A. Example", "Ada Example", True),
        ("Zoë Ångström", "Zoe Angstrom", True),
        ("Ada Example", "Ben Example", False),
        ("Ada Example", "Ada Sample", False),
        ("Ada Example", "Alma Example", False),
        ("王小明", "王小明", True),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_the_name_is_learned_from_the_page() -> None:
    assert own_names(Page(Source(PAGE.encode())).entries("publications")) == ["Ada Example"]


def test_a_new_entry_sets_it_off_as_the_neighbours_do() -> None:
    page = Page(Source(PAGE.replace("\n  ", "  \n  ").encode()))
    people = (Author("Cy Ruler"), Author("Ada Example", marks=("*",)))
    values: Values = {"title": "Snow on Water", "authors": people, "venue": "ICE", "year": 2027}
    after = edit.add(page, "publications", values).page.text
    assert "  Cy Ruler, <u>Ada Example</u>\\*.  \n" in after
