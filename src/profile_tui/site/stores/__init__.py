"""The stores of a site, where entries live outside pages. Each module here is a sort of them that registers itself."""

from __future__ import annotations

from profile_tui.registry import Registry
from profile_tui.site.bindings.lists import lists_of
from profile_tui.site.records.store import Read, Store, StoreType
from profile_tui.site.repository.site import Site

_types = Registry[StoreType](
    __name__, "stores", name=lambda store_type: store_type.name, order=lambda store_type: store_type.order
)

register = _types.register
"""Add a sort of store; called by its own module."""


def stores(site: Site, read: Read) -> list[Store]:
    """The stores of a site, those of one kind in the order in which they are preferred.

    Args:
        site: The site.
        read: Gives a file as it is now, unsaved changes included.
    """
    stores: list[Store] = []
    for store_type in _types.all():
        if store_type.other_generators == site.has_other_generator and all(
            store.kind != store_type.fallback_for or store.year for store in stores
        ):
            stores += store_type.find(site, read)
    if not site.has_other_generator:
        for store in stores:
            if store.source[0]:
                _tell(site, store)
    return stores


def _tell(site: Site, store: Store) -> None:
    """Tells a store which pages show it."""
    lists = lists_of(site)
    origin, name, steps = store.source
    store.shown_by = lists.pages(origin, name, steps)
    store.is_unshown = not store.shown_by and lists.surely_unshown(origin, name, steps)
