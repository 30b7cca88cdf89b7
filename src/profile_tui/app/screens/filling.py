"""Forms that fill themselves: from what is pasted into them, and from what public services tell."""

from __future__ import annotations

from collections.abc import Awaitable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from textual.timer import Timer
from textual.worker import get_current_worker

from profile_tui.app.forms.base import Form
from profile_tui.app.screens.completing import CompletingScreen
from profile_tui.app.widgets.fields import LineField, joined
from profile_tui.app.widgets.wrapping import Rewritten
from profile_tui.content.entries.typed import next_mark
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError

if TYPE_CHECKING:
    from profile_tui.workspace.lookup.find import FoundPaper

T = TypeVar("T")
_PAUSE = 0.05
"""Seconds without a key after which a pasted text that came as keys is whole."""
_SHORT = 8
"""Characters up to which a text is not taken for a paste that came as keys."""
_PER_KEY = 0.015
"""Seconds that a key of such a paste takes at most; nobody types that fast."""


class FillingScreen(CompletingScreen[T]):
    """Fills the fields of a form from a pasted text, or from what services tell of it.

    Attributes:
        form: The form.
    """

    def __init__(self, form: Form) -> None:
        """Make the screen of a form."""
        super().__init__()
        self.form = form
        self._pasting: Timer | None = None
        self._began = 0.0  # when the text in the first field began to come

    def look_for_paste(self, value: str) -> None:
        """Take a text that comes key by key for a paste, once it is whole."""
        if self._pasting is not None:
            self._pasting.stop()
            self._pasting = None
        if len(value) <= 1:
            self._began = perf_counter()
        is_bibtex = value.lstrip().startswith("@") and value.count("{") == value.count("}") > 0
        if is_bibtex or self._came_at_once(value):
            self._pasting = self.set_timer(_PAUSE, partial(self.take, value))

    def _came_at_once(self, value: str) -> bool:
        """Whether a text came faster than anybody types: a terminal that does not mark a paste sends it as keys."""
        return len(value) > _SHORT and perf_counter() - self._began < _PER_KEY * len(value)

    def take(self, pasted: str) -> bool:
        """Fill the fields from a pasted text that says what goes into all of them; whether it is such a text."""
        try:
            filled = self.form.from_paste(pasted)
            is_alone = filled is None and self._is_empty_but(pasted)
            if is_alone and not self.form.identifies(pasted):
                filled = self.form.from_citation(pasted)
        except AppError as error:
            self.say(error.message, wrong=True)
            return False
        if filled is not None:
            self.fill({**self.texts(), **filled})
            self.say(self.form.filled)
        elif is_alone and self.form.identifies(pasted):
            self.seek(pasted)
        return filled is not None

    def _is_empty_but(self, text: str) -> bool:
        """Whether nothing stands in the form but what stood there at first, and a text in its first field."""
        first = self.form.first
        at_first = {**self.texts(), first: self.initial.get(first, "")} == dict(self.initial)
        return at_first and self.texts().get(first, "") in ("", text) and getattr(self.focused, "name", "") == first

    def on_descendant_focus(self) -> None:
        """Offer what the field with the cursor takes."""
        self.refresh_footer()

    @property
    def has_text(self) -> bool:
        """Whether the form is about an entry that is there."""
        return bool(self.form.kind_name and self.form.origin)

    @property
    def looks_up(self) -> bool:
        """Whether the form is that of a new paper."""
        return bool(self.form.sought("x"))

    def look_up(self) -> None:
        """Ask public services for what is in the first field, whatever else does."""
        if sought := self.form.sought(self.texts().get(self.form.first, "")):
            self.seek(sought, self.texts())
        else:
            self.say(
                _("Type a DOI, an arXiv number, a link or a title as {first} first.").format(first=self.form.first),
                wrong=True,
            )

    def seek(self, sought: str, asked: dict[str, str] | None = None) -> None:
        """Ask for a text beside the keys.

        Args:
            sought: The text.
            asked: What is in the fields; None where the text was pasted into an empty form.
        """
        self.say(_("Looking it up…"))
        self.run_worker(partial(self._asked, sought, asked), thread=True, exclusive=True, group="lookup")

    def _asked(self, sought: str, asked: dict[str, str] | None) -> None:
        """What `_seek` does in its thread."""
        worker = get_current_worker()
        paper: FoundPaper | AppError
        try:
            paper = self.form.look_up(sought, lambda: worker.is_cancelled)
        except AppError as error:
            paper = error
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(self._answered, sought, asked, paper)

    def _answered(self, sought: str, asked: dict[str, str] | None, answer: FoundPaper | AppError) -> None:
        """Fill the fields with what was found, unless the user has typed something else meanwhile."""
        if self not in self.app.screen_stack:  # the form was left while the answer was on its way
            return
        if isinstance(answer, AppError):
            self.say(_("Nothing is filled in: {message}").format(message=answer.message), wrong=True)
            return
        if not (self._is_empty_but(joined(sought)) if asked is None else asked == self.texts()):
            self.say(_("It was found, but you typed meanwhile; F3 fills the form with it."))
            return
        texts = self.form.from_found(answer)
        if texts is not None:
            self.fill({**self.texts(), **texts})
            self.say(self.form.filled)

    # Authors

    @property
    def names_authors(self) -> bool:
        """Whether the cursor is among the names of authors."""
        name = self.focused.name if self.focused is not None else ""
        return any(field.name == name and field.widget == "authors" for field in self.form.fields)

    def mark_author(self) -> None:
        """Give the name at the cursor the next mark; the cursor stays where it is, or behind the mark."""
        field = self.focused
        if self.names_authors and isinstance(field, LineField):
            at, typed = field.cursor_position, field.value
            start, end, mark = next_mark(typed, at, self.form.marks())
            to = at if at < start else at + len(mark) - (end - start) if at > end else start + len(mark)
            field.rewrite(Rewritten(start, end, mark, (to, to)))

    # Files

    def attach_file(self, typed: str = "") -> Awaitable[object]:
        """Ask for a PDF or a picture, and link to it where the entry has its links.

        Args:
            typed: The path that is there at first.
        """
        from profile_tui.app.screens.prompt import PromptScreen
        from profile_tui.workspace.attaching import completions

        message = _("Type its path, or drop the file here. It is copied to where the site keeps such files.")
        return self.app.push_screen(
            PromptScreen(_("A PDF or a picture"), message, typed, complete=completions), self.link_file
        )

    def link_file(self, chosen: str | None) -> None:
        """Link to a file that was chosen."""
        if not chosen:
            return
        try:
            attached = self.form.attach(chosen)
        except AppError as error:
            self.say(error.message, wrong=True)
            self.attach_file(chosen)  # the path can be mended
            return
        texts = self.texts()
        if "links" in texts:
            lines = [*texts["links"].splitlines(), f"{attached.label}={attached.url}"]
            self.fill({**texts, "links": "\n".join(lines)})
        else:
            name, mark = self.form.first, "!" if attached.is_picture else ""
            text = f"{texts.get(name, '')} {mark}[{attached.label}]({attached.url})"
            self.fill({**texts, name: text.strip()})
        self.say(_("{name} is linked; the file is copied when you apply and save.").format(name=attached.name))
