"""What is looked for in a page. Each check is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from profile_tui.content.page.page import Page
    from profile_tui.site.problems import Problem
    from profile_tui.site.repository.locate import Place
    from profile_tui.site.survey import Seen, Survey


@dataclass(frozen=True)
class Check:
    """A check.

    Attributes:
        order: Place in the sequence; the greater the harm, the lower.
        find: Gives the problems of a page.
        any_generator: Whether it is about more than what Jekyll makes of the page.
        everywhere: Whether all files of a repository are looked at, not only the page that is open.
    """

    order: int
    find: Callable[[Page, Place], Iterable[Problem]]
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


_registered: list[Check] = []
_surveyors: list[type[Surveyor]] = []
_S = TypeVar("_S", bound=type[Surveyor])


def register(check: Check) -> Check:
    """Adds a check; called by its own module."""
    _registered.append(check)
    return check


def register_surveyor(surveyor: _S) -> _S:
    """Adds a check of a whole repository; called by its own module."""
    _surveyors.append(surveyor)
    return surveyor


@cache
def checks() -> tuple[Check, ...]:
    """All checks, the worst harm first."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registered, key=lambda check: check.order))


def surveyors() -> list[type[Surveyor]]:
    """All checks of whole repositories."""
    checks()
    return _surveyors
