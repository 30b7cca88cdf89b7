"""The program: a command of the command line, or the editor."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first: a repository could have a json.py
    del sys.path[0]

from pathlib import Path


def main() -> int:
    """Runs the program with the words it was called with; returns its exit code."""
    from profile_tui.cli.main import run

    return run(sys.argv[1:], open_editor)


def open_editor(path: Path) -> int:
    """Opens the editor on a page, an include or a repository. Only here is Textual imported."""
    from profile_tui.app.start import start

    return start(path)


if __name__ == "__main__":
    sys.exit(main())
