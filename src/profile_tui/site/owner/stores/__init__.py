"""Where a site says who its owner is. Each module here is a sort of place that registers itself."""

from __future__ import annotations

from profile_tui.registry import Registry
from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.repository.locate import Target

_types = Registry[OwnerStoreType](
    __name__, "owner_stores", name=lambda store_type: store_type.name, order=lambda store_type: store_type.order
)

register = _types.register
"""Add a sort of place; called by its own module."""


def owner_stores(target: Target, read: Read) -> list[OwnerStore]:
    """The stores that say who the owner is, in the order of the form.

    Args:
        target: A page and the site around it.
        read: Gives a file as it is now, unsaved changes included.
    """
    return [store for store_type in _types.all() for store in store_type.find(target, read)]
