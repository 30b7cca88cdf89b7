"""What would be committed and pushed, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static, TextArea

from profile_tui.app.keys.registry import bindings
from profile_tui.app.screens.command_screen import title
from profile_tui.app.screens.diff_lines import diff_lines
from profile_tui.app.screens.fields_screen import FieldsScreen
from profile_tui.app.widgets.areas import TextField
from profile_tui.app.widgets.bars import Footer, TitleBar
from profile_tui.app.widgets.source import SourceLine, SourceView
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.text.catalogue import _, counting
from profile_tui.text.errors import AppError
from profile_tui.workspace.publishing import commit as commits
from profile_tui.workspace.publishing.publication import Publication, plan

_MESSAGE = "message"


class PublishScreen(FieldsScreen[None]):
    """The diff and the message of a commit. Git works in a thread; meanwhile no key does anything.

    Attributes:
        busy: What git does now, as a sentence; None where it does nothing.
        is_behind: Whether the remote was found to have commits that are not here.
    """

    CONTEXT = "publish"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("publish")]
    DEFAULT_CSS = """
    PublishScreen {
        SourceView { border: round $border; }
        TextField { height: auto; max-height: 8; border: round $border; background: $background; }
        Static { height: auto; padding: 0 1; display: none; }
        Static.-shown { display: block; }
        Static.-wrong { color: $text-error; }
    }
    """

    def __init__(self) -> None:
        """Make a screen that knows nothing yet."""
        super().__init__()
        self.busy: str | None = _("Waiting for git; one moment.")
        self.is_behind = False
        self._publication: Publication | None = None
        self._unpushed = 0

    @property
    def key(self) -> str:
        """Return what the message is kept under."""
        return "commit message"

    @property
    def origin(self) -> str:
        """Return the message as it was made."""
        return self._publication.message if self._publication else ""

    @property
    def initial(self) -> dict[str, str]:
        """Return the message as it was made."""
        return {_MESSAGE: self.origin}

    @property
    def named(self) -> str:
        """Return what the user knows it by."""
        return _("Commit message")

    @property
    def can_commit(self) -> bool:
        """Whether there is something to commit."""
        return self._publication is not None and bool(self._publication.files)

    @property
    def can_push(self) -> bool:
        """Whether the branch has commits that the remote does not have."""
        return self._unpushed > 0

    def compose(self) -> ComposeResult:
        """Return header, what is to be known, message, diff and footer."""
        yield TitleBar(self.session)
        yield Static(id="told", markup=False)
        message = TextField("")
        message.border_title = title(_("Message"))
        yield message
        yield SourceView()
        yield Footer(self.offered, self.run_command)

    def on_mount(self) -> None:
        """Ask git what there is to commit."""
        self.set_focus(self.query_one(SourceView))
        self.tell(_("Asking git…"))
        self._work(self._plan)

    def texts(self) -> dict[str, str]:
        """Return the message."""
        return {_MESSAGE: self.query_one(TextField).text}

    def fill(self, texts: dict[str, str]) -> None:
        """Put a message there."""
        field = self.query_one(TextField)
        field.put(texts.get(_MESSAGE, ""))
        self.call_after_refresh(field.scroll_home, animate=False)  # what it is about is in its first line

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Keep a draft of the message."""
        if self._publication is not None:
            self.typed()

    def keep(self) -> None:
        """Commit."""
        self.publish(push=False)

    def edit_message(self) -> None:
        """Bring the cursor to the message."""
        self.set_focus(self.query_one(TextField))

    def back(self) -> None:
        """Go from the message to the diff, or back to the page."""
        view = self.query_one(SourceView)
        if self.focused is view:
            self.leave()
        else:
            self.set_focus(view)

    def publish(self, *, push: bool) -> None:
        """Commit what is shown, if there is something, and push if that is asked for."""
        publication, message = self._publication, self.texts()[_MESSAGE]
        if publication is None:
            return

        def work() -> Callable[[], None]:
            if push:
                commits.check_remote(publication.top)
            name = commits.commit(publication, message) if publication.files else ""
            pushed = commits.push(publication.top) if push else None
            return lambda: self._published(publication, name, pushed)

        self.tell(_("Pushing…") if push else _("Committing…"))
        self._work(work)

    def pull(self) -> None:
        """Put the commits that were not pushed on top of the remote's."""
        publication = self._publication
        if publication is None:
            return

        def work() -> Callable[[], None]:
            commits.pull_rebase(publication.top)
            return self._pulled

        self.tell(_("Pulling…"))
        self._work(work)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Show a sentence above the message."""
        answer = self.query_one("#told", Static)
        answer.update("\n".join(map(one_line, text.split("\n"))))
        answer.set_class(bool(text), "-shown")
        answer.set_class(wrong, "-wrong")

    def _work(self, work: Callable[[], Callable[[], None]]) -> None:
        """Do something in a thread, then show what it returns."""
        self.busy = _("Git is still working; one moment.")
        self.refresh_footer()

        def run() -> None:
            try:
                show = work()
            except AppError as error:
                message = _("{message}.").format(message=str(error))
                show = partial(self.tell, message[:1].upper() + message[1:], wrong=True)
            if self.is_running:
                self.app.call_from_thread(self._done, show)

        self.run_worker(run, thread=True, exclusive=True)

    def _done(self, show: Callable[[], None]) -> None:
        """Show what came of it."""
        self.busy = None
        if self.is_attached:
            show()
            self.refresh_footer()

    def _plan(self) -> Callable[[], None]:
        """Ask git what there is to commit; in a thread."""
        publication = plan(self.session.document.path)
        unpushed = commits.unpushed(publication.top)
        return lambda: self._show(publication, unpushed)

    def _show(self, publication: Publication, unpushed: int) -> None:
        """Show what there is to commit."""
        self._publication, self._unpushed = publication, unpushed
        kept = self.kept() if publication.files else None
        self.fill(kept or self.initial)
        self.query_one(TextField).display = bool(publication.files)
        names = [file.name for file in publication.files]
        what = names[0] if len(names) == 1 else counting("{count} file", "{count} files", len(names))
        where = _("on {branch} · {what}").format(branch=publication.branch, what=what)
        self._show_lines(
            diff_lines(publication.diff.removesuffix("\n").split("\n")), where if names else _("nothing to commit")
        )
        notes = list(publication.notes)
        if not names:
            notes.append(_("Nothing to commit: the last commit has all that you saved here."))
            if unpushed:
                notes.append(
                    counting(
                        "{count} commit not pushed yet; press P to push.",
                        "{count} commits not pushed yet; press P to push.",
                        unpushed,
                    )
                )
        self.tell("\n".join(notes))

    def _show_lines(self, lines: Sequence[SourceLine], heading: str) -> None:
        """Show lines."""
        view = self.query_one(SourceView)
        view.show(lines)
        view.border_title = title(heading)

    def _published(self, publication: Publication, name: str, pushed: commits.Pushed | None) -> None:
        """Show what was committed and pushed."""
        done = _("Committed {name} on {branch}.").format(name=name, branch=publication.branch) if name else ""
        if name:
            self.forget()
        self._publication = Publication(publication.top)
        self.fill(self.initial)  # a message that is committed isn't unfinished text
        self.query_one(TextField).display = False
        self.set_focus(self.query_one(SourceView))
        self.is_behind = pushed is not None and pushed.is_behind
        self._unpushed = 0 if pushed and pushed.done else max(1, self._unpushed)
        if pushed is None:
            self.tell(_("{done} Press P to push, esc to go back.").format(done=done))
        else:
            self._show_lines([SourceLine(line) for line in pushed.output.split("\n")], _("what git said"))
            self.tell(f"{done} {_outcome(pushed)}".strip(), wrong=not pushed.done)
        self.editor.changed()

    def _pulled(self) -> None:
        """Show the files as they are now."""
        self.is_behind = False
        if self.session.changed_on_disk():
            self.editor.take_disk()
        if outdated := self.session.outdated():
            self.session.forget(outdated)
            self.editor.read_stores()
        self.tell(_("Your commits are on top of the remote's. Press P to push."))
        self.editor.changed()


def _outcome(pushed: commits.Pushed) -> str:
    """Return what came of a push, as a sentence."""
    if pushed.done:
        return _("Pushed.")
    if pushed.is_behind:
        return _("Not pushed: the remote has commits that you don't have. Press r to pull with rebase, then P again.")
    return _("Not pushed: {reason}.").format(reason=pushed.reason)
