"""The front matter of the home page, where the template keeps something of the owner there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.repository.locate import Target
from profile_tui.site.template.owner_fields import KnownField
from profile_tui.site.template.tables import al_folio, others

_AUTHOR = tuple(
    KnownField(f"author.{known.name}", known.group, known.type, known.note) for known in others.AUTHOR
)  # fmt: skip


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    if target.store != "page":
        return
    known: Sequence[KnownField] = ()
    store = OwnerStore(target.page, target.name, read, header=True)
    data = store.data
    own = target.site.made_from.owner().page if target.site else ()
    if own or isinstance(data.get("profile"), dict):
        unused = "profile.address" if _has(data, "more_info") or not _has(data, "address") else "profile.more_info"
        known = [field for field in own or al_folio.PAGE if field.name != unused]
    elif isinstance(data.get("author"), dict):
        known = [field for field in _AUTHOR if field.path[1] in data["author"]]
    if known:
        yield OwnerStore(target.page, target.name, read, prefix="page.", known=known, header=True)


def _has(data: dict[str, object], key: str) -> bool:
    """Whether the page's profile has a key."""
    profile = data.get("profile")
    return isinstance(profile, dict) and key in profile


register(OwnerStoreType("home-page", 30, _stores))
