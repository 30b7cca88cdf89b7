"""Several entries changed at once, and the ways to a line by one key."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.screens.labels import LabelsScreen
from support.editor import Editor, editing

LAKES, ICE, FORUM = "The Lakes data set is out.", "One paper accepted by ICE 2026.", "Talk at the Lake Forum."


def marked(editor: Editor) -> list[str]:
    """Returns the rows that are marked."""
    return [row.text for row in editor.main.entries.marked_rows]


async def test_marked_entries_are_removed_as_one_step(page: Path) -> None:
    before = page.read_bytes()
    async with editing(page) as editor:
        await editor.press("space", "down", "space")
        assert marked(editor) == [LAKES, FORUM]
        assert "News · 3 · 2 marked" in editor.picture
        assert "✓" in editor.picture
        await editor.press("d")
        assert editor.rows == [f"2025-11  {ICE}"]
        assert editor.told[-1] == "2 news items removed; u brings them back."
        assert marked(editor) == []
        await editor.press("u")
        assert editor.told[-1] == "Undone: Remove 2 news items"
        assert len(editor.rows) == 3
        assert not editor.main.session.workspace.dirty
        await editor.press("ctrl+r")
        assert editor.rows == [f"2025-11  {ICE}"]
    assert page.read_bytes() == before


async def test_marked_entries_are_moved_and_stay_marked(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "space", "space")
        assert marked(editor) == [ICE, FORUM]
        await editor.press("K")
        assert [row.partition("  ")[2] for row in editor.rows] == [ICE, FORUM, LAKES]
        assert marked(editor) == [ICE, FORUM]
        await editor.press("K")
        assert marked(editor) == [ICE, FORUM], "they are at the end"
        await editor.press("u")
        assert [row.partition("  ")[2] for row in editor.rows] == [LAKES, ICE, FORUM]


async def test_a_field_is_set_in_all_marked_entries(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("asterisk", "s")
        await editor.fill("venue", "Lake Letters")
        assert "will be written" in editor.heading
        assert "the first of 2 publications" in editor.picture
        await editor.press("ctrl+s")
        text = editor.main.session.page.text
        assert text.count("*Lake Letters*") == 2
        assert "*Journal of Ice*" not in text
        assert ", 2026\n" in text
        assert ", 2025\n" in text
        await editor.press("u")
        assert editor.told[-1] == "Undone: Change 2 publications"
        assert "*Journal of Ice*" in editor.main.session.page.text


async def test_where_one_is_refused_none_is_changed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("asterisk", "s")
        await editor.fill("year", "soon")
        await editor.press("ctrl+s")
        assert "“soon” isn't a year" in editor.told[-1]
        await editor.press("escape")
        assert not editor.main.session.workspace.dirty


async def test_what_was_found_can_be_marked_across_sections(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("slash", *"lake", "enter", "asterisk")
        assert len(marked(editor)) == 4
        await editor.press("s")
        assert editor.told[-1] == "The marked entries have different fields."
        await editor.press("d")
        assert editor.told[-1] == "4 entries removed; u brings them back."
        await editor.press("u")
        assert not editor.main.session.workspace.dirty


async def test_esc_takes_marks_away_before_anything_else(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("asterisk", "escape")
        assert marked(editor) == []
        assert editor.main.pane == "entries"
        await editor.press("asterisk", "asterisk")
        assert marked(editor) == []


async def test_marks_do_not_go_to_another_section(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("asterisk", "2")
        assert marked(editor) == []
        await editor.press("s")
        assert editor.told[-1] == "Mark entries first: space marks one, * all."


async def test_a_value_of_the_profile_is_not_marked(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("space")
        assert editor.told[-1] == "Only entries can be marked."


@pytest.mark.parametrize(
    ("digit", "view"), [("1", "news"), ("2", "publications"), ("3", "interests"), ("4", "front matter")]
)
async def test_a_digit_goes_to_a_section(page: Path, digit: str, view: str) -> None:
    async with editing(page) as editor:
        await editor.press(digit)
        assert editor.main.view.key == view
        assert editor.main.pane == "entries"
        await editor.press("9")
        assert editor.main.view.key == view, "there is no ninth"


async def test_a_letter_goes_to_a_line_in_sight(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("t")
        assert isinstance(editor.app.screen, LabelsScreen)
        assert "c2024-06" in editor.picture
        await editor.press("c")
        assert editor.row == f"2024-06  {FORUM}"
        await editor.press("t", "e")  # the second line of the left pane
        assert editor.main.view.key == "publications"
        assert editor.main.pane == "sections"
        await editor.press("t", "escape")
        assert editor.main.view.key == "publications"
        assert "c2024-06" not in editor.picture
