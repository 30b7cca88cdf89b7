"""New files of a workspace: created at its next save, and taken away by an undo before that."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.span import Splice
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from profile_tui.site.creation.create import Composer, NewFile
    from profile_tui.site.repository.site import Site

_MENU = "_data/navigation.yml"


def create(
    workspace: Workspace, what: NewFile, title: str, day: str | None = None, *, today: date | None = None
) -> Document:
    """Makes a new file, as the newest step of all; it is written at the next save.

    Args:
        workspace: The workspace.
        what: What to create.
        title: Its title.
        day: Its date in ISO form, which may lack day and month; today where left out.
        today: The day that is today; the clock's where left out.

    Raises:
        Refused: There is such a file, or its permalink is taken.
        UsageError: The title or the date is off.
    """
    name, text = composer(workspace, what).compose(title, day, today=today)
    return place(workspace, name, text)


def composer(workspace: Workspace, what: NewFile) -> Composer:
    """What writes new files of a sort, as the site is now."""
    from profile_tui.site.creation.create import Composer

    return Composer(site_of(workspace), what, lambda path: workspace.file(path).page.source, _created(workspace))


def place(workspace: Workspace, name: str, text: str) -> Document:
    """Makes a new file of a text, as the newest step of all; it is written at the next save."""
    document = workspace.file(Path(site_of(workspace).root, name))
    document.own_file = True
    document.perform_splices([Splice.insert(0, text)], _("Create {name}").format(name=name))
    return document


def site_of(workspace: Workspace) -> Site:
    """The site around the open page.

    Raises:
        UsageError: The page stands alone.
    """
    if workspace.target.site is None:
        raise UsageError(_("this page isn't in a Jekyll repository, so there is nothing around it"))
    return workspace.target.site


def _created(workspace: Workspace) -> list[str]:
    """The paths of files that wait to be created, relative to the root."""
    root = workspace.target.root
    return [
        os.path.relpath(document.path, root).replace(os.sep, "/")
        for document in workspace.documents
        if root and document.own_file and document.data and not document.saved
    ]


def created_message(workspace: Workspace, what: NewFile, name: str) -> str:
    """Return what a user should know of a new file: its name, and what is left to do."""
    message = _("New {one}: {name}").format(one=what.one, name=name)
    hint = menu_hint(workspace, what)
    return f"{message}. {hint}" if hint else message


def menu_hint(workspace: Workspace, what: NewFile) -> str:
    """Return how a new page gets into the site's menu; empty where that is not for the user to do."""
    site = workspace.target.site
    if what.group != "page" or site is None or not site.has(_MENU):
        return ""
    return _("Add a line to {menu} to put it into the menu.").format(menu=_MENU)
