"""Going to another file and creating one, by the bytes that a keyboard sends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.pty_screen import PtyScreen
from support.repositories import ACADEMIC, build

CTRL_O, CTRL_S, ENTER, BACKSPACE = "\x0f", "\x13", "\r", "\x7f"


@pytest.mark.parametrize("width", [60, 80])
def test_a_talk_is_found_changed_and_saved_with_a_new_page(
    start: Callable[..., PtyScreen], tmp_path: Path, width: int
) -> None:
    site = build(tmp_path / "site", ACADEMIC)
    screen = start(site)
    screen.wait("? Keys")
    screen.resize(width, 24)
    screen.wait(lambda shown: len(shown.split("\n")[1]) == width)
    screen.send(CTRL_O)
    screen.wait("Go to")
    screen.send("a-talk")
    screen.wait(lambda shown: "▸_talks/2023-01-01-a-talk.md" in shown)
    screen.send(ENTER)
    screen.wait(lambda shown: "▸title" in shown and "On Ice" in shown)
    screen.send(ENTER)
    screen.wait("ctrl+s Apply")
    screen.send(" and Snow" + CTRL_S)
    screen.wait("● 1 ")
    screen.send("N")
    screen.wait("New file")
    screen.send(ENTER)
    screen.wait("New page · _pages")
    screen.send("Maps")
    screen.wait("of maps.md")
    screen.send(CTRL_S)
    screen.wait(lambda shown: "_pages/maps.md" in shown.split("\n")[0] and "● 1 added, 1 changed" in shown)
    screen.send(BACKSPACE)
    screen.wait(lambda shown: "_pages/about.md" in shown.split("\n")[0])
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(ENTER)
    screen.wait("Saved.")
    screen.send("q")
    assert screen.exit_code() == 0
    assert 'title: "On Ice and Snow"' in (site / "_talks" / "2023-01-01-a-talk.md").read_text()
    assert "title: Maps" in (site / "_pages" / "maps.md").read_text()
