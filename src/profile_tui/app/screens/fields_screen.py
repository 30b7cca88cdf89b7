"""What every screen with fields does: it keeps what was typed when it is left."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, TypeVar

from profile_tui.app.screens.command_screen import CommandScreen, title
from profile_tui.app.session.kept_forms import KeptForm
from profile_tui.app.widgets.areas import ProseField, TextField
from profile_tui.app.widgets.fields import LineField, joined
from profile_tui.app.widgets.syntax import HTML, MARKDOWN
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

T = TypeVar("T")
_WITHIN = 0.5
"""Seconds within which what is typed goes into the draft, however steadily one types."""


class FieldsScreen(CommandScreen[T]):
    """A screen whose fields are kept: in the draft while one types, and until it is opened again when one leaves.

    Attributes:
        result: What was taken over before, where one screen takes several things over.
        wants_text: Whether the text in the file that the fields are about is opened once the screen is left.
    """

    def __init__(self) -> None:
        """Make a screen."""
        super().__init__()
        self._timer: Timer | None = None
        self._kept: KeptForm | None = None
        self._titled: tuple[Widget, str] | None = None
        self.result: T | None = None
        self.wants_text = False

    @property
    @abstractmethod
    def key(self) -> str:
        """What the fields are kept under."""

    @property
    @abstractmethod
    def origin(self) -> str:
        """The text of the page that they are about."""

    @property
    @abstractmethod
    def initial(self) -> dict[str, str]:
        """What stood in the fields at first."""

    @abstractmethod
    def texts(self) -> dict[str, str]:
        """Return what is in the fields."""

    @abstractmethod
    def fill(self, texts: dict[str, str]) -> None:
        """Put texts into the fields."""

    @abstractmethod
    def keep(self) -> None:
        """Take over what was typed, and leave; or say why that is refused."""

    @property
    @abstractmethod
    def named(self) -> str:
        """What the user knows the form by."""

    def others(self) -> Sequence[str]:
        """Return the texts of all that shares the key; nothing does, where there is none."""
        return ()

    def kept(self) -> dict[str, str] | None:
        """Return what was typed here before and not taken over; what is about the same entry, wherever that is now."""
        self._kept = self.session.kept_forms.find(self.key, self.origin, self.others)
        return None if self._kept is None else self._kept.on(self.origin, self.initial)

    @property
    def remark(self) -> str:
        """What the title says of fields that are as they were left."""
        if self._kept is None:
            return ""
        if self._kept.origin != self.origin:
            return _(" · restored, though the page has changed here; F2 resets")
        return _(" · restored; F2 resets")

    def entitle(self, box: Widget, name: str) -> None:
        """Give a frame its title, with the remark."""
        self._titled = box, name
        box.border_title = title(name + self.remark)

    def typed(self) -> None:
        """Called at every change of a field: the draft is kept soon, and further keys do not put that off."""
        if self._timer is None:
            self._timer = self.set_timer(_WITHIN, self.keep_typed)

    def keep_typed(self) -> None:
        """Keep what was typed in the draft."""
        self._stop()
        texts, forms = self.texts(), self.session.kept_forms
        if texts == self.initial:
            forms.remove(self._kept)
            self._kept = None
        else:
            kept = KeptForm(self.key, self.named, self.origin, dict(self.initial), texts)
            forms.put(kept, self._kept)
            self._kept = kept
        self.editor.keep_draft()

    def _stop(self) -> None:
        """Nothing waits to be kept."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def forget(self) -> None:
        """What was typed has been taken over."""
        self._stop()
        self.session.kept_forms.remove(self._kept)
        self._kept = None

    def leave(self) -> None:
        """Go back; what was typed is kept."""
        if self._kept is not None or self.texts() != self.initial:
            self.keep_typed()
        self._stop()
        if self._kept is not None:
            self.say(_("Your unfinished text is saved; reopen the form to continue."))
        self.dismiss(self.result)

    @property
    def has_text(self) -> bool:
        """Whether the fields are about an entry whose text in the file can be opened."""
        return False

    def open_text(self) -> None:
        """Leave, and open that text."""
        self.wants_text = True
        self.leave()

    @property
    def looks_up(self) -> bool:
        """Whether public services can be asked for what fills the fields."""
        return False

    def look_up(self) -> None:
        """Ask public services for what is there."""

    def scroll_lines(self, by: int) -> None:
        """Show other lines of what will be written, where that is shown below the fields."""

    @property
    def fixed_place(self) -> str:
        """Why what is typed has no other place, as a sentence; empty where it can be put to one."""
        return _("Only a new entry has a place to choose.")

    def attach_file(self) -> Awaitable[object] | None:
        """Ask for a file, and link to it."""

    def shift_place(self, by: int) -> None:
        """Put it some places further."""

    @property
    def text_field(self) -> TextField | None:
        """The field with the cursor, where links and emphasis mean something in it."""
        field = self.focused
        return field if isinstance(field, TextField) and field.written_in in (MARKDOWN, HTML) else None

    @property
    def names_authors(self) -> bool:
        """Whether the cursor is among the names of authors."""
        return False

    def mark_author(self) -> None:
        """Give the name at the cursor the next mark."""

    def edit_field_outside(self) -> None:
        """Edit the field with the cursor in the user's own editor; a field of one line takes the lines joined."""
        field = self.focused
        if isinstance(field, LineField):
            text = self.edit_outside(field.value)
            if text is not None:
                field.value = joined(text.strip())
        elif isinstance(field, TextField):
            text = self.edit_outside(field.text)
            if text is not None and isinstance(field, ProseField):
                text = joined(text.strip())
            if text is not None and text != field.text:
                field.put(text)

    def start_afresh(self) -> None:
        """Put into the fields what stood there at first."""
        self.fill(self.initial)
        self.typed()
        if self._titled is not None:
            box, name = self._titled
            box.border_title = title(name)
