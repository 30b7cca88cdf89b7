"""The search over the whole site."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest

from profile_tui.app.screens.form import FormScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.search import SearchScreen
from profile_tui.app.views.whole_site import line_around
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.word_index import WordIndex
from support.editor import Editor, editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


def found(editor: Editor) -> list[str]:
    """Returns what the search lists, each with where it is."""
    assert isinstance(editor.app.screen, SearchScreen), editor.app.screen
    return [f"{row.text} | {row.right}" for row in editor.app.screen.query_one(RowList).rows]


def count(editor: Editor) -> str:
    """Returns how many the search says it found."""
    return str(editor.app.screen.query_one("#box").border_subtitle)


LONG = ", after a long time" * 4
TEXTS = ["Ice on small lakes", "Accepted by the Journal of Ice", "A lake in spring", "Größe der Seen"]


@pytest.mark.parametrize(
    ("typed", "indexes"),
    [
        ("ice", [0, 1]),
        ("lake", [2, 0]),  # the whole word before its beginning
        ("LAKES small", [0]),
        ("jrnl", [1]),  # letters in their order
        ("acecpted", [1]),  # two letters the wrong way round
        ("sprimg", [2]),  # a wrong one
        ("jornal", [1]),  # one too few
        ("smalll", [0]),  # one too many
        ("grosse", [3]),
        ("groß", [3]),
        ("ice walrus", []),
        ("xyz", []),
        ("", []),
    ],
)
def test_words_are_found_however_they_are_typed(typed: str, indexes: list[int]) -> None:
    assert [match.at for match in WordIndex(TEXTS).find(typed).matches] == indexes


def test_words_that_stand_side_by_side_come_first() -> None:
    index = WordIndex(["spring ice", "ice in spring", "ice spring"])
    assert [match.at for match in index.find("ice spring").matches] == [2, 0, 1]


def test_what_is_set_off_is_what_was_found() -> None:
    assert WordIndex(TEXTS).find("lak").words == ["lak"]
    assert WordIndex(TEXTS).find("jrnl").words == ["journal"]


async def test_enter_goes_to_an_entry_of_another_section(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("ctrl+f", *"snwo")
        assert found(editor) == ["Snow physics  field methods. | Research Interests"]
        assert count(editor).startswith("1 of ")
        await editor.press("enter")
        assert editor.main.view.key == "interests"
        assert editor.row == "Snow physics  field methods."


async def test_esc_goes_back_to_the_form_with_what_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice", "ctrl+f", *"snow", "escape")
        assert editor.form.texts()["text"] == "Ice"
        await editor.press("s")
        assert editor.form.texts()["text"] == "Ices"


async def test_going_from_a_form_keeps_what_was_typed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Half a", "ctrl+f", *"spring", "enter")
        assert isinstance(editor.app.screen, MainScreen)
        assert "Ice in Spring" in editor.row
        await editor.press("n")
        assert isinstance(editor.app.screen, FormScreen)
        assert editor.form.texts()["text"] == "Half a"


async def test_nothing_found_says_so_and_enter_stays(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("ctrl+f", *"walrus", "enter")
        assert found(editor) == []
        assert "No match for “walrus”. esc closes." in editor.picture
        await editor.press("escape")
        assert editor.main.view.key == "news"


async def test_words_are_found_in_other_files_of_the_site(tmp_path: Path) -> None:
    path = shutil.copytree(SAMPLES / "academicpages", tmp_path / "site")
    (path / "_pages" / "fieldwork.md").write_text(
        "---\ntitle: Field work\npermalink: /field/\n---\n\n# Camp\n\nWe camp.\n\n# Boat\n\nOur walrus is a boat.\n"
    )
    async with editing(path) as editor:
        await editor.settle()
        await editor.press("ctrl+f")
        await editor.settle()
        await editor.press(*"walrus")
        assert found(editor) == ["Field work: Our walrus is a boat. | _pages/fieldwork.md"]
        await editor.press("enter")
        assert editor.main.session.document.name == "_pages/fieldwork.md"
        assert editor.main.view.title == "Boat"
        await editor.press("ctrl+f", "escape")
        assert editor.main.view.title == "Boat"


async def test_a_question_is_answered_before_one_searches(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("J", "q", "ctrl+f")
        assert not isinstance(editor.app.screen, SearchScreen)
        assert editor.told[-1] == "Close this first (esc)."


async def test_the_word_that_was_found_is_in_sight(page: Path) -> None:
    page.write_text(page.read_text().replace("I measure ice on small lakes.", "I measure.\n\nAnd more: geese.\n"))
    page.write_text(
        page.read_text().replace("data set is out.", f"data set is out{', after a long time' * 4}, at Helsinki.")
    )
    async with editing(page) as editor:
        await editor.press("ctrl+f", *"geese")
        assert found(editor) == ["Introduction: And more: geese. | Introduction"]
        await editor.press("escape", "ctrl+f", *"helsinki")
        assert found(editor) == ["…a long time, at Helsinki. | News"]


async def test_of_many_entries_enter_waits_until_their_words_are_known(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("profile_tui.app.screens.search._MANY", 2)
    gate = Event()
    whole = WordIndex.__init__

    def slow(self: WordIndex, texts: list[str]) -> None:
        if len(texts) > 2:
            assert gate.wait(20)
        whole(self, texts)

    monkeypatch.setattr(WordIndex, "__init__", slow)
    async with editing(page) as editor:
        await editor.press("ctrl+f", *"spring", "enter")
        assert isinstance(editor.app.screen, SearchScreen)
        gate.set()
        await editor.settle()
        await editor.press()
        assert "Ice in Spring" in editor.row


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("Snow on ice.", "ice", "Snow on ice."),
        (
            "a description of a curator of small things and of her lichens on the roofs",
            "lichens",
            "…of a curator of small things and of her lichens on the roofs",
        ),
        ("a line before\nSnow on ice.\na line after", "ice", "Snow on ice."),
        (
            "https://example.org/an-address-without-any-blank/lichens",
            "lichens",
            "…xample.org/an-address-without-any-blank/lichens",
        ),
    ],
)
def test_what_is_shown_of_a_line_begins_with_a_word(text: str, word: str, shown: str) -> None:
    assert line_around(text, text.index(word)) == shown


async def test_the_footers_of_lists_to_pick_from_say_what_enter_does(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("ctrl+f")
        assert "enter Go there" in editor.picture
        await editor.press(*"forum")
        assert "enter Go there" in editor.picture
