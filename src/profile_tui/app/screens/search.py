"""The search: type words, and go to any entry, section or file of the site that has them."""

from __future__ import annotations

from functools import partial
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
from profile_tui.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from textual.widgets import Input

    from profile_tui.app.session.session import Session

Goal = Hit | Spot
"""Where one goes from here."""
_MOST = 300
"""How many of the best are listed; who wants others types another word."""
_MANY = 2_000
"""From how many rows on their words are gone through beside the keys."""
_REST = 0.0005
"""Seconds between two files that are read, in which a key gets the whole processor."""
_AGAIN = 0.3
"""Seconds after which is looked again whether the stores are read."""


class _Indexed(NamedTuple):
    """Things that can be found, and the index of their words."""

    all: list[Findable]
    words: WordIndex

    @classmethod
    def of(cls, rows: list[Findable]) -> _Indexed:
        """Go through the words of some things."""
        return cls(rows, WordIndex([row.text for row in rows]))


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
        self._rows_in = self._files_in = _Indexed.of([])
        self._is_indexed = False
        self._chosen = False
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
        rows = [
            findable._replace(row=_named(view.title, findable.row)) for view, findable in in_views(views(self._home))
        ]
        if len(rows) > _MANY:  # their words are gone through beside the keys
            self.run_worker(partial(self._index_beside, rows), thread=True, exclusive=True, group="index")
        else:
            self._indexed(_Indexed.of(rows))
        if self._home.progress(""):
            self.set_timer(_AGAIN, self._take_in)

    def _index_beside(self, rows: list[Findable]) -> None:
        """What `_take_in` does in a thread with many rows."""
        worker = get_current_worker()
        indexed = _Indexed.of(rows)
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._indexed, indexed)

    def _indexed(self, rows: _Indexed) -> None:
        """Search the rows from now on; go to what was asked for before that could be done."""
        self._rows_in, self._is_indexed = rows, True
        self._show()
        if self._chosen:
            self._chosen = False
            self.choose()

    def _read_files(self) -> None:
        """Read the other files of the site, in a thread."""
        worker = get_current_worker()

        def stopped() -> bool:
            sleep(_REST)
            return worker.is_cancelled

        files = _Indexed.of(list(in_files(self._home, stopped)))
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._files_read, files)

    def _files_read(self, files: _Indexed) -> None:
        """List what they have, too."""
        self._files_in = files
        self._show()

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
        matches, words = self._find(typed)
        rows = [match.shown(words) for match in matches[:_MOST]]
        empty = _("No match for “{typed}”. esc closes.").format(typed=typed) if typed else _("Nothing here yet.")
        self.rows.show(rows, 0, empty, " ".join(words))
        reading = self._home.progress("")
        most = len(self._rows_in.all) + len(self._files_in.all)
        count = _("{count:,} of {count2:,}").format(count=len(matches), count2=most) + (
            _(" · the first {most} shown").format(most=_MOST) if len(matches) > _MOST else ""
        )
        self.tell(" · ".join(part for part in (count, reading) if part))

    def _find(self, typed: str) -> tuple[list[Findable], list[str]]:
        """Return what has the typed words, the best first, and what is to be set off in it; without words, all."""
        if not typed:
            return [*self._rows_in.all, *self._files_in.all], []
        matches: list[tuple[float, Findable]] = []
        words: list[str] = []
        for indexed in (self._rows_in, self._files_in):
            some = indexed.words.find(typed)
            matches += [(match.score, indexed.all[match.at]) for match in some.matches]
            words += [word for word in some.words if word not in words] if some.matches else []
        matches.sort(key=lambda match: -match[0])
        return [row for _score, row in matches], words

    def choose(self) -> None:
        """Go to what is highlighted."""
        if not self._is_indexed:
            self._chosen = True
            return
        if self._waiting:  # Enter right after a letter
            self._show()
        key = self.row.key if self.row else None
        if isinstance(key, FileHit):
            self.dismiss(Spot(key.name, key.place(self._find(self.line.value.strip())[1])))
        elif isinstance(key, Hit):
            self.dismiss(key)


def _named(name: str, row: ListRow) -> ListRow:
    """Return a row that says which view it is of."""
    return row._replace(right=name, changed=False)
