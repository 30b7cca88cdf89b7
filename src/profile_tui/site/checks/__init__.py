"""What is looked for in a page. Each check is one module here that registers itself; adding one edits no other file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from profile_tui.profile.page import Page
    from profile_tui.site.problems import Problem
    from profile_tui.site.repository import Place


@dataclass(frozen=True)
class Check:
    """A check.

    Attributes:
        order: Place in the sequence; the greater the harm, the lower.
        find: Gives the problems of a page.
        any_generator: Whether it is about more than what Jekyll makes of the page.
    """

    order: int
    find: Callable[[Page, Place], Iterable[Problem]]
    any_generator: bool = False


_registered: list[Check] = []


def register(check: Check) -> Check:
    """Adds a check; called by its own module."""
    _registered.append(check)
    return check


@cache
def checks() -> tuple[Check, ...]:
    """All checks, the worst harm first."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registered, key=lambda check: check.order))
