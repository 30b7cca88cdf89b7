"""What every view of the left pane has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from profile_tui.app.forms.base import Form, FormHost
from profile_tui.app.session.session import Session
from profile_tui.app.views.within import overlap
from profile_tui.app.widgets.rows import ListRow
from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span, replaced
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.refs import EntryNumber

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit

ACTIONS = {"add": _("add"), "edit": _("edit"), "move": _("move"), "remove": _("remove")}
"""What is done to rows, in words."""


class Raw(NamedTuple):
    """A range of a file that is edited as text.

    Attributes:
        document: The file.
        span: The range.
        name: What to call it.
        suffix: What kind of text it is, as a file's ending.
        at: Where in the file the cursor is at first.
    """

    document: Document
    span: Span
    name: str
    suffix: str = ".md"
    at: int = 0

    @property
    def text(self) -> str:
        """What it holds."""
        return self.span.of(self.document.page.text)

    def put(self, text: str) -> bool:
        """Make another text of it, as one step that can be undone; return whether something changed.

        Raises:
            Refused: The file is not as it was any more.
        """
        splice = replaced(self.document.page.text, self.span, text)
        if splice is not None:
            self.document.perform_splices([splice], _("Edit the text of {name}").format(name=self.name))
        return splice is not None


class ViewHost(FormHost, Protocol):
    """What a view needs of the screen that shows it, to open forms and to take changes over."""

    @property
    def session(self) -> Session:
        """The file that is shown, and what is around it."""

    def open_form(self, form: Form) -> Awaitable[object]:
        """Open a form, and go to what it changed."""

    def edit_raw(self) -> Awaitable[object] | None:
        """Open the text around the highlighted row."""

    def attempt(self, change: Callable[[], ProvenEdit], key: object = None) -> bool:
        """Make a change and show it, or tell why it is refused; return whether something was changed."""

    def remove_paper(self, number: int) -> None:
        """Remove a publication; where other lists have it, too, ask where."""

    def after_change(self, key: object = None) -> None:
        """Show what changed, and keep the draft."""

    def go_to(self, document: Document, offset: int) -> None:
        """Highlight the section and the row that hold an offset of a file."""


class View(ABC):
    """One line of the left pane, and what the middle shows for it.

    The methods that edit are called with the screen, which opens forms and takes changes over. Where a view does
    not offer one, `disabled_reason` says why, and so does the method.
    """

    is_text = False
    """Whether it has no rows but only lines, which then take the whole place."""
    renders = True
    """Whether its lines are shown as a reader sees them, where that is asked for."""
    remembers = False
    """Whether `finder` takes no longer before it was shown."""

    def __init__(self, session: Session) -> None:
        """Make a view of the page as it is now."""
        self.session = session

    @property
    @abstractmethod
    def key(self) -> str:
        """What finds it again after a change."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the left pane calls it; harmless."""

    @property
    def count(self) -> int | None:
        """How many it holds; None where that says nothing."""
        return None

    @property
    def reading(self) -> str:
        """How far what it shows is read; empty where all is."""
        return ""

    @property
    def unfinished(self) -> bool:
        """Whether one of its forms, or its text, was left unfinished."""
        keys = self.session.kept_forms.keys
        if self.forms and any(key.startswith(self.forms) for key in keys):
            return True
        raw = self.raw(None) if any(key.startswith("text of ") for key in keys) else None
        return raw is not None and f"text of {raw.name}" in keys

    @property
    def forms(self) -> str:
        """What the keys of its forms begin with; empty where it has none."""
        return ""

    @property
    def changed(self) -> bool:
        """Whether something of it differs from the disk."""
        return False

    @abstractmethod
    def rows(self) -> Sequence[ListRow]:
        """Return its rows."""

    def rows_within(self, document: Document, span: Span) -> Sequence[ListRow]:
        """Return the first rows that may have something of a range of a file; all, where that takes no longer."""
        return self.rows()

    def finder(self) -> Callable[[Document, Span], object]:
        """Return what finds the key of the first row that has something of a range of a file as it is now.

        It is asked after a change, and finds None where no row had.
        """
        rows = list(self.rows())

        def find(document: Document, span: Span) -> object:
            own = (row for row in rows if row.document is document)
            return next((row.key for row in own if row.span is not None and overlap(row.span, span)), None)

        return find

    @property
    def empty(self) -> str:
        """What the middle says where there are no rows: the next key."""
        return ""

    def entry_of(self, row: ListRow) -> EntryNumber | None:
        """Return the entry that a row shows; None where it shows another thing."""
        return None

    def notes(self, row: ListRow) -> Sequence[str]:
        """Return what is above a row's lines."""
        return ()

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return what is edited as text; None where there is nothing."""
        return None

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return why `add`, `edit`, `remove` or `move` cannot be done here, as a sentence; None where it can."""
        return _("There is nothing to {action} here.").format(action=ACTIONS.get(action, action))

    def add(self, screen: ViewHost, row: ListRow | None) -> Awaitable[object] | None:
        """Open what adds to it."""
        return self._refuse(screen, "add", row)

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open what changes a row."""
        return self._refuse(screen, "edit", row)

    def remove(self, screen: ViewHost, row: ListRow) -> None:
        """Take a row away."""
        self._refuse(screen, "remove", row)

    def move(self, screen: ViewHost, row: ListRow, by: int) -> None:
        """Move a row up or down."""
        self._refuse(screen, "move", row)

    def _refuse(self, screen: ViewHost, action: str, row: ListRow | None) -> Awaitable[object] | None:
        """Say why a view does not offer an action; nothing opens."""
        screen.say(self.disabled_reason(action, row) or View.disabled_reason(self, action, row) or "")
        return None
