"""A plain text becomes a page, piece by piece."""

from __future__ import annotations

from pathlib import Path

from profile_tui.app.screens.adopt import AdoptScreen
from profile_tui.app.screens.main import MainScreen
from profile_tui.app.widgets.row_list import RowList
from support.editor import Editor, editing

TEXT = """Ada Example

I measure ice on small lakes, and I teach others to do so.

News

2026.03: The lab opens.
2025.11: One paper accepted by ICE.

Publications

Reading the Ice of Small Lakes, Ada Example, ICE, 2026
"""
PAGE = """---
permalink: /
title: Ada Example
---

# Ada Example

I measure ice on small lakes, and I teach others to do so.

## News

- 2026.03: The lab opens.
- 2025.11: One paper accepted by ICE.

## Publications

- Reading the Ice of Small Lakes, Ada Example, ICE, 2026
"""


def _rows(editor: Editor) -> list[str]:
    """The proposals, with whether each is chosen."""
    assert isinstance(editor.app.screen, AdoptScreen)
    return [f"{row.left} {row.text}" for row in editor.app.screen.query_one(RowList).rows]


async def _proposals(editor: Editor) -> None:
    """Open the proposals from the problem that they mend."""
    await editor.settle()
    await editor.go_to("Problems")
    await editor.press("f")


async def test_a_plain_text_becomes_a_page_and_u_takes_it_back(page: Path) -> None:
    page.write_text(TEXT)
    async with editing(page) as editor:
        await _proposals(editor)
        assert _rows(editor) == [
            "✓ Front matter, which makes it a page",
            "✓ Ada Example",
            "✓ News",
            "✓ 2026.03: The lab opens.",
            "✓ 2025.11: One paper accepted by ICE.",
            "✓ Publications",
            "✓ Reading the Ice of Small Lakes, Ada Example, ICE, 2026",
        ]
        await editor.press("enter", "ctrl+s", "enter")
        assert page.read_text() == PAGE
        await editor.press("u", "ctrl+s", "enter")
    assert page.read_text() == TEXT


async def test_what_is_left_out_stays_as_it_is(page: Path) -> None:
    page.write_text(TEXT)
    async with editing(page, (60, 20)) as editor:
        await _proposals(editor)
        await editor.press("x")
        assert editor.told[-1] == "Without front matter, Jekyll makes no page of it."
        await editor.press("end", "space", "up", "up", "x")
        assert _rows(editor)[4:] == [
            "· 2025.11: One paper accepted by ICE.",
            "✓ Publications",
            "· Reading the Ice of Small Lakes, Ada Example, ICE, 2026",
        ]
        assert "+- 2026.03: The lab opens." in editor.lines
        assert " 2025.11: One paper accepted by ICE." in editor.lines
        await editor.press("a", "end", "x", "enter", "ctrl+s", "enter")
    assert page.read_text() == PAGE.replace("- Reading the Ice", "Reading the Ice")


async def test_leaving_changes_nothing_and_a_page_is_not_adopted(page: Path) -> None:
    page.write_text(TEXT)
    async with editing(page) as editor:
        await _proposals(editor)
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
        assert not editor.main.session.workspace.dirty
        page.write_text(PAGE)
        await editor.press("r")
        await editor.main.run_command("adopt")
        await editor.settle()
        assert editor.told[-1] == "This is a page already."
