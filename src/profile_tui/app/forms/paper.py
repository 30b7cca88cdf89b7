"""Forms of what papers are: they are filled from BibTeX that is pasted, and from what public services tell."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from profile_tui.app.forms import values
from profile_tui.app.forms.base import Form
from profile_tui.content.entries.entry import Entry, Values
from profile_tui.content.entries.kind import Kind
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, UsageError
from profile_tui.text.pattern import lazily
from profile_tui.workspace.workspace import EntryRef, Proposal

if TYPE_CHECKING:
    from profile_tui.app.forms.pasted import Pasted
    from profile_tui.workspace.destination import Destination
    from profile_tui.workspace.lookup.find import FoundPaper
    from profile_tui.workspace.lookup.sync import Listed

_BIBTEX = lazily(r"\A\s*@\s*[A-Za-z]+\s*[{(]|(?:^|[\s>])@\s*[A-Za-z]+\s*\{\s*[^\s,{}()=]+\s*,")
"""An entry, at the beginning or with its key among other text, as in a mail or a listing."""
_LONGEST = 400
"""Characters of an address of a paper at most."""


class PaperForm(Form):
    """A form whose fields may be those of a paper.

    Attributes:
        kind: The kind of entry.
        number: Its number; None for a new one.
        pasted: The BibTeX that the fields were filled from, if they were.
        listed: The paper of an author's list that is to fill the fields, if one is.
        is_accepting: Whether it is to become the published version of the preprint that it is about.
    """

    kind: Kind
    number: int | None
    pasted: Pasted | None = None
    listed: Listed | None = None
    is_accepting = False

    @cached_property
    @abstractmethod
    def entry(self) -> Entry | None:
        """The entry that is edited; None for a new one."""

    @property
    @abstractmethod
    def entry_ref(self) -> EntryRef:
        """The entry that is edited, wherever it lives."""

    @property
    @abstractmethod
    def destination(self) -> Destination:
        """Where a new one goes."""

    @abstractmethod
    def propose(self, typed: Values) -> Proposal:
        """Propose the entry, or what differs of it."""

    @property
    def of_papers(self) -> bool:
        """Whether a BibTeX entry tells of entries of the kind."""
        return any(field.type == "authors" for field in self.kind.fields)

    def from_paste(self, pasted: str) -> dict[str, str] | None:
        """Return the fields of a BibTeX entry, where the kind is one that such an entry tells of."""
        if not self.of_papers:
            return None
        if not _BIBTEX.search(pasted):
            if "\n" in pasted.strip():
                from profile_tui.content.publications.foreign import check

                check(pasted)
            return None
        from profile_tui.app.forms.pasted import Pasted

        self.pasted = Pasted(self.session.workspace, pasted)
        return self.following()

    def from_citation(self, pasted: str) -> dict[str, str] | None:
        """Return the fields of a new paper that a citation in any style tells for certain."""
        if not self.of_papers or self.number is not None:
            return None
        from profile_tui.content.publications.citation_line import values_of

        lines = [line for line in pasted.splitlines() if line.strip()]
        if len(lines) > 1 and sum(values_of(line) is not None for line in lines) > 1:
            raise UsageError(_("these are several citations; paste one at a time"))
        cited = values_of(pasted)
        if cited is None:
            return None
        self.filled = _("Filled from {which}; please check.").format(which=_("the citation"))
        fitted = self._fitting(cited)
        return {field.name: values.as_text(field, fitted.get(field.name)) for field in self.kind.fields}

    def sought(self, text: str) -> str:
        """Return an identifier, an address or a title of a paper."""
        if self.is_accepting:
            return self.seek
        return text.strip() if self.of_papers and self.number is None else ""

    def identifies(self, text: str) -> bool:
        """Whether a text identifies a paper, or is an address that does."""
        if not self.of_papers or len(text) > _LONGEST or not any(map(str.isdigit, text)):
            return False
        from profile_tui.workspace.lookup.find import is_identifier

        return is_identifier(text)

    def look_up(self, text: str, stopped: Callable[[], bool]) -> FoundPaper:
        """Ask for the paper."""
        from profile_tui.workspace.lookup.client import Client
        from profile_tui.workspace.lookup.find import FoundPaper, look_up

        if self.is_accepting:
            from profile_tui.workspace.accepting import look_up as look_up_published

            return look_up_published(self.entry_ref.entry.values, Client(stopped=stopped))
        if self.listed is not None and text == self.listed.work.identifier:
            from profile_tui.workspace.lookup.sync import whole

            return FoundPaper(whole(self.listed, Client(stopped=stopped)), _("your list"))
        return look_up(text, Client(stopped=stopped))

    def from_found(self, answer: FoundPaper) -> dict[str, str] | None:
        """Return the fields of a paper."""
        if self.entry is not None:
            from profile_tui.workspace.accepting import neighbours, published_values

            self.filled = _("The published version is filled in from {source}; please check.").format(
                source=answer.source
            )
            others = neighbours(self.session.workspace, self.entry_ref)
            published = published_values(self.entry.values, others, answer.given.values)
            return {
                field.name: values.as_text(field, published[field.name])
                for field in self.kind.fields
                if field.name in published
            }
        from profile_tui.app.forms.pasted import Pasted

        self.pasted = Pasted(self.session.workspace, answer.given.source, answer.source)
        texts = self.following()
        if answer.note:
            self.filled = _("{filled} Note: {note}.").format(filled=self.filled, note=answer.note)
        return texts

    def following(self) -> dict[str, str] | None:
        """The fields of the next entry that was pasted."""
        given = self.pasted.next() if self.pasted else None
        if given is None or self.pasted is None:
            return None
        self.filled = self.pasted.message
        fitted = self._fitting(given.values, given.source)
        return {field.name: values.as_text(field, fitted.get(field.name)) for field in self.kind.fields}

    def _fitting(self, given: Values, bibtex: str = "") -> Values:
        """What a pasted entry says, with the addresses that the list shows, under labels that it has a place for."""
        from profile_tui.workspace.listed import listed_choices

        for choice, _unused in listed_choices(self.destination, given, bibtex):
            try:
                self.propose(choice)
            except AppError:
                continue
            return choice
        return given
