"""The home page in the site's other languages: pages beside it that hold the same lists once more."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Set
from pathlib import Path

from profile_tui.site.bindings.pages import page_paths
from profile_tui.site.records.store import Read
from profile_tui.site.repository.includes import includes
from profile_tui.site.repository.locate import Target
from profile_tui.site.repository.site import Site
from profile_tui.site.repository.tree import within
from profile_tui.site.stores.own_page import OwnPage
from profile_tui.text.errors import AppError
from profile_tui.text.pattern import lazily

_CODE = (
    r"(?:ar|bg|ca|cn|cs|cz|da|de|el|en|es|et|eu|fa|fi|fr|he|hi|hr|hu|id|it|ja|jp|ko|kr|lt|lv|nl|no|pl|pt|ro|ru|sk|sl|sr"
    r"|sv|th|tr|tw|uk|vi|zh)(?:[-_](?:cn|tw|hk|hans|hant|br|pt|us|gb))?"
)
_NAMED = lazily(rf"(?:^|[-_.])({_CODE})$|^({_CODE})[-_.]", re.I)
_HOMES = lazily(r"index|about|home|default|main|readme", re.I)


def translations(site: Site, kind: str, read: Read, besides: Set[Path]) -> Iterator[tuple[OwnPage, str]]:
    """Yield what the home page's other languages hold of a kind, in the page or what it takes in, and the language.

    Args:
        site: The site.
        kind: The name of the kind.
        read: Gives a file as it is now, unsaved changes included.
        besides: Files that are left out.
    """
    home = site.home
    if home is None:
        return
    root = os.path.realpath(site.root)
    for path in page_paths(site):
        if path in besides or not within(path, root) or not (path == home or _is_like(path, home)):
            continue
        own = OwnPage(site, kind, path, read, announced=False)
        try:
            language = own.page.language or _code(path)
            taken_in = list(includes(own.page, Target(path, "", site.root, site)))
            inner = (
                OwnPage(site, kind, section.path, read, section.kind == kind)
                for section in taken_in
                if section.path not in besides
            )
            for store in (own, *inner):
                if store.holds_entries:
                    yield store, language
        except AppError:
            continue


def _code(path: Path) -> str:
    """The language that a page's name or folder tells; empty where neither does."""
    match = _NAMED.search(path.stem)
    if match:
        return (match[1] or match[2]).replace("cn", "zh").replace("jp", "ja").replace("kr", "ko")
    return path.parent.name if re.fullmatch(_CODE, path.parent.name, re.I) else ""


def _is_like(path: Path, home: Path) -> bool:
    """Whether a page is named as the home page is, but for a language."""
    match = _NAMED.search(path.stem) or _NAMED.search(home.stem)
    bare, own = (_NAMED.sub("", each.stem) for each in (path, home))
    if match and path.parent == home.parent and (bare == own or not bare or _HOMES.fullmatch(bare)):
        return True
    folder = re.fullmatch(_CODE, path.parent.name, re.I)
    return bool(folder) and (path.stem == home.stem or _HOMES.fullmatch(path.stem) is not None)
