"""Asking which of the authors the user is, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.self_author import SelfAuthorScreen
from profile_tui.workspace import settings
from support.editor import Editor, editing

PAGE = "# Publications\n\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "about.md"
    path.write_text(PAGE)
    return path


async def new_publication(editor: Editor, title: str = "Frost on lakes") -> None:
    await editor.go_to("Publications")
    await editor.press("a")
    await editor.fill("title", title)
    await editor.fill("authors", "Ben Sample, Ada Example")
    await editor.fill("links", "PDF=https://example.org/frost")
    await editor.press("ctrl+s")


async def test_the_answer_is_set_off_and_kept(page: Path) -> None:
    async with editing(page) as editor:
        await new_publication(editor)
        assert isinstance(editor.app.screen, SelfAuthorScreen)
        assert "Which of these is you?" in editor.picture
        await editor.press("down", "enter")
        assert isinstance(editor.app.screen, MainScreen)
        assert any("Ben Sample, **Ada Example**" in line for line in editor.lines)
        await editor.press("u")
    assert settings.names() == ("Ada Example",)
    async with editing(page) as editor:
        await new_publication(editor)
        assert isinstance(editor.app.screen, MainScreen), "what is kept is not asked again"
        assert any("Ben Sample, **Ada Example**" in line for line in editor.lines)


async def test_not_now_keeps_the_entry_and_does_not_ask_again(page: Path) -> None:
    async with editing(page) as editor:
        await new_publication(editor)
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
        assert any("Ben Sample, Ada Example" in line for line in editor.lines)
        await editor.press("u")
        await new_publication(editor, "Hail")
        assert isinstance(editor.app.screen, MainScreen)
    assert not settings.settings_path().exists()


async def test_broken_settings_are_told_of_and_left_alone(page: Path) -> None:
    settings.settings_path().parent.mkdir(parents=True)
    settings.settings_path().write_text("names = [")
    async with editing(page, size=(120, 40)) as editor:
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("title", "Frost on lakes")
        await editor.fill("authors", "Ben Sample, Ada Example")
        assert "settings.toml: the settings file isn't valid TOML" in str(
            editor.form.query_one("#fields").border_subtitle
        )
        await editor.press("ctrl+s")
        assert isinstance(editor.app.screen, MainScreen)
    assert settings.settings_path().read_text() == "names = ["
