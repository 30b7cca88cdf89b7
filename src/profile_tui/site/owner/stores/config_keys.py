"""The flat keys of the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.site.owner.printed import printed_fields
from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.owner.stores.socials_file import file_of
from profile_tui.site.repository import config
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.template.owner_fields import KnownField
from profile_tui.site.template.tables import others


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    site = target.site
    path = config.find(site.root) if site else None
    if site is not None and path is not None and path.suffix != ".toml":
        yield OwnerStore(path, path.name, read, prefix="site.", known=_known(site))


def _known(site: Site) -> Sequence[KnownField]:
    """The table of a site; of a theme without one, the keys that most know and it has, and those that it prints."""
    fields = site.made_from.owner()
    fields_known = fields.site
    if fields_known is None:
        usual = [known for known in others.SITE if _is_value(site, known) or known.name in ("title", "description")]
        names = {known.name for known in usual}
        usual += [known for known in printed_fields(site, "site") if known.name not in names]
        groups = list(dict.fromkeys(known.group for known in usual))
        return sorted(usual, key=lambda known: groups.index(known.group))
    if isinstance(site.config.get("author"), str):
        fields_known = tuple(dict.fromkeys([*fields_known, *others.AUTHOR_ALONE]))
    return fields_known if file_of(site) else (*fields_known, *fields.flat_socials)


def _is_value(site: Site, known: KnownField) -> bool:
    """Whether the configuration has such a key, and not as a map, which is a place of its own."""
    value = site.config.get(known.name)
    if known.name == "author":
        return isinstance(value, str)
    return known.name in site.config and not isinstance(value, dict)


register(OwnerStoreType("config-keys", 20, _stores))
