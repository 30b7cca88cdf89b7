"""Forms that were left unfinished are marked in the lists, and the mark leads back to them."""

from __future__ import annotations

from pathlib import Path

from profile_tui.app.screens.main import MainScreen
from support.editor import Editor, editing


def left_pane(editor: Editor) -> dict[str, str]:
    """Returns what is at the right edge of the lines of the left pane."""
    return {row.text: row.right for row in editor.main.sections.rows}


def right(editor: Editor) -> list[str]:
    """Returns what is at the right edge of the rows."""
    return [row.right for row in editor.main.entries.rows]


async def test_an_entry_whose_form_was_left_is_marked_until_that_is_done(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("down", "enter")
        await editor.fill("text", "Half a sent")
        await editor.press("escape")
        assert right(editor) == ["", "✎", ""]
        assert left_pane(editor)["News"] == "✎ 3"
        assert editor.row == "2025-11  One paper accepted by ICE 2026."
        assert "unfinished: enter goes on" in editor.picture
        await editor.press("enter")
        assert editor.form.texts()["text"] == "Half a sent"
        await editor.press("ctrl+s")
        assert right(editor) == ["", "●", ""]
        assert left_pane(editor)["News"] == "● 3"


async def test_a_reset_form_is_marked_no_more(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("enter")
        await editor.fill("text", "Half a sent")
        await editor.press("escape", "enter")
        assert "restored" in editor.picture
        await editor.press("f2")
        assert "restored" not in editor.picture
        await editor.press("escape")
        assert right(editor) == ["", "", ""]
        assert left_pane(editor)["News"] == "3"


async def test_a_new_entry_that_was_left_is_a_row_and_leads_back(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        await editor.press("a", *"Snow on Glass", "tab", *"Ben Sample, Ada Example", "escape")
        assert editor.rows[0] == "unfinished: Snow on Glass · Ben Sample, Ada Example"
        assert len(editor.rows) == 3
        assert editor.row.startswith("2026  Reading the Ice"), "the highlight stays"
        await editor.press("up", "d")
        assert editor.told[-1] == "This is not in the list yet; press enter to go on with it."
        await editor.press("enter")
        assert editor.form.texts()["title"] == "Snow on Glass"
        assert "restored" in editor.picture
        await editor.fill("venue", "ICE")
        await editor.press("ctrl+s")
        assert editor.row.startswith("2026  Snow on")
        assert len(editor.rows) == 3
        assert "unfinished" not in editor.picture


async def test_what_an_earlier_run_left_is_marked_at_the_start(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Half", "escape", "down", "enter")
        await editor.fill("date", "2025.12")
        await editor.press("ctrl+q")
    async with editing(page) as editor:
        await editor.settle()
        assert editor.rows[0] == "unfinished: Half"
        assert right(editor) == ["✎", "", "✎", ""]
        assert editor.row.startswith("2026-03"), "one begins at an entry"
        await editor.press("up", "enter")
        assert editor.form.texts()["text"] == "Half"


async def test_of_two_sections_the_row_leads_to_the_one_that_it_was_left_in(page: Path) -> None:
    page.write_text(page.read_text() + "\n# Older news\n\n- *2020.01*: A lamp.\n- *2019.01*: A moss.\n")
    async with editing(page) as editor:
        await editor.press("end", "a", *"Late", "escape")
        assert editor.rows[0] == "unfinished: Late"
        await editor.press("home", "up", "enter")
        assert editor.form.named == "New news item · Older news"
        assert editor.form.texts()["text"] == "Late"


async def test_an_entry_that_another_program_changed_is_still_the_one(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("enter")
        await editor.fill("text", "Half a sent")
        await editor.press("ctrl+q")
    page.write_text(page.read_text().replace("*2026.03*: The", "*2026.04*: The"))
    async with editing(page) as editor:
        await editor.settle()
        assert right(editor) == ["✎", "", ""]


async def test_what_was_typed_for_an_entry_that_is_gone_goes_on_as_a_new_one(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Research Interests")
        await editor.press("enter")
        await editor.fill("text", "Half a sent")
        await editor.press("escape", "d")
        assert editor.rows == ["unfinished: Half a sent", "Snow physics  field methods."]
        await editor.press("home", "enter")
        assert editor.form.texts() == {"topic": "Lake ice", "text": "Half a sent"}
        assert editor.form.named.startswith("New ")


async def test_values_and_texts_are_marked_too(page: Path) -> None:
    async with editing(page) as editor:
        await editor.go_to("Front matter")
        await editor.press("down", "enter", *"About me", "escape")
        assert right(editor)[:2] == ["", "✎"]
        assert left_pane(editor)["Front matter"].startswith("✎")
        await editor.go_to("Contact")
        await editor.press("e", *"Hi", "escape")
        assert isinstance(editor.app.screen, MainScreen)
        assert left_pane(editor)["Contact"] == "✎"
        assert left_pane(editor)["Introduction"] == ""


async def test_in_a_list_of_hundreds_it_is_the_same(page: Path) -> None:
    items = "".join(f"- *2020.01*: Lamp {number} shines.\n" for number in range(400))
    page.write_text(page.read_text().replace("# News\n\n", f"# News\n\n{items}"))
    async with editing(page) as editor:
        await editor.press("down", "enter")
        await editor.fill("text", "Half a sent")
        await editor.press("escape", "n", *"Late", "escape")
        assert right(editor)[:4] == ["✎", "", "✎", ""]
        assert editor.row == "2020-01  Lamp 1 shines."
        await editor.press("enter")
        assert editor.form.texts()["text"] == "Half a sent"
        await editor.press("escape", "home", "enter")
        assert editor.form.texts()["text"] == "Late"
