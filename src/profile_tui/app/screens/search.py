"""The search: type words, and go to any entry, section or file of the site that has them."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.worker import get_current_worker

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.pick_screen import PickScreen
from profile_tui.app.views import views
from profile_tui.app.views.whole_site import FileHit, Findable, Hit, Spot, in_files, in_views
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.word_index import WordIndex
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.widgets import Input

    from profile_tui.app.session.session import Session

Goal = Hit | Spot
"""Where one goes from here."""
_MOST = 300
"""How many of the best are listed; who wants others types another word."""
_REST = 0.0005
"""Seconds between two files that are read, in which a key gets the whole processor."""
_AGAIN = 0.3
"""Seconds after which is looked again whether the stores are read."""


class SearchScreen(PickScreen[Goal | None]):
    """What the whole site has of the typed words, the best first, with their number."""

    CONTEXT = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = "SearchScreen #box { width: 110; height: 86%; }"

    def __init__(self, home: Session) -> None:
        """Make the search of a site.

        Args:
            home: The session of its page.
        """
        heading = _("Search the site") if home.target.site else _("Search the page")
        super().__init__(heading, _("type words, or some letters of them"))
        self._home = home
        self._files: list[Findable] = []
        self._all: list[Findable] = []
        self._index = WordIndex(())
        self._waiting = False

    def on_mount(self) -> None:
        """Take in what can be found, once the line is there to be typed in."""
        super().on_mount()
        self.call_after_refresh(self._take_in)
        self.run_worker(self._read_files, thread=True, exclusive=True, group="search")

    @property
    def row(self) -> ListRow | None:
        """What is highlighted."""
        return self.rows.row

    def _take_in(self) -> None:
        """Take in the rows of all views; once more, as long as stores are read."""
        rows = [found._replace(row=_named(view.title, found.row)) for view, found in in_views(views(self._home))]
        self._all = [*rows, *self._files]
        self._index = WordIndex([one.text for one in self._all])
        self._show()
        if self._home.progress(""):
            self.set_timer(_AGAIN, self._take_in)

    def _read_files(self) -> None:
        """Read the other files of the site, in a thread."""
        worker = get_current_worker()

        def stopped() -> bool:
            sleep(_REST)
            return worker.is_cancelled

        files = list(in_files(self._home, stopped))
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._files_read, files)

    def _files_read(self, files: list[Findable]) -> None:
        """List what they have, too."""
        self._files = files
        self._take_in()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search, once the key is on the screen."""
        message.stop()
        if not self._waiting:
            self._waiting = True
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        """List what was found."""
        self._waiting = False
        typed = self.line.value.strip()
        found = self._index.find(typed)
        at = [match.at for match in found.matches] if typed else range(len(self._all))
        rows = [self._all[index].shown(found.words) for index in at[:_MOST]]
        empty = _("No match for “{typed}”. esc closes.").format(typed=typed) if typed else _("Nothing here yet.")
        self.rows.show(rows, 0, empty, " ".join(found.words))
        reading = self._home.progress("")
        count = _("{count:,} of {count2:,}").format(count=len(at), count2=len(self._all)) + (
            _(" · the first {most} shown").format(most=_MOST) if len(at) > _MOST else ""
        )
        self.tell(" · ".join(part for part in (count, reading) if part))

    def choose(self) -> None:
        """Go to what is highlighted."""
        if self._waiting:  # Enter right after a letter
            self._show()
        key = self.row.key if self.row else None
        if isinstance(key, FileHit):
            words = self._index.find(self.line.value).words
            self.dismiss(Spot(key.name, key.place(words)))
        elif isinstance(key, Hit):
            self.dismiss(key)


def _named(name: str, row: ListRow) -> ListRow:
    """Return a row that says which view it is of."""
    return row._replace(right=name, changed=False)
