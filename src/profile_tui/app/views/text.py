"""A section that is only text."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import Raw, View, ViewHost
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.markup.inline import plain
from profile_tui.text.catalogue import _
from profile_tui.workspace.workspace import SectionRef

_TITLE = 40
"""Characters that a text without a heading is called by."""
_READ = 200
"""Characters of it that are read for that."""


class TextView(View):
    """A section of no known kind; it is edited as text."""

    is_text = True

    def __init__(self, session: Session, ref: SectionRef, number: int) -> None:
        """Make the text section of that number, counted through the page."""
        super().__init__(session)
        self.document = ref.document
        self.section = ref.section
        self._number = number

    @property
    def key(self) -> str:
        """Its place among the text sections."""
        return f"text {self._number}"

    @property
    def title(self) -> str:
        """Its heading, or its first words; the text before any heading introduces the page's owner."""
        if self.section.label:
            return one_line(self.section.label)
        if self._number == 1:
            return _("Text") if self.session.home else _("Introduction")
        body = self.section.body.of(self.document.page.text)
        return one_line(plain(_beginning(body))[:_TITLE]) or _("(no heading)")

    @property
    def changed(self) -> bool:
        """Whether it differs from the disk."""
        return self.session.changes.differs_or_lost(self.document, self.section.span)

    def rows(self) -> Sequence[ListRow]:
        """Return one row, for its lines."""
        return [ListRow(self.title, span=self.section.span, document=self.document, changed=self.changed)]

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return the whole section."""
        return Raw(self.document, self.section.span, self.title)

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return that text can only be edited."""
        return None if action == "edit" else _("Plain text: enter edits it, n adds news.")

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open the text."""
        return screen.edit_raw()


def _beginning(body: str) -> str:
    """Return the beginning of a text, without what would be cut within a tag: half a tag would be read as words."""
    cut = body[:_READ]
    if len(cut) < len(body):
        for opens, closes in (("{{", "}}"), ("{%", "%}"), ("<", ">")):
            at = cut.rfind(opens)
            if at >= 0 and closes not in cut[at:]:
                cut = cut[:at]
    return cut
