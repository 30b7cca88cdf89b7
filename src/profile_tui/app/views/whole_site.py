"""All that can be found in a site: the entries and sections of its page and stores, the texts of its other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import View
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import folded, one_line
from profile_tui.site.repository.listing import site_files
from profile_tui.text.catalogue import led
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily
from profile_tui.text.reading import read_start

_MOST = 200_000
"""Bytes of a file that are looked through."""
_TITLE = lazily(r"""^title[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*$""", 8)
_AROUND = 40
"""Characters of a line that are before the word that was found in it, at most."""
_BEFORE = 20
"""The same of an entry, where it is too far to the right."""


class Hit(NamedTuple):
    """What finds a row again that was found.

    Attributes:
        view: The key of the view that it is of.
        key: Its key there.
    """

    view: str
    key: object


class Spot(NamedTuple):
    """A place in a file.

    Attributes:
        name: The file's path in the repository.
        offset: The place.
    """

    name: str
    offset: int


class FileHit(NamedTuple):
    """A file that was found.

    Attributes:
        name: Its path in the repository.
        title: What it is called.
        text: What it holds.
    """

    name: str
    title: str
    text: str

    def place(self, words: Sequence[str]) -> int:
        """Return where the first of some words stands; 0 where none does."""
        return max(0, first_place(self.text, words))

    def row(self, words: Sequence[str]) -> ListRow:
        """Return its row: its title, and the line that has a word."""
        at = self.place(words)
        line = line_around(self.text, at) if at else ""
        label = led(self.title, line) if line.strip("-") else self.title
        return ListRow(label, "", one_line(self.name), "place", key=self)


class Findable(NamedTuple):
    """Something that can be found.

    Attributes:
        text: What it is found by.
        row: How it is shown.
    """

    text: str
    row: ListRow

    def shown(self, words: Sequence[str]) -> ListRow:
        """Return how it is shown where some words were looked for: with the first of them in sight."""
        row = self.row
        if isinstance(row.key, FileHit):
            return row.key.row(words)
        at = first_place(row.text, words)
        if at < 0 and not row.left and (beyond := first_place(self.text, words)) >= 0:
            return row._replace(text=f"{row.text}: {line_around(self.text, beyond)}")
        return row._replace(text=_from_word(row.text, at - _BEFORE, at)) if at > _AROUND else row


def first_place(text: str, words: Sequence[str]) -> int:
    """Return where the first of some words stands in a text; -1 where none does."""
    low = folded(text)
    return min((at for word in words if (at := low.find(word)) >= 0), default=-1) if len(low) == len(text) else -1


def line_around(text: str, at: int) -> str:
    """Return the line that has a place of a text, from shortly before that place on."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else None][: at - start + 3 * _AROUND]
    return one_line(_from_word(line, at - start - _AROUND, at - start))


def _from_word(text: str, first: int, at: int) -> str:
    """Return a text from the first word on that begins at or after a place, with a sign for what is before it.

    Args:
        text: The text.
        first: The place.
        at: What must be in it; where no word begins before that, it is cut within one.
    """
    if first <= 0:
        return text
    blank = text.find(" ", first - 1, at)
    return f"…{text[blank + 1 if blank >= 0 else first :]}"


def in_views(views: Sequence[View]) -> Iterator[tuple[View, Findable]]:
    """Yield the rows of views, each with its view; a section that is only text is found by all of its text."""
    for view in views:
        for row in view.rows() if view.key != "problems" else ():
            if row.role != "heading":
                beyond = row.span.of(row.document.page.text) if view.is_text and row.span and row.document else ""
                hit = row._replace(key=Hit(view.key, row.key))
                yield view, Findable(f"{row.left} {row.text} {beyond}", hit)


def in_files(session: Session, stopped: Callable[[], bool]) -> Iterator[Findable]:
    """Yield the files of the site that no view has open, as the disk has them.

    Args:
        session: The session of the page.
        stopped: Whether nobody waits for it any more.
    """
    site, root = session.target.site, session.target.root
    if site is None or root is None:
        return
    stores = [store.path for store in session.stores()]
    known = {document.path for document in session.documents}
    for file in site_files(site):
        path = Path(root, file.name)
        if stopped():
            return
        if path not in known and not any(other == path or other in path.parents for other in stores):
            text = _text(path)
            title = _TITLE.search(text[:4_000])
            name = one_line(title[1]) if title else one_line(file.name)
            yield Findable(f"{file.name} {text}", FileHit(file.name, name, text).row(()))


def _text(path: Path) -> str:
    """Return what a file holds; nothing where it cannot be read, since it is found by its name at least."""
    try:
        return read_start(path, _MOST).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return ""
