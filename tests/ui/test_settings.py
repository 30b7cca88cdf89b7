"""The screen of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from profile_tui.app.editor import preferences
from profile_tui.app.keys.registry import rebind
from profile_tui.app.screens.settings import SettingsScreen
from profile_tui.app.widgets.row_list import RowList
from profile_tui.text.errors import Refused
from profile_tui.workspace import settings
from support.editor import Editor, editing


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    """The commands have their own keys again after each test."""
    yield
    rebind({})


def write(text: str) -> None:
    """Writes the settings."""
    settings.settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings.settings_path().write_text(text)


def written() -> str:
    """Returns the settings."""
    return settings.settings_path().read_text()


def listing(editor: Editor) -> RowList:
    """Returns the list of settings."""
    assert isinstance(editor.app.screen, SettingsScreen), editor.app.screen
    return editor.app.screen.query_one(RowList)


async def go_to(editor: Editor, name: str) -> None:
    """Goes to a setting."""
    rows = listing(editor).rows
    listing(editor).go_to([row.text for row in rows].index(name))
    await editor.press()


def shown(editor: Editor, name: str) -> str:
    """Returns what a setting is, as it is shown."""
    return next(row.right for row in listing(editor).rows if row.text == name)


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("", ("theme",), "nord", 'theme = "nord"\n'),
        ("# mine\n", ("theme",), "nord", 'theme = "nord"\n# mine\n'),
        ("theme = 'x' # night\n", ("theme",), "nord", 'theme = "nord" # night\n'),
        ('[keys]\n# a\n"entry.add" = "x" # b\n', ("keys", "entry.add"), "y", '[keys]\n# a\n"entry.add" = "y" # b\n'),
        ('[keys]\nentry.add = "x" # b\n', ("keys", "entry.add"), "y", '[keys]\nentry.add = "y" # b\n'),
        ('[keys]\nundo = "z"\n', ("keys", "entry.add"), "y", '[keys]\nundo = "z"\n"entry.add" = "y"\n'),
        ("a = 1 # one\n", ("keys", "undo"), "z", 'a = 1 # one\n\n[keys]\nundo = "z"\n'),
        ('theme = "x" # gone\nmail = "m" # stays\n', ("theme",), None, 'mail = "m" # stays\n'),
        ('names = ["A"] # me\n', ("names",), ("A", "B É"), 'names = ["A", "B É"] # me\n'),
    ],
)
def test_one_line_of_the_file_is_changed(before: str, path: tuple[str, ...], value: str | None, after: str) -> None:
    write(before)
    settings.keep(path, value)
    assert written() == after


def test_what_is_so_already_writes_nothing() -> None:
    settings.keep(("theme",), "")
    assert not settings.settings_path().exists()


def test_a_file_that_would_say_something_else_is_left_alone() -> None:
    write('keys = "none"\n')
    with pytest.raises(Refused, match="change it by hand"):
        settings.keep(("keys", "undo"), "z")
    assert written() == 'keys = "none"\n'


async def test_a_name_is_set_and_taken_away(page: Path) -> None:
    write("# mine\n")
    async with editing(page) as editor:
        await editor.press("comma")
        await go_to(editor, "Your names")
        await editor.press("enter", *"Ada Example; A. Example", "enter")
        assert written().endswith('names = ["Ada Example", "A. Example"]\n# mine\n')
        assert shown(editor, "Your names") == "Ada Example; A. Example"
        await editor.press("d")
        assert "names" not in written()
        await editor.press("d")
        assert "isn't set" in editor.told[-1]
        await editor.press("enter", "x", "escape")
        assert "names" not in written()
        await editor.press("escape")
        assert editor.main.view.key == "news"


async def test_a_key_is_pressed_to_set_it_and_holds_at_once(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("comma")
        await go_to(editor, "Add an entry")
        assert shown(editor, "Add an entry") == "a"
        await editor.press("enter", "plus")
        assert written() == '[keys]\n"entry.add" = "plus"\n'
        assert shown(editor, "Add an entry") == "+"
        await editor.press("escape", "plus")
        assert editor.form.named.startswith("New news item")
        await editor.press("escape", "comma")
        await go_to(editor, "Add an entry")
        await editor.press("d", "escape", "a")
        assert editor.form.named.startswith("New news item")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("d", "d is the key for “Remove the entry”; choose another key for that first."),
        ("ctrl+f", "ctrl+f is the key for “Search the whole site”; choose another key for that first."),
        ("j", "j moves through the lists."),
    ],
)
async def test_a_key_that_has_another_use_is_refused(page: Path, key: str, said: str) -> None:
    async with editing(page) as editor:
        await editor.press("comma")
        await go_to(editor, "Add an entry")
        await editor.press("enter", key)
        assert editor.told[-1] == said
        assert not settings.settings_path().exists()


async def test_letters_are_no_keys_where_one_types(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("comma")
        await go_to(editor, "Reset the form")
        await editor.press("enter", "x")
        assert editor.told[-1] == "Letters are for typing there: choose a key with ctrl, alt or F."
        await editor.press("enter", "f9")
        assert '"form.afresh" = "f9"' in written()


async def test_a_key_to_a_service_is_not_shown(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("comma")
        await go_to(editor, "Key to OpenAlex")
        await editor.press("enter", *"s3cret", "enter")
        assert settings.services() == {"openalex": {"key": "s3cret"}}
        assert "s3cret" not in editor.picture


async def test_a_theme_is_chosen_in_the_palette(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("comma", "down")
        await go_to(editor, "Theme")
        assert shown(editor, "Theme") == "profile-dark, as the terminal"
        await editor.press("enter", *"nord", "enter", "escape")
    assert written() == 'theme = "nord"\n'


async def test_broken_settings_are_told(page: Path) -> None:
    write("theme = \n")
    async with editing(page) as editor:
        await editor.press("comma")
        assert "isn't valid TOML" in editor.picture.replace("\n", " ")


async def test_the_language_is_one_of_those_that_there_are(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press(",")
        assert shown(editor, "Language") == "en, from the environment"
        await go_to(editor, "Language")
        await editor.press("enter", *"fr", "enter")
        assert "The languages are en, zh_CN." in editor.picture
        assert not settings.settings_path().exists()
        await editor.press("enter", *"zh_CN", "enter")
        assert shown(editor, "Language") == "zh_CN"
    assert written() == 'language = "zh_CN"\n'


async def test_themes_that_one_passes_by_are_shown_and_only_the_chosen_one_is_kept(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "_SETTLED", 0.001)
    async with editing(page) as editor:
        first = editor.app.theme
        editor.app.search_themes()
        await editor.settle()
        assert editor.app.theme == first, "nobody chose one yet"
        await editor.press(*"nord")
        await editor.settle()
        await editor.press()
        assert editor.app.theme == "nord"
        await editor.press("escape")
        await editor.settle()
        assert editor.app.theme == first
        assert not settings.settings_path().exists()
        editor.app.search_themes()
        await editor.settle()
        await editor.press(*"nord")
        await editor.settle()
        await editor.press("enter")
        await editor.settle()
        assert editor.app.theme == "nord"
    assert written() == 'theme = "nord"\n'
