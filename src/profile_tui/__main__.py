"""The program: a command of the command line, or the editor."""

from __future__ import annotations

import gc
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first: a repository could have a json.py
    del sys.path[0]

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

NOT_HERE = "profile-tui: Windows is not supported; run it in WSL, where it works as on Linux (wsl --install)"
UNAVAILABLE = 69
"""What `sysexits.h` has for a service that is not there."""


def main() -> int:
    """Runs the program with the words it was called with; returns its exit code."""
    if _is_windows():
        print(NOT_HERE, file=sys.stderr)
        return UNAVAILABLE
    sys.excepthook = _told
    gc.disable()  # a command makes next to no garbage, and looking for it takes time; the editor turns it on again
    from profile_tui.workspace.disk import kept_patterns

    kept_patterns.take()
    try:
        from profile_tui.cli.main import run

        return run(sys.argv[1:], open_editor)
    finally:
        kept_patterns.keep()
        gc.freeze()  # nothing is looked through that goes with the process


def _is_windows() -> bool:
    """Return whether the system is one whose files and terminals this program does not know."""
    return sys.platform == "win32"


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that the program has a fault, and keep where: a traceback would show text of the user's."""
    from profile_tui.cli.output import complain
    from profile_tui.workspace.crash import keep

    complain(keep(error))


def open_editor(path: Path) -> int:
    """Opens the editor on a page, an include or a repository. Only here is Textual imported."""
    from profile_tui.app.start import start

    return start(path)


if __name__ == "__main__":
    sys.exit(main())
