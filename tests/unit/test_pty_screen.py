"""The pseudo-terminal that the end-to-end tests look through, on small programs."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pyte
import pytest

from support.pty_screen import PtyScreen, lines_of

ECHO = """
import sys, tty
tty.setraw(0)
print('ready', end='\\r\\n', flush=True)
import os
typed = b''
while not typed.endswith(b'!'):
    typed += os.read(0, 1024)
print(ascii(typed.decode()), end='\\r\\n', flush=True)
"""

SIZES = """
import os, signal
show = lambda *_: print('size', *os.get_terminal_size(), flush=True)
signal.signal(signal.SIGWINCH, show)
show()
while True:
    signal.pause()
"""


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_typed_text_and_keys_arrive() -> None:
    with PtyScreen(python(ECHO)) as screen:
        screen.wait("ready")
        screen.send("湖\x13!")
        screen.wait(r"'\u6e56\x13!'")
        assert screen.exit_code() == 0


def test_a_paste_arrives_in_brackets_with_its_line_ends() -> None:
    with PtyScreen(python(ECHO)) as screen:
        screen.wait("ready")
        screen.paste("two\nlines")
        screen.send("!")
        screen.wait(r"'\x1b[200~two\nlines\x1b[201~!'")


def test_a_long_paste_does_not_block_on_a_program_that_echoes() -> None:
    with PtyScreen(["cat"]) as screen:
        screen.send("a line of some length\n" * 5000 + "the end\n")
        screen.wait("the end")


def test_wide_characters_take_two_columns() -> None:
    with PtyScreen(python("print('冰川|')"), columns=5, rows=3) as screen:
        assert screen.wait("|").startswith("冰川|\n")


def test_the_program_sees_its_size_and_every_new_one() -> None:
    with PtyScreen(python(SIZES), columns=100, rows=30) as screen:
        screen.wait("size 100 30")
        screen.resize(60, 20)
        screen.wait("size 60 20")
        assert screen.text().count("\n") == 19


def test_the_folder_and_the_variables_are_those_asked_for(tmp_path: Path) -> None:
    script = "import os; print(os.getcwd() == os.environ['WANTED'], os.environ.get('COLUMNS'), os.environ['TERM'])"
    with PtyScreen(python(script), cwd=tmp_path, env={"WANTED": str(tmp_path)}) as screen:
        screen.wait("True None xterm-256color")


@pytest.mark.parametrize(("script", "code"), [("pass", 0), ("raise SystemExit(4)", 4)])
def test_the_exit_code_is_the_programs(script: str, code: int) -> None:
    with PtyScreen(python(script)) as screen:
        assert screen.exit_code() == code


def test_a_signal_ends_the_program() -> None:
    with PtyScreen(python(SIZES)) as screen:
        screen.wait("size")
        screen.kill(signal.SIGHUP)
        assert screen.exit_code() == -signal.SIGHUP


def test_all_output_is_kept_past_what_the_screen_holds() -> None:
    with PtyScreen(python("for n in range(1000): print('row', n)"), rows=5) as screen:
        assert screen.exit_code() == 0
        assert screen.output.count(b"row") == 1000
        assert "row 999" in screen.text()
        assert "row 100\n" not in screen.text()


def test_a_program_that_ends_too_early_is_told_with_its_screen() -> None:
    with (
        PtyScreen(python("print('only this')")) as screen,
        pytest.raises(AssertionError, match=r"(?s)the program ended.*'more'.*only this"),
    ):
        screen.wait("more")


def test_waiting_ends_with_the_screen_when_the_time_is_over() -> None:
    with PtyScreen(python(SIZES)) as screen:
        screen.wait("size")
        with pytest.raises(AssertionError, match=r"(?s)0.05 seconds passed.*size"):
            screen.wait(lambda text: "never" in text, timeout=0.05)


def test_leaving_ends_the_program() -> None:
    with PtyScreen(python(SIZES)) as screen:
        screen.wait("size")
    assert screen.exit_code() == -signal.SIGKILL
    assert "size" in screen.text()


def test_half_a_wide_character_that_is_drawn_over_breaks_nothing() -> None:
    screen = pyte.Screen(6, 1)
    pyte.Stream(screen).feed("a\u6d77b\x1b[1;2Hx")
    assert lines_of(screen)[0].rstrip() in ("axb", "ax b")
