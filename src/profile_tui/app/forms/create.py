"""The form of a new file: a page, a post, an entry of a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.app.forms.base import Form, FormField, FormHost, Texts, WrongField
from profile_tui.app.session.session import Session
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.entries import dates
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.span import Splice
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.new_files import composer, created_message, place

if TYPE_CHECKING:
    from profile_tui.site.creation.create import NewFile

_TITLE, _DATE = "title", "date"


class CreateForm(Form):
    """Asks for a title, and a date where the file is of a day; all else is as its neighbours have it."""

    first = _TITLE

    def __init__(self, session: Session, what: NewFile) -> None:
        """Make a form for one sort of file."""
        super().__init__(session)
        self.what = what
        self.fields = (FormField(_TITLE, _("Title"), "line", _("also used for the file name"), required=True),)
        if what.dated:
            self.fields += (
                FormField(_DATE, _("Date"), "date", _("↑ ↓ month · or type: nov 2026, yesterday, last month")),
            )
        self._composer = composer(session.workspace, what)

    @property
    def key(self) -> str:
        """The sort of file."""
        return f"new {self.what.group}"

    @property
    def title(self) -> str:
        """What is created, and where."""
        return _("New {one} · {folder}").format(one=self.what.one, folder=self.what.folder or _("top folder"))

    def initial(self) -> dict[str, str]:
        """Today, and no title."""
        return {_TITLE: "", **({_DATE: self.session.today().isoformat()} if self.what.dated else {})}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the file that would be created."""
        today = self.session.today()
        if not texts.get(_TITLE, "").strip():
            raise WrongField(_TITLE, _("type the title of the {one}").format(one=self.what.one))
        typed = texts.get(_DATE, "").strip()
        try:
            day = dates.parse(typed, today) if typed else None
        except UsageError as error:
            raise WrongField(_DATE, error.message) from error
        name, text = self._composer.compose(texts[_TITLE], day, today=today)
        root = self.session.target.root or Path()
        self.document = Document(root / name, name, b"", own_file=True)
        splice = Splice.insert(0, text)
        return ProvenEdit(
            self.document.page, self.document.page.spliced([splice]), (splice,), _("Create {name}").format(name=name)
        )

    def perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Create it, as a step that can be undone; it is written at the next save."""
        place(self.session.workspace, self.document.name, edited.page.text)
        return edited

    def show(self, screen: FormHost, edited: ProvenEdit) -> bool:
        """Open the file."""
        screen.open_file(self.document.name)
        screen.say(created_message(self.session.workspace, self.what, self.document.name))
        return True
