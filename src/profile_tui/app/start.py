"""Starts the editor on a path."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, UsageError

if TYPE_CHECKING:
    from profile_tui.app.editor.app import ProfileApp
    from profile_tui.app.session.terminal_background import BackgroundQuestion
    from profile_tui.workspace.drafts.store import Draft


def start(path: Path) -> int:
    """Open the editor and return its exit code when it is left.

    A path that cannot be edited is told on a screen of its own, and the error's code is returned.

    Raises:
        AppError: There is no terminal to draw on, or no such path either.
    """
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stderr__)):
        from profile_tui.site.repository.locate import locate

        locate(path)  # what is not there is told first
        raise UsageError(_("the editor needs a terminal; `profile-tui show` prints the page instead"))
    question = _ask_for_background()
    sys.setswitchinterval(0.0002)  # the thread that draws a key must not wait for the preview that follows it
    _load_asyncio()
    notes: list[str] = []
    try:
        opened = _open(path, notes)
    finally:  # whatever happens, the terminal is given back
        background = question.answer() if question else None
    if isinstance(opened, AppError):
        draft = _draft_of(path, notes)
        answer = _fail(path, opened, notes, offers=draft is not None, light=background and background.light)
        if isinstance(answer, Path):
            return start(answer)
        if isinstance(answer, str):
            return _begin(path, answer)
        if not answer or draft is None:
            return opened.exit_code
        draft.write_anew()
        return start(path)
    from profile_tui.workspace.recent import remember

    if background is not None:
        opened.take_background(background)
    opened.run()
    home = opened.home.session.target
    remember(home.root or home.page)
    return opened.return_code or 0


def _begin(path: Path, answer: str) -> int:
    """Open a sample in a temporary folder, or put it into the user's, as a homepage to go on with.

    Raises:
        AppError: It cannot be put there.
    """
    from profile_tui.app.screens.failure import NEW
    from profile_tui.workspace.disk.files import temporary_folder
    from profile_tui.workspace.samples import FIRST, copied, samples

    make = samples()[FIRST]
    if answer == NEW:
        copied(make, path)
        return start(path)
    with temporary_folder() as folder:
        return start(copied(make, Path(folder, FIRST)))


def _open(path: Path, notes: list[str]) -> ProfileApp | AppError:
    """Return the application for a path, or why it cannot be edited; what the user should know is noted."""
    from profile_tui.app.session.opening import home_of
    from profile_tui.app.session.session import Session
    from profile_tui.site.repository.locate import locate
    from profile_tui.workspace.disk.state import interrupted
    from profile_tui.workspace.workspace import Workspace

    if interrupted():
        from profile_tui.workspace.disk.recovery import recover

        notes += recover()
    try:
        target = locate(path)
        home = home_of(target)
        session = Session(Workspace(home), notes=notes)
    except AppError as error:
        return error
    from profile_tui.app.editor.app import ProfileApp

    return ProfileApp(session, "" if home is target else target.name)


def _load_asyncio() -> None:
    """Load asyncio as on a Python that has no OpenSSL: the editor has no use for it there, and loading it takes long.

    Who asks for papers loads `ssl` then.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    cast(dict[str, ModuleType | None], sys.modules)["ssl"] = None
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]


def _ask_for_background() -> BackgroundQuestion | None:
    """Ask the terminal for its background while the rest is loaded, unless a theme was chosen."""
    from profile_tui.workspace import settings

    try:
        if os.environ.get("TEXTUAL_THEME") or settings.theme():
            return None
    except AppError:  # is told once the screen is there
        return None
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return None
    from profile_tui.app.session.terminal_background import BackgroundQuestion

    return BackgroundQuestion(sys.__stdin__.fileno(), sys.__stderr__.fileno())


def _draft_of(path: Path, notes: list[str]) -> Draft | None:
    """Return the draft of a file that is gone; None where there is none. What cannot be read is noted."""
    if os.path.lexists(path):
        return None
    from profile_tui.workspace.drafts.store import Drafts

    drafts, complaints = Drafts().left()
    notes += complaints
    real = Path(os.path.realpath(path))
    return next((draft for draft in reversed(drafts) if draft.path == real and draft.data is not None), None)


def _fail(
    path: Path, error: AppError, notes: list[str], *, offers: bool, light: bool | None
) -> Path | str | bool | None:
    """Show what is wrong, and what one should know.

    Returns:
        Whether the file is to be written anew from its draft; or the site to open in its place, or what to begin with.
    """
    from profile_tui.app.screens.failure import FailureApp
    from profile_tui.app.session.opening import sites_below
    from profile_tui.workspace.recent import recent
    from profile_tui.workspace.samples import is_room

    gc.enable()
    paths = sites_below(path)
    lately = [other for other in recent() if other not in paths]
    sites = ((_("Found here"), paths), (_("Recently opened"), lately))
    messages = [str(error), *notes]
    return FailureApp(messages, offers=offers, sites=sites, has_room=is_room(path), light=light).run()


def _is_terminal(stream: object) -> bool:
    """Return whether a stream is a terminal."""
    ask = getattr(stream, "isatty", None)
    return bool(ask and ask())
