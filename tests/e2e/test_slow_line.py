"""Over a slow line bytes come one by one, and a program may be stopped and go on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from support.pty_screen import PtyScreen

DOWN, CTRL_S, ENTER = "\x1b[B", "\x13", "\r"

Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]


def test_keys_and_pastes_that_come_byte_by_byte_are_whole(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    screen = start(page)
    screen.wait("? Keys")
    screen.send_slowly(DOWN + "n", 0.02)
    screen.wait("ctrl+s Apply")
    screen.send_slowly("Karten von \u9577\u5d0e, ", 0.02)
    screen.wait("\u9577\u5d0e")
    screen.send_slowly("\x1b[200~zwei\nZeilen.\x1b[201~", 0.02)
    screen.wait("zwei Zeilen.")
    screen.send_slowly(CTRL_S, 0.02)
    screen.wait("\u25cf 1 added")
    screen.send_slowly(CTRL_S, 0.02)
    screen.wait("enter Save")
    screen.send_slowly(ENTER, 0.02)
    screen.wait("Saved.")
    assert "Karten von \u9577\u5d0e, zwei Zeilen." in page.read_text("utf-8")


def test_what_was_typed_is_there_after_a_stop(start: Start, sample: Sample) -> None:
    page = sample("setext-headings")
    screen = start(page)
    screen.wait("? Keys")
    screen.send("n")
    screen.wait("ctrl+s Apply")
    screen.send("Before ")
    screen.wait("Before")
    os.kill(screen.pid, signal.SIGSTOP)
    screen.send("and after.")
    screen.resize(60, 20)
    os.kill(screen.pid, signal.SIGCONT)
    screen.wait("Before and after.")
    screen.wait(lambda shown: len(shown.split("\n")[0]) == 60)
    screen.send(CTRL_S)
    screen.wait("\u25cf 1 added")
