"""Keys that terminals do not send, that multiplexers take for themselves, or that depend on where the cursor is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette

from profile_tui.app.keys.registry import all_commands, command
from profile_tui.app.screens.diff import DiffScreen
from support.editor import Editor, editing

NEVER_SENT = re.compile(
    r"ctrl\+(enter|backspace|tab|space|slash|comma|full_stop|semicolon|question_mark|\d|[himj]|shift\+\w+)"
    r"|shift\+(enter|space|backspace)|alt\+(enter|\d)|super\+.*|f1[3-9]"
)
"""Keys that reach a program as others or not at all: terminals have no bytes for them."""
PREFIXES = {"ctrl+a", "ctrl+b"}
"""Keys that GNU screen and tmux keep, as they come."""


def test_no_command_has_a_key_that_terminals_do_not_send() -> None:
    keys = [(command.id, key) for command in all_commands() for key in command.keys.split(",")]
    assert len(keys) > 100
    assert [pair for pair in keys if NEVER_SENT.fullmatch(pair[1])] == []


def test_no_command_has_only_a_key_that_a_multiplexer_keeps() -> None:
    assert [command.id for command in all_commands() if command.keys and set(command.keys.split(",")) <= PREFIXES] == []


@pytest.mark.parametrize(
    "id", ["save", "form.keep", "diff.save", "undo", "redo", "news.new", "entry.add", "entry.edit", "quit", "keys"]
)
def test_what_one_always_needs_is_not_on_one_chord_alone(id: str) -> None:
    if id == "redo":
        assert len(command(id).keys.split(",")) > 1
    else:
        assert any(not key.startswith(("ctrl+", "alt+")) for key in command(id).keys.split(","))


async def test_all_can_be_done_without_ctrl_s(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice is out", "f8", "w")
        assert isinstance(editor.app.screen, DiffScreen)
        await editor.press("enter")
        assert editor.told[-1] == "Saved."
    assert "- *2026.11*: Ice is out\n" in page.read_text()


@pytest.mark.parametrize("pane", ["sections", "entries", "source"])
async def test_one_adds_and_saves_wherever_the_cursor_is(page: Path, pane: str) -> None:
    async with editing(page) as editor:
        await editor.go_to("Publications")
        editor.main.focus_pane(pane)
        await editor.press("n")
        assert editor.form.named.startswith("New news item")
        await editor.press("escape")
        await editor.go_to("Publications")
        editor.main.focus_pane(pane)
        await editor.press("a")
        assert editor.form.named.startswith("New publication")
        await editor.press("escape")
        assert editor.main.pane == pane
        await editor.press("w")
        assert "No unsaved changes" in editor.told[-1]


async def test_esc_closes_what_is_above_the_form_and_the_form_keeps_what_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice", "ctrl+p")
        assert isinstance(editor.app.screen, CommandPalette)
        await editor.press("escape")
        assert editor.form.texts()["text"] == "Ice"
        await editor.press("f1", "escape")
        assert editor.form.texts()["text"] == "Ice"
        await editor.press("escape", "n")
        assert editor.form.texts()["text"] == "Ice"


async def typed(editor: Editor, words: str) -> None:
    """Types words as a terminal sends them; the pilot has no name for each sign."""
    for sign in words:
        assert editor.app.focused is not None
        editor.app.focused.post_message(events.Key(sign if sign.isalnum() else "sign", sign))
    await editor.press()


async def test_what_joins_or_parts_letters_is_typed_like_any_other_letter(page: Path) -> None:
    """Persian words have a joiner within, and one emoji may be several signs; in lists none is shown as a fault."""
    words = "می\u200cخواهم 👩\u200d🔬"
    async with editing(page) as editor:
        await editor.press("n")
        await typed(editor, words)
        await editor.press("ctrl+s")
        assert f"- *2026.11*: {words}\n" in editor.app.session.document.page.text
        assert "�" not in editor.picture
        await editor.go_to("Publications")
        await editor.press("a")
        await typed(editor, words)
        assert editor.form.texts()["title"] == words
        assert "�" not in editor.picture
