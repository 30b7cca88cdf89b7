"""Publications that are a title with prose on it below, as research notes are listed."""

from __future__ import annotations

import pytest

from profile_tui.content.change import edit
from profile_tui.content.page.page import Page
from profile_tui.text.source import Source

LIST = """# Publications

- Layers in Lake Ice: A Field Study

  Counts the layers of ice in three valleys in 2024, with Ben Sample, and finds that they agree.

- Technical note · in preparation

  Snow on Ice Slows Its Growth

  Shows that ten centimetres of snow halve the growth of the ice below it.
"""


def _page(text: str) -> Page:
    return Page(Source(text.encode()))


def test_the_title_is_read_and_nothing_of_the_prose() -> None:
    assert [entry.values for entry in _page(LIST).entries("publications")] == [
        {"title": title, "authors": (), "venue": None, "year": None, "links": (), "note": None}
        for title in ("Layers in Lake Ice: A Field Study", "Snow on Ice Slows Its Growth")
    ]


def test_the_title_can_be_changed() -> None:
    page = _page(LIST)
    changed = edit.change(page, "publications", 2, {"title": "Snow on Ice"})
    assert changed.page.text == LIST.replace("Snow on Ice Slows Its Growth", "Snow on Ice")


@pytest.mark.parametrize(
    "below",
    [
        "Ada Example, Ben Sample. *Journal of Ice*, 2024.",
        "*Journal of Ice*, 2024.",
        "*Journal of Ice*, 2024\n\n  Counts the layers of ice in three valleys, by drill and by radar, and finds more.",
    ],
)
def test_names_and_venue_below_a_title_are_no_prose(below: str) -> None:
    text = f"# Publications\n\n- **Layers in Lake Ice: A Field Study**\n\n  {below}\n"
    (entry,) = _page(text).entries("publications")
    assert (entry.values["title"], entry.values["year"]) == ("Layers in Lake Ice: A Field Study", 2024)


def test_a_title_that_begins_like_a_name_is_read_as_the_others_of_its_list() -> None:
    title = "Lake High-Water, Low Bank: The Shape of Floods"
    prose = "Shows that the banks of eleven lakes follow the highest water of the last century."
    text = LIST + "".join(f"\n- {one}\n\n  {prose}\n" for one in ("Frost in Town", title, "Hail Writes on Barley"))
    entries = _page(text).entries("publications")
    assert [entry.values["title"] for entry in entries][2:] == ["Frost in Town", title, "Hail Writes on Barley"]
    assert entries[3].values["authors"] == ()
    other = "Bank High-Water, Low Lake: The Fall of Floods"
    changed = edit.change(_page(text), "publications", 4, {"title": other})
    assert changed.page.text == text.replace(title, other)
