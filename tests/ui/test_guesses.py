"""What was not read for certain is marked as such, is not changed in a form, and leads to its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.screens.raw import RawScreen
from support.editor import editing

PAGE = """---
title: T
---

# Publications

- A. Moss, B. Reed. Effects of tall lamps. *Journal of Lamps*, 2024.
- B. Reed, C. Finch. The best page of a large press. *Bog Studies*, 2023.
- Something on birds and the sea, maybe 1999, with friends of the north group, Coast
"""


@pytest.fixture
def guessed(tmp_path: Path) -> Path:
    path = tmp_path / "about.md"
    path.write_text(PAGE, "utf-8")
    return path


async def test_a_guess_is_marked_in_the_list_and_named_above_its_lines(guessed: Path) -> None:
    async with editing(guessed) as editor:
        await editor.go_to("Publications")
        assert [row.right for row in editor.main.entries.rows] == ["", "", "?"]
        assert "Not read for certain" not in editor.picture
        await editor.press("end")
        assert "Not read for certain: title, authors, venue. e" in editor.picture


async def test_a_guess_is_marked_in_the_form_and_f6_opens_its_text(guessed: Path) -> None:
    async with editing(guessed) as editor:
        await editor.go_to("Publications")
        await editor.press("end", "enter")
        assert "Title * ?" in editor.picture
        assert "not changed here; F6 opens the text" in editor.picture
        await editor.press("X")
        assert "can't be written yet" in editor.picture
        await editor.press("f6")
        assert isinstance(editor.app.screen, RawScreen)
        await editor.press(*">", "ctrl+s")
        assert guessed.read_text("utf-8") == PAGE, "nothing is saved yet"
        assert editor.app.session.document.page.text == PAGE.replace("- Something", ">- Something")


async def test_what_is_certain_of_a_guess_is_changed_in_the_form(guessed: Path) -> None:
    async with editing(guessed) as editor:
        await editor.go_to("Publications")
        await editor.press("end", "enter")
        await editor.fill("year", "2001")
        await editor.press("ctrl+s")
        assert editor.app.session.document.page.text == PAGE.replace("1999", "2001")


async def test_the_text_of_a_section_opens_at_the_line_of_the_row(guessed: Path) -> None:
    async with editing(guessed) as editor:
        await editor.go_to("Publications")
        await editor.press("down", "e", *">", "ctrl+s")
        assert editor.app.session.document.page.text == PAGE.replace("- B. Reed", ">- B. Reed")


async def test_a_new_entry_has_no_text_to_open(guessed: Path) -> None:
    async with editing(guessed) as editor:
        await editor.go_to("Publications")
        await editor.press("a", "f6")
        assert editor.told[-1] == "Only an entry that is in the file has a text there."
