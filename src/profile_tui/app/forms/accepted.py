"""What goes along with a preprint that is published now: the same paper in other lists, and the news item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms.copies import Copies
from profile_tui.content.entries.entry import Values
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace import accepting
from profile_tui.workspace.everywhere import Step

if TYPE_CHECKING:
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Proposal

_NEWS = "news"


class Accepted(Copies):
    """The lists that have the preprint of a form, too, and the news."""

    @cached_property
    def copies(self) -> dict[str, EntryRef]:
        """The same preprint elsewhere, by the value of what is ticked."""
        return {f"list:{at}": ref for at, ref in enumerate(accepting.copies(self.session.workspace, self.ref))}

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What there is to tick."""
        return (*super().choices, *self.news)

    def propose(
        self, values: Values, bibtex: str, ticked: str, first: Sequence[Proposal]
    ) -> list[tuple[Step, Proposal]]:
        """Return what is to be changed elsewhere and announced; nothing while the form changes nothing."""
        if not values.get("venue"):
            return []
        names = set(ticked.split("\n"))
        chosen = [ref for value, ref in self.copies.items() if value in names]
        workspace = self.session.workspace
        steps: list[Step] = [*accepting.elsewhere(workspace, chosen, values)]
        try:
            if _NEWS in names:
                steps += accepting.announcements(workspace, self.ref, values, self.session.today().isoformat())
            made: list[tuple[Step, Proposal]] = []
            for step in steps:
                made.append((step, step.propose(workspace, [*first, *(proposal for _step, proposal in made)])))
        except AppError as error:
            reason = f"{error.path}: {error.message}" if error.path else error.message
            raise Refused(_("{said}; untick it to leave that one out").format(said=reason.rstrip("."))) from error
        return made
