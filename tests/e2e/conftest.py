"""Fixtures of the tests that run the program as a user does: as a process, in a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from support.pty_screen import PtyScreen

SAMPLES = Path(__file__).parents[2] / "sample_profiles"


@pytest.fixture
def sample(tmp_path: Path) -> Callable[[str], Path]:
    """Copies a sample's folder and gives its page."""

    def copied(name: str) -> Path:
        shutil.copytree(SAMPLES / name, tmp_path / "site")
        return next((tmp_path / "site").rglob("about.md"))

    return copied


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., PtyScreen]]:
    """Starts the editor on a path, with a home of its own; nothing is left running."""
    home = tmp_path / "home"
    home.mkdir()
    own = {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "", "VISUAL": "", "EDITOR": "false"}
    own |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    with ExitStack() as stack:

        def started(
            path: Path,
            *,
            size: tuple[int, int] = (80, 24),
            editor: Path | None = None,
            shell: str = "",
            env: Mapping[str, str] | None = None,
        ) -> PtyScreen:
            command = [sys.executable, "-m", "profile_tui", path.name]
            if shell:
                command = ["sh", "-c", shell, "sh", *command]
            given = own | ({"EDITOR": str(editor)} if editor else {}) | dict(env or {})
            return stack.enter_context(PtyScreen(command, columns=size[0], rows=size[1], env=given, cwd=path.parent))

        yield started
