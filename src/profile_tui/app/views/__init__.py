"""What the left pane lists, and how each of it is shown and edited in the middle."""

from __future__ import annotations

from profile_tui.app.session.session import Session
from profile_tui.app.views.base import View
from profile_tui.app.views.entries import EntriesView
from profile_tui.app.views.file import of_file, of_sections
from profile_tui.app.views.header import HeaderView
from profile_tui.app.views.problems import ProblemsView
from profile_tui.app.views.profile import ProfileView, offered
from profile_tui.content.kinds import kinds

__all__ = ["View", "views"]


def views(session: Session) -> list[View]:
    """Return the views of what is open: the page, or a file beside it."""
    return of_file(session) if session.home else _of_page(session)


def _of_page(session: Session) -> list[View]:
    """The views of a page: the three kinds, the profile, the header, the other sections in page order, the problems."""
    main = [kind.name for kind in kinds().values() if kind.listed]
    views: list[View] = [EntriesView(session, kind) for kind in main]
    if offered(session):
        views.append(ProfileView(session))
    views.append(HeaderView(session))
    seen: set[str] = set(main)
    views += of_sections(session, seen)
    for store in session.stores():
        if store.kind not in seen:
            seen.add(store.kind)
            views.append(EntriesView(session, store.kind))
    views.append(ProblemsView(session))
    return views
