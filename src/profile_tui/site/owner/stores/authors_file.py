"""The entries of `_data/authors.yml` that are about the owner."""

from __future__ import annotations

from collections.abc import Iterator

from profile_tui.site.owner.store import OwnerStore, OwnerStoreType, Read
from profile_tui.site.owner.stores import register
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.template.tables import others

_FEW = 3
"""So many entries are all shown; more are co-authors."""


def _stores(target: Target, read: Read) -> Iterator[OwnerStore]:
    site = target.site
    name = next((name for name in ("_data/authors.yml", "_data/authors.yaml") if site and site.has(name)), None)
    if site is None or name is None:
        return
    data = site.data(name)
    entries = {key: value for key, value in data.items() if isinstance(value, dict)} if isinstance(data, dict) else {}
    known = others.DATA_AUTHOR if site.made_from.owner().authors else ()
    for key in entries:
        if key in _owners(site) or (len(entries) <= _FEW and not _is_sample(key, entries[key])):
            yield OwnerStore(
                site.root / name, name, read, at=(key,), prefix=f"authors.{key}.", known=known, others=True
            )


def _owners(site: Site) -> list[str]:
    """What the configuration calls the owner."""
    author = site.config.get("author")
    return [*site.owners, *([author] if isinstance(author, str) else [])]


def _is_sample(key: str, entry: dict[str, object]) -> bool:
    """Whether an entry came with the template and was left as it was: its name is its key, word for word twice."""
    words = key.split()
    return len(words) == 2 and words[0] == words[1] and entry.get("name") == key


register(OwnerStoreType("authors-file", 50, _stores))
