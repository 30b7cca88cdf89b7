"""A terminal that is gone, of which no signal tells, as where the editor is in another session than the terminal."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample_profiles" / "acad-homepage"


def test_the_editor_ends_with_its_terminal(tmp_path: Path) -> None:
    """It would read nothing from there, over and over."""
    site = shutil.copytree(SAMPLE, tmp_path / "site")
    own = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    screen, terminal = pty.openpty()
    editor = subprocess.Popen(
        [sys.executable, "-m", "profile_tui", str(site)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,  # the terminal is none that it belongs to, so nobody sends it a signal
        env=os.environ | own | {"TERM": "xterm-256color", "HOME": str(tmp_path)},
    )
    os.close(terminal)
    try:
        shown = b""
        while b"News" not in shown:
            shown += os.read(screen, 65_536)
        os.close(screen)
        assert editor.wait(30) != 0
    finally:
        editor.kill()
        editor.wait()
