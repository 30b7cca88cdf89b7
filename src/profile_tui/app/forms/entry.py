"""The form of an entry, drawn from the fields of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms import values
from profile_tui.app.forms.base import FormField, FormHost, Texts, WrongField
from profile_tui.app.forms.known import KnownValues, completable, first_field
from profile_tui.app.forms.paper import PaperForm
from profile_tui.app.forms.placing import moved, on_page
from profile_tui.app.keys.registry import command
from profile_tui.app.session.session import Session
from profile_tui.app.widgets.syntax import HTML, MARKDOWN
from profile_tui.content.change import edit
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.change.lacking_field import Lacking
from profile_tui.content.entries.entry import Entry, Field, Value, Values, authors_in, authors_of
from profile_tui.content.entries.kind import Kind
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.text.pattern import lazily
from profile_tui.text.span import Span
from profile_tui.workspace.destination import Destination
from profile_tui.workspace.documents.document import Document
from profile_tui.workspace.workspace import EntryRef, Proposal

if TYPE_CHECKING:
    from profile_tui.app.forms.beside import Beside
    from profile_tui.app.forms.pasted import Pasted
    from profile_tui.workspace.attaching import Attachment
    from profile_tui.workspace.everywhere import Step
    from profile_tui.workspace.lookup.sync import Listed

_WIDGETS = {"authors": "authors", "date": "date", "period": "period", "links": "area", "markdown": "prose"}
_HINTS = {
    "date": _("↑ ↓ month · or type: nov 2026, yesterday, last month"),
    "period": _("↑ ↓ month · such as 2024.09 - now"),
    "authors": _("Separate names with commas, or ; where names have commas; {key} marks a name"),
    "links": _("URL, or LABEL=URL; one per line"),
    "markdown": _("Markdown, one line in the file"),
}


_MARKS = 4
"""How many of the marks of a list's authors are offered."""
_MARKDOWN = lazily(r"\*\*\S|(?<!\w)[*_]\w[^*_]*\w[*_](?!\w)|\]\(\S")
"""Markdown that a reader of HTML would see as it was typed."""


class EntryForm(PaperForm):
    """A new entry, or one of the page's.

    Attributes:
        kind: The kind of entry.
        number: Its number in its file; None for a new one.
        section: The heading that a new one goes under.
        pasted: The BibTeX that the fields were filled from, if they were.
        listed: The paper of an author's list that is to fill the fields, if one is.
    """

    def __init__(
        self, session: Session, document: Document, kind: Kind, number: int | None, section: str | None = None
    ) -> None:
        """Make a form.

        Args:
            session: The session.
            document: The file that the entry lives in, or goes to.
            kind: The kind of entry.
            number: The entry's, in that file; None for a new one.
            section: The heading that a new one goes under; the kind's own choice where left out.
        """
        super().__init__(session, document)
        self.kind = kind
        self.kind_name = kind.name
        self.refusal = ""  # why an entry of the kind cannot be added, though there is a place for it
        self.number = number
        self.section = section
        self.pasted: Pasted | None = None
        self.listed: Listed | None = None
        self._sought = ("", "")  # the title that a paper was looked for by last, and what was found
        self._attached: list[Attachment] = []
        self._texts: Texts = {}
        self.proposal: Proposal | None = None
        self.first = first_field(session, kind, section)
        self.fields = tuple(
            FormField(
                field.name, field.label, _WIDGETS.get(field.type, "line"), self._hint(field), required=field.required
            )
            for field in kind.fields
        )
        self.is_accepting = False
        self.beside: Beside | None = None
        self.more: Sequence[tuple[Step, Proposal]] = ()

    def offer_beside(self) -> None:
        """Offer what goes along with a new paper: the other lists of the site, and the news item."""
        if self.number is None and self.of_papers and self.session.target.site is not None:
            from profile_tui.app.forms.beside import Beside

            self.beside = Beside(self.session, self.destination)
            if field := self.beside.field:
                self.fields = (*self.fields, field)

    def offer_copies(self) -> None:
        """Offer to change the same paper in the other lists of the site, too."""
        if self.of_papers and self.session.target.site is not None:
            from profile_tui.app.forms.copies import Copies

            self.beside = Copies(self.session, self.entry_ref)
            if field := self.beside.field:
                self.fields = (*self.fields, field)

    def accept(self) -> None:
        """Make the form that of a preprint that is published now, and look its published version up."""
        from profile_tui.app.forms.accepted import Accepted
        from profile_tui.workspace.accepting import identifier

        self.is_accepting, self.first = True, "venue"
        self.seek = identifier(self.entry_ref.entry.values)
        if self.session.target.site is not None:
            self.beside = Accepted(self.session, self.entry_ref)
            if field := self.beside.field:
                self.fields = (*self.fields, field)

    @property
    def destination(self) -> Destination:
        """Where a new entry goes."""
        return Destination(self.document, self.section, refusal=self.refusal)

    def _hint(self, field: Field) -> str:
        """Return what a field takes."""
        hint = _HINTS.get(field.type, field.hint)
        if field.type == "authors":
            hint = hint.format(key=next(iter(command("form.mark").key_names), "*"))
        takes_all = field.name == self.first and self.of_papers
        return _("{hint}; or paste a citation, DOI, link or BibTeX").format(hint=hint) if takes_all else hint

    @cached_property
    def entry(self) -> Entry | None:
        """The entry that is edited."""
        return None if self.number is None else edit.entry(self.page, self.kind.name, self.number)

    @property
    def guesses(self) -> frozenset[str]:
        """The fields of the entry that were not read for certain."""
        return self.entry.unsure if self.entry is not None else frozenset()

    def hint(self, name: str) -> str:
        """Return what a field takes; of a guess, how it is changed."""
        if name in self.guesses:
            return self._of_guess
        hint = super().hint(name)
        return _("HTML, one line in the file") if hint == _HINTS["markdown"] and self._in_html else hint

    @property
    def _of_guess(self) -> str:
        """What is said of a field that was not read for certain."""
        key = next(iter(command("form.text").key_names), "")
        return _("not read for certain, so not changed here; {key} opens the text").format(key=key)

    @property
    def key(self) -> str:
        """The kind and the file: entries get other numbers when one is added above."""
        return f"{self.kind.name} of {self.document.name}"

    def others(self) -> Sequence[str]:
        """Return the entries of the kind in the file."""
        return [entry.span.of(self.page.text) for entry in self.page.entries(self.kind.name)]

    @property
    def title(self) -> str:
        """What is edited, or where the new one goes."""
        if self.number is None:
            return _("New {one}").format(one=self.kind.one) + (f" · {self.section}" if self.section else "")
        number = self.session.number(self.document, self.kind.name, self.number)
        return f"{self.kind.one[:1].upper()}{self.kind.one[1:]} {number}"

    @property
    def span(self) -> Span | None:
        """The entry's lines."""
        return self.entry.span if self.entry else None

    @cached_property
    def _own(self) -> dict[str, str]:
        """The names of the page's owner."""
        return values.own_names(self.page.entries(self.kind.name))

    def initial(self) -> dict[str, str]:
        """Return the entry's values; in a new one, today."""
        first = {field.name: self._initial(field) for field in self.kind.fields}
        if self.beside is None or self.beside.field is None:
            return first
        return {**first, self.beside.name: self.beside.initial}

    def _initial(self, field: Field) -> str:
        """Return what is in a field at first."""
        page, today = self.page, self.session.today()
        if self.entry is not None:
            if field.type == "date":
                return values.written_date(page.text, self.entry)
            return values.as_text(field, self.entry.values.get(field.name))
        if field.type == "date":
            return values.today_as_written(page.text, page.entries(self.kind.name), today)
        return str(today.year) if field.type == "year" else ""

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the entry added, or what differs of it changed."""
        typed = self._typed(texts)
        self._texts = texts
        self.more = ()
        self.proposal = moved(self.propose(typed), self.kind.name, self.by)
        if self.beside is not None and (ticked := texts.get(self.beside.name)):
            bibtex = self.pasted.source(typed) if self.pasted else ""
            self.more = self.beside.propose(typed, bibtex, ticked, [self.proposal])
        return self.proposal.edited

    def order(self, edited: ProvenEdit) -> str:
        """Return between which dates a new entry is."""
        return on_page(edited, self.kind.name).told if self.number is None else ""

    @property
    def fixed_place(self) -> str:
        """Why it cannot be put to another place: it is there already."""
        return "" if self.number is None else super().fixed_place

    @property
    def written_beside(self) -> Sequence[tuple[str, ProvenEdit]]:
        """The other lists, and the news item."""
        return [(proposal.document.name, proposal.edited) for _unused, proposal in self.more]

    def propose(self, typed: Values) -> Proposal:
        """Propose the entry, or what differs of it."""
        workspace = self.session.workspace
        if self.entry is None:
            try:
                return workspace.propose_add(self.kind.name, typed, self.destination)
            except Lacking as error:
                raise WrongField(error.field.name, error.message) from error
        return workspace.propose_change(self.entry_ref, typed)

    @property
    def entry_ref(self) -> EntryRef:
        """The entry that is edited, with its file."""
        assert self.entry is not None
        return EntryRef(self.document, self.entry, self.entry.number)

    def attach(self, chosen: str) -> Attachment:
        """Return what a file becomes, where the entries of the kind have theirs."""
        from profile_tui.workspace.attaching import attachment

        attached = attachment(self.session.workspace, chosen, self._entries)
        self._attached.append(attached)
        return attached

    def perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Take what was proposed over, with the files that it links to, as a step that can be undone."""
        linked = [file for file in self._attached if any(file.url in text for text in self._texts.values())]
        if not linked:
            return self._perform(edited)
        from profile_tui.workspace.attaching import place

        with self.session.workspace.together():
            made = self._perform(edited)
            for file in linked:
                place(self.session.workspace, file)
        self._attached = []
        return made

    def _perform(self, edited: ProvenEdit) -> ProvenEdit:
        """Take what was proposed over."""
        if self.proposal is None or self.proposal.edited is not edited:
            raise ValueError("only what was proposed last can be taken over")
        if not self.more:
            return self.session.workspace.perform(self.proposal)
        from profile_tui.workspace import everywhere

        steps = [step for step, _unused in self.more]
        return everywhere.perform(self.session.workspace, self.proposal, steps) or edited

    def _typed(self, texts: Texts) -> dict[str, Value]:
        """Return the values that were typed; of an entry that is there, those that differ."""
        first = self.initial()
        for name in self.guesses:
            if texts.get(name, "") != first.get(name, ""):
                raise WrongField(name, self._of_guess)
        return {
            field.name: self._value(field, texts.get(field.name, ""))
            for field in self.kind.fields
            # what a page has may be odder than what can be typed, and stays as it is
            if self.number is None or texts.get(field.name, "") != first[field.name]
        }

    def _value(self, field: Field, text: str) -> Value:
        """Return a field's value."""
        try:
            before = self.entry.values.get(field.name) if self.entry else None
            value = values.as_value(field, text, frozenset(self._own), self.session.today, before)
        except UsageError as error:
            raise WrongField(field.name, error.message) from error
        if field.required and not value:
            raise WrongField(
                field.name, _("give the {one} a {label}").format(one=self.kind.one, label=field.label.lower())
            )
        return value

    @cached_property
    def _publications(self) -> list[Entry]:
        """The publications that tell who the owner is."""
        return self.session.workspace.publications()

    @cached_property
    def _in_html(self) -> bool:
        """Whether what is typed becomes HTML: the list is written in it, and the fields take Markdown."""
        entries = [self.entry] if self.entry else self.page.entries(self.kind.name)[:1]
        takes = any(field.type == "markdown" for field in self.kind.fields)
        return takes and any(not entry.unit.markdown for entry in entries)

    @property
    def written_in(self) -> str:
        """Markdown, or HTML where the list is."""
        return HTML if self._in_html else MARKDOWN

    def asks(self, texts: Texts) -> tuple[str, ...]:
        """Return the authors, where neither page nor configuration nor settings tell which of them the user is."""
        typed = self._typed(texts)
        return self.session.workspace.owner.unknown(typed, self._publications) if typed.get("authors") else ()

    def completions(self, name: str, typed: str) -> Sequence[str]:
        """Return what the site's entries of the kind have that begins so."""
        field = next((each for each in self.kind.fields if each.name == name), None)
        if field is None or not typed.strip() or not completable(field, self.kind.fields):
            return ()
        return self._known.completions(field, typed)

    @cached_property
    def _known(self) -> KnownValues:
        """What the entries have that are read already; nobody waits for the others."""
        return KnownValues(self._entries)

    @property
    def _entries(self) -> list[Entry]:
        """The entries of the kind that are read already."""
        sections = [ref.section for ref in self.session.sections if ref.section.kind == self.kind.name]
        here = [entry for section in sections for entry in section.entries]
        return [*here, *(ref.entry for ref in self.session.stored(self.kind.name))]

    def marks(self) -> Sequence[str]:
        """Return the marks of the list's own authors, the most frequent first; a star where it has none."""
        people = (person for entry in self._entries for person in authors_in(entry.values))
        counted = Counter("".join(person.marks) for person in people if person.marks)
        return [mark for mark, _count in counted.most_common(_MARKS)] or ["*"]

    def note(self, texts: Texts) -> str:
        """Return whether the owner is among the authors; what is wrong with the settings that should tell."""
        if texts.get("authors", "").strip() and (problem := self.session.workspace.owner.problem):
            return problem
        if self._in_html and any(_MARKDOWN.search(texts.get(each.name, "")) for each in self.kind.fields):
            return _('this list is HTML: type <b>bold</b> and <a href="…">link</a>; Markdown would show as typed')
        if same := self._already_there(texts.get("title", "")):
            return same
        if not self._own or not texts.get("authors", "").strip():
            return ""
        authors = next(field for field in self.kind.fields if field.type == "authors")
        typed = {authors.name: self._value(authors, texts["authors"])}
        people = self.session.workspace.owner.marked(typed, self._publications)[authors.name]
        if not any(author.is_self for author in authors_of(people)):
            return _("your name isn't among the authors (the page marks {names})").format(
                names=", ".join(self._own.values())
            )
        return ""

    def _already_there(self, title: str) -> str:
        """Return a remark on a new paper that is there already; it is looked for once for each title."""
        if not self.of_papers or self.number is not None or self.pasted is not None or not title.strip():
            return ""
        if title != self._sought[0]:
            from profile_tui.workspace.bibtex import already_there

            ref = already_there(self.session.workspace, {"title": title})
            self._sought = (
                title,
                _("this paper is there already, as publication {number}").format(number=ref.number) if ref else "",
            )
        return self._sought[1]

    def show(self, screen: FormHost, edited: ProvenEdit) -> bool:
        """Go to the entry."""
        number = self.session.number(self.document, self.kind.name, edited.number)
        if number is not None:
            screen.show_kind(self.kind.name, number)
        return number is not None
