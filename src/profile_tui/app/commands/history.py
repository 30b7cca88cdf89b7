"""Undo and redo of whole actions, and their history."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.app.screens.history import HistoryScreen
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.app.screens.row_search import Before
    from profile_tui.workspace.refs import EntryNumber
    from profile_tui.workspace.undoing import Step


@register
class Undo(Command["MainScreen"]):
    """Undo the last action, even after saving."""

    id = "undo"
    keys = "u,ctrl+z"
    title = _("Undo")
    footer = _("Undo")
    group = Group.SAVE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing has been done."""
        return None if screen.session.workspace.can_undo else _("Nothing to undo.")

    def run(self, screen: MainScreen) -> None:
        """Undo."""
        workspace = screen.session.workspace
        _step(screen, workspace.undo, lambda: workspace.moved_back, _("Undone: {label}"))


@register
class Redo(Command["MainScreen"]):
    """Redo the action you just undid."""

    id = "redo"
    keys = "ctrl+r,ctrl+y"
    title = _("Redo")
    footer = _("Redo")
    group = Group.REVIEW

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that nothing was undone, or something was done since."""
        return None if screen.session.workspace.can_redo else _("Nothing to redo.")

    def run(self, screen: MainScreen) -> None:
        """Do it again."""
        workspace = screen.session.workspace
        _step(screen, workspace.redo, lambda: workspace.moved_again, _("Redone: {label}"))


@register
class ShowHistory(Command["MainScreen"]):
    """List what was done here, saved or not, each with its diff; undo any of it."""

    id = "history"
    keys = "H"
    title = _("Show the history")
    footer = _("History")
    group = Group.REVIEW

    def run(self, screen: MainScreen) -> Awaitable[object]:
        """Show it."""
        from profile_tui.app.screens.history import HistoryScreen

        before = screen.remember()

        def chosen(step: Step | None) -> None:
            if step is not None:
                _show(screen, before, _("Undone: {label}").format(label=step.label))

        return screen.app.push_screen(HistoryScreen(), chosen)


@register
class UndoStep(Command["HistoryScreen"]):
    """Undo the highlighted step; later steps stay."""

    id = "history.undo"
    context = "history"
    keys = "u,enter"
    title = _("Undo this step")
    footer = _("Undo this step")
    group = Group.PURPOSE

    def disabled_reason(self, screen: HistoryScreen) -> str | None:
        """Return that the file has other lines by now."""
        return screen.obstacle

    def run(self, screen: HistoryScreen) -> None:
        """Undo it."""
        screen.undo()


@register
class LeaveHistory(Command["HistoryScreen"]):
    """Go back."""

    id = "history.back"
    context = "history"
    keys = "escape,q,H"
    title = _("Back")
    footer = _("Back")
    group = Group.BACK

    def run(self, screen: HistoryScreen) -> None:
        """Go back."""
        screen.dismiss(None)


def _step(
    screen: MainScreen, step: Callable[[], str | None], moved: Callable[[], EntryNumber | None], done: str
) -> None:
    """Go a step back or forth, to what it changed, and name that."""
    before = screen.remember()
    try:
        label = step()
    except AppError as error:
        screen.say(_("{message}. H lists what else can be undone.").format(message=error.message), wrong=True)
        return
    if label is None:
        screen.say(_("Nothing to undo: the earlier changes are not in the files any more."))
        screen.refresh_footer()
        return
    before.moved = moved()
    _show(screen, before, done.format(label=label))


def _show(screen: MainScreen, before: Before, done: str) -> None:
    """Show what changed, go there, and say what was done."""
    screen.editor.main_changed()
    if screen.is_active:
        screen.show_changed(before)
    screen.say(done)
