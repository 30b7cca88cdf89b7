"""`_data/socials.yml`, whose order is the order of the icons."""

from __future__ import annotations

import os
from collections.abc import Iterator

from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site

_NAMES = ("_data/socials.yml", "_data/socials.yaml")


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    name = file_of(target.site) if target.site else None
    if target.site is not None and name is not None:
        path = target.site.root / name
        known = target.site.made_from.owner().socials
        # a key without a value still makes an icon
        yield OwnerStore(path, name, read, prefix="socials.", known=known, others=True, blank_hides=False)


def file_of(site: Site) -> str | None:
    """The file of the links, be it there yet or not; None where the site keeps them elsewhere."""
    name = next((name for name in _NAMES if os.path.isfile(site.root / name)), None)
    reads_it = "al_folio" in site.theme or site.has_plugin("jekyll-socials")
    return name or (_NAMES[0] if reads_it else None)


register(OwnerStoreType("socials-file", 40, _stores))
