"""Whatever the theme, everything on the screen can be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from profile_tui.app.screens.failure import FailureApp
from profile_tui.app.widgets.themes import DARK, LIGHT
from support.contrast import PALETTES, runs, sixteen
from support.editor import Editor, editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"
LEAST = 4.5
"""The contrast that WCAG 2 asks for of text; 3 would do for titles and highlighted rows, which reach it too."""
THEMES = [
    *sorted(name for name, theme in BUILTIN_THEMES.items() if not getattr(theme, "ansi", name.endswith("ansi"))),
    DARK,
    LIGHT,
]
"""The themes that choose colours; those called ansi leave that to the terminal."""


SCREENS = {
    "main": (),
    "front matter": ("left", "down", "down", "down", "right"),
    "problems": ("left", "end"),
    "rendered": ("p", "tab"),
    "find": ("slash",),
    "search": ("ctrl+f", "i", "c", "e"),
    "keys": ("question_mark",),
    "palette": ("ctrl+p",),
    "toast": ("K",),
    "wrong form": ("n", "I", "c", "e", "shift+tab", "x"),
    "text": ("e",),
    "change": ("J",),
    "code of the file": ("J", "left", "6", "end"),
    "written form": ("n", *"**a** *b* [c](d) `e`"),
    "marks": ("space", "space"),
    "unfinished": ("enter", "end", "x", "escape", "n", "y", "escape", "down"),
    "diff": ("J", "ctrl+s"),
    "question": ("J", "q"),
    "settings": ("comma", "down"),
    "prompt": ("comma", "down", "enter"),
}
"""What is on the screen, and the keys that bring it there."""


async def unreadable(editor: Editor) -> dict[str, list[str]]:
    """Return what has too little contrast on the screen that is seen, by theme."""
    found: dict[str, list[str]] = {}
    for theme in THEMES:
        editor.app.theme = theme
        await editor.settle()
        seen = list(runs(editor.app))
        assert sum(len(run.text) for run in seen) > 60
        weak = [f"{run.text.strip()}: {run.contrast:.2f}" for run in seen if run.contrast < LEAST]
        if weak:
            found[theme] = weak
    return found


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_everything_can_be_read_in_every_theme(page: Path, keys: tuple[str, ...]) -> None:
    async with editing(page) as editor:
        await editor.press(*keys)
        await editor.settle()
        assert await unreadable(editor) == {}


@pytest.mark.parametrize("keys", [("ctrl+o",), ("ctrl+o", "n", "e"), ("left", "home", "down", "down", "down", "right")])
async def test_files_and_profile_can_be_read_in_every_theme(tmp_path: Path, keys: tuple[str, ...]) -> None:
    path = shutil.copytree(SAMPLES / "academicpages", tmp_path / "site")
    async with editing(path) as editor:
        await editor.settle()
        await editor.press(*keys)
        assert await unreadable(editor) == {}


async def test_a_refused_save_can_be_read_in_every_theme(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("J")
        page.write_bytes(page.read_bytes() + b"\nAnother program was here.\n")
        await editor.press("ctrl+s", "enter")
        assert await unreadable(editor) == {}


async def test_a_page_that_cannot_be_edited_is_told_readably() -> None:
    app = FailureApp(["No page here: nothing in this folder looks like a home page that can be edited."])
    async with app.run_test() as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            assert [run for run in runs(app) if run.contrast < LEAST] == []


async def test_colours_that_the_terminal_chooses_are_left_to_it(page: Path) -> None:
    async with editing(page) as editor:
        for theme in (name for name in BUILTIN_THEMES if "ansi" in name):
            editor.app.theme = theme
            await editor.press("down")
            assert editor.app.get_css_variables()["foreground"] == "ansi_default"


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
@pytest.mark.parametrize("keys", [(), ("J",), ("J", "left", "6"), ("J", "ctrl+s"), SCREENS["written form"], ("e",)])
async def test_everything_can_be_read_in_the_colours_of_a_terminal_of_sixteen(
    page: Path, keys: tuple[str, ...], theme: str, palette: str
) -> None:
    if theme not in BUILTIN_THEMES:
        pytest.skip("this Textual has one theme of 16 colours, which uses none")
    async with editing(page) as editor:
        editor.app.theme = theme
        await editor.press(*keys)
        found = list(sixteen(editor.app, PALETTES[palette], light=theme == "ansi-light"))
        assert [run for run in found if run.contrast < LEAST] == []


@pytest.mark.parametrize("keys", [(), ("J", "left", "6"), ("J", "ctrl+s"), SCREENS["written form"]])
async def test_everything_can_be_read_without_colours(
    page: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with editing(page) as editor:
        await editor.press(*keys)
        assert [run for run in runs(editor.app) if run.contrast < LEAST] == []
