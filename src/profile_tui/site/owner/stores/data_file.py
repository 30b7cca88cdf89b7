"""Data files about the owner: `_data/profile.yml`, and the sidebar of `_data/data.yml`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.repository.locate import Target


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    if target.site is None:
        return
    root, fields = target.site.root, target.site.made_from.owner()
    for name in ("_data/profile.yml", "_data/profile.yaml"):
        if os.path.isfile(path := root / name):
            known = fields.profile
            yield OwnerStore(path, name, read, prefix="profile.", known=known, others=True)
            return
    path = root / "_data" / "data.yml"
    if fields.sidebar and os.path.isfile(path):
        yield OwnerStore(
            path, "_data/data.yml", read, at=("sidebar",), prefix="sidebar.", known=fields.sidebar, others=True
        )


register(OwnerStoreType("data-file", 5, _stores))
