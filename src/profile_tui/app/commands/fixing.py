"""Fixing what `check` finds, where that can be done safely."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.keys.command import Command, Group
from profile_tui.app.keys.registry import register
from profile_tui.app.views.problems import ProblemsView
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.site.problem import Problem


_ADOPTED = "no-front-matter"
"""The code of the problem that a page is made against, with a preview."""


@register
class FixProblem(Command["MainScreen"]):
    """Fix the highlighted problem, if that is safe; u undoes it."""

    id = "problem.fix"
    keys = "f"
    title = _("Fix the problem")
    footer = _("Fix")
    group = Group.PURPOSE

    def disabled_reason(self, screen: MainScreen) -> str | None:
        """Return that there is no problem here, or none that can be fixed safely."""
        problem = _problem(screen)
        if problem is None:
            return _("Go to Problems first, and to one of them.")
        from profile_tui.site.fixes import fixes

        return (
            None
            if problem.code in fixes() or problem.code == _ADOPTED
            else _("This can't be fixed safely by itself; press enter to go to it.")
        )

    def run(self, screen: MainScreen) -> Awaitable[object] | None:
        """Fix it."""
        problem = _problem(screen)
        if problem is None:
            return None
        if problem.code == _ADOPTED and problem.path == screen.session.target.name:
            return screen.adopt()
        from profile_tui.site.fixes import fixes
        from profile_tui.workspace.fixing import fix

        session = screen.session
        before = {document.name: document.data for document in session.documents}
        fixed, complaints = fix(session.workspace, [problem], {problem.code})
        if fixed:
            for document in session.documents if problem.path != session.target.name else ():
                if document.name == problem.path:
                    session.fixed[problem] = document, before.get(document.name, document.saved)
            screen.after_change()
            screen.say(_("{label}: done. D shows it, u undoes it.").format(label=fixes()[problem.code].label))
        else:
            message = (
                complaints[0].message if complaints else _("Fixing it would change something else; do it by hand.")
            )
            screen.say(message, wrong=True)
        return None


def _problem(screen: MainScreen) -> Problem | None:
    """Return the highlighted problem; None where another view is shown, or there is none."""
    view, row = screen.view, screen.row
    return view.problem(row) if isinstance(view, ProblemsView) and row is not None else None
