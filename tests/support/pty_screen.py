"""A program in a real pseudo-terminal, and the screen that a person in front of it sees."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_POLL_SECONDS = 0.02


def lines_of(screen: pyte.Screen) -> list[str]:
    """The lines of a screen; pyte's own `display` fails where half of a wide character is drawn over."""
    return ["".join(screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines)]


class PtyScreen:
    """Runs a command in a pseudo-terminal and keeps what it draws; a context manager that leaves no process after.

    The alternate screen is not told from the ordinary one: after a full-screen program ends, its last picture stays.

    Attributes:
        output: Every byte that the program has written so far, escape sequences included.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        """Starts the command.

        Args:
            command: The program, looked up on the PATH, and its arguments.
            columns: The terminal's width.
            rows: The terminal's height.
            env: Variables added to this process's own.
            cwd: The folder to start in; this process's own where left out.
        """
        self.output = bytearray()
        self._drawn = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._status: int | None = None
        # Both would overrule the size of the terminal; a known TERM makes a run on a bare machine like any other.
        variables = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
        variables |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"} | dict(env or {})
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self._pid, self._fd = pty.fork()
        if self._pid == 0:  # the child: anything but exec or exit here would run the tests a second time
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(command[0], [str(part) for part in command], variables)
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        """The running program."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the program if it still runs, and closes the terminal."""
        self.close()

    def send(self, text: str) -> None:
        """Types text or the bytes of a key, such as ``"\\x13"`` for ctrl+s.

        Args:
            text: What the keyboard sends.
        """
        data = text.encode()
        while data:
            # A program that does not read yet may be waiting for its own output to be taken.
            self._drain(0)
            _, writable, _ = select.select([], [self._fd], [], _POLL_SECONDS)
            if writable:
                data = data[os.write(self._fd, data[:512]) :]

    def send_slowly(self, text: str, pause: float) -> None:
        """Types as over a slow line, which delivers each byte alone: those of one key or one character, too.

        Args:
            text: What the keyboard sends.
            pause: Seconds between two bytes.
        """
        for byte in text.encode():
            self.read(pause)
            os.write(self._fd, bytes([byte]))

    def paste(self, text: str) -> None:
        """Pastes text as a terminal does for a program that asked for bracketed paste.

        Args:
            text: What the clipboard holds.
        """
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size; the kernel tells the program by SIGWINCH.

        Args:
            columns: The new width.
            rows: The new height.
        """
        self.text()
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Takes what the program writes into `output` without drawing it, which would take a measurement's time.

        Args:
            seconds: How long to wait for the first of it.

        Returns:
            Whether something came.
        """
        before = len(self.output)
        self._drain(seconds)
        return len(self.output) > before

    def text(self) -> str:
        """The screen as lines of text, without the blanks at their ends."""
        self._drain(0)
        self._stream.feed(bytes(self.output[self._drawn :]))
        self._drawn = len(self.output)
        return "\n".join(line.rstrip() for line in lines_of(self._screen))

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._pid

    def wait(self, sought: str | Callable[[str], bool], timeout: float = 20.0) -> str:
        """Waits until the screen shows something.

        Args:
            sought: A text to be seen, or a test of the whole screen's text.
            timeout: Seconds after which to give up; generous, since it is reached only by a failure.

        Returns:
            The screen's text that satisfied it.

        Raises:
            AssertionError: The program ended or the time was over before; the message shows the screen.
        """
        deadline = time.monotonic() + timeout
        while True:
            running = self._drain(_POLL_SECONDS)
            text = self.text()
            if (sought in text) if isinstance(sought, str) else sought(text):
                return text
            if not running or time.monotonic() > deadline:
                why = "the program ended" if not running else f"{timeout:g} seconds passed"
                raise AssertionError(f"{why} before the screen showed {sought!r}; it shows:\n{text}")

    def exit_code(self, timeout: float = 20.0) -> int:
        """Waits until the program ends.

        Args:
            timeout: Seconds after which to give up.

        Returns:
            Its exit code, or the negative number of the signal that ended it.

        Raises:
            AssertionError: It still runs; the message shows the screen.
        """
        deadline = time.monotonic() + timeout
        while self._status is None:
            self._drain(_POLL_SECONDS)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise AssertionError(f"the program still runs after {timeout:g} seconds; it shows:\n{self.text()}")
            if self._status is not None:
                self._drain_the_rest()
        return self._status

    def kill(self, number: signal.Signals) -> None:
        """Sends the program a signal.

        Args:
            number: The signal, such as ``signal.SIGHUP``.
        """
        os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Closes the terminal under the running program, as a broken connection does."""
        os.close(self._fd)
        self._fd = -1

    def close(self) -> None:
        """Ends the program if it still runs, and closes the terminal."""
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                self.kill(signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        if self._fd >= 0:
            self.hang_up()

    def _drain_the_rest(self) -> None:
        """Takes what an ended program wrote last: the kernel may hand it over a moment later."""
        for _ in range(10):  # not for ever: a program left in the background keeps the terminal open
            if not self._drain(_POLL_SECONDS):
                return

    def _drain(self, seconds: float) -> bool:
        """Takes what is there to read, waiting so long for the first of it; False once the terminal is closed."""
        while self._fd >= 0 and select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:  # Linux says so when the last program has closed the terminal
                return False
            if not data:
                return False
            self.output += data
            seconds = 0
        return self._fd >= 0
