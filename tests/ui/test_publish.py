"""Publishing from the editor: `P` shows the diff and the message, enter commits, P pushes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profile_tui.app.screens.main import MainScreen
from profile_tui.app.screens.publish import PublishScreen
from support.editor import Editor, editing
from support.git_site import PAGE, GitSite, own_identity

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

NEW = "- *2026.05*: The lab opens."


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> GitSite:
    own_identity(tmp_path, monkeypatch)
    made = GitSite(tmp_path / "site", capsys)
    made.add_news()
    return made


async def pressed(editor: Editor, *keys: str) -> None:
    """Press keys, and wait until git is done."""
    await editor.press(*keys)
    await editor.app.workers.wait_for_complete()
    await editor.press()


async def test_diff_and_message_are_shown_and_enter_commits(site: GitSite) -> None:
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        assert isinstance(editor.app.screen, PublishScreen)
        assert "Add news item “The lab opens.”" in editor.picture
        assert f"+ {NEW}" in editor.picture
        assert "on main · index.md" in editor.picture
        await pressed(editor, "enter")
        assert "Committed " in editor.picture
        assert "Press P to push" in editor.picture
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)
    assert site.subject == "Add news item “The lab opens.”"
    assert site.committed == [f"+{NEW}"]


async def test_a_message_that_is_committed_is_no_unfinished_text(site: GitSite) -> None:
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        await pressed(editor, "enter")
        await pressed(editor, "escape")
        assert "unfinished" not in " ".join(editor.told)
        assert not any(map(list, editor.main.session.forms.values()))
    async with editing(site.page) as editor:
        await editor.settle()
        assert editor.told == []


async def test_unsaved_changes_are_saved_first(site: GitSite) -> None:
    async with editing(site.page) as editor:
        await editor.press("d", "P")
        assert editor.told[-1] == "Save your changes first (ctrl+s), then publish."


async def test_the_message_can_be_edited_and_is_kept_when_one_leaves(site: GitSite) -> None:
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        await editor.press("e", "ctrl+end", "!", "escape", "escape")
        await pressed(editor, "P")
        assert "The lab opens.”!" in editor.picture
        await pressed(editor, "ctrl+s")
    assert site.subject == "Add news item “The lab opens.”!"


async def test_nothing_to_commit_says_so(site: GitSite) -> None:
    site.publish()
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        assert "Nothing to commit: the last commit has all that you saved here." in editor.picture
        await editor.press("enter")
        assert editor.told[-1] == "There is nothing to commit."


async def test_a_failing_hook_is_told_and_all_can_be_tried_again(site: GitSite) -> None:
    site.hook("pre-commit", "echo 'no news on Sundays'; exit 1")
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        await pressed(editor, "enter")
        assert "A hook refused the commit: no news on Sundays; nothing was committed." in editor.picture
        (site.root / ".git" / "hooks" / "pre-commit").unlink()
        await pressed(editor, "enter")
        assert "Committed " in editor.picture


async def test_a_detached_head_is_told(site: GitSite) -> None:
    site.git("checkout", "--quiet", "--detach")
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        assert "No branch is checked out (detached HEAD)" in editor.picture
        await editor.press("escape")
        assert isinstance(editor.app.screen, MainScreen)


async def test_pushed_after_a_rebase_on_what_others_pushed(site: GitSite) -> None:
    other = site.with_remote()
    other.page.write_text(PAGE.replace("ada@", "hello@"))
    other.commit_all("Address")
    other.git("push", "--quiet")
    async with editing(site.page) as editor:
        await pressed(editor, "P")
        await pressed(editor, "P")
        assert "the remote has commits that you don't have. Press r" in " ".join(editor.picture.split())
        await pressed(editor, "r")
        assert "Your commits are on top of the remote's. Press P to push." in editor.picture
        await pressed(editor, "P")
        assert "Pushed." in editor.picture
        assert "hello@" in editor.app.session.page.text
    assert site.git("log", "--format=%s", "origin/main") == "Add news item “The lab opens.”\nAddress\nFirst"


async def test_a_picture_that_was_attached_is_committed(site: GitSite, tmp_path: Path) -> None:
    picture = tmp_path / "reeds.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (site.root / "_config.yml").write_text("title: Lab\n")
    async with editing(site.page) as editor:
        await editor.press("n", *"Reeds:", "f4", *str(picture), "enter", "ctrl+s", "ctrl+s", "enter")
        await pressed(editor, "P")
        assert "images/reeds.png" in " ".join(editor.lines)
        await pressed(editor, "enter")
    assert "images/reeds.png" in site.git("show", "--name-only", "--format=", "HEAD")
