"""The `author:` map of the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from profile_tui.site.owner.printed import printed_fields
from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.repository import config
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.template.owner_fields import KnownField
from profile_tui.text.reading import read_bounded

_NAMES = ("author", "owner")
"""What themes call the map."""


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    site = target.site
    path = config.find(site.root) if site else None
    if site is None or path is None or path.suffix == ".toml":
        return
    name = next((name for name in _NAMES if isinstance(site.config.get(name), dict)), "")
    known = site.made_from.owner().author or printed_fields(site, name or "author") or None
    if known is None and not name:
        return
    if known is not None and not name and site.config.get("author") is not None:
        return  # a name alone, which the flat keys have
    own = _shown(site, known or (), site.config.get(name))
    yield OwnerStore(
        path, path.name, read, at=(name or "author",), prefix=f"{name or 'author'}.", known=own, others=True
    )


def _shown(site: Site, known: Sequence[KnownField], there: object) -> list[KnownField]:
    """The fields that the site's own copy of the template shows, and those that the map has; all where it has none."""
    file = site.root / "_includes" / "author-profile.html"
    try:
        text = read_bounded(file).decode("utf-8", "replace") if known else ""
    except OSError:
        return list(known)
    keys = set(there) if isinstance(there, dict) else set()
    words = set(re.findall(r"author(?:\.|\[[\"'])([\w-]+)", text))
    return [field for field in known if field.name in keys or field.name in words]


register(OwnerStoreType("config-author", 10, _stores))
