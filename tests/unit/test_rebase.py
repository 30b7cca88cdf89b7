"""What another program does to an open file goes under what can be undone and done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import Refused
from profile_tui.workspace.workspace import Workspace

PAGE = """---
permalink: /
---

# News

- *2026.03*: The lake froze.
- *2025.11*: One paper accepted.
- *2024.06*: Talk at the forum.

# Contact

Write to ada@example.org.
"""
FROZE = "- *2026.03*: The lake froze.\n"
PAPER = "- *2025.11*: One paper accepted.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "_config.yml").write_text("title: Ada Example\n")
    (tmp_path / "index.md").write_text(PAGE)
    return Workspace(locate(tmp_path / "index.md"))


def _elsewhere(workspace: Workspace, old: str, new: str) -> str:
    """Change a file as another program would, and have it read again; return what it holds."""
    path = workspace.page.path
    path.write_text(path.read_text().replace(old, new))
    assert workspace.read_again(workspace.page)
    return path.read_text()


def _text(workspace: Workspace) -> str:
    """What the page is now."""
    return workspace.page.page.text


def test_undo_and_redo_go_on_around_it(workspace: Workspace) -> None:
    workspace.remove("news", 1)
    workspace.save()
    workspace.remove("news", 1)
    workspace.undo()
    disk = _elsewhere(workspace, "Write to", "Please write to")
    assert not workspace.dirty
    theirs = PAGE.replace("Write to", "Please write to")
    assert disk == _text(workspace) == theirs.replace(FROZE, "")
    assert workspace.undo() == "Remove news item “The lake froze.”"
    assert _text(workspace) == theirs
    assert workspace.redo() == "Remove news item “The lake froze.”"
    assert workspace.redo() == "Remove news item “One paper accepted.”"
    assert _text(workspace) == theirs.replace(FROZE + PAPER, "")
    workspace.save()
    assert workspace.undo() == "Remove news item “One paper accepted.”"
    assert workspace.undo() == "Remove news item “The lake froze.”"
    assert _text(workspace) == theirs
    assert workspace.undo() is None


def test_what_waits_stays_on_top(workspace: Workspace) -> None:
    workspace.change("news", 1, {"date": "2026-04"})
    _elsewhere(workspace, "Talk at the forum", "Talk at the lake")
    assert workspace.steps == ["Change news item “The lake froze.”"]
    theirs = PAGE.replace("Talk at the forum", "Talk at the lake")
    assert _text(workspace) == theirs.replace("2026.03", "2026.04")
    workspace.undo()
    assert _text(workspace) == theirs
    assert not workspace.dirty


def test_saved_steps_in_lines_that_changed_since_are_not_undone(workspace: Workspace) -> None:
    workspace.change("news", 1, {"date": "2026-04"})
    workspace.save()
    workspace.remove("news", 2)
    workspace.save()
    disk = _elsewhere(workspace, "*2026.04*: The lake froze", "*2026.04*: The pond froze")
    assert workspace.undo() == "Remove news item “One paper accepted.”"
    with pytest.raises(Refused, match="the same lines were changed since"):
        workspace.undo()
    workspace.redo()
    assert _text(workspace) == disk


def test_where_both_changed_the_same_lines_nothing_happens_before_one_is_chosen(workspace: Workspace) -> None:
    workspace.change("news", 1, {"date": "2026-04"})
    workspace.remove("news", 3)
    mine = _text(workspace)
    path = workspace.page.path
    path.write_text(PAGE.replace("The lake froze", "The pond froze").replace("Write to", "Please write to"))
    assert not workspace.read_again(workspace.page)
    assert _text(workspace) == mine
    workspace.take_theirs(workspace.page)
    assert _text(workspace) == path.read_text()
    assert not workspace.dirty
    assert workspace.redo() == "Your changes"
    assert _text(workspace) == mine.replace("Write to", "Please write to"), "theirs stays where there is no conflict"
    workspace.undo()
    assert _text(workspace) == path.read_text()


def test_of_several_files_each_keeps_what_waits_in_it(workspace: Workspace) -> None:
    (workspace.page.path.parent / "cv.md").write_text("---\ntitle: CV\n---\n\nOne.\n")
    other = workspace.file(workspace.page.path.parent / "cv.md")
    other.replace(b"---\ntitle: CV\n---\n\nTwo.\n", "Edit the text")
    workspace.change("news", 1, {"date": "2026-04"})
    workspace.page.path.write_text(PAGE.replace("The lake froze", "The pond froze"))
    workspace.take_theirs(workspace.page)
    assert workspace.steps == ["Edit the text"]
    assert workspace.undo() == "Edit the text"
    assert other.data == b"---\ntitle: CV\n---\n\nOne.\n"
