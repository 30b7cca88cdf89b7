"""Editing in the user's own editor, on a temporary file."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from profile_tui.app.splicing import replaced
from profile_tui.app.widgets.fields import LineField, TextField, joined
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.screens.base import CommandScreen
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.typing import TypingScreen

_USUAL = ("nano", "vi")


def command() -> list[str]:
    """The user's editor: $VISUAL, $EDITOR, or the first of the usual ones that is installed."""
    import shutil

    for variable in ("VISUAL", "EDITOR"):
        if words := os.environ.get(variable, "").strip():
            return shlex.split(words)
    return [next((name for name in _USUAL if shutil.which(name)), "vi")]


def edited(screen: CommandScreen[Any], text: str, suffix: str = ".md") -> str | None:
    """A text as it comes back from the editor; None, after saying why, where it does not.

    Args:
        screen: The screen that gives way meanwhile.
        text: The text.
        suffix: What kind of file it is, for the editor's colours.
    """
    with tempfile.TemporaryDirectory(prefix="profile-tui-") as folder:
        path = Path(folder) / f"section{suffix}"
        path.write_bytes(text.encode())
        try:
            with screen.app.suspend():
                trouble = _run(path)
        except SuspendNotSupported:
            trouble = "This terminal cannot be handed to an editor."
        if trouble:
            screen.say(trouble, wrong=True)
            return None
        try:
            return path.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            screen.say(f"What the editor left cannot be read: {error}.", wrong=True)
            return None


def _run(path: Path) -> str:
    """Run the editor on a file; return what went wrong, or nothing.

    Nothing is raised from here: Textual takes the terminal back only where what it was lent for ends normally.
    """
    try:
        with _uninterrupted():
            code = subprocess.run([*command(), str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        return f"The editor could not be started ({error}); set $EDITOR."
    return f"The editor ended with code {code}; nothing was taken over." if code else ""


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep signals from the event loop meanwhile; ctrl+c is for the editor alone, all others count afterwards."""
    received, told = os.pipe()
    os.set_blocking(told, False)
    loop = signal.set_wakeup_fd(told)
    try:
        yield
    finally:
        signal.set_wakeup_fd(loop)
        os.close(told)
        with os.fdopen(received, "rb") as numbers:
            for number in set(numbers.read()) - {signal.SIGINT}:
                signal.raise_signal(number)


def edit_section(screen: MainScreen) -> None:
    """Edits the text around the highlighted row, as one step that can be undone."""
    raw = screen.view.raw(screen.row)
    if raw is None:
        return
    text = edited(screen, raw.span.of(raw.document.page.text), raw.suffix)
    if text is None:
        return
    splice = replaced(raw.document.page.text, raw.span, text)
    if splice is None:
        screen.say("Nothing changed.")
        return
    try:
        raw.document.perform_splices([splice], f"Edit the text of {raw.name}")
    except AppError as error:
        screen.say(error.message, wrong=True)
        return
    screen.after_change()


def edit_field(screen: TypingScreen[Any]) -> None:
    """Edits the field with the cursor; a field of one line takes the lines joined."""
    field = screen.focused
    if isinstance(field, LineField):
        text = edited(screen, field.value)
        if text is not None:
            field.value = joined(text.strip())
    elif isinstance(field, TextField):
        text = edited(screen, field.text)
        if text is not None and text != field.text:
            field.put(text)
