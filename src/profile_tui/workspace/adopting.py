"""Makes a page of a plain text, as one change that can be undone."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from profile_tui.content.change.adoption import adopted, check_read
from profile_tui.content.page.page import is_html
from profile_tui.markup.conflict import check_merged
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.span import Splice

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.workspace.workspace import Workspace

LABEL = _("Adopt the plain text")


def adopt(workspace: Workspace) -> ProvenEdit:
    """Give the workspace's page front matter, and marks to its headings and entries.

    Raises:
        Refused: It is a page already, or cannot be understood; nothing is changed.
    """
    from profile_tui.site.creation.adopted_header import header_of

    document, target = workspace.page, workspace.target
    page = document.page
    try:
        check_merged(page.source)
        if isinstance(page.header, FrontMatter):
            raise Refused(_("the file has front matter already: it is a page"))
        if page.header.code != "no-front-matter":
            raise Refused(
                _("{message} (profile-tui check --fix mends it); then adopt it").format(message=page.header.message)
            )
        if is_html(PurePath(target.name)) or page.text.lstrip().lower().startswith(("<!doctype", "<html")):
            raise Refused(_("this is HTML, not plain text"))
        found = adopted(page)
        header = header_of(target, found.title, lambda path: workspace.shelf.document(path).page.source)
        splices = (Splice.insert(0, header), *found.splices)
        check_read(page.spliced(splices), found.headings)
    except AppError as error:
        error.path = error.path or document.name
        raise
    return document.perform_splices(splices, LABEL)
