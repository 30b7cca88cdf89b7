"""What other programs do to the open file is noticed, and taken over where nothing stands against it."""

from __future__ import annotations

from pathlib import Path

from profile_tui.app.screens.form import FormScreen
from support.editor import PAGE, Editor, editing

THEIRS = PAGE.replace("Write to", "Please write to")


async def _looks(editor: Editor, times: int = 2) -> None:
    """Let the editor look at its files, as it does every other second."""
    for _ in range(times):
        editor.app.look()
        await editor.settle()


async def test_what_another_program_wrote_is_taken_over_once_it_has_come_to_rest(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        page.write_text(THEIRS)
        await _looks(editor, 1)
        assert editor.main.session.page.text == PAGE, "it may be at work still"
        await _looks(editor, 1)
        assert editor.main.session.page.text == THEIRS
        assert editor.told[-1] == f"Another program changed {page}; its changes are shown now."
        assert not editor.main.session.workspace.dirty
        assert not editor.main.session.workspace.can_undo, "what another program wrote is no step of the user's"


async def test_it_goes_under_what_waits(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n", "escape", "d")
        page.write_text(THEIRS)
        await _looks(editor)
        assert editor.rows[0] == "2025-11  One paper accepted by ICE 2026."
        await editor.press("u")
        assert editor.main.session.page.text == THEIRS
        await editor.press("ctrl+r", "ctrl+s", "enter")
    assert page.read_text() == THEIRS.replace("- *2026.03*: The *Lakes* data set is out.\n", "")


async def test_the_same_lines_are_left_to_the_user(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n", "escape", "d")
        page.write_text(PAGE.replace("The *Lakes* data set is out.", "Something else."))
        await _looks(editor)
        assert editor.rows[0] == "2025-11  One paper accepted by ICE 2026."
        assert editor.told[-1].endswith("Press r to reload and put your changes on top.")


async def test_a_form_is_not_disturbed(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n")
        page.write_text(THEIRS)
        await _looks(editor)
        assert isinstance(editor.app.screen, FormScreen)
        assert editor.app.session.page.text == PAGE
        await editor.press("escape")
        await _looks(editor, 1)
        assert editor.main.session.page.text == THEIRS


async def test_a_save_of_ones_own_and_a_file_that_is_gone_are_no_news(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n", "escape", "d", "ctrl+s", "enter")
        told = list(editor.told)
        await _looks(editor)
        assert editor.told == told
        page.unlink()
        await _looks(editor)
        assert "deleted or renamed" in editor.told[-1]
        assert editor.main.session.page.text


async def test_a_file_that_is_deleted_while_changes_wait_is_written_anew(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n", "escape", "d")
        page.unlink()
        await _looks(editor)
        assert editor.told[-1] == (
            f"Another program deleted or renamed {page}. Press r, then save: it is written anew."
        )
        await editor.press("ctrl+s", "enter")
        assert "Another program deleted or renamed this file. Press r, then save" in editor.picture
        assert not page.exists()
        await editor.press("r")
        assert editor.told[-1] == f"{page}: gone from the disk. ctrl+s writes it anew."
        await editor.press("ctrl+s")
        assert "+ permalink: /" in editor.picture, "all of the file is new"
        await editor.press("enter")
        assert editor.told[-1].startswith("Saved.")
    assert page.read_text() == PAGE.replace("- *2026.03*: The *Lakes* data set is out.\n", "")


async def test_a_file_whose_folder_is_renamed_is_written_anew_though_nothing_waits(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        page.parent.rename(page.parent.with_name("elsewhere"))
        await editor.press("r", "ctrl+s", "enter")
        assert page.read_text() == PAGE
        assert not editor.main.session.workspace.dirty


async def test_a_file_that_comes_back_is_read_again(page: Path) -> None:
    async with editing(page) as editor:
        await _looks(editor)
        await editor.press("n", "escape", "d")
        page.unlink()
        await editor.press("r")
        page.write_text(THEIRS)
        await _looks(editor)
        await editor.press("ctrl+s", "enter")
    assert page.read_text() == THEIRS.replace("- *2026.03*: The *Lakes* data set is out.\n", "")
