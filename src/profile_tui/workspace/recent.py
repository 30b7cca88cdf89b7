"""The sites that were open lately, as `$XDG_STATE_HOME/profile-tui/recent` lists them: one path a line, the last first.

The list is a convenience: what cannot be read is not there, and what cannot be written is left.
"""

from __future__ import annotations

import os
from pathlib import Path

from profile_tui.text.errors import AppError
from profile_tui.text.reading import read_bounded
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.disk.state import state_folder

_MOST = 10
_BYTES = 100_000


def recent() -> list[Path]:
    """Return the sites and pages that were open lately and are still there."""
    return [path for line in _lines() if line and os.path.exists(path := Path(line))]


def remember(path: Path) -> None:
    """Put a site or a page on top of the list."""
    from profile_tui.workspace.disk.transaction import commit

    file, before = state_folder() / "recent", _lines()
    name = str(Path(os.path.abspath(path)))
    after = [name, *(line for line in before if line != name)][:_MOST]
    if after == before or not name.isprintable():
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        old = (
            "".join(f"{line}\n" for line in before).encode("utf-8", "surrogateescape") if os.path.exists(file) else None
        )
        new = "".join(f"{line}\n" for line in after).encode("utf-8", "surrogateescape")
        commit([FileChange(file, str(file), old, new)])
    except (AppError, OSError):
        return


def _lines() -> list[str]:
    """Return the lines of the list; none where it cannot be read."""
    try:
        return read_bounded(state_folder() / "recent", _BYTES).decode("utf-8", "surrogateescape").splitlines()
    except (AppError, OSError):
        return []
