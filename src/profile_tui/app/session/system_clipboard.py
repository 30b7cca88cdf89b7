"""The clipboard of the desktop, which not every terminal fills when a program asks it to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from shutil import which

_PATIENCE = 2.0
"""Seconds that a clipboard's program may take."""


def command(
    environment: Mapping[str, str], platform: str = sys.platform, find: Callable[[str], str | None] = which
) -> list[str] | None:
    """Return what puts its standard input into the clipboard; None where nothing does.

    Args:
        environment: The variables of the environment.
        platform: What Python calls the system.
        find: Finds a program by its name.
    """
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:  # the user sits at another machine
        return None
    known = [
        (platform == "darwin", ["pbcopy"]),
        ("WAYLAND_DISPLAY" in environment, ["wl-copy"]),
        ("DISPLAY" in environment, ["xclip", "-selection", "clipboard"]),
        ("DISPLAY" in environment, ["xsel", "--clipboard", "--input"]),
        ("WSL_DISTRO_NAME" in environment, ["clip.exe"]),
    ]
    return next((words for is_there, words in known if is_there and find(words[0])), None)


def copy(words: list[str], text: str) -> None:
    """Put a text into the clipboard by a program; where that fails, the terminal has it all the same."""
    try:
        subprocess.run(
            words,
            input=text.encode(errors="replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return
