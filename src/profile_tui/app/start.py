"""Starts the editor on a path."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from profile_tui.text.errors import AppError, UsageError


def start(path: Path) -> int:
    """Opens the editor and returns its exit code when it is left.

    A path that cannot be edited is told on a screen of its own, and the error's code is returned.

    Raises:
        UsageError: There is no terminal to draw on.
    """
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stderr__)):
        raise UsageError("the editor needs a terminal; `profile-tui show` prints the page instead")
    gc.disable()  # a collection in the middle of start-up costs a tenth of it; the app turns it on again
    sys.setswitchinterval(0.0002)  # the thread that draws a key must not wait for the preview that follows it
    from profile_tui.app.session import Session
    from profile_tui.site.repository.locate import locate
    from profile_tui.workspace.recovery import recover
    from profile_tui.workspace.workspace import Workspace

    notes = recover()
    try:
        session = Session(Workspace(locate(path)), notes=notes)
    except AppError as error:
        return _fail(error)
    from profile_tui.app.app import ProfileApp

    app = ProfileApp(session)
    app.run()
    return app.return_code or 0


def _fail(error: AppError) -> int:
    """Shows what is wrong; returns the error's code."""
    from profile_tui.app.screens.failure import FailureApp

    FailureApp(str(error)).run()
    return error.exit_code


def _is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal."""
    ask = getattr(stream, "isatty", None)
    return bool(ask and ask())
