"""The places of a site that say who its owner is. Each sort of place is one module that registers itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from profile_tui.site.owner.store import OwnerStore, Read
    from profile_tui.site.repository.locate import Place


class Finder(Protocol):
    """Finds the places of one sort."""

    def __call__(self, place: Place, read: Read) -> Iterator[OwnerStore]:
        """The places, in the order of the form."""


_registered: list[tuple[int, Finder]] = []


def register(order: int, finder: Finder) -> Finder:
    """Adds a sort of place; called by its own module.

    Args:
        order: Its place in the form.
        finder: Finds the places.
    """
    _registered.append((order, finder))
    return finder


@cache
def _finders() -> tuple[Finder, ...]:
    """All sorts, in the order of the form."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(finder for _, finder in sorted(_registered, key=lambda pair: pair[0]))


def places(place: Place, read: Read) -> list[OwnerStore]:
    """The places that say who the owner is, in the order of the form.

    Args:
        place: A page and the site around it.
        read: Gives a file as it is now, unsaved changes included.
    """
    return [found for finder in _finders() for found in finder(place, read)]
