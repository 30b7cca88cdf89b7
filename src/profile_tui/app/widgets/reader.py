"""What a reader of the page sees of an entry, beside its lines, where the terminal has room for both."""

from __future__ import annotations

from profile_tui.app.widgets.rendered import rendered
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.span import Span


class ReaderView(SourceView, can_focus=False):
    """Follows what the lines beside it show; the keys never go to it."""

    def __init__(self) -> None:
        """Make a view of nothing."""
        super().__init__(id="reader")
        self.border_title = _("rendered")
        self._seen: tuple[Page, Span] | None = None

    def show_page(self, page: Page, span: Span) -> None:
        """Show a range of a page, as it is or as it will be."""
        self._seen = (page, span)
        self._draw()

    def on_resize(self) -> None:
        """Words go to other lines at another width."""
        super().on_resize()
        self._draw()

    def _draw(self) -> None:
        """Show it at the width that there is."""
        if self._seen is not None and self.size.width:
            lines = rendered(*self._seen, max(10, self.size.width - 2))
            self.show(lines or [SourceLine(_("Readers see nothing of this."), style="dim")])
