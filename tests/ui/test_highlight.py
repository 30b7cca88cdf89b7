"""After every change the highlight is on what was changed; after a removal, on the nearest neighbour."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import TextArea

from support.editor import Editor, editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


def site_of(name: str, tmp_path: Path) -> Path:
    """Returns a copy of a sample."""
    return shutil.copytree(SAMPLES / name, tmp_path / "site")


async def add(editor: Editor, field: str, text: str) -> None:
    """Adds an entry to the list that is shown."""
    await editor.press("a")
    await editor.fill(field, text)
    await editor.press("ctrl+s")


@pytest.mark.parametrize(
    ("sample", "section", "field"),
    [
        ("acad-homepage", "News", "text"),
        ("acad-homepage", "Research Interests", "topic"),
        ("acad-homepage", "Honors and Awards", "text"),
        ("academicpages", "Invited Talks", "text"),
        ("al-folio", "News", "text"),
        ("luost26", "News", "text"),
        ("own-loops", "News", "text"),
        ("page-per-list", "News", "text"),
    ],
)
async def test_what_is_added_after_an_undo_is_highlighted(
    tmp_path: Path, sample: str, section: str, field: str
) -> None:
    async with editing(site_of(sample, tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to(section)
        await editor.press("end")
        await add(editor, field, "Zebra one")
        assert "Zebra one" in editor.row
        await editor.press("u")
        assert not any("Zebra one" in row for row in editor.rows)
        await editor.press("home")
        await add(editor, field, "Zebra two")
        assert "Zebra two" in editor.row
        await editor.press("u", "ctrl+r")
        assert "Zebra two" in editor.row


async def test_undo_goes_to_a_file_that_comes_or_goes(tmp_path: Path) -> None:
    async with editing(site_of("al-folio", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("News")
        await add(editor, "text", "Zebra")
        await editor.go_to("Front matter")
        await editor.press("u")
        assert editor.main.here.key == "news"
        assert editor.row.startswith("2025-10-02"), "what was below it"
        await editor.go_to("Profile")
        await editor.press("ctrl+r")
        assert "Zebra" in editor.row


async def test_the_first_entry_of_a_kind_leaves_its_section_shown(tmp_path: Path) -> None:
    async with editing(site_of("al-folio", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Research Interests")
        await add(editor, "topic", "Zebra")
        await editor.press("u")
        assert editor.main.here.key == "interests"
        assert editor.rows == []


async def test_a_value_of_the_front_matter_is_highlighted(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("a", *"zebra", "tab", *"yes", "ctrl+s")
        assert editor.row == "zebra  yes"
        await editor.press("home", "u")
        assert editor.row == "redirect_from  /about/, /about.html", "its neighbour"
        await editor.press("home", "enter")
        await editor.fill("value", "/ice/")
        await editor.press("ctrl+s")
        assert editor.row == "permalink  /ice/"
        await editor.press("down", "d")
        assert editor.row == "author_profile  true", "its neighbour"
        await editor.press("1", "u")
        assert editor.row == "title  About Ada"


async def test_a_field_of_the_profile_is_highlighted(tmp_path: Path) -> None:
    async with editing(site_of("acad-homepage", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Profile")
        at = next(index for index, row in enumerate(editor.main.entries.rows) if row.left == "bio")
        editor.main.entries.go_to(at)
        await editor.press("enter")
        await editor.fill("value", "Zebra")
        await editor.press("ctrl+s")
        assert editor.row == "bio  Zebra"
        await editor.press("home", "a", *"zebra", "tab", *"yes", "ctrl+s")
        assert editor.row == "zebra  yes"
        await editor.press("home", "u", "u")
        assert editor.row.startswith("bio  ")


async def test_lists_of_one_data_file_are_each_as_they_are(tmp_path: Path) -> None:
    """What is removed of one list is not listed any more, though another list is in the same file."""
    async with editing(site_of("luost26", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Experience")
        assert editor.row == "2016 - 2017  Engineer, Harbour Authority of Sund"
        await editor.press("d")
        assert not any("Harbour" in row for row in editor.rows)
        dots = {row.text: row.changed for row in editor.main.sections.rows}
        assert [name for name in ("News", "Experience", "Education") if dots[name]] == ["Experience"]
        await editor.press("1", "u")
        assert editor.row == "2016 - 2017  Engineer, Harbour Authority of Sund"


async def test_the_text_of_a_section_leads_to_the_entry_that_was_changed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("e")
        area = editor.app.screen.query_one(TextArea)
        area.text = area.text.replace("Talk at the", "Zebra at the")
        await editor.press("ctrl+s")
        assert editor.row == "2024-06  Zebra at the Lake Forum."


async def test_marked_entries_leave_the_highlight_beside_them(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("space", "space", "d")
        assert editor.row == "2024-06  Talk at the Lake Forum."
        await editor.press("end", "u")
        assert editor.row.startswith("2026-03")


async def test_of_a_long_list_what_was_changed_is_highlighted(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    items = "".join(f"- *{2020 - at // 100}.{12 - at % 100 // 10:02}*: Item {at}.\n" for at in range(400))
    page.write_text(f"---\npermalink: /\n---\n\n# News\n\n{items}")
    async with editing(page) as editor:
        await editor.press("end", "d")
        assert editor.row.endswith("Item 398.")
        await editor.press("home", "u")
        assert editor.row.endswith("Item 399.")
        await editor.press("home", "d", "d")
        assert editor.row.endswith("Item 2.")
        await editor.press("end", "u")
        assert editor.row.endswith("Item 1.")


async def test_a_view_begins_at_its_top_unless_it_was_visited(tmp_path: Path) -> None:
    async with editing(site_of("acad-homepage", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.press("end", "left", "4")
        assert editor.main.here.key == "profile"
        first = next(row for row in editor.main.entries.rows if row.role != "heading")
        assert editor.main.entries.row == first
        await editor.press("down", "down", "down")
        there = editor.row
        await editor.press("5", "4")
        assert editor.row == there
        await editor.press("slash", *"a")
        assert editor.main.entries.cursor <= 1, "what is found begins at its top"


@pytest.mark.parametrize("width", [60, 100])
async def test_the_highlight_is_in_sight_after_a_change_of_what_was_found(tmp_path: Path, width: int) -> None:
    async with editing(site_of("acad-homepage", tmp_path), (width, 20)) as editor:
        await editor.settle()
        await editor.go_to("Profile")
        await editor.press("slash", *"orcid", "enter")
        await editor.settle()
        await editor.press("enter")
        await editor.fill("value", "https://orcid.example.org/0000-0001")
        await editor.press("ctrl+s")
        assert editor.row == "orcid  https://orcid.example.org/0000-0001"
        assert editor.main.entries.cursor in editor.main.entries.in_sight


@pytest.mark.parametrize(("key", "index"), [("K", 1), ("J", 3)])
@pytest.mark.parametrize("between", [(), ("2",)])
async def test_the_entry_that_was_moved_is_highlighted(
    tmp_path: Path, key: str, index: int, between: tuple[str, ...]
) -> None:
    """Of two that changed places it is the same one at every step back and forth, wherever the user went meanwhile."""
    async with editing(site_of("acad-homepage", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.press("1", "home", "down", "down")
        moved = editor.row
        await editor.press(key)
        assert (editor.rows.index(editor.row), editor.row) == (index, moved)
        await editor.press(*between, "u")
        assert (editor.rows.index(editor.row), editor.row) == (2, moved)
        await editor.press(*between, "ctrl+r")
        assert (editor.rows.index(editor.row), editor.row) == (index, moved)


@pytest.mark.parametrize("sample", ["al-folio", "luost26", "own-loops"])
async def test_the_record_that_was_moved_is_highlighted(tmp_path: Path, sample: str) -> None:
    async with editing(site_of(sample, tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Publications")
        await editor.press("home", "down")
        moved = editor.row
        await editor.press("K", "u")
        assert editor.row == moved
        await editor.press("J", "u", "ctrl+r")
        assert editor.row == moved


async def test_of_marked_entries_that_were_moved_the_first_is_highlighted(tmp_path: Path) -> None:
    async with editing(site_of("acad-homepage", tmp_path), (100, 40)) as editor:
        await editor.settle()
        await editor.press("1", "home", "down", "down", "space", "space")
        first = editor.rows[2]
        await editor.press("K", "u")
        assert editor.row == first
