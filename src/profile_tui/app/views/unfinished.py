"""Which rows have a form that was left unfinished, and the rows of new entries that are not in a list yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from profile_tui.app.widgets.rows import UNFINISHED, ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _
from profile_tui.workspace.workspace import EntryRef, SectionRef

if TYPE_CHECKING:
    from profile_tui.app.session.kept_forms import KeptForm
    from profile_tui.app.session.session import Session
    from profile_tui.content.entries.entry import Entry

ROLE = "unfinished"
"""The role of a row that stands for a new entry."""


class UnfinishedEntries:
    """The forms of a kind that were left unfinished.

    Attributes:
        about: The texts of the entries whose forms they are.
        new: Those of new entries, and of entries that are gone.
    """

    def __init__(self, session: Session, kind: str, sections: Sequence[SectionRef]) -> None:
        """Look for the entries of the forms; where there are no forms, no entry is looked at."""
        forms = [form for form in session.kept_forms if form.key.startswith(f"{kind} of ")]
        self.about: set[str] = set()
        self.new: list[KeptForm] = []
        texts = _texts(kind, sections, session.stored(kind)) if forms else {}
        for form in forms:
            if place := session.kept_forms.place(form, texts.get(form.key, ())):
                self.about.add(place)
            else:
                self.new.append(form)

    def holds(self, entry: Entry, text: str) -> bool:
        """Return whether the form of an entry is one of them."""
        return bool(self.about) and entry.span.of(text) in self.about

    def rows(self) -> list[ListRow]:
        """Return a row for each new entry."""
        return [
            ListRow(
                _("unfinished: {text}").format(text=_words(form)),
                right=UNFINISHED,
                role=ROLE,
                key=(ROLE, form.key, form.title),
            )
            for form in self.new
        ]


def _texts(kind: str, sections: Iterable[SectionRef], stored: Iterable[EntryRef]) -> dict[str, list[str]]:
    """Return the texts of all entries, by what the forms of their file or store are kept under."""
    texts: dict[str, list[str]] = {}
    for section in sections:
        text = section.document.page.text
        entries = texts.setdefault(f"{kind} of {section.document.name}", [])
        entries += [entry.span.of(text) for entry in section.section.entries]
    for ref in stored:
        if ref.holder is not None:
            texts.setdefault(f"{kind} of {ref.holder.name}", []).append(ref.entry.span.of(ref.document.page.text))
    return texts


def _words(form: KeptForm) -> str:
    """Return what was typed, on one line; the form's title where nothing is there."""
    typed = (text for name, text in form.texts.items() if text.strip() and text != form.initial.get(name))
    return one_line(" · ".join(typed) or form.title)


def note() -> str:
    """Return what is said of a row whose form was left unfinished."""
    return _("You left this unfinished: enter goes on with what you typed.")
