"""The stores of a site: the places outside pages where entries live. Each is one module that registers itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from profile_tui.site.records.store import Read, Store
    from profile_tui.site.repository.site import Site


class Finder(Protocol):
    """Finds the stores of one sort in a site."""

    def __call__(self, site: Site, read: Read) -> Iterator[Store]:
        """The stores, without reading more than names and small files."""


_registered: list[tuple[int, Finder]] = []
_fallbacks: list[tuple[str, Finder]] = []


def register(order: int, finder: Finder) -> Finder:
    """Adds a sort of store; called by its own module.

    Args:
        order: Which sort holds the entries of a kind where a site has several: the lowest.
        finder: Finds the stores.
    """
    _registered.append((order, finder))
    return finder


def register_fallback(kind: str, finder: Finder) -> Finder:
    """Adds a sort of store that counts only where a site keeps entries of the kind nowhere else."""
    _fallbacks.append((kind, finder))
    return finder


@cache
def _finders() -> tuple[Finder, ...]:
    """All sorts of stores, in their order."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(finder for _, finder in sorted(_registered, key=lambda pair: pair[0]))


def stores(site: Site, read: Read) -> list[Store]:
    """The stores of a site, those of one kind in the order in which they are preferred.

    Args:
        site: The site.
        read: Gives a file as it is now, unsaved changes included.
    """
    if site.foreign:
        from profile_tui.site.stores import readonly

        return list(readonly.find(site, read))
    found = [store for finder in _finders() for store in finder(site, read)]
    for kind, finder in _fallbacks:
        if all(store.kind != kind for store in found):
            found += finder(site, read)
    return found
