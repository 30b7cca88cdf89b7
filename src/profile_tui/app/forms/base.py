"""What a form is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from profile_tui.app.session.session import Session
from profile_tui.content.page.page import Page
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Span
from profile_tui.workspace.documents.document import Document

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.workspace.attaching import Attachment
    from profile_tui.workspace.lookup.find import FoundPaper

Texts = Mapping[str, str]
"""What is in the fields, by their names."""


class FormField(NamedTuple):
    """A field to type in.

    Attributes:
        name: Its name.
        label: What is before it.
        widget: `line`, `authors` (names in a line), `date`, `period` (a date or a range of dates),
            `prose` (one line of the file, wrapped here), `area` (several lines) or `choices`.
        hint: What it takes, in a few words.
        choices: What there is to tick: the value of each, and what is shown of it.
        required: Whether something must be in it.
    """

    name: str
    label: str
    widget: str = "line"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False

    @property
    def marked_label(self) -> str:
        """What is before it, with the sign of a field that must be filled in."""
        return f"{self.label} *" if self.required else self.label


class WrongField(UsageError):
    """One field is wrong.

    Attributes:
        field: Its name.
    """

    def __init__(self, field: str, message: str) -> None:
        """Make the complaint about a field."""
        super().__init__(message)
        self.field = field


class FormHost(Protocol):
    """What a form needs of the screen that opened it, to go to what it changed.

    Attributes:
        after_reading: What to do once the stores are read.
    """

    after_reading: Callable[[], object] | None

    def show_kind(self, kind: str, number: int | None) -> None:
        """Highlight an entry of a kind; without a number, the kind."""

    def open_file(self, name: str) -> None:
        """Show a file, by its path in the repository."""

    def say(self, message: str, *, wrong: bool = False) -> None:
        """Tell the user something, briefly."""


class Form(ABC):
    """Fields, what is in them at first, and the change that they make."""

    fields: tuple[FormField, ...]
    """In the order on the screen."""
    kind_name = ""
    """The kind of the entry that it is about; empty where it is about none."""
    seek = ""
    """What public services are asked for once the form is open."""
    filled = ""
    """What to tell the user of fields that were filled from a pasted text."""
    first = ""
    """The field that has the cursor at first; the first one where empty."""
    by = 0
    """How many places later than by itself a new entry is to be."""

    def __init__(self, session: Session, document: Document | None = None) -> None:
        """Make a form for a file as it is now; for the page's own where none is named."""
        self.session = session
        self.document = document or session.document

    @property
    def page(self) -> Page:
        """The file as it is now."""
        return self.document.page

    @property
    @abstractmethod
    def key(self) -> str:
        """What it is kept under when it is left half filled in; entries of a kind in a file share it."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the screen is headed."""

    @property
    def written_in(self) -> str:
        """The language of the texts that are typed, as `syntax` names it; empty where they are plain."""
        return ""

    @property
    def span(self) -> Span | None:
        """The range of the page that it is about; None where that is new."""
        return None

    def about(self, edited: ProvenEdit) -> Span | None:
        """Return the range of the new text that is shown around what is written; None where that stands for itself."""
        entries = edited.page.entries(self.kind_name) if self.kind_name and edited.number else []
        number = edited.number or 0
        return entries[number - 1].span if 0 < number <= len(entries) else None

    def perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Take a change over, as a step that can be undone.

        Raises:
            Refused: It was made from another state of the file.
        """
        return self.session.perform(self.document, edited)

    @property
    def written_beside(self) -> Sequence[tuple[str, ProvenEdit]]:
        """What the change brings in other files, each with the name of its file."""
        return ()

    @property
    def origin(self) -> str:
        """The text that it is about, by which it is known again when it was left; empty where that is new."""
        return self.span.of(self.page.text) if self.span else ""

    def others(self) -> Sequence[str]:
        """Return the texts of all that shares the key; nothing does, where there is none."""
        return ()

    @property
    def guesses(self) -> frozenset[str]:
        """The fields that were not read for certain, and are not changed here."""
        return frozenset()

    def hint(self, name: str) -> str:
        """Return what a field takes, in a few words."""
        return next((field.hint for field in self.fields if field.name == name), "")

    @abstractmethod
    def initial(self) -> dict[str, str]:
        """Return what is in the fields at first."""

    @abstractmethod
    def change(self, texts: Texts) -> ProvenEdit:
        """Return the change that the fields make.

        Raises:
            WrongField: A field is wrong.
            AppError: The change is refused.
        """

    def asks(self, texts: Texts) -> tuple[str, ...]:
        """The authors of whom the user must say which one they are, before it is kept; none where that is known."""
        return ()

    def note(self, texts: Texts) -> str:
        """Return a remark on what is there, where there is one to make."""
        return ""

    def marks(self) -> Sequence[str]:
        """Return the marks that a name of an author may get."""
        return ()

    def attach(self, chosen: str) -> Attachment:
        """Return what a file becomes that the entry links to; it is put there once the entry is kept.

        Raises:
            UsageError: It cannot be attached.
        """
        raise UsageError(_("Only an entry can have a file."))

    def order(self, edited: ProvenEdit) -> str:
        """Return in words where a new entry is among the others; empty where nothing tells."""
        return ""

    @property
    def fixed_place(self) -> str:
        """Why it cannot be put to another place, as a sentence; empty where it can."""
        return _("Only a new entry has a place to choose.")

    def completions(self, name: str, typed: str) -> Sequence[str]:
        """Return what the text of a field may go on as, the likeliest first.

        Args:
            name: The field.
            typed: What is in it before the cursor; of a field of several lines, in the cursor's line.
        """
        return ()

    def from_paste(self, pasted: str) -> dict[str, str] | None:
        """Return what a pasted text says for the fields; None where it is just a text.

        Raises:
            UsageError: It was meant for all fields, and cannot be read.
        """
        return None

    def from_citation(self, pasted: str) -> dict[str, str] | None:
        """Return what a citation says for the fields, pasted where nothing stands yet; None where it is just a text.

        Raises:
            UsageError: It is several, of which one can be taken.
        """
        return None

    def sought(self, text: str) -> str:
        """Return what a text asks public services for; empty where they tell nothing that this form takes."""
        return ""

    def identifies(self, text: str) -> bool:
        """Whether a text is not the field's own but identifies what fills all fields, as a DOI does."""
        return False

    def look_up(self, text: str, stopped: Callable[[], bool]) -> FoundPaper:
        """Ask public services, in a thread beside the keys; it touches nothing of the session.

        Args:
            text: What `sought` gave.
            stopped: Whether nobody waits for it any more.

        Raises:
            AppError: They do not tell.
        """
        raise UsageError(_("Only a new publication can be looked up."))

    def from_found(self, answer: FoundPaper) -> dict[str, str] | None:
        """Return what services say for the fields."""
        return None

    def following(self) -> dict[str, str] | None:
        """What of a pasted text fills the fields once this entry is kept; None where that was all."""
        return None

    def show(self, screen: FormHost, edited: ProvenEdit) -> bool:
        """Go to what was changed, where the form knows better than the files where that is; return whether it did."""
        return False
