"""A fault of the program itself ends in one line, and keeps no text of the user's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from profile_tui.app.commands.saving import Diff
from profile_tui.workspace import crash
from profile_tui.workspace.web_addresses import web_address
from support.editor import PAGE, editing

FAULT = """
import profile_tui.cli.show as show
def broken(given):
    secret = 'a line of the page'
    try:
        {}[secret]
    except KeyError:
        raise ValueError(secret)
show.run = broken
import sys
sys.argv = ['profile-tui', 'show', '.']
from profile_tui.__main__ import main
sys.exit(main())
"""


def _kept(state: Path) -> str:
    """What was kept of the one crash."""
    (path,) = (state / "profile-tui" / "crashes").iterdir()
    assert path.stat().st_mode & 0o077 == 0
    return path.read_text()


def test_a_fault_of_a_command_is_one_line_without_text_of_the_user(tmp_path: Path) -> None:
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")}
    done = subprocess.run(
        [sys.executable, "-c", FAULT], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("profile-tui: This is a bug in profile-tui (ValueError")
    assert done.stderr.count("\n") == 1
    kept = _kept(tmp_path / "state")
    assert "a line of the page" not in done.stderr + kept
    assert str(tmp_path) not in kept
    assert "KeyError" in kept
    assert "profile_tui/cli/main.py:" in kept


async def test_a_fault_of_the_editor_keeps_what_was_typed_and_no_text_in_the_crash(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(self: Diff, screen: object) -> None:
        raise ValueError("a line of the page")

    monkeypatch.setattr(Diff, "run", broken)
    with pytest.raises(ValueError, match="a line"):
        async with editing(page) as editor:
            await editor.press("n", "escape", "d", "D")
    kept = _kept(tmp_path / "xdg" / "state")
    assert "a line of the page" not in kept
    assert "ValueError" in kept
    drafts = list((tmp_path / "xdg" / "state" / "profile-tui" / "drafts").glob("*.json"))
    assert drafts, "the removed item is offered by the next start"
    assert page.read_text() == PAGE


def test_no_more_crashes_are_kept_than_somebody_reads(tmp_path: Path) -> None:
    for _number in range(25):
        crash.keep(ValueError())
    assert len(list((tmp_path / "xdg" / "state" / "profile-tui" / "crashes").iterdir())) == 20


def test_a_state_folder_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    state = tmp_path / "xdg" / "state" / "profile-tui"
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("")
    message = "This is a bug in profile-tui (ValueError); please report it."
    assert crash.keep(ValueError("text")) == f"{message} {web_address('Issues')}"
