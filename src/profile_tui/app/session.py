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
    _lost: tuple[Page | None, set[int]] = field(default_factory=lambda: (None, set()))

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
        """Whether a range of the page holds lines that are new or other than on disk."""
        return self._touches(span, self.document.changed_line_numbers())

    def differs_or_lost(self, span: Span) -> bool:
        """Whether a range of the page differs from the disk, lines that are gone from it included."""
        if not self.document.dirty:
            return False
        if self._lost[0] is not self.page:
            self._lost = (self.page, _lost(self.document.diff()))
        return self.differs(span) or self._touches(span, self._lost[1])

    def _touches(self, span: Span, lines: set[int]) -> bool:
        """Whether one of the lines is in a range."""
        if not lines:
            return False
        first, last = self.page.lines(span)
        return any(first <= number <= last for number in lines)


def _lost(diff: str) -> set[int]:
    """The numbers of the lines that now stand where lines were taken out without others in their place."""
    found: set[int] = set()
    at = taken = 0
    for line in diff.split("\n")[2:]:
        if line.startswith("@@"):
            at = int(line.split("+")[1].split(",")[0].split(" ")[0])
        elif line.startswith("-"):
            taken += 1
            continue
        elif line.startswith("+"):
            taken -= 1
            at += 1
            continue
        if taken > 0:
            found |= {max(1, at - 1), at}
        taken = 0
        at += line.startswith(" ")
    return found
