"""Which pages nobody sees, since another page is written to the same address after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from profile_tui.site.repository.address import written_to

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site


def overwritten(site: Site, pages: Iterable[tuple[str, Mapping[str, Any]]]) -> set[str]:
    """Return the names of pages that another page is written over: those that lose the home page's address, too.

    Args:
        site: The site.
        pages: The names of its pages and what their front matter says.
    """
    written: dict[tuple[str, str], list[str]] = {}
    for name, data in pages:
        folder = name.partition("/")[0]
        is_read = "/" not in name or not folder.startswith("_") or site.includes(folder)
        target = written_to(name, data.get("permalink"), by_name=not name.startswith("_")) if is_read else None
        if target and target != "/index.html":
            language = str(data.get("lang") or site.language_of(name))
            written.setdefault((target, language), []).append(name)
    lost = {name for names in written.values() for name in names if name != _last(names)}
    return lost | {rival.name for rival in site.homes.rivals}


def _last(names: list[str]) -> str:
    """The page that Jekyll writes last: pages go by file name, those of one name with the root's last."""
    return max(reversed(names), key=lambda name: (PurePosixPath(name).name, "/" not in name))
