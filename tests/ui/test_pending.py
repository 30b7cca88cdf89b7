"""The header says what waits: differences, not steps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profile_tui.app.widgets.source import SourceView
from support.editor import Editor, editing


def waiting(editor: Editor) -> str:
    """What the header says of it."""
    return editor.picture.partition("●")[2].partition("\n")[0].strip()


async def test_what_waits_is_counted_by_entries(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("n", *"Snow.", "ctrl+s")
        assert waiting(editor) == "1 added"
        await editor.press("enter", *"More snow.", "ctrl+s")
        assert waiting(editor) == "1 added", "an entry that is added and changed is one that is added"
        await editor.press("n", *"Ice.", "ctrl+s", "end", "enter", *"Again.", "ctrl+s")
        assert waiting(editor) == "2 added, 1 changed"
        await editor.go_to("Publications")
        await editor.press("d")
        assert waiting(editor) == "2 added, 1 changed, 1 removed"
        await editor.press("u", "u", "u", "u", "u")
        assert "●" not in editor.picture
        await editor.press("J")
        assert waiting(editor) == "1 changed"


async def test_a_first_item_marks_no_section_but_its_own(page: Path) -> None:
    page.write_text("---\ntitle: x\n---\n\nI measure ice.\n")
    async with editing(page) as editor:
        await editor.press("n", *"Snow.", "ctrl+s")
        assert waiting(editor) == "1 added"
        assert [row.text for row in editor.main.sections.rows if row.right.startswith("●")] == ["News"]


async def test_the_diff_has_line_numbers_and_marks_the_words_that_changed(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("enter")
        await editor.fill("text", "The *Rivers* data set is out.")
        await editor.press("ctrl+s", "ctrl+s")
        lines = editor.app.screen.query_one(SourceView).lines
        (removed,) = (line for line in lines if line.style == "removed")
        (added,) = (line for line in lines if line.style == "added")
        assert (removed.number, added.number) == (14, 14)
        assert [removed.text[1:][start:end] for start, end in removed.marks] == ["Lakes"]
        assert [added.text[1:][start:end] for start, end in added.marks] == ["Rivers"]
        assert "14 + - *2026.03*: The *Rivers* data set is out." in editor.picture


@pytest.mark.parametrize(("sample", "section"), [("al-folio", "Publications"), ("luost26", "Experience")])
async def test_entries_of_a_file_of_several_are_counted(tmp_path: Path, sample: str, section: str) -> None:
    site = shutil.copytree(Path(__file__).parents[2] / "sample_profiles" / sample, tmp_path / "site")
    async with editing(site, (100, 40)) as editor:
        await editor.settle()
        await editor.go_to(section)
        await editor.press("d")
        assert waiting(editor).startswith("1 removed")
        if sample == "al-folio":
            await editor.press("d")
            assert waiting(editor).startswith("2 removed")
            await editor.press("enter")
            await editor.fill("title", "Snow")
            await editor.press("ctrl+s")
            assert waiting(editor).startswith("1 changed, 2 removed")


async def test_a_paper_in_two_lists_counts_twice(tmp_path: Path) -> None:
    site = shutil.copytree(Path(__file__).parents[2] / "sample_profiles" / "acad-homepage", tmp_path / "site")
    async with editing(site, (100, 40)) as editor:
        await editor.settle()
        await editor.go_to("Publications")
        await editor.press("a")
        typed = {
            "title": "Reeds",
            "authors": "Noor Halvorsen-Adeyi",
            "venue": "MARSH",
            "links": "https://example.org/reeds",
        }
        for field, text in typed.items():
            await editor.fill(field, text)
        await editor.press("ctrl+s")
        assert waiting(editor).startswith("2 added"), "the page and the curriculum vitae"
