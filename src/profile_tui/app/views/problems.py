"""What is wrong with the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.app.views.base import View, ViewHost
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.site.problem import distinct
from profile_tui.text.catalogue import _
from profile_tui.text.span import Span

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.problem import Problem


class ProblemsView(View):
    """Problems of the page, of the configuration around it, of the stores and the other files."""

    @property
    def key(self) -> str:
        """There is one such view."""
        return "problems"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Problems")

    @property
    def _found(self) -> list[Problem]:
        """What was found so far, errors first."""
        problems = [*(self.session.problems or ()), *self.session.store_problems, *self.session.beyond]
        left = [problem for problem in distinct(problems) if not self.session.is_fixed(problem)]
        return sorted(left, key=lambda problem: problem.severity != "error")

    @property
    def count(self) -> int | None:
        """How many; None as long as they are looked for."""
        return None if self.session.problems is None else len(self._found)

    @property
    def reading(self) -> str:
        """How far the stores are read."""
        return self.session.progress("")

    @property
    def empty(self) -> str:
        """That all is well, or that they are looked for."""
        return _("No problems found.") if self.session.problems is not None and not self.reading else _("Checking …")

    def rows(self) -> Sequence[ListRow]:
        """Return the problems."""
        return [self._row(problem, index) for index, problem in enumerate(self._found)]

    def _row(self, problem: Problem, index: int) -> ListRow:
        """Return a problem; where it is in another file of the site, with that file's name."""
        document = self.session.document
        message = problem.message
        if problem.path != self.session.target.name:
            document = (self.session.opened(problem.path) if problem.line else None) or document
            message = f"{problem.path}: {message}"
        span = _line(document.page, problem.line) if document.name == problem.path else None
        role = "error" if problem.severity == "error" else "place"
        return ListRow(one_line(message), str(problem.line or ""), "", role, False, span, document, index)

    def problem(self, row: ListRow) -> Problem | None:
        """Return the problem of a row; None where it is gone by now."""
        problems = self._found
        return problems[row.key] if isinstance(row.key, int) and row.key < len(problems) else None

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return the whole sentence."""
        return (row.text, "")

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Problems are only visited."""
        if action == "edit" and row is not None:
            return None if row.span else _("This problem isn't in a file that can be opened here.")
        return _("Press enter to go to the cause; the problem disappears once that is fixed.")

    def edit(self, screen: ViewHost, row: ListRow) -> None:
        """Go to the section that the line is in."""
        if row.span and row.document:
            screen.go_to(row.document, row.span.start)


def _line(page: Page, number: int | None) -> Span | None:
    """Return a line of a file; None where it has none of that number."""
    starts = [*page.source.line_starts, len(page.text)]
    if number is None or not 0 < number < len(starts):
        return None
    return Span(starts[number - 1], starts[number])
