"""Theme and keys from the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.keys.registry import rebind
from profile_tui.workspace import settings
from support.editor import editing


def write_settings(text: str) -> None:
    """Writes the settings of whoever is said to run the editor."""
    settings.settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings.settings_path().write_text(text)


async def test_a_theme_that_is_chosen_is_there_again(page: Path) -> None:
    write_settings('# mine\nnames = ["Ada Example"]\n')
    async with editing(page) as editor:
        assert editor.app.theme == "profile-dark"
        editor.app.theme = "nord"
        await editor.press("down")
    assert settings.settings_path().read_text() == 'theme = "nord"\n# mine\nnames = ["Ada Example"]\n'
    async with editing(page) as editor:
        assert editor.app.theme == "nord"
        editor.app.theme = "textual-light"
        await editor.press("down")
    assert settings.settings_path().read_text() == 'theme = "textual-light"\n# mine\nnames = ["Ada Example"]\n'


@pytest.mark.parametrize("written", ['"entry.add" = "+,A"', 'entry.add = "A"'])
async def test_keys_are_taken_from_the_settings(page: Path, written: str) -> None:
    write_settings(f'[keys]\n{written}\nundo = "?"\nkeys = "f1"\n')
    try:
        async with editing(page) as editor:
            footer = editor.picture.strip().split("\n")[-1]
            assert "a Add" not in footer
            await editor.press("a")
            assert editor.main.view.key == "news"
            await editor.press("A")
            assert editor.form.named.startswith("New news item")
            await editor.press("escape", "d", "question_mark")
            assert editor.told[-1].startswith("Undone")
    finally:
        rebind({})


async def test_settings_that_name_nothing_are_told(page: Path) -> None:
    write_settings('theme = "lake"\n[keys]\n"entry.sing" = "s"\n')
    async with editing(page) as editor:
        await editor.settle()
        told = " ".join(editor.told)
        assert "The theme “lake” in the settings is not known" in told
        assert "names commands that the editor doesn't have: entry.sing" in told
        assert "n News" in editor.picture


async def test_broken_settings_hinder_nobody(page: Path) -> None:
    write_settings("theme = \n")
    async with editing(page) as editor:
        await editor.settle()
        assert "isn't valid TOML" in " ".join(editor.told)
        editor.app.theme = "nord"
        await editor.press("down")
    assert settings.settings_path().read_text() == "theme = \n"
