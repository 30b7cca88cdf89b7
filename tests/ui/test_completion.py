"""What the site has already is offered while it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.forms.known import KnownValues
from profile_tui.app.session.session import Session
from profile_tui.content.kinds import kinds
from profile_tui.site.repository.locate import locate
from profile_tui.workspace.workspace import Workspace
from support.editor import Editor, editing

PAPERS = """\
---
permalink: /
title: "About Ada"
---

# Publications

- [Reading Lakes](https://example.org/a.pdf), **Ada Example**, Ben Sample, *Journal of Ice*, 2026
- [Ice in Spring](https://example.org/b.pdf), Ben Sample, **Ada Example**, *Ice and Snow*, 2025
- [Ice in Fall](https://example.org/c.pdf), Berta Ändermann, **Ada Example**, *Journal of Ice*, 2024
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of papers."""
    path = tmp_path / "about.md"
    path.write_text(PAPERS)
    return path


def completions(page: Path, name: str, typed: str) -> list[str]:
    """Returns what a field of a paper may go on as."""
    session = Session(Workspace(locate(page)))
    field = next(one for one in kinds()["publications"].fields if one.name == name)
    return KnownValues(session.page.entries("publications")).completions(field, typed)


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("authors", "Be", ["Ben Sample", "Berta Ändermann"]),  # the more frequent first
        ("authors", "be", ["Ben Sample", "Berta Ändermann"]),
        ("authors", "sam", ["Ben Sample"]),  # by the surname
        ("authors", "Ander", ["Berta Ändermann"]),  # without its dots
        ("authors", "Ada Example, Be", ["Ada Example, Ben Sample", "Ada Example, Berta Ändermann"]),
        ("authors", "Ben Sample and Be", ["Ben Sample and Berta Ändermann"]),  # nobody twice
        ("authors", "Example, A.; Be", ["Example, A.; Ben Sample", "Example, A.; Berta Ändermann"]),
        ("authors", "B", []),
        ("authors", "Ben Sample", []),
        ("authors", "Ben Sample, ", []),
        ("authors", "mple", []),  # the middle of a word
        ("venue", "jo", ["Journal of Ice"]),
        ("venue", "ice", ["Ice and Snow", "Journal of Ice"]),
    ],
)
def test_what_is_offered(page: Path, name: str, typed: str, found: list[str]) -> None:
    assert completions(page, name, typed) == found


def hint(editor: Editor) -> str:
    """Returns what stands below the fields."""
    return str(editor.form.query_one("#fields").border_subtitle)


async def authors(editor: Editor) -> None:
    """Goes to the authors of a new paper."""
    await editor.press("a", *"Ice", "enter")
    assert editor.app.focused is editor.form.field("authors")


async def test_the_right_arrow_takes_what_is_offered(page: Path) -> None:
    async with editing(page) as editor:
        await authors(editor)
        await editor.press(*"ad")
        assert hint(editor) == "→ Ada Example"
        assert "ada Example" in editor.picture, "after what was typed"
        await editor.press("right", *", sa")
        assert hint(editor) == "→ Ada Example, Ben Sample"
        await editor.press("right")
        assert editor.form.texts()["authors"] == "Ada Example, Ben Sample"
        assert "Separate names" in hint(editor)
        await editor.press("ctrl+z")
        assert editor.form.texts()["authors"] == "Ada Example, sa"


async def test_down_offers_another(page: Path) -> None:
    async with editing(page) as editor:
        await authors(editor)
        await editor.press(*"Be")
        assert hint(editor) == "→ Ben Sample · ↓ 1 more"
        await editor.press("down")
        assert hint(editor) == "→ Berta Ändermann · ↓ 1 more"
        await editor.press("down", "up", "right")
        assert editor.form.texts()["authors"] == "Berta Ändermann"


async def test_enter_and_tab_take_nothing_that_was_not_typed(page: Path) -> None:
    async with editing(page) as editor:
        await authors(editor)
        await editor.press(*"Be", "tab", *"Jo", "enter")
        assert (editor.form.texts()["authors"], editor.form.texts()["venue"]) == ("Be", "Jo")


async def test_the_cursor_within_a_name_goes_right(page: Path) -> None:
    async with editing(page) as editor:
        await authors(editor)
        await editor.press(*"Be", "left", "right")
        assert editor.form.texts()["authors"] == "Be"


async def test_labels_of_links_are_offered(page: Path) -> None:
    page.write_text(
        PAPERS.replace(", 2026\n", ", 2026. [Slides](https://example.org/s) [Code](https://example.org/c)\n")
    )
    async with editing(page) as editor:
        await authors(editor)
        await editor.press("tab", "tab", "tab", *"Sl", "right", *"https://example.org/x", "enter", *"Co", "right")
        assert editor.form.texts()["links"] == "Slides=https://example.org/x\nCode="


async def test_a_title_is_left_alone(page: Path) -> None:
    async with editing(page) as editor:
        await editor.press("a", *"Ice in", "right")
        assert editor.form.texts()["title"] == "Ice in"


async def test_authors_are_entered_one_after_the_other_and_marked_by_a_key(page: Path) -> None:
    async with editing(page) as editor:
        await authors(editor)
        assert "F5 marks a name" in hint(editor)
        await editor.press(*"ad", "right", "f5", *", be", "right", "comma", "space", *"New Person", "f5")
        assert editor.form.texts()["authors"] == "Ada Example*, Ben Sample, New Person*"
        await editor.fill("venue", "Journal of Ice")
        assert "**Ada Example**" in editor.lines[0].replace("\\*", ""), "her own name is set off"
        assert "New Person\\*" in editor.lines[0]
        await editor.press("f5", "home", "f5", "right")
        assert editor.form.texts()["authors"] == "Ada Example, Ben Sample, New Person"
        await editor.press("ctrl+z")
        assert editor.form.texts()["authors"] == "Ada Example*, Ben Sample, New Person"
        await editor.press("tab", "f5")
        assert editor.told[-1] == "Only authors have marks."


async def test_the_marks_are_those_of_the_list(page: Path) -> None:
    page.write_text(PAPERS.replace("Ben Sample, *Journal", "Ben Sample†, *Journal"))
    async with editing(page) as editor:
        await authors(editor)
        await editor.press(*"New Person", "f5")
        assert editor.form.texts()["authors"] == "New Person†"
        await editor.press("f5")
        assert editor.form.texts()["authors"] == "New Person"
