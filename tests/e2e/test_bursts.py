"""Keys that arrive in one moment, as over a slow line or from a paste that the terminal does not mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.pty_screen import PtyScreen

CTRL_P, CTRL_Q, CTRL_S, ENTER, PAGE_DOWN, PAGE_UP = "\x10", "\x11", "\x13", "\r", "\x1b[6~", "\x1b[5~"

Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]


def opened(start: Start, page: Path, **options: object) -> PtyScreen:
    """Start the editor and wait until it can be used."""
    screen = start(page, **options)
    screen.wait("? Keys")
    return screen


def new_news(start: Start, page: Path) -> PtyScreen:
    """Open the form of a news item, with the cursor in its text."""
    screen = opened(start, page)
    screen.send("n")
    screen.wait("ctrl+s Apply")
    return screen


def test_several_enters_keep_a_form_once(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    screen = opened(start, page)
    screen.send("\x1b[D" + 3 * "\x1b[B")
    screen.wait("permalink")  # the front matter
    screen.send("\x1b[C")
    screen.wait("▸permalink")
    screen.send(ENTER)
    screen.wait("ctrl+s Apply")
    screen.send("/lior/" + 6 * ENTER)
    screen.wait("● 1 ")
    screen.send(CTRL_Q)
    screen.wait("1 change is not saved yet")
    screen.send("s")
    screen.wait("enter Save")
    screen.send(ENTER)
    assert screen.exit_code() == 0
    assert page.read_text("utf-8").count("permalink: /lior/") == 1


def test_several_enters_save_a_diff_once(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    screen = new_news(start, page)
    screen.send("One talk." + CTRL_S)
    screen.wait("● 1 ")
    screen.send(CTRL_S)
    screen.wait("enter Save")
    screen.send(8 * ENTER)
    screen.wait("Saved.")
    assert page.read_text("utf-8").count("One talk.") == 1
    screen.send(CTRL_Q)
    assert screen.exit_code() == 0


@pytest.mark.parametrize("line_end", ["\r", "\n"], ids=["as enter", "as line feed"])
def test_lines_pasted_as_keys_become_one_text(start: Start, sample: Sample, line_end: str) -> None:
    page = sample("setext-headings")
    before = page.read_bytes()
    screen = new_news(start, page)
    screen.send(line_end.join(["One talk", "two days later", "", "and dinner."]))
    screen.wait(lambda shown: "One talk two days later and dinner." in shown.partition("will be written")[2])
    assert page.read_bytes() == before


def test_lines_pasted_as_keys_stay_lines_in_a_text(start: Start, sample: Sample) -> None:
    screen = opened(start, sample("interests-only"))
    screen.send("e")
    screen.wait("ctrl+s Apply")
    screen.send("first\nsecond\rthird")
    screen.wait("third")
    lines = screen.text().split("\n")
    at = next(at for at, line in enumerate(lines) if "first" in line)
    assert ["second" in lines[at + 1], "third" in lines[at + 2]] == [True, True]


@pytest.mark.parametrize("key", [PAGE_UP, PAGE_DOWN, "\x1b[B"], ids=["page up", "page down", "down"])
def test_a_key_right_after_the_palette_opens_is_no_harm(start: Start, sample: Sample, key: str) -> None:
    screen = opened(start, sample("setext-headings"))
    screen.send(CTRL_P + key)
    screen.wait("Add an entry")
    screen.send("\x1b")
    screen.wait(lambda shown: "Search for commands" not in shown)
    screen.send("q")
    assert screen.exit_code() == 0


@pytest.mark.parametrize("editor", ["missing/editor", "broken'quote"])
def test_an_editor_that_cannot_start_gives_the_screen_back(start: Start, sample: Sample, editor: str) -> None:
    screen = opened(start, sample("setext-headings"), editor=Path(editor))
    screen.send("E")
    screen.wait("couldn't be started")
    screen.send("n")
    screen.wait("New news item")
    screen.send("\x0f")
    screen.wait("couldn't be started")
    screen.send("\x1b")
    screen.wait("? Keys")
    screen.send("q")
    assert screen.exit_code() == 0


def test_an_editor_that_is_interrupted_gives_the_screen_back(start: Start, sample: Sample, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'editor is here'\nexec sleep 60\n")
    editor.chmod(0o755)
    screen = opened(start, sample("setext-headings"), editor=editor)
    screen.send("E")
    screen.wait("editor is here")
    screen.send("\x03")
    screen.wait("The editor ended with code")
    screen.send("q")
    assert screen.exit_code() == 0


def test_words_and_enter_in_one_burst_go_to_what_was_searched_for(start: Start, sample: Sample) -> None:
    screen = opened(start, sample("acad-homepage"))
    screen.send("\x06" + "lecture" + ENTER)
    screen.wait("▸2024-10  Gave the evening lecture")
