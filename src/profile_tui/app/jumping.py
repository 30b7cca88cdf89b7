"""Going from the page to another file of the repository and back, and to files that are yet to be created."""

from __future__ import annotations

import os
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.app.screens.main import MainScreen
from profile_tui.site.creation.create import NewFile
from profile_tui.site.repository.listing import SiteFile
from profile_tui.site.repository.locate import Place
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.app import ProfileApp
    from profile_tui.app.screens.jump import Target


def jump(app: ProfileApp, *, only_new: bool = False) -> Awaitable[object]:
    """Asks where to go, and goes there.

    Args:
        app: The editor.
        only_new: Whether only what can be created is offered.
    """
    from profile_tui.app.screens.jump import JumpScreen

    def chosen(target: Target | None) -> None:
        if isinstance(target, SiteFile):
            open_file(app, target.name)
        elif isinstance(target, NewFile):
            _new_file(app, target)
        elif target is not None:
            leave_file(app)

    return app.push_screen(JumpScreen(app.session, only_new=only_new), chosen)


def open_file(app: ProfileApp, name: str) -> None:
    """Shows a file of the repository above the page, in the place of another one; the page itself is gone back to.

    Args:
        app: The editor.
        name: Its path relative to the root.
    """
    home = app.home.session.place
    if home.root is None or home.site is None:
        return
    path = Path(home.root, name)
    if os.path.realpath(path) == os.path.realpath(home.page):
        leave_file(app)
        return
    try:
        session = app.home.session.beside(Place(path, name, home.root, home.site))
    except AppError as error:
        app.main.say(str(error), wrong=True)
        return
    if session.gone:
        app.main.say(f"{name} waits to be removed; u brings it back.")
        return
    if app.main is app.home:
        app.push_screen(MainScreen(session))
    else:
        app.switch_screen(MainScreen(session))
    app.call_after_refresh(app.look)


def leave_file(app: ProfileApp) -> None:
    """Goes back to the page, to where one was there."""
    if app.main is app.home:
        return
    app.pop_screen()
    app.home.show_page()
    app.look()


def _new_file(app: ProfileApp, what: NewFile) -> None:
    """Opens the form of a new file."""
    from profile_tui.app.forms.create import CreateForm

    app.main.open_form(CreateForm(app.session, what))
