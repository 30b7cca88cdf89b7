"""Makes a page of a plain text, as one change that can be undone."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath
from typing import TYPE_CHECKING

from profile_tui.content.change.adoption import Piece, adopted, check_read
from profile_tui.content.page.page import is_html
from profile_tui.markup.conflict import check_merged
from profile_tui.markup.frontmatter import FrontMatter
from profile_tui.text.catalogue import _
from profile_tui.text.errors import AppError, Refused
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.span import Splice

if TYPE_CHECKING:
    from profile_tui.content.change.edit import ProvenEdit
    from profile_tui.content.page.page import Page
    from profile_tui.workspace.workspace import Workspace

LABEL = _("Adopt the plain text")


class Proposed(NamedTuple):
    """What makes a page of the workspace's plain text.

    Attributes:
        page: The text as it is.
        header: The front matter.
        pieces: What is proposed below it, in the text's order.
    """

    page: Page
    header: str
    pieces: tuple[Piece, ...]

    def splices(self, left_out: Collection[int] = ()) -> tuple[Splice, ...]:
        """Return the insertions, without those of some pieces.

        Raises:
            Refused: A heading would not be read as one.
        """
        chosen = [piece for at, piece in enumerate(self.pieces) if at not in left_out]
        splices = (Splice.insert(0, self.header), *(splice for piece in chosen for splice in piece.splices))
        check_read(self.page.spliced(splices), [piece.text for piece in chosen if piece.what == "heading"])
        return splices


def propose(workspace: Workspace) -> Proposed:
    """Return what would give the workspace's page front matter, and marks to its headings and entries.

    Raises:
        Refused: It is a page already, or cannot be understood.
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
                _("{message} (profile-tui check --fix repairs it); then adopt it").format(message=page.header.message)
            )
        if is_html(PurePath(target.name)) or page.text.lstrip().lower().startswith(("<!doctype", "<html")):
            raise Refused(_("this is HTML, not plain text"))
        adoption = adopted(page)
        header = header_of(target, adoption.title, lambda path: workspace.cache.document(path).page.source)
    except AppError as error:
        error.path = error.path or document.name
        raise
    return Proposed(page, header, adoption.pieces)


def adopt(workspace: Workspace, proposed: Proposed | None = None, left_out: Collection[int] = ()) -> ProvenEdit:
    """Give the workspace's page front matter, and marks to its headings and entries, as one step.

    Args:
        workspace: The files.
        proposed: What to do; worked out where left out.
        left_out: The pieces of it that are not to be done.

    Raises:
        Refused: It is a page already, or cannot be understood; nothing is changed.
    """
    proposed = proposed or propose(workspace)
    document = workspace.page
    try:
        splices = proposed.splices(left_out)
    except AppError as error:
        error.path = error.path or document.name
        raise
    return document.perform_splices(splices, LABEL)
