"""Three panes: what the page holds, the entries of one kind, and the exact lines of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from profile_tui.app.screens.beside import show_to_reader
from profile_tui.app.screens.command_screen import CommandScreen, title, ways_from
from profile_tui.app.screens.row_search import Before, Located, row_at
from profile_tui.app.views import View, views
from profile_tui.app.views.lazy_rows import index_of
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.row_list import RowList
from profile_tui.app.widgets.rows import ListRow, state
from profile_tui.app.widgets.source import SourceLine, SourceView, exact
from profile_tui.app.widgets.terminal_text import line_range
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.session.session import Session
    from profile_tui.app.views.found import FoundView
    from profile_tui.content.page.page import Page
    from profile_tui.text.span import Span
    from profile_tui.workspace.documents.document import Document

PANES = ("sections", "entries", "source")
"""The panes from left to right."""
_DIGITS = 9
"""How many lines of the left pane are gone to by their digit."""
_ROOM_FOR_TWO = 80
"""The columns from which on there are several panes at a time."""


class PanesScreen(CommandScreen[None]):
    """Shows a session in three panes; views know what is in them."""

    DEFAULT_CSS = """
    PanesScreen {
        overflow: hidden;
        #body { height: 1fr; }
        #sections { width: 26; }
        #right { width: 1fr; layout: vertical; }
        #entries { height: 3fr; min-height: 5; }
        #source { height: 2fr; min-height: 4; }
        RowList, SourceView { border: round $foreground 30%; border-title-color: $text-muted; }
        RowList:focus, SourceView:focus { border: round $border; border-title-color: $foreground; }
        &.-wide #right { layout: horizontal; }
        &.-wide #entries { height: 1fr; width: 5fr; }
        &.-wide #source { height: 1fr; width: 4fr; }
        &.-reader #right { layout: grid; grid-size: 2 2; grid-columns: 5fr 4fr; }
        &.-reader #entries { width: 1fr; row-span: 2; }
        &.-reader #source { width: 1fr; }
        &.-reader.-text #right { grid-size: 2 1; }
        &.-narrow #sections { width: 1fr; }
        &.-narrow #entries, &.-narrow #source { height: 1fr; }
    }
    """
    AUTO_FOCUS = None

    def __init__(self, session: Session) -> None:
        """Make the screen of a session."""
        super().__init__()
        self._session = session
        self._views: list[View] = []
        self._rows: Sequence[ListRow] = ()
        self.found: FoundView | None = None
        self.rendered = False
        self.pane = "sections"
        self.counting = False
        self.after_reading: Callable[[], object] | None = None
        self._partial = False
        self._places: dict[str, object] = {}  # the row that was highlighted last, by its view
        self._shown = ""  # the key of the view that the middle shows

    def compose(self) -> ComposeResult:
        """Header, three panes, footer."""
        yield TitleBar(self.session)
        with Horizontal(id="body"):
            yield RowList(id="sections")
            with Container(id="right"):
                yield RowList(id="entries")
                yield SourceView(id="source")
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Show the page; the keys go to the entries, or where there are none, to the sections.

        A page that Jekyll would not render begins with the reason.
        """
        self.sections.border_title = _("File") if self.session.home else _("Page")
        self.show_page()
        self._begin()

    def _begin(self) -> None:
        """Go to where one begins."""
        if self.session.lacks_header and any(view.key == "front matter" for view in self._views):
            self.show_kind("front matter", None)
        elif self._rows:
            self.focus_pane("entries")
        else:
            first = next((at for at, view in enumerate(self._views) if view.count), 0)
            self.sections.show(self.sections.rows, first)
            self.show_view()
            self.focus_pane("entries" if self._rows or self.view.reading else "sections")

    @property
    def session(self) -> Session:
        """The file that it shows, and what is around that."""
        return self._session

    @property
    def sections(self) -> RowList:
        """The left pane."""
        return self.query_one("#sections", RowList)

    @property
    def entries(self) -> RowList:
        """The middle pane."""
        return self.query_one("#entries", RowList)

    @property
    def source(self) -> SourceView:
        """The pane of exact lines."""
        return self.query_one("#source", SourceView)

    @property
    def here(self) -> View:
        """What is highlighted on the left."""
        return self._views[self.sections.cursor]

    @property
    def view(self) -> View:
        """What the middle shows: that, or what was found."""
        return self.found or self.here

    @property
    def finding(self) -> str:
        """The words that are to be found; empty where all is shown."""
        return self.found.words if self.found else ""

    def find_words(self, words: str) -> None:
        """Show what holds all words, in all views."""
        from profile_tui.app.views.found import FoundView

        if self.found is None:
            self.found = FoundView(self.session, self._views, self.here, words)
        self.found.words = words

    def stop_finding(self) -> None:
        """Show what is highlighted on the left again, without the line in which one types."""
        self.found = None
        self.query("#find").remove()
        self.query_one(TitleBar).display = True

    @property
    def row(self) -> ListRow | None:
        """The highlighted row of the middle."""
        return next(iter(self.view.rows()), None) if self.view.is_text else self.entries.row

    # Showing

    def show_page(self, key: object = None) -> None:
        """Show the page as it is now, at the same place as before.

        Args:
            key: The row to go to; where left out, the one that was highlighted.
        """
        here = self.here.key if self._views else None
        self.entries.marked = set()  # entries may have other numbers now
        self._views = views(self.session)
        words, self.found = self.finding, None
        cursor = next((at for at, view in enumerate(self._views) if view.key == here), 0)
        self.sections.show(self._section_rows(cursor), cursor)
        if words:
            self.find_words(words)
        self.show_view(key if key is not None else self.entries.row.key if self.entries.row else None)
        self.query_one(TitleBar).look_again()

    def _section_rows(self, cursor: int) -> list[ListRow]:
        """Return the lines of the left pane; before the first frame is out, only what is shown is counted."""
        rows = []
        for at, view in enumerate(self._views):
            count = view.count if self.counting or at == cursor else None
            right = f"{state(view.changed, view.unfinished)} {'' if count is None else count}".strip()
            digit = str(at + 1) if at < _DIGITS else ""
            rows.append(ListRow(view.title, digit, right, "place", view.changed, key=view.key))
        return rows

    def show_stores(self) -> None:
        """Show what lives in stores, once the first frame is out; where nothing was chosen yet, begins there."""
        if self.session.stores():
            self.show_page()
            if self.sections.cursor or self.pane == "sections" or not self._rows:
                self.sections.show(self.sections.rows, 0)
                self.show_view()
                self._begin()
        elif not self._rows:
            self.show_view()

    def show_reading(self) -> None:
        """Show how far the stores are read, and what the shown kind has in them as soon as that is known."""
        if self.view.reading:
            self._head_entries()
        elif self._partial:
            self.show_page()
        if self.session.read:
            self.show_findings()
        if self.after_reading is not None and not self._partial:
            after, self.after_reading = self.after_reading, None
            after()

    def show_counts(self) -> None:
        """Show how much each line of the left pane holds."""
        self.counting = True
        self.sections.show(self._section_rows(self.sections.cursor), self.sections.cursor)

    def show_findings(self) -> None:
        """Show the problems and the branch once they are known."""
        if not self.is_mounted:
            return
        self.show_counts()
        if self.view.key == "problems":
            self.show_view(self.entries.row.key if self.entries.row else None)
        self.query_one(TitleBar).look_again()

    def show_view(self, key: object = None) -> None:
        """Show the view that is highlighted on the left, at the row with that key."""
        view = self.view
        if view.is_text and self.pane == "entries":
            self.focus_pane("source")
        else:
            self._arrange()
        self._rows = rows = view.rows()
        if key is None and self.found is None:
            key = self._places.get(view.key)
        at_key = index_of(rows, key)
        nearest = min(self.entries.cursor, len(rows) - 1) if self._shown == view.key else 0
        self._shown, cursor = view.key, nearest if at_key is None else at_key
        if cursor == 0 and at_key is None:
            cursor = next((at for at, row in enumerate(rows) if row.role not in ("unread", "unfinished", "heading")), 0)
        self.entries.show(rows, max(0, cursor), view.empty, self.finding)
        self._head_entries()
        self.show_source()

    def _head_entries(self) -> None:
        """Say above the entries what they are, how many there are, and how far they are read."""
        view = self.view
        self._partial = bool(view.reading)
        marked = _("{count} marked").format(count=len(self.entries.marked)) if self.entries.marked else ""
        parts = [view.title, "" if view.count is None else str(view.count), marked, view.reading]
        self.entries.set_title(title(" · ".join(part for part in parts if part)))
        if not self.entries.rows:
            self.entries.show((), 0, view.empty)

    def show_source(self) -> None:
        """Show the highlighted row's lines."""
        row = self.row
        if row is not None and self.found is None:
            self._places[self.view.key] = row.key
        self._show_to_reader(row)
        notes = [SourceLine(line) for line in self.view.notes(row)] if row is not None else []
        if row is None or row.span is None or row.document is None:
            self.source.set_title(title(_("lines")))
            self.source.show(notes)
        elif self.rendered and self.view.renders and self.session.is_text(row.document):
            self._show_rendered(row.document.page, row.span)
        else:
            self._show_lines(row.document, row.span, notes)
        self.refresh_footer()

    def _show_lines(self, document: Document, span: Span, notes: list[SourceLine]) -> None:
        """Show lines of a file exactly, below what is said of them, and whether the disk has them."""
        lines = exact(document, span)
        self.source.show([*notes, *lines])
        where = line_range(*document.page.lines(span))
        if document is not self.session.document:
            where += _(" of {name}").format(name=document.name)
        state = _("will be written") if any(line.style for line in lines) else _("as on disk")
        self.source.set_title(title(f"{where} · {state}"))

    def _show_to_reader(self, row: ListRow | None) -> None:
        """Show what a reader sees of a row beside its lines, unless these show that."""
        page, span = None, row.span if row is not None else None
        if row is not None and row.document is not None and span is not None:
            is_seen = self.view.renders and not self.rendered and self.session.is_text(row.document)
            page = row.document.page if is_seen else None
        show_to_reader(self, self.query_one("#right"), page, span)

    def _show_rendered(self, page: Page, span: Span) -> None:
        """Show lines as a reader of the page sees them."""
        from profile_tui.app.widgets.rendered import rendered

        self.source.show(rendered(page, span, max(10, self.source.size.width - 2)))
        self.source.set_title(title(_("rendered")))

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Follow the cursor of either list."""
        if message.listing is self.sections:
            self.stop_finding()
            self.entries.marked = set()
            self.entries.show(())
            self.show_view()
        else:
            self.show_source()

    def on_descendant_focus(self) -> None:
        """A click into a pane gives it the keys."""
        if self.focused is not None and self.focused.id in PANES:
            self.pane = self.focused.id
        self.entries.led = self.focused is not None and self.focused.id == "find"
        self.entries.refresh()
        self.refresh_footer()

    def on_resize(self) -> None:
        """A narrow terminal shows one pane at a time, a large one what a reader sees as well."""
        self._arrange()
        if self.rendered:
            self.call_after_refresh(self.show_source)  # once it is known how wide the lines are
        else:
            self._show_to_reader(self.row)

    def _arrange(self) -> None:
        """Show the panes that there is room for."""
        narrow, text = self.app.size.width < _ROOM_FOR_TWO, self.view.is_text
        self.set_class(text, "-text")
        self.sections.display = not narrow or self.pane == "sections"
        self.query_one("#right").display = not narrow or self.pane != "sections"
        self.entries.display = not text and (not narrow or self.pane == "entries")
        self.source.display = text or not narrow or self.pane == "source"
        for pane, listing in (("entries", self.entries), ("source", self.source)):
            listing.border_subtitle = ways_from(pane) if narrow else None

    # Moving about

    def focus_pane(self, pane: str) -> None:
        """Give the keys to a pane."""
        self.pane = "source" if pane == "entries" and self.view.is_text else pane
        self._arrange()  # first, because what is not displayed takes no focus
        self.set_focus(self.query_one(f"#{self.pane}"))

    def go_to_section(self, index: int) -> None:
        """Highlight a line of the left pane, and give the keys to what it holds."""
        if index < len(self._views):
            self.sections.go_to(index)
            self.stop_finding()
            self.show_view()
            self.focus_pane("entries")

    def mark(self, keys: set[object]) -> None:
        """Mark rows of the middle, and no others."""
        self.entries.mark(keys)
        self._head_entries()
        self.refresh_footer()

    def pane_beside(self, by: int) -> str:
        """Return the pane `by` places further, around the corner; a text section has no list of entries."""
        panes = [pane for pane in PANES if pane != "entries" or not self.view.is_text]
        here = self.pane if self.pane in panes else "source"
        return panes[(panes.index(here) + by) % len(panes)]

    def go_to(self, document: Document, offset: int) -> None:
        """Highlight the section and the row that hold an offset of a file."""
        place = row_at(self._views, document, offset)
        if place is None:
            self.say(_("That line isn't in a section; press e on a section to edit it as text."))
            return
        self._go_to_row(place)

    def show_spot(self, document: Document, offset: int) -> None:
        """Highlight what holds an offset of a file, or what is before it; stay where neither is listed."""
        if place := row_at(self._views, document, offset) or row_at(self._views, document, offset - 1):
            self._go_to_row(place)

    def remember(self) -> Before:
        """Remember what is listed before a change, so that `show_changed` can go to what that changed."""
        return Before(self.session, self._views, self._places)

    def show_changed(self, before: Before) -> None:
        """Highlight what was changed since, or what is next to something that is gone; stay where neither is listed."""
        if place := before.changed_row(self.session, self._views, self.here.key):
            self._go_to_row(place)

    def _go_to_row(self, place: Located) -> None:
        """Highlight a row, in its section."""
        self.stop_finding()
        self.sections.show(self.sections.rows, place.view)
        self.show_view(place.row.key if place.row else None)
        self.focus_pane("entries")

    def show_kind(self, kind: str, key: object) -> None:
        """Highlight an entry of a view, by its key there."""
        at = next((at for at, view in enumerate(self._views) if view.key == kind), None)
        if at is not None:
            self.sections.show(self.sections.rows, at)
            self.show_view(key)
            self.focus_pane("entries")
