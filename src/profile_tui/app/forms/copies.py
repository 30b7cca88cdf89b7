"""What goes along with a publication that is edited: the same paper in other lists of the site."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms.base import FormField
from profile_tui.app.forms.beside import Beside
from profile_tui.content.entries.entry import Values
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.copies import copies, following
from profile_tui.workspace.destination import Destination
from profile_tui.workspace.everywhere import Step

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.workspace.refs import EntryRef
    from profile_tui.workspace.workspace import Proposal


class Copies(Beside):
    """The other lists that have the publication of a form."""

    def __init__(self, session: Session, ref: EntryRef) -> None:
        """Look at nothing yet.

        Args:
            session: The session.
            ref: The publication.
        """
        super().__init__(session, Destination(ref.document, store=ref.holder))
        self.ref = ref

    @cached_property
    def copies(self) -> dict[str, EntryRef]:
        """The same paper elsewhere, by the value of what is ticked."""
        return {f"list:{at}": ref for at, ref in enumerate(copies(self.session.workspace, self.ref))}

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What there is to tick."""
        return tuple((value, _name(ref)) for value, ref in self.copies.items())

    @property
    def initial(self) -> str:
        """All are ticked at first: they say the same of the same paper."""
        return "\n".join(self.copies)

    @property
    def field(self) -> FormField | None:
        """The field; None where there is nothing to tick."""
        made = super().field
        return made._replace(hint=_("space ticks; the same change there, in one step")) if made else None

    def propose(
        self, values: Values, bibtex: str, ticked: str, first: Sequence[Proposal]
    ) -> list[tuple[Step, Proposal]]:
        """Return what is to be changed elsewhere."""
        names = set(ticked.split("\n"))
        chosen = [ref for value, ref in self.copies.items() if value in names]
        made: list[tuple[Step, Proposal]] = []
        for step in following(self.ref, values, chosen):
            try:
                made.append((step, step.propose(self.session.workspace)))
            except AppError as error:
                reason = f"{_name(step.ref)}: {error.message}"
                raise Refused(_("{said}; untick it to leave that one out").format(said=reason.rstrip("."))) from error
        return made


def _name(ref: EntryRef) -> str:
    """Return the file of a publication, as the user knows it."""
    return ref.record.name if ref.record else ref.document.name
