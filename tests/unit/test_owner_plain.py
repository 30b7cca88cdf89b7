"""The owner's name is set off in a new publication where its list does so, or where only other lists name it."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.entries.entry import Author, Values
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

VALUES: Values = {
    "title": "Snow on Water",
    "authors": (Author("Cy Ruler"), Author("Ada Example", is_self=True)),
    "venue": "ICE",
    "year": 2027,
}
BOLD = "- **Ada Example**, Ben Sample. Ice in Spring. *ICE*, 2025.\n"
PLAIN = "- Ada Example, Ben Sample. Ice in Autumn. *ICE*, 2024.\n"
OTHERS = "- Dee Tester, Ben Sample. Ice in Winter. *ICE*, 2024.\n"


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        (PLAIN, "Ada Example"),
        (OTHERS, "Ada Example"),
        (BOLD, "**Ada Example**"),
        (BOLD + OTHERS, "**Ada Example**"),
        (PLAIN + OTHERS, "Ada Example"),
    ],
)
def test_the_owner_is_bold_where_the_list_sets_it_off(listed: str, name: str) -> None:
    page = Page(Source(f"# Publications\n\n{listed}".encode()))
    after = edit.add(page, "publications", VALUES).page.text
    assert f"- Cy Ruler, {name}. Snow on Water. *ICE*, 2027.\n" in after


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        (PLAIN + PLAIN.replace("Autumn", "Summer"), "Ada Example"),
        (OTHERS, "**Ada Example**"),
    ],
)
def test_another_list_tells_only_where_this_one_never_names_the_owner(listed: str, name: str) -> None:
    page = Page(Source(f"# Papers\n\n## Preprints\n\n{listed}\n## Journals\n\n{BOLD}".encode()))
    after = edit.add(page, "publications", VALUES, section="Preprints").page.text
    assert f"- Cy Ruler, {name}. Snow on Water. *ICE*, 2027.\n" in after
    assert after.endswith(BOLD)
