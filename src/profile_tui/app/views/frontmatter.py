"""What the front matter's view opens: a value, a new key, a header where there is none."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from profile_tui.app.forms import frontmatter
from profile_tui.app.views.base import ViewHost
from profile_tui.markup.frontmatter import HeaderProblem
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.markup.yaml.document import YamlField


def add_header(screen: ViewHost) -> Awaitable[object] | None:
    """Open the form of a new header; where one is there that Jekyll does not see, repair that."""
    page = screen.session.page
    header = page.header
    code = header.code if isinstance(header, HeaderProblem) else ""
    data = frontmatter.repaired(page, code)
    if data is not None:
        screen.session.document.replace(data, _("Let Jekyll see the front matter"))
        screen.after_change()
        return None
    if code == "no-front-matter":
        return screen.open_form(frontmatter.HeaderForm(screen.session))
    return screen.edit_raw()


def add_key(screen: ViewHost) -> Awaitable[object]:
    """Open the form of a new key."""
    return screen.open_form(frontmatter.KeyForm(screen.session))


def edit_value(screen: ViewHost, field: YamlField, name: str) -> Awaitable[object]:
    """Open the form of a value."""
    return screen.open_form(frontmatter.ValueForm(screen.session, field, name))


def remove(screen: ViewHost, field: YamlField, name: str) -> None:
    """Take a key away; `u` brings it back."""
    session = screen.session
    screen.attempt(lambda: session.perform(session.document, frontmatter.removed(session.page, field, name)))
