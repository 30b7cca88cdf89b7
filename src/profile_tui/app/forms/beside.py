"""What goes along with a paper in a form: the other lists of the site, and the news item that announces it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms.base import FormField
from profile_tui.content.entries.entry import Values
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.workspace.everywhere import Everywhere, Step

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.workspace.destination import Destination
    from profile_tui.workspace.workspace import Proposal

_NEWS = "news"


class Beside:
    """The lists that a paper goes to beside the one of its form.

    Attributes:
        session: The session.
        known: The lists of the site.
        name: The name of the field that lists them.
    """

    name = "also"

    def __init__(self, session: Session, main: Destination) -> None:
        """Look at nothing yet.

        Args:
            session: The session.
            main: Where the form's paper goes.
        """
        self.session = session
        self.known = Everywhere(session.workspace, main)

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What there is to tick."""
        return (*((f"list:{place.name}", place.name) for place in self.known.lists), *self.news)

    @property
    def news(self) -> tuple[tuple[str, str], ...]:
        """The news to tick; nothing where the site shows none."""
        where = self.known.news
        if where is None:
            return ()
        name = where.store.name if where.store else where.document.name
        return ((_NEWS, _("News, in {name}").format(name=name)),)

    @property
    def initial(self) -> str:
        """What is ticked at first: the lists that have got all new papers so far."""
        return "\n".join(f"list:{place.name}" for place in self.known.lists if place.is_in_step)

    @property
    def field(self) -> FormField | None:
        """The field; None where there is nothing to tick."""
        if not self.choices:
            return None
        return FormField(self.name, _("Also in"), "choices", _("space ticks; all of it is one step"), self.choices)

    def propose(
        self, values: Values, bibtex: str, ticked: str, first: Sequence[Proposal]
    ) -> Sequence[tuple[Step, Proposal]]:
        """Return what is to be added, with the proposal of each.

        Args:
            values: The paper.
            bibtex: The BibTeX entry that its fields were taken from.
            ticked: What is ticked, one a line.
            first: What the form itself does.

        Raises:
            Refused: One of them cannot be written.
        """
        names = set(ticked.split("\n"))
        chosen = [place for place in self.known.lists if f"list:{place.name}" in names]
        day = self.session.today().isoformat() if _NEWS in names else ""
        try:
            return self.known.requests(values, bibtex, chosen, first, day)
        except AppError as error:
            reason = f"{error.path}: {error.message}" if error.path else error.message
            raise Refused(_("{said}; untick it to leave that one out").format(said=reason.rstrip("."))) from error
