"""What the screens share: the open document, the site around it, and what was typed but not kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from profile_tui.profile.page import Page
from profile_tui.text.span import Span
from profile_tui.workspace.document import Document

if TYPE_CHECKING:
    from profile_tui.site.problems import Problem
    from profile_tui.site.repository import Place


@dataclass
class Session:
    """One page that is being edited.

    Attributes:
        place: The page and what surrounds it.
        document: The open file.
        today: The day that `today` means.
        kept_texts: What was typed into a form that was left, by the form's key.
        problems: What is wrong with the page; None until it was looked for.
        branch: The branch and its state, as the header shows it; empty where there is none.
    """

    place: Place
    document: Document
    today: Callable[[], date] = date.today
    kept_texts: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] | None = None
    branch: str = ""

    @property
    def page(self) -> Page:
        """The page as it is now."""
        return self.document.page

    @property
    def lacks_header(self) -> bool:
        """Whether Jekyll would not render the page; an include needs no front matter."""
        return self.page.front_matter is None and self.place.store != "include"

    def find_problems(self, page: Page) -> list[Problem]:
        """What is wrong with a page and the site around it."""
        from profile_tui.site.problems import problems

        return problems(page, self.place)

    def keep_draft(self) -> str:
        """Keeps what is unsaved outside the repository; says why that could not be done, or nothing."""
        from profile_tui.workspace import drafts

        return drafts.keep(self.document, self.kept_texts)

    def differs(self, span: Span) -> bool:
        """Whether a range of the page differs from the disk."""
        changed = self.document.changed_line_numbers()
        if not changed:
            return False
        first, last = self.page.lines(span)
        return any(number in changed for number in range(first, last + 1))
