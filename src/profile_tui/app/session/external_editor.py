"""Editing in the user's own editor, on a temporary file."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError
from profile_tui.text.reading import read_bounded, reason
from profile_tui.workspace.disk.files import temporary_folder

_USUAL = ("nano", "vi")


def command() -> list[str]:
    """Return the user's editor: $VISUAL, $EDITOR, or the first of the usual ones that is installed."""
    import shutil

    for variable in ("VISUAL", "EDITOR"):
        if words := os.environ.get(variable, "").strip():
            return shlex.split(words)
    return [next((name for name in _USUAL if shutil.which(name)), "vi")]


def edited(app: App[Any], text: str, suffix: str) -> str:
    """Return a text as it comes back from the editor.

    Args:
        app: The application, which gives the terminal away meanwhile.
        text: The text.
        suffix: What kind of file it is, for the editor's colours.

    Raises:
        AppError: The editor could not be started, failed, or left what cannot be read.
    """
    name = f"section{suffix}"
    with temporary_folder(name, text.encode()) as folder:
        path = Path(folder, name)
        try:
            with app.suspend():
                trouble = _run(path)
        except SuspendNotSupported:
            trouble = _("No other editor can be opened in this terminal.")
        if trouble:
            raise AppError(trouble)
        try:
            return read_bounded(path).decode()
        except OSError as error:
            raise AppError(_("The edited file can't be read: {reason}.").format(reason=reason(error))) from error
        except UnicodeDecodeError as error:
            raise AppError(_("The edited file isn't UTF-8; nothing was changed.")) from error


def _run(path: Path) -> str:
    """Run the editor on a file; return what went wrong, or nothing.

    Nothing is raised from here: Textual takes the terminal back only where what it was lent for ends normally.
    """
    try:
        with _uninterrupted():
            code = subprocess.run([*command(), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        return _("The editor couldn't be started ({error}); check $EDITOR.").format(error=error)
    return _("The editor ended with code {code}; nothing was changed.").format(code=code) if code else ""


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep signals from the event loop meanwhile; ctrl+c is for the editor alone, all others count afterwards."""
    received, sender = os.pipe()
    os.set_blocking(sender, False)
    loop = signal.set_wakeup_fd(sender)
    try:
        yield
    finally:
        signal.set_wakeup_fd(loop)
        os.close(sender)
        with os.fdopen(received, "rb") as numbers:
            for number in set(numbers.read()) - {signal.SIGINT}:
                signal.raise_signal(number)
