"""What a check is: of one page, or of a whole repository."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from profile_tui.content.page.page import Page
from profile_tui.site.checking.seen import Seen, Survey
from profile_tui.site.problem import Problem
from profile_tui.site.repository.locate import Target
from profile_tui.text.dataclass import dataclass


@dataclass(frozen=True)
class Check:
    """A check.

    Attributes:
        name: Its name among the checks.
        order: Place in the sequence; the greater the harm, the lower.
        find: Gives the problems of a page.
        any_generator: Whether it is about more than what Jekyll makes of the page.
        everywhere: Whether all files of a repository are looked at, not only the page that is open.
    """

    name: str
    order: int
    find: Callable[[Page, Target], Iterable[Problem]]
    any_generator: bool = False
    everywhere: bool = False


class Surveyor:
    """A check of a whole repository: looks at every file once, and tells in the end what only all of them tell.

    Attributes:
        given: The repository.
    """

    def __init__(self, given: Survey) -> None:
        """A look at one repository."""
        self.given = given

    def look(self, seen: Seen) -> Iterable[Problem]:
        """What is wrong with one file."""
        return ()

    def end(self) -> Iterable[Problem]:
        """What is wrong with the whole, once all files were looked at."""
        return ()
