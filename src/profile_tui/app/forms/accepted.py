"""What goes along with a preprint that is published now: the same paper in other lists, and the news item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms.base import FormField
from profile_tui.app.forms.beside import Beside
from profile_tui.content.entries.entry import Values
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace import accepting
from profile_tui.workspace.destination import Destination
from profile_tui.workspace.everywhere import Step

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Proposal

_NEWS = "news"


class Accepted(Beside):
    """The lists that have the preprint of a form, too."""

    def __init__(self, session: Session, ref: EntryRef) -> None:
        """Look at nothing yet.

        Args:
            session: The session.
            ref: The preprint.
        """
        super().__init__(session, Destination(ref.document, store=ref.holder))
        self.ref = ref

    @cached_property
    def copies(self) -> dict[str, EntryRef]:
        """The same paper elsewhere, by the value of what is ticked."""
        copies_kept = accepting.copies(self.session.workspace, self.ref)
        return {f"list:{at}": ref for at, ref in enumerate(copies_kept)}

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What there is to tick."""
        lists = ((value, ref.record.name if ref.record else ref.document.name) for value, ref in self.copies.items())
        news = ((value, label) for value, label in super().choices if value == _NEWS)
        return (*lists, *news)

    @property
    def initial(self) -> str:
        """All other lists are ticked at first: they say the same of the same paper."""
        return "\n".join(self.copies)

    @property
    def field(self) -> FormField | None:
        """The field; None where there is nothing to tick."""
        made = super().field
        return made._replace(hint=_("space ticks; the same change there, in one step")) if made else None

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
            said = f"{error.path}: {error.message}" if error.path else error.message
            raise Refused(_("{said}; untick it to leave that one out").format(said=said.rstrip("."))) from error
        return made
