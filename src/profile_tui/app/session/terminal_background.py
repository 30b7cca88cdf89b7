"""Whether the terminal is light or dark, asked while the program is loading, so that nobody waits for the answer."""

from __future__ import annotations

import contextlib
import os
import re
import select
import termios
from collections.abc import Mapping
from time import monotonic
from typing import Any

from profile_tui.text.named_tuple import NamedTuple

_ASK = b"\x1b]11;?\x1b\\\x1b[c"
"""What colour the background is; then what terminal it is, which all terminals answer, also those without the other."""
_COLOR = rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)[^\x07\x1b]*(?:\x07|\x1b\\)?"
_KIND = rb"\x1b\[\?[0-9;]*c"
_SEQUENCE = rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?"
"""What a terminal sends that isn't a character, arrows among it."""
_WAIT, _WAIT_FAR = 0.1, 0.3
"""Seconds from the question on, here and over a network, after which the terminal is taken not to answer."""
_LIGHT_FROM = 0.5
_LIGHT_CODES = frozenset({"7", "9", "10", "11", "12", "13", "14", "15"})
"""The codes of light colours in `COLORFGBG`."""


class Background(NamedTuple):
    """What is known of the terminal's background.

    Attributes:
        light: Whether it is light; None where nothing tells.
        typed: What the user typed while that was asked, which is the program's.
        may_come: Whether an answer may still come.
    """

    light: bool | None = None
    typed: str = ""
    may_come: bool = False


class BackgroundQuestion:
    """The question of what colour the terminal's background is. The terminal is silent until it was answered."""

    def __init__(self, reading: int, writing: int, environment: Mapping[str, str] = os.environ) -> None:
        """Ask.

        Args:
            reading: The terminal's descriptor to read from.
            writing: The one to write to.
            environment: What else may tell.
        """
        self._fd = reading
        self._environment = environment
        far = any(name in environment for name in ("SSH_CONNECTION", "SSH_TTY"))
        self._until = monotonic() + (_WAIT_FAR if far else _WAIT)
        self._before: list[Any] | None = None
        with contextlib.suppress(OSError, termios.error):
            before = termios.tcgetattr(reading)
            quiet = [*before]
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(reading, termios.TCSANOW, quiet)
            self._before = before
            os.write(writing, _ASK)

    def answer(self) -> Background:
        """Return what is known by now; wait for it a little, if it was asked only just before."""
        by_color = _told(self._environment.get("COLORFGBG", ""))
        if self._before is None:
            return Background(by_color)
        data = self._read()
        color = re.search(_COLOR, data)
        if color is not None:
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in color.groups())
            by_color = 0.299 * red + 0.587 * green + 0.114 * blue >= _LIGHT_FROM
        typed = re.sub(_SEQUENCE, b"", re.sub(_COLOR, b"", data)).decode("utf-8", "ignore")
        return Background(by_color, typed, re.search(_KIND, data) is None)

    def _read(self) -> bytes:
        """Return what the terminal sent, up to the end of its answer, and let it be as it was before."""
        data = b""
        with contextlib.suppress(OSError, termios.error):
            while not re.search(_KIND, data):
                left = max(0.0, self._until - monotonic())
                if not select.select([self._fd], [], [], left)[0] or not (more := os.read(self._fd, 1)):
                    break
                data += more
            termios.tcsetattr(self._fd, termios.TCSANOW, self._before or [])
        return data


class LateAnswer:
    """Keeps an answer that came too late from being taken for keys."""

    _SHAPE = r"\^(?:\](?:1(?:1(?:;(?:[rgba:0-9a-fA-F/]*))?)?)?|\[(?:\?[0-9;]*c?)?)?"

    def __init__(self) -> None:
        """Expect one, for a few seconds."""
        self._seen = ""
        self._until = monotonic() + 3.0

    def takes(self, character: str | None) -> bool:
        """Whether a character that comes as a key is part of such an answer."""
        if monotonic() > self._until:
            return False
        seen = self._seen + (character or "\0")
        if not re.fullmatch(self._SHAPE, seen):
            self._seen = ""
            return False
        self._seen = seen
        return True


def _told(code: str) -> bool | None:
    """Return whether `COLORFGBG` tells of a light background; None where it does not tell."""
    background = code.rpartition(";")[2]
    if not background.isdecimal():
        return None
    return background in _LIGHT_CODES
