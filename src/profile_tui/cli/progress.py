"""What a terminal shows while a command takes long: one line on standard error, gone when the answer comes.

A timer of the system draws it. So no work has to be cut into steps, and a command that is done sooner pays nothing.
Nothing is shown where standard error is no terminal. Where a line cannot be taken back (`TERM=dumb`), is read aloud, or
is beside what a script reads, it is said once and stays.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _, led

if TYPE_CHECKING:
    from types import FrameType

FIRST = 1.5
"""Seconds until something is shown."""
_EVERY = 1.0
"""Seconds from one picture to the next."""
_ERASE = "\r\x1b[K"


class _Line:
    """The line of one command.

    Attributes:
        step: What the command is at, where it says so.
    """

    def __init__(self, title: str, *, plain: bool) -> None:
        """Prepare it: what the timer calls may import nothing and read no file.

        Args:
            title: What the command is called.
            plain: Whether to say it once, in a line that stays.
        """
        self.step = ""
        self._plain = _("{title}: still working …").format(title=f"profile-tui: {title}") if plain else ""
        self._text = _("{title}: {seconds} s")
        self._title = title
        self._ticks = 0
        self._is_drawn = False
        self._is_running = False

    def run(self) -> None:
        """Have the timer draw; not in a thread, which timers of the system do not call."""
        import signal

        if hasattr(signal, "setitimer"):
            with suppress(ValueError):
                signal.signal(signal.SIGALRM, self._draw)
                signal.setitimer(signal.ITIMER_REAL, FIRST, _EVERY)
                self._is_running = True

    def stop(self) -> bool:
        """Stop the timer and erase what it drew; return whether it ran."""
        if not self._is_running:
            return False
        import signal

        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        self._is_running = False
        if self._is_drawn and not self._plain:
            self.put(_ERASE)
            self._is_drawn = False
        return True

    def begin(self) -> None:
        """Draw the line before the timer does, without a time."""
        if self._is_running:
            text = led(self._title, self.step)
            self.put(f"profile-tui: {text}\n" if self._plain else _ERASE + self._fitting(text))
            self._is_drawn = self._is_drawn or not self._plain

    def _draw(self, number: int, frame: FrameType | None) -> None:
        """Draw the line; the timer calls this in the middle of anything, so also of a write to `sys.stderr`."""
        if self._plain:
            if not self._is_drawn:
                self.put(f"{self._plain}\n")
        else:
            seconds = round(FIRST + self._ticks * _EVERY)
            line = f"{self._text.format(title=self._title, seconds=seconds)}  {self.step}".rstrip()
            self.put(_ERASE + self._fitting(line))
            self._ticks += 1
        self._is_drawn = True

    def put(self, text: str) -> None:
        """Write to the terminal at once."""
        with suppress(OSError, ValueError):
            os.write(sys.stderr.fileno(), text.encode(sys.stderr.encoding or "utf-8", "replace"))

    def _fitting(self, line: str) -> str:
        """Return as much of a line as the terminal has room for."""
        room = self._columns() - 1
        return line[: room if line.isascii() else room // 2]

    def _columns(self) -> int:
        """Return how wide the terminal is."""
        with suppress(OSError, ValueError):
            return os.get_terminal_size(sys.stderr.fileno()).columns or 80
        return 80


_line: _Line | None = None


@contextmanager
def shown(title: str, *, plain: bool) -> Iterator[None]:
    """Show that a command is at work, from `FIRST` seconds on until it prints something or ends.

    Args:
        title: What the command is called, as `check`.
        plain: Whether to say it once, in a line that stays.
    """
    global _line
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    _line = _Line(title, plain=plain)
    _line.run()
    try:
        yield
    finally:
        end()


def doing(step: str) -> None:
    """Say what the command is at, as `2 of 40`; it is shown the next time that the line is drawn."""
    if _line is not None:
        _line.step = step


def asking(step: str) -> None:
    """Say at once what another machine is asked for: nobody should wonder whether that hangs."""
    if _line is not None:
        _line.step = step
        _line.begin()


def say(step: str) -> None:
    """Say at once what begins, in a line that stays: what follows may ask for something on the terminal."""
    if _line is not None:
        with paused():
            _line.put(f"{step}\n")


def end() -> None:
    """Take the line away for good: the answer comes, or a question."""
    global _line
    if _line is not None:
        _line.stop()
        _line = None


@contextmanager
def paused() -> Iterator[None]:
    """Take the line away while something else has the terminal: a complaint, a user who types, git."""
    line = _line
    was_running = line is not None and line.stop()
    try:
        yield
    finally:
        if line is not None and was_running and line is _line:
            line.run()
