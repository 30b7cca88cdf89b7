"""What is wrong with the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.app.rows import Row
from profile_tui.app.shown import one_line
from profile_tui.app.views.base import View
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.app.screens.main import MainScreen
    from profile_tui.site.problems import Problem


class ProblemsView(View):
    """Problems of the page and of the site around it."""

    @property
    def key(self) -> str:
        """There is one such view."""
        return "problems"

    @property
    def title(self) -> str:
        """Its name."""
        return "Problems"

    @property
    def count(self) -> int | None:
        """How many; None as long as they are looked for."""
        return None if self.session.problems is None else len(self.session.problems)

    @property
    def empty(self) -> str:
        """That all is well, or that they are looked for."""
        return "No problems found." if self.session.problems is not None else "Looking …"

    def rows(self) -> Sequence[Row]:
        """The problems, errors first."""
        return [
            Row(
                one_line(self._said(problem)),
                str(problem.line or ""),
                "",
                "error" if problem.severity == "error" else "place",
                False,
                self._span(problem),
                self.session.document,
                index,
            )
            for index, problem in enumerate(self.session.problems or ())
        ]

    def _said(self, problem: Problem) -> str:
        """The message, and the file where that is another one."""
        return problem.message if problem.path == self.session.place.name else f"{problem.path}: {problem.message}"

    def said(self, row: Row) -> Sequence[str]:
        """The whole sentence."""
        return (row.text, "")

    def _span(self, problem: Problem) -> Span | None:
        """The line that a problem is about; None where that is in another file."""
        page = self.session.page
        if problem.line is None or problem.path != self.session.place.name:
            return None
        starts = [*page.source.line_starts, len(page.text)]
        if problem.line >= len(starts):
            return None
        return Span(starts[problem.line - 1], starts[problem.line])

    def cannot(self, action: str, row: Row | None) -> str | None:
        """Problems are only visited."""
        if action == "edit" and row is not None:
            return None if row.span else "This problem is not in this file."
        return "Problems go away when their cause does; press enter to go to it."

    def edit(self, screen: MainScreen, row: Row) -> None:
        """Goes to the section that the line is in."""
        if row.span:
            screen.go_to(row.span.start)
