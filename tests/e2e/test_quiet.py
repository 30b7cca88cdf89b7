"""What reaches the terminal beside the picture: what is copied, also over ssh, and nothing while nobody types."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

from support.pty_screen import PtyScreen

Sample = Callable[[str], Path]
Start = Callable[..., PtyScreen]


def test_what_is_copied_reaches_the_clipboard_of_the_terminal_over_ssh(start: Start, sample: Sample) -> None:
    screen = start(sample("html-news"), env={"SSH_TTY": "/dev/pts/9", "DISPLAY": "", "WAYLAND_DISPLAY": ""})
    screen.wait("? Keys")
    screen.send("2y")
    screen.wait("Copied as BibTeX")
    copied = re.search(rb"\x1b\]52;c;([^\x07\x1b]*)", bytes(screen.output))
    assert copied is not None
    assert base64.b64decode(copied[1]).startswith(b"@")


def test_an_editor_that_nobody_touches_writes_nothing(start: Start, sample: Sample) -> None:
    screen = start(sample("setext-headings"))
    screen.wait("? Keys")
    while screen.read(1):
        pass  # the counts of the other sections come after the first frame
    assert not screen.read(3)
