"""The history screen, and undo over a restart."""

from __future__ import annotations

from pathlib import Path

from profile_tui.app.screens.history import HistoryScreen
from profile_tui.app.widgets.row_list import RowList
from support.editor import PAGE, Editor, editing


def _steps(editor: Editor) -> list[str]:
    """The rows of the history."""
    assert isinstance(editor.app.screen, HistoryScreen)
    rows = editor.app.screen.query_one(RowList).rows
    return [f"{'unsaved ' if row.left == 'unsaved' else ''}{row.text}" for row in rows]


async def _remove_two(page: Path) -> None:
    """Remove the first two news items in two saves."""
    async with editing(page) as editor:
        for _ in range(2):
            await editor.go_to("News")
            await editor.press("home", "d", "ctrl+s", "enter")


async def test_u_undoes_what_an_earlier_run_saved_and_goes_there(page: Path) -> None:
    await _remove_two(page)
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("u")
        assert editor.told[-1] == "Undone: Remove news item “One paper accepted by ICE 2026.”"
        assert editor.row == "2025-11  One paper accepted by ICE 2026."
        await editor.press("u", "ctrl+s", "enter")
        assert page.read_text() == PAGE
        await editor.press("u")
        assert editor.told[-1].startswith("Nothing to undo")


async def test_the_history_shows_the_diff_of_each_step_and_undoes_one_alone(page: Path) -> None:
    await _remove_two(page)
    async with editing(page) as editor:
        await editor.press("H")
        assert _steps(editor) == [
            "Remove news item “One paper accepted by ICE 2026.”",
            "Remove news item “The Lakes data set is out.”",
        ]
        assert "-- *2025.11*: One paper accepted by **ICE 2026**." in editor.lines
        await editor.press("down")
        assert "-- *2026.03*: The *Lakes* data set is out." in editor.lines
        await editor.press("u")
        assert editor.told[-1] == "Undone: Remove news item “The Lakes data set is out.”"
        assert editor.row == "2026-03  The Lakes data set is out."
        await editor.press("H")
        assert _steps(editor)[0] == "unsaved Undo: Remove news item “The Lakes data set is out.”"
        await editor.press("escape", "ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("- *2025.11*: One paper accepted by **ICE 2026**.\n", "")


async def test_a_step_whose_lines_changed_since_is_not_undone_and_says_so(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("News")
        await editor.press("enter")
        await editor.fill("date", "2026-04")
        await editor.press("ctrl+s", "ctrl+s", "enter")
    other = page.read_text().replace("The *Lakes* data", "The *Ponds* data")
    page.write_text(other)
    async with editing(page) as editor:
        await editor.press("u")
        assert editor.told[-1] == (
            "Change news item “The Lakes data set is out.”: can't be undone; the same lines were changed since. "
            "H lists what else can be undone."
        )
        await editor.press("H", "u")
        assert editor.told[-1].endswith("the same lines were changed since.")
        assert isinstance(editor.app.screen, HistoryScreen)
    assert page.read_text() == other


async def test_an_empty_history_says_so(page: Path) -> None:
    async with editing(page, (60, 20)) as editor:
        await editor.press("H")
        assert "Nothing has been done here yet." in editor.picture
        await editor.press("u")
        assert editor.told[-1] == "Nothing has been done here yet."
        await editor.press("escape")
        assert editor.main.session.page.text == PAGE
