"""What the left pane lists for a file beside the page: its front matter, and its text."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Sequence

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import Raw, View, ViewHost
from profile_tui.app.views.entries import EntriesView
from profile_tui.app.views.header import HeaderView
from profile_tui.app.views.problems import ProblemsView
from profile_tui.app.views.text import TextView
from profile_tui.app.widgets.rows import ListRow
from profile_tui.app.widgets.terminal_text import one_line
from profile_tui.site.repository.listing import RECORDS
from profile_tui.text.catalogue import _
from profile_tui.text.span import Span


def of_file(session: Session) -> list[View]:
    """The views of a file: its front matter, its sections in their order, its problems; of a data file, all as text."""
    page = session.page
    if session.document.path.suffix.lower() in RECORDS or page.text.startswith("+++\n"):
        return [BodyView(session)]
    views: list[View] = []
    if page.front_matter is not None or session.target.store != "include":
        views.append(HeaderView(session))
    sections = [ref.section for ref in session.sections]
    if not any(section.label or section.kind != "text" for section in sections) and len(sections) < 2:
        return [*views, BodyView(session), ProblemsView(session)]
    return [*views, *of_sections(session, set()), ProblemsView(session)]


def of_sections(session: Session, seen: set[str]) -> Iterator[View]:
    """The views of a file's sections, in page order; one for all sections of a kind, unless it was seen before."""
    texts = 0
    for ref in session.sections:
        kind = ref.section.kind
        if kind == "text":
            texts += 1
            yield TextView(session, ref, texts)
        elif kind not in seen:
            seen.add(kind)
            yield EntriesView(session, kind)


class BodyView(View):
    """All of a file after its front matter; it is edited as text."""

    is_text = True

    @property
    def key(self) -> str:
        """There is one such view."""
        return "body"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Text")

    @property
    def _span(self) -> Span:
        """What is after the front matter."""
        page = self.session.page
        return Span(page.front_matter.body_start if page.front_matter else 0, len(page.text))

    @property
    def changed(self) -> bool:
        """Whether it differs from the disk."""
        return self.session.changes.differs_or_lost(self.session.document, self._span)

    def rows(self) -> Sequence[ListRow]:
        """Return one row, for its lines."""
        return [ListRow(self.title, span=self._span, document=self.session.document, changed=self.changed)]

    def raw(self, row: ListRow | None) -> Raw | None:
        """Return all of it."""
        document = self.session.document
        return Raw(document, self._span, one_line(document.name), document.path.suffix)

    def disabled_reason(self, action: str, row: ListRow | None) -> str | None:
        """Return that text can only be edited."""
        return None if action == "edit" else _("Plain text: enter edits it.")

    def edit(self, screen: ViewHost, row: ListRow) -> Awaitable[object] | None:
        """Open the text."""
        return screen.edit_raw()
