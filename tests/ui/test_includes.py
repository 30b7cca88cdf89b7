"""A page whose sections live in other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.app.screens.draft import DraftScreen
from support.editor import editing

ABOUT = """\
---
permalink: /
title: About
---

I measure ice.

{% include_relative includes/news.md %}

# Contact

Write.
"""
NEWS = "# News\n\n- *2026.03*: The data set is out.\n- *2025.11*: One paper.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with one include."""
    root = tmp_path / "site"
    (root / "_pages" / "includes").mkdir(parents=True)
    (root / "_config.yml").write_text("title: Ada\ninclude: [_pages]\n")
    (root / "_pages" / "about.md").write_text(ABOUT)
    (root / "_pages" / "includes" / "news.md").write_text(NEWS)
    return root


async def test_entries_of_an_include_are_edited_and_saved_in_their_file(site: Path) -> None:
    include = site / "_pages" / "includes" / "news.md"
    async with editing(site) as editor:
        assert editor.rows == ["2026-03  The data set is out.", "2025-11  One paper."]
        assert editor.heading == "line 3 of _pages/includes/news.md · as on disk"
        await editor.press("n")
        await editor.fill("text", "New.")
        assert editor.heading == "will be written, as line 3 of news.md"
        await editor.press("ctrl+s")
        assert editor.row == "2026-11  New."
        await editor.go_to("Contact")
        await editor.press("e", "ctrl+s")
        await editor.go_to("News")
        await editor.press("end", "d", "u", "ctrl+s")
        assert "_pages/includes/news.md · 1 line added, 0 removed" in editor.heading
        await editor.press("enter")
    assert include.read_text() == NEWS.replace("- *2026.03*", "- *2026.11*: New.\n- *2026.03*")
    assert (site / "_pages" / "about.md").read_text() == ABOUT


async def test_changes_of_two_files_are_one_history_and_one_draft(site: Path) -> None:
    async with editing(site) as editor:
        await editor.press("d")
        await editor.go_to("Front matter")
        await editor.press("end", "d")
        assert "● 2 removed" in editor.picture
        await editor.press("D")
        assert "2 files" in editor.heading
        await editor.press("escape", "u", "u")
        assert not editor.app.session.workspace.dirty
        await editor.press("ctrl+r", "ctrl+r", "q", "k")
    async with editing(site) as editor:
        assert isinstance(editor.app.screen, DraftScreen)
        assert "An earlier run left 2 changes" in editor.picture
        await editor.press("r", "ctrl+s", "enter")
    assert "title" not in (site / "_pages" / "about.md").read_text()
    assert "data set" not in (site / "_pages" / "includes" / "news.md").read_text()
