"""What is looked for in pages and repositories. Each module here is a check that registers itself."""

from __future__ import annotations

from typing import TypeVar

from profile_tui.registry import Registry
from profile_tui.site.checking.check import Check, Surveyor

__all__ = ["Check", "Surveyor", "checks", "register", "register_surveyor", "surveyors"]

_S = TypeVar("_S", bound=type[Surveyor])
_checks = Registry[Check](__name__, "checks", name=lambda check: check.name, order=lambda check: check.order)
_surveyors = Registry[type[Surveyor]](
    __name__, "checks", name=lambda surveyor: surveyor.__qualname__, order=lambda surveyor: surveyor.__module__
)

register = _checks.register
"""Add a check of a page; called by its own module."""
checks = _checks.all
"""Return all checks of a page, the worst harm first."""
surveyors = _surveyors.all
"""Return all checks of whole repositories."""


def register_surveyor(surveyor: _S) -> _S:
    """Add a check of a whole repository; called by its own module, as a decorator."""
    _surveyors.register(surveyor)
    return surveyor
