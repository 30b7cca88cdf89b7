"""Where a new entry stands is told, and can be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.editor import Editor, editing

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


def place(editor: Editor) -> str:
    """Returns what is told of the place."""
    return str(editor.form.query_one("#lines").border_subtitle)


def texts(editor: Editor) -> list[str]:
    """Returns the entries of the middle without their dates."""
    return [row.partition("  ")[2] for row in editor.rows]


async def test_a_new_entry_is_put_to_another_place_as_one_step(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Ice.")
        assert place(editor) == "first, before 2026-03 · alt+↑ ↓"
        await editor.press("alt+down")
        assert place(editor) == "between 2026-03 and 2025-11 · alt+↑ ↓"
        assert [line for line in editor.lines if "Ice." in line]
        await editor.press("alt+down", "alt+down", "alt+down")
        assert place(editor) == "last, after 2024-06 · alt+↑ ↓"
        await editor.press("alt+up", "ctrl+s")
        assert texts(editor)[2] == "Ice."
        assert editor.row.endswith("Ice.")
        await editor.press("u")
        assert len(editor.rows) == 3
        assert not editor.main.session.workspace.dirty


async def test_what_is_there_has_no_place_to_choose(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("enter", "alt+down")
        assert editor.told[-1] == "Only a new entry has a place to choose."
        assert place(editor) == ""


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2025-01-05", "between 2025-05-20 and 2024-09-16"),
        ("2030-01-01", "first, before 2025-10-02"),
        ("2001-01-01", "last, after 2024-03-04"),
    ],
)
async def test_the_place_among_files_is_told(tmp_path: Path, date: str, told: str) -> None:
    site = shutil.copytree(SAMPLES / "al-folio", tmp_path / "site")
    async with editing(site, (100, 30)) as editor:
        await editor.settle()
        await editor.press("n", *"Ice.")
        await editor.fill("date", date)
        assert place(editor) == told
        await editor.press("alt+down")
        assert editor.told[-1] == "The site sorts these by date: change the date."


async def test_an_entry_of_a_data_file_is_put_to_another_place_as_one_step(tmp_path: Path) -> None:
    site = shutil.copytree(SAMPLES / "minimal-light", tmp_path / "site")
    data = site / "_data" / "publications.yml"
    async with editing(site, (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Publications")
        await editor.press("a")
        await editor.fill("title", "Ice")
        await editor.fill("authors", "Anselm Teixeira-Groot")
        await editor.fill("venue", "Lake Letters")
        await editor.fill("year", "2026")
        assert place(editor) == "first, before 2025 · alt+↑ ↓"
        await editor.press("alt+down", "alt+down")
        assert place(editor) == "between 2024 and 2023 · alt+↑ ↓"
        await editor.press("ctrl+s")
        titles = [text.partition("  ")[0] for text in texts(editor)]
        assert titles.index("Ice") == titles.index("Stains as Bookmarks") - 1
        assert editor.row.startswith("2026  Ice")
        await editor.press("u")
        assert not editor.main.session.workspace.dirty
    assert data.read_bytes() == (SAMPLES / "minimal-light" / "_data" / "publications.yml").read_bytes()
